import type { FoldedText } from '../text/fold';
import { wordsOf } from '../text/words';
import { Aligner } from './alignment';
import type { Block } from './character-diff';
import { chained, isPassage, keptOf, withoutRivals, withoutStrangers } from './passage';
import { runHashes, uniquePairs } from './unique-runs';

/** Runs of so many words that stand but once in each text say by themselves where they went. */
const RUN = 12;
/** Text around the outermost runs that may belong to the passage still. */
const MARGIN = 150;
/** Less may be said in two places, in the same words. */
const LEAST = 600;
/** Where the alignment took less than this share of a passage for another, there is nothing to give up. */
const LEAST_TAKEN = 0.1;
/** A passage was written anew in its old place when no more than this share of what stands elsewhere is kept there. */
const MOST_KEPT = 0.95;

/**
 * An alignment without what it took for passages that stand elsewhere as they were. When a section goes to an appendix and a
 * new one is written after its pattern, as with the news of each release, the report of each year, an ordered alignment
 * finds most of the words of the old one in the new one, which stands where that stood.
 */
export function withoutDisplaced(first: FoldedText, second: FoldedText, blocks: readonly Block[]): readonly Block[] {
  const displaced = displacedPassages(first, second, blocks).flat();
  if (displaced.length === 0) return blocks;
  return without(without(blocks, displaced, startInA), displaced, startInB);
}

function displacedPassages(first: FoldedText, second: FoldedText, blocks: readonly Block[]): Block[][] {
  const seeds = seedsOff(blocks, first, second);
  if (seeds.length === 0) return [];
  const aligner = new Aligner(first, second);
  const sides = [startInA, startInB];
  const passages = chained(seeds)
    .filter((chain) => sides.some((startOf) => covered(blocks, chain, startOf) >= LEAST_TAKEN * keptOf(chain)))
    .map((chain) => withoutStrangers(aligner.align(regionOf(chain, first.length, second.length)), chain))
    .filter((passage) => isPassage(passage) && keptOf(passage) >= LEAST)
    .filter((passage) => sides.every((startOf) => covered(blocks, passage, startOf) <= MOST_KEPT * keptOf(passage)));
  return withoutRivals(passages, first.length, second.length);
}

/** Equal stretches around runs that stand once in each text, and not where the alignment has them. */
function seedsOff(blocks: readonly Block[], first: FoldedText, second: FoldedText): Block[] {
  if (blocks.length < 2) return [];
  const a = wordsOf(first.units);
  const b = wordsOf(second.units);
  const seeds: Block[] = [];
  let last: Block | undefined;
  let at = 0;
  const everything = ({ count }: { count: number }): { first: number; last: number } => ({ first: 0, last: count });
  for (const [i, j] of uniquePairs(runHashes(a, everything(a), RUN), runHashes(b, everything(b), RUN))) {
    const startA = a.starts[i]!;
    const startB = b.starts[j]!;
    if (last && startA - last.a === startB - last.b && startA < last.a + last.length) continue;
    const endA = a.starts[i + RUN]!;
    while (at < blocks.length && blocks[at]!.a + blocks[at]!.length < endA) at++;
    const block = blocks[at];
    if (block && block.a <= startA && startA - block.a === startB - block.b) continue;
    last = widened(first.units, second.units, startA, startB);
    seeds.push(last);
  }
  return seeds;
}

/** The whole stretch that is equal around two places. */
function widened(first: Uint16Array, second: Uint16Array, a: number, b: number): Block {
  let before = 0;
  while (a > before && b > before && first[a - before - 1] === second[b - before - 1]) before++;
  let after = 0;
  while (a + after < first.length && b + after < second.length && first[a + after] === second[b + after]) after++;
  return { a: a - before, b: b - before, length: before + after };
}

function regionOf(
  chain: readonly Block[],
  lengthA: number,
  lengthB: number,
): { a0: number; a1: number; b0: number; b1: number } {
  const head = chain[0]!;
  const tail = chain.at(-1)!;
  return {
    a0: Math.max(0, head.a - MARGIN),
    a1: Math.min(lengthA, tail.a + tail.length + MARGIN),
    b0: Math.max(0, head.b - MARGIN),
    b1: Math.min(lengthB, tail.b + tail.length + MARGIN),
  };
}

type StartOf = (block: Block) => number;
const startInA: StartOf = ({ a }) => a;
const startInB: StartOf = ({ b }) => b;

/** How much of some stretches is in blocks too, in one of the texts; the blocks in the order of both. */
function covered(blocks: readonly Block[], stretches: readonly Block[], startOf: StartOf): number {
  let units = 0;
  for (const stretch of stretches) {
    const start = startOf(stretch);
    const end = start + stretch.length;
    for (let at = firstEndingAfter(blocks, start, startOf); at < blocks.length; at++) {
      const block = blocks[at]!;
      if (startOf(block) >= end) break;
      units += Math.min(end, startOf(block) + block.length) - Math.max(start, startOf(block));
    }
  }
  return units;
}

/** What is left of blocks where other stretches, in one of the texts, are not; the blocks in the order of both. */
function without(blocks: readonly Block[], stretches: readonly Block[], startOf: StartOf): Block[] {
  const sorted = [...stretches].sort((x, y) => startOf(x) - startOf(y));
  let next = 0;
  return blocks.flatMap((block) => {
    const start = startOf(block);
    while (next < sorted.length && startOf(sorted[next]!) + sorted[next]!.length <= start) next++;
    const left: Block[] = [];
    let from = 0;
    const keep = (to: number): void => {
      if (to > from) left.push({ a: block.a + from, b: block.b + from, length: to - from });
    };
    for (let k = next; k < sorted.length && startOf(sorted[k]!) < start + block.length; k++) {
      keep(startOf(sorted[k]!) - start);
      from = Math.max(from, startOf(sorted[k]!) + sorted[k]!.length - start);
    }
    keep(block.length);
    return left;
  });
}

function firstEndingAfter(blocks: readonly Block[], offset: number, startOf: StartOf): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(blocks[middle]!) + blocks[middle]!.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
