import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findExact, matchQuote } from '../../../src/core/anchoring';

const verdict =
  'On the first morning the harbour master spoke, on the second morning the pilot spoke, on the third ' +
  'morning the widow spoke. We heard the harbour master twice, we heard the widow once, and after the widow we went home.';

describe('finding a quote exactly', () => {
  const line = 'tonen banaan en nog eens banaan';
  const cases: readonly [string, string, Parameters<typeof findExact>[1], readonly number[]][] = [
    ['once', line, { exact: 'nen ban' }, [2]],
    ['at the start', line, { exact: 'tonen' }, [0]],
    ['at the end', line, { exact: 'eens banaan' }, [20]],
    ['the whole text', line, { exact: line }, [0]],
    ['twice', line, { exact: 'banaan' }, [6, 25]],
    ['overlapping itself', 'rococococo', { exact: 'coco' }, [2, 4, 6]],
    ['nowhere', line, { exact: 'kersen' }, []],
    ['after a prefix', line, { exact: 'banaan', prefix: 'eens ' }, [25]],
    ['before a suffix', line, { exact: 'banaan', suffix: ' en' }, [6]],
    ['between both', line, { exact: 'n', prefix: 'e', suffix: ' b' }, [4]],
    ['between both, twice', line, { exact: 'a', prefix: 'n', suffix: 'a' }, [9, 28]],
    ['not after another prefix', line, { exact: 'banaan', prefix: 'tomen ' }, []],
    ['not before another suffix', line, { exact: 'banaan', suffix: ' of' }, []],
    ['not when the suffix lacks a space', line, { exact: 'banaan', suffix: 'en' }, []],
    ['with empty context', line, { exact: 'nen ban', prefix: '', suffix: '' }, [2]],
    ['across a line break', 'een\ntwee', { exact: 'n\nt' }, [2]],
    ['not through folding', 'een\u00a0twee', { exact: 'een twee' }, []],
    ['when empty: between all characters', 'peer', { exact: '' }, [0, 1, 2, 3, 4]],
    ['when empty: not inside a surrogate pair', 'a😀b', { exact: '' }, [0, 1, 3, 4]],
    ['when empty, after a prefix', line, { exact: '', prefix: 'tonen' }, [5]],
    ['when empty, before a suffix', line, { exact: '', suffix: 'banaan' }, [6, 25]],
    ['when empty, between both', line, { exact: '', prefix: 'nog ', suffix: 'eens' }, [20]],
    ['when empty, nowhere', line, { exact: '', prefix: 'X' }, []],
    ['in an empty text', '', { exact: 'a' }, []],
    ['astral characters', 'x😀y😀', { exact: '😀' }, [1, 4]],
    ['an empty quote in an empty text', '', { exact: '' }, [0]],
  ];
  for (const [name, text, quote, starts] of cases)
    it(name, () => {
      const found = findExact(text, quote);
      assert.deepEqual(
        found.map(({ start }) => start),
        starts,
      );
      for (const { start, end } of found) assert.equal(text.slice(start, end), quote.exact);
    });

  it('finds every place of any piece of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (text, a, b) => {
        const points = [...text];
        const from = points.slice(0, a % (points.length + 1)).join('').length;
        const to =
          from +
          points
            .slice(a % (points.length + 1))
            .slice(0, b % 5)
            .join('').length;
        assert.ok(
          findExact(text, { exact: text.slice(from, to) }).some(({ start, end }) => start === from && end === to),
        );
      }),
    );
  });
});

