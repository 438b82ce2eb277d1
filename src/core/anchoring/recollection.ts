import type { FoldedText } from '../text/fold';
import type { Range } from '../text/range';
import { align, UNKNOWN } from './alignment';
import { Comparison } from './comparison';
import type { Block } from './character-diff';
import type { IndexedText } from './indexed-text';
import type { Carried } from './ordered-comparison';
import type { Pattern } from './pattern';

/** A target that was placed by its quote: where it stood in the remembered text and where it stands now, both folded. */
export interface Witness {
  readonly base: Range;
  readonly place: Range;
}

/** Changes up to this long between two kept stretches do not put them in doubt. */
const LITTLE = 200;
/** A forgotten stretch longer than this says nothing. */
const LONGEST_FORGOTTEN = 3000;
/** By how much a forgotten stretch may have grown or shrunk, in all and for its length. */
const DRIFT = 4;
const DRIFT_SHARE = 1 / 40;
const MOST_DRIFT = 16;
/** A stretch of this length that adjoins a vouched one is vouched for too, when the next vouched one is within `NEAR`. */
const ADJOINING = 64;
const NEAR = 1500;
/** Of a text that is as good as wholly remembered, this share is forgotten at most. */
const MOST_FORGOTTEN = 0.05;
/** A kept stretch that exceeds the words by so much is no coincidence. */
const SURE = 16;

/**
 * Compares what is remembered of a text (`rememberedText`) with the text as it is now: step 3 of ANCHORING.md without the base.
 *
 * The alignment sees all selectors at once, so their order and their distances tell apart what each of them alone could not.
 * But as it does not see what was forgotten, it can't know that a passage has no double there. Hence it believes
 * only stretches with witnesses: targets that their own quote placed on the same diagonal, on both sides, with nothing
 * between that could have shifted a lookalike into the place. What was moved is left to the quote.
 *
 * Where next to nothing was forgotten, what has no double in memory has none in the base, and is believed as if that were at hand.
 */
export class Recollection extends Comparison {
  /** For each block whether it is vouched for. */
  private readonly vouched: readonly boolean[];
  private readonly isWhole: boolean;

  constructor(base: IndexedText, text: IndexedText, witnesses: readonly Witness[]) {
    super(base, text, withoutOverhangs(align(base.folded, text.folded), base.folded, text.folded));
    this.vouched = this.vouchedFor(witnesses);
    const forgotten = this.a.reduce((count, unit) => (unit === UNKNOWN ? count + 1 : count), 0);
    this.isWhole = forgotten <= MOST_FORGOTTEN * Math.max(this.a.length, this.b.length);
  }

  /** The words of the base with what is remembered around them. */
  override patternOf(start: number, end: number): Pattern {
    const { units, start: from, end: to } = super.patternOf(start, end);
    let first = from;
    while (first > 0 && units[first - 1] !== UNKNOWN) first--;
    let last = to;
    while (last < units.length && units[last] !== UNKNOWN) last++;
    return { units: units.subarray(first, last), start: from - first, end: to - first };
  }

  /** True when at least half of a place is text that surely has its counterpart elsewhere in the remembered text. */
  isOthers(place: Range, base: Range): boolean {
    let others = 0;
    for (let at = this.kept.firstEndingAfter(place.start); at < this.blocks.length; at++) {
      const block = this.blocks[at]!;
      if (block.b >= place.end) break;
      if (!this.vouched[at] || block.length < SURE) continue;
      const from = Math.max(place.start, block.b);
      const to = Math.min(place.end, block.b + block.length);
      const origin = from - block.b + block.a;
      if (origin >= base.end || origin + to - from <= base.start) others += to - from;
    }
    return 2 * others >= place.end - place.start;
  }

  protected override isEmbedded(at: number): boolean {
    return this.vouched[at]!;
  }

  protected override steadyBlocks(): readonly Block[] {
    return this.blocks;
  }

  protected override isOnlyCopy(block: Block, start: number, end: number): boolean {
    return this.isWhole && super.isOnlyCopy(block, start, end);
  }

  protected override beatsRival(): boolean {
    return false;
  }

  protected override inHunk(start: number, end: number, last: number): Carried | undefined {
    for (let at = last; at >= 0 && this.blocks[at]!.a + this.blocks[at]!.length > start; at--)
      if (isLineSized(this.a, this.blocks[at - 1], this.blocks[at])) return undefined;
    return isLineSized(this.a, this.blocks[last], this.blocks[last + 1]) ? undefined : super.inHunk(start, end, last);
  }

  protected override isMutual(): boolean {
    return true;
  }

  protected override intactInHunk(): undefined {
    return undefined;
  }

