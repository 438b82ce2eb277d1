import { chainHash, hashFolded, mix } from './hashing';

/** What is known of a word or phrase, as bits; one word may be many things. */
export const Known = {
  country: 1,
  /** Cities of more than 300,000, capitals, and what Natural Earth and CLDR name. */
  city: 2,
  /** Smaller towns. */
  town: 4,
  /** Regions, continents, rivers, lakes, streets. */
  region: 8,
  firstName: 16,
  surname: 32,
  /** A Dutch proper name, of a person most often. */
  properName: 64,
  /** Peoples, languages and the adjectives made of places: never a mention. */
  demonym: 128,
  /** Titles, functions and family words that stand before a person. */
  title: 256,
  /** Words that make what they stand in an organisation. */
  organisation: 512,
  /** Words that stand before or in the name of a place. */
  placeCue: 1024,
  /** Months and days. */
  calendar: 2048,
  /** A longer entry begins with these words. */
  prefix: 4096,
  /** An ordinary word in lower case. */
  common: 8192,
  /** A name of something else: an organisation, a brand, a feast. */
  otherName: 16384,
  /** Verbs of saying: their subject is a person. */
  saying: 32768,
} as const;

export const PLACE_BITS = Known.country | Known.city | Known.town | Known.region;
export const PERSON_BITS = Known.firstName | Known.surname;

/** What only a word with a capital can be. */
export const NAME_BITS = PLACE_BITS | PERSON_BITS | Known.properName | Known.otherName;

/** The most words that an entry has. */
export const LONGEST_ENTRY = 5;

/**
 * Known names and cue words, as an open-addressing table of 16-bit fingerprints: membership is exact but for one false hit in some
 * ten thousand lookups. Ordinary words stand in a Bloom filter with three hashes.
 */
export class Gazetteer {
  constructor(
    private readonly fingerprints: Uint16Array,
    private readonly kinds: Uint8Array,
    private readonly combinations: Uint16Array,
    private readonly common: Uint8Array,
  ) {}

  /** `Known` bits of the word or phrase with this (chained) hash. */
  lookup(hash: number): number {
    const h = mix(hash);
    const size = this.fingerprints.length;
    const fingerprint = h >>> 16 || 1;
    let slot = (h >>> 0) % size;
    for (;;) {
      const found = this.fingerprints[slot]!;
      if (found === 0) return 0;
      if (found === fingerprint) return this.combinations[this.kinds[slot]!]!;
      if (++slot === size) slot = 0;
    }
  }

  /** True for a word that stands in lower case in a Dutch or English word list (and for about 6 in 100 others). */
  isCommon(hash: number): boolean {
    const bits = this.common.length * 8;
    const h = mix(hash ^ 0x5bd1e995);
    const step = mix(h) | 1;
    for (let k = 0; k < BLOOM_HASHES; k++) {
      const at = (h + Math.imul(step, k)) >>> 0;
      const bit = at % bits;
      if ((this.common[bit >> 3]! & (1 << (bit & 7))) === 0) return false;
    }
    return true;
  }
}

export const BLOOM_HASHES = 3;

/** The hash by which an entry is found: of its words, as the tokenizer cuts them, chained. */
export function entryHash(words: readonly string[]): number {
  let hash = hashFolded(words[0]!, 0, words[0]!.length);
  for (const word of words.slice(1)) hash = chainHash(hash, hashFolded(word, 0, word.length));
  return hash;
}
