import type { Range } from './range';

/** Length of the indexed pieces: long enough to be rare in prose, short enough to survive between two misprints. */
export const GRAM = 6;

/** Where every run of `GRAM` units stands in (regions of) a text, in text order. */
export class GramIndex {
  private readonly shift: number;
  /** Where the places of each bucket begin in `places`; a bucket may hold several different grams. */
  private readonly buckets: Int32Array;
  private readonly places: Int32Array;

  /** Regions are ordered and disjoint; grams that cross their ends are left out. */
  constructor(units: Uint16Array, regions: readonly Range[]) {
    let size = 0;
    for (const { start, end } of regions) size += Math.max(0, end - start - GRAM + 1);
    const bits = Math.max(8, Math.min(20, Math.ceil(Math.log2(size + 1))));
    this.shift = 32 - bits;
    const counts = new Int32Array((1 << bits) + 1);
    const bucketAt = new Int32Array(size);
    const placeAt = new Int32Array(size);
    let k = 0;
    for (const { start, end } of regions) {
      if (end - start < GRAM) continue;
      let hash = 0;
      for (let i = start; i < start + GRAM - 1; i++) hash = (Math.imul(hash, BASE) + units[i]!) | 0;
      for (let i = start; i + GRAM <= end; i++) {
        hash = (Math.imul(hash, BASE) + units[i + GRAM - 1]!) | 0;
        const bucket = Math.imul(hash, SPREAD) >>> this.shift;
        counts[bucket + 1]!++;
        bucketAt[k] = bucket;
        placeAt[k++] = i;
        hash = (hash - Math.imul(units[i]!, HIGHEST)) | 0;
      }
    }
    for (let b = 1; b < counts.length; b++) counts[b]! += counts[b - 1]!;
    this.buckets = counts.slice();
    this.places = new Int32Array(size);
    for (let i = 0; i < size; i++) this.places[counts[bucketAt[i]!]!++] = placeAt[i]!;
  }

  /** The bucket of the gram at `offset` of a pattern. */
  bucketOf(pattern: ArrayLike<number>, offset: number): number {
    let hash = 0;
    for (let i = 0; i < GRAM; i++) hash = (Math.imul(hash, BASE) + pattern[offset + i]!) | 0;
    return Math.imul(hash, SPREAD) >>> this.shift;
  }

  /** How many places a bucket holds. */
  countOf(bucket: number): number {
    return this.buckets[bucket + 1]! - this.buckets[bucket]!;
  }

  /** The places of a bucket, ascending. A place may hold another gram of the same bucket: compare. */
  placesOf(bucket: number): Int32Array {
    return this.places.subarray(this.buckets[bucket], this.buckets[bucket + 1]);
  }
}

/** An odd multiplier, and Knuth's for multiplicative hashing (TAOCP 6.4). */
const BASE = 0x01000193;
const SPREAD = 0x9e3779b1 | 0;
const HIGHEST = powerOf(BASE, GRAM - 1);

function powerOf(base: number, exponent: number): number {
  let power = 1;
  for (let i = 0; i < exponent; i++) power = Math.imul(power, base);
  return power;
}
