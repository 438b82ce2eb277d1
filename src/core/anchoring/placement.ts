import type { Range } from '../text/range';

/** A place where a target may stand. */
export interface Candidate {
  /** One range per part, in order; UTF-16. */
  readonly parts: readonly Range[];
  /** 0 to 1. */
  readonly score: number;
}

export type PlacementState = 'anchored' | 'ambiguous' | 'orphaned';

/** What became of one selector in one text. */
export interface Placement {
  readonly state: PlacementState;
  /** From the first part's start to the last part's end; only when anchored. UTF-16. */
  readonly range?: Range;
  /** One range per part; only when anchored. */
  readonly parts?: readonly Range[];
  /** Confidence from 0 to 1 of the best candidate; 0 when there is none. */
  readonly score: number;
  /** Best first; empty when the place is certain because the text is the same. */
  readonly candidates: readonly Candidate[];
  /** Anchored, but the words there differ from the quote (after folding) or a number or negation changed. */
  readonly changed?: boolean;
}
