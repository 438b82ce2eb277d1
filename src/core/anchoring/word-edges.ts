import type { Range } from '../text/range';
import type { Pattern } from './pattern';

/** True when a range neither begins nor ends inside a word. */
export function standsFree(units: Uint16Array, start: number, end: number): boolean {
  return isWordEdge(units, start) && isWordEdge(units, end);
}

/** False when a place begins or ends inside a word although the pattern's words, with text known beside them, do not. */
export function keepsWordEdges(pattern: Pattern, units: Uint16Array, { start, end }: Range): boolean {
  return (
    (pattern.start === 0 || isWordEdge(units, start) || !isWordEdge(pattern.units, pattern.start)) &&
    (pattern.end === pattern.units.length || isWordEdge(units, end) || !isWordEdge(pattern.units, pattern.end))
  );
}

/** The range with the rest of the words that it begins and ends in. */
export function wholeWords(units: Uint16Array, { start, end }: Range): Range {
  while (!isWordEdge(units, start)) start--;
  while (!isWordEdge(units, end)) end++;
  return { start, end };
}

/** False between two letters or digits of a word. */
export function isWordEdge(units: Uint16Array, offset: number): boolean {
  return !(isWordUnit(units[offset - 1]) && isWordUnit(units[offset]));
}

/** Letters and digits of scripts that put spaces between words, as far as one unit can tell. */
function isWordUnit(unit: number | undefined): boolean {
  if (unit === undefined) return false;
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit > 0xbf && unit < 0x2000 && !isWrittenWithoutSpaces(unit))
  );
}

/** Thai to Tibetan and Burmese, and Khmer. */
function isWrittenWithoutSpaces(unit: number): boolean {
  return (unit >= 0x0e00 && unit < 0x10a0) || (unit >= 0x1780 && unit < 0x1800);
}
