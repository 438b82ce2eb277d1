import { GRAM, type GramIndex } from '../text/gram-index';
import type { Pattern } from './pattern';

/** How far a search goes, which bounds its time on repetitive texts. */
export interface Effort {
  /** Places of the index that are read at most. */
  readonly places: number;
  /** Grams that are asked: the rarest, ... */
  readonly rarest: number;
  /** ... and so many more, evenly spread over the pattern, whose places show what merely resembles it. */
  readonly spread: number;
  /** Places that are compared. */
  readonly compared: number;
  /** Of those, the ones that are compared in full with a long context. */
  readonly assessed: number;
}

/** Finds the place itself. */
export const QUICK: Effort = { places: 3000, rarest: 14, spread: 0, compared: 10, assessed: 4 };
/** Finds its doubles too: what a rival is told by. */
export const THOROUGH: Effort = { places: 5000, rarest: 10, spread: 10, compared: 14, assessed: 5 };

/** Units on each side of the words that grams are taken from. */
const GRAM_REACH = 64;
/** Places near the expected one that are looked at when all grams are too common. */
const NEAREST = 6;

/**
 * Where the words of a pattern would begin if its grams are to be believed, the best supported first; of equally well
 * supported places those nearest to `expected`. Each place of a gram names a diagonal; diagonals that small
 * insertions and deletions have spread are counted together.
 */
export function likelyStarts(
  index: GramIndex,
  pattern: Pattern,
  expected: number | undefined,
  effort: Effort,
): readonly number[] {
  const asked = askedGrams(index, pattern, effort);
  const rarest = asked[0];
  if (!rarest) return [];
  if (rarest.count > effort.places) return nearest(index.placesOf(rarest.bucket), rarest.offset, pattern, expected);
  const count = readStarts(index, pattern, asked, effort.places);
  // A cell is half as wide as what insertions and deletions may spread: two neighbours are counted together.
  const width = 31 - Math.clz32(8 + (pattern.units.length >> 4));
  const aim = ((expected ?? 0) + pattern.units.length) >> width;
  const best = bestCells(count, width, aim, effort.compared);
  return mostFrequentIn(best, count, width).map((start) => start - pattern.units.length);
}

interface AskedGram {
  readonly bucket: number;
  readonly offset: number;
  readonly count: number;
}

/** The rarest grams of a pattern that the text has, and some that are spread over it. */
function askedGrams(index: GramIndex, pattern: Pattern, effort: Effort): readonly AskedGram[] {
  const from = Math.max(0, pattern.start - GRAM_REACH);
  const to = Math.min(pattern.units.length, pattern.end + GRAM_REACH) - GRAM;
  const step = Math.max(1, Math.ceil((to - from) / 256));
  const grams: AskedGram[] = [];
  for (let offset = from; offset <= to; offset += step) {
    const bucket = index.bucketOf(pattern.units, offset);
    const count = index.countOf(bucket);
    if (count > 0) grams.push({ bucket, offset, count });
  }
  const spread: AskedGram[] = [];
  for (let k = 0; k < effort.spread; k++) {
    const gram = grams[Math.floor((k * grams.length) / effort.spread)];
    if (gram && gram !== spread.at(-1)) spread.push(gram);
  }
  grams.sort((a, b) => a.count - b.count);
  const rarest = grams.slice(0, effort.rarest);
  return [...rarest, ...spread.filter((gram) => !rarest.includes(gram)).sort((a, b) => a.count - b.count)];
}

/** The places of one gram that are nearest to where it is expected, as places of the words. */
function nearest(places: Int32Array, offset: number, pattern: Pattern, expected: number | undefined): number[] {
  const aim = (expected ?? 0) + offset - pattern.start;
  let at = 0;
  let high = places.length;
  while (at < high) {
    const middle = (at + high) >> 1;
    if (places[middle]! < aim) at = middle + 1;
    else high = middle;
  }
  return [...places.subarray(Math.max(0, at - NEAREST), at + NEAREST)].map((place) => place - offset + pattern.start);
}

/** The starts that the grams of the search under way name, each moved right by the pattern's length so that none is negative. */
let starts = new Int32Array(2 * THOROUGH.places);
/** What a cell of starts holds, by its number plus one. All zero between searches. */
let votes = new Uint16Array(0x10000);
/** The cells that hold anything. */
let touched = new Int32Array(starts.length);

/** Fills `starts`, and answers how many there are. */
function readStarts(index: GramIndex, pattern: Pattern, asked: readonly AskedGram[], most: number): number {
  if (starts.length < most) {
    starts = new Int32Array(most);
    touched = new Int32Array(most);
  }
  let count = 0;
  for (const gram of asked) {
    if (count > 0 && count + gram.count > most) continue;
    const places = index.placesOf(gram.bucket);
    const shift = pattern.units.length + pattern.start - gram.offset;
    for (let k = 0; k < places.length; k++) starts[count++] = places[k]! + shift;
  }
  return count;
}

/** The cells that hold most together with the next one, best first; no two overlap. Of equals those nearest to `aim`. */
function bestCells(count: number, width: number, aim: number, most: number): readonly number[] {
  let cells = 0;
  for (let k = 0; k < count; k++) {
    const cell = starts[k]! >> width;
    if (cell + 2 >= votes.length) {
      const larger = new Uint16Array(2 * cell + 3);
      larger.set(votes);
      votes = larger;
    }
    if (votes[cell + 1]!++ === 0) touched[cells++] = cell;
  }
  // Twice as many as are asked for, since of two that overlap only one is taken.
  const ranks = new Float64Array(2 * most).fill(-Infinity);
  const ranked = new Int32Array(2 * most);
  for (let k = 0; k < cells; k++) {
    const cell = touched[k]!;
    const rank = (votes[cell + 1]! + votes[cell + 2]!) * 2 ** 32 - Math.abs(cell - aim);
    let at = ranks.length - 1;
    if (rank <= ranks[at]!) continue;
    for (; at > 0 && ranks[at - 1]! < rank; at--) {
      ranks[at] = ranks[at - 1]!;
      ranked[at] = ranked[at - 1]!;
    }
    ranks[at] = rank;
    ranked[at] = cell;
  }
  for (let k = 0; k < cells; k++) votes[touched[k]! + 1] = 0;
  const best: number[] = [];
  for (let k = 0; k < Math.min(cells, ranked.length) && best.length < most; k++)
    if (best.every((cell) => Math.abs(cell - ranked[k]!) > 1)) best.push(ranked[k]!);
  return best;
}

/** For each cell the start that is named most often in it and the next one. */
function mostFrequentIn(cells: readonly number[], count: number, width: number): number[] {
  const members: number[][] = cells.map(() => []);
  cells.forEach((cell, k) => {
    votes[cell + 1] = k + 1;
    votes[cell + 2] = k + 1;
  });
  for (let k = 0; k < count; k++) {
    const group = votes[(starts[k]! >> width) + 1]!;
    if (group > 0) members[group - 1]!.push(starts[k]!);
  }
  for (const cell of cells) votes[cell + 1] = votes[cell + 2] = 0;
  return members.map(mostFrequent);
}

function mostFrequent(numbers: number[]): number {
  numbers.sort((a, b) => a - b);
  let best = numbers[0]!;
  let most = 0;
  for (let k = 0, from = 0; k < numbers.length; k++) {
    if (numbers[k] !== numbers[from]) from = k;
    if (k - from + 1 <= most) continue;
    most = k - from + 1;
    best = numbers[k]!;
  }
  return best;
}
