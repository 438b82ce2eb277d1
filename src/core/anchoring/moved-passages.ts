import type { FoldedText } from '../text/fold';
import type { Range } from '../text/range';
import { wordsOf, type Words } from '../text/words';
import { Aligner } from './alignment';
import type { Block, Region } from './character-diff';
import { runHashes, uniquePairs, wordRange } from './unique-runs';

/** Lengths, in words, of the runs that tell where a passage went: they stand once in what each text has for itself. */
const RUNS = [12, 5] as const;
/** Two runs belong to one passage when no more than this stands between them, in either text ... */
const LONGEST_GAP = 600;
/** ... and neither text has so much more there than the other. */
const MOST_RESIZED = 200;
/** Passages that a run is tried to belong to: the last ones begun. */
const OPEN = 12;
/** Text around the outermost runs that may belong to the passage still, when no more than so much was changed between. */
const MARGIN = 150;
const LITTLE = 30;
/** Less than this is a phrase, not a passage ... */
const LEAST_KEPT = 200;
/** ... and most of that are runs that stand but once. */
const LEAST_SEEDS = 120;
/** ... and where less of it than this share was kept, it is not the same passage. */
const LEAST_SHARE = 0.6;

/**
 * The passages that stand elsewhere in the second text, each as the stretches that were kept of it, in the order of both.
 * An alignment can't cross itself: of two passages that changed places it keeps one, and this finds the other, edited or not.
 * @param kept the stretches that stayed in place
 */
export function movedPassages(first: FoldedText, second: FoldedText, kept: readonly Block[]): Block[][] {
  const looseA = looseRanges(kept, first.length, (block) => block.a);
  const looseB = looseRanges(kept, second.length, (block) => block.b);
  if (looseA.length === 0 || looseB.length === 0) return [];
  const wordsA = wordsOf(first.units);
  const wordsB = wordsOf(second.units);
  const seeds: Block[] = [];
  for (const length of RUNS) {
    const a = looseRuns(wordsA, looseA, length);
    const b = looseRuns(wordsB, looseB, length);
    let last: Block | undefined;
    for (const [i, j] of uniquePairs(a.hashes, b.hashes)) {
      if (last && holds(last, a.starts[i]!, b.starts[j]!)) continue;
      const seed = widened(first, second, a, b, i, j);
      if (!seed) continue;
      seeds.push(seed);
      last = seed;
    }
  }
  const aligner = new Aligner(first, second);
  const passages = chained(seeds)
    .filter((chain) => keptOf(chain) >= LEAST_SEEDS)
    .map((chain) => withoutStrangers(aligner.align(regionOf(chain, looseA, looseB)), chain))
    .filter(isPassage);
  return withoutRivals(passages, first.length, second.length);
}

/** What no block holds. */
function looseRanges(kept: readonly Block[], length: number, startOf: (block: Block) => number): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  for (const block of kept) {
    if (startOf(block) > from) ranges.push({ start: from, end: startOf(block) });
    from = startOf(block) + block.length;
  }
  if (length > from) ranges.push({ start: from, end: length });
  return ranges;
}

/** The runs of words that lie within loose ranges: a hash of each, where it begins, and in which range. */
interface LooseRuns {
  readonly hashes: Int32Array;
  readonly starts: readonly number[];
  readonly ranges: readonly Range[];
}

function looseRuns(words: Words, loose: readonly Range[], length: number): LooseRuns {
  const hashes: number[] = [];
  const starts: number[] = [];
  const ranges: Range[] = [];
  for (const range of loose) {
    const within = wordRange(words, range.start, range.end);
    runHashes(words, within, length).forEach((hash, k) => {
      hashes.push(hash);
      starts.push(words.starts[within.first + k]!);
      ranges.push(range);
    });
  }
  return { hashes: Int32Array.from(hashes), starts, ranges };
}

function holds(block: Block, a: number, b: number): boolean {
  return a - block.a === b - block.b && a < block.a + block.length && a >= block.a;
}

/** The whole stretch that is equal around two equal runs, within the loose ranges that they stand in. */
function widened(
  first: FoldedText,
  second: FoldedText,
  a: LooseRuns,
  b: LooseRuns,
  i: number,
  j: number,
): Block | undefined {
  const one = a.ranges[i]!;
  const other = b.ranges[j]!;
  let atA = a.starts[i]!;
  let atB = b.starts[j]!;
  let length = 0;
  const same = (k: number): boolean => first.units[atA + k] === second.units[atB + k];
  while (atA + length < one.end && atB + length < other.end && same(length)) length++;
  // Equal hashes of unequal words.
  if (length === 0) return undefined;
  while (atA > one.start && atB > other.start && same(-1)) {
    atA--;
    atB--;
    length++;
  }
  return { a: atA, b: atB, length };
}

