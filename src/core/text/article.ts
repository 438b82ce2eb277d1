import { isLetter, isSpace } from './tokens';

/** File names that end in .txt and are plainly no article. */
const NO_ARTICLE = [
  /^(?:dev-|test-)?requirements(?:[-_.].*)?\.txt$/i,
  /^constraints\.txt$/i,
  /^cmake(?:lists|cache)\.txt$/i,
  /^(?:robots|humans|ads|app-ads|security|llms(?:-full)?)\.txt$/i,
  /^(?:licen[cs]e|copying|notice|authors|contributors|changelog|changes|install|readme|version|todo|thirdpartynotices?)(?:[-_.].*)?\.txt$/i,
  /(?:^|[-_.])log(?:[-_.]\d+)?\.txt$/i,
  /\.(?:log|min|lock)\.txt$/i,
];

/** How much of a text is looked at. */
const SAMPLE = 20_000;
/** Articles are words; tables, lists of numbers and code have fewer letters than this share. */
const LETTERS = 0.6;

/** True when the name alone says that a file is no article. */
export function isNoArticleName(name: string): boolean {
  return NO_ARTICLE.some((pattern) => pattern.test(name));
}

/**
 * True when a text reads as prose: mostly letters and blanks, and at least one sentence of four words that ends in a
 * full stop, question mark, exclamation mark or colon. An empty text is no article yet, but may become one: `undefined`.
 */
export function readsAsProse(text: string): boolean | undefined {
  const sample = text.slice(0, SAMPLE);
  if (sample.trim() === '') return undefined;
  if (sample.includes('\0')) return false;
  if (shareOfLetters(sample) < LETTERS) return false;
  return /(?:[\p{L}\p{M}’'-]+[\s,;„“‘"]+){3,}[\p{L}\p{M}’'-]+[”’"')»]*[.?!:…]/u.test(sample);
}

/**
 * The share of letters and blanks, of a text that has a character. Counted without a string for each, since the sources of a
 * whole folder are asked one after the other.
 */
function shareOfLetters(text: string): number {
  let letters = 0;
  let characters = 0;
  for (let at = 0; at < text.length; at++, characters++) {
    const unit = text.charCodeAt(at);
    const character = text.codePointAt(at)!;
    if (character !== unit) {
      at++;
      if (/[\p{L}\p{M}]/u.test(String.fromCodePoint(character))) letters++;
    } else if (isLetter(unit) || isSpace(unit)) {
      letters++;
    }
  }
  return letters / characters;
}

/** A line longer than this is a paragraph, whatever it ends with. */
const LONGEST_HEADING = 120;
/** How many characters of a first sentence stand for a missing headline. */
const LEAD = 72;

/** True when a paragraph is a heading: short, and not closed as a sentence is. */
export function isHeading(paragraph: string): boolean {
  const line = paragraph.trim();
  return line.length > 0 && line.length <= LONGEST_HEADING && /\p{L}/u.test(line) && !/[.,;:…]["”’»)]*$/u.test(line);
}

/**
 * What an article without a known title is called in a list: its headline when the first line is one, else its first
 * words with an ellipsis. `undefined` for a text without letters. `article` starts after any metadata.
 */
export function articleName(article: string): string | undefined {
  const first = /^\s*(\S[^\r\n]*)/u.exec(article)?.[1]?.replace(/\s+/g, ' ').trim();
  if (!first || !/\p{L}/u.test(first)) return undefined;
  return isHeading(first) ? first : firstWords(first, LEAD);
}

/** The words that fit in `length` characters, with an ellipsis where more follow. */
export function firstWords(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length + 1);
  const blank = cut.lastIndexOf(' ');
  const words = cut.slice(0, blank > length / 2 ? blank : length);
  return `${words.replace(/[\s,;:–-]+$|[\ud800-\udbff]$/u, '')}…`;
}
