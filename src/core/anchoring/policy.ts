/** When a candidate may be taken without asking a person (ANCHORING.md, placing). */
export interface AcceptancePolicy {
  /** Least similarity of the words to the quote. */
  readonly exact: number;
}
export const POLICY: AcceptancePolicy = { exact: 0.75 };
