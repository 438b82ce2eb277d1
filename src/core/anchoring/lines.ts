import type { FoldedText } from '../text/fold';
import type { Words } from '../text/words';

/** The lines of a folded text as `wordsOf` has its words; a line ends where the next begins, with the space that its break became. */
export function linesOf(text: FoldedText): Words {
  const { units } = text;
  const starts: number[] = [];
  const hashes: number[] = [];
  let hash = OFFSET_BASIS;
  for (let k = 0; k < units.length; k++) {
    // Only behind white space a line can begin.
    if (k === 0 || (units[k - 1] === 0x20 && text.isLineStart(k))) {
      if (k > 0) hashes.push(hash);
      starts.push(k);
      hash = OFFSET_BASIS;
    }
    hash = Math.imul(hash ^ units[k]!, PRIME);
  }
  if (units.length > 0) hashes.push(hash);
  return {
    count: starts.length,
    starts: Int32Array.from([...starts, units.length]),
    hashes: Int32Array.from(hashes),
  };
}

/** FNV-1a. */
const OFFSET_BASIS = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
