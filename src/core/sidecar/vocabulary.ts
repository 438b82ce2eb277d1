import type { SourceMetadata } from '../annotation/annotation';
import type { FieldRules } from '../yaml/merge-fields';
import type { Layout } from '../yaml/write';

/** The two parts of a sidecar that have a section per author. */
export const SECTIONS = ['annotations', 'rejected'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** Levels of maps whose pairs are read apart: the file, a section, an author. */
export const SPLIT_DEPTH = 2;

/** The keys of `source:` and the properties that they stand for, in the order in which they are written. */
export const SOURCE_KEYS: readonly (readonly [string, Exclude<keyof SourceMetadata, 'conflicts'>])[] = [
  ['language', 'language'],
  ['date', 'date'],
  ['title', 'title'],
  ['publication', 'publication'],
  ['author', 'author'],
  ['url', 'url'],
  ['citation_key', 'citationKey'],
  ['parallel', 'parallel'],
];

/** How an entry is laid out. One order serves all its maps: no two of them use a key for different things. */
export const ENTRY_LAYOUT: Layout = {
  plain: new Set(['type', 'state', 'stage', 'scope', 'reply_to', 'entity', 'field', 'rule']),
  blocks: new Set(['charge', 'position']),
  comments: new Map([['position', 'by Glossator']]),
  order: [
    'reply_to',
    'type',
    'quote',
    'added',
    'entity',
    'charge',
    'stage',
    'penalty',
    'law',
    'against',
    'reported_by',
    'rule',
    'text',
    'why',
    'rendering',
    'literal',
    'alternatives',
    'explanation',
    'authority',
    'state',
    'scope',
    'rendered',
    'earlier',
    'accepted',
    'kept',
    'created',
    'modified',
    'by',
    'at',
    'conflicts',
    'field',
    'ours',
    'theirs',
    'base',
    'position',
    'parts',
    'before',
    'after',
    'rival',
    'line_repeats',
  ],
};

export const SOURCE_LAYOUT: Layout = {
  plain: new Set(['language', 'field']),
  blocks: new Set(['source']),
  comments: new Map(),
  order: [...SOURCE_KEYS.map(([key]) => key), 'conflicts', 'field', 'ours', 'theirs', 'base'],
};

/** How the fields of an entry, and of `source:`, are merged. A target's quote and position belong together. */
export const FIELD_RULES: FieldRules = {
  united: new Set(['alternatives', 'earlier', 'accepted', 'parallel']),
  together: ['quote', 'position'],
  whole: new Set(['position']),
  stamps: new Set(['modified', 'rendered']),
};
