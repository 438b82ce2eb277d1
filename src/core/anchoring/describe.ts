import type { Selector } from '../annotation/annotation';
import { boundaryAtOrBefore, wholeGraphemes } from '../text/graphemes';
import type { Range } from '../text/range';
import { normaliseText } from '../text/text-id';
import { assess, type Lookalike } from './candidates';
import { THOROUGH } from './diagonals';
import { findVerbatim } from './exact';
import { IndexedText } from './indexed-text';
import { endsBySameLine } from './own-line';
import { patternFrom, patternOf } from './pattern';
import { POLICY, type Rivalry } from './policy';
import { findPlaces } from './several-parts';

/** What is to be described: one range, or the ordered and disjoint parts of one target. */
export type Target = Range | readonly Range[];

/** Characters of context on each side, in UTF-16 units; doubled up to the most until the quote is unique. */
const CONTEXT = 32;
const MOST_CONTEXT = 256;

/**
 * The selector of one target. For several targets in one text use `describeAll`, which indexes the text once.
 * Ranges in UTF-16; they are clamped to the text and widened to whole graphemes.
 */
export function describe(text: string | IndexedText, target: Target): Selector {
  return describeAll(text, [target])[0]!;
}

/** Selectors of targets in one text, in their order. */
export function describeAll(text: string | IndexedText, targets: readonly Target[]): Selector[] {
  const indexed = IndexedText.of(text);
  return targets.map((target) => describeIn(indexed, isRange(target) ? [target] : target));
}

function isRange(target: Target): target is Range {
  return !Array.isArray(target);
}

function describeIn(indexed: IndexedText, ranges: readonly Range[]): Selector {
  const { text, codePoints } = indexed;
  // A byte order mark is no part of the text: nothing begins before it.
  const least = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const parts = ranges.map(({ start, end }) =>
    wholeGraphemes(text, { start: Math.max(least, start), end: Math.max(least, end) }),
  );
  const quote = parts.map(({ start, end }) => normaliseText(text.slice(start, end)));
  const facts = { quote, textId: indexed.id, parts: parts.map((part) => codePoints.rangeToCodePoints(part)) };
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last) return facts;
  let known: Lookalike | undefined;
  for (let length = CONTEXT; ; length *= 2) {
    const selector = { ...facts, before: before(text, first.start, length), after: after(text, last.end, length) };
    const whole = selector.before.length < length && selector.after.length < length;
    const mayExtend = length < MOST_CONTEXT && !whole;
    if (mayExtend && !isUnique(indexed, selector)) continue;
    if (mayExtend && known && isStillLike(indexed, selector, known)) continue;
    const start = indexed.folded.toFolded(first.start);
    known = lookalikeOf(indexed, selector, start);
    const rivalry = rivalryOf(indexed, selector, start, known);
    if (mayExtend && (rivalry.lineRepeats || (rivalry.rival ?? 0) > POLICY.distinct)) continue;
    return { ...selector, ...rivalry };
  }
}

/** The context is cut between graphemes, as the quote is. */
function before(text: string, end: number, length: number): string {
  const start = boundaryAtOrBefore(text, Math.max(0, end - length));
  return normaliseText(text.slice(start, end));
}

function after(text: string, start: number, length: number): string {
  const end = start + length >= text.length ? text.length : boundaryAtOrBefore(text, start + length);
  return normaliseText(text.slice(start, Math.max(start, end)));
}

/** True when the quote with its context stands in the text but once. Targets of several parts are judged by their ends. */
function isUnique(indexed: IndexedText, { quote, before: prefix, after: suffix }: Selector): boolean {
  const ends =
    quote.length === 1
      ? [patternFrom(prefix!, quote[0]!, suffix!)]
      : [patternFrom(prefix!, quote[0]!, ''), patternFrom('', quote.at(-1)!, suffix!)];
  return ends.some((pattern) => findVerbatim(indexed.folded.units, indexed.grams, pattern, 2)?.length === 1);
}

/** Places of the same line that are compared at most. */
const MOST_DOUBLES = 32;

/** The place elsewhere that is most like the words. */
function lookalikeOf(indexed: IndexedText, selector: Selector, start: number): Lookalike | undefined {
  if (selector.quote.every((words) => words === '')) return undefined;
  const places = findPlaces(indexed.folded.units, indexed.grams, selector, start, THOROUGH);
  return places.find((place) => start < place.start || start >= place.end);
}

/** True when what was most like the words in less context is still too much like them in this one: saves looking for a better. */
function isStillLike(indexed: IndexedText, selector: Selector, { start, end, exact, parts }: Lookalike): boolean {
  return !parts && assess(indexed.folded.units, patternOf(selector), start, end, exact).score > POLICY.distinct;
}

/**
 * How much like the words the best lookalike elsewhere is, in hundredths, and whether it is in a line that says the same. Only
 * what nothing tells apart has a rival of 1.
 */
function rivalryOf(indexed: IndexedText, selector: Selector, start: number, other?: Lookalike): Rivalry {
  const { units } = indexed.folded;
  const pattern = patternOf(selector);
  const ends = endsBySameLine(indexed, selector, MOST_DOUBLES).filter(
    (end) => end - start !== pattern.end - pattern.start,
  );
  const scores = ends.map((end) => assess(units, pattern, end - pattern.end + pattern.start, end, 1).score);
  const score = Math.max(other?.score ?? 0, ...scores);
  const rival = score >= 1 ? 1 : Math.min(0.99, Math.round(score * 100) / 100);
  return { ...(rival < POLICY.rival ? {} : { rival }), ...(ends.length > 0 ? { lineRepeats: true } : {}) };
}
