/** The public face of the anchoring engine: ranges are half-open in UTF-16 units of the text as given. */
export { describe, describeAll, type Target } from './describe';
export { anchor, anchorAll, carry, type AnchorOptions } from './anchor';
export { matchQuote, findExact, type QuoteContext, type QuoteMatch, type ExactQuote } from './quote';
export {
  TargetFollower,
  type FollowedTarget,
  type TextChange,
  type ChangeEvent,
  type FollowResult,
  type Reanchoring,
} from './follow';
export { IndexedText } from './indexed-text';
export { POLICY, type AcceptancePolicy } from './policy';
export type { Candidate, Placement, PlacementState } from './placement';
