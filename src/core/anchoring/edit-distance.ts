/**
 * Edit distances by Myers' bit-vector algorithm (G. Myers, A fast bit-vector algorithm for approximate string matching
 * based on dynamic programming, JACM 46/3, 1999), in blocks of 32 rows (H. Hyyrö, 2003). Costs grow with
 * pattern length / 32 times the length of the text that is looked at.
 */

/** A view on units that can be read forwards or backwards. */
export interface UnitSpan {
  readonly units: ArrayLike<number>;
  /** First unit to read. */
  readonly from: number;
  readonly length: number;
  /** 1 reads to the right of `from`, -1 to the left. */
  readonly step: 1 | -1;
}

export interface Approximation {
  readonly errors: number;
  /** Number of units of the text that were read up to the end of the match. */
  readonly length: number;
}

/**
 * The fewest edits that turn the pattern into a beginning of the text, and the length of that beginning; of equally
 * good ones, the one whose length is nearest to the pattern's.
 */
export function closestBeginning(pattern: UnitSpan, text: UnitSpan): Approximation {
  // What both begin with costs nothing, whatever follows.
  const equal = commonBeginning(pattern, text);
  const length = pattern.length - equal;
  let best: Approximation = { errors: length, length: equal };
  if (length === 0) return best;
  const read = run(without(pattern, equal), without(text, equal), true);
  for (let k = 0; k < read; k++) {
    const errors = errorsAfter[k]!;
    if (errors > best.errors) continue;
    const end = equal + k + 1;
    if (errors < best.errors || Math.abs(end - pattern.length) < Math.abs(best.length - pattern.length))
      best = { errors, length: end };
  }
  return best;
}

/** Calls back with the fewest edits between the pattern and any stretch of the text that ends after `length` units. */
export function scanEnds(pattern: UnitSpan, text: UnitSpan, atEnd: (errors: number, length: number) => void): void {
  if (pattern.length === 0) return;
  const read = run(pattern, text, false);
  for (let k = 0; k < read; k++) atEnd(errorsAfter[k]!, k + 1);
}

/** The number of insertions, deletions and substitutions between two whole spans. */
export function editDistance(a: UnitSpan, b: UnitSpan): number {
  if (a.length === 0 || b.length === 0) return Math.max(a.length, b.length);
  return errorsAfter[run(a, b, true) - 1]!;
}

/** 1 for equal spans, 0 for spans that share nothing. */
export function similarity(a: UnitSpan, b: UnitSpan): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : 1 - editDistance(a, b) / longest;
}

/** A span of units read forwards. */
export function forwards(units: ArrayLike<number>, start: number, end: number): UnitSpan {
  return { units, from: start, length: Math.max(0, end - start), step: 1 };
}

/** A span of units read backwards from `end`. */
export function backwards(units: ArrayLike<number>, start: number, end: number): UnitSpan {
  return { units, from: end - 1, length: Math.max(0, end - start), step: -1 };
}

/** For each unit the row of its bit masks in `masks`, plus one; zero outside a run of the algorithm. */
const rowOfUnit = new Uint16Array(0x10000);
let masks = new Int32Array(64);
let positive = new Int32Array(8);
let negative = new Int32Array(8);
/** What a run found: the fewest edits after each unit of the text. Valid until the next one. */
let errorsAfter = new Int32Array(1024);

/**
 * Fills `errorsAfter`, and answers for how many units. The pattern is not empty.
 * @param anchored whether the match must begin where the text begins
 */
function run(pattern: UnitSpan, text: UnitSpan, anchored: boolean): number {
  const blocks = (pattern.length + 31) >> 5;
  if (errorsAfter.length < text.length) errorsAfter = new Int32Array(2 * text.length);
  const rows = writeMasks(pattern, blocks);
  if (blocks === 1) runOneBlock(pattern.length, text, anchored);
  else runBlocks(pattern.length, blocks, text, anchored);
  for (let k = 0, at = pattern.from; k < pattern.length; k++, at += pattern.step) rowOfUnit[pattern.units[at]!] = 0;
  masks.fill(0, 0, rows * blocks);
  return text.length;
}

function runOneBlock(length: number, text: UnitSpan, anchored: boolean): void {
  const { units, step } = text;
  const entering = anchored ? 1 : 0;
  const lastBit = length - 1;
  let errors = length;
  let plus = -1;
  let minus = 0;
  for (let read = 0, at = text.from; read < text.length; read++, at += step) {
    const row = rowOfUnit[units[at]!]!;
    const equal = row === 0 ? 0 : masks[row - 1]!;
    const vertical = equal | minus;
    const diagonal = (((equal & plus) + plus) ^ plus) | equal;
    const up = minus | ~(diagonal | plus);
    const down = plus & diagonal;
    errors += ((up >>> lastBit) & 1) - ((down >>> lastBit) & 1);
    const shifted = (up << 1) | entering;
    plus = (down << 1) | ~(vertical | shifted);
    minus = shifted & vertical;
    errorsAfter[read] = errors;
  }
}

function runBlocks(length: number, blocks: number, text: UnitSpan, anchored: boolean): void {
  if (positive.length < blocks) {
    positive = new Int32Array(blocks * 2);
    negative = new Int32Array(blocks * 2);
  }
  positive.fill(-1, 0, blocks);
  negative.fill(0, 0, blocks);
  const lastBit = (length - 1) & 31;
  let errors = length;
  for (let read = 0, at = text.from; read < text.length; read++, at += text.step) {
    const row = rowOfUnit[text.units[at]!]! - 1;
    // The horizontal difference that enters at the top.
    let entering = anchored ? 1 : 0;
    for (let block = 0; block < blocks; block++) {
      const plus = positive[block]!;
      const minus = negative[block]!;
      let equal = row < 0 ? 0 : masks[row * blocks + block]!;
      const vertical = equal | minus;
      if (entering < 0) equal |= 1;
      const diagonal = (((equal & plus) + plus) ^ plus) | equal;
      let up = minus | ~(diagonal | plus);
      let down = plus & diagonal;
      const bit = block === blocks - 1 ? lastBit : 31;
      const leaving = ((up >>> bit) & 1) - ((down >>> bit) & 1);
      up <<= 1;
      down <<= 1;
      if (entering < 0) down |= 1;
      else if (entering > 0) up |= 1;
      positive[block] = down | ~(vertical | up);
      negative[block] = up & vertical;
      entering = leaving;
    }
    errors += entering;
    errorsAfter[read] = errors;
  }
}

function writeMasks(pattern: UnitSpan, blocks: number): number {
  let rows = 0;
  for (let k = 0, at = pattern.from; k < pattern.length; k++, at += pattern.step) {
    const unit = pattern.units[at]!;
    let row = rowOfUnit[unit]! - 1;
    if (row < 0) {
      row = rows++;
      rowOfUnit[unit] = rows;
      if (rows * blocks > masks.length) {
        const larger = new Int32Array(masks.length * 2 + blocks);
        larger.set(masks);
        masks = larger;
      }
    }
    masks[row * blocks + (k >> 5)]! |= 1 << (k & 31);
  }
  return rows;
}

function commonBeginning(a: UnitSpan, b: UnitSpan): number {
  const most = Math.min(a.length, b.length);
  let k = 0;
  while (k < most && a.units[a.from + k * a.step] === b.units[b.from + k * b.step]) k++;
  return k;
}

function without({ units, from, length, step }: UnitSpan, first: number): UnitSpan {
  return { units, from: from + first * step, length: length - first, step };
}
