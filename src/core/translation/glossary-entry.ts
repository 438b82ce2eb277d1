import type { FieldConflict } from '../annotation/annotation';
import type { Problem } from '../text/problem';
import type { FieldRules } from '../yaml/merge-fields';
import { isListValue, isMapValue, valueOf, type YamlPair, type YamlValue, type YamlValueMap } from '../yaml/node';
import type { Layout } from '../yaml/write';
import type { GlossaryTerm } from './glossary';

/** The keys of an entry, in the order in which they are written. */
const KEYS = [
  'term',
  'language',
  'rendering',
  'literal',
  'explanation',
  'part_of_speech',
  'domain',
  'avoid',
  'conflicts',
] as const;
type Key = (typeof KEYS)[number];

export const TERM_LAYOUT: Layout = {
  plain: new Set(['language', 'part_of_speech', 'field']),
  blocks: new Set(),
  comments: new Map(),
  order: [...KEYS, 'field', 'ours', 'theirs', 'base'],
};

export const TERM_RULES: FieldRules = {
  united: new Set(['avoid']),
  together: [],
  whole: new Set(),
  stamps: new Set(),
};

/** The keys and values of a term's entry; what is absent has no key, and neither has what the file says for all terms. */
export function encodeTerm(term: GlossaryTerm, defaultLanguage: string): YamlValueMap {
  const { key, literal, explanation, partOfSpeech, domain, conflicts } = term;
  const values: [Key, YamlValue | undefined][] = [
    ['term', key === undefined || key === term.term ? undefined : term.term],
    ['language', term.language === defaultLanguage ? undefined : term.language],
    ['rendering', oneOrMore(term.renderings)],
    ['literal', literal],
    ['explanation', explanation],
    ['part_of_speech', partOfSpeech],
    ['domain', domain],
    ['avoid', term.avoid.length > 0 ? term.avoid : undefined],
    ['conflicts', conflicts?.map(encodeConflict)],
  ];
  return new Map(
    values.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value] as const])),
  );
}

function oneOrMore(texts: readonly string[]): YamlValue | undefined {
  return texts.length > 1 ? texts : texts[0];
}

function encodeConflict({ field, ours, theirs, base }: FieldConflict): YamlValueMap {
  return new Map<string, YamlValue>([
    ['field', field],
    ...Object.entries({ ours, theirs, base }).map(([side, value]) => [side, fromPlain(value)] as const),
  ]);
}

/** What an entry says: a map of fields, or for short the rendering alone (`klok: "bell"`), or a list of renderings. */
export class TermDecoder {
  readonly problems: Problem[] = [];

  constructor(private readonly defaultLanguage: string) {}

  term(pair: YamlPair): GlossaryTerm {
    const { key, value } = pair;
    if (value.kind !== 'map') {
      const renderings = this.texts(pair);
      if (renderings.length === 0) this.missingRendering(pair);
      return { term: key, language: this.defaultLanguage, renderings, avoid: [] };
    }
    const fields = new Map(value.pairs.map((field) => [field.key, field]));
    for (const field of fields.values()) if (!isKey(field.key)) this.unknownKey(field);
    const text = (name: Key): string | undefined => this.text(fields.get(name));
    const term = text('term') ?? key;
    const renderings = this.texts(fields.get('rendering'));
    const avoid = this.texts(fields.get('avoid'));
    const optional = {
      key: term === key ? undefined : key,
      literal: text('literal'),
      explanation: text('explanation'),
      partOfSpeech: text('part_of_speech'),
      domain: text('domain'),
      conflicts: this.conflicts(fields.get('conflicts')),
    };
    if (renderings.length === 0 && avoid.length === 0) this.missingRendering(pair);
    return {
      ...{ term, language: text('language') ?? this.defaultLanguage, renderings, avoid },
      ...(Object.fromEntries(
        Object.entries(optional).filter(([, each]) => each !== undefined),
      ) as Partial<GlossaryTerm>),
    };
  }

  private text(field: YamlPair | undefined): string | undefined {
    if (field === undefined || isNull(field)) return undefined;
    if (field.value.kind === 'scalar') return field.value.text === '' ? undefined : field.value.text;
    this.bad(field, 'a text');
    return undefined;
  }

  private texts(field: YamlPair | undefined): readonly string[] {
    if (field?.value.kind !== 'list') {
      const one = this.text(field);
      return one === undefined ? [] : [one];
    }
    const texts = field.value.items.flatMap((item) =>
      item.kind === 'scalar' && item.value !== null ? [item.text] : [],
    );
    if (texts.length < field.value.items.length) this.bad(field, 'a text or a list of texts');
    return texts.filter((text) => text !== '');
  }

  private conflicts(field: YamlPair | undefined): readonly FieldConflict[] | undefined {
    if (field === undefined || isNull(field)) return undefined;
    const value = valueOf(field.value);
    const records = (isListValue(value) ? value : [value]).flatMap((item): FieldConflict[] => {
      const name = isMapValue(item) ? item.get('field') : undefined;
      if (!isMapValue(item) || typeof name !== 'string') return [];
      const side = (which: string): unknown => toPlain(item.get(which) ?? null);
      return [{ field: name, ours: side('ours'), theirs: side('theirs'), base: side('base') }];
    });
    if (isListValue(value) && records.length === value.length) return records;
    this.bad(field, 'a list of { field, ours, theirs, base }');
    return undefined;
  }

  private missingRendering(pair: YamlPair): void {
    this.report('missing-rendering', `The term "${pair.key}" has no rendering.`, pair);
  }

  private unknownKey(field: YamlPair): void {
    const message = `"${field.key}" is none of the keys of a term: ${KEYS.filter((key) => key !== 'conflicts').join(', ')}. It is kept.`;
    this.report('unknown-key', message, field);
  }

  private bad(field: YamlPair, expected: string): void {
    const { start, end } = field.value;
    const range = end > start ? { start, end } : { start: field.keyStart, end: field.keyEnd };
    const message = `${field.key}: should be ${expected}.`;
    this.problems.push({ code: 'bad-value', severity: 'warning', message, range });
  }

  private report(code: string, message: string, { keyStart, keyEnd }: YamlPair): void {
    this.problems.push({ code, severity: 'warning', message, range: { start: keyStart, end: keyEnd } });
  }
}

function isKey(key: string): key is Key {
  return KEYS.some((known) => known === key);
}

function isNull({ value }: YamlPair): boolean {
  return value.kind === 'scalar' && value.value === null;
}

/** A YAML value as plain objects and lists. */
export function toPlain(value: YamlValue): unknown {
  if (isMapValue(value)) return Object.fromEntries([...value].map(([key, inner]) => [key, toPlain(inner)]));
  return isListValue(value) ? value.map(toPlain) : value;
}

function fromPlain(value: unknown): YamlValue {
  if (Array.isArray(value)) return value.map(fromPlain);
  if (typeof value === 'object' && value !== null) {
    return new Map(Object.entries(value).map(([key, inner]) => [key, fromPlain(inner)]));
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
