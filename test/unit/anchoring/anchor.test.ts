import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchor, anchorAll, carry, describe as describeTarget, describeAll } from '../../../src/core/anchoring';
import type { Selector } from '../../../src/core/annotation/annotation';
import { foldQuote } from '../../../src/core/text/fold';
import { wholeGraphemes } from '../../../src/core/text/graphemes';
import { asCodePoints } from '../../../src/core/text/code-points';
import type { Range } from '../../../src/core/text/range';

const article = `De zaak-Bilasj

De rechtbank in Utrecht heeft de 43-jarige Colonel Bilasj veroordeeld tot twaalf jaar cel. Volgens het vonnis
gaf hij op 3 mei 2014 het bevel om de brug te sluiten. “Ik was er niet bij”, zei hij op de eerste zittingsdag.

Zijn medeverdachte, de schipper Arend Vos, kreeg een boete van 670 euro. De officier van justitie had een celstraf geëist.
Vos gaat niet in hoger beroep. Zijn advocaat noemde de boete redelijk.

De derde verdachte werd vrijgesproken. Het openbaar ministerie beraadt zich op een hoger beroep tegen die uitspraak.
`;

const rangeOf = (words: string, text = article): Range => {
  const start = text.indexOf(words);
  assert.notEqual(start, -1, words);
  return { start, end: start + words.length };
};

const anything = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        '\ufeff',
        '😀',
        '👩‍👩‍👧',
        'é',
        'e\u0301',
        '각',
        '„',
        '”',
        '…',
        '--',
        ' ',
        '\u00a0',
        '\u00ad',
        '\ud800',
        'de zaak ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

const textAndRange = fc.tuple(anything, fc.nat(), fc.nat()).map(([text, a, b]) => {
  const one = a % (text.length + 1);
  const other = b % (text.length + 1);
  return { text, range: { start: Math.min(one, other), end: Math.max(one, other) } };
});

describe('anchoring in the same text', () => {
  it('finds every described range again, in any Unicode text', () => {
    fc.assert(
      fc.property(textAndRange, ({ text, range }) => {
        const placement = anchor(text, describeTarget(text, range));
        assert.equal(placement.state, 'anchored');
        const least = text.startsWith('\ufeff') ? 1 : 0;
        const start = Math.max(least, range.start);
        assert.deepEqual(placement.range, wholeGraphemes(text, { start, end: Math.max(start, range.end) }));
        assert.deepEqual(placement.candidates, []);
      }),
      { numRuns: 400 },
    );
  });

  it('finds it by the words too, or says that it does not know', () => {
    fc.assert(
      fc.property(textAndRange, ({ text, range }) => {
        const { quote, before, after } = describeTarget(text, range);
        const placement = anchor(text, { quote, before: before!, after: after! });
        if (placement.state === 'anchored')
          assert.equal(foldQuote(text.slice(placement.range!.start, placement.range!.end)), foldQuote(quote[0]!));
      }),
      { numRuns: 400 },
    );
  });

  it('describes whole graphemes: no half emoji, no letter without its accent, no CR without its LF', () => {
    for (const [text, start, end, quote] of [
      ['a👩‍👩‍👧b', 3, 5, '👩‍👩‍👧'],
      ['cafe\u0301 x', 3, 4, 'e\u0301'],
      ['a\r\nb', 0, 2, 'a\n'],
      ['x😀y', 2, 4, '😀y'],
    ] as const)
      assert.deepEqual(describeTarget(text, { start, end }).quote, [quote]);
  });

  it('counts code points from the text with LF and without BOM', () => {
    const selector = describeTarget('\ufeffl😀rem\r\nipsum', rangeOf('ipsum', '\ufeffl😀rem\r\nipsum'));
    assert.deepEqual(selector.parts, [{ start: 6, end: 11 }]);
  });

  it('takes positions in astral text as they are', () => {
    const text = 'v😀gel en vis en 😀 weer';
    for (const [start, end, from, to] of [
      [0, 5, 0, 6],
      [9, 12, 10, 13],
      [16, 17, 17, 19],
      [18, 22, 20, 24],
      [2, 2, 3, 3],
    ] as const) {
      const selector: Selector = {
        quote: [text.slice(from, to)],
        parts: [{ start: asCodePoints(start), end: asCodePoints(end) }],
      };
      assert.deepEqual(anchor(text, selector).range, { start: from, end: to });
    }
  });

  it('extends the context until the quote is unique', () => {
    const paragraph = 'De verdachte wordt veroordeeld tot betaling van de kosten van het geding, begroot op nihil. ';
    const text = `Zaak een. ${paragraph}Zaak twee. ${paragraph}Zaak drie.`;
    const selector = describeTarget(text, { start: text.lastIndexOf('kosten'), end: text.lastIndexOf('kosten') + 6 });
    assert.ok(selector.before!.length > 32 && selector.before!.length <= 256);
    assert.ok(selector.rival! >= 0.7 && selector.rival! < 1);
    assert.equal(describeTarget(article, rangeOf('Arend Vos')).before!.length, 32);
  });
});

