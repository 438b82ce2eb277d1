import type { FoldedText } from '../text/fold';
import type { Range } from '../text/range';
import type { Words } from '../text/words';
import type { Block } from './character-diff';
import { linesOf } from './lines';

/** Shorter lines (a number, a brace) stand everywhere. */
const SHORTEST = 8;
/** Lines further away than this do not tell where a line went. */
const FURTHEST_LINE = 20;

/** Where the lines that a target touches went. Folded offsets. */
export interface MovedLines {
  /** The lines that the target touches, as a whole, in the first text. */
  readonly lines: Range;
  /** Where the target went with them; absent when they were parted, or when it can't be told which copy is which. */
  readonly place?: Range;
  /** Where the words stand in each copy of the line, when they are on one line. */
  readonly copies: readonly Range[];
}

/**
 * Lines that an alignment did not keep in place although the other text has them word for word: they were moved. An
 * alignment, which can't cross itself, makes of two lines that changed places two edited ones, and then takes the words of
 * the one for those of the other where they are alike.
 */
export class LooseLines {
  private readonly a: Words;
  private readonly b: Words;
  /** The lines of the second text that are not kept, by their hash. */
  private readonly looseB = new Map<number, number[]>();
  /** How many lines of the first text are not kept, by their hash. */
  private readonly looseA = new Map<number, number>();

  constructor(
    private readonly first: FoldedText,
    private readonly second: FoldedText,
    private readonly blocks: readonly Block[],
  ) {
    this.a = linesOf(first);
    this.b = linesOf(second);
    for (const line of looseIn(this.b, blocks, (block) => block.b)) {
      const hash = this.b.hashes[line]!;
      const known = this.looseB.get(hash);
      if (known) known.push(line);
      else this.looseB.set(hash, [line]);
    }
    for (const line of looseIn(this.a, blocks, (block) => block.a)) {
      const hash = this.a.hashes[line]!;
      this.looseA.set(hash, (this.looseA.get(hash) ?? 0) + 1);
    }
  }

  /** Undefined when no line that the range touches was moved. */
  follow({ start, end }: Range): MovedLines | undefined {
    let shift: number | undefined;
    let isTogether = true;
    let copies: Range[] | undefined;
    const from = lastAtOrBefore(this.a.starts, this.a.count, start);
    let line = from;
    for (; line < this.a.count && (line === from || this.a.starts[line]! < end); line++) {
      const there = this.copiesOf(line);
      if (there.length > 0)
        copies = there.map((at) => ({
          start: at + start - this.a.starts[line]!,
          end: at + end - this.a.starts[line]!,
        }));
      const moved = this.sureShift(line, there) ?? this.shiftWithOthers(line, there);
      if (moved === undefined || (shift !== undefined && shift !== moved)) isTogether = false;
      shift ??= moved;
    }
    if (!copies) return undefined;
    return {
      lines: { start: this.a.starts[from]!, end: this.a.starts[line]! },
      ...(isTogether && shift !== undefined ? { place: { start: start + shift, end: end + shift } } : {}),
      copies: line - from === 1 ? copies : [],
    };
  }

  /** How far those of the lines that a range touches were moved of which there is one copy only. */
  sureShifts({ start, end }: Range): number[] {
    const shifts: number[] = [];
    const from = lastAtOrBefore(this.a.starts, this.a.count, start);
    for (let line = from; line < this.a.count && (line === from || this.a.starts[line]! < end); line++) {
      const shift = this.sureShift(line, this.copiesOf(line));
      if (shift !== undefined) shifts.push(shift);
    }
    return shifts;
  }

  /** True when the line of the second text at an offset is one of the first that did not stay in place. */
  isMovedHere(offset: number): boolean {
    const line = lastAtOrBefore(this.b.starts, this.b.count, offset);
    return (this.looseA.get(this.b.hashes[line]!) ?? 0) > 0;
  }

  /** The line of the first text that stands in the second at an offset now, when there is but one. */
  originOf(offset: number): Range | undefined {
    const line = lastAtOrBefore(this.b.starts, this.b.count, offset);
    const hash = this.b.hashes[line]!;
    if (this.looseA.get(hash) !== 1) return undefined;
    const origin = this.a.hashes.indexOf(hash);
    return { start: this.a.starts[origin]!, end: this.a.starts[origin + 1]! };
  }

  /** How far a line was moved of which there is one copy only. */
  private sureShift(line: number, copies: readonly number[]): number | undefined {
    const isSure = copies.length === 1 && this.looseA.get(this.a.hashes[line]!) === 1;
    return isSure ? copies[0]! - this.a.starts[line]! : undefined;
  }

  /** How far a line was moved amid a passage that was moved as a whole, as lines before and after it that have no double tell. */
  private shiftWithOthers(line: number, copies: readonly number[]): number | undefined {
    if (copies.length === 0) return undefined;
    const shift = this.nearestShift(line, -1);
    if (shift === undefined || shift !== this.nearestShift(line, 1)) return undefined;
    return copies.includes(this.a.starts[line]! + shift) ? shift : undefined;
  }

  private nearestShift(line: number, step: 1 | -1): number | undefined {
    for (let k = 1, other = line + step; k <= FURTHEST_LINE && other >= 0 && other < this.a.count; k++, other += step) {
      const shift = this.sureShift(other, this.copiesOf(other));
      if (shift !== undefined) return shift;
    }
    return undefined;
  }

  /** Where loose copies of a loose line begin. */
  private copiesOf(line: number): number[] {
    const start = this.a.starts[line]!;
    const length = this.a.starts[line + 1]! - start;
    if (length < SHORTEST || this.isKept(line)) return [];
    const found: number[] = [];
    for (const other of this.looseB.get(this.a.hashes[line]!) ?? []) {
      const at = this.b.starts[other]!;
      if (this.b.starts[other + 1]! - at === length && this.isEqual(start, at, length)) found.push(at);
    }
    return found;
  }

  private isKept(line: number): boolean {
    const { blocks } = this;
    const start = this.a.starts[line]!;
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (blocks[middle]!.a <= start) low = middle + 1;
      else high = middle;
    }
    const block = blocks[low - 1];
    return block !== undefined && this.a.starts[line + 1]! <= block.a + block.length;
  }

  private isEqual(start: number, at: number, length: number): boolean {
    for (let k = 0; k < length; k++) if (this.first.units[start + k] !== this.second.units[at + k]) return false;
    return true;
  }
}

/** The lines that are in no block as a whole. */
function* looseIn(lines: Words, blocks: readonly Block[], startOf: (block: Block) => number): Generator<number> {
  let at = 0;
  for (let line = 0; line < lines.count; line++) {
    const start = lines.starts[line]!;
    while (at < blocks.length && startOf(blocks[at]!) + blocks[at]!.length <= start) at++;
    const block = blocks[at];
    if (!block || startOf(block) > start || startOf(block) + block.length < lines.starts[line + 1]!) yield line;
  }
}

function lastAtOrBefore(starts: Int32Array, count: number, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
