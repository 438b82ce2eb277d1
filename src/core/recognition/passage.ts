import type { Range } from '../text/range';
import { sentenceStarts } from '../text/sentences';
import { isCapital, isHyphen, TokenKind, tokenize, type Tokens } from '../text/tokens';
import { Known, LONGEST_ENTRY, NAME_BITS, PERSON_BITS, PLACE_BITS, type Gazetteer } from './gazetteer';
import { chainHash, hashFolded } from './hashing';
import { INNER, LEADING, OPENERS } from './particles';
import { shapes } from './shape';

/** Where a token stands in a gazetteer entry of several words, times 3 for the kind: 1 place, 2 person, 0 other. */
export const PhrasePart = { none: 0, first: 1, inner: 2, last: 3 } as const;

/** A stretch of tokens that may hold names. */
export interface Run extends Range {
  /** What the words around it say of what stands in it: four times three bits of `CueKind`, two for a distance; see `cuesAround`. */
  readonly cues: number;
  /** What number follows, as `numberAfter` tells. */
  readonly number: number;
}

/** One paragraph with all that the tagger asks of its tokens. Offsets are those of the whole text. */
export interface Passage {
  readonly tokens: Tokens;
  /** Folded hash of each token. */
  readonly hash: Int32Array;
  /** `Known` bits of each token that the tagger may look at. */
  readonly known: Int32Array;
  readonly phrase: Uint8Array;
  readonly shape: Uint8Array;
  readonly sentenceStart: Uint8Array;
  /** Everything between them holds no name. */
  readonly runs: readonly Run[];
  /** How many of the words begin with a capital, in eighths and at most 4: lists of results and casts have more than prose. */
  readonly crowd: number;
}

/** A first line such as ` date 2019-03 Een activist`: the words after it begin a sentence. */
const METADATA = /^\s?(?:[a-z]+ ){0,2}\d{4}(?:-\d\d){0,2} /;

/** Reads the paragraph `text.slice(from, to)`; the `first` of a text may begin with metadata. */
export function readPassage(text: string, from: number, to: number, gazetteer: Gazetteer, first = from === 0): Passage {
  const tokens = splitPlacePairs(text, tokenize(text, from, to), gazetteer);
  const { count } = tokens;
  const hash = new Int32Array(count);
  for (let i = 0; i < count; i++) hash[i] = hashFolded(text, tokens.start[i]!, tokens.end[i]!);
  const sentenceStart = sentenceStarts(text, tokens);
  if (first) markAfterMetadata(text, tokens, sentenceStart);
  const shape = shapes(text, tokens);
  const phrase = new Uint8Array(count);
  matchPhrases(tokens, hash, phrase, gazetteer);
  const ranges = findRuns(tokens, hash, phrase, sentenceStart);
  const known = new Int32Array(count).fill(-1);
  const lookUpAt = (i: number): number => {
    if (i < 0 || i >= count) return 0;
    if (known[i] === -1) known[i] = lookUp(text, tokens, i, hash, gazetteer);
    return known[i]!;
  };
  const runs = ranges.map(({ start, end }) => {
    for (let i = start - 2; i < end + 2; i++) lookUpAt(i);
    return {
      start,
      end,
      cues: cuesAround(tokens, hash, start, end, lookUpAt),
      number: numberAfter(tokens, hash, end),
    };
  });
  return { tokens, hash, known, phrase, shape, sentenceStart, runs, crowd: crowdOf(tokens) };
}

function crowdOf(tokens: Tokens): number {
  let words = 0;
  let capitals = 0;
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.kind[i]!;
    if ((kind & TokenKind.word) === 0) continue;
    words++;
    if (kind & TokenKind.capital) capitals++;
  }
  return Math.min(4, Math.floor((capitals * 8) / (words + 1)));
}

/**
 * The number after what ends before token `at`: 0 none, 1 of two digits after a bracket (`(58)`), 2 of two digits between commas (`, 37,`),
 * 3 other numbers after a bracket or comma.
 */
function numberAfter(tokens: Tokens, hash: Int32Array, at: number): number {
  if (at + 1 >= tokens.count || (tokens.kind[at + 1]! & TokenKind.number) === 0) return 0;
  const bracket = hash[at] === BRACKET;
  if (!bracket && hash[at] !== COMMA) return 0;
  if (tokens.end[at + 1]! - tokens.start[at + 1]! !== 2) return 3;
  return bracket ? 1 : 2;
}

/** What a cue word says of the name beside it. */
export const CueKind = { title: 1, organisation: 2, place: 4 } as const;