interface Story {
  readonly name: string;
  readonly words: string;
  readonly edit: (text: string) => string;
  /** What the annotation should stand on; absent: nowhere. */
  readonly now?: string;
  readonly changed?: boolean;
  /** Only a comparison with the base can tell. */
  readonly baseOnly?: boolean;
}

const stories: readonly Story[] = [
  { name: 'nothing happened', words: 'Arend Vos', edit: (t) => t, now: 'Arend Vos' },
  { name: 'a line came at the top', words: 'Arend Vos', edit: (t) => `Ingevoegd.\n\n${t}`, now: 'Arend Vos' },
  { name: 'a word before it went', words: 'Arend Vos', edit: (t) => t.replace('de schipper ', ''), now: 'Arend Vos' },
  {
    name: 'its spelling was corrected',
    words: 'Colonel Bilasj',
    edit: (t) => t.replace('Colonel', 'Kolonel'),
    now: 'Kolonel Bilasj',
    changed: true,
  },
  {
    name: 'its number changed',
    words: 'boete van 670 euro',
    edit: (t) => t.replace('670', '760'),
    now: 'boete van 760 euro',
    changed: true,
  },
  {
    name: 'a digit was added to its number',
    words: '670',
    edit: (t) => t.replace('670', '6701'),
    now: '670',
    changed: true,
    baseOnly: true,
  },
  {
    name: 'a negation went from beside it',
    words: 'in hoger beroep',
    edit: (t) => t.replace('gaat niet in', 'gaat in'),
    now: 'in hoger beroep',
    changed: true,
  },
  {
    name: 'a negation came beside it',
    words: 'redelijk',
    edit: (t) => t.replace('redelijk', 'niet redelijk'),
    now: 'redelijk',
    changed: true,
  },
  {
    name: 'a word came into it',
    words: 'kreeg een boete',
    edit: (t) => t.replace('een boete', 'een hoge boete'),
    now: 'kreeg een hoge boete',
    changed: true,
  },
  {
    name: 'line ends became CRLF',
    words: 'vonnis\ngaf hij',
    edit: (t) => t.replaceAll('\n', '\r\n'),
    now: 'vonnis\r\ngaf hij',
  },
  { name: 'the text became NFD', words: 'geëist', edit: (t) => t.normalize('NFD'), now: 'gee\u0308ist' },
  {
    name: 'quotes became straight',
    words: '“Ik was er niet bij”',
    edit: (t) => t.replaceAll(/[“”]/g, '"'),
    now: '"Ik was er niet bij"',
  },
  {
    name: 'the paragraphs were rewrapped',
    words: 'vonnis\ngaf hij',
    edit: (t) => t.replaceAll(/(?<!\n)\n(?!\n)/g, ' ').replaceAll('. ', '.\n'),
    now: 'vonnis gaf hij',
  },
  {
    name: 'spaces became no-break spaces',
    words: '3 mei 2014',
    edit: (t) => t.replaceAll('3 mei', '3\u00a0mei'),
    now: '3\u00a0mei 2014',
  },
  { name: 'a byte order mark came', words: 'De zaak-Bilasj', edit: (t) => `\ufeff${t}`, now: 'De zaak-Bilasj' },
  {
    name: 'its paragraph was moved',
    words: 'Arend Vos',
    edit: (t) => {
      const [a, b, c, d] = t.split('\n\n');
      return [a, c, d, b].join('\n\n');
    },
    now: 'Arend Vos',
  },
  {
    name: 'its paragraph was deleted',
    words: 'boete van 670 euro',
    edit: (t) => t.split('\n\n').toSpliced(2, 1).join('\n\n'),
  },
  {
    name: 'its paragraph was deleted, a lookalike stays',
    words: 'in hoger beroep',
    edit: (t) => t.split('\n\n').toSpliced(2, 1).join('\n\n'),
  },
  { name: 'everything was deleted', words: 'Arend Vos', edit: () => '' },
  {
    name: 'the text is another one',
    words: 'Arend Vos',
    edit: () => 'The quick brown fox jumps over the lazy dog. '.repeat(20),
  },
];

