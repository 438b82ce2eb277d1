import { isSourceDate, readDate } from '../annotation/metadata';
import type { SourceMetadata } from '../annotation/annotation';
import { foldQuote } from '../text/fold';
import { readCsv } from './csv';
import { readCslJson } from './csl-json';
import { isWebAddress } from './web-address';

/** The details of a source that an import can set. */
export const IMPORTED_FIELDS = ['title', 'publication', 'author', 'date', 'url', 'citationKey', 'language'] as const;
export type ImportedField = (typeof IMPORTED_FIELDS)[number];
export type ImportedDetails = Partial<Record<ImportedField, string>>;

/** A value that was not taken, and why. */
export interface UnusableValue {
  readonly field: ImportedField;
  readonly value: string;
  readonly because: 'no-date' | 'no-web-address' | 'no-language' | 'no-citation-key';
}

/** What one row or item says of one source. */
export interface SourceRecord {
  /** 1 for the first row below the header, or the first item. */
  readonly number: number;
  /** Name or path of the file, where the row says it. */
  readonly file?: string;
  readonly details: ImportedDetails;
  readonly unusable: readonly UnusableValue[];
}

/** What column names are called in tables by hand (English, Dutch) and in Zotero's export. */
const COLUMNS: ReadonlyMap<string, ImportedField | 'file'> = new Map<string, ImportedField | 'file'>([
  ...names('file', 'file', 'filename', 'file name', 'path', 'bestand', 'bestandsnaam', 'pad'),
  ...names('title', 'title', 'headline', 'titel', 'kop'),
  ...names('publication', 'publication', 'publication title', 'container-title', 'newspaper', 'journal'),
  ...names('publication', 'publicatie', 'krant', 'bron', 'source', 'medium'),
  ...names('author', 'author', 'authors', 'byline', 'auteur', 'auteurs'),
  ...names('date', 'date', 'published', 'issued', 'datum', 'publication date'),
  ...names('url', 'url', 'link', 'web address', 'webadres'),
  ...names('citationKey', 'citation key', 'citationkey', 'citekey', 'citation-key', 'verwijzing'),
  ...names('language', 'language', 'lang', 'taal'),
]);

function names<const Column>(column: Column, ...headings: readonly string[]): (readonly [string, Column])[] {
  return headings.map((heading) => [heading, column] as const);
}

/** Raised for a file from which nothing can be imported; the message is for the log, `reason` for the researcher. */
export class UnusableTable extends Error {
  constructor(readonly reason: 'no-columns' | 'no-json' | 'encoding') {
    super(reason);
  }
}

/**
 * The text of a table as programs save it: UTF-8, or UTF-16 that begins with a byte order mark. Older encodings can't be told
 * apart, and a wrong guess would change names: they throw `UnusableTable`, as do files that are no text.
 */
export function decodeSourceTable(bytes: Uint8Array): string {
  const text = decode(encodingOf(bytes), bytes);
  // UTF-16 without its mark may be read as UTF-8, with this between its letters.
  if (text.includes('\0')) throw new UnusableTable('encoding');
  return text;
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function decode(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnusableTable('encoding');
  }
}

/**
 * Reads the details of sources from a CSV table or from CSL-JSON, told apart by the first character. Values that can't be
 * details are left out and listed, never mended by guessing. Throws `UnusableTable`.
 */
