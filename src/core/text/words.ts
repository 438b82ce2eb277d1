/** The words of folded text as numbers: where each begins, and a hash of its units. */
export interface Words {
  readonly count: number;
  /** Where each word begins, and at `count` where the text ends. */
  readonly starts: Int32Array;
  readonly hashes: Int32Array;
}

/**
 * Cuts at spaces; where a script writes none (Thai to Khmer, all from U+2E80, so that Han and Kana are in it) every
 * unit is a word. Space belongs to the word before it, and does not count in its hash.
 */
export function wordsOf(units: Uint16Array): Words {
  let starts = new Int32Array((units.length >> 2) + 16);
  let hashes = new Int32Array(starts.length);
  let count = 0;
  let i = 0;
  while (i < units.length) {
    if (count + 1 >= starts.length) {
      starts = doubled(starts);
      hashes = doubled(hashes);
    }
    starts[count] = i;
    let hash = OFFSET_BASIS;
    if (units[i] !== SPACE) {
      do hash = Math.imul(hash ^ units[i]!, PRIME);
      while (++i < units.length && units[i] !== SPACE && !standsAlone(units[i]!) && !standsAlone(units[i - 1]!));
    }
    while (i < units.length && units[i] === SPACE) i++;
    hashes[count++] = hash;
  }
  starts[count] = units.length;
  return { count, starts, hashes };
}

const SPACE = 0x20;
/** FNV-1a. */
const OFFSET_BASIS = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

function standsAlone(unit: number): boolean {
  return unit >= 0x2e80 || (unit >= 0x0e00 && unit < 0x1100) || (unit >= 0x1780 && unit < 0x1800);
}

function doubled(old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(old.length * 2);
  larger.set(old);
  return larger;
}
