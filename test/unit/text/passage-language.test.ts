import assert from 'node:assert/strict';
import { passageLanguage } from '../../../src/core/text/passage-language';

const ENGLISH = 'The court said that the man had been free for a year, and that the paper was wrong about him.';
const DUTCH = 'De rechtbank zei dat de man al een jaar vrij was en dat de krant het over hem mis had.';

/** The passage stands between the angle brackets, which are taken out. */
const languageOf = (marked: string, whole: 'nl' | 'en'): string => {
  const start = marked.indexOf('<');
  const end = marked.indexOf('>') - 1;
  return passageLanguage(marked.replace(/[<>]/g, ''), { start, end }, whole);
};

describe('the language of a passage', () => {
  const cases: readonly (readonly [string, 'nl' | 'en', string, string])[] = [
    ['of an English article', 'en', `${ENGLISH} He <went home>.`, 'en'],
    ['of a Dutch article', 'nl', `${DUTCH} Hij <ging naar huis>.`, 'nl'],
    [
      'in a Dutch quotation in an English article',
      'en',
      `${ENGLISH} It wrote: “Hij zou <haat hebben gezaaid> in de stad.”`,
      'nl',
    ],
    [
      'that is the whole quotation, with its marks',
      'en',
      `${ENGLISH} The paper wrote <“Hij werd vervolgd”> on Monday.`,
      'nl',
    ],
    ['in a quotation of two words', 'en', `${ENGLISH} They call it “<zaait haat>” in court.`, 'nl'],
    [
      'in a quotation of one word that is plainly Dutch',
      'en',
      `${ENGLISH} A “<taakstraf>” is a sentence of work.`,
      'nl',
    ],
    ['in another one', 'en', `${ENGLISH} The charge is ‘<haatzaaien>’ under the code.`, 'nl'],
    ['in straight marks', 'en', `${ENGLISH} A "real" paper wrote "<verdacht van opruiing>" and more.`, 'nl'],
    ['outside the straight marks', 'en', `${ENGLISH} A "taakstraf" <is a sentence> of "werk".`, 'en'],
    [
      'in an English quotation in an English article',
      'en',
      `${ENGLISH} He said: “I <was never there> that day.”`,
      'en',
    ],
    ['in an English quotation of two words', 'en', `${ENGLISH} They call it “<sowing hatred>” in court.`, 'en'],
    ['in an English quotation of one word', 'en', `${ENGLISH} It was called “<treason>” in court.`, 'en'],
    ['in another English one', 'en', `${ENGLISH} He was a “<dangerous man>” in his eyes.`, 'en'],
    ['in an English quotation in a Dutch article', 'nl', `${DUTCH} Hij zei: “I <was never there> that day.”`, 'en'],
    ['behind a quotation that has ended', 'en', `${ENGLISH} “Hij werd vervolgd,” it said. He <was free>.`, 'en'],
    [
      'in a Dutch paragraph of an English article',
      'en',
      `${ENGLISH}\n${DUTCH} Hij <ging naar huis>.\n${ENGLISH}`,
      'nl',
    ],
    ['after an apostrophe', 'en', `The man’s house <was sold>. ${ENGLISH}`, 'en'],
  ];
  for (const [what, whole, marked, expected] of cases) {
    it(`${what} is ${expected}`, () => assert.equal(languageOf(marked, whole), expected));
  }
});
