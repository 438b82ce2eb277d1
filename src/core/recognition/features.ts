import { Known } from './gazetteer';
import { mix } from './hashing';
import { CueField, type Passage, type Run } from './passage';
import { Shape } from './shape';

/** Upper bound of the features that one token has. */
export const MOST_FEATURES = 136;

/** `Known` bits that are worth a feature each, and those that stand together in conjunctions. */
const CONTEXT_BITS = ~Known.prefix;
const NO_WORD = 0x3c6ef372;

/**
 * Writes the hashed features of token `i`, which stands in `run`, to `out` and answers how many there are. A feature is a template
 * number mixed with its value; no string is built. The templates are those of the usual linear-chain taggers (words, affixes and
 * shapes in a window of two), gazetteer and word-list bits, and the words around the run of capitals.
 */
export function tokenFeatures(
  text: string,
  passage: Passage,
  i: number,
  run: Run,
  language: number,
  out: Int32Array,
): number {
  const { hash, known, shape, phrase, sentenceStart, tokens } = passage;
  const count = tokens.count;
  let n = 0;
  let template = 0;
  const put = (value: number): void => {
    out[n++] = mix(Math.imul(++template, 0x9e3779b1) ^ value);
  };
  const word = (k: number): number => (k < 0 || k >= count ? NO_WORD : hash[k]!);
  const shapeAt = (k: number): number => (k < 0 || k >= count ? Shape.edge : shape[k]!);
  const bits = (k: number): number => (k < 0 || k >= count || known[k]! < 0 ? 0 : known[k]! & CONTEXT_BITS);

  const w = hash[i]!;
  const before = word(i - 1);
  const after = word(i + 1);
  const s = shape[i]!;
  const sBefore = shapeAt(i - 1);
  const sAfter = shapeAt(i + 1);
  const k = bits(i);
  const kBefore = bits(i - 1);
  const kAfter = bits(i + 1);
  const begins = sentenceStart[i]!;

  put(w);
  put(before);
  put(after);
  put(word(i - 2));
  put(word(i + 2));
  put(pair(before, s));
  put(pair(after, s));
  put(pair(before, word(i - 2)));
  put(pair(after, word(i + 2)));
  put(pair(before, w));
  put(pair(w, after));
  put(s * 2 + begins);
  put(sBefore * 16 + s);
  put(s * 16 + sAfter);
  put((sBefore * 16 + s) * 16 + sAfter);
  put((shapeAt(i - 2) * 16 + sBefore) * 16 + s);
  put((s * 16 + sAfter) * 16 + shapeAt(i + 2));
  put(s * 4 + language);
  put(pair(w, s));

  const start = tokens.start[i]!;
  const end = tokens.end[i]!;
  let affix = 0x1234567;
  for (let p = 0; p < 4; p++) {
    if (start + p < end) put((affix = Math.imul(affix ^ lower(text, start + p), 0x01000193)));
    else template++;
  }
  affix = 0x7654321;
  for (let p = 1; p <= 5; p++) {
    if (end - p >= start) put((affix = Math.imul(affix ^ lower(text, end - p), 0x01000193)));
    else template++;
  }
  put(i > 0 ? suffix(text, tokens.end[i - 1]!, tokens.start[i - 1]!) : 0);
  put(i + 1 < count ? suffix(text, tokens.end[i + 1]!, tokens.start[i + 1]!) : 0);

  put(pair(k, begins));
  put(pair(k, s));
  put(pair(kBefore, k));
  put(pair(k, kAfter));
  put(pair(pair(kBefore, k), kAfter));
  put(pair(kBefore, s));
  put(pair(kAfter, s));
  put(pair(before, k));
  put(pair(after, k));
  put(pair(phrase[i]!, k & (Known.common | Known.firstName | Known.city | Known.country)));
  for (let bit = 1; bit <= Known.saying; bit <<= 1) {
    template += 3;
    if (k & bit) out[n++] = mix(Math.imul(template, 0x9e3779b1) ^ begins);
    if (kBefore & bit) out[n++] = mix(Math.imul(template + 1, 0x9e3779b1));
    if (kAfter & bit) out[n++] = mix(Math.imul(template + 2, 0x9e3779b1));
  }

  const place = (i - run.start < 3 ? i - run.start : 3) * 4 + (run.end - 1 - i < 3 ? run.end - 1 - i : 3);
  const runBefore = word(run.start - 1);
  const runAfter = word(run.end);
  put(place);
  put(pair(place, s));
  put(pair(runBefore, place));
  put(pair(runAfter, place));
  put(pair(runBefore, runAfter));
  put(pair(bits(run.start - 1), place));
  put(pair(bits(run.end), place));
  put(pair(runBefore, word(run.start - 2)));
  put(pair(runAfter, word(run.end + 1)));
  put(pair(word(run.start), place));
  put(pair(word(run.end - 1), place));
  put(pair(bits(run.start), place));
  put(pair(bits(run.end - 1), place));

  const { cues } = run;
  const near = cues >> CueField.near;
  put(pair(cues, s));
  put(near & 31);
  put(pair(near & 7, runBefore));
  put(pair(near & 31, place));
  put((cues >> CueField.after) & 63);
  put(pair((cues >> CueField.after) & 63, place));
  put(pair(cues & 0x3f07, k & (Known.firstName | Known.surname | Known.common | Known.city)));

  put(passage.crowd * 16 + s);
  put(passage.crowd * 16 + place);
  put(run.start > 0 ? pair(suffix(text, tokens.end[run.start - 1]!, tokens.start[run.start - 1]!), place) : 0);
  put(run.end < count ? pair(suffix(text, tokens.end[run.end]!, tokens.start[run.end]!), place) : 0);
  put(pair(run.number, place));
  return n;
}

function pair(a: number, b: number): number {
  return Math.imul(a, 0x9e3779b1) + Math.imul(b, 0x85ebca77) + (a >>> 15);
}

function lower(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 65 && unit <= 90 ? unit | 32 : unit;
}

function suffix(text: string, end: number, start: number): number {
  let h = 0x51ed270b;
  for (let p = end - 1; p >= start && p > end - 4; p--) h = Math.imul(h ^ lower(text, p), 0x01000193);
  return h;
}
