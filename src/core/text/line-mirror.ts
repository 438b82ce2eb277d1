import type { Range } from './range';

/** One replacement against a text; UTF-16. */
export interface Replacement extends Range {
  readonly text: string;
}

/** Above so many replacements at once the lines are built anew, as each replacement moves all lines behind it. */
const MANY = 40;

/**
 * A copy of a text that follows its changes, kept by lines so that a change costs little however long the text is. `key`
 * names the content: texts with equal keys are, for all practical purposes, equal.
 */
export class LineMirror {
  private lines: string[] = [];
  /** Two hashes of each line. */
  private first: number[] = [];
  private second: number[] = [];
  /** Where each line begins, and at the end where the text ends. */
  private starts = new Int32Array(1);
  /** Sums over all pairs of adjacent lines, so that a change touches only its own; the pairs tell their order. */
  private firstSum = 0;
  private secondSum = 0;

  constructor(text: string) {
    this.reset(text);
  }

  get length(): number {
    return this.starts[this.lines.length]!;
  }

  get key(): string {
    return `${this.length}:${this.firstSum}:${this.secondSum}`;
  }

  text(): string {
    return this.lines.join('');
  }

  slice(start: number, end: number): string {
    const from = this.lineAt(start);
    const to = this.lineAt(end);
    const base = this.starts[from]!;
    const whole = from === to ? this.lines[from]! : this.lines.slice(from, to + 1).join('');
    return whole.slice(start - base, end - base);
  }

  /** Applies replacements that are disjoint, ascending, and all against the present text. */
  apply(replacements: readonly Replacement[]): void {
    if (replacements.length > MANY) this.reset(replaced(this.text(), replacements));
    else for (let k = replacements.length - 1; k >= 0; k--) this.replace(replacements[k]!);
  }

  private replace({ start, end, text }: Replacement): void {
    const from = this.lineAt(start);
    const to = this.lineAt(end);
    const head = this.lines[from]!.slice(0, start - this.starts[from]!);
    const tail = this.lines[to]!.slice(end - this.starts[to]!);
    const lines = linesOf(head + text + tail);
    const last = lines.at(-1)!;
    let until = to + 1;
    // What was left without a line end runs on into the next line; nothing at all is no line, unless it is the only one.
    if (last === '' && until === this.lines.length && from > 0) lines.pop();
    else if (until < this.lines.length && !last.endsWith('\n'))
      lines.splice(-1, 1, ...linesOf(last + this.lines[until++]!));
    this.count(from - 1, until, -1);
    const hashes = lines.map(hashesOf);
    if (lines.length === until - from) {
      for (let k = 0; k < lines.length; k++) {
        this.lines[from + k] = lines[k]!;
        this.first[from + k] = hashes[k]![0];
        this.second[from + k] = hashes[k]![1];
      }
    } else {
      this.lines = this.lines.slice(0, from).concat(lines, this.lines.slice(until));
      this.first = this.first.slice(0, from).concat(
        hashes.map(([hash]) => hash),
        this.first.slice(until),
      );
      this.second = this.second.slice(0, from).concat(
        hashes.map(([, hash]) => hash),
        this.second.slice(until),
      );
    }
    this.count(from - 1, from + lines.length, 1);
    this.measure(from);
  }

  private reset(text: string): void {
    this.lines = linesOf(text);
    const hashes = this.lines.map(hashesOf);
    this.first = hashes.map(([hash]) => hash);
    this.second = hashes.map(([, hash]) => hash);
    this.firstSum = 0;
    this.secondSum = 0;
    this.count(-1, this.lines.length, 1);
    this.measure(0);
  }

  /** Adds (or takes away) the pairs of lines from `from` to `to`; -1 and the number of lines stand for the ends. */
  private count(from: number, to: number, sign: 1 | -1): void {
    for (let k = from; k < to; k++) {
      this.firstSum = (this.firstSum + sign * paired(this.first[k] ?? 1, this.first[k + 1] ?? 2)) | 0;
      this.secondSum = (this.secondSum + sign * paired(this.second[k] ?? 3, this.second[k + 1] ?? 4)) | 0;
    }
  }

  private measure(from: number): void {
    const count = this.lines.length;
    if (this.starts.length < count + 1) {
      const larger = new Int32Array(count + 1 + (count >> 3));
      larger.set(this.starts);
      this.starts = larger;
    }
    for (let k = from; k < count; k++) this.starts[k + 1] = this.starts[k]! + this.lines[k]!.length;
  }

  private lineAt(offset: number): number {
    let low = 0;
    let high = this.lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** The text after replacements that are disjoint, ascending, and all against it. */
export function replaced(text: string, replacements: readonly Replacement[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, text: inserted } of replacements) {
    pieces.push(text.slice(from, start), inserted);
    from = end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}

/** Lines with their line feeds; at least one. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  let from = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
    lines.push(text.slice(from, at + 1));
    from = at + 1;
  }
  if (from < text.length || lines.length === 0) lines.push(text.slice(from));
  return lines;
}

/** Two independent 32-bit hashes in one pass (FNV-1a, and the same with another prime). */
function hashesOf(line: string): readonly [number, number] {
  let one = 0x811c9dc5 | 0;
  let other = 0x1234567;
  for (let k = 0; k < line.length; k++) {
    const unit = line.charCodeAt(k);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b | 0);
  }
  return [one, other ^ (other >>> 15)];
}

function paired(left: number, right: number): number {
  const mixed = Math.imul(left ^ (left >>> 16), 0x7feb352d) ^ Math.imul(right + 0x9e3779b9, 0x846ca68b | 0);
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
}
