import { mergeFields, type FieldRules, type ValueConflict } from '../yaml/merge-fields';
import { canonical, isListValue, isMapValue, type YamlValue, type YamlValueMap } from '../yaml/node';

/** Where the records of disputes about a top-level key stand: `conflicts_KEY`. */
export const RECORDS = 'conflicts_';

/** The key of the records about the name of an author's section. */
export const AUTHOR_RECORDS = `${RECORDS}author`;

/** Keys beside `source:` and the sections are the researcher's own: nothing is known of them. */
const RULES: FieldRules = { united: new Set(), together: [], whole: new Set(), stamps: new Set() };

/** Stands for a dot within a key, since dots part the keys of a path. */
const DOT = '\u0000';

/** What the top-level keys of a file say, in file order, records of disputes too. */
export type TopLevelValues = YamlValueMap;

export interface MergedTopLevel {
  readonly values: TopLevelValues;
  /** What a person has to decide now. */
  readonly conflicts: readonly ValueConflict[];
}

/**
 * Merges the top-level keys three ways; without `base` what only one side has is an addition. Where both sides changed
 * one key, or one key below it, ours stays, with a record under `conflicts_KEY`. `renamed` are the names that two sides
 * gave to one author's section.
 */
export function mergeTopLevelValues(
  base: TopLevelValues | undefined,
  ours: TopLevelValues,
  theirs: TopLevelValues,
  renamed: readonly Renaming[],
): MergedTopLevel {
  const merged = mergeFields(base && asFields(base), asFields(ours), asFields(theirs), RULES);
  const authors = mergeAuthorRecords(base, ours, theirs, renamed);
  const values = new Map<string, YamlValue>();
  const records = new Map<string, YamlValue[]>();
  for (const [field, value] of merged.values) {
    if (field !== 'conflicts') values.set(field.replaceAll(DOT, '.'), value);
    else for (const record of isListValue(value) ? value.filter(isMapValue) : []) collect(records, record);
  }
  for (const [key, list] of records) values.set(RECORDS + key, list);
  if (authors.records.length > 0) values.set(AUTHOR_RECORDS, authors.records);
  const conflicts = merged.conflicts.map((conflict) => ({ ...conflict, field: conflict.field.replaceAll(DOT, '.') }));
  return { values, conflicts: [...conflicts, ...authors.conflicts] };
}

function collect(records: Map<string, YamlValue[]>, record: YamlValueMap): void {
  const field = String(record.get('field'));
  const key = field.split('.')[0]!.replaceAll(DOT, '.');
  const said = new Map(record).set('field', field.replaceAll(DOT, '.'));
  records.set(key, [...(records.get(key) ?? []), said]);
}

/** The keys as the fields of one entry, with all records in the one list that an entry has. */
function asFields(values: TopLevelValues): YamlValueMap {
  const fields = new Map<string, YamlValue>();
  const records: YamlValue[] = [];
  for (const [key, value] of values) {
    if (key === AUTHOR_RECORDS && !values.has('author')) continue;
    if (!key.startsWith(RECORDS)) fields.set(key.replaceAll('.', DOT), value);
    else if (isListValue(value)) {
      const about = key.slice(RECORDS.length);
      for (const record of value.filter(isMapValue)) {
        const inner = String(record.get('field')).slice(about.length);
        records.push(new Map(record).set('field', about.replaceAll('.', DOT) + inner));
      }
    }
  }
  if (records.length > 0) fields.set('conflicts', records);
  return fields;
}

/** Two names that two sides gave to one author's section; `base` is what it was called before, where that is known. */
export interface Renaming {
  readonly ours: string;
  readonly theirs: string;
  readonly base: string | null;
}

/** Which of two names that two sides gave to one section stands: the same one on either side. */
export function standingName(ours: string, theirs: string): string {
  return ours < theirs ? ours : theirs;
}

/** Every name that a section was given on some side, by its name before; what a side settled stays settled. */
function mergeAuthorRecords(
  base: TopLevelValues | undefined,
  ours: TopLevelValues,
  theirs: TopLevelValues,
  renamed: readonly Renaming[],
): { readonly records: readonly YamlValue[]; readonly conflicts: readonly ValueConflict[] } {
  const [inBase, inOurs, inTheirs] = [base ?? new Map<string, YamlValue>(), ours, theirs].map(namesIn);
  const now = new Map<string, { readonly before: string | null; readonly names: Set<string> }>();
  const claim = (before: string | null, names: Iterable<string>): void => {
    const known = now.get(canonical(before)) ?? { before, names: new Set<string>() };
    for (const name of names) known.names.add(name);
    now.set(canonical(before), known);
  };
  const same = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
    canonical([...(a ?? [])].sort()) === canonical([...(b ?? [])].sort());
  for (const before of new Set([...inOurs!.keys(), ...inTheirs!.keys()])) {
    const [a, b, c] = [inOurs!.get(before), inTheirs!.get(before), inBase!.get(before)];
    if (!same(a, c) || base === undefined) claim(before, a ?? []);
    if (!same(b, c) || base === undefined) claim(before, b ?? []);
    if (same(a, c) && same(b, c)) claim(before, c ?? []);
  }
  for (const { base: before, ours: one, theirs: other } of renamed) claim(before, [one, other]);
  const conflicts: ValueConflict[] = [];
  const records: YamlValue[] = [];
  for (const { before, names } of [...now.values()].sort((a, b) =>
    canonical(a.before) < canonical(b.before) ? -1 : 1,
  )) {
    const [standing, ...others] = [...names].sort();
    for (const other of others) {
      const record = { field: 'author', ours: standing!, theirs: other, base: before };
      records.push(new Map<string, YamlValue>(Object.entries(record)));
      if (renamed.some((each) => each.base === before)) conflicts.push(record);
    }
  }
  return { records, conflicts };
}

function namesIn(values: TopLevelValues): Map<string | null, readonly string[]> {
  const names = new Map<string | null, readonly string[]>();
  const records = values.has('author') ? undefined : values.get(AUTHOR_RECORDS);
  for (const record of records !== undefined && isListValue(records) ? records.filter(isMapValue) : []) {
    const before = record.get('base') ?? null;
    const given = [record.get('ours'), record.get('theirs')].filter((name) => typeof name === 'string');
    const key = typeof before === 'string' ? before : null;
    names.set(key, [...new Set([...(names.get(key) ?? []), ...given])]);
  }
  return names;
}
