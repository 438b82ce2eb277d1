/** A stretch that both texts have: `length` units at `a` in the first and at `b` in the second. */
export interface Block {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** A rectangle of the comparison: units [a0, a1) of the first text against [b0, b1) of the second. */
export interface Region {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/**
 * The common stretches of two short regions by the greedy algorithm of E. Myers (An O(ND) difference algorithm and its
 * variations, Algorithmica 1, 1986). Answers nothing when more than `most` insertions and deletions are needed: texts
 * that differ so much have only letters in common, not words.
 */
export function characterDiff(a: Uint16Array, b: Uint16Array, region: Region, most: number): Block[] {
  const { a0, b0 } = region;
  const n = region.a1 - a0;
  const m = region.b1 - b0;
  const limit = Math.min(most, n + m);
  const reach = new Int32Array(2 * limit + 3);
  const middle = limit + 1;
  const traces: Int32Array[] = [];
  for (let d = 0; d <= limit; d++) {
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && reach[middle + k - 1]! < reach[middle + k + 1]!);
      let x = down ? reach[middle + k + 1]! : reach[middle + k - 1]! + 1;
      let y = x - k;
      while (x < n && y < m && a[a0 + x] === b[b0 + y]) {
        x++;
        y++;
      }
      reach[middle + k] = x;
      if (x >= n && y >= m) return backtrack(traces, region, d);
    }
    traces.push(reach.slice(middle - d, middle + d + 1));
  }
  return [];
}

/** Walks back from the end; `traces[d]` holds how far each diagonal from -d to d came with d edits. */
function backtrack(traces: readonly Int32Array[], region: Region, edits: number): Block[] {
  const blocks: Block[] = [];
  let x = region.a1 - region.a0;
  let y = region.b1 - region.b0;
  const keep = (fromX: number, fromY: number): void => {
    if (x > fromX) blocks.push({ a: region.a0 + fromX, b: region.b0 + fromY, length: x - fromX });
  };
  for (let d = edits; d > 0; d--) {
    const before = traces[d - 1]!;
    const at = (k: number): number => (Math.abs(k) < d ? before[k + d - 1]! : -1);
    const k = x - y;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const previousX = down ? at(k + 1) : at(k - 1);
    const previousY = previousX - (down ? k + 1 : k - 1);
    const fromX = down ? previousX : previousX + 1;
    keep(fromX, fromX - k);
    x = previousX;
    y = previousY;
  }
  keep(0, 0);
  return blocks.reverse();
}
