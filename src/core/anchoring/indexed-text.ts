/** A text with what anchoring needs of it, made once and used for many selectors. */
export class IndexedText {
  constructor(readonly text: string) {}
}
