import type { GramIndex } from '../text/gram-index';
import type { Range } from '../text/range';
import { likelyStarts, QUICK } from './diagonals';
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
  for (const start of mostAgreeing(units, pattern, likelyStarts(index, pattern, expected, effort), effort.assessed)) {
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

/** Pieces of this length, so far apart, are looked for where they should stand; longer patterns than this are sampled so. */
const PIECE = 8;
const PIECE_STEP = 16;
const LONG = 240;

/**
 * The starts around which most of a long pattern stands as it should. Edit distances to long contexts are dear; most places that
 * share a few rare grams with the pattern have nothing else in common with it.
 */
function mostAgreeing(
  units: Uint16Array,
  pattern: Pattern,
  starts: readonly number[],
  most: number,
): readonly number[] {
  if (starts.length <= most || pattern.units.length < LONG) return starts;
  return starts
    .map((start) => ({ start, pieces: piecesInPlace(units, pattern, start) }))
    .sort((one, other) => other.pieces - one.pieces)
    .slice(0, most)
    .map(({ start }) => start);
}

/** How many pieces of a pattern stand where they should, give or take what insertions and deletions on the way displace. */
function piecesInPlace(units: Uint16Array, pattern: Pattern, start: number): number {
  const toText = start - pattern.start;
  let count = 0;
  for (const step of [-1, 1]) {
    let shift = 0;
    const first = step > 0 ? pattern.start : pattern.start - PIECE;
    for (let at = first; at >= 0 && at + PIECE <= pattern.units.length; at += step * PIECE_STEP) {
      const drift = 4 + (Math.abs(at - pattern.start) >> 4);
      const found = nearestShift(units, pattern.units, at, toText + at + shift, drift);
      if (found === undefined) continue;
      count++;
      shift += found;
    }
  }
  return count;
}

/** By how much the piece of a pattern that begins at `at` is displaced from `expected` in the text. */
function nearestShift(
  units: Uint16Array,
  pattern: Uint16Array,
  at: number,
  expected: number,
  drift: number,
): number | undefined {
  for (let k = 0; k <= 2 * drift; k++) {
    const shift = k & 1 ? (k + 1) >> 1 : -(k >> 1);
    const from = expected + shift;
    let same = 0;
    while (same < PIECE && units[from + same] === pattern[at + same]) same++;
    if (same === PIECE) return shift;
  }
  return undefined;
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
  if (Math.abs(near.start - start) <= BESIDE) return near.errors === 0 ? place : bestBounded(units, pattern, place);
  // The same words a little further on may be others: those that are meant can have been edited.
  const here = inPlace(units, pattern, start);
  return here && here.score > place.score ? here : place;
}

/** Words that are found within so many units of where they should begin are those. */
const BESIDE = 3;

/** The words as edited where they should stand, with the edges that the context gives. */
function inPlace(units: Uint16Array, pattern: Pattern, start: number): Lookalike | undefined {
  const end = start + pattern.end - pattern.start;
  if (start < 0 || end > units.length) return undefined;
  const exact = similarity(forwards(pattern.units, pattern.start, pattern.end), forwards(units, start, end));
  return exact < 0.5 ? undefined : bestBounded(units, pattern, assess(units, pattern, start, end, exact));
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
  return 1 - closestBeginning(pattern, text).errors / pattern.length;
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
