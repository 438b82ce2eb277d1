import type { Range } from '../text/range';
import { assess, closestIn, compareAt, findLookalikes, meanContext, type Lookalike } from './candidates';
import type { Block } from './character-diff';
import { THOROUGH } from './diagonals';
import { backwards, closestBeginning, forwards, similarity } from './edit-distance';
import { findVerbatim } from './exact';
import { KeptBlocks } from './kept-blocks';
import type { IndexedText } from './indexed-text';
import type { Pattern } from './pattern';
import { beats, POLICY } from './policy';
import { keepsWordEdges, standsFree, wholeWords } from './word-edges';

/** What became of one part: where it is, or where it may be. Folded offsets. */
export interface Carried {
  readonly place?: Lookalike;
  /** Best first; empty when the part moved with the text around it. */
  readonly lookalikes: readonly Lookalike[];
  readonly ambiguous: boolean;
}

/** Context that is compared when a part does not simply move with kept text; units on each side. */
export const CONTEXT = 64;
/** A kept stretch that exceeds the words by so much is no coincidence. */
const SURE = 16;
/** A hunk between two sure stretches up to this long is one place. */
const LONGEST_HUNK = 600;
/** Survivors shorter than this are letters, not words. */
const SHORTEST_SURVIVOR = 3;

export const GONE: Carried = { lookalikes: [], ambiguous: false };

/**
 * Two versions of a text, or of a passage, compared once, through which any number of ranges can be followed as long as what they
 * stand amid kept its order.
 */
export class OrderedComparison {
  /** What both texts have in common, in order. */
  protected readonly blocks: readonly Block[];
  protected readonly kept: KeptBlocks;
  protected readonly a: Uint16Array;
  protected readonly b: Uint16Array;

  /** @param blocks what both have in common, in the order of both */
  constructor(
    protected readonly base: IndexedText,
    protected readonly text: IndexedText,
    blocks: readonly Block[],
  ) {
    this.a = base.folded.units;
    this.b = text.folded.units;
    this.blocks = blocks;
    this.kept = new KeptBlocks(blocks, this.a.length, this.b.length);
  }

  /** Follows a folded range of the base into the text. */
  carry({ start, end }: Range): Carried {
    const last = this.kept.lastBefore(end, start === end);
    const block = this.blocks[last];
    if (block && block.a <= start && end <= block.a + block.length) {
      const at = start - block.a + block.b;
      const place = { start: at, end: at + end - start };
      if (block.length >= end - start + SURE) {
        // A duplicate of a paragraph amid large changes may be another copy: only the words can vouch for it.
        if (this.isEmbedded(last) || this.isOnlyCopy(block, start, end)) return certainly(place);
        return { lookalikes: [assess(this.b, this.patternOf(start, end), place.start, place.end, 1)], ambiguous: true };
      }
      const assessed = assess(this.b, this.patternOf(start, end), place.start, place.end, 1);
      if (reaches(assessed, POLICY.inPlace) && (this.isEmbedded(last) || this.beatsRival(assessed, start, end)))
        return certainly(place);
    }
    if (start === end) return GONE;
    return this.inHunk(start, end, last) ?? this.elsewhere(start, end);
  }

  /** Where a range is when it is not where it should be. */
  protected elsewhere(_start: number, _end: number): Carried {
    return GONE;
  }

  /** The base words of a range with what stood around them. */
  patternOf(start: number, end: number, context = CONTEXT): Pattern {
    const from = Math.max(0, start - context);
    return { units: this.a.subarray(from, end + context), start: start - from, end: end - from };
  }

  /** The words were edited, or stand alone amid edits: looks between the sure stretches on both sides. */
  protected inHunk(start: number, end: number, last: number): Carried | undefined {
    const { blocks } = this;
    let left = last;
    while (left >= 0 && (blocks[left]!.a >= start || !isSure(blocks[left]!))) left--;
    let right = Math.max(0, left);
    while (right < blocks.length && (blocks[right]!.a + blocks[right]!.length <= end || !isSure(blocks[right]!)))
      right++;
    const pattern = this.patternOf(start, end);
    const mapped = this.mapped(start, end, last);
    if (mapped && mapped.survived >= POLICY.survival * (end - start)) {
      // Letters that a word has in common with the words are no trace of them.
      const now = keepsWordEdges(pattern, this.b, mapped) ? mapped : wholeWords(this.b, mapped);
      const exact = similarity(forwards(this.a, start, end), forwards(this.b, now.start, now.end));
      const place = assess(this.b, pattern, now.start, now.end, exact);
      const sure = exact >= POLICY.edited && reaches(place, POLICY.inPlace);
      if (sure && (this.isEmbedded(last) || this.beatsRival(place, start, end)))
        return this.isMutual(place, start, end)
          ? { place, lookalikes: [place], ambiguous: false }
          : { lookalikes: [place], ambiguous: true };
    }
    return this.intactInHunk(pattern, start, end, blocks[left], left === right ? undefined : blocks[right]);
  }

