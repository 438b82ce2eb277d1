import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Annotation } from '../../../src/core/annotation/annotation';
import {
  checkConsistency,
  CONSISTENCY_CODES,
  ConsistencyIndex,
  KnownNames,
  type CheckedSource,
  type ConsistencyOptions,
  type ConsistencyProblem,
} from '../../../src/core/translation';

const finish = <T>(steps: Generator<void, T>): T => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};

const words = [
  'haat zaaien',
  'zaait haat',
  'openbaar ministerie',
  'Openbaar Ministerie',
  '12 jaar cel',
  'Bilasj',
  'hof',
];
const renderings = [
  'inciting hatred',
  'sows hate',
  'the prosecution',
  'prosecution',
  '12 years',
  'jail',
  'Bilasj',
  'hof',
];

const annotation: fc.Arbitrary<Annotation> = fc.record(
  {
    id: fc.string({ minLength: 8, maxLength: 8 }),
    author: fc.constant('anna'),
    type: fc.constantFrom('note', 'charge', 'person'),
    selector: fc.constantFrom(...words).map((word) => ({ quote: [word] })),
    rendering: fc.constantFrom(...renderings),
    accepted: fc.constantFrom(...CONSISTENCY_CODES).map((rule) => [{ rule, why: 'on purpose' }]),
  },
  { requiredKeys: ['id', 'author', 'type', 'selector'] },
);

const source: fc.Arbitrary<CheckedSource> = fc.record(
  {
    source: fc.constantFrom('a', 'b', 'c', 'd'),
    language: fc.constantFrom('nl', 'nl', 'en', 'de'),
    annotations: fc.array(annotation, { maxLength: 6 }),
    rules: fc.subarray([...CONSISTENCY_CODES]).map((rules) => new Set(rules)),
  },
  { requiredKeys: ['source', 'language', 'annotations'] },
);

const change = fc.oneof(
  { weight: 4, arbitrary: source.map((taken) => ({ taken, dropped: undefined })) },
  { weight: 1, arbitrary: fc.constantFrom('a', 'b', 'c', 'd').map((dropped) => ({ taken: undefined, dropped })) },
);

const options: ConsistencyOptions = {
  targetLanguage: 'en',
  rules: new Set(CONSISTENCY_CODES),
  glossary: [{ term: 'haat zaaien', language: 'nl', renderings: ['inciting hatred'], avoid: ['sow hate'] }],
  knownForm: (name) => (name === 'Bilasj' ? 'Bilash' : undefined),
};

