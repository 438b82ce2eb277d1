/** Builds the table that `Gazetteer` reads. */
import { BLOOM_HASHES, entryHash, Known } from '../src/core/recognition/gazetteer';
import { hashFolded, mix } from '../src/core/recognition/hashing';
import type { Entries } from './lexicons/entries';

export interface GazetteerTable {
  readonly fingerprints: Uint16Array;
  readonly kinds: Uint8Array;
  readonly combinations: Uint16Array;
  readonly common: Uint8Array;
}

/** Bits per ordinary word in the Bloom filter: with three hashes about 6 in 100 false hits. */
const BITS_PER_WORD = 6;

/** Share of the slots that are taken. */
const LOAD = 0.9;

export function buildGazetteer(entries: Entries): GazetteerTable {
  const bits = new Map<number, number>();
  const put = (hash: number, value: number) => bits.set(hash, (bits.get(hash) ?? 0) | value);
  for (const [phrase, value] of [...entries.phrases].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const words = phrase.split(' ');
    put(entryHash(words), value);
    for (let length = 1; length < words.length; length++) put(entryHash(words.slice(0, length)), Known.prefix);
  }
  const size = Math.ceil(bits.size / LOAD);
  const fingerprints = new Uint16Array(size);
  const kinds = new Uint8Array(size);
  const combinations: number[] = [];
  const numberOf = new Map<number, number>();
  for (const [hash, value] of [...bits].sort(([a], [b]) => a - b)) {
    let number = numberOf.get(value);
    if (number === undefined) {
      number = combinations.push(value) - 1;
      numberOf.set(value, number);
    }
    if (number > 255) throw new Error('more than 256 combinations of kinds');
    const h = mix(hash);
    let slot = (h >>> 0) % size;
    while (fingerprints[slot] !== 0) slot = (slot + 1) % size;
    fingerprints[slot] = h >>> 16 || 1;
    kinds[slot] = number;
  }
  return { fingerprints, kinds, combinations: Uint16Array.from(combinations), common: bloom(entries.common) };
}

function bloom(words: ReadonlySet<string>): Uint8Array {
  const filter = new Uint8Array(Math.ceil((words.size * BITS_PER_WORD) / 8));
  for (const word of words) {
    const h = mix(hashFolded(word, 0, word.length) ^ 0x5bd1e995);
    const step = mix(h) | 1;
    for (let k = 0; k < BLOOM_HASHES; k++) {
      const bit = ((h + Math.imul(step, k)) >>> 0) % (filter.length * 8);
      filter[bit >> 3]! |= 1 << (bit & 7);
    }
  }
  return filter;
}
