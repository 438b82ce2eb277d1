import type { Selector } from '../annotation/annotation';
import { assess, type Lookalike } from './candidates';
import { findVerbatim } from './exact';
import type { IndexedText } from './indexed-text';
import { patternFrom, type Pattern } from './pattern';
import { keepsWordEdges } from './word-edges';

/** A shorter line (a heading, `No.`) may come about by itself. */
const SHORTEST = 24;
/** What a line may be numbered by: the number changes when another item comes or goes. */
const NUMBER = /^\P{L}*(?:\p{L}+\P{L}+)?\d[\d.,:]*\S*\s+|^\W*\p{L}{1,4}[.):]\s+/u;

/**
 * The words with what is remembered of the line that they stand in: what stays with them wherever the line goes. Undefined
 * when that is too little to tell the line by, when the words go over its end (then they may be parted), or for a target of
 * several parts.
 * @param numbered with the number that the line begins with; without it, the words may begin before the pattern's
 */
export function ownLineOf(
  { quote, before = '', after = '' }: Selector,
  numbered: 'numbered' | 'unnumbered',
): Pattern | undefined {
  const words = quote[0];
  if (quote.length !== 1 || words === undefined || words.includes('\n')) return undefined;
  const lineStart = before.lastIndexOf('\n') + 1;
  const lineEnd = after.indexOf('\n');
  const inLine = before.slice(lineStart) + words;
  const knowsStart = numbered === 'unnumbered' && lineStart > 0;
  const number = knowsStart ? (NUMBER.exec(inLine)?.[0].length ?? 0) : 0;
  const ahead = inLine.length - words.length;
  const pattern = patternFrom(
    inLine.slice(number, Math.max(number, ahead)),
    words.slice(Math.max(0, number - ahead)),
    lineEnd === -1 ? after : after.slice(0, lineEnd),
  );
  return pattern.units.length < SHORTEST ? undefined : pattern;
}

/** Where the line of the words, as far as it is remembered and but for its number, puts their end; stops after `most`. */
export function endsBySameLine({ folded, grams }: IndexedText, selector: Selector, most: number): readonly number[] {
  const line = ownLineOf(selector, 'unnumbered');
  return line ? (findVerbatim(folded.units, grams, line, most) ?? []).map((at) => at + line.end - line.start) : [];
}

/**
 * Where the words are if their line stood nowhere else when they were described and stands nowhere else now. Paragraphs get moved,
 * cut out and put between: that what surrounds the line is another is no evidence against it.
 */
export function onlyLinePlace(text: IndexedText, selector: Selector, pattern: Pattern): Lookalike | undefined {
  if (selector.lineRepeats || (selector.rival ?? 0) >= 1) return undefined;
  const ends = endsBySameLine(text, selector, 2);
  return ends.length === 1 ? wordsEndingAt(text.folded.units, ends[0]!, pattern) : undefined;
}

/** Lines that change places go little further than this. */
const CLOSE_BY = 300;

/**
 * The place itself, or where the words are close by it: what surrounds a line tells the neighbourhood, and the line itself where in
 * it, so when the line at a place is another but the words' own is near, the two changed places. Undefined when that leaves it open:
 * when there are two such lines, or the one stands further off than the surroundings are remembered, where there may have been a double.
 */
export function inOwnLine(
  units: Uint16Array,
  selector: Selector,
  pattern: Pattern,
  place: Lookalike,
): Lookalike | undefined {
  const line = ownLineOf(selector, 'numbered');
  if (!line) return place;
  const from = Math.max(0, place.start - pattern.start - CLOSE_BY);
  const to = place.end + pattern.units.length - pattern.end + CLOSE_BY;
  const ends = occurrences(line.units, units.subarray(from, to)).map((at) => from + at + line.end);
  if (ends.length === 0 || ends.includes(place.end)) return place;
  const isRemembered = ends[0]! >= from + CLOSE_BY + line.units.length && ends[0]! <= to - CLOSE_BY;
  if (ends.length > 1 || !isRemembered || occurrences(line.units, pattern.units).length > 1) return undefined;
  return wordsEndingAt(units, ends[0]!, pattern);
}

/** The words of a pattern, exactly as they were, at the place where they are to end. */
function wordsEndingAt(units: Uint16Array, end: number, pattern: Pattern): Lookalike | undefined {
  const start = end - (pattern.end - pattern.start);
  for (let k = start; k < end; k++) if (units[k] !== pattern.units[pattern.start + k - start]) return undefined;
  const place = assess(units, pattern, start, end, 1);
  return keepsWordEdges(pattern, units, place) ? place : undefined;
}

/** Where all of a pattern stands in a stretch. */
function occurrences(pattern: Uint16Array, stretch: Uint16Array): number[] {
  const found: number[] = [];
  for (let at = stretch.indexOf(pattern[0]!); at !== -1; at = stretch.indexOf(pattern[0]!, at + 1)) {
    let k = 1;
    while (k < pattern.length && stretch[at + k] === pattern[k]) k++;
    if (k === pattern.length) found.push(at);
  }
  return found;
}
