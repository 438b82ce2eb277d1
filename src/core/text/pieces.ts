import type { Range } from './range';

/** UTF-16 units of a paragraph that are looked at in one go: some two milliseconds of work. */
const PIECE = 2_000;

/** A part of a text by paragraphs, long ones cut where a sentence or at least a word ends. */
export function piecesOf(text: string, from: number, to: number): Range[] {
  const pieces: Range[] = [];
  for (let start = from; start < to;) {
    const newline = text.indexOf('\n', start);
    const paragraph = newline < 0 || newline > to ? to : newline;
    let end = paragraph;
    if (paragraph - start > PIECE) {
      const sentence = text.lastIndexOf('. ', start + PIECE);
      const word = text.lastIndexOf(' ', start + PIECE);
      end = sentence > start ? sentence + 1 : word > start ? word : start + PIECE;
    }
    if (end > start) pieces.push({ start, end });
    start = end === paragraph ? paragraph + 1 : end;
  }
  return pieces;
}
