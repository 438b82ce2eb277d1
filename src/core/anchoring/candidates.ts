import { GRAM, type GramIndex } from '../text/gram-index';
import type { Range } from '../text/range';
import { backwards, closestBeginning, forwards, scanEnds, similarity, type UnitSpan } from './edit-distance';
import type { Pattern } from './pattern';

/** A place in folded units that may be the pattern's, with how well each part of the pattern agrees (0 to 1). */
export interface Lookalike {
  readonly start: number;
  readonly end: number;
  /** The places of the parts of a target with several. */
  readonly parts?: readonly Range[];
  /** Likeness of the words. */
  readonly exact: number;
  /** Likeness of the text before and after; absent when the pattern has none there. */
  readonly before?: number;
  readonly after?: number;
  /** `exact`, `before` and `after` weighed 2 : 1 : 1. */
  readonly score: number;
}

/** How far a search goes, which bounds its time on repetitive texts. */
export interface Effort {
  /** Places of the index that are read at most. */
  readonly places: number;
  /** Grams that are asked: the rarest, ... */
  readonly rarest: number;
  /** ... and so many more, evenly spread over the pattern, whose places show what merely resembles it. */
  readonly spread: number;
  /** Places that are compared in full. */
  readonly compared: number;
}

/** Finds the place itself. */
export const QUICK: Effort = { places: 3000, rarest: 14, spread: 0, compared: 10 };
/** Finds its doubles too: what a rival is told by. */
export const THOROUGH: Effort = { places: 5000, rarest: 10, spread: 10, compared: 14 };

/** Units on each side of the words that grams are taken from. */
const GRAM_REACH = 64;
/** Places near the expected one that are looked at when all grams are too common. */
const NEAREST = 6;

/**
 * Places that resemble a pattern, best first. An index of grams names the diagonals on which rare pieces of the pattern
 * recur; the best of these are compared by edit distance.
 * @param expected where the words are thought to begin, if anything is known; used only where everything is alike
 */
export function findLookalikes(
  units: Uint16Array,
  index: GramIndex,
  pattern: Pattern,
  expected?: number,
  effort = QUICK,
): readonly Lookalike[] {
  const found: Lookalike[] = [];
  for (const start of likelyStarts(index, pattern, expected, effort)) {
    const lookalike = compareAt(units, pattern, start);
    if (
      lookalike &&
      !found.some(
        (other) => other.start < lookalike.end && lookalike.start < other.end && other.score >= lookalike.score,
      )
    )
      found.push(lookalike);
  }
  return found.sort((a, b) => b.score - a.score || a.start - b.start);
}

/**
 * Compares a pattern with the text around a place where its words should begin, give or take a few units.
 * Undefined when the words there have less than half in common with the pattern's.
 */
export function compareAt(units: Uint16Array, pattern: Pattern, start: number): Lookalike | undefined {
  const length = pattern.end - pattern.start;
  if (equalAt(units, start, pattern, pattern.start, pattern.end))
    return assess(units, pattern, start, start + length, 1);
  const near = closestNear(units, pattern, start);
  if (!near || near.errors * 2 > length) return undefined;
  const place = assess(units, pattern, near.start, near.end, 1 - near.errors / length);
  return near.errors === 0 ? place : bestBounded(units, pattern, place);
}

/** Context that tells where edited words begin and end. */
const EDGE = 16;
const EDGE_ERRORS = 4;

/**
 * The words alone do not say where they begin and end once they were edited (`a fine`, now `a heavy fine`): tries the
 * edges that the context gives, and takes what agrees best as a whole.
 */
function bestBounded(units: Uint16Array, pattern: Pattern, place: Lookalike): Lookalike {
  const reach = EDGE + (pattern.end - pattern.start);
  const startAt = edgeNear(
    forwards(pattern.units, Math.max(0, pattern.start - EDGE), pattern.start),
    forwards(units, Math.max(0, place.start - reach - EDGE), place.end),
  );
  const endAt = edgeNear(
    backwards(pattern.units, pattern.end, Math.min(pattern.units.length, pattern.end + EDGE)),
    backwards(units, place.start, Math.min(units.length, place.end + reach + EDGE)),
  );
  let best = place;
  for (const start of startAt === undefined ? [place.start] : [place.start, startAt])
    for (const end of endAt === undefined ? [place.end] : [place.end, endAt]) {
      if (end <= start || (start === place.start && end === place.end)) continue;
      const exact = similarity(forwards(pattern.units, pattern.start, pattern.end), forwards(units, start, end));
      if (exact < 0.5) continue;
      const other = assess(units, pattern, start, end, exact);
      if (other.score > best.score) best = other;
    }
  return best;
}

/** Where a piece of context ends in a span, if it is there but for a few letters. */
function edgeNear(context: UnitSpan, span: UnitSpan): number | undefined {
  if (context.length < EDGE) return undefined;
  let fewest = EDGE_ERRORS + 1;
  let at: number | undefined;
  scanEnds(context, span, (errors, read) => {
    if (errors >= fewest) return;
    fewest = errors;
    at = span.step === 1 ? span.from + read : span.from + 1 - read;
  });
  return at;
}

