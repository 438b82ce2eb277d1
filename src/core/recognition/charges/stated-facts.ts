import type { Range } from '../../text/range';
import type { ChargeMention } from './charge-mention';
import type { Reading } from './charge-reader';
import { Mark } from './grammar';
import type { Grammar } from './grammar';
import { factPatterns } from './languages/fact-patterns';
import type { FactPatterns } from './languages/fact-patterns';
import type { Phrase } from './offence-phrase';
import { is } from './sentence';
import type { Sentence } from './sentence';

type Facts = Pick<ChargeMention, 'penalty' | 'law' | 'against' | 'reportedBy'>;

/** What the sentence says beside the offence: penalty, law, person, source; the nearest of each. */
export function statedFacts(sentence: Sentence, reading: Reading, phrase: Phrase, grammar: Grammar): Facts {
  const patterns = factPatterns()[grammar.language];
  const from = sentence.starts[0] ?? 0;
  const text = sentence.text.slice(from, sentence.ends[sentence.count - 1]);
  const offence = { start: sentence.starts[phrase.from] ?? 0, end: sentence.ends[phrase.to - 1] ?? 0 };
  const lower = inLowerCase(text);
  const penalty = patterns.penaltyWords.test(lower) ? nearest(lower, from, patterns.penalty, offence) : undefined;
  const law = patterns.lawWords.test(lower) ? nearest(lower, from, patterns.law, offence) : undefined;
  const reportedBy = patterns.reporterWords.test(text) ? findReporter(text, from, patterns, offence) : undefined;
  const against = findAccused(sentence, reading, phrase, patterns, reportedBy);
  return {
    ...(penalty === undefined ? {} : { penalty }),
    ...(law === undefined ? {} : { law }),
    ...(against === undefined ? {} : { against }),
    ...(reportedBy === undefined ? {} : { reportedBy }),
  };
}

/** Lower case with every offset kept: a letter that changes length (İ) leaves the text as it is. */
function inLowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

function nearest(text: string, offset: number, pattern: RegExp, offence: Range): Range | undefined {
  let best: (Range & { distance: number }) | undefined;
  for (const match of text.matchAll(pattern)) {
    const start = offset + match.index;
    const end = start + match[0].trimEnd().length;
    if (start < offence.end && offence.start < end) continue;
    const distance = start >= offence.end ? start - offence.end : offence.start - end;
    if (best === undefined || distance < best.distance) best = { start, end, distance };
  }
  return best === undefined ? undefined : { start: best.start, end: best.end };
}

/** The first group of a pattern is who says so. */
function findReporter(text: string, offset: number, patterns: FactPatterns, offence: Range): Range | undefined {
  for (const pattern of patterns.reporter) {
    const match = pattern.exec(text);
    const name = match?.[1];
    if (match === null || name === undefined) continue;
    const start = offset + match.index + match[0].indexOf(name);
    const range = { start, end: start + name.length };
    if (range.end <= offence.start || range.start >= offence.end) return range;
  }
  return undefined;
}

/**
 * The person before a passive (`Bilash was charged with`), the object between verb and link (`accused him of`), or who
 * follows `against`: a name, else a pronoun or a noun phrase.
 */
function findAccused(
  sentence: Sentence,
  reading: Reading,
  phrase: Phrase,
  patterns: FactPatterns,
  reporter: Range | undefined,
): Range | undefined {
  const { at } = reading;
  for (let k = 0; k < sentence.count; k++)
    if (patterns.against.has(sentence.words[k] ?? '') && (k < phrase.from || k >= phrase.to)) {
      const found = nounPhraseFrom(sentence, k + 1);
      if (found !== undefined) return found;
    }
  // An object between an active verb and its link.
  if (phrase.from > at && !isPassive(sentence, at, patterns)) {
    const object = nounPhraseFrom(sentence, at + 1);
    if (object !== undefined && object.end <= (sentence.starts[phrase.from - 1] ?? 0)) return object;
  }
  const before = Math.min(at, phrase.from);
  for (let k = before - 1; k >= 0; k--) {
    if (is(sentence, k, Mark.Stop) && is(sentence, k, Mark.Punctuation)) break;
    const personal = patterns.pronouns.has(sentence.words[k] ?? '');
    const name =
      is(sentence, k, Mark.Capital) && !is(sentence, k - 1, Mark.Preposition) && isName(sentence, k, patterns);
    if (!personal && !name) continue;
    const range = name ? nameAround(sentence, k) : { start: sentence.starts[k] ?? 0, end: sentence.ends[k] ?? 0 };
    if (range !== undefined && range.start !== reporter?.start) return range;
  }
  // Dutch inversion puts the subject after the verb.
  for (let k = 0; k < phrase.from; k++)
    if (patterns.pronouns.has(sentence.words[k] ?? ''))
      return { start: sentence.starts[k] ?? 0, end: sentence.ends[k] ?? 0 };
  return nounPhraseFrom(sentence, 0, before);
}

function isPassive(sentence: Sentence, at: number, patterns: FactPatterns): boolean {
  for (let k = Math.max(0, at - 5); k < at; k++) if (patterns.passive.has(sentence.words[k] ?? '')) return true;
  return false;
}

function isName(sentence: Sentence, at: number, patterns: FactPatterns): boolean {
  if (at > 0) return !is(sentence, at, Mark.TimeOrPlace);
  return (
    !is(sentence, at, Mark.Determiner | Mark.Preposition | Mark.Passable | Mark.Stop) &&
    !patterns.openers.has(sentence.words[at] ?? '')
  );
}

const PARTICLE = /^(?:van|de|der|den|ter|ten|bin|al|el|von|du|da|dos|y)$/;

/** The run of capitals and particles that holds the token. */
function nameAround(sentence: Sentence, at: number): Range | undefined {
  let from = at;
  while (
    from > 0 &&
    (is(sentence, from - 1, Mark.Capital) ||
      (PARTICLE.test(sentence.words[from - 1] ?? '') && is(sentence, from - 2, Mark.Capital)))
  )
    from--;
  while (from < at && is(sentence, from, Mark.Determiner | Mark.Preposition)) from++;
  let to = at + 1;
  while (is(sentence, to, Mark.Capital)) to++;
  // A place after a preposition is nobody (`in Den Haag`).
  if (from > 0 && is(sentence, from - 1, Mark.Preposition)) return undefined;
  return { start: sentence.starts[from] ?? 0, end: sentence.ends[to - 1] ?? 0 };
}

/** A name or a short noun phrase that starts at a token, without its article. */
function nounPhraseFrom(sentence: Sentence, at: number, limit = sentence.count): Range | undefined {
  let from = at;
  while (
    from < limit &&
    is(sentence, from, Mark.Quote | Mark.Determiner | Mark.Numeral) &&
    !/^(?:her|haar)$/.test(sentence.words[from] ?? '')
  )
    from++;
  let to = from;
  while (to < limit && to < from + 6) {
    const particle = PARTICLE.test(sentence.words[to] ?? '') && is(sentence, to + 1, Mark.Capital);
    const pronoun = to === from && /^(?:him|her|them|hem|haar|hen)$/.test(sentence.words[to] ?? '');
    if (pronoun) {
      to++;
      break;
    }
    if (!particle && is(sentence, to, Mark.Stop | Mark.Preposition | Mark.Conjunction | Mark.Comma | Mark.Punctuation))
      break;
    to++;
  }
  return to > from ? { start: sentence.starts[from] ?? 0, end: sentence.ends[to - 1] ?? 0 } : undefined;
}
