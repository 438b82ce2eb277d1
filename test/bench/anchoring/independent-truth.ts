import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Range } from '../../../src/core/text/range';

/**
 * What became of a range, as far as it is beyond doubt: its words stand where `place` says, all of them (intact) or most
 * (edited); or they are gone. Ranges in UTF-16.
 */
export type Fate =
  | { readonly kind: 'intact'; readonly place: Range; readonly lineUnchanged: boolean }
  | { readonly kind: 'edited'; readonly place: Range }
  | { readonly kind: 'gone' }
  | { readonly kind: 'doubtful' };

/** Words around a range that are looked at, on either side. */
const AROUND = 12;
/** Where a range and what surrounds it make so many words that stand once in both texts, they tell the place by themselves. */
const TELLING = 12;
/** Of the words around, this share must have stayed beside a kept range ... */
const COMPANY = 0.5;
/** ... no further from it than they were, but for so many words. */
const STRAYED = 6;
/** A range is edited where it stands when this share of its words is kept, of at least so many. */
const MOSTLY = 0.6;
const FEW = 4;
/** Around deleted words no more than this share may be kept, or stand anywhere in what was written instead. */
const REMAINS = 0.1;

const DOUBTFUL: Fate = { kind: 'doubtful' };

interface Words {
  readonly words: readonly string[];
  readonly ranges: readonly Range[];
}

/**
 * Compares two revisions word by word with git's own diffs, patience and minimal, which share no code with the engine that
 * is measured by it. Only what both say is believed, and only where the words around a range bear it out.
 */
export class IndependentTruth {
  private readonly old: Words;
  private readonly now: Words;
  private readonly maps: readonly Int32Array[];
  /** Old words that stand at a change which may as well have been made before or after them. */
  private readonly sliding: ReadonlySet<number>;
  private readonly writtenTriples: ReadonlySet<string>;
  private readonly oldJoined: Joined;
  private readonly nowJoined: Joined;

  constructor(
    private readonly oldText: string,
    private readonly nowText: string,
  ) {
    this.old = wordsIn(oldText);
    this.now = wordsIn(nowText);
    this.maps = mapsBetween(this.old.words, this.now.words);
    this.sliding = new Set(this.maps.flatMap((map) => slidingWords(map, this.old.words, this.now.words)));
    this.oldJoined = new Joined(this.old.words);
    this.nowJoined = new Joined(this.now.words);
    const kept = new Set(this.maps.flatMap((map) => [...map]));
    this.writtenTriples = new Set(
      this.now.words.flatMap((_, k) =>
        [k, k + 1, k + 2].some((at) => !kept.has(at)) ? [this.now.words.slice(k, k + 3).join(' ')] : [],
      ),
    );
  }

  /** Ranges begin and end at the edges of words (see `wordsIn`). */
  fateOf(range: Range): Fate {
    const first = this.old.ranges.findIndex(({ end }) => end > range.start);
    const last = this.old.ranges.findLastIndex(({ start }) => start < range.end) + 1;
    const [one, other] = this.maps.map((map) => this.fateBy(map, first, last));
    return agree(one!, other!) ? one! : DOUBTFUL;
  }

  private fateBy(map: Int32Array, first: number, last: number): Fate {
    const told = this.toldByItsWords(first, last);
    if (told !== undefined) return this.intactAt(told, first, last);
    for (let k = first; k < last; k++) if (this.sliding.has(k)) return DOUBTFUL;
    const kept = map.subarray(first, last).filter((at) => at >= 0);
    if (kept.length === 0) return this.isGone(map, first, last) ? { kind: 'gone' } : DOUBTFUL;
    const start = kept[0]!;
    const end = kept.at(-1)! + 1;
    if (!this.isInCompany(map, first, last, start, end)) return DOUBTFUL;
    if (this.isMoreAtHomeElsewhere(first, last, start)) return DOUBTFUL;
    if (kept.length === last - first && end - start === last - first) return this.intactAt(start, first, last);
    const most = Math.max(last - first, end - start);
    if (most < FEW || kept.length < MOSTLY * most) return DOUBTFUL;
    return { kind: 'edited', place: this.rangeOf(start, end) };
  }

