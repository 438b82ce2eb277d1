import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRecognizer, type Language, type Mention, type NameType } from '../../../src/core/recognition';

const recognizer = createRecognizer(readFileSync('media/recognition.bin'));

/** The words of confirmed mentions with the spelling that their reason names. */
function confirmed(text: string, mentions: readonly Mention[]): string[] {
  return mentions.flatMap(({ start, end, why }) =>
    why.kind === 'confirmed' ? [`${text.slice(start, end)} (${why.spelling} as ${why.name})`] : [],
  );
}

describe('a name accepted in one language is suggested in the other, with the reason', () => {
  const cases: readonly (readonly [string, NameType, Language, string, readonly string[]])[] = [
    [
      'Serikzjan Bilasj',
      'person',
      'en',
      'Police freed Serikzhan Bilash. Bilash’s lawyer was pleased.',
      ['Serikzhan Bilash', 'Bilash'],
    ],
    [
      'Serikzhan Bilash',
      'person',
      'nl',
      'De politie liet Serikzjan Bilasj gaan. Bilasjs advocaat was blij.',
      ['Serikzjan Bilasj', 'Bilasjs'],
    ],
    ['Moechtar Abljazov', 'person', 'en', 'Mukhtar Ablyazov lives in France.', ['Mukhtar Ablyazov']],
    ['Nursultan Nazarbayev', 'person', 'nl', 'Noersoeltan Nazarbajev regeerde lang.', ['Noersoeltan Nazarbajev']],
    ['Michail Gorbatsjov', 'person', 'en', 'Mikhail Gorbachev listened.', ['Mikhail Gorbachev']],
    ['Nikita Khrushchev', 'person', 'nl', 'Nikita Chroesjtsjov trok zijn schoen uit.', ['Nikita Chroesjtsjov']],
    ['Bekzat Maksoetchan', 'person', 'en', 'Bekzat Maksutkhan counted them.', ['Bekzat Maksutkhan']],
    ['Sjymkent', 'place', 'en', 'It happened in Shymkent.', ['Shymkent']],
    ['Kashgar', 'place', 'nl', 'De weg naar Kasjgar is dicht.', ['Kasjgar']],
    ['Ata-Zjoert', 'place', 'en', 'He grew up in Atazhurt.', ['Atazhurt']],
  ];
  for (const [name, type, language, text, words] of cases) {
    it(`${name} in “${text}”`, () => {
      const session = recognizer.open(text, { language });
      assert.deepEqual(confirmed(text, session.finish()), []);
      session.configure({ language, confirmed: [{ name, type }] });
      const mentions = session.finish();
      assert.deepEqual(
        confirmed(text, mentions),
        words.map(
          (word) => `${word} (${name.includes(' ') && !word.includes(' ') ? 'part' : 'transliterated'} as ${name})`,
        ),
      );
      assert.ok(mentions.every((mention) => mention.why.kind !== 'confirmed' || mention.type === type));
    });
  }
});

describe('a rejected name goes at once and comes back when the rejection is taken back', () => {
  const cases: readonly (readonly [Language, NameType, string, string])[] = [
    ['nl', 'place', 'Utrecht', 'Zij werkt in Utrecht. In UTRECHT woont zij ook.'],
    ['en', 'place', 'Paris', 'She works in Paris. She lives in Paris as well.'],
    [
      'nl',
      'person',
      'Hanneke van der Velde',
      'Minister Hanneke van der Velde sprak. Daarna zweeg Hanneke van der Velde.',
    ],
    ['en', 'person', 'Maria Alvarez', 'Judge Maria Alvarez spoke first. Then Maria Alvarez left.'],
  ];
  for (const [language, type, name, text] of cases) {
    it(`${type} ${name}`, () => {
      const session = recognizer.open(text, { language });
      const count = (): number => session.finish().filter((mention) => mention.type === type).length;
      assert.equal(count(), 2);
      session.configure({ language, rejected: [{ name, type }] });
      assert.equal(count(), 0);
      session.configure({ language });
      assert.equal(count(), 2);
    });
  }
});