describe('anchoring after', () => {
  for (const { name, words, edit, now, changed, baseOnly } of stories)
    for (const baseKnown of [true, false]) {
      if (baseOnly && !baseKnown) continue;
      it(`${name}, with the base ${baseKnown ? 'known' : 'unknown'}`, () => {
        const text = edit(article);
        const selector = describeTarget(article, rangeOf(words));
        const placement = anchor(text, selector, baseKnown ? { baseText: article } : {});
        if (now === undefined) {
          assert.notEqual(placement.state, 'anchored');
          assert.equal(placement.range, undefined);
          return;
        }
        assert.equal(placement.state, 'anchored');
        assert.equal(text.slice(placement.range!.start, placement.range!.end), now);
        assert.equal(placement.changed ?? false, changed ?? false);
      });
    }
});

describe('a deleted item of a list', () => {
  const items = Array.from(
    { length: 40 },
    (_, k) => `Article ${k + 1}. Whoever enters hall ${k + 1} without a ticket shall be fined ${k * 7 + 20} euros.`,
  );
  const text = items.join('\n');
  const selectors = describeAll(
    text,
    items.map((item) => rangeOf(`Article ${items.indexOf(item) + 1}. Whoever`, text)),
  );
  const shorter = items.toSpliced(17, 1).join('\n');

  for (const baseKnown of [true, false])
    it(`is not found in its neighbours, with the base ${baseKnown ? 'known' : 'unknown'}`, () => {
      const placements = anchorAll(shorter, selectors, baseKnown ? { baseText: text } : {});
      placements.forEach(({ state, range }, k) => {
        if (k === 17) assert.notEqual(state, 'anchored');
        else if (baseKnown || state === 'anchored')
          assert.equal(shorter.slice(range!.start, range!.end), `Article ${k + 1}. Whoever`);
      });
    });
});

describe('lines that end alike', () => {
  const goods = ['ropes', 'tar', 'canvas', 'nails', 'lamp oil', 'salt', 'planks', 'cord'];
  const items = Array.from(
    { length: 32 },
    (_, k) => `${k + 1}. ${goods[k % 8]!} and ${goods[(3 * k + 1) % 8]!}, received in good order`,
  );
  const text = items.join('\n');
  const targets = items.map((item) => ({
    start: text.indexOf(item) + item.length - 21,
    end: text.indexOf(item) + item.length,
  }));
  const carried = (revised: readonly string[]): (string | undefined)[] =>
    carry(
      text,
      revised.join('\n'),
      targets.map((target) => [target]),
    ).map(({ range }) => {
      if (!range) return undefined;
      const line = revised.join('\n').slice(0, range.end).split('\n').at(-1)!;
      assert.ok(line.endsWith('received in good order'.slice(1)));
      return line;
    });

  it('keep their words when lines around them go', () => {
    const gone = new Set([4, 6, 7, 9, 10, 11, 20]);
    assert.deepEqual(
      carried(items.filter((_, k) => !gone.has(k))),
      items.map((item, k) => (gone.has(k) ? undefined : item)),
    );
  });

  it('take their words along when they change places', () => {
    const revised = [...items];
    for (const [one, other] of [
      [2, 3],
      [10, 14],
      [20, 21],
    ] as const)
      [revised[one], revised[other]] = [revised[other]!, revised[one]!];
    assert.deepEqual(carried(revised), items);
  });
});

