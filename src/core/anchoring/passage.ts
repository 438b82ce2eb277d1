import type { Block } from './character-diff';

/** Two runs belong to one passage when no more than this stands between them, in either text ... */
const LONGEST_GAP = 600;
/** ... and neither text has so much more there than the other. */
const MOST_RESIZED = 200;
/** Passages that a run is tried to belong to: the last ones begun. */
const OPEN = 12;
/** Text beyond the outermost runs of a passage belongs to it when no more than so much was changed between. */
const LITTLE = 30;
/** Less than this is a phrase, not a passage ... */
const LEAST_KEPT = 200;
/** ... and where less of it than this share was kept, it is not the same passage. */
const LEAST_SHARE = 0.6;

/** Seeds that follow each other in both texts at like distances. */
export function chained(seeds: Block[]): Block[][] {
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

/** Without what only lines that are neighbours now have in common with those that were. */
export function withoutStrangers(blocks: readonly Block[], chain: readonly Block[]): Block[] {
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

export function keptOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { length }) => sum + length, 0);
}

export function isPassage(blocks: readonly Block[]): boolean {
  const head = blocks[0];
  const tail = blocks.at(-1);
  if (!head || !tail) return false;
  const kept = keptOf(blocks);
  const extent = Math.max(tail.a + tail.length - head.a, tail.b + tail.length - head.b);
  return kept >= LEAST_KEPT && kept >= LEAST_SHARE * extent;
}

/** What is left of passages when each stretch, in either text, belongs to the longest of them that has it: where two lines meet by chance as two others did. */
export function withoutRivals(passages: Block[][], lengthA: number, lengthB: number): Block[][] {
  const takenA = new Uint8Array(lengthA);
  const takenB = new Uint8Array(lengthB);
  return passages
    .sort((x, y) => keptOf(y) - keptOf(x))
    .map((blocks) => {
      const free = blocks.flatMap((block) => freeParts(block, takenA, takenB));
      // Half of a passage is not the passage.
      if (2 * keptOf(free) <= keptOf(blocks)) return [];
      for (const { a, b, length } of free) {
        takenA.fill(1, a, a + length);
        takenB.fill(1, b, b + length);
      }
      return free;
    })
    .filter((blocks) => blocks.length > 0);
}

function freeParts({ a, b, length }: Block, takenA: Uint8Array, takenB: Uint8Array): Block[] {
  const parts: Block[] = [];
  let from = 0;
  for (let k = 0; k <= length; k++) {
    if (k < length && !takenA[a + k] && !takenB[b + k]) continue;
    if (k > from) parts.push({ a: a + from, b: b + from, length: k - from });
    from = k + 1;
  }
  return parts;
}