  /** Around the words everything was rewritten, but they stand there still, once before and once after. */
  protected intactInHunk(
    pattern: Pattern,
    start: number,
    end: number,
    left?: Block,
    right?: Block,
  ): Carried | undefined {
    if (!left || !right) return undefined;
    const a0 = left.a + left.length;
    const b0 = left.b + left.length;
    if (a0 > start || right.a < end || right.a - a0 > LONGEST_HUNK || right.b - b0 > LONGEST_HUNK) return undefined;
    const near = closestIn(this.b, pattern, b0, right.b);
    if (!near || near.exact < 1 || !standsFree(this.b, near.start, near.end)) return undefined;
    const words = this.a.subarray(start, end);
    if (occursIn(this.a, words, a0, start) || occursIn(this.a, words, start + 1, right.a)) return undefined;
    if (occursIn(this.b, words, b0, near.start) || occursIn(this.b, words, near.start + 1, right.b)) return undefined;
    const place = assess(this.b, pattern, near.start, near.end, 1);
    return { place, lookalikes: [place], ambiguous: false };
  }

  /** Where a range that was edited now begins and ends, and how many of its units are still there. */
  private mapped(start: number, end: number, last: number): (Range & { readonly survived: number }) | undefined {
    const { blocks } = this;
    let first = last;
    while (first > 0 && blocks[first - 1]!.a + blocks[first - 1]!.length > start) first--;
    let survived = 0;
    let from = -1;
    let to = -1;
    let outerFrom = -1;
    let outerTo = -1;
    for (let k = Math.max(0, first); k <= last; k++) {
      const block = blocks[k]!;
      const s = Math.max(start, block.a);
      const e = Math.min(end, block.a + block.length);
      if (e <= s) continue;
      if (e - s >= SHORTEST_SURVIVOR || (s === block.a && e === block.a + block.length && e - s === end - start))
        survived += e - s;
      else if (block.length >= SHORTEST_SURVIVOR) survived += e - s;
      if (from < 0) {
        from = s - block.a + block.b;
        const before = blocks[k - 1];
        outerFrom = s > start ? (before ? before.b + before.length : 0) : from;
      }
      to = e - block.a + block.b;
      outerTo = e < end ? (blocks[k + 1]?.b ?? this.b.length) : to;
    }
    if (from < 0) return undefined;
    // Between the last survivor and the next kept text the end may be anywhere: where the words need the fewest edits.
    const room = 2 * (end - start) + 8;
    const newEnd =
      from +
      closestBeginning(forwards(this.a, start, end), forwards(this.b, from, Math.min(outerTo, from + room))).length;
    const edgeEnd = outerTo === to ? to : Math.max(to, newEnd);
    const newStart =
      edgeEnd -
      closestBeginning(backwards(this.a, start, end), backwards(this.b, Math.max(outerFrom, edgeEnd - room), edgeEnd))
        .length;
    const edgeStart = outerFrom === from ? from : Math.min(from, newStart);
    return { start: edgeStart, end: edgeEnd, survived };
  }

  /** Whether a block surely stayed where it was. */
  protected isEmbedded(at: number): boolean {
    return this.kept.isEmbedded(at);
  }

  /** True when the words, with as much around them as was kept, stand only once in each text. */
  protected isOnlyCopy(block: Block, start: number, end: number): boolean {
    const from = Math.max(block.a, start - 2 * CONTEXT);
    const pattern = {
      units: this.a.subarray(from, Math.min(block.a + block.length, end + 2 * CONTEXT)),
      start: start - from,
      end: end - from,
    };
    return (
      findVerbatim(this.a, this.base.grams, pattern, 2)?.length === 1 &&
      findVerbatim(this.b, this.text.grams, pattern, 2)?.length === 1
    );
  }

  /** How well another place of the base matches the pattern: so well will something match when the passage is gone. */
  protected rivalOf(pattern: Pattern, start: number, end: number): number {
    const others = findLookalikes(this.a, this.base.grams, pattern, start, THOROUGH);
    return others.find((place) => place.end <= start || place.start >= end)?.score ?? 0;
  }

  /**
   * True when the place, with what stands around it, resembles nothing in the base more than the range: else it is the
   * place of other words, and resembles these only because those do. (The cross-check of feature matching.)
   */
  protected isMutual(place: Lookalike, start: number, end: number): boolean {
    const from = Math.max(0, place.start - CONTEXT);
    const pattern = {
      units: this.b.subarray(from, place.end + CONTEXT),
      start: place.start - from,
      end: place.end - from,
    };
    const own = compareAt(this.a, pattern, start)?.score ?? 0;
    const [best] = findLookalikes(this.a, this.base.grams, pattern, start);
    return !best || best.score <= own || (best.start < end && start < best.end);
  }

  protected beatsRival(place: Lookalike, start: number, end: number): boolean {
    return beats(place, this.rivalOf(this.patternOf(start, end), start, end));
  }
}

export function certainly({ start, end }: Range): Carried {
  return { place: { start, end, exact: 1, score: 1 }, lookalikes: [], ambiguous: false };
}

function isSure(block: Block): boolean {
  return block.length >= SURE;
}

function reaches(place: Lookalike, least: number): boolean {
  return (meanContext(place) ?? 1) >= least;
}

function occursIn(units: Uint16Array, words: Uint16Array, from: number, to: number): boolean {
  for (let at = Math.max(0, from); at + words.length <= to; at++) {
    let k = 0;
    while (k < words.length && units[at + k] === words[k]) k++;
    if (k === words.length) return true;
  }
  return false;
}
