import type { Selector } from '../annotation/annotation';
import { UNKNOWN } from './alignment';

/** No text shrinks to less than this share between two looks at it; positions beyond are slips of a pen. */
const MOST_SHRINKING = 8;
const LEAST_LENGTH = 100_000;

/**
 * What the selectors of one text remember of it together: each knows its words, up to 256 characters on each side and where
 * they stood, so that a well annotated text can be put together again from its annotations alone. What nobody remembers
 * is filled with `UNKNOWN`, one for each code point, so that the positions hold.
 *
 * @param textLength of the text as it is now, which bounds what positions are believed
 * @returns the text, and which of the selectors are in it: those with positions that agree with the ones before them
 */
export function rememberedText(
  selectors: readonly Selector[],
  textLength: number,
): { readonly text: string; readonly remembered: readonly boolean[] } {
  const most = MOST_SHRINKING * textLength + LEAST_LENGTH;
  const pieces = selectors.map((selector) => piecesOf(selector, most));
  const length = pieces.reduce(
    (end, all) => all.reduce((to, piece) => Math.max(to, piece.at + piece.points.length), end),
    0,
  );
  const known = new Int32Array(length).fill(UNKNOWN);
  const remembered = pieces.map((all) => {
    if (all.length === 0 || !all.every((piece) => agrees(known, piece))) return false;
    for (const { at, points } of all) known.set(points, at);
    return true;
  });
  return { text: written(known), remembered };
}

interface Piece {
  /** In code points. */
  readonly at: number;
  readonly points: readonly number[];
}

/** The pieces of text that a selector remembers; none when its positions are not to be believed. */
function piecesOf({ quote, parts, before = '', after = '' }: Selector, most: number): Piece[] {
  if (!parts || parts.length === 0 || parts.length !== quote.length) return [];
  const pieces: Piece[] = [];
  for (let k = 0; k < parts.length; k++) {
    const { start, end } = parts[k]!;
    const points = pointsOf(quote[k]!);
    const isOrdered = start >= (k === 0 ? 0 : parts[k - 1]!.end) && end <= most;
    if (!isOrdered || end - start !== points.length) return [];
    pieces.push({ at: start, points });
  }
  const pointsBefore = pointsOf(before);
  const at = parts[0]!.start - pointsBefore.length;
  if (at < 0) return [];
  return [{ at, points: pointsBefore }, ...pieces, { at: parts.at(-1)!.end, points: pointsOf(after) }];
}

function pointsOf(text: string): number[] {
  const points: number[] = [];
  for (let k = 0; k < text.length; k++) {
    const point = text.codePointAt(k)!;
    points.push(point);
    if (point > 0xffff) k++;
  }
  return points;
}

function agrees(known: Int32Array, { at, points }: Piece): boolean {
  for (let k = 0; k < points.length; k++) if (known[at + k] !== UNKNOWN && known[at + k] !== points[k]) return false;
  return true;
}

const CHUNK = 4096;

function written(points: Int32Array): string {
  let text = '';
  for (let k = 0; k < points.length; k += CHUNK) text += String.fromCodePoint(...points.subarray(k, k + CHUNK));
  return text;
}