/** Where the fields of `Run.cues` begin. */
export const CueField = { before: 0, near: 3, distance: 6, after: 8, apposition: 11 } as const;

const FARTHEST_CUE = 4;
const FARTHEST_APPOSITION = 5;

/**
 * Cue words around a run: just before it (`de organisatie X`), the nearest some words before it (`head of the X`), just after it
 * (`the X movement`), and in an apposition (`X, een mensenrechtenorganisatie`).
 */
function cuesAround(
  tokens: Tokens,
  hash: Int32Array,
  start: number,
  end: number,
  lookUpAt: (i: number) => number,
): number {
  const plain = (i: number): boolean =>
    i >= 0 && i < tokens.count && (tokens.kind[i]! & (TokenKind.word | TokenKind.capital)) === TokenKind.word;
  let cues = plain(start - 1) ? kindOfCue(lookUpAt(start - 1)) << CueField.before : 0;
  for (let far = 2; far <= FARTHEST_CUE && plain(start - far); far++) {
    const kind = kindOfCue(lookUpAt(start - far));
    if (kind === 0) continue;
    cues |= (kind << CueField.near) | ((far - 1) << CueField.distance);
    break;
  }
  if (plain(end)) cues |= kindOfCue(lookUpAt(end)) << CueField.after;
  else if (end < tokens.count && OPENS_APPOSITION.has(hash[end]!)) {
    for (let i = end + 1; i <= end + FARTHEST_APPOSITION && plain(i); i++) {
      const kind = kindOfCue(lookUpAt(i));
      if (kind === 0) continue;
      cues |= kind << CueField.apposition;
      break;
    }
  }
  return cues;
}

function kindOfCue(bits: number): number {
  return (
    (bits & Known.title ? CueKind.title : 0) |
    (bits & Known.organisation ? CueKind.organisation : 0) |
    (bits & Known.placeCue ? CueKind.place : 0)
  );
}

function markAfterMetadata(text: string, tokens: Tokens, sentenceStart: Uint8Array): void {
  const metadata = METADATA.exec(text.slice(0, 60));
  if (!metadata) return;
  for (let i = 0; i < tokens.count && tokens.start[i]! <= metadata[0].length; i++) {
    if (tokens.start[i] === metadata[0].length) sentenceStart[i] = 1;
  }
}

function lookUp(text: string, tokens: Tokens, i: number, hash: Int32Array, gazetteer: Gazetteer): number {
  const kind = tokens.kind[i]!;
  if ((kind & TokenKind.word) === 0) return 0;
  const bits = gazetteer.lookup(hash[i]!) | (gazetteer.isCommon(hash[i]!) ? Known.common : 0);
  const end = tokens.end[i]!;
  const start = tokens.start[i]!;
  if ((kind & TokenKind.capital) === 0) return (bits & ~NAME_BITS) | cueOfCompound(text, start, end, bits, gazetteer);
  // `Anna de Boer`, `Jan de Koning`: behind a name and its tussenvoegsel an occupation is a surname.
  if (
    bits & Known.title &&
    i > 1 &&
    isParticle(tokens, hash, i - 1, LEADING) &&
    tokens.kind[i - 2]! & TokenKind.capital
  )
    return (bits & ~Known.title) | Known.surname;
  if ((bits & ~(Known.prefix | Known.common)) !== 0 || end - start < 5) return bits;
  for (let k = start + 2; k < end - 2; k++) {
    if (isHyphen(text.charCodeAt(k))) return bits | kindsOfParts(text, start, k, end, gazetteer);
  }
  // `Poetins`, `Amsterdams`: a Dutch genitive without apostrophe.
  if (text.charCodeAt(end - 1) === 0x73 && !bits) {
    return gazetteer.lookup(hashFolded(text, start, end - 1)) & (PLACE_BITS | PERSON_BITS | Known.properName);
  }
  return bits;
}

/**
 * What the parts of a word with a hyphen say of the whole: `Anne-Sofie` is a first name, `Midden-Nederland` a region, `NAVO-topman` no
 * name.
 */
function kindsOfParts(text: string, start: number, hyphen: number, end: number, gazetteer: Gazetteer): number {
  const first = gazetteer.lookup(hashFolded(text, start, hyphen));
  const second = gazetteer.lookup(hashFolded(text, hyphen + 1, end));
  if (!isCapital(text.charCodeAt(hyphen + 1))) return second & (CUES | Known.demonym);
  if (DIRECTIONS.has(hashFolded(text, start, hyphen))) return second & PLACE_BITS ? Known.region : 0;
  return (first & Known.firstName) | (first & second & Known.surname);
}

