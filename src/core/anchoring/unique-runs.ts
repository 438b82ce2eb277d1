import type { Words } from '../text/words';

/** A run of consecutive words, or of lines, by their numbers. */
export interface WordRange {
  first: number;
  /** Exclusive. */
  last: number;
}

/** The words that begin in a region. */
export function wordRange(words: Words, start: number, end: number): WordRange {
  return { first: lowerBound(words, start), last: lowerBound(words, end) };
}

function lowerBound({ starts, count }: Words, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A hash for each run of `length` words in the range. */
export function runHashes(words: Words, { first, last }: WordRange, length: number): Int32Array {
  const hashes = new Int32Array(Math.max(0, last - first - length + 1));
  let highest = 1;
  for (let k = 1; k < length; k++) highest = Math.imul(highest, MULTIPLIER);
  let hash = 0;
  for (let k = 0; k < Math.min(length - 1, last - first); k++)
    hash = (Math.imul(hash, MULTIPLIER) + words.hashes[first + k]!) | 0;
  for (let k = 0; k < hashes.length; k++) {
    hash = (Math.imul(hash, MULTIPLIER) + words.hashes[first + k + length - 1]!) | 0;
    hashes[k] = hash;
    hash = (hash - Math.imul(words.hashes[first + k]!, highest)) | 0;
  }
  return hashes;
}

const MULTIPLIER = 0x2c1b3c6d;

/** Pairs of places of the hashes that occur once in each list, in the order of the first. */
export function uniquePairs(a: Int32Array, b: Int32Array): [number, number][] {
  const bits = Math.max(4, 33 - Math.clz32(a.length + 1));
  const mask = (1 << bits) - 1;
  // Open addressing: the place in `a` plus one; then what was seen of it.
  const slots = new Int32Array(1 << bits);
  const timesA = new Uint8Array(1 << bits);
  const placeB = new Int32Array(1 << bits).fill(-1);
  const slotOf = (hash: number): number => {
    let slot = (Math.imul(hash, 0x9e3779b1) >>> (32 - bits)) & mask;
    while (slots[slot] !== 0 && a[slots[slot]! - 1] !== hash) slot = (slot + 1) & mask;
    return slot;
  };
  for (let i = 0; i < a.length; i++) {
    const slot = slotOf(a[i]!);
    slots[slot] ||= i + 1;
    if (timesA[slot]! < 2) timesA[slot]!++;
  }
  for (let j = 0; j < b.length; j++) {
    const slot = slotOf(b[j]!);
    if (timesA[slot] === 1) placeB[slot] = placeB[slot] === -1 ? j : REPEATED;
  }
  const pairs: [number, number][] = [];
  for (let i = 0; i < a.length; i++) {
    const slot = slotOf(a[i]!);
    if (timesA[slot] === 1 && placeB[slot]! >= 0) pairs.push([i, placeB[slot]!]);
  }
  return pairs;
}

const REPEATED = -2;

/** The longest sequence of pairs that increases in both, by patience sorting. */
export function longestIncreasing(pairs: readonly [number, number][]): [number, number][] {
  const tops: number[] = [];
  const previous = new Int32Array(pairs.length);
  for (let p = 0; p < pairs.length; p++) {
    const value = pairs[p]![1];
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tops[middle]!]![1] < value) low = middle + 1;
      else high = middle;
    }
    previous[p] = low > 0 ? tops[low - 1]! : -1;
    tops[low] = p;
  }
  const sequence: [number, number][] = [];
  for (let p = tops.length > 0 ? tops[tops.length - 1]! : -1; p >= 0; p = previous[p]!) sequence.push(pairs[p]!);
  return sequence.reverse();
}
