import type { SourceMetadata } from './annotation';
import type { Range } from '../text/range';

/** What the first lines of an article say about it. */
export interface MetadataLines {
  /** From the start of the text to the first character of the article itself; UTF-16. */
  readonly range: Range;
  readonly fields: Pick<SourceMetadata, 'date' | 'title' | 'publication' | 'author' | 'url'>;
}

type Field = keyof MetadataLines['fields'];

const KEYS: Readonly<Record<string, Field>> = {
  date: 'date',
  datum: 'date',
  title: 'title',
  titel: 'title',
  publication: 'publication',
  publicatie: 'publication',
  source: 'publication',
  bron: 'publication',
  author: 'author',
  auteur: 'author',
  url: 'url',
};

/** ` date 2019-03 `, alone on the line or glued to the first sentence. */
const GLUED_DATE = /^\ufeff?[ \t]*(?:date|datum):?[ \t]+(\d{4}(?:-\d{2}){0,2})(?![\d-])[ \t]*\r?\n?/i;
const LINE = /^[ \t]*([A-Za-z]+):[ \t]+(\S[^\r\n]*?)[ \t]*(?:\r?\n|$)/;
/** No article has more lines about itself than this. */
const MOST_LINES = 8;

/**
 * Reads the metadata that stands at the head of an article: a first line such as ` date 2019-03 `, which may be glued to
 * the first sentence, and lines such as `Title: ...`. Answers an empty range where there is none.
 */
export function readMetadata(text: string): MetadataLines {
  const fields: Partial<Record<Field, string>> = {};
  let end = 0;
  for (let lines = 0; lines < MOST_LINES; lines++) {
    const rest = text.slice(end, end + 2_000);
    const date = GLUED_DATE.exec(rest);
    const line = date ?? LINE.exec(rest);
    if (!line) break;
    const key = date ? 'date' : KEYS[line[1]!.toLowerCase()];
    if (!key || fields[key] !== undefined) break;
    fields[key] = date ? date[1]! : line[2]!;
    end += line[0].length;
  }
  if (end > 0) while (/\s/.test(text.charAt(end))) end++;
  return { range: { start: 0, end }, fields };
}
