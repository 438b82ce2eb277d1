import type { Range } from './range';

/**
 * Folding makes texts comparable that a reader would call the same: NFC and NFD, kinds of quotation marks and dashes,
 * no-break spaces, line ends and runs of white space. Case is kept. Every folded unit knows where it came from.
 */
export class FoldedText {
  constructor(
    /** The text as it was. */
    readonly raw: string,
    /** The folded text, in UTF-16 units. */
    readonly units: Uint16Array,
    /** UTF-16 offset in `raw` where each unit begins; one more entry for the end. */
    private readonly starts: Int32Array,
  ) {}

  get length(): number {
    return this.units.length;
  }

  /** Offset of the first folded unit that begins at or after `offset` in the raw text. */
  toFolded(offset: number): number {
    let low = 0;
    let high = this.units.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The folded range of the units that a raw range holds in whole or in part. */
  rangeToFolded(range: Range): Range {
    const start = this.toFolded(range.start);
    const end = this.toFolded(range.end);
    const inside = range.end > range.start && start > 0 && this.starts[start] !== range.start;
    return { start: inside && kindOf(this.raw.charCodeAt(range.start)) !== Kind.Dropped ? start - 1 : start, end };
  }

  /** The raw range that a folded range came from; never splits a cluster that was folded as one. */
  rangeToRaw(start: number, end: number): Range {
    const from = this.starts[start]!;
    if (end <= start) return { start: from, end: from };
    let after = end;
    while (after < this.units.length && this.starts[after]! <= from) after++;
    let to = this.starts[after]!;
    const least = this.starts[after - 1]! + 1;
    while (to > least && kindOf(this.raw.charCodeAt(to - 1)) === Kind.Dropped) to--;
    return { start: from, end: to };
  }

  /** True when a line of the raw text begins at this unit, indented or not. */
  isLineStart(offset: number): boolean {
    if (offset === 0) return true;
    const least = this.starts[offset - 1]!;
    for (let raw = this.starts[offset]! - 1; raw >= least; raw--) {
      const before = this.raw.charCodeAt(raw);
      if (before === 0x0a || before === 0x0d) return true;
      if (kindOf(before) !== Kind.Space && kindOf(before) !== Kind.Dropped) return false;
    }
    return false;
  }
}

/** Folds a text, with the way back to its offsets. */
export function fold(text: string): FoldedText {
  // Only an ellipsis (one unit into three) makes a text longer; the buffers grow for it.
  let units = new Uint16Array(text.length + 16);
  let starts = new Int32Array(text.length + 17);
  let length = 0;
  let lastSpace = false;
  const put = (unit: number, from: number): void => {
    if (length === units.length) {
      units = enlarged(units, new Uint16Array(length * 2));
      starts = enlarged(starts, new Int32Array(length * 2 + 1));
    }
    units[length] = unit;
    starts[length++] = from;
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const kind = KINDS[unit]! || kindOf(unit);
    if (kind === Kind.Plain) {
      if (length === units.length) put(unit, i);
      else {
        units[length] = unit;
        starts[length++] = i;
      }
      lastSpace = false;
      continue;
    }
    switch (kind) {
      case Kind.Space:
        if (!lastSpace) put(0x20, i);
        lastSpace = true;
        continue;
      case Kind.Dropped:
        continue;
      case Kind.Dash:
        // `--` is how typewriters write a dash.
        if (length === 0 || units[length - 1] !== 0x2d) put(0x2d, i);
        break;
      case Kind.Single:
        put(0x27, i);
        break;
      case Kind.Double:
        put(0x22, i);
        break;
      case Kind.Ellipsis:
        for (let k = 0; k < 3; k++) put(0x2e, i);
        break;
      case Kind.Composed: {
        // A mark joins what stands before it: take the base back and compose the whole cluster.
        let to = i + 1;
        while (to < text.length && to - i < LONGEST_CLUSTER && isMark(text.charCodeAt(to))) to++;
        let from = i;
        if (isMark(unit) && length > 0 && !lastSpace && joinsLast(starts, length, i)) {
          from = starts[--length]!;
          const low = (units[length]! & 0xfc00) === 0xdc00;
          if (low && length > 0 && (units[length - 1]! & 0xfc00) === 0xd800) from = starts[--length]!;
        }
        const composed = text.slice(from, to).normalize('NFC');
        const whole = composed.length === to - from;
        for (let k = 0; k < composed.length; k++) put(composed.charCodeAt(k), whole ? from + k : from);
        i = to - 1;
        break;
      }
    }
    lastSpace = false;
  }
  starts[length] = text.length;
  return new FoldedText(text, units.subarray(0, length), starts.subarray(0, length + 1));
}

/** The folded form of a few words as a string, without white space around it: a key by which equal words are equal. */
export function foldQuote(text: string): string {
  const { units } = fold(text);
  let folded = '';
  for (let i = 0; i < units.length; i += CHUNK) folded += String.fromCharCode(...units.subarray(i, i + CHUNK));
  return folded.trim();
}

const CHUNK = 4096;
/** No script writes more marks on one letter; texts made to break programs do. */
const LONGEST_CLUSTER = 64;

const enum Kind {
  Unknown,
  Plain,
  Space,
  Dropped,
  Dash,
  Single,
  Double,
  Ellipsis,
  Composed,
}

/** What to do with each UTF-16 unit, filled as units are met. */
const KINDS = new Uint8Array(0x10000);

function kindOf(unit: number): Kind {
  return (KINDS[unit] ||= classify(unit));
}

function classify(unit: number): Kind {
  const character = String.fromCharCode(unit);
  if (/\s|[\u200b\u2028\u2029\u0085]/u.test(character) && unit !== 0xfeff) return Kind.Space;
  // Soft hyphen, joiners' kin that carry no meaning between words, byte order mark, variation selectors.
  if (/[\u00ad\u200e\u200f\u2060\ufeff]/.test(character)) return Kind.Dropped;
  if (/[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/.test(character)) return Kind.Dash;
  if (/['`\u00b4\u2018-\u201b\u2032\u2039\u203a\u02bc]/.test(character)) return Kind.Single;
  if (/["\u00ab\u00bb\u201c-\u201f\u2033\uff02]/.test(character)) return Kind.Double;
  if (unit === 0x2026) return Kind.Ellipsis;
  if (isMark(unit) || character.normalize('NFC') !== character) return Kind.Composed;
  return Kind.Plain;
}

/** Combining marks, and the vowels and finals of Hangul, which compose with what stands before them. */
function isMark(unit: number): boolean {
  if (unit < 0x300) return false;
  const known = MARKS[unit];
  if (known) return known === 1;
  const mark = (unit >= 0x1160 && unit <= 0x11ff) || /\p{M}/u.test(String.fromCharCode(unit));
  MARKS[unit] = mark ? 1 : 2;
  return mark;
}

/** 1 for a mark, 2 for another unit, 0 where nobody has asked yet. */
const MARKS = new Uint8Array(0x10000);

/** True when the last unit stands for one letter just before `at`, not for a cluster that was composed already. */
function joinsLast(starts: Int32Array, length: number, at: number): boolean {
  const last = starts[length - 1]!;
  return at - last <= 2 && (length < 2 || starts[length - 2] !== last);
}

function enlarged<T extends Uint16Array | Int32Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
