import type { FoldedText } from '../text/fold';
import { wordsOf, type Words } from '../text/words';
import { characterDiff, type Block, type Region } from './character-diff';
import { longestIncreasing, runHashes, uniquePairs, wordRange } from './unique-runs';
import { linesOf } from './lines';
import { isWordEdge } from './word-edges';

/**
 * Lengths, in words, of the runs that two texts are pinned together by; the longest first, so that what is surely the
 * same text decides before what may be a coincidence.
 */
const RUNS = [12, 5, 2, 1] as const;
/** Stands for what is not known of the first text: a noncharacter, which no text for interchange holds (Unicode 23.7). */
export const UNKNOWN = 0xffff;
/** Shorter lines (a number, a brace) say little. */
const SHORTEST_LINE = 8;
/** Regions up to this many units in both texts together are compared letter by letter at once. */
const SHORT = 300;
/** ... and up to this many when no word is unique in both. */
const MEDIUM = 3000;
/** Insertions and deletions per unit beyond which two short regions are held for different texts. */
const MOST_EDITED = 0.4;
/** The most insertions and deletions that are traced in one region, which bounds time and memory. */
const MOST_EDITS = 400;
/** A common stretch shorter than this, and than what was changed on both sides of it, is a coincidence. */
const COINCIDENCE = 24;

/**
 * The stretches that two versions of a text have in common, in the order of both.
 *
 * Patience diff (B. Cohen) on runs of words instead of lines: runs that are unique in both regions are pinned, the
 * longest increasing sequence of them is kept and widened letter by letter, and what lies between is compared in the same way
 * with shorter runs. As spaces and line breaks are alike in folded text, a rewrapped file is no change at all. Costs
 * are near linear; nothing in it is quadratic in the length of the texts.
 */
export function align(first: FoldedText, second: FoldedText): Block[] {
  return new Aligner(first, second).align({ a0: 0, a1: first.length, b0: 0, b1: second.length });
}

/** A region that is still to be compared, with the first of `RUNS` that is worth trying in it. */
interface Pending {
  readonly region: Region;
  readonly level: number;
}

/** Compares regions of two texts. */
export class Aligner {
  private found: Block[] = [];
  private wordsA: Words | undefined;
  private wordsB: Words | undefined;

  private linesA: Words | undefined;
  private linesB: Words | undefined;
  private readonly a: Uint16Array;
  private readonly b: Uint16Array;

  constructor(
    private readonly first: FoldedText,
    private readonly second: FoldedText,
  ) {
    this.a = first.units;
    this.b = second.units;
  }

  /** The stretches that both regions have in common, in the order of both. */
  align(region: Region): Block[] {
    const blocks = withoutCoincidences(joined(this.blocks(region)), region);
    return slidToLineStarts(blocks, this.first, this.second);
  }

  private blocks(whole: Region): Block[] {
    this.found = [];
    const pending: Pending[] = [{ region: whole, level: 0 }];
    for (let next = pending.pop(); next; next = pending.pop()) {
      const lines = this.pinnedByLines(next.region);
      if (lines.length > 0) {
        this.splitAt(lines, next.region, next.level, pending);
        continue;
      }
      const region = this.trimmed(next.region);
      if (region.a0 === region.a1 || region.b0 === region.b1) continue;
      const size = region.a1 - region.a0 + region.b1 - region.b0;
      if (size <= SHORT) {
        this.compareLetters(region, size);
        continue;
      }
      const { pins, level } = this.pinned(region, next.level);
      if (pins.length === 0) {
        if (size <= MEDIUM) this.compareLetters(region, size);
        continue;
      }
      this.splitAt(pins, region, level, pending);
    }
    return this.found.sort((x, y) => x.a - y.a);
  }

  /** Records pins, and leaves what lies between them to be compared. */
  private splitAt(pins: readonly Block[], region: Region, level: number, pending: Pending[]): void {
    let a0 = region.a0;
    let b0 = region.b0;
    for (const pin of [...pins, { a: region.a1, b: region.b1, length: 0 }]) {
      if (pin.a > a0 || pin.b > b0) pending.push({ region: { a0, a1: pin.a, b0, b1: pin.b }, level });
      if (pin.length > 0) this.found.push(pin);
      a0 = pin.a + pin.length;
      b0 = pin.b + pin.length;
    }
  }