describe('an index of what is consistent', () => {
  it('says after any changes what a check of all sources says, and names every source that they touch', () => {
    let problems = 0;
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
        const index = new ConsistencyIndex(options);
        const present = new Map<string, CheckedSource>();
        const shown = new Map<string, readonly ConsistencyProblem[]>();
        for (const { taken, dropped } of changes) {
          const affected = taken ? finish(index.take(taken)) : finish(index.drop(dropped));
          if (taken) present.set(taken.source, taken);
          else present.delete(dropped);
          for (const each of affected) shown.set(each, finish(index.check(each)));
        }
        const sources = [...present.values()];
        const expected = checkConsistency(sources, options);
        problems += expected.length;
        assert.deepEqual(
          sources.flatMap((each) => shown.get(each.source) ?? []),
          expected,
        );
      }),
      { numRuns: 300 },
    );
    assert.ok(problems > 100, `${problems} problems`);
  });

  it('leaves out what was accepted with a reason, and does not hold the others to it', () => {
    const note = (id: string, rendering: string, rule?: string): Annotation => ({
      id,
      author: 'anna',
      type: 'note',
      selector: { quote: ['verdachte'] },
      rendering,
      ...(rule ? { accepted: [{ rule, why: 'a quotation' }] } : {}),
    });
    const check = (annotations: readonly Annotation[]) =>
      checkConsistency([{ source: 'a', language: 'nl', annotations }], options).map(({ id }) => id);
    assert.deepEqual(check([note('one', 'suspect'), note('two', 'accused')]), ['one', 'two']);
    assert.deepEqual(check([note('one', 'suspect'), note('two', 'accused', 'two-renderings')]), []);
    assert.deepEqual(check([note('one', 'suspect'), note('two', 'accused', 'number-missing')]), ['one', 'two']);
  });

  it('names only the odd ones out where nearly all notes agree', () => {
    const rendered = (all: readonly string[]) =>
      checkConsistency(
        [
          {
            ...{ source: 'a', language: 'nl' },
            annotations: all.map((rendering, k) => ({
              ...{ id: `h${k}`, author: 'anna', type: 'note', selector: { quote: ['verdachte'] }, rendering },
            })),
          },
        ],
        options,
      ).map(({ id, about }) => `${id} ${about.join()}`);
    assert.deepEqual(rendered(['suspect', 'accused', 'suspect']), ['h0 accused', 'h1 suspect', 'h2 accused']);
    assert.deepEqual(rendered(['suspect', 'the suspect', 'accused', 'Suspect', 'suspect']), ['h2 suspect']);
    assert.deepEqual(rendered(['a', 'b', 'b', 'c'].map((each) => `word ${each}`)), [
      'h0 word b,word c',
      'h1 word a,word c',
      'h2 word a,word c',
      'h3 word b,word a',
    ]);
  });

  it('lets the glossary decide where it has the term: several renderings of it may be right', () => {
    const glossary = [{ term: 'vervolgen', language: 'nl', renderings: ['prosecute', 'pursue'], avoid: [] }];
    const annotations = ['prosecute', 'pursue', 'persecute'].map((rendering, k) => ({
      ...{ id: `h${k}`, author: 'anna', type: 'note', selector: { quote: ['vervolgen'] }, rendering },
    }));
    const found = checkConsistency([{ source: 'a', language: 'nl', annotations }], { ...options, glossary });
    assert.deepEqual(
      found.map(({ id, code, about }) => `${id} ${code} ${about.join()}`),
      ['h2 differs-from-glossary prosecute,pursue'],
    );
  });
});

describe('names in another transliteration', () => {
  const name = (quote: string): Annotation => ({
    id: quote,
    author: 'anna',
    type: 'person',
    selector: { quote: [quote] },
  });
  const names = new KnownNames();
  names.put('en1', [name('Serikzhan Bilash'), name('Ian McEwan')]);
  names.put('en2', [name('Bilash'), name('Urumchi')]);
  names.put('en3', [name('Utrecht')]);

  for (const [kept, known] of [
    ['Serikzjan Bilasj', 'Serikzhan Bilash'],
    ['Bilasj', 'Bilash'],
    ['Oeroemtsji', 'Urumchi'],
    ['Utrecht', undefined],
    ['Jan', undefined],
    ['Bilash', undefined],
  ] as const) {
    it(`${kept} ${known ? `is ${known}` : 'stays'}`, () => assert.equal(names.formOf(kept), known));
  }

  it('are found in a longer rendering too, and put right in it', () => {
    const note: Annotation = {
      ...{ id: 'h', author: 'anna', type: 'note', selector: { quote: ['arrestatie van Serikzjan Bilasj'] } },
      rendering: 'arrest of Serikzjan Bilasj',
    };
    const [problem] = checkConsistency([{ source: 'a', language: 'nl', annotations: [note] }], {
      ...{ targetLanguage: 'en', rules: new Set(['transliteration-kept'] as const), knownForm: names.formOf },
    });
    assert.deepEqual(problem?.about, ['arrest of Serikzhan Bilash']);
  });

  it('are forgotten with their sources', () => {
    const passing = new KnownNames();
    assert.equal(passing.put('en', [name('Bilash')]), true);
    assert.equal(passing.put('en', [name('Bilash')]), false);
    assert.equal(passing.put('en', []), true);
    assert.equal(passing.formOf('Bilasj'), undefined);
  });
});
