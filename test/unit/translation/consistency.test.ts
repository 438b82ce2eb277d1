import assert from 'node:assert/strict';
import type { Annotation } from '../../../src/core/annotation/annotation';
import {
  checkConsistency,
  DEFAULT_RULES,
  missingNumbers,
  type ConsistencyCode,
  type ConsistencyOptions,
} from '../../../src/core/translation';

let made = 0;
const note = (words: string, rendering?: string, type = 'note'): Annotation => ({
  id: `h${++made}`,
  author: 'anna',
  type,
  selector: { quote: [words] },
  ...(rendering === undefined ? {} : { rendering }),
});
const every = new Set<ConsistencyCode>([...DEFAULT_RULES, 'charge-without-rendering', 'transliteration-kept']);
const check = (annotations: readonly Annotation[], options: Partial<ConsistencyOptions> = {}, language = 'nl') =>
  checkConsistency([{ source: 'a.txt', language, annotations }], {
    targetLanguage: 'en',
    rules: every,
    ...options,
  }).map(({ code, about }) => `${code}: ${about.join(', ')}`);

describe('the consistency of translation notes', () => {
  it('tells of one term with two renderings, at each of them, capitals and articles aside', () => {
    assert.deepEqual(
      check([note('Openbaar Ministerie', 'prosecution'), note('openbaar ministerie', 'public ministry')]),
      ['two-renderings: public ministry', 'two-renderings: prosecution'],
    );
    assert.deepEqual(check([note('hof', 'the court'), note('hof', 'Court')]), []);
  });

  it('tells of a passage that was copied unchanged, but lets names be', () => {
    assert.deepEqual(check([note('aanklacht', 'Aanklacht')]), ['copied-unchanged: aanklacht']);
    assert.deepEqual(check([note('Wim Terpstra', 'Wim Terpstra', 'person'), note('2019', '2019')]), []);
  });

  for (const [passage, rendering, missing] of [
    ['1.500 euro', '1,500 euros', []],
    ['een boete van 2,5 miljoen', 'a fine of 2.5 million', []],
    ['in 2019 en 2021', 'in 2019', ['2021']],
    ['12 jaar cel', 'a long sentence', ['12']],
    ['acht jaar', 'eight years', []],
    ['artikel 174', 'article 147', ['174']],
  ] as const) {
    it(`finds ${missing.length === 0 ? 'no number' : missing.join()} of “${passage}” missing in “${rendering}”`, () => {
      assert.deepEqual(missingNumbers(passage, rendering), missing);
    });
  }

  it('tells of a charge that has no rendering only when that rule is chosen', () => {
    assert.deepEqual(check([note('opruiing', undefined, 'charge')]), ['charge-without-rendering: ']);
    assert.deepEqual(check([note('opruiing', undefined, 'charge')], { rules: DEFAULT_RULES }), []);
  });

  it('holds renderings to the glossary, whatever form the term has', () => {
    const glossary = [
      { term: 'haat zaaien', language: 'nl', renderings: ['inciting hatred', 'incite hatred'], avoid: ['sow hate'] },
    ];
    assert.deepEqual(check([note('zaaien van haat', 'inciting hatred')], { glossary }), []);
    assert.deepEqual(check([note('zaait haat', 'sows hate')], { glossary }), [
      'rendering-to-avoid: sow hate',
      'differs-from-glossary: inciting hatred, incite hatred',
    ]);
    assert.deepEqual(check([note('haat', 'hate')], { glossary }), []);
  });

  it('tells of a name kept in the spelling of the source where the other is known', () => {
    const knownForm = (name: string) => (name === 'Oezbekistan' ? 'Uzbekistan' : undefined);
    assert.deepEqual(check([note('Oezbekistan', 'Oezbekistan', 'place')], { knownForm }), [
      'transliteration-kept: Uzbekistan',
    ]);
    assert.deepEqual(check([note('Utrecht', 'Utrecht', 'place')], { knownForm }), []);
  });

  it('leaves sources in the target language alone', () => {
    assert.deepEqual(check([note('charge', 'charge')], {}, 'en'), []);
  });
});