describe('what selectors remember together', () => {
  // Every clause stands in many articles; only their order tells them apart.
  const clauses = ['may refuse entry', 'shall keep a register', 'shall inform the minister', 'may grant an exemption'];
  const lines = Array.from(
    { length: 60 },
    (_, k) => `The inspector ${clauses[(k + (k >> 2)) % 4]!}${k % 3 === 0 ? ` within ${k} days` : ''}.`,
  );
  const text = lines.join('\n');
  const starts = lines.map((_, k) => lines.slice(0, k).join('\n').length + (k === 0 ? 0 : 1));
  const selectors = describeAll(
    text,
    starts.map((start) => ({ start: start + 4, end: start + 13 })),
  );

  it('places them where no quote alone could be placed', () => {
    const edited = text.replace('within 30 days', 'within 45 days').replace('The inspector', 'Every inspector');
    const placements = anchorAll(edited, selectors);
    const alone = selectors.filter((selector) => anchorAll(edited, [selector])[0]!.state === 'anchored').length;
    const together = placements.filter(({ state }) => state === 'anchored').length;
    assert.ok(together > alone && together >= 55, `${alone} alone, ${together} together`);
    const shift = edited.length - text.length;
    placements.forEach(({ range }, k) => {
      if (range) assert.equal(range.start, starts[k]! + 4 + (k === 0 ? 2 : shift));
    });
  });

  it('places none of them on the line that took the place of another', () => {
    for (let gone = 1; gone < lines.length; gone += 7) {
      const rest = lines.toSpliced(gone, 1);
      const shorter = rest.join('\n');
      anchorAll(shorter, selectors).forEach(({ range }, k) => {
        if (!range) return;
        const line = shorter.slice(0, range.start).split('\n').length - 1;
        assert.equal(line, k < gone ? k : k - 1, `line ${k}, without ${gone}`);
        assert.notEqual(k, gone);
      });
    }
  });

  it('is no less certain for positions that no text can have', () => {
    const slip = { ...selectors[3]!, parts: [{ start: asCodePoints(9e12), end: asCodePoints(9e12 + 9) }] };
    assert.equal(anchorAll(`${text}\nThe end.`, [...selectors, slip]).length, selectors.length + 1);
  });
});

describe('targets of several parts', () => {
  const parts = [rangeOf('kreeg een boete'), rangeOf('redelijk')];
  const selector = describeTarget(article, parts);

  it('are placed together and in order', () => {
    for (const options of [{}, { baseText: article }]) {
      const text = `Vooraf.\n${article.replace('Vos gaat', 'De schipper gaat')}`;
      const placement = anchor(text, selector, options);
      assert.deepEqual(
        placement.parts?.map(({ start, end }) => text.slice(start, end)),
        ['kreeg een boete', 'redelijk'],
      );
    }
  });

  it('are not placed when one part is gone', () => {
    for (const options of [{}, { baseText: article }])
      assert.notEqual(anchor(article.replace('redelijk.', 'een schande.'), selector, options).state, 'anchored');
  });

  it('are offered where their parts went, when those are no longer together', () => {
    const filler = 'Er volgde nog een zitting over iets heel anders. '.repeat(20);
    const moved = `${article.replace(' Zijn advocaat noemde de boete redelijk.', '')}${filler}\nZijn advocaat noemde de boete redelijk.\n`;
    const gone = article.replace(' Zijn advocaat noemde de boete redelijk.', '');
    const turned = `Zijn advocaat noemde de boete redelijk.\n${gone}`;
    for (const options of [{ baseText: undefined }, { baseText: article }])
      for (const [text, words] of [
        [moved, ['kreeg een boete', 'redelijk']],
        [gone, ['kreeg een boete']],
        [turned, ['redelijk', 'kreeg een boete']],
      ] as const) {
        const placement = anchor(text, selector, options);
        // A line that was moved word for word takes its part along, as long as the order stays.
        assert.notEqual(placement.state, 'anchored');
        assert.deepEqual(
          placement.candidates[0]?.parts.map(({ start, end }) => text.slice(start, end)),
          words,
        );
      }
  });

  it('are changed when a negation came between the parts', () => {
    const text = article.replace('noemde de boete', 'noemde de boete niet');
    assert.equal(anchor(text, selector, { baseText: article }).changed, true);
  });
});

