import { hashFolded } from './hashing';

const hashes = (words: string): ReadonlySet<number> =>
  new Set(
    words
      .trim()
      .split(/\s+/)
      .map((word) => hashFolded(word, 0, word.length)),
  );

/** Lower-case words that may begin a name (`van den Berg`, `bin Salman`, `al-Assad`). */
export const LEADING = hashes(`
  van de der den ter ten te 't 's la le les du da di del della dos das von zu zur vom bin ibn bint ben abu al el ed ul as ash at an ad ar ould af av
  op in't uit vander vande d' l' o' mac
`);

/** Lower-case words that may stand inside a name besides those (`Bergen op Zoom`, `Isle of Wight`). */
export const INNER = hashes(`of the aan bij onder over tot upon am an der sur sous des y e i und zum im auf het tot`);
