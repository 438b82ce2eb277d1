import { lazy } from '../text/lazy';

/** A word of a text, or a mark that ends a clause. */
export interface TextWord {
  /** In lower case, with plain apostrophes and hyphens; empty for a mark. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const pieces = lazy(
  () =>
    /(?<word>(?:(?<![\p{L}\p{N}])['’‘](?=[stn](?![\p{L}])))?[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-‐‑'’][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*)|[.,;:!?…()[\]{}–—\n]/gu,
);

/** The words of a text in order, with the marks that no phrase crosses. Quotation marks are left out: a phrase may. */
export function textWords(text: string): TextWord[] {
  const found: TextWord[] = [];
  for (const match of text.matchAll(pieces())) {
    const word = match.groups?.['word'];
    found.push({ word: word ? plain(word) : '', start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function plain(word: string): string {
  return word.normalize('NFC').toLowerCase().replace(/[’‘]/g, "'").replace(/[‐‑]/g, '-');
}
