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
  const letters = sample.match(/[\p{L}\p{M}\s]/gu)?.length ?? 0;
  if (letters < LETTERS * [...sample].length) return false;
  return /(?:[\p{L}\p{M}’'-]+[\s,;„“‘"]+){3,}[\p{L}\p{M}’'-]+[”’"')»]*[.?!:…]/u.test(sample);
}
