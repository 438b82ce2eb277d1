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

/**
 * Words that stand with a capital at the head of a sentence by the thousand and are no name there on their own: half of all the
 * tagger's work would go into them.
 */
export const OPENERS = hashes(`
  de het een die dat dit deze er in op bij na voor met van aan om als dan maar en of ook ik je hij zij ze we wij hun haar zijn mijn ons onze wie
  wat waar  hoe toen nu zo toch want omdat volgens tijdens sinds door uit over onder tegen tussen niet geen nog al wel daar daarna hier eerst later
  eerder soms  the a an this that these those there it he she they we you i his her its their our my your in on at by for from with to of as after
  before when while  since until although though because if but and or so yet not no one some many most all both each what who how why where now
  then here once still even  two three four five twee drie vier vijf
`);