/** Seeds that follow each other in both texts at like distances. */
function chained(seeds: Block[]): Block[][] {
  seeds.sort((x, y) => x.a - y.a || x.b - y.b);
  const chains: Block[][] = [];
  for (const seed of seeds) {
    let best: Block[] | undefined;
    let least = Infinity;
    let isKnown = false;
    for (const chain of chains.slice(-OPEN)) {
      const last = chain.at(-1)!;
      const gapA = seed.a - last.a - last.length;
      const gapB = seed.b - last.b - last.length;
      if (gapA === gapB && gapA < 0) isKnown = true;
      const resized = Math.abs(gapA - gapB);
      if (seed.b <= last.b || Math.max(gapA, gapB) > LONGEST_GAP || resized > MOST_RESIZED || resized >= least)
        continue;
      least = resized;
      best = chain;
    }
    if (isKnown) continue;
    if (best) best.push(seed);
    else chains.push([seed]);
  }
  return chains;
}

/** Where a passage may stand in both texts: its seeds, what lies between them, and a little beyond. */
function regionOf(chain: readonly Block[], looseA: readonly Range[], looseB: readonly Range[]): Region {
  const head = chain[0]!;
  const tail = chain.at(-1)!;
  return {
    a0: Math.max(rangeAt(looseA, head.a).start, head.a - MARGIN),
    a1: Math.min(rangeAt(looseA, tail.a + tail.length - 1).end, tail.a + tail.length + MARGIN),
    b0: Math.max(rangeAt(looseB, head.b).start, head.b - MARGIN),
    b1: Math.min(rangeAt(looseB, tail.b + tail.length - 1).end, tail.b + tail.length + MARGIN),
  };
}

/** Without what only lines that are neighbours now have in common with those that were. */
function withoutStrangers(blocks: readonly Block[], chain: readonly Block[]): Block[] {
  const head = chain[0]!;
  const tail = chain.at(-1)!;
  const gap = (left: Block, right: Block): number =>
    Math.max(right.a - left.a - left.length, right.b - left.b - left.length);
  const isNear = (left: Block, right: Block, outer: Block): boolean =>
    gap(left, right) <= Math.min(LITTLE, outer.length / 2);
  let from = blocks.findIndex((block) => block.a + block.length > head.a);
  let to = blocks.findLastIndex((block) => block.a < tail.a + tail.length) + 1;
  while (from > 0 && isNear(blocks[from - 1]!, blocks[from]!, blocks[from - 1]!)) from--;
  while (to > 0 && to < blocks.length && isNear(blocks[to - 1]!, blocks[to]!, blocks[to]!)) to++;
  return from < 0 ? [] : blocks.slice(from, to);
}

/** The range that holds an offset. */
function rangeAt(ranges: readonly Range[], offset: number): Range {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return ranges[low]!;
}

/** Drops passages of which half or more, in either text, belongs to longer ones: where two lines meet by chance as two others did. */
function withoutRivals(passages: Block[][], lengthA: number, lengthB: number): Block[][] {
  const takenA = new Uint8Array(lengthA);
  const takenB = new Uint8Array(lengthB);
  return passages
    .sort((x, y) => keptOf(y) - keptOf(x))
    .filter((blocks) => {
      let taken = 0;
      for (const { a, b, length } of blocks)
        for (let k = 0; k < length; k++) if (takenA[a + k] || takenB[b + k]) taken++;
      if (2 * taken >= keptOf(blocks)) return false;
      for (const { a, b, length } of blocks) {
        takenA.fill(1, a, a + length);
        takenB.fill(1, b, b + length);
      }
      return true;
    });
}

function keptOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { length }) => sum + length, 0);
}

function isPassage(blocks: readonly Block[]): boolean {
  const head = blocks[0];
  const tail = blocks.at(-1);
  if (!head || !tail) return false;
  const kept = keptOf(blocks);
  const extent = Math.max(tail.a + tail.length - head.a, tail.b + tail.length - head.b);
  return kept >= LEAST_KEPT && kept >= LEAST_SHARE * extent;
}