  /**
   * Whole lines that are unique in both sides of a region, without those that both sides begin and end with, in the order of
   * both. Where lines came and went a comparison by words takes the end of one line for that of another that ends alike.
   */
  private pinnedByLines({ a0, a1, b0, b1 }: Region): Block[] {
    if (a1 - a0 < SHORTEST_LINE || b1 - b0 < SHORTEST_LINE) return [];
    this.linesA ??= linesOf(this.first);
    this.linesB ??= linesOf(this.second);
    const a = wordRange(this.linesA, a0, a1);
    const b = wordRange(this.linesB, b0, b1);
    // Starts are line starts, but the last line of a region may go on behind it.
    if (this.linesA.starts[a.last]! > a1) a.last--;
    if (this.linesB.starts[b.last]! > b1) b.last--;
    const same = (i: number, j: number): boolean => this.linesA!.hashes[i] === this.linesB!.hashes[j];
    if (this.linesA.starts[a.first] === a0 && this.linesB.starts[b.first] === b0)
      while (a.first < a.last && b.first < b.last && same(a.first, b.first)) {
        a.first++;
        b.first++;
      }
    if (this.linesA.starts[a.last] === a1 && this.linesB.starts[b.last] === b1)
      while (a.first < a.last && b.first < b.last && same(a.last - 1, b.last - 1)) {
        a.last--;
        b.last--;
      }
    if (a.first >= a.last || b.first >= b.last) return [];
    const pairs = uniquePairs(runHashes(this.linesA, a, 1), runHashes(this.linesB, b, 1));
    const pins: Block[] = [];
    for (const [i, j] of longestIncreasing(pairs)) {
      const start = this.linesA.starts[a.first + i]!;
      const other = this.linesB.starts[b.first + j]!;
      const length = this.linesA.starts[a.first + i + 1]! - start;
      if (length >= SHORTEST_LINE && this.equal(start, other, length)) pins.push({ a: start, b: other, length });
    }
    return pins;
  }

  private equal(a: number, b: number, length: number): boolean {
    for (let k = 0; k < length; k++) if (this.a[a + k] !== this.b[b + k]) return false;
    return true;
  }

  private compareLetters(region: Region, size: number): void {
    const most = Math.min(MOST_EDITS, Math.ceil(size * MOST_EDITED));
    if (this.fewestEdits(region) > most) return;
    for (const block of characterDiff(this.a, this.b, region, most)) this.found.push(block);
  }

  /** Edits that a region needs at least: what is unknown in it has to go. */
  private fewestEdits({ a0, a1, b0, b1 }: Region): number {
    let unknown = 0;
    for (let k = a0; k < a1; k++) if (this.a[k] === UNKNOWN) unknown++;
    return unknown + Math.abs(b1 - b0 - (a1 - a0 - unknown));
  }

  /** Takes off, and records, what both ends of a region have in common. */
  private trimmed({ a0, a1, b0, b1 }: Region): Region {
    const { a, b } = this;
    const start = a0;
    while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) {
      a0++;
      b0++;
    }
    if (a0 > start) this.found.push({ a: start, b: b0 - (a0 - start), length: a0 - start });
    const end = a1;
    while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) {
      a1--;
      b1--;
    }
    if (a1 < end) this.found.push({ a: a1, b: b1, length: end - a1 });
    return { a0, a1, b0, b1 };
  }

  /** Common stretches around runs of words that are unique in both sides of the region, in the order of both. */
  private pinned(region: Region, from: number): { pins: Block[]; level: number } {
    this.wordsA ??= wordsOf(this.a);
    this.wordsB ??= wordsOf(this.b);
    const a = wordRange(this.wordsA, region.a0, region.a1);
    const b = wordRange(this.wordsB, region.b0, region.b1);
    for (let level = from; level < RUNS.length; level++) {
      const pairs = uniquePairs(runHashes(this.wordsA, a, RUNS[level]!), runHashes(this.wordsB, b, RUNS[level]!));
      const pins = this.widened(region, longestIncreasing(pairs), a.first, b.first);
      if (pins.length > 0) return { pins, level };
    }
    return { pins: [], level: RUNS.length };
  }

  /** Widens pairs of words to the whole stretch that is equal around them. */
  private widened(
    region: Region,
    pairs: readonly (readonly [number, number])[],
    firstA: number,
    firstB: number,
  ): Block[] {
    const { a, b } = this;
    const pins: Block[] = [];
    let a0 = region.a0;
    let b0 = region.b0;
    for (const [i, j] of pairs) {
      const wordA = this.wordsA!.starts[firstA + i]!;
      const wordB = this.wordsB!.starts[firstB + j]!;
      if (wordA < a0 || wordB < b0) continue;
      let from = 0;
      while (wordA - from > a0 && wordB - from > b0 && a[wordA - from - 1] === b[wordB - from - 1]) from++;
      let to = 0;
      while (wordA + to < region.a1 && wordB + to < region.b1 && a[wordA + to] === b[wordB + to]) to++;
      // Equal hashes of unequal words: no harm is done, as nothing is equal then.
      if (to === 0) continue;
      pins.push({ a: wordA - from, b: wordB - from, length: from + to });
      a0 = wordA + to;
      b0 = wordB + to;
    }
    return pins;
  }
}