describe('hand-written selectors', () => {
  it('are placed by the quote alone where it stands but once', () => {
    assert.deepEqual(anchor(article, { quote: ['Arend Vos'] }).range, rangeOf('Arend Vos'));
  });

  it('are ambiguous where it stands twice, with both places as candidates', () => {
    const placement = anchor(article, { quote: ['hoger beroep'] });
    assert.equal(placement.state, 'ambiguous');
    assert.equal(placement.candidates.length, 2);
  });

  it('use the base that is given, though they do not name it', () => {
    const text = article.replace('Arend Vos', 'Arend de Vos');
    const placement = anchor(text, { quote: ['Arend Vos'] }, { baseText: article });
    assert.equal(text.slice(placement.range!.start, placement.range!.end), 'Arend de Vos');
    assert.equal(placement.changed, true);
  });

  it('never throw, whatever they say', () => {
    const part = fc.record({ start: fc.integer().map(asCodePoints), end: fc.integer().map(asCodePoints) });
    const selector = fc.record(
      {
        quote: fc.array(anything, { maxLength: 3 }),
        parts: fc.array(part, { maxLength: 3 }),
        before: anything,
        after: anything,
        rival: fc.double(),
        lineRepeats: fc.boolean(),
      },
      { requiredKeys: ['quote'] },
    );
    fc.assert(
      fc.property(anything, anything, selector, (text, baseText, made) => {
        const placement = anchor(text, made, { baseText });
        assert.equal(placement.state === 'anchored', placement.range !== undefined);
      }),
      { numRuns: 300 },
    );
  });
});

describe('random edits', () => {
  const sentences = fc
    .array(
      fc.constantFrom(
        'De wind stak op. ',
        'Niemand zag het schip. ',
        'In 1912 kwam de wet. ',
        'Het hof sprak hem vrij. ',
        'Zij zweeg.\n',
      ),
      { minLength: 5, maxLength: 40 },
    )
    .map((all) => all.map((sentence, k) => `${k} ${sentence}`).join(''));
  const edits = fc.array(
    fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), fc.constantFrom('', 'x', ' en toen', '\n')),
    { maxLength: 4 },
  );

  it('leave every carried target on its own words, or nowhere', () => {
    fc.assert(
      fc.property(sentences, edits, fc.nat(), (base, made, seed) => {
        // Every unit carries its origin, so that the truth is known.
        let units = [...base].map((character, from) => ({ character, from }));
        for (const [place, length, text] of made) {
          const at = Math.floor(place * units.length);
          units = units.toSpliced(at, length, ...[...text].map((character) => ({ character, from: -1 })));
        }
        const text = units.map(({ character }) => character).join('');
        const start = seed % base.length;
        const target = { start, end: Math.min(base.length, start + 3 + (seed % 20)) };
        const [placement] = carry(base, text, [[target]]);
        const survivors = units.flatMap(({ from }, at) => (from >= target.start && from < target.end ? [at] : []));
        if (
          survivors.length === target.end - target.start &&
          survivors.at(-1)! - survivors[0]! === survivors.length - 1
        )
          return;
        if (placement!.state === 'anchored' && survivors.length === 0)
          assert.equal(
            foldQuote(text.slice(placement!.range!.start, placement!.range!.end)),
            foldQuote(base.slice(target.start, target.end)),
          );
      }),
      { numRuns: 300 },
    );
  });
});

describe('texts made to break programs', () => {
  const texts: readonly [string, string][] = [
    ['one line, repeated', 'De verdachte ontkent. '.repeat(12_000)],
    ['one letter', 'a'.repeat(200_000)],
    ['a long line', Array.from({ length: 6000 }, (_, k) => `w${k}`).join(' ')],
    ['nothing but marks', 'e' + '\u0301'.repeat(50_000)],
  ];
  for (const [name, text] of texts)
    it(`are placed in bounded time: ${name}`, () => {
      const ranges = Array.from({ length: 50 }, (_, k) => ({ start: k * 40, end: k * 40 + 20 }));
      const selectors = describeAll(text, ranges);
      const edited = `x${text.slice(0, 30_000)}y${text.slice(60_000)}`;
      const before = Date.now();
      for (const options of [{}, { baseText: text }])
        for (const placement of anchorAll(edited, selectors, options)) assert.ok(placement.score <= 1);
      assert.ok(Date.now() - before < 5000);
    });
});
