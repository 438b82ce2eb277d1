import { GRAM, type GramIndex } from '../text/gram-index';
import type { Pattern } from './pattern';

/** Patterns whose rarest gram is more frequent than this are too repetitive to be looked through. */
const MOST_PLACES = 20_000;

/**
 * Places where the words stand with all their context exactly as in the pattern, ascending; stops after `most`.
 * Undefined when the pattern is shorter than a gram, or too repetitive to tell.
 */
export function findVerbatim(
  units: Uint16Array,
  index: GramIndex,
  pattern: Pattern,
  most: number,
): readonly number[] | undefined {
  const { length } = pattern.units;
  if (length < GRAM) return undefined;
  let rarest = -1;
  let at = 0;
  let count = Infinity;
  // Overlapping grams tell little more than every third.
  for (let offset = 0; offset + GRAM <= length && count > 1; offset += 3) {
    const bucket = index.bucketOf(pattern.units, offset);
    const places = index.countOf(bucket);
    if (places === 0) return [];
    if (places >= count) continue;
    count = places;
    rarest = bucket;
    at = offset;
  }
  if (count > MOST_PLACES) return undefined;
  const found: number[] = [];
  for (const place of index.placesOf(rarest)) {
    const from = place - at;
    if (from < 0 || from + length > units.length) continue;
    let k = 0;
    while (k < length && units[from + k] === pattern.units[k]) k++;
    if (k < length) continue;
    found.push(from + pattern.start);
    if (found.length >= most) break;
  }
  return found;
}
