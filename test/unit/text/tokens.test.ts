import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { findParagraphs } from '../../../src/core/text/paragraphs';
import { findSentences } from '../../../src/core/text/sentences';
import { TokenKind, tokenize } from '../../../src/core/text/tokens';

const words = (text: string): string[] => {
  const tokens = tokenize(text);
  return Array.from({ length: tokens.count }, (_, i) => text.slice(tokens.start[i], tokens.end[i]));
};

describe('tokens of raw newspaper text', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'initials and abbreviations keep their dots',
      'Mr. J.J. van der Berg (Farid B.)',
      'Mr.|J.J.|van|der|Berg|(|Farid|B.|)',
    ],
    ['a genitive is a token of its own', "Obama’s café en Bilash's zus", "Obama|’s|café|en|Bilash|'s|zus"],
    ['an apostrophe inside a name stays', "O’Brien, N'Golo en d'Estaing", "O’Brien|,|N'Golo|en|d'Estaing"],
    [
      'Dutch short forms stay whole',
      "'t Zandt, 's-Hertogenbosch, ’s avonds",
      "'t|Zandt|,|'s-Hertogenbosch|,|’s|avonds",
    ],
    ['quotation marks never stick to words', '„Weg”, zei hij. ‘Ja’ “no”', '„|Weg|”|,|zei|hij|.|‘|Ja|’|“|no|”'],
    ['a hyphen between equals stays', 'Noord-Holland, ex-minister', 'Noord-Holland|,|ex-minister'],
    ['what hangs on a name is cut off', 'a London-based Trump-aanhanger', 'a|London|-|based|Trump|-|aanhanger'],
    ['numbers keep their marks', '3.000 euro om 12:30, 2-1', '3.000|euro|om|12:30|,|2|-|1'],
    ['months keep a dot before a day only', 'Jan. 5; dat was Jan. Bij', 'Jan.|5|;|dat|was|Jan|.|Bij'],
    ['surrogate pairs stay whole', 'a 𝒳yz 🙂 b', 'a|𝒳yz|🙂|b'],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.equal(words(text).join('|'), expected));

  it('cover every character that is not white space, in order and without overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const tokens = tokenize(text);
        let last = 0;
        for (let i = 0; i < tokens.count; i++) {
          assert.equal(text.slice(last, tokens.start[i]).replace(/[\s\u200b\ufeff]/g, ''), '');
          assert.ok(tokens.end[i]! > tokens.start[i]!);
          assert.equal((tokens.kind[i]! & TokenKind.joined) !== 0, i > 0 && tokens.start[i] === last);
          last = tokens.end[i]!;
        }
        assert.equal(text.slice(last).replace(/[\s\u200b\ufeff]/g, ''), '');
      }),
    );
  });
});

describe('sentences', () => {
  const sentences = (text: string): string[] => findSentences(text).map(({ start, end }) => text.slice(start, end));

  it('end after a mark and its closing quotation marks, not after an initial or title', () => {
    assert.deepEqual(sentences('Mr. J. de Boer zei: „Nee.” Daarna ging hij. 3 mensen bleven!'), [
      'Mr. J. de Boer zei: „Nee.”',
      'Daarna ging hij.',
      '3 mensen bleven!',
    ]);
  });

  it('end where a paragraph ends', () => {
    assert.deepEqual(sentences('STORM OVER ZEELAND\n\nHet waaide hard'), ['STORM OVER ZEELAND', 'Het waaide hard']);
  });
});

describe('paragraphs', () => {
  const paragraphs = (text: string): string[] => findParagraphs(text).map(({ start, end }) => text.slice(start, end));

  it('are lines when every line ends a paragraph', () => {
    assert.deepEqual(paragraphs('Kop\nEerste alinea.\r\nTweede alinea.\n\n\n'), [
      'Kop',
      'Eerste alinea.',
      'Tweede alinea.',
    ]);
  });

  it('keep a name together that was broken over a line', () => {
    assert.deepEqual(paragraphs('Zij sprak met Anna de\nBoer over de zaak.'), [
      'Zij sprak met Anna de\nBoer over de zaak.',
    ]);
  });

  it('join lines that were broken for width', () => {
    const wrapped =
      'The council met on Tuesday to discuss a plan that Mayor\nHarriet Lund had put before it in the autumn of that\nyear.';
    assert.deepEqual(paragraphs(wrapped), [wrapped]);
  });
});
