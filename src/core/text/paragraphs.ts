import type { Range } from './range';
import { isLower } from './tokens';

/** A line that breaks before this width is no wrapped one: a heading, a byline, an item of a list. */
const NARROWEST_WRAP = 40;
const WIDEST_WRAP = 130;

/** A line that ends on one of these goes on in the next. */
const GOES_ON =
  /(?:^|[^\p{L}])(?:de|het|een|van|der|den|ter|ten|te|in|op|en|of|bij|voor|met|the|a|an|of|and|to|at|by|for|with|from|bin|al|el)$/iu;

/**
 * Paragraphs of a text: maximal runs of lines that were broken only to fit a width, without surrounding line ends.
 * Blank lines separate; a single line end separates unless it looks like a wrapped line. The rule looks at two lines
 * alone, so that an edit can only change paragraphs next to it.
 */
export function findParagraphs(text: string): Range[] {
  const paragraphs: Range[] = [];
  let start = -1;
  let lineStart = 0;
  let previous: Range | undefined;
  while (lineStart <= text.length) {
    let lineEnd = text.indexOf('\n', lineStart);
    if (lineEnd < 0) lineEnd = text.length;
    const end = lineEnd > lineStart && text.charCodeAt(lineEnd - 1) === 13 ? lineEnd - 1 : lineEnd;
    const blank = isBlank(text, lineStart, end);
    if (previous && (blank || !isWrapped(text, previous, { start: lineStart, end }))) {
      paragraphs.push({ start, end: previous.end });
      previous = undefined;
    }
    if (!blank) {
      if (!previous) start = lineStart;
      previous = { start: lineStart, end };
    }
    lineStart = lineEnd + 1;
  }
  if (previous) paragraphs.push({ start, end: previous.end });
  return paragraphs;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (text.charCodeAt(i) > 32 && text.charCodeAt(i) !== 0xa0) return false;
  return true;
}

/** True when `line` seems to be broken for width before `next`. */
function isWrapped(text: string, line: Range, next: Range): boolean {
  let first = next.start;
  while (first < next.end && text.charCodeAt(first) <= 32) first++;
  let last = line.end - 1;
  while (last > line.start && text.charCodeAt(last) <= 32) last--;
  const closing = text[last]!;
  if ('.?!:;”"’»…'.includes(closing)) return false;
  if (isLower(text.charCodeAt(first)) || closing === ',') return true;
  if (GOES_ON.test(text.slice(Math.max(line.start, last - 8), last + 1))) return true;
  const width = line.end - line.start;
  return width >= NARROWEST_WRAP && width <= WIDEST_WRAP && next.end - next.start <= width + 15;
}