export function readSourceTable(text: string): SourceRecord[] {
  return /^\uFEFF?\s*[[{]/.test(text) ? fromCslJson(text) : fromCsv(text);
}

function fromCslJson(text: string): SourceRecord[] {
  try {
    return readCslJson(text).map(({ id, fields }, k) => record(k + 1, fields, id));
  } catch {
    throw new UnusableTable('no-json');
  }
}

function fromCsv(text: string): SourceRecord[] {
  const [header = [], ...rows] = readCsv(text);
  const columns = header.map((heading) =>
    COLUMNS.get(
      heading
        .toLowerCase()
        .replace(/[\s_]+/g, ' ')
        .trim(),
    ),
  );
  const hasDetail = columns.some((column) => column !== undefined && column !== 'file');
  if (!hasDetail || !columns.some((column) => column === 'file' || column === 'title'))
    throw new UnusableTable('no-columns');
  return rows.map((row, k) => {
    const fields: Partial<Record<ImportedField | 'file', string>> = {};
    columns.forEach((column, at) => {
      const value = row[at]?.replace(/\s+/g, ' ').trim();
      if (column && value && fields[column] === undefined) fields[column] = value;
    });
    return record(k + 1, fields, fields.file);
  });
}

function record(
  number: number,
  fields: Readonly<Partial<Record<ImportedField | 'file', string>>>,
  file?: string,
): SourceRecord {
  const details: ImportedDetails = {};
  const unusable: UnusableValue[] = [];
  for (const field of IMPORTED_FIELDS) {
    const value = fields[field];
    if (value === undefined) continue;
    const taken = usable(field, value);
    if (typeof taken === 'string') details[field] = taken;
    else unusable.push({ field, value, ...taken });
  }
  return { number, ...(file !== undefined && { file }), details, unusable };
}

function usable(field: ImportedField, value: string): string | Pick<UnusableValue, 'because'> {
  switch (field) {
    case 'date':
      // Some tables give the time of day after the date.
      return readDate(value) ?? readDate(value.split(/[T ]\d{1,2}:/)[0]!) ?? { because: 'no-date' };
    case 'url':
      return isWebAddress(value) ? value : { because: 'no-web-address' };
    case 'language':
      return languageCode(value) ?? { because: 'no-language' };
    case 'citationKey':
      return /[\s{}(),#%"'=~\\]/.test(value) ? { because: 'no-citation-key' } : value;
    case 'title':
    case 'publication':
    case 'author':
      return value;
  }
}

const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ...names('nl', 'dutch', 'nederlands', 'nld', 'dut'),
  ...names('en', 'english', 'engels', 'eng'),
  ...names('de', 'german', 'duits', 'deutsch', 'deu', 'ger'),
  ...names('fr', 'french', 'frans', 'français', 'fra', 'fre'),
  ...names('af', 'afrikaans', 'afr'),
  ...names('fy', 'frisian', 'fries', 'frysk', 'fry'),
]);

function languageCode(value: string): string | undefined {
  const name = value.toLowerCase();
  return LANGUAGES.get(name) ?? /^([a-z]{2})(?:[-_][a-z0-9]+)*$/.exec(name)?.[1];
}

/** A source that details may be for. */
export interface KnownSource {
  /** Relative to the workspace folder, with `/`. */
  readonly path: string;
  /** What its annotation file, or the text itself, says. */
  readonly details: Pick<SourceMetadata, ImportedField>;
  /** What its annotation file says: the only thing that an import replaces. */
  readonly kept: Pick<SourceMetadata, ImportedField>;
}

/** What an import would write into one source's annotation file. */
export interface PlannedImport<Source extends KnownSource> {
  readonly source: Source;
  readonly record: SourceRecord;
  readonly matchedBy: 'file' | 'title';
  /** Not known in the annotation file yet. */
  readonly added: ImportedDetails;
  /** Known there, and otherwise. */
  readonly replaced: ImportedDetails;
}

export interface ImportPlan<Source extends KnownSource> {
  readonly planned: readonly PlannedImport<Source>[];
  /** Records that say nothing new of their source. */
  readonly upToDate: readonly SourceRecord[];
  /** Records for which there is no source, or more than one. */
  readonly unmatched: readonly SourceRecord[];
}

/**
 * Says which record is about which source, and what each would change. By path, else by the file's name (with or without
 * its ending), else by title; never by a name or title that several sources have. Of two records for one source the first
 * counts, the other is unmatched.
 */
export function planImport<Source extends KnownSource>(
  records: readonly SourceRecord[],
  sources: readonly Source[],
): ImportPlan<Source> {
  const byPath = unique(sources, ({ path }) => [path.toLowerCase()]);
  const byName = unique(sources, ({ path }) => [lastPart(path), withoutEnding(lastPart(path))]);
  const byTitle = unique(sources, ({ details }) => (details.title === undefined ? [] : [foldTitle(details.title)]));
  const taken = new Set<Source>();
  const planned: PlannedImport<Source>[] = [];
  const upToDate: SourceRecord[] = [];
  const unmatched: SourceRecord[] = [];
  for (const each of records) {
    const file = each.file?.replaceAll('\\', '/').toLowerCase();
    const byFile = file === undefined ? undefined : (byPath.get(file) ?? byName.get(lastPart(file)));
    const source =
      byFile ?? (each.details.title === undefined ? undefined : byTitle.get(foldTitle(each.details.title)));
    if (!source || taken.has(source)) {
      unmatched.push(each);
      continue;
    }
    taken.add(source);
    const { added, replaced } = differences(source, each.details);
    if (Object.keys(added).length + Object.keys(replaced).length === 0) upToDate.push(each);
    else planned.push({ source, record: each, matchedBy: byFile ? 'file' : 'title', added, replaced });
  }
  return { planned, upToDate, unmatched };
}

function differences({ kept }: KnownSource, details: ImportedDetails): Record<'added' | 'replaced', ImportedDetails> {
  const added: ImportedDetails = {};
  const replaced: ImportedDetails = {};
  for (const field of IMPORTED_FIELDS) {
    const value = details[field];
    if (value === undefined || value === kept[field]) continue;
    // A month is no news where the day is known.
    if (field === 'date' && kept.date !== undefined && isSourceDate(value) && kept.date.startsWith(value)) continue;
    (kept[field] === undefined ? added : replaced)[field] = value;
  }
  return { added, replaced };
}

/** Sources by each of their names; a name that two sources have is left out. */
function unique<Source>(
  sources: readonly Source[],
  namesOf: (source: Source) => readonly string[],
): ReadonlyMap<string, Source> {
  const found = new Map<string, Source | undefined>();
  for (const source of sources) {
    for (const name of new Set(namesOf(source))) found.set(name, found.has(name) ? undefined : source);
  }
  return new Map([...found].flatMap(([name, source]) => (source === undefined ? [] : [[name, source] as const])));
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

function withoutEnding(name: string): string {
  return name.replace(/\.[^.]+$/, '');
}

function foldTitle(title: string): string {
  return foldQuote(title)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
