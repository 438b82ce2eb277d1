import type { LineMirror, Replacement } from '../text/line-mirror';
import type { Range } from '../text/range';

/** What changes did to one part of a target. */
export interface FollowedPart extends Range {
  /** A change overlapped it. */
  readonly touched: boolean;
  /** It was deleted or replaced as a whole. */
  readonly gone: boolean;
  /** ... by other text. */
  readonly replaced: boolean;
}

/** Moves a range with changes that are disjoint, ascending, and all against the text that the range is in. */
export function followPart(start: number, end: number, changes: readonly Replacement[]): FollowedPart {
  let k = firstReaching(start, changes);
  let from = start + shiftOf(changes, k);
  let to = end + shiftOf(changes, k);
  let touched = false;
  for (; k < changes.length; k++) {
    const change = changes[k]!;
    const grown = change.text.length - (change.end - change.start);
    // Typing at an edge does not grow a target: what ends at its start is before it, what begins at its end after it.
    if (change.end <= start) {
      from += grown;
      to += grown;
      continue;
    }
    if (change.start >= end) break;
    touched = true;
    if (change.start <= start && change.end >= end)
      return { start: from, end: to, touched, gone: true, replaced: change.text !== '' };
    if (change.start < start) {
      // The head went with text before it: what came instead is not the target's.
      from += change.start - start + change.text.length;
      to += grown;
    } else if (change.end > end) to += change.start - end;
    else to += grown;
  }
  return { start: from, end: to, touched, gone: to < from || (to === from && end > start), replaced: false };
}

/** The changes in ascending order, without what they replace by the same; nothing remains of one that changes nothing. */
export function minimal(changes: readonly Replacement[], mirror: LineMirror): Replacement[] {
  return changes
    .map((change) => trimmed(change, mirror))
    .filter(({ start, end, text }) => end > start || text !== '')
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function trimmed({ start, end, text }: Replacement, mirror: LineMirror): Replacement {
  if (end === start || text === '') return { start, end, text };
  const old = mirror.slice(start, end);
  const most = Math.min(old.length, text.length);
  let head = 0;
  while (head < most && old.charCodeAt(head) === text.charCodeAt(head)) head++;
  if (head > 0 && isHigh(old.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (tail < most - head && old.charCodeAt(old.length - 1 - tail) === text.charCodeAt(text.length - 1 - tail))
    tail++;
  if (tail > 0 && isLow(old.charCodeAt(old.length - tail))) tail--;
  return { start: start + head, end: end - tail, text: text.slice(head, text.length - tail) };
}

/** Index of the first change that ends at or after `offset`. */
function firstReaching(offset: number, changes: readonly Replacement[]): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (changes[middle]!.end < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const shifts = new WeakMap<readonly Replacement[], Int32Array>();

/** By how much the first `count` changes shift what follows them. */
function shiftOf(changes: readonly Replacement[], count: number): number {
  let sums = shifts.get(changes);
  if (!sums) {
    sums = new Int32Array(changes.length + 1);
    changes.forEach(({ start, end, text }, k) => (sums![k + 1] = sums![k]! + text.length - (end - start)));
    shifts.set(changes, sums);
  }
  return sums[count]!;
}

function isHigh(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}

function isLow(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}
