import type { Selector } from '../annotation/annotation';
import type { Range } from '../text/range';
import { IndexedText } from './indexed-text';
import { Placing } from './placing';
import type { Placement } from './placement';
import { placeFromBase } from './base-placing';
import { Comparison } from './comparison';

export interface AnchorOptions {
  /** A version of the text on which some of the annotations were made; used for selectors with its id or without any. */
  readonly baseText?: string;
  /** More versions by their text id (12 hex digits). */
  readonly baseTexts?: ReadonlyMap<string, string>;
}

/** Places one selector. For many selectors in one text use `anchorAll`: it is faster, and neighbours help each other. */
export function anchor(text: string | IndexedText, selector: Selector, options?: AnchorOptions): Placement {
  return anchorAll(text, [selector], options)[0]!;
}

/**
 * Places selectors in a text; results in the order of the selectors. Every selector gets an answer: anchored where it is
 * certain, ambiguous with ranked candidates, or orphaned. Never throws for what a selector says.
 */
export function anchorAll(
  text: string | IndexedText,
  selectors: readonly Selector[],
  options: AnchorOptions = {},
): Placement[] {
  return new Placing(IndexedText.of(text), options).place(selectors);
}

/**
 * Follows targets from one version of a text to another by comparing the two: step 3 of ANCHORING.md. Ranges in UTF-16
 * of each text; a target's parts are ordered and disjoint.
 */
export function carry(
  baseText: string | IndexedText,
  text: string | IndexedText,
  targets: readonly (readonly Range[])[],
): Placement[] {
  const base = IndexedText.of(baseText);
  const now = IndexedText.of(text);
  const comparison = new Comparison(base, now);
  return targets.map((parts) => placeFromBase(comparison, base, now, parts));
}
