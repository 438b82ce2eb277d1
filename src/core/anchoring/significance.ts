import type { Range } from '../text/range';
import type { Pattern } from './pattern';

/** Dutch and English words that turn a statement into its opposite. */
const NEGATIONS = new Set(
  (
    'niet geen nooit niemand niets noch nimmer zonder evenmin geenszins ' +
    'not no never none nobody nothing neither nor without cannot'
  ).split(' '),
);
const LONGEST_NEGATION = 9;

/**
 * True when the words at a place are not the pattern's, or when a negation came or went right beside them, or when a
 * number that they begin or end with goes on there: what a person has to confirm.
 */
export function wordsChanged(pattern: Pattern, units: Uint16Array, start: number, end: number): boolean {
  if (end - start !== pattern.end - pattern.start) return true;
  for (let k = 0; k < end - start; k++) if (units[start + k] !== pattern.units[pattern.start + k]) return true;
  // Where nothing is known of the context, nothing can have changed in it.
  const knownBefore = pattern.start > 0;
  const knownAfter = pattern.end < pattern.units.length;
  return (
    (knownBefore && turnsBefore(pattern.units, pattern.start) !== turnsBefore(units, start)) ||
    (knownAfter && turnsAfter(pattern.units, pattern.end) !== turnsAfter(units, end))
  );
}

/** True when the words of any part changed, in the sense of `wordsChanged`. */
export function anyChanged(patterns: readonly Pattern[], units: Uint16Array, places: readonly Range[]): boolean {
  return patterns.some((pattern, k) => wordsChanged(pattern, units, places[k]!.start, places[k]!.end));
}

/** The negations and numbers of a stretch, in order: what may not change between the parts of a target. */
export function weightOf(units: Uint16Array, start: number, end: number): string {
  const text = wordAt(units, start, end).toLowerCase();
  const words = text.match(/[\p{L}']+|\d[\d.,]*/gu) ?? [];
  return words.filter((word) => /^\d/.test(word) || isNegation(word)).join(' ');
}

type Turn = 'negation' | 'digit' | 'none';

function turnsBefore(units: Uint16Array, start: number): Turn {
  if (start > 0 && isDigit(units[start]) && isDigit(units[start - 1])) return 'digit';
  let to = start;
  if (to > 0 && units[to - 1] === 0x20) to--;
  let from = to;
  while (from > 0 && to - from <= LONGEST_NEGATION && isLetter(units[from - 1]!)) from--;
  return isNegation(wordAt(units, from, to)) ? 'negation' : 'none';
}

function turnsAfter(units: Uint16Array, end: number): Turn {
  if (end > 0 && isDigit(units[end - 1]) && isDigit(units[end])) return 'digit';
  let from = end;
  if (units[from] === 0x20) from++;
  let to = from;
  while (to < units.length && to - from <= LONGEST_NEGATION && isLetter(units[to]!)) to++;
  return isNegation(wordAt(units, from, to)) ? 'negation' : 'none';
}

function isNegation(word: string): boolean {
  const lower = word.toLowerCase();
  return NEGATIONS.has(lower) || lower.endsWith("n't");
}

function wordAt(units: Uint16Array, from: number, to: number): string {
  let word = '';
  for (let k = from; k < to; k++) word += String.fromCharCode(units[k]!);
  return word;
}

function isLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x27 || unit > 0xbf;
}

function isDigit(unit: number | undefined): boolean {
  return unit !== undefined && unit >= 0x30 && unit <= 0x39;
}
