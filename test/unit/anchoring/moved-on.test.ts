import assert from 'node:assert/strict';
import { carry } from '../../../src/core/anchoring/anchor';

/** The news of a release, always told after the same pattern; only names and numbers differ. */
function news(section: string, name: string, year: number, editor: string): string {
  return [
    `${section} What is new in ${name}`,
    `The edition called ${name} of the harbour almanac came out in ${year}, printed in Vlissingen on paper from the mill at Eerbeek.`,
    `Its tide tables for ${name} were computed anew by ${editor}, who also drew the charts of the estuary and of the roads before it.`,
    `Whoever buys the almanac of ${year} finds the list of lights, the list of pilots and the fees of all locks in one volume.`,
    `New in ${name} is a chapter on the fog signals, which were all heard and timed by the crews of the pilot boats in the winter.`,
    `The fees in ${name} are those which the province laid down for ${year}, without the surcharge for sailing at night.`,
  ].join('\n');
}

const rest = [
  'The almanac is made by volunteers, each of whom looks after the pages of one harbour.',
  'Corrections reach the editors by post, or are left with the harbour master of the place.',
  'No edition is ever withdrawn: what was wrong in one is put right in the next.',
].join('\n');
const older = 'Older editions';

function placed(base: string, text: string, words: string, from = 0): string | undefined {
  const start = base.indexOf(words, from);
  const [placement] = carry(base, text, [[{ start, end: start + words.length }]]);
  const range = placement!.range;
  if (!range) return undefined;
  return text.slice(text.lastIndexOf('\n', range.start - 1) + 1, range.end);
}

describe('a section that goes to an appendix while a new one is written after its pattern', () => {
  const base = [news('1', 'Grevelingen', 1931, 'Marinus Kodde'), rest, older].join('\n\n');
  const text = [
    news('1', 'Oosterschelde', 1932, 'Marinus Kodde'),
    rest,
    older,
    news('2', 'Grevelingen', 1931, 'Marinus Kodde'),
  ].join('\n\n');

  for (const words of ['tide tables', 'list of pilots', 'Marinus Kodde', 'surcharge', 'paper from the mill'])
    it(`keeps “${words}” where the section went`, () => {
      const line = placed(base, text, words);
      const there = text.slice(text.indexOf(older));
      assert.ok(line !== undefined && there.includes(line), line);
    });

  it('leaves alone what stayed in place', () => {
    assert.equal(
      placed(base, text, 'harbour master'),
      'Corrections reach the editors by post, or are left with the harbour master',
    );
  });
});

describe('a section that is copied to an appendix and hardly edited', () => {
  it('keeps its annotations in place', () => {
    const section = news('1', 'Grevelingen', 1931, 'Marinus Kodde');
    const base = [section, rest, older].join('\n\n');
    const text = [section.replace('fees of all locks', 'fees of most locks'), rest, older, section].join('\n\n');
    const [placement] = carry(base, text, [
      [{ start: base.indexOf('Vlissingen'), end: base.indexOf('Vlissingen') + 10 }],
    ]);
    assert.equal(placement!.range?.start, text.indexOf('Vlissingen'));
  });
});

describe('something written beside a word, that ends or begins as the word does', () => {
  const cases: readonly { was: string; is: string; words: string; at: number }[] = [
    { was: 'boots over PXE. Then', is: 'boots over PXE/iPXE. Then', words: 'PXE', at: 11 },
    { was: 'the sloop, then', is: 'the sloop, sloop-rigged, then', words: 'sloop', at: 4 },
    { was: 'sold to the mill here', is: 'sold to the sawmill-mill here', words: 'mill', at: 20 },
  ];
  const around = (words: string): string =>
    `The keeper of the lock at Hansweert wrote it down at noon. It ${words} came the ebb, and with it the barges from Zierikzee.`;
  for (const { was, is, words, at } of cases)
    it(`takes the whole word: ${is}`, () => {
      const base = around(was);
      const text = around(is);
      const start = base.indexOf(was) + was.indexOf(words);
      const [placement] = carry(base, text, [[{ start, end: start + words.length }]]);
      assert.equal(placement!.range?.start, text.indexOf(is) + at);
    });
});
