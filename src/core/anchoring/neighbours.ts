import { assess, compareAt, type Lookalike } from './candidates';
import type { Pattern } from './pattern';
import { isPerfect, POLICY } from './policy';
import { keepsWordEdges } from './word-edges';

/** A target that was placed surely: where it stood in its base (code points), and where it stands now (code points). */
export interface Landmark {
  readonly baseStart: number;
  readonly baseEnd: number;
  readonly start: number;
  readonly end: number;
}

/** A landmark further away than this (code points of the base) says nothing. */
const FURTHEST = 3000;
/** ... unless those on both sides were displaced by exactly the same: then most likely nothing changed between them. */
const FURTHEST_EQUAL = 30_000;
/** Longer landmarks are not looked for before the target. */
const LONGEST_LANDMARK = 400;
/** Displacements on both sides may differ by this much, and by a share of the distance between them. */
const DRIFT = 4;
const DRIFT_SHARE = 1 / 40;
const MOST_DRIFT = 16;

/** Landmarks on each side that are asked whether they went with a target, and how far off they may be. */
const ASKED = 3;
const OWN_PARAGRAPH = 300;
const FURTHEST_COMPANION = 6000;
/** Displacements of companions may differ by this much, and by a share of their distance: paragraphs come and go between. */
const COMPANION_DRIFT = 50;
const COMPANION_SHARE = 0.3;

/** Sure placements of targets that were made on one version of a text, by which unsure ones between them can be told. */
export class Neighbourhood {
  private readonly sorted: readonly Landmark[];

  constructor(landmarks: readonly Landmark[]) {
    this.sorted = [...landmarks].sort((a, b) => a.baseStart - b.baseStart);
  }

  /**
   * Where the target must begin, give or take `drift`, if the nearest landmarks on both sides agree that nothing came or went
   * between them. One side alone proves nothing: after a deletion the next lookalike slides into the same place.
   */
  predict(baseStart: number, baseEnd: number): { readonly start: number; readonly drift: number } | undefined {
    const at = this.firstFrom(baseEnd);
    const right = this.sorted[at];
    let left: Landmark | undefined;
    for (let k = at - 1; k >= 0 && k > at - 20; k--) {
      const landmark = this.sorted[k]!;
      if (landmark.baseEnd <= baseStart && (!left || landmark.baseEnd > left.baseEnd)) left = landmark;
    }
    if (!left || !right) return undefined;
    const distance = right.baseStart - left.baseEnd;
    const difference = right.start - left.end - distance;
    if (distance > (difference === 0 ? FURTHEST_EQUAL : FURTHEST)) return undefined;
    const drift = Math.min(MOST_DRIFT, DRIFT + distance * DRIFT_SHARE);
    if (Math.abs(difference) > drift) return undefined;
    return { start: left.end + baseStart - left.baseEnd, drift: 2 + Math.abs(difference) };
  }

  /**
   * Where the target must begin if a landmark that overlaps it, or stands in the same paragraph within its stored context,
   * went with it. Such a one suffices alone: what deletes the target's paragraph deletes the landmark.
   */
  besides(baseStart: number, baseEnd: number, before: string, after: string): number | undefined {
    const points = (text: string): string[] => [...text];
    const reachBack = points(before.slice(before.lastIndexOf('\n') + 1)).length;
    const lineEnd = after.indexOf('\n');
    const reachOn = points(lineEnd === -1 ? after : after.slice(0, lineEnd)).length;
    let nearest: Landmark | undefined;
    let least = Infinity;
    for (let k = this.firstFrom(baseStart - LONGEST_LANDMARK); k < this.sorted.length; k++) {
      const landmark = this.sorted[k]!;
      if (landmark.baseStart >= baseEnd + reachOn) break;
      const gap = Math.max(baseStart - landmark.baseEnd, landmark.baseStart - baseEnd, 0);
      if (landmark.baseEnd <= baseStart - reachBack || gap >= least) continue;
      least = gap;
      nearest = landmark;
    }
    if (!nearest) return undefined;
    return nearest.baseStart > baseStart
      ? nearest.start - (nearest.baseStart - baseStart)
      : nearest.end + (baseStart - nearest.baseEnd);
  }

  /**
   * False when there are landmarks around a target but none of the nearest went where it is said to have gone: then it either
   * was moved by itself, or is a lookalike. Landmarks in its own paragraph don't count, as they share its lookalikes.
   */
  goesWithOthers({ baseStart, baseEnd, start }: Landmark): boolean {
    const at = this.firstFrom(baseStart);
    let asked = 0;
    for (const step of [-1, 1]) {
      let left = ASKED;
      for (let k = step < 0 ? at - 1 : at; k >= 0 && k < this.sorted.length && left > 0; k += step) {
        const other = this.sorted[k]!;
        const distance = Math.max(other.baseStart - baseEnd, baseStart - other.baseEnd);
        if (distance < OWN_PARAGRAPH) continue;
        if (distance > FURTHEST_COMPANION) break;
        left--;
        asked++;
        const drift = Math.abs(start - baseStart - (other.start - other.baseStart));
        if (drift <= COMPANION_DRIFT + distance * COMPANION_SHARE) return true;
      }
    }
    return asked === 0;
  }

  private firstFrom(baseOffset: number): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle]!.baseStart < baseOffset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** An edit between two landmarks that displaces by no more than this is no deleted line. */
const SMALL_DRIFT = 8;
/** What stands on either side of words that stayed where they were is at least so much like what stood there. */
const LEAST_CONTEXT = 0.7;

/**
 * The lookalike at the predicted place (folded offsets) when the words are there. When something came or went between the
 * landmarks, the text on the side where it did not must be exactly as it was: next to a deleted line its lookalike is not.
 */
export function vouchedFor(
  units: Uint16Array,
  pattern: Pattern,
  predicted: number,
  drift: number,
  least: number,
): Lookalike | undefined {
  const found = compareAt(units, pattern, predicted);
  if (!found || found.exact < least) return undefined;
  const off = Math.abs(found.start - predicted);
  if (off > drift) return undefined;
  if (!keepsWordEdges(pattern, units, found)) return undefined;
  if (Math.min(found.before ?? 1, found.after ?? 1) < LEAST_CONTEXT) return undefined;
  if (hasTwin(units, pattern, found, drift)) return undefined;
  if (drift <= SMALL_DRIFT) return found;
  const untouched = off <= SMALL_DRIFT ? found.before : found.after;
  return (untouched ?? 0) === 1 ? found : undefined;
}

/** Context in which twins are compared: in a longer one it would count for nothing that they stand a few letters apart. */
const TWIN_CONTEXT = 32;

/** True when the words stand so near by once more, in surroundings as good, that an edit may have put those in this place. */
function hasTwin(units: Uint16Array, pattern: Pattern, found: Lookalike, drift: number): boolean {
  if (isPerfect(found)) return false;
  const from = Math.max(0, pattern.start - TWIN_CONTEXT);
  const close = {
    units: pattern.units.subarray(from, pattern.end + TWIN_CONTEXT),
    start: pattern.start - from,
    end: pattern.end - from,
  };
  const length = found.end - found.start;
  const least = assess(units, close, found.start, found.end, found.exact).score - POLICY.margin;
  const reach = Math.ceil(drift) + SMALL_DRIFT;
  for (let start = Math.max(0, found.start - reach); start <= found.start + reach; start++) {
    if (start === found.start || start + length > units.length) continue;
    let k = 0;
    while (k < length && units[start + k] === units[found.start + k]) k++;
    if (k === length && assess(units, close, start, start + length, found.exact).score > least) return true;
  }
  return false;
}
