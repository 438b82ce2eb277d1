import assert from 'node:assert/strict';
import { anchor, anchorAll, describe as describeTarget, describeAll } from '../../../src/core/anchoring';
import { MISLEADING, REVISIONS } from '../../bench/anchoring/revisions';
import { law, randomFrom } from '../../bench/anchoring/texts';

const RULES = [
  'The keeper of the lock closes the gates at nine in the evening.',
  'The keeper of the quay closes the gates at ten in the evening.',
  'Whoever moors without leave pays a fine of forty guilders.',
  'Whoever moors without a light pays a fine of sixty guilders.',
  'The bell is rung twice when fog comes in from the sea.',
  'Nobody fishes from the bridge while a ship is under way.',
  'Boats for hire carry a number that can be read from the bank.',
  'The council may lay down other hours for feasts and markets.',
];
const book = RULES.join('\n');
const rangeOf = (words: string, text: string, nth = 0) => {
  let start = text.indexOf(words);
  for (let k = 0; k < nth; k++) start = text.indexOf(words, start + 1);
  return { start, end: start + words.length };
};
const lineAt = (text: string, { start }: { start: number }): string =>
  text.slice(text.lastIndexOf('\n', start - 1) + 1, (text + '\n').indexOf('\n', start));

describe('what is stored of a quote', () => {
  it('is more context where something else is nearly the same', () => {
    const text = `${book}\n${book.replaceAll('forty', 'fifty')}`;
    assert.ok(describeTarget(text, rangeOf('a fine of', text)).before!.length > 32);
    assert.equal(describeTarget(book, rangeOf('twice', book)).before!.length, 32);
  });

  for (const { told, text, lineRepeats, least } of [
    {
      told: 'a line of which there are two',
      text: `${book}\nIn winter:\n${RULES[4]}`,
      lineRepeats: true,
      least: undefined,
    },
    {
      told: 'a line that differs by a word',
      text: `${book}\n${RULES[4]!.replace('sea', 'bay')}`,
      lineRepeats: undefined,
      least: 0.7,
    },
    { told: 'a line that nothing is like', text: book, lineRepeats: undefined, least: undefined },
  ])
    it(`tells of ${told}`, () => {
      const selector = describeTarget(text, rangeOf('rung twice', text));
      assert.equal(selector.lineRepeats, lineRepeats);
      assert.equal(selector.rival === undefined, least === undefined);
      if (least !== undefined) assert.ok(selector.rival! >= least && selector.rival! < 1, `${selector.rival}`);
    });
});

describe('words in a line of their own', () => {
  const selector = describeTarget(book, rangeOf('a fine of', book));

  it('go with the line, whatever surrounds it', () => {
    const text = `Another book.\n\n${[7, 2, 5, 3, 0].map((k) => RULES[k]).join('\n\nA word between.\n\n')}`;
    const { range, changed } = anchor(text, selector);
    assert.equal(lineAt(text, range!), RULES[2]);
    assert.equal(changed, undefined);
  });

  it('go with the line when it changes places with one that is nearly the same', () => {
    const lines = [...RULES];
    [lines[2], lines[3]] = [lines[3]!, lines[2]!];
    const text = lines.join('\n');
    assert.equal(lineAt(text, anchor(text, selector).range!), RULES[2]);
  });

  it('are nowhere when the line is deleted, though one that is nearly the same stays', () => {
    assert.equal(anchor(book.replace(`${RULES[2]!}\n`, ''), selector).range, undefined);
  });

  it('are nowhere when the line is deleted and another of its doubles stays', () => {
    const text = `${RULES[2]}\n${RULES.join('\n')}\nIn summer:\n${RULES[2]}`;
    const second = describeTarget(text, rangeOf('a fine of', text, 1));
    assert.equal(anchor(`In summer:\n${RULES[2]}\nNothing else holds.`, second).range, undefined);
  });

  it('do not take another item for theirs because it got their number', () => {
    const item = 'The licence holder shows the papers on request.';
    const text = `Article 7\n1. ${RULES[5]}\n2. ${item}\n3. ${RULES[6]}\nArticle 8\n1. ${RULES[0]}\n2. ${RULES[4]}\n3. ${item}`;
    const repealed = describeTarget(text, rangeOf('licence holder', text));
    const now = `Article 7\n1. ${RULES[5]}\n2. ${RULES[6]}\nArticle 8\n1. ${RULES[0]}\n2. ${item}`;
    assert.equal(anchor(now, repealed).range, undefined);
  });
});

const LENGTH = 100_000;
const TARGETS = 100;

describe('few annotations in a text of clauses that recur', () => {
  const text = law(LENGTH, 5);
  const random = randomFrom(6);
  const words = [...text.matchAll(/\S+/g)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
  const targets = Array.from({ length: TARGETS }, () => {
    const first = Math.floor(random() * (words.length - 8));
    return { start: words[first]!.start, end: words[first + Math.floor(random() * 6)]!.end };
  });
  const selectors = describeAll(text, targets);

  for (const { history, least } of [
    { history: 'NFD', least: 0.95 },
    { history: 'OCR noise, rewrapped', least: 0.95 },
    { history: '3 % of words edited', least: 0.9 },
    { history: 'similar paragraphs swapped', least: 0.8 },
    { history: '10 % of paragraphs deleted', least: 0.75 },
  ])
    it(`stand on their words or nowhere after: ${history}`, () => {
      const { text: revised, origins } = { ...REVISIONS, ...MISLEADING }[history]!(text, 8);
      const placed = anchorAll(revised, selectors).filter(({ range }, k) => {
        if (!range) return false;
        const { start, end } = targets[k]!;
        assert.ok(
          origins.subarray(range.start, range.end).some((origin) => origin >= start && origin < end),
          `target ${k} stands on other words`,
        );
        return true;
      });
      assert.ok(placed.length >= least * TARGETS, `${placed.length} of ${TARGETS} placed`);
    });
});
