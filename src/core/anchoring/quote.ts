import { fold } from '../text/fold';
import type { Range } from '../text/range';
import { backwards, closestBeginning, forwards, scanEnds } from './edit-distance';

export interface QuoteContext {
  readonly prefix?: string;
  readonly suffix?: string;
  /** Expected start, UTF-16. */
  readonly hint?: number;
}

export interface QuoteMatch extends Range {
  /** 0 to 1; 1 when quote and context are found as they are. */
  readonly score: number;
}

export interface ExactQuote {
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** What words, text before, text after and nearness to the hint weigh. */
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, hint: 2 } as const;
/** Half of the words may differ, but no more units than this. */
const MOST_ERRORS = 256;
/** Places with equally few errors that are compared by context. */
const MOST_PLACES = 5000;

/**
 * The best candidate for a quote, whatever its score, or null when less than half of it is anywhere in the text: what a command
 * may offer, not what may be placed without asking. Among equals the place nearest to the hint wins, else the first.
 */
export function matchQuote(text: string, quote: string, context: QuoteContext = {}): QuoteMatch | null {
  const whole = fold(text);
  const words = fold(quote).units;
  if (words.length === 0 || whole.length === 0) return null;
  const prefix = fold(context.prefix ?? '').units;
  const suffix = fold(context.suffix ?? '').units;
  let best: QuoteMatch | null = null;
  for (const { start, end, errors } of closestPlaces(whole.units, words)) {
    const range = whole.rangeToRaw(start, end);
    const likeness = {
      quote: 1 - errors / words.length,
      prefix: contextLikeness(
        backwards(prefix, 0, prefix.length),
        backwards(whole.units, Math.max(0, start - 2 * prefix.length), start),
      ),
      suffix: contextLikeness(
        forwards(suffix, 0, suffix.length),
        forwards(whole.units, end, Math.min(whole.length, end + 2 * suffix.length)),
      ),
      hint: context.hint === undefined ? 1 : Math.max(0, 1 - Math.abs(range.start - context.hint) / text.length),
    };
    const score =
      (WEIGHTS.quote * likeness.quote +
        WEIGHTS.prefix * likeness.prefix +
        WEIGHTS.suffix * likeness.suffix +
        WEIGHTS.hint * likeness.hint) /
      (WEIGHTS.quote + WEIGHTS.prefix + WEIGHTS.suffix + WEIGHTS.hint);
    if (!best || score > best.score) best = { ...range, score };
  }
  return best;
}

/**
 * All places, overlapping ones too, where the quote stands with exactly this context, ascending. An empty quote stands
 * between any two characters. Nothing is folded.
 */
export function findExact(text: string, { exact, prefix = '', suffix = '' }: ExactQuote): Range[] {
  const sought = prefix + exact + suffix;
  const found: Range[] = [];
  for (let at = text.indexOf(sought); at !== -1 && at <= text.length; at = text.indexOf(sought, at + 1)) {
    const start = at + prefix.length;
    const splitsPair = (text.charCodeAt(start) & 0xfc00) === 0xdc00 && (text.charCodeAt(start - 1) & 0xfc00) === 0xd800;
    if (!splitsPair) found.push({ start, end: start + exact.length });
    // indexOf of an empty string answers the text's length for ever.
    if (at === text.length) break;
  }
  return found;
}

interface Place extends Range {
  readonly errors: number;
}

function contextLikeness(pattern: ReturnType<typeof forwards>, text: ReturnType<typeof forwards>): number {
  return pattern.length === 0 ? 1 : 1 - closestBeginning(pattern, text).errors / pattern.length;
}

/** The places with the fewest errors, ascending; empty when even those have too many. */
function closestPlaces(units: Uint16Array, words: Uint16Array): readonly Place[] {
  const exact = occurrences(units, words);
  if (exact.length > 0) return exact.map((start) => ({ start, end: start + words.length, errors: 0 }));
  let fewest = Math.min(MOST_ERRORS, Math.floor(words.length / 2));
  let ends: number[] = [];
  scanEnds(forwards(words, 0, words.length), forwards(units, 0, units.length), (errors, end) => {
    if (errors > fewest) return;
    if (errors < fewest) ends = [];
    fewest = errors;
    if (ends.length < MOST_PLACES) ends.push(end);
  });
  return ends.map((end) => {
    const reach = Math.max(0, end - words.length - fewest);
    const { length } = closestBeginning(backwards(words, 0, words.length), backwards(units, reach, end));
    return { start: end - length, end, errors: fewest };
  });
}

function occurrences(units: Uint16Array, words: Uint16Array): number[] {
  const found: number[] = [];
  const first = words[0]!;
  for (
    let at = units.indexOf(first);
    at !== -1 && at + words.length <= units.length;
    at = units.indexOf(first, at + 1)
  ) {
    let k = 1;
    while (k < words.length && units[at + k] === words[k]) k++;
    if (k === words.length && found.push(at) >= MOST_PLACES) break;
  }
  return found;
}