const CUES = Known.title | Known.organisation | Known.placeCue;
const SHORTEST_COMPOUND = 8;
const SHORTEST_HEAD = 4;

/** What the head of a compound says, as Dutch writes it in one word: `mensenrechtenorganisatie`, `kustplaats`, `topadvocaat`. */
function cueOfCompound(text: string, start: number, end: number, bits: number, gazetteer: Gazetteer): number {
  if (bits & CUES || end - start < SHORTEST_COMPOUND) return 0;
  for (let head = start + 3; head <= end - SHORTEST_HEAD; head++) {
    const cue = gazetteer.lookup(hashFolded(text, head, end)) & CUES;
    if (cue !== 0) return cue;
  }
  return 0;
}

function matchPhrases(tokens: Tokens, hash: Int32Array, phrase: Uint8Array, gazetteer: Gazetteer): void {
  for (let i = 0; i < tokens.count; i++) {
    if ((tokens.kind[i]! & TokenKind.capital) === 0) continue;
    if ((gazetteer.lookup(hash[i]!) & Known.prefix) === 0) continue;
    let chained = hash[i]!;
    let found = 0;
    let kind = 0;
    for (let length = 2; length <= LONGEST_ENTRY && i + length <= tokens.count; length++) {
      chained = chainHash(chained, hash[i + length - 1]!);
      const bits = gazetteer.lookup(chained);
      if (bits & ~Known.prefix && tokens.kind[i + length - 1]! & TokenKind.capital) {
        found = length;
        kind = bits & PLACE_BITS ? 1 : bits & PERSON_BITS ? 2 : 0;
      }
      if ((bits & Known.prefix) === 0) break;
    }
    if (found === 0) continue;
    for (let k = 0; k < found; k++) {
      phrase[i + k] = kind * 3 + (k === 0 ? PhrasePart.first : k === found - 1 ? PhrasePart.last : PhrasePart.inner);
    }
    i += found - 1;
  }
}

function findRuns(tokens: Tokens, hash: Int32Array, phrase: Uint8Array, sentenceStart: Uint8Array): Range[] {
  const runs: Range[] = [];
  let covered = 0;
  for (let i = 0; i < tokens.count; i++) {
    if ((tokens.kind[i]! & TokenKind.capital) === 0) continue;
    let start = i;
    while (start > covered && i - start < 3 && isParticle(tokens, hash, start - 1, LEADING)) start--;
    let end = i + 1;
    for (;;) {
      const next = endOfLink(tokens, hash, phrase, end);
      if (next === end) break;
      end = next;
    }
    if (end - i > 1 || !sentenceStart[i] || tokens.kind[i]! & TokenKind.allCapitals || !OPENERS.has(hash[i]!))
      runs.push({ start, end });
    covered = end;
    i = end - 1;
  }
  return runs;
}

/** The end of what ties token `at` to the run before it, or `at` when nothing does. */
function endOfLink(tokens: Tokens, hash: Int32Array, phrase: Uint8Array, at: number): number {
  if (at >= tokens.count) return at;
  const kind = tokens.kind[at]!;
  if (kind & (TokenKind.capital | TokenKind.number)) return at + 1;
  if (kind & TokenKind.punctuation && isNickname(tokens, hash, at)) return at + 4;
  if (SUFFIXES.has(hash[at]!)) return at + 1;
  const part = phrase[at]! % 3;
  if (phrase[at]! > 0 && part !== PhrasePart.first) return at + 1;
  if (
    kind & TokenKind.joined &&
    kind & TokenKind.punctuation &&
    at + 1 < tokens.count &&
    tokens.kind[at + 1]! & TokenKind.joined
  ) {
    const hung = tokens.kind[at + 1]! & TokenKind.word && tokens.end[at]! - tokens.start[at]! === 1;
    if (hung && hash[at] === HYPHEN) return at + 2;
  }
  let particles = at;
  while (
    particles < tokens.count &&
    particles - at < 3 &&
    (isParticle(tokens, hash, particles, LEADING) || isParticle(tokens, hash, particles, INNER))
  )
    particles++;
  return particles > at && particles < tokens.count && tokens.kind[particles]! & TokenKind.capital ? particles + 1 : at;
}

