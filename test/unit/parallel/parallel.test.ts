import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { readMetadata } from '../../../src/core/annotation/metadata';
import { identifyLanguage } from '../../../src/core/text/language';
import { counterpartsAt, type PairedMark, type PairedText } from '../../../src/editor/parallel/counterparts';
import { daysBetween, frequencies, likeness, traitsOf } from '../../../src/editor/parallel/likeness';

const folder = path.resolve('test/fixtures/sources');

describe('the source that tells the same story', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const texts = new Map(files.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
  const languageOf = (name: string) => identifyLanguage(texts.get(name)!).language;
  const traits = new Map(
    [...texts].map(([name, text]) => [
      name,
      traitsOf({ text, language: languageOf(name), date: readMetadata(text).fields.date, names: [], charges: [] }),
    ]),
  );
  const best = (name: string) => {
    const others = files.filter((other) => languageOf(other) !== languageOf(name));
    const all = [name, ...others].map((each) => traits.get(each)!);
    const among = frequencies(all);
    const ranked = others.map((other) => ({
      other,
      like: likeness(traits.get(name)!, traits.get(other)!, among, all.length),
    }));
    return ranked.sort((a, b) => b.like.score - a.like.score)[0]!;
  };
  for (const [dutch, english] of [
    ['rechtbank-utrecht-eist-celstraf.txt', 'utrecht-address-trial.txt'],
    ['tasjkent-blogger-opgepakt.txt', 'tashkent-blogger-detained.txt'],
  ] as const) {
    it(`of ${dutch} is proposed first, and the other way round`, () => {
      assert.equal(best(dutch).other, english);
      assert.equal(best(english).other, dutch);
    });
  }

  it('shares names across spellings, and charges', () => {
    const { like } = best('rechtbank-utrecht-eist-celstraf.txt');
    assert.ok(like.names.includes('Rachimov') && like.names.includes('Tasjkent'), like.names.join());
    assert.ok(like.charges.includes('bribery'), like.charges.join());
    assert.equal(like.daysApart, 0);
  });
});

describe('the days between two dates', () => {
  for (const [one, other, days] of [
    ['2023-09-18', '2023-09-20', 2],
    ['2023-09', '2023-09-20', 0],
    ['2023', '2023-09', 0],
    ['2023-08', '2023-09-01', 1],
    [undefined, '2023', undefined],
    ['vorige week', '2023', undefined],
  ] as const) {
    it(`${one} and ${other}: ${days}`, () => assert.equal(daysBetween(one, other), days));
  }
});

describe('the counterpart of what stands at the cursor', () => {
  const dutch = 'Zjanna Bilasj stond terecht voor het zaaien van haat. In Oeroemtsji wachtte Bilasj.';
  const english = 'Zhanna Bilash stood trial for inciting hatred. In Urumchi, Bilash waited.';
  const mark = (text: string, words: string, type: string, rendering?: string): PairedMark => {
    const start = text.indexOf(words);
    const annotation = rendering === undefined ? undefined : ({ type, rendering } as unknown as Annotation);
    return { type, parts: [{ start, end: start + words.length }], ...(annotation && { annotation }) };
  };
  const nl: PairedText = {
    text: dutch,
    language: 'nl',
    marks: [
      mark(dutch, 'Zjanna Bilasj', 'person'),
      mark(dutch, 'stond terecht', 'note', 'stood trial'),
      mark(dutch, 'zaaien van haat', 'charge'),
    ],
  };
  const en: PairedText = { text: english, language: 'en', marks: [mark(english, 'inciting hatred', 'charge')] };
  const words = (from: PairedText, at: string, to: PairedText) =>
    counterpartsAt(from, from.text.indexOf(at) + 1, to)?.targets.map((parts) =>
      parts.map(({ start, end }) => to.text.slice(start, end)).join(' … '),
    );

  const cases: readonly (readonly [string, PairedText, string, PairedText, readonly string[] | undefined])[] = [
    ['a person, wherever she is named', nl, 'Zjanna', en, ['Zhanna Bilash', 'Bilash']],
    ['a name that nobody marked', nl, 'Oeroemtsji', en, ['Urumchi']],
    ['a charge, by the offence', nl, 'zaaien', en, ['inciting hatred']],
    ['a charge, the other way round', en, 'inciting', nl, ['zaaien van haat']],
    ['a term, by its rendering', nl, 'terecht', en, ['stood trial']],
    ['a rendering, by its term', en, 'stood', nl, ['stond terecht']],
    ['a plain word: nothing', nl, 'wachtte', en, undefined],
  ];
  for (const [name, from, at, to, expected] of cases) {
    it(`of ${name}`, () => assert.deepEqual(words(from, at, to), expected));
  }
});
