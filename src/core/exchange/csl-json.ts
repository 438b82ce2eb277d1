import type { SourceMetadata } from '../annotation/annotation';
import { isSourceDate } from '../annotation/metadata';
import { citationId, missingFrom, nameOfField, type Citation } from './citation';
import { placeInWords, quotationLine, quoted } from './citation-words';

/** An item of CSL-JSON, as far as Glossator writes and reads it (citeproc-js, schema 1.0.2). */
export interface CslItem {
  readonly id: string;
  readonly type: 'article-newspaper';
  readonly title?: string;
  readonly 'container-title'?: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] } | { readonly literal: string };
  readonly URL?: string;
  readonly language?: string;
  readonly 'citation-key'?: string;
  /** Zotero shows it as “Extra”. */
  readonly note?: string;
}

/**
 * A citation as CSL-JSON: an array of one item, as Zotero imports it. Quotation, rendering, paragraph and what is not known
 * stand in `note`, since CSL has no field for them.
 */
export function citationAsCslJson(citation: Citation): string {
  return `${JSON.stringify([cslItem(citation)], undefined, 2)}\n`;
}

/** The item of a citation's source. An author stays one name as the byline has it: which part is the surname is not known. */
export function cslItem(citation: Citation): CslItem {
  const { source, file } = citation;
  const { title, publication, author, date, url, citationKey } = source;
  const language = source.language ?? citation.language;
  return {
    id: citationId(citation) || file,
    type: 'article-newspaper',
    ...(title !== undefined && { title }),
    ...(publication !== undefined && { 'container-title': publication }),
    ...(author !== undefined && { author: [{ literal: author }] }),
    ...(date !== undefined && { issued: issued(date) }),
    ...(url !== undefined && { URL: url }),
    ...(language !== undefined && { language }),
    ...(citationKey !== undefined && { 'citation-key': citationKey }),
    note: noteLines(citation).join('\n'),
  };
}

/** A date that somebody wrote by hand in words stays in words. */
function issued(date: string): NonNullable<CslItem['issued']> {
  return isSourceDate(date) ? { 'date-parts': [date.split('-').map(Number)] } : { literal: date };
}

/** What a reference has no field for, one fact a line. */
export function noteLines(citation: Citation): string[] {
  const { rendering } = citation;
  const missing = missingFrom(citation);
  return [
    `Quotation (${placeInWords(citation)}): ${quoted(quotationLine(citation))}`,
    ...(rendering
      ? [
          `Rendering by ${rendering.by}${rendering.state === 'doubtful' ? ' (in doubt)' : ''}: ${quoted(rendering.text)}`,
        ]
      : []),
    ...(missing.length > 0 ? [`Not known: ${missing.map(nameOfField).join(', ')}`] : []),
  ];
}

/** A record of CSL-JSON, read leniently: a field of another shape than CSL's counts as absent. */
export interface CslRecord {
  readonly id?: string;
  readonly fields: Partial<Record<Exclude<keyof SourceMetadata, 'parallel' | 'conflicts'>, string>>;
}

/** Reads an array of items, one item, or `{items: [...]}`. Throws `SyntaxError` for text that is no JSON of that shape. */
export function readCslJson(text: string): CslRecord[] {
  const parsed: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  const items = Array.isArray(parsed)
    ? parsed
    : isRecord(parsed) && Array.isArray(parsed['items'])
      ? parsed['items']
      : [parsed];
  if (!items.every(isRecord)) throw new SyntaxError('This is no list of CSL-JSON items.');
  return items.map(readItem);
}

function readItem(item: Readonly<Record<string, unknown>>): CslRecord {
  const id = word(item['id']);
  const fields = {
    title: word(item['title']),
    publication: word(item['container-title']),
    author: names(item['author']),
    date: date(item['issued']),
    url: word(item['URL']),
    language: word(item['language']),
    citationKey: word(item['citation-key']),
  };
  return {
    ...(id !== undefined && { id }),
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
  };
}

function names(value: unknown): string | undefined {
  if (!Array.isArray(value)) return undefined;
  const all = value.filter(isRecord).flatMap((name) => {
    const parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family'].map((part) => word(name[part]));
    return word(name['literal']) ?? (parts.filter((part) => part !== undefined).join(' ') || []);
  });
  return all.length > 0 ? all.join('; ') : undefined;
}

function date(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  const parts: unknown = Array.isArray(value['date-parts']) ? value['date-parts'][0] : undefined;
  if (!Array.isArray(parts) || parts.length === 0) return word(value['raw']) ?? word(value['literal']);
  return parts.map((part, k) => String(part).padStart(k === 0 ? 4 : 2, '0')).join('-');
}

function word(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text.replace(/\s+/g, ' ').trim() : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
