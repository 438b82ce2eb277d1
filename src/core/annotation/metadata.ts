import type { Range } from '../text/range';
import type { SourceMetadata } from './annotation';

/** What the first lines of an article say about it. */
export interface MetadataLines {
  /** From the start of the text to the first character of the article itself; UTF-16. */
  readonly range: Range;
  readonly fields: Pick<SourceMetadata, 'date' | 'title' | 'publication' | 'author' | 'url'>;
}

type Field = keyof MetadataLines['fields'];

const KEYS: ReadonlyMap<string, Field> = new Map([
  ['date', 'date'],
  ['datum', 'date'],
  ['title', 'title'],
  ['titel', 'title'],
  ['headline', 'title'],
  ['kop', 'title'],
  ['publication', 'publication'],
  ['publicatie', 'publication'],
  ['source', 'publication'],
  ['bron', 'publication'],
  ['author', 'author'],
  ['auteur', 'author'],
  ['url', 'url'],
]);

/** ` date 2019-03 `, alone on the line or glued to the first sentence. */
const GLUED_DATE = /^[ \t]*(?:date|datum):?[ \t]+(\d{4}(?:-\d{2}){0,2})(?![\d-])[ \t]*(?:\r?\n)?/i;
const LINE = /^[ \t]*(\p{L}+):[ \t]+(\S[^\r\n]*?)[ \t]*(?:\r?\n|$)/u;
/** No article has more lines about itself than this. */
const MOST_LINES = 8;
/** A line about the article is short; this much of the text is looked at for each. */
const LONGEST_LINE = 2_000;

/**
 * Reads the metadata that stands at the head of an article: a first line such as ` date 2019-03 `, which may be glued to
 * the first sentence, and lines such as `Title: ...`. Answers an empty range where there is none. A date that can't be
 * read to a year, month or day is left out, though its line still counts as metadata.
 */
export function readMetadata(text: string): MetadataLines {
  const fields: Partial<Record<Field, string>> = {};
  const seen = new Set<Field>();
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let end = start;
  while (seen.size < MOST_LINES) {
    const rest = text.slice(end, end + LONGEST_LINE);
    const date = GLUED_DATE.exec(rest);
    const line = date ?? LINE.exec(rest);
    const field = date ? 'date' : KEYS.get(line?.[1]?.toLowerCase() ?? '');
    if (!line || !field || seen.has(field)) break;
    seen.add(field);
    const value = field === 'date' ? readDate(date?.[1] ?? line[2]!) : line[2]!;
    if (value !== undefined) fields[field] = value;
    end += line[0].length;
  }
  if (seen.size === 0) return { range: { start: 0, end: 0 }, fields };
  while (/\s/.test(text.charAt(end))) end++;
  return { range: { start: 0, end }, fields };
}

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'januari'],
  ['february', 'februari'],
  ['march', 'maart'],
  ['april'],
  ['may', 'mei'],
  ['june', 'juni'],
  ['july', 'juli'],
  ['august', 'augustus'],
  ['september'],
  ['october', 'oktober'],
  ['november'],
  ['december'],
];

/** True for a year, a month of a year or a day of the calendar: `2019`, `2019-03`, `2019-03-10`. */
export function isSourceDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * A date as sources write it, to the form of sidecars: `10 maart 2019`, `March 10, 2019` and `maart 2019` as well as
 * `2019-03-10`. `undefined` when it is no date, or one that can be read in two ways, such as `10-03-2019`.
 */
export function readDate(words: string): string | undefined {
  const value = words.trim().toLowerCase();
  if (isSourceDate(value)) return value;
  const match =
    /^(?:(?<day>\d{1,2})(?:st|nd|rd|th)?\s+)?(?<month>\p{L}{3,9})\s+(?<year>\d{4})$/u.exec(value) ??
    /^(?<month>\p{L}{3,9})\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})$/u.exec(value);
  const { day, month, year } = match?.groups ?? {};
  const index = MONTHS.findIndex((names) => names.some((name) => name === month || name.slice(0, 3) === month));
  if (!year || index < 0) return undefined;
  const date = [year, String(index + 1).padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-');
  return isSourceDate(date) ? date : undefined;
}