  protected override believesMove(lines: Range, { start, end }: Range): boolean {
    return this.isOnlyCopy({ a: lines.start, b: 0, length: lines.end - lines.start }, start, end);
  }

  protected override inPassage(): undefined {
    return undefined;
  }

  protected override elsewhere(): Carried {
    return { lookalikes: [], ambiguous: false };
  }

  /** Chains of blocks with little between them; what stands between the first and the last witness of one is vouched for. */
  private vouchedFor(witnesses: readonly Witness[]): boolean[] {
    const { blocks } = this;
    const votes = new Int32Array(blocks.length);
    const against = new Int32Array(blocks.length);
    for (const { base, place } of witnesses) {
      const at = this.kept.lastBefore(base.end, false);
      const block = blocks[at];
      if (!block || block.a > base.start || block.a + block.length < base.end) continue;
      if (base.start - block.a === place.start - block.b) votes[at]!++;
      else against[at]!++;
    }
    const vouched = new Array<boolean>(blocks.length).fill(false);
    let witness = -1;
    for (let at = 0; at < blocks.length; at++) {
      if (at > 0 && !this.isLittle(at)) witness = -1;
      if (against[at]! >= votes[at]! && against[at]! > 0) witness = -1;
      else if (votes[at]! > 0) {
        vouched.fill(true, witness < 0 ? at : witness, at + 1);
        witness = at;
      }
    }
    return this.withAdjoining(vouched, against);
  }

  /**
   * Adds long blocks that adjoin a block that is vouched for, and are followed soon by another on the other side: there
   * something came or went between, but the room in which a lookalike would have had to stand is small.
   */
  private withAdjoining(vouched: readonly boolean[], against: Int32Array): boolean[] {
    const { blocks } = this;
    const result = [...vouched];
    let left = -1;
    for (let right = 0; right < blocks.length; right++) {
      if (!vouched[right]) continue;
      if (left >= 0 && right - left > 1 && this.isNear(left, right)) {
        const isLong = (at: number): boolean => blocks[at]!.length >= ADJOINING && against[at] === 0;
        for (let at = left + 1; at < right && this.isLittle(at) && isLong(at); at++) result[at] = true;
        for (let at = right - 1; at > left && this.isLittle(at + 1) && isLong(at); at--) result[at] = true;
      }
      left = right;
    }
    return result;
  }

  private isNear(left: number, right: number): boolean {
    const one = this.blocks[left]!;
    const other = this.blocks[right]!;
    return Math.max(other.a - one.a - one.length, other.b - one.b - one.length) <= NEAR;
  }

  /** True when what stands before a block, after the one before it, can't have shifted it onto a lookalike. */
  private isLittle(at: number): boolean {
    const left = this.blocks[at - 1]!;
    const right = this.blocks[at]!;
    const from = left.a + left.length;
    const was = right.a - from;
    const is = right.b - left.b - left.length;
    if (this.a.subarray(from, right.a).includes(UNKNOWN))
      return was <= LONGEST_FORGOTTEN && Math.abs(is - was) <= Math.min(MOST_DRIFT, DRIFT + was * DRIFT_SHARE);
    return Math.max(was, is) <= LITTLE;
  }
}

/** A change from which on a whole line may have come or gone. */
const LINE_SIZED = 16;

/** True when between two blocks a line may have come or gone. */
function isLineSized(a: Uint16Array, left: Block | undefined, right: Block | undefined): boolean {
  if (!left || !right) return true;
  const from = left.a + left.length;
  const was = right.a - from;
  const is = right.b - left.b - left.length;
  return (
    Math.abs(is - was) >= LINE_SIZED ||
    (Math.max(is, was) >= LINE_SIZED && !a.subarray(from, right.a).includes(UNKNOWN))
  );
}

/**
 * Next to where a line came or went, a block may reach into the next line as far as that one begins like the one that should stand
 * there; with all of both texts at hand such a block slides back (`align`), but what was forgotten is in the way. So
 * there it is cut off where a line begins in both.
 */
function withoutOverhangs(blocks: readonly Block[], first: FoldedText, second: FoldedText): Block[] {
  return blocks.flatMap((block, at) => {
    const isBoundary = (offset: number): boolean =>
      (block.a + offset === first.length || first.isLineStart(block.a + offset)) &&
      (block.b + offset === second.length || second.isLineStart(block.b + offset));
    let from = 0;
    let to = block.length;
    if (isLineSized(first.units, blocks[at - 1], block)) while (from < to && !isBoundary(from)) from++;
    if (isLineSized(first.units, block, blocks[at + 1])) while (to > from && !isBoundary(to)) to--;
    return to > from ? [{ a: block.a + from, b: block.b + from, length: to - from }] : [];
  });
}
