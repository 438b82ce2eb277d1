import type { Selector } from '../annotation/annotation';
import type { Range } from '../text/range';
import type { IndexedText } from './indexed-text';

/** What is to be described: one range, or the ordered and disjoint parts of one target. */
export type Target = Range | readonly Range[];

/** The selector of one target. For several targets in one text use `describeAll`, which indexes the text once. */
export function describe(text: string | IndexedText, target: Target): Selector {
  return describeAll(text, [target])[0]!;
}

/** Selectors of targets in one text, in their order. */
export function describeAll(_text: string | IndexedText, _targets: readonly Target[]): Selector[] {
  throw new Error('not built yet');
}
