import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TermFinder, TermIndex } from '../../../src/core/translation';
import { DUTCH, ENGLISH } from './find-term.cases';
import { NEWS_DUTCH } from './find-term.news-cases';

const casesIn = (language: string) =>
  (language === 'nl' ? [DUTCH, NEWS_DUTCH] : [ENGLISH]).flatMap((groups) => Object.values(groups).flat());
const terms = (language: string) => [...new Set(casesIn(language).map(([term]) => term))];
const texts = (language: string) => casesIn(language).map(([, text]) => text.replace(/[[\]]/g, ''));

const indexOf = (language: string, of: readonly string[]): TermIndex<string> => {
  const index = new TermIndex<string>(language);
  of.forEach((term) => index.put(term, 'k', term));
  return index;
};
const found = (matches: ReturnType<TermIndex<string>['within']>) =>
  matches.map(({ values, match }) => `${[...values].join()} ${JSON.stringify(match)}`).sort();

describe('an index of terms', () => {
  for (const language of ['nl', 'en', 'de']) {
    it(`finds in a text what each of its terms finds alone (${language})`, () => {
      const all = language === 'de' ? [...new Set([...terms('nl'), ...terms('en')])] : terms(language);
      const index = indexOf(language, all);
      const alone = all.map((term) => ({ term, finder: new TermFinder(term, { language }) }));
      let matches = 0;
      for (const text of language === 'de' ? texts('nl') : texts(language)) {
        const expected = alone.flatMap(({ term, finder }) =>
          finder.find(text).map((match) => `${term} ${JSON.stringify(match)}`),
        );
        matches += expected.length;
        assert.deepEqual(found(index.within(text)), expected.sort(), text);
      }
      assert.ok(matches > 20);
    });
  }

  it('answers the terms that are the whole passage', () => {
    const all = terms('nl');
    const index = indexOf('nl', all);
    for (const term of all) {
      assert.ok(
        index.whole(`„${term}”`).some(({ values }) => [...values].includes(term)),
        term,
      );
      assert.deepEqual(
        index.whole(`${term} xyzzy`).filter(({ values }) => [...values].includes(term)),
        [],
      );
    }
  });

  it('is after any puts and deletions as if only what is left had been put', () => {
    const all = terms('nl');
    const steps = fc.array(
      fc.record({ put: fc.boolean(), term: fc.constantFrom(...all), key: fc.constantFrom('a', 'b') }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(steps, fc.constantFrom(...texts('nl')), (changes, text) => {
        const index = new TermIndex<string>('nl');
        const left = new Map<string, Set<string>>();
        for (const { put, term, key } of changes) {
          const keys = left.get(term) ?? new Set();
          left.set(term, keys);
          if (put) {
            index.put(term, key, `${term} ${key}`);
            keys.add(key);
          } else {
            index.delete(term, key);
            keys.delete(key);
          }
        }
        const fresh = new TermIndex<string>('nl');
        for (const [term, keys] of left) for (const key of keys) fresh.put(term, key, `${term} ${key}`);
        const of = (each: TermIndex<string>) =>
          each
            .within(text)
            .flatMap(({ values, match }) => [...values].map((v) => `${v} ${JSON.stringify(match)}`))
            .sort();
        assert.deepEqual(of(index), of(fresh));
      }),
    );
  });
});
