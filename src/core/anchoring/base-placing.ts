import type { Range } from '../text/range';
import type { Comparison } from './comparison';
import type { Carried } from './ordered-comparison';
import type { IndexedText } from './indexed-text';
import type { Candidate, Placement } from './placement';
import { findScattered, partsOf } from './several-parts';
import { anyChanged, weightOf } from './significance';

/** Places a target whose parts are known in a base text (UTF-16): all together, in order, or not at all. */
export function placeFromBase(
  comparison: Comparison,
  base: IndexedText,
  text: IndexedText,
  parts: readonly Range[],
): Placement {
  const folded = parts.map((part) => base.folded.rangeToFolded(part));
  const carried = folded.map((part) => comparison.carry(part));
  const places = carried.map(({ place }) => place);
  if (
    places.every((place) => place !== undefined) &&
    places.every((place, k) => k === 0 || places[k - 1]!.end <= place.start)
  ) {
    const ranges = places.map((place) => text.folded.rangeToRaw(place.start, place.end));
    const score = Math.min(...places.map((place) => place.score));
    const patterns = folded.map((part) => comparison.patternOf(part.start, part.end));
    const changed =
      anyChanged(patterns, text.folded.units, places) ||
      gaps(folded).some(
        (gap, k) =>
          weightOf(base.folded.units, gap.start, gap.end) !==
          weightOf(text.folded.units, places[k]!.end, places[k + 1]!.start),
      );
    const sure = carried.every(({ lookalikes }) => lookalikes.length === 0);
    return {
      state: 'anchored',
      range: { start: ranges[0]!.start, end: ranges.at(-1)!.end },
      parts: ranges,
      score,
      candidates: sure ? [] : [{ parts: ranges, score }],
      ...(changed ? { changed } : {}),
    };
  }
  const candidates =
    parts.length === 1
      ? carried[0]!.lookalikes.map((found) => candidateOf(text, [found], found.score))
      : scattered(comparison, text, folded, carried);
  return {
    state: carried.some(({ ambiguous }) => ambiguous) ? 'ambiguous' : 'orphaned',
    score: candidates[0]?.score ?? 0,
    candidates,
  };
}

/** What stands between the parts. */
function gaps(parts: readonly Range[]): Range[] {
  return parts.slice(1).map((part, k) => ({ start: parts[k]!.end, end: part.start }));
}

function candidateOf(text: IndexedText, parts: readonly Range[], score: number): Candidate {
  return { parts: parts.map(({ start, end }) => text.folded.rangeToRaw(start, end)), score };
}

/** Where the parts went that stayed or can be told, though not together. */
function scattered(
  comparison: Comparison,
  text: IndexedText,
  parts: readonly Range[],
  carried: readonly Carried[],
): Candidate[] {
  const found = findScattered(
    text.folded.units,
    text.grams,
    parts.map(({ start, end }) => comparison.patternOf(start, end)),
    carried.map(({ place, lookalikes }) => place ?? lookalikes[0]),
  );
  return found ? [candidateOf(text, partsOf(found), found.score)] : [];
}