const hashOf = (word: string): number => hashFolded(word, 0, word.length);
const HYPHEN = hashOf('-');
const BRACKET = hashOf('(');
const COMMA = hashOf(',');
const OPENS_APPOSITION = new Set([',', '(', '–', '-'].map(hashOf));
const OPENING_QUOTES = new Set([...'„“‘"\''].map(hashOf));
/** What may close a person's name in lower case. */
const SUFFIXES = new Set(['jr', 'jr.', 'sr', 'sr.', 'uulu', 'kyzy', 'oglu', 'ogly'].map(hashOf));

/** A nickname in quotation marks between two words with capitals: Hamza ‘Zoufri’ Trabelsi. */
function isNickname(tokens: Tokens, hash: Int32Array, at: number): boolean {
  const { kind } = tokens;
  return (
    OPENING_QUOTES.has(hash[at]!) &&
    at + 3 < tokens.count &&
    (kind[at + 1]! & TokenKind.capital) !== 0 &&
    (kind[at + 2]! & TokenKind.punctuation) !== 0 &&
    (kind[at + 3]! & TokenKind.capital) !== 0
  );
}

function isParticle(tokens: Tokens, hash: Int32Array, i: number, words: ReadonlySet<number>): boolean {
  const kind = tokens.kind[i]!;
  return (
    (kind & TokenKind.word) !== 0 &&
    (kind & TokenKind.capital) === 0 &&
    tokens.end[i]! - tokens.start[i]! <= 6 &&
    words.has(hash[i]!)
  );
}

/** A score stands just behind: `Groningen-Telstar 2-1`. */
function isScored(tokens: Tokens, at: number): boolean {
  return at + 1 < tokens.count && (tokens.kind[at + 1]! & TokenKind.number) !== 0;
}

/** First parts that make a place of their own with what follows: `Midden-Nederland`, `West-Papoea`. */
const DIRECTIONS = new Set(
  (
    'noord zuid oost west midden centraal noordoost noordwest zuidoost zuidwest groot klein nieuw oud hoog laag opper neder binnen buiten achter voor trans ' +
    'north south east west central northeast northwest southeast southwest greater lesser new old upper lower inner outer'
  )
    .split(' ')
    .map(hashOf),
);

/**
 * Cuts `Genk-Lierse` and `België-Nederland` at the hyphen when one side is a known place and the other one too, or the name of
 * something else, or any name before a score, and no list knows the whole (`Bosnië-Herzegovina`); the chain can still take the parts for one name. Any
 * other word with a hyphen stays whole, so that no suggestion begins or ends inside `Midden-Nederland`.
 */
function splitPlacePairs(text: string, tokens: Tokens, gazetteer: Gazetteer): Tokens {
  let pairs: Map<number, number> | undefined;
  for (let i = 0; i < tokens.count; i++) {
    if ((tokens.kind[i]! & TokenKind.capital) === 0) continue;
    const start = tokens.start[i]!;
    const end = tokens.end[i]!;
    if (end - start < 7) continue;
    for (let k = start + 3; k < end - 2; k++) {
      if (!isHyphen(text.charCodeAt(k))) continue;
      const first = hashFolded(text, start, k);
      const sides = [gazetteer.lookup(first), gazetteer.lookup(hashFolded(text, k + 1, end))];
      const isPlace = (bits: number): boolean => (bits & PLACE_BITS & ~Known.region) !== 0;
      if (
        isCapital(text.charCodeAt(k + 1)) &&
        !gazetteer.lookup(hashFolded(text, start, end)) &&
        !DIRECTIONS.has(first) &&
        sides.some(isPlace) &&
        (sides.every((bits) => isPlace(bits) || (bits & (Known.otherName | Known.organisation)) !== 0) ||
          (isScored(tokens, i) && sides.every((bits) => isPlace(bits) || bits === 0)))
      ) {
        (pairs ??= new Map()).set(i, k);
      }
      break;
    }
  }
  if (!pairs) return tokens;
  const count = tokens.count + 2 * pairs.size;
  const split = { count, start: new Int32Array(count), end: new Int32Array(count), kind: new Uint8Array(count) };
  let n = 0;
  const put = (start: number, end: number, kind: number) => {
    split.start[n] = start;
    split.end[n] = end;
    split.kind[n++] = kind;
  };
  for (let i = 0; i < tokens.count; i++) {
    const hyphen = pairs.get(i);
    const [start, end, kind] = [tokens.start[i]!, tokens.end[i]!, tokens.kind[i]!];
    if (hyphen === undefined) put(start, end, kind);
    else {
      put(start, hyphen, kind);
      put(hyphen, hyphen + 1, TokenKind.punctuation | TokenKind.joined);
      put(hyphen + 1, end, (kind & ~TokenKind.lineStart) | TokenKind.joined);
    }
  }
  return split;
}