describe('matching a quote', () => {
  it('gives an exact match the full score', () => {
    const found = matchQuote(verdict, 'the pilot spoke')!;
    assert.equal(found.score, 1);
    assert.equal(verdict.slice(found.start, found.end), 'the pilot spoke');
  });

  it('finds the nearest words when the exact ones are not there', () => {
    const found = matchQuote(verdict, 'the pylote spoke')!;
    assert.ok(found.score > 0 && found.score < 1);
    assert.equal(verdict.slice(found.start, found.end), 'the pilot spoke');
  });

  const descending: readonly [string, readonly Parameters<typeof matchQuote>[]][] = [
    [
      'the words',
      ['the pilot spoke', 'the pilo spoke', 'thy pylot spoke', 'a pylot spoken'].map((quote) => [verdict, quote]),
    ],
    [
      'the text before',
      ['second morning ', 'second mornings ', 'second evening ', 'tenth evening '].map((prefix) => [
        verdict,
        'the pilot',
        { prefix },
      ]),
    ],
    [
      'the text after',
      [' spoke, on the', ' spoke, in the', ' speaks, in the', ' slept, and'].map((suffix) => [
        verdict,
        'the pilot',
        { suffix },
      ]),
    ],
  ];
  for (const [name, calls] of descending)
    it(`scores by how much of ${name} agrees`, () => {
      const scores = calls.map((call) => matchQuote(...call)!.score);
      for (let k = 1; k < scores.length; k++) assert.ok(scores[k]! < scores[k - 1]!, scores.join(' '));
    });

  const chosen: readonly [string, Parameters<typeof matchQuote>[2], string][] = [
    ['exact text before', { prefix: 'We heard ' }, 'the harbour master twice'],
    ['text before, misspelt', { prefix: 'We hurd ' }, 'the harbour master twice'],
    ['exact text after', { suffix: ' spoke' }, 'the harbour master spoke'],
    ['text after, misspelt', { suffix: ' spook' }, 'the harbour master spoke'],
    ['more text before than there is', { prefix: 'It is told that on the first morning ' }, 'the harbour master spoke'],
    ['nothing but a hint', { hint: 120 }, 'the harbour master twice'],
    ['nothing at all: the first', {}, 'the harbour master spoke'],
  ];
  for (const [name, context, expected] of chosen)
    it(`chooses between equals by ${name}`, () => {
      const found = matchQuote(verdict, 'the harbour master', context)!;
      assert.equal(found.start, verdict.indexOf(expected));
      assert.equal(found.end - found.start, 'the harbour master'.length);
    });

  it('lets a hint decide between equally near misses', () => {
    const first = verdict.indexOf('widow');
    const last = verdict.lastIndexOf('widow');
    assert.equal(matchQuote(verdict, 'widov', { hint: last })!.start, last);
    assert.equal(matchQuote(verdict, 'widov', { hint: first })!.start, first);
    assert.equal(matchQuote(verdict, 'widov')!.start, first);
  });

  it('matches at the end of the text though something should follow', () => {
    const found = matchQuote(verdict, 'went home.', { suffix: ' The end.' })!;
    assert.equal(found.end, verdict.length);
  });

  it('answers null for an empty quote, an empty text and words that are not there', () => {
    assert.equal(matchQuote(verdict, ''), null);
    assert.equal(matchQuote('', 'widow'), null);
    assert.equal(matchQuote('On the first day.', verdict), null);
    assert.equal(matchQuote(verdict, 'zzzzqqqqxxxx'), null);
  });

  it('takes the exact words before words that are only nearly so, whatever surrounds them', () => {
    const text = 'An old pilot spake. Much later, and far away from there, the pilot spoke.';
    const found = matchQuote(text, 'pilot spoke', { prefix: 'An old ', suffix: '. Much later' })!;
    assert.equal(text.slice(found.start, found.end), 'pilot spoke');
  });

  it('finds quotes of which less than half is wrong, and none of which more is', () => {
    const quote = 'abcdefghij';
    assert.notEqual(matchQuote('.... abcdefXXXX ....', quote), null);
    assert.equal(matchQuote('.... abcdXXXXXX ....', quote), null);
  });

  it('finds a quote that is longer than what is left of the text', () => {
    const text = 'The pilot spoke, and the widow';
    const found = matchQuote(text, 'The pilot spoke, and the widow heard')!;
    assert.deepEqual([found.start, found.end], [0, text.length]);
    assert.ok(found.score > 0.5 && found.score < 1);
  });

  it('counts in UTF-16 and splits no character of two units', () => {
    const text = '🚢🚢 de loods 🚢 sprak, de loods 🚣 sprak';
    const found = matchQuote(text, '🚣 sprak')!;
    assert.equal(text.slice(found.start, found.end), '🚣 sprak');
    assert.equal(found.score, 1);
  });

  it('takes a hint from outside the text for what it is', () => {
    for (const hint of [-50, 1e9]) {
      const { score, start } = matchQuote(verdict, 'widow', { hint })!;
      assert.ok(score >= 0 && score <= 1 && verdict.startsWith('widow', start));
    }
  });

  it('sees through typography', () => {
    const text = 'Hij zei: \u201eIk  was\u00a0er niet\u201d \u2013 en zweeg.';
    const found = matchQuote(text, '"Ik was er niet" - en')!;
    assert.equal(text.slice(found.start, found.end), '\u201eIk  was\u00a0er niet\u201d \u2013 en');
    assert.equal(found.score, 1);
  });

  it('never answers a range outside the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.string({ unit: 'binary', maxLength: 80 }),
        (text, quote) => {
          const found = matchQuote(text, quote);
          if (found)
            assert.ok(0 <= found.start && found.start <= found.end && found.end <= text.length && found.score <= 1);
        },
      ),
    );
  });
});
