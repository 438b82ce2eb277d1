import { CodePointIndex } from '../text/code-points';
import { fold, type FoldedText } from '../text/fold';
import { GramIndex } from '../text/gram-index';
import { textId } from '../text/text-id';

/** A text with what anchoring needs of it, each made when first asked for and kept as long as this is. */
export class IndexedText {
  private foldedText: FoldedText | undefined;
  private index: GramIndex | undefined;
  private points: CodePointIndex | undefined;
  private known: string | undefined;

  constructor(readonly text: string) {}

  static of(text: string | IndexedText): IndexedText {
    return typeof text === 'string' ? new IndexedText(text) : text;
  }

  get folded(): FoldedText {
    return (this.foldedText ??= fold(this.text));
  }

  get grams(): GramIndex {
    return (this.index ??= new GramIndex(this.folded.units, [{ start: 0, end: this.folded.length }]));
  }

  get codePoints(): CodePointIndex {
    return (this.points ??= new CodePointIndex(this.text));
  }

  get id(): string {
    return (this.known ??= textId(this.text));
  }
}
