import type { Selector } from '../annotation/annotation';
import type { Range } from '../text/range';
import type { IndexedText } from './indexed-text';
import type { Placement } from './placement';

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

/** Places selectors in a text; results in the order of the selectors. */
export function anchorAll(_text: string | IndexedText, _selectors: readonly Selector[], _options: AnchorOptions = {}): Placement[] {
  throw new Error('not built yet');
}

/** Follows targets from one version of a text to another by comparing the two: step 3 of ANCHORING.md. UTF-16 ranges. */
export function carry(_baseText: string, _text: string | IndexedText, _targets: readonly (readonly Range[])[]): Placement[] {
  throw new Error('not built yet');
}
