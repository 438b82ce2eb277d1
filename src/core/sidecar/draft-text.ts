import { keepsBlankLines, lineBreakOf, withLineBreaks } from '../yaml/splice';
import type { SegmentedSidecar } from './segmented';
import type { EntrySegment, Segment } from './segments';

/**
 * The lines of a sidecar in the course of being edited: its segments, and the text of those that are new. Everything else is taken
 * from the old text, byte for byte, when it is rendered.
 */
export class DraftText {
  readonly segments: Segment[];
  protected readonly lineBreak: '\n' | '\r\n';
  private readonly texts = new Map<Segment, string>();

  constructor(readonly original: SegmentedSidecar) {
    this.segments = [...original.segments];
    this.lineBreak = lineBreakOf(original.text);
  }

  textOf(segment: Segment): string {
    const text = this.texts.get(segment);
    if (text !== undefined) return text;
    const start = this.original.starts[this.original.segments.indexOf(segment)]!;
    return this.original.text.slice(start, start + segment.length);
  }

  /** Puts other comment lines straight above an entry, in the place of those that stand there; either may be empty. */
  recomment(entry: EntrySegment, old: string, comments: string): void {
    const place = this.segments.indexOf(entry);
    const own = withLineBreaks(comments, this.lineBreak);
    const known = withLineBreaks(old, this.lineBreak);
    const before = this.segments[place - 1];
    if (known === '') this.segments.splice(place, 0, this.newGap(own));
    else if (before?.kind === 'gap' && this.textOf(before).endsWith(known))
      this.setGap(before, this.textOf(before).slice(0, -known.length) + own);
  }

  /** Puts comment lines straight above a segment, in its column; at the end of the text where it is absent. */
  insertComments(comments: readonly string[], above: Segment | undefined): void {
    const column = above !== undefined && 'indent' in above ? above.indent : 0;
    const text = comments.map((comment) => `${' '.repeat(column)}${comment}${this.lineBreak}`).join('');
    const place = above === undefined ? this.segments.length : this.segments.indexOf(above);
    const previous = this.segments[place - 1];
    this.segments.splice(place, 0, ...(previous === undefined ? [] : this.breakAfter(previous)), this.newGap(text));
  }

  /** Gives a new segment its text. */
  protected put<T extends Segment>(segment: T, text: string): T {
    this.texts.set(segment, text);
    return segment;
  }

  /** A new segment that is not taken after all. */
  protected forget(segment: Segment): void {
    this.texts.delete(segment);
  }

  /** A blank line, where it is nobody's. */
  protected blankAfter(segment: Segment): readonly Segment[] {
    return keepsBlankLines(this.textOf(segment)) ? [] : [this.newGap(this.lineBreak)];
  }

  protected newGap(text: string): Segment {
    const gap: Segment = { kind: 'gap', length: text.length };
    return this.put(gap, text);
  }

  protected setGap(gap: Segment, text: string): void {
    const place = this.segments.indexOf(gap);
    if (text === '') this.segments.splice(place, 1);
    else this.segments[place] = this.newGap(text);
  }

  /** The line break that the file's last line may lack. */
  protected breakAfter(segment: Segment): readonly Segment[] {
    return /\n$/.test(this.textOf(segment)) ? [] : [this.newGap(this.lineBreak)];
  }

  /** The new text; what was not touched is copied in runs. */
  render(): string {
    const { text, segments: old, starts } = this.original;
    let result = '';
    let place = 0;
    let runStart = 0;
    let runEnd = 0;
    for (const segment of this.segments) {
      const own = this.texts.get(segment);
      if (own !== undefined) {
        result += text.slice(runStart, runEnd) + own;
        runStart = runEnd;
        continue;
      }
      while (old[place] !== segment)
        if (++place >= old.length) throw new Error('A segment was moved without its text.');
      const start = starts[place]!;
      if (start !== runEnd) {
        result += text.slice(runStart, runEnd);
        runStart = start;
      }
      runEnd = start + segment.length;
    }
    return result + text.slice(runStart, runEnd);
  }
}
