import type { Selector } from '../annotation/annotation';
import { fold } from '../text/fold';

/** A quote with its surroundings, folded: `units` holds before, the words and after, as they stood in one text. */
export interface Pattern {
  readonly units: Uint16Array;
  /** Where the words begin and end in `units`. */
  readonly start: number;
  readonly end: number;
}

/** The pattern of one part of a selector; only the first part has text before it, only the last after it. */
export function patternOf(selector: Selector, part = 0): Pattern {
  const before = part === 0 ? (selector.before ?? '') : '';
  const after = part === selector.quote.length - 1 ? (selector.after ?? '') : '';
  return patternFrom(before, selector.quote[part] ?? '', after);
}

export function patternFrom(before: string, quote: string, after: string): Pattern {
  const whole = fold(before + quote + after);
  const words = { start: before.length, end: before.length + quote.length };
  return { units: whole.units, ...whole.rangeToFolded(words) };
}
