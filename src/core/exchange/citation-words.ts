import type { Citation } from './citation';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const LANGUAGE_NAMES: ReadonlyMap<string, string> = new Map([
  ['nl', 'Dutch'],
  ['en', 'English'],
  ['de', 'German'],
  ['fr', 'French'],
  ['af', 'Afrikaans'],
  ['fy', 'Frisian'],
]);

/** A sidecar's date in words: `2019`, `March 2019`, `10 March 2019`; anything else as it stands. */
export function dateInWords(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (!year || !name) return date;
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}

/** English name of a language; the code where it is not known here. */
export function languageName(code: string): string {
  return LANGUAGE_NAMES.get(code) ?? code;
}

/** The quotation on one line; what stands between its parts is marked as left out. */
export function quotationLine({ quotation }: Citation): string {
  return quotation.map((part) => part.replace(/\s+/g, ' ').trim()).join(' […] ');
}

/** In double quotation marks, or in single ones where the words have double ones of their own. */
export function quoted(words: string): string {
  return /[“”„"«»]/.test(words) ? `‘${words}’` : `“${words}”`;
}

/** Where the passage stands in the article: `paragraph 3`. */
export function placeInWords({ paragraph }: Citation): string {
  return paragraph === undefined ? '[paragraph not known]' : `paragraph ${paragraph}`;
}
