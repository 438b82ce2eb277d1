/** A half-open range of UTF-16 code units in one text: `text.slice(start, end)`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** True when the two ranges share at least one code unit. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True when `inner` lies within `outer`; equal ranges contain each other. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True when both ends are the same. */
export function sameRange(a: Range, b: Range): boolean {
  return a.start === b.start && a.end === b.end;
}

/** The smallest range that holds all parts, which must be at least one. */
export function hull(parts: readonly Range[]): Range {
  return {
    start: Math.min(...parts.map((part) => part.start)),
    end: Math.max(...parts.map((part) => part.end)),
  };
}

/** Order by start, then the longer first, so that an outer range comes before those nested in it. */
export function compareRanges(a: Range, b: Range): number {
  return a.start - b.start || b.end - a.end;
}