/** Joins blocks that touch in both texts; the blocks are in order. */
function joined(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    if (last && last.a + last.length === block.a && last.b + last.length === block.b)
      result[result.length - 1] = { a: last.a, b: last.b, length: last.length + block.length };
    else result.push(block);
  }
  return result;
}

/** Drops short blocks amid larger changes, as diff-match-patch's semantic clean-up does. */
function withoutCoincidences(blocks: readonly Block[], region: Region): Block[] {
  const kept: Block[] = [];
  const gap = (left: Block | undefined, right: Block | undefined): number =>
    Math.max(
      (right ? right.a : region.a1) - (left ? left.a + left.length : region.a0),
      (right ? right.b : region.b1) - (left ? left.b + left.length : region.b0),
    );
  for (let k = 0; k < blocks.length; k++) {
    kept.push(blocks[k]!);
    // Dropping one block widens the gap after its forerunner, which may then go as well.
    for (let last = kept.at(-1); last && last.length < COINCIDENCE; last = kept.at(-1)) {
      const changed = Math.min(gap(kept.at(-2), last), gap(last, blocks[k + 1]));
      if (last.length > changed) break;
      kept.pop();
    }
  }
  return kept;
}

/**
 * Where something was only deleted or only inserted, the place of the gap is arbitrary as long as the text around it is
 * alike (`Article 1[2 ... Article 1]3`): slides it to where a line begins and ends, else a sentence or a word.
 */
function slidToLineStarts(blocks: readonly Block[], first: FoldedText, second: FoldedText): Block[] {
  const result = [...blocks];
  for (let k = 0; k + 1 < result.length; k++) {
    const left = result[k]!;
    const right = result[k + 1]!;
    const endA = left.a + left.length;
    const endB = left.b + left.length;
    const deleted = endB === right.b;
    if (deleted === (endA === right.a)) continue;
    const text = deleted ? first : second;
    const from = deleted ? endA : endB;
    const to = deleted ? right.a : right.b;
    const slide = bestSlide(text, from, to, left.length, right.length);
    if (slide === 0) continue;
    result[k] = { ...left, length: left.length + slide };
    result[k + 1] = { a: right.a + slide, b: right.b + slide, length: right.length - slide };
  }
  return result.filter((block) => block.length > 0);
}

/** Longer slides than this are not looked at. */
const LONGEST_SLIDE = 2000;

function bestSlide(text: FoldedText, from: number, to: number, left: number, right: number): number {
  const { units } = text;
  let best = 0;
  const rankAt = (slide: number): number => gapRank(text, from + slide, to + slide);
  let rank = rankAt(0);
  const consider = (slide: number): void => {
    const here = rankAt(slide);
    if (here <= rank) return;
    rank = here;
    best = slide;
  };
  for (let s = -1; s >= -Math.min(left, LONGEST_SLIDE) && units[from + s] === units[to + s]; s--) consider(s);
  for (let s = 0; s < Math.min(right, LONGEST_SLIDE) && units[from + s] === units[to + s]; s++) consider(s + 1);
  return best;
}

/** How likely something came or went just there: by the edge that is less likely, then by the one it begins at. */
function gapRank(text: FoldedText, start: number, end: number): number {
  const first = boundaryRank(text, start);
  return Math.min(first, boundaryRank(text, end)) * LINE_START + first;
}

const LINE_START = 4;

function boundaryRank(text: FoldedText, offset: number): number {
  if (offset === 0 || offset === text.length || text.isLineStart(offset)) return LINE_START;
  if (text.units[offset - 1] !== 0x20) return isWordEdge(text.units, offset) ? 1 : 0;
  const before = text.units[offset - 2];
  return before === 0x2e || before === 0x21 || before === 0x3f ? 3 : 2;
}
