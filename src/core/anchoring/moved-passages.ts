import type { FoldedText } from '../text/fold';
import type { Range } from '../text/range';
import { wordsOf, type Words } from '../text/words';
import { Aligner } from './alignment';
import type { Block, Region } from './character-diff';
import { chained, isPassage, keptOf, withoutRivals, withoutStrangers } from './passage';
import { runHashes, uniquePairs, wordRange } from './unique-runs';

/** Lengths, in words, of the runs that tell where a passage went: they stand once in what each text has for itself. */
const RUNS = [12, 5] as const;
/** Text around the outermost runs that may belong to the passage still. */
const MARGIN = 150;
/** Most of a passage are runs that stand but once. */
const LEAST_SEEDS = 120;

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
