import type { Range } from './range';

/** How far back a cluster can begin; flags and joined emoji are shorter. */
const REACH = 64;

/**
 * The smallest range of whole graphemes (UAX #29) that holds the range, which is clamped to the text; CRLF is one
 * grapheme. An empty range stays empty and moves to the start of the grapheme that it is in.
 */
export function wholeGraphemes(text: string, range: Range): Range {
  const start = Math.max(0, Math.min(range.start, text.length));
  const end = Math.max(start, Math.min(range.end, text.length));
  const from = boundaryAtOrBefore(text, start);
  if (end === start) return { start: from, end: from };
  const before = boundaryAtOrBefore(text, end);
  return { start: from, end: before === end ? end : boundaryAfter(text, before) };
}

/** The last grapheme boundary at or before an offset. */
export function boundaryAtOrBefore(text: string, offset: number): number {
  if (offset <= 0) return 0;
  if (offset >= text.length || isSafe(text, offset)) return Math.min(offset, text.length);
  let from = offset;
  while (from > 0 && offset - from < REACH && !(from < offset && isSafe(text, from))) from--;
  if (isLow(text.charCodeAt(from)) && isHigh(text.charCodeAt(from - 1))) from--;
  let boundary = from;
  for (const { index } of segment(text.slice(from, offset + REACH))) {
    if (from + index > offset) break;
    boundary = from + index;
  }
  return boundary;
}

function boundaryAfter(text: string, offset: number): number {
  const [first] = segment(text.slice(offset, offset + 2 * REACH));
  return offset + (first?.segment.length ?? 0);
}

let segmenter: Intl.Segmenter | undefined;

/** Made when the first text needs it: the first segmenter of a process takes some 10 ms, which activation can do without. */
function segment(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** True when the units on both sides are plain Latin-1 and so never joined, which spares the segmenter nearly always. */
function isSafe(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before < 0x300 && after < 0x300 && !(before === 0x0d && after === 0x0a);
}

function isHigh(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}

function isLow(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}
