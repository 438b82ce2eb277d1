import type { Range } from '../text/range';
import type { RecognizeOptions } from './recognizer';
import type { Mention } from './mention';

/** One replacement, in UTF-16 of the text before it; several are applied in the given order. */
export interface TextChange extends Range {
  readonly text: string;
}

/**
 * Recognition of one text that follows its edits. Work is cut in steps of a few milliseconds; `mentions` after the
 * last step equals what `recognize` gives for the same text and options.
 */
export interface RecognitionSession {
  readonly text: string;
  /** What is known so far, in order; mentions of paragraphs not yet looked at are missing, moved ones already moved. */
  readonly mentions: readonly Mention[];
  /** True when nothing is left to do. */
  readonly settled: boolean;
  /** Follows edits; `mentions` moves with them at once, touched paragraphs are queued. */
  update(changes: readonly TextChange[]): void;
  /** Takes new confirmed and rejected names, or another language. */
  configure(options: RecognizeOptions): void;
  /** Recognise this part first from now on. */
  show(visible: Range): void;
  /** Works for about `milliseconds` (one paragraph at least) and answers whether work is left. */
  step(milliseconds?: number): boolean;
  /** Works to the end without pausing, and answers all mentions. */
  finish(): readonly Mention[];
}
