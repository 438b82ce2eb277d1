import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCsv, writeCsv } from '../../../src/core/exchange/csv';

describe('CSV', () => {
  it('reads back every table that it writes', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=1+1', "'=x", '"', '\r\n', ' a ', '+3', ''),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }), (rows) => {
        assert.deepEqual(readCsv(writeCsv(rows)), rows);
      }),
    );
  });

  const formulas = ['=1+1', '+31612345678', '-2', '@SUM(A1)', '\t=1', '\r=1', ' =cmd|x', '＝1', "'=1"];
  for (const formula of formulas) {
    it(`lets no spreadsheet run ${JSON.stringify(formula)}`, () => {
      const written = writeCsv([[formula]]).replace(/^\uFEFF"?/, '');
      assert.equal(written[0], "'");
    });
  }

  it('leaves other words alone', () => assert.equal(writeCsv([['a', "'t Hof", '2-1']]), "\uFEFFa,'t Hof,2-1\r\n"));

  const tables: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
    [
      'semicolons, as a Dutch spreadsheet writes',
      'file;title\r\na.txt;"Kop; met teken"\r\n',
      [
        ['file', 'title'],
        ['a.txt', 'Kop; met teken'],
      ],
    ],
    [
      'tabs',
      'file\ttitle\na\tb, c',
      [
        ['file', 'title'],
        ['a', 'b, c'],
      ],
    ],
    [
      'line ends and quotes within a cell',
      'a,b\n"1\n2","say ""x"""\n',
      [
        ['a', 'b'],
        ['1\n2', 'say "x"'],
      ],
    ],
    [
      'blank lines',
      '\n\na,b\n\n1,2\n\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a quote that is never closed',
      'a,b\n1,"2\n3',
      [
        ['a', 'b'],
        ['1', '2\n3'],
      ],
    ],
    [
      'empty cells',
      'a,b,c\n,,\n',
      [
        ['a', 'b', 'c'],
        ['', '', ''],
      ],
    ],
    [
      'a separator that Excel declares, formula-like cells and a BOM',
      '\uFEFFsep=;\r\nfile;title\r\na.txt;"Wie, wat; ""waar"""\r\nb.txt;\'=1+1\r\n',
      [
        ['file', 'title'],
        ['a.txt', 'Wie, wat; "waar"'],
        ['b.txt', '=1+1'],
      ],
    ],
    ['nothing', '', []],
  ];
  for (const [what, text, rows] of tables) it(`reads ${what}`, () => assert.deepEqual(readCsv(text), rows));
});
