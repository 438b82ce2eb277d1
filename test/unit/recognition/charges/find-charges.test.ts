import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ChargeLanguage, ChargeMention } from '../../../../src/core/recognition/charges/charge-mention';
import { findCharges } from '../../../../src/core/recognition/charges/find-charges';
import { chargeConcept } from '../../../../src/core/recognition/charges/offence-concepts';
import { unmark } from './unmark';
import { ENGLISH_CHARGES, ENGLISH_NO_CHARGES } from './en/cases';
import { DUTCH_CHARGES, DUTCH_NO_CHARGES } from './nl/cases';

type Fact = 'penalty' | 'law' | 'against' | 'reportedBy' | 'trigger';

function said(text: string, mention: ChargeMention | undefined, fact: Fact): string | undefined {
  const range = mention?.[fact];
  return range === undefined ? undefined : text.slice(range.start, range.end);
}

describe('what the text says of a charge', () => {
  const cases: readonly (readonly [ChargeLanguage, string, Fact, string])[] = [
    ['en', 'Mara Quist was jailed for nine years for arson.', 'penalty', 'nine years'],
    ['en', 'He was sentenced to life imprisonment for treason.', 'penalty', 'life imprisonment'],
    [
      'en',
      'He was charged with sedition under Article 174 of the Criminal Code.',
      'law',
      'Article 174 of the Criminal Code',
    ],
    ['en', 'Mara Quist was charged with arson.', 'against', 'Mara Quist'],
    ['en', 'Police accused him of espionage.', 'against', 'him'],
    ['en', 'Kessel was arrested for theft, according to the police.', 'reportedBy', 'the police'],
    ['nl', 'Op smokkel staat een gevangenisstraf van vijf jaar.', 'penalty', 'gevangenisstraf van vijf jaar'],
    ['nl', 'Ze kreeg een boete van 300 euro wegens smaad.', 'penalty', 'boete van 300 euro'],
    [
      'nl',
      'Hij wordt vervolgd wegens opruiing op grond van artikel 131 van het Wetboek van Strafrecht.',
      'law',
      'artikel 131 van het Wetboek van Strafrecht',
    ],
    ['nl', 'Jelle Postma wordt verdacht van brandstichting.', 'against', 'Jelle Postma'],
    ['nl', 'Volgens de politie wordt Jelle Postma verdacht van brandstichting.', 'reportedBy', 'de politie'],
    ['nl', 'Jelle Postma wordt verdacht van brandstichting.', 'trigger', 'verdacht'],
  ];
  for (const [language, text, fact, expected] of cases)
    it(`${fact} of “${text}”`, () => assert.equal(said(text, findCharges(text, language)[0], fact), expected));
});

describe('offences in both languages', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ['zaaien van haat', 'inciting hatred'],
    ['aanzetten tot haat', 'inciting hatred toward the Chinese'],
    ['moord op een agent', 'murder of a police officer'],
    ['witwassen van drugsgeld', 'laundering drug money'],
    ['drugshandel', 'drug trafficking'],
    ['leiding geven aan een niet geregistreerde organisatie', 'leading an unregistered group'],
    ['diefstallen', 'thefts'],
  ];
  for (const [dutch, english] of pairs)
    it(`“${dutch}” and “${english}” are one concept`, () => {
      assert.notEqual(chargeConcept(dutch, 'nl'), undefined);
      assert.equal(chargeConcept(dutch, 'nl'), chargeConcept(english, 'en'));
    });
  it('an unknown phrase has none', () => assert.equal(chargeConcept('een kopje thee', 'nl'), undefined));
});

describe('reading by paragraph', () => {
  const lines = (block: string): string[] => block.split('\n').filter((line) => line.trim() !== '');
  const pools = {
    nl: lines(DUTCH_CHARGES + DUTCH_NO_CHARGES).map((line) => unmark(line).text),
    en: lines(ENGLISH_CHARGES + ENGLISH_NO_CHARGES).map((line) => unmark(line).text),
  };
  for (const language of ['nl', 'en'] as const)
    it(`gives the same for a whole text as for its paragraphs (${language})`, () => {
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...pools[language]), { minLength: 1, maxLength: 6 }), (paragraphs) => {
          const whole = findCharges(paragraphs.join('\n\n'), language);
          let offset = 0;
          const parts = paragraphs.flatMap((paragraph) => {
            const found = findCharges(paragraph, language).map(({ start, end, stage }) => [
              start + offset,
              end + offset,
              stage,
            ]);
            offset += paragraph.length + 2;
            return found;
          });
          assert.deepEqual(
            whole.map(({ start, end, stage }) => [start, end, stage]),
            parts,
          );
        }),
        { numRuns: 60 },
      );
    });
  it('never overlaps, never leaves the text, never breaks on odd input', () => {
    const words = [
      'charged',
      'with',
      'verdacht',
      'van',
      'te',
      'hebben',
      'murder',
      ',',
      'en',
      '“',
      ')',
      '\n',
      'het',
      'op',
      'staat',
      'jaar',
      'fraude',
      'and',
      'charges',
      'Jan',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { maxLength: 40 }),
        fc.constantFrom('nl' as const, 'en' as const),
        (tokens, language) => {
          const text = tokens.join(' ');
          let last = 0;
          for (const { start, end, probability } of findCharges(text, language)) {
            assert.ok(start >= last && start < end && end <= text.length);
            assert.ok(probability > 0 && probability <= 1);
            last = end;
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
