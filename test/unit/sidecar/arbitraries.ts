import fc from 'fast-check';
import {
  type Annotation,
  type AnnotationSet,
  CHARGE_STAGES,
  type ChargeFact,
  NOTE_STATES,
  type Rejection,
  REJECTION_SCOPES,
  type Reply,
  type Selector,
  type SourceMetadata,
} from '../../../src/core/annotation/annotation';
import { asCodePoints } from '../../../src/core/text/code-points';

/** Texts as articles and researchers make them, and the strings that YAML readers stumble on. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    'no',
    'on',
    'null',
    '~',
    '12:30',
    '2019-03',
    '0x1F',
    '1e40',
    ' a ',
    '# a',
    'a: b',
    '- a',
    '{a}',
    '„zo”',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('line one\nline two', 'tab\there', 'back\\slash "quoted"', '\u2028', '\ufeff', '\u0085', '\ud83d'),
);

const someText = anyText.filter((text) => text !== '');

export const ids = fc
  .tuple(
    fc.constantFrom(...'ghjkmnpqrstvwxyz'),
    fc.string({ unit: fc.constantFrom(...'0123456789bcdfghjk'), minLength: 7, maxLength: 7 }),
  )
  .map(([first, rest]) => first + rest);

export const authors = fc.constantFrom('anna', 'bram', 'Carla de Wit', 'José', 'no', '李', 'a: b', '__proto__', '12');

const time = fc
  .integer({ min: 1_700_000_000, max: 1_800_000_000 })
  .map((seconds) => new Date(seconds * 1000).toISOString().replace('.000', ''));
const stamp = fc.record({ by: authors, at: time });

const parts = fc
  .array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 6 })
  .map((steps) => (steps.length % 2 === 0 ? steps : steps.slice(1)))
  .map((steps) => {
    let at = 0;
    const offsets = steps.map((step) => (at += step));
    return Array.from({ length: offsets.length / 2 }, (_, i) => ({
      start: asCodePoints(offsets[2 * i]!),
      end: asCodePoints(offsets[2 * i + 1]!),
    }));
  });

const selector: fc.Arbitrary<Selector> = fc.record(
  {
    quote: fc.array(anyText, { minLength: 1, maxLength: 3 }),
    textId: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 12, maxLength: 12 }),
    parts,
    before: anyText,
    after: anyText,
    rival: fc.constantFrom(0.7, 0.83, 1),
    lineRepeats: fc.boolean(),
  },
  { requiredKeys: ['quote'] },
);

const fact: fc.Arbitrary<ChargeFact> = fc.oneof(
  anyText.map((added) => ({ added })),
  anyText.map((quote) => ({ quote })),
  fc
    .tuple(anyText, parts)
    .map(([quote, where]) => ({ quote, selector: { quote: [quote], textId: '0123456789ab', parts: where } })),
);

const optional = { requiredKeys: [] };

export const annotations: fc.Arbitrary<Annotation> = fc.record(
  {
    id: ids,
    author: authors,
    type: fc.oneof(fc.constantFrom('person', 'place', 'charge', 'note', 'organisation', 'no'), someText),
    selector,
    created: time,
    modified: stamp,
    entity: anyText,
    text: anyText,
    rendering: anyText,
    literal: anyText,
    alternatives: fc.array(fc.record({ text: anyText, why: anyText }, { requiredKeys: ['text'] }), { maxLength: 3 }),
    explanation: anyText,
    authority: anyText,
    state: fc.constantFrom(...NOTE_STATES),
    rendered: stamp,
    earlier: fc.array(fc.record({ text: anyText, by: authors, at: time }), { maxLength: 2 }),
    accepted: fc.array(fc.record({ rule: fc.constantFrom('two-renderings', 'no'), why: anyText }), { maxLength: 2 }),
    kept: fc.boolean(),
    charge: fc.record(
      { stage: fc.constantFrom(...CHARGE_STAGES), penalty: fact, law: fact, against: fact, reportedBy: fact },
      optional,
    ),
    conflicts: fc.array(fc.record({ field: fc.constant('rendering'), ours: anyText, theirs: anyText, base: anyText }), {
      maxLength: 1,
    }),
  },
  { requiredKeys: ['id', 'author', 'type', 'selector'] },
);

export const replies: fc.Arbitrary<Reply> = fc.record(
  { id: ids, author: authors, replyTo: ids, text: someText, created: time, modified: stamp },
  { requiredKeys: ['id', 'author', 'replyTo', 'text'] },
);

export const rejections: fc.Arbitrary<Rejection> = fc.record(
  { id: ids, author: authors, type: someText, selector, scope: fc.constantFrom(...REJECTION_SCOPES), created: time },
  { requiredKeys: ['id', 'author', 'type', 'selector', 'scope'] },
);

export const sources: fc.Arbitrary<SourceMetadata> = fc.record(
  {
    language: fc.constantFrom('nl', 'en', 'no'),
    date: fc.constantFrom('2019', '2019-03', '2019-03-10'),
    title: anyText,
    publication: anyText,
    author: anyText,
    url: anyText,
    citationKey: anyText,
    parallel: fc.array(anyText, { minLength: 1, maxLength: 2 }),
  },
  optional,
);

/** Sets in which no id stands twice. */
export const sets: fc.Arbitrary<AnnotationSet> = fc
  .record({
    source: sources,
    annotations: fc.array(annotations, { maxLength: 5 }),
    replies: fc.array(replies, { maxLength: 3 }),
    rejections: fc.array(rejections, { maxLength: 3 }),
  })
  .map((set) => {
    const seen = new Set<string>();
    const once = <T extends { id: string }>(entries: readonly T[]): T[] =>
      entries.filter(({ id }) => !seen.has(id) && seen.add(id));
    return {
      source: set.source,
      annotations: once(set.annotations),
      replies: once(set.replies),
      rejections: once(set.rejections),
    };
  });
