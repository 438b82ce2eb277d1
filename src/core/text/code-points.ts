import type { Range } from './range';

declare const codePoint: unique symbol;

/** An offset that counts Unicode code points in a text with LF line ends and no BOM: what sidecars store. */
export type CodePointOffset = number & { readonly [codePoint]: true };

/** A half-open range of code points, as stored in a sidecar's `position.parts`. */
export interface CodePointRange {
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
}

/** Marks a number that was read from a sidecar, or counted in code points, as such. */
export function asCodePoints(offset: number): CodePointOffset {
  return offset as CodePointOffset;
}

const BOM = 0xfeff;

/**
 * Converts between UTF-16 offsets of a text as an editor holds it and code point offsets of the same text with its
 * line ends as LF and without BOM. Built once per text in one pass; each conversion is a binary search.
 *
 * A UTF-16 offset inside a surrogate pair or between CR and LF maps to the offset before the pair.
 */
export class CodePointIndex {
  /** UTF-16 offsets just after each unit that counts for nothing (BOM, second half of a pair, the LF of CRLF). */
  private readonly skipped: Uint32Array;
  private readonly length: number;

  constructor(text: string) {
    const skipped: number[] = [];
    if (text.charCodeAt(0) === BOM) skipped.push(1);
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x0e ? unit === 0x0d : (unit & 0xfc00) === 0xd800) {
        const next = text.charCodeAt(i + 1);
        if (unit === 0x0d ? next === 0x0a : (next & 0xfc00) === 0xdc00) skipped.push(++i + 1);
      }
    }
    this.skipped = Uint32Array.from(skipped);
    this.length = text.length;
  }

  /** Code point offset of a UTF-16 offset, which is clamped to the text. */
  toCodePoints(offset: number): CodePointOffset {
    const clamped = Math.max(0, Math.min(offset, this.length));
    const before = this.countUpTo((k) => this.skipped[k]! <= clamped);
    const inside = clamped > 0 && this.skipped[before] === clamped + 1;
    return asCodePoints(clamped - before - (inside ? 1 : 0));
  }

  /** UTF-16 offset of a code point offset, which is clamped to the text. */
  toUtf16(offset: CodePointOffset): number {
    // `skipped[k] - k - 1` is the code point offset there: k + 1 units up to it count for nothing.
    const before = this.countUpTo((k) => this.skipped[k]! - k - 1 <= offset);
    return Math.min(offset + before, this.length);
  }

  rangeToCodePoints(range: Range): CodePointRange {
    return { start: this.toCodePoints(range.start), end: this.toCodePoints(range.end) };
  }

  rangeToUtf16(range: CodePointRange): Range {
    return { start: this.toUtf16(range.start), end: this.toUtf16(range.end) };
  }

  /** Number of leading indices for which `holds` is true; `holds` must be monotone. */
  private countUpTo(holds: (k: number) => boolean): number {
    let low = 0;
    let high = this.skipped.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