  /** Where a range stands that, with what surrounds it, stands just once in both texts. */
  private toldByItsWords(first: number, last: number): number | undefined {
    const beside = Math.max(4, Math.ceil((TELLING - (last - first)) / 2));
    const from = Math.max(0, first - beside);
    const to = Math.min(this.old.words.length, last + beside);
    if (to - from < TELLING) return undefined;
    const words = this.old.words.slice(from, to);
    if (this.oldJoined.placesOf(words).length !== 1) return undefined;
    const places = this.nowJoined.placesOf(words);
    return places.length === 1 ? places[0]! + first - from : undefined;
  }

  private isInCompany(map: Int32Array, first: number, last: number, start: number, end: number): boolean {
    let around = 0;
    let stayed = 0;
    for (let k = Math.max(0, first - AROUND); k < Math.min(map.length, last + AROUND); k++) {
      if (k >= first && k < last) continue;
      around++;
      const expected = k < first ? start - (first - k) : end + (k - last);
      if (map[k]! >= 0 && Math.abs(map[k]! - expected) <= STRAYED) stayed++;
    }
    return stayed >= COMPANY * around;
  }

  /** True when the words of a range stand elsewhere too, amid more of what surrounded them: their passage may have gone there. */
  private isMoreAtHomeElsewhere(first: number, last: number, start: number): boolean {
    const words = this.old.words.slice(first, last);
    const sidesAt = (at: number): [number, number] => {
      let before = 0;
      while (before < first && this.old.words[first - before - 1] === this.now.words[at - before - 1]) before++;
      let after = 0;
      while (
        last + after < this.old.words.length &&
        this.old.words[last + after] === this.now.words[at + last - first + after]
      )
        after++;
      return [before, after];
    };
    const [before, after] = sidesAt(start);
    return this.nowJoined.placesOf(words).some((at) => {
      if (at === start) return false;
      const [left, right] = sidesAt(at);
      const wentWithOneSide = (before === 0 && left >= FEW) || (after === 0 && right >= FEW);
      return wentWithOneSide || left + right >= Math.max(before + after, 1);
    });
  }

  /** True when what surrounds the range went with it, and nothing that was written has a like passage. */
  private isGone(map: Int32Array, first: number, last: number): boolean {
    const from = Math.max(0, first - AROUND);
    const to = Math.min(map.length, last + AROUND);
    if (to - from < TELLING) return false;
    const kept = map.subarray(from, to).filter((at) => at >= 0).length;
    let triples = 0;
    let written = 0;
    for (let k = from; k + 3 <= to; k++) {
      triples++;
      if (this.writtenTriples.has(this.old.words.slice(k, k + 3).join(' '))) written++;
    }
    return kept <= REMAINS * (to - from) && written <= REMAINS * triples && !this.isWrittenInstead(map, first, last);
  }

  /** Whether the words of a range stand in what was written where they stood. */
  private isWrittenInstead(map: Int32Array, first: number, last: number): boolean {
    let before = first - 1;
    while (before >= 0 && map[before]! < 0) before--;
    let after = last;
    while (after < map.length && map[after]! < 0) after++;
    const from = before < 0 ? 0 : map[before]! + 1;
    const to = after < map.length ? map[after]! : this.now.words.length;
    const words = this.old.words.slice(first, last);
    return this.nowJoined.placesOf(words).some((at) => at >= from && at + words.length <= to);
  }

  private intactAt(at: number, first: number, last: number): Fate {
    const place = this.rangeOf(at, at + last - first);
    const was = this.old.ranges.slice(first, last);
    return {
      kind: 'intact',
      place,
      lineUnchanged:
        linesAround(this.oldText, { start: was[0]!.start, end: was.at(-1)!.end }) === linesAround(this.nowText, place),
    };
  }

  private rangeOf(first: number, last: number): Range {
    return { start: this.now.ranges[first]!.start, end: this.now.ranges[last - 1]!.end };
  }
}

function agree(one: Fate, other: Fate): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind !== 'intact' && one.kind !== 'edited') return true;
  const { place } = other as typeof one;
  return one.place.start === place.start && one.place.end === place.end;
}

