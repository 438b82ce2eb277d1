import type { Range } from '../text/range';
import type { Block } from './character-diff';

/** Changes up to this long beside a kept stretch do not put it in doubt. */
const LITTLE = 200;
/** ... if so much is kept around it, less these for each unit that came or went, and for each that was replaced. */
const LEAST_KEPT = 1000;
const RESIZED = 2;
const REPLACED = 0.5;

/** What two texts have in common, in the order of both, and how much each stretch of it is to be believed. */
export class KeptBlocks {
  private kept: Float64Array | undefined;

  constructor(
    readonly blocks: readonly Block[],
    private readonly lengthA: number,
    private readonly lengthB: number,
  ) {}

  /** True when what was changed on both sides of a block is little, in itself or beside the block, and much is kept around it. */
  isEmbedded(at: number): boolean {
    return this.isAmidLittle(at) && this.isSteady(at);
  }

  /**
   * True when what was changed on both sides of a block is little, in itself or beside the block.
   * @param isPassage whether nothing is said by what stands before the first block and after the last
   */
  isAmidLittle(at: number, isPassage = false): boolean {
    const little = Math.max(LITTLE, this.blocks[at]!.length / 4);
    const isEnd = (gap: number): boolean => isPassage && (gap === 0 || gap === this.blocks.length);
    return [at, at + 1].every((gap) => isEnd(gap) || this.gapBefore(gap) <= little);
  }

  /** True when so much is kept around a block that the passage surely stayed where it was. */
  isSteady(at: number): boolean {
    this.kept ??= this.keptAround();
    return this.kept[at]! >= LEAST_KEPT;
  }

  /** The blocks that surely stayed in place. */
  steady(): readonly Block[] {
    return this.blocks.filter((_, at) => this.isSteady(at));
  }

  /** True when half of a place in the second text or more is kept from the first. */
  hasMostOf({ start, end }: Range): boolean {
    let low = this.firstEndingAfter(start);
    let shared = 0;
    for (let block = this.blocks[low]; block && block.b < end; block = this.blocks[++low])
      shared += Math.min(end, block.b + block.length) - Math.max(start, block.b);
    return 2 * shared >= end - start;
  }

  /** What the second text has for itself. */
  inserted(): Range[] {
    const gaps: Range[] = [];
    let from = 0;
    for (const block of this.blocks) {
      if (block.b > from) gaps.push({ start: from, end: block.b });
      from = block.b + block.length;
    }
    if (from < this.lengthB) gaps.push({ start: from, end: this.lengthB });
    return gaps;
  }

  /** Index of the first block that ends after an offset of the second text. */
  firstEndingAfter(offset: number): number {
    let low = 0;
    let high = this.blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.blocks[middle]!.b + this.blocks[middle]!.length <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Index of the last block that begins before an offset of the first text (at it, when inclusive), or -1. */
  lastBefore(offset: number, inclusive: boolean): number {
    let low = 0;
    let high = this.blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.blocks[middle]!.a < offset || (inclusive && this.blocks[middle]!.a === offset)) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /**
   * For each block how much is kept around it, on both sides, less what was changed there. Where paragraphs were shuffled, some
   * still follow each other now and then, and then any copy of a line that was between is taken for it.
   */
  private keptAround(): Float64Array {
    const { blocks } = this;
    const kept = Float64Array.from(blocks, ({ length }) => length);
    // The beginnings of both texts correspond, and so do their ends.
    let support = LEAST_KEPT;
    for (let at = 0; at < blocks.length; at++) {
      support = Math.max(0, support - this.doubtBefore(at));
      kept[at]! += support;
      support = Math.min(LEAST_KEPT, support + blocks[at]!.length);
    }
    support = LEAST_KEPT;
    for (let at = blocks.length - 1; at >= 0; at--) {
      support = Math.max(0, support - this.doubtBefore(at + 1));
      kept[at]! += support;
      support = Math.min(LEAST_KEPT, support + blocks[at]!.length);
    }
    return kept;
  }

  /** Units between two blocks, in the text that has more of them there. */
  private gapBefore(at: number): number {
    const { was, is } = this.between(at);
    return Math.max(was, is);
  }

  private doubtBefore(at: number): number {
    const { was, is } = this.between(at);
    return RESIZED * Math.abs(was - is) + REPLACED * Math.min(was, is);
  }

  /** How many units stood, and stand, before a block and after the one before it. */
  private between(at: number): { readonly was: number; readonly is: number } {
    const left = this.blocks[at - 1];
    const right = this.blocks[at];
    return {
      was: (right ? right.a : this.lengthA) - (left ? left.a + left.length : 0),
      is: (right ? right.b : this.lengthB) - (left ? left.b + left.length : 0),
    };
  }
}