/** Scores a place by what surrounds it. */
export function assess(units: Uint16Array, pattern: Pattern, start: number, end: number, exact: number): Lookalike {
  const before = contextLikeness(
    backwards(pattern.units, 0, pattern.start),
    backwards(units, Math.max(0, start - slack(pattern.start)), start),
  );
  const behind = pattern.units.length - pattern.end;
  const after = contextLikeness(
    forwards(pattern.units, pattern.end, pattern.units.length),
    forwards(units, end, Math.min(units.length, end + slack(behind))),
  );
  let weight = 2;
  let sum = 2 * exact;
  for (const context of [before, after]) {
    if (context === undefined) continue;
    weight += 1;
    sum += context;
  }
  return {
    start,
    end,
    exact,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    score: sum / weight,
  };
}

/** Mean likeness of the context, absent when the pattern has none. */
export function meanContext({ before, after }: Lookalike): number | undefined {
  if (before === undefined) return after;
  return after === undefined ? before : (before + after) / 2;
}

/** How much text a context of this length is compared with: insertions make it longer. */
function slack(length: number): number {
  return length + (length >> 2) + 4;
}

function contextLikeness(pattern: UnitSpan, text: UnitSpan): number | undefined {
  if (pattern.length === 0) return undefined;
  if (startsAlike(pattern, text)) return 1;
  return 1 - closestBeginning(pattern, text).errors / pattern.length;
}

function startsAlike(pattern: UnitSpan, text: UnitSpan): boolean {
  if (text.length < pattern.length) return false;
  for (let k = 0; k < pattern.length; k++)
    if (pattern.units[pattern.from + k * pattern.step] !== text.units[text.from + k * text.step]) return false;
  return true;
}

function equalAt(units: Uint16Array, at: number, pattern: Pattern, from: number, to: number): boolean {
  if (at < 0 || at + to - from > units.length) return false;
  for (let k = from; k < to; k++) if (units[at + k - from] !== pattern.units[k]) return false;
  return true;
}

/** The stretch near `start` that the words need the fewest edits for; among equals the nearest. */
function closestNear(
  units: Uint16Array,
  pattern: Pattern,
  start: number,
): { start: number; end: number; errors: number } | undefined {
  const length = pattern.end - pattern.start;
  if (length === 0) return undefined;
  const tolerance = 24 + (length >> 2);
  return closestBetween(units, pattern, start - tolerance, start + length + tolerance, start);
}

/** The stretch within a window that is most like the words; undefined when less than half of them is there. */
export function closestIn(
  units: Uint16Array,
  pattern: Pattern,
  from: number,
  to: number,
): (Range & { readonly exact: number }) | undefined {
  const length = pattern.end - pattern.start;
  const closest = length === 0 ? undefined : closestBetween(units, pattern, from, to, from);
  return closest && { start: closest.start, end: closest.end, exact: 1 - closest.errors / length };
}

function closestBetween(
  units: Uint16Array,
  pattern: Pattern,
  first: number,
  last: number,
  start: number,
): { start: number; end: number; errors: number } | undefined {
  const length = pattern.end - pattern.start;
  const from = Math.max(0, first);
  const to = Math.min(units.length, last);
  let errors = length;
  let end = -1;
  scanEnds(forwards(pattern.units, pattern.start, pattern.end), forwards(units, from, to), (found, read) => {
    const nearer = Math.abs(from + read - start - length) < Math.abs(end - start - length);
    if (found < errors || (found === errors && nearer)) {
      errors = found;
      end = from + read;
    }
  });
  if (end < 0 || errors * 2 > length) return undefined;
  const back = closestBeginning(
    backwards(pattern.units, pattern.start, pattern.end),
    backwards(units, Math.max(from, end - length - errors), end),
  );
  return { start: end - back.length, end, errors: back.errors };
}

/** Where the words would begin if the grams of the pattern are to be believed; the best supported first. */
function likelyStarts(index: GramIndex, pattern: Pattern, expected: number | undefined, effort: Effort): number[] {
  const asked = askedGrams(index, pattern, effort);
  if (asked.length === 0) return [];
  const rarest = asked[0]!;
  if (rarest.count > effort.places) return nearest(index.placesOf(rarest.bucket), rarest.offset, pattern, expected);
  const starts: number[] = [];
  let read = 0;
  for (const { bucket, offset, count } of asked) {
    if (read > 0 && read + count > effort.places) continue;
    read += count;
    for (const place of index.placesOf(bucket)) starts.push(place - offset + pattern.start);
  }
  return wellSupported(Int32Array.from(starts).sort(), pattern.units.length, expected, effort.compared);
}

/** Groups diagonals that insertions and deletions have spread, and orders the groups by how many grams they hold. */
function wellSupported(starts: Int32Array, length: number, expected: number | undefined, most: number): number[] {
  const spread = 8 + (length >> 4);
  const groups: { start: number; votes: number }[] = [];
  for (let i = 0; i < starts.length;) {
    // The most frequent diagonal of the group stands for it.
    let from = i;
    let best = starts[i]!;
    let most = 0;
    let j = i;
    while (j < starts.length && starts[j]! - starts[i]! <= spread) {
      if (starts[j] !== starts[from]) from = j;
      if (j - from + 1 > most) {
        most = j - from + 1;
        best = starts[j]!;
      }
      j++;
    }
    groups.push({ start: best, votes: j - i });
    i = j;
  }
  const near = (start: number): number => (expected === undefined ? start : Math.abs(start - expected));
  groups.sort((a, b) => b.votes - a.votes || near(a.start) - near(b.start));
  return groups.slice(0, most).map((group) => group.start);
}

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

interface AskedGram {
  readonly bucket: number;
  readonly offset: number;
  readonly count: number;
}

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