/** Words, numbers and single marks, without what is only typography: kinds of quotes and dashes, and how accents are written. */
export function wordsIn(text: string): Words {
  const words: string[] = [];
  const ranges: Range[] = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu)) {
    words.push(
      word
        .normalize('NFC')
        .replace(/[‘’‚‛′`]/g, "'")
        .replace(/[“”„‟″«»]/g, '"')
        .replace(/[‐-―−]/g, '-'),
    );
    ranges.push({ start: index, end: index + word.length });
  }
  return { words, ranges };
}

/** All words in one string, to find runs of them. */
class Joined {
  private readonly text: string;
  private readonly numbers = new Map<number, number>();

  constructor(words: readonly string[]) {
    let at = 0;
    words.forEach((word, k) => {
      this.numbers.set(at, k);
      at += word.length + 1;
    });
    this.text = `\n${words.join('\n')}\n`;
  }

  /** The number of the first word of each place, at most two thousand. */
  placesOf(words: readonly string[]): number[] {
    const sought = `\n${words.join('\n')}\n`;
    const places: number[] = [];
    for (let at = this.text.indexOf(sought); at !== -1 && places.length < 2000; at = this.text.indexOf(sought, at + 1))
      places.push(this.numbers.get(at)!);
    return places;
  }
}

/** For each word of the old text its place in the new one or -1, as either diff has it. */
function mapsBetween(old: readonly string[], now: readonly string[]): Int32Array[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'truth-'));
  try {
    const [a, b] = [path.join(folder, 'old'), path.join(folder, 'new')];
    writeFileSync(a, old.map((word) => `${word}\n`).join(''));
    writeFileSync(b, now.map((word) => `${word}\n`).join(''));
    return ['patience', 'minimal'].map((algorithm) => mapFrom(gitDiff(folder, algorithm), old.length, now.length));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Where words end both what was kept before a change and the change itself, or begin both, nobody knows which of them were
 * kept: of "a b" that became "a c a b" the first `a` is as good as the second.
 */
function slidingWords(map: Int32Array, old: readonly string[], now: readonly string[]): number[] {
  const sliding: number[] = [];
  let a = 0;
  let b = 0;
  while (a < old.length || b < now.length) {
    if (a < old.length && map[a] === b) {
      a++;
      b++;
      continue;
    }
    let endA = a;
    while (endA < old.length && map[endA]! < 0) endA++;
    const endB = endA < old.length ? map[endA]! : now.length;
    for (let k = 1; k <= a && k <= endB - b && old[a - k] === now[endB - k]; k++) sliding.push(a - k);
    for (let k = 0; endA + k < old.length && k < endB - b && old[endA + k] === now[b + k]; k++) sliding.push(endA + k);
    for (let k = 1; k <= b && k <= endA - a && now[b - k] === old[endA - k]; k++) sliding.push(a - k, endA - k);
    for (let k = 0; endB + k < now.length && k < endA - a && now[endB + k] === old[a + k]; k++)
      sliding.push(endA + k, a + k);
    a = endA;
    b = endB;
  }
  return sliding;
}

function gitDiff(cwd: string, algorithm: string): string {
  const options = ['--no-index', '--no-color', '--no-ext-diff', '--text', '-U0', `--diff-algorithm=${algorithm}`];
  try {
    return execFileSync('git', ['diff', ...options, 'old', 'new'], { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  } catch (error) {
    // git says by its status that the texts differ.
    const { status, stdout } = error as { status?: number; stdout?: string };
    if (status !== 1 || stdout === undefined) throw error;
    return stdout;
  }
}

function mapFrom(diff: string, oldLength: number, nowLength: number): Int32Array {
  const map = new Int32Array(oldLength).fill(-1);
  let a = 0;
  let b = 0;
  const keepUntil = (end: number): void => {
    while (a < end) map[a++] = b++;
  };
  for (const [, start, removed = '1', , added = '1'] of diff.matchAll(
    /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/gm,
  )) {
    keepUntil(Number(removed) === 0 ? Number(start) : Number(start) - 1);
    a += Number(removed);
    b += Number(added);
  }
  keepUntil(oldLength);
  if (b !== nowLength) throw new Error(`The diff ends at word ${b} of ${nowLength}`);
  return map;
}

function linesAround(text: string, { start, end }: Range): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  return text.slice(from, to === -1 ? undefined : to).trim();
}
