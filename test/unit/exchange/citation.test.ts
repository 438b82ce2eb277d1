import assert from 'node:assert/strict';
import { paragraphNumber, writeCitation, type Citation } from '../../../src/core/exchange';

const FULL: Citation = {
  quotation: ['ambtelijke omkoping'],
  language: 'nl',
  rendering: { text: 'bribery of a public official', by: 'anna', at: '2026-11-21T09:02:03Z', state: 'settled' },
  inTargetLanguage: false,
  source: {
    title: 'Vier jaar cel geëist',
    publication: 'De Zeearend',
    author: 'Joke de Wit',
    date: '2023-09-18',
    url: 'https://zeearend.example/cel?id=1&p=2',
    citationKey: 'dewit2023',
    language: 'nl',
  },
  paragraph: 1,
  file: 'celstraf.txt',
};
const BARE: Citation = { quotation: ['stond terecht'], inTargetLanguage: false, source: {}, file: 'stuk één.txt' };

describe('a citation as text', () => {
  const cases: readonly (readonly [string, Citation, string])[] = [
    [
      'says the quotation, the rendering with who made it, and the source',
      FULL,
      '“ambtelijke omkoping” (Dutch), rendered by anna as “bribery of a public official”. Joke de Wit, “Vier jaar cel geëist”, De Zeearend, 18 September 2023, paragraph 1, https://zeearend.example/cel?id=1&p=2.',
    ],
    [
      'names what is not known',
      BARE,
      '“stond terecht” [rendering not known]. [author not known], [title not known], [publication not known], [date not known], [paragraph not known], [web address not known].',
    ],
    [
      'asks no rendering of a passage in the target language',
      {
        ...FULL,
        quotation: ['in charge of the files'],
        language: 'en',
        rendering: undefined,
        inTargetLanguage: true,
      } as unknown as Citation,
      '“in charge of the files”. Joke de Wit, “Vier jaar cel geëist”, De Zeearend, 18 September 2023, paragraph 1, https://zeearend.example/cel?id=1&p=2.',
    ],
    [
      'says that a rendering is in doubt, marks what is left out between parts, and gives a month as a month',
      {
        ...FULL,
        quotation: ['hangt', 'liever niet\naan de  grote klok'],
        rendering: { text: 'would rather keep quiet', by: 'bram', state: 'doubtful' },
        source: { ...FULL.source, date: '2023-09' },
      },
      '“hangt […] liever niet aan de grote klok” (Dutch), rendered by bram as “would rather keep quiet” [rendering in doubt]. Joke de Wit, “Vier jaar cel geëist”, De Zeearend, September 2023, paragraph 1, https://zeearend.example/cel?id=1&p=2.',
    ],
  ];
  for (const [name, citation, text] of cases) {
    it(name, () => assert.equal(writeCitation(citation, 'text'), text));
  }

  it('puts words with quotation marks of their own between single ones', () => {
    assert.match(writeCitation({ ...BARE, quotation: ['het „gevaar”'] }, 'text'), /^‘het „gevaar”’/);
  });
});

describe('a citation as Markdown', () => {
  it('quotes both ways and links the address', () => {
    assert.equal(
      writeCitation(FULL, 'markdown'),
      [
        '> ambtelijke omkoping',
        '>',
        '> “bribery of a public official” (rendered by anna)',
        '',
        'Joke de Wit, “Vier jaar cel geëist”, *De Zeearend*, 18 September 2023, paragraph 1, <https://zeearend.example/cel?id=1&p=2>.',
        '',
      ].join('\n'),
    );
  });

  it('makes no link, image or HTML of what the source says', () => {
    const text = writeCitation(
      {
        ...FULL,
        quotation: ['![x](https://evil.example/a.png) [run](command:rm) <b>'],
        source: { title: '# <img src=x>', url: 'javascript:alert(1)' },
      },
      'markdown',
    );
    assert.ok(!/(?<!\\)[<[\]!]|^#/m.test(text), text);
    assert.match(text, /\\\[author not known\\\]/);
  });
});

describe('a citation as CSL-JSON', () => {
  it('is one newspaper article with what is known', () => {
    const [item, ...others] = JSON.parse(writeCitation(FULL, 'csl-json')) as Record<string, unknown>[];
    assert.equal(others.length, 0);
    assert.deepEqual(item, {
      id: 'dewit2023',
      type: 'article-newspaper',
      title: 'Vier jaar cel geëist',
      'container-title': 'De Zeearend',
      author: [{ literal: 'Joke de Wit' }],
      issued: { 'date-parts': [[2023, 9, 18]] },
      URL: 'https://zeearend.example/cel?id=1&p=2',
      language: 'nl',
      'citation-key': 'dewit2023',
      note: 'Quotation (paragraph 1): “ambtelijke omkoping”\nRendering by anna: “bribery of a public official”',
    });
  });

  it('has no field for what is not known, and says so in the note', () => {
    const [item] = JSON.parse(writeCitation(BARE, 'csl-json')) as Record<string, unknown>[];
    assert.deepEqual(Object.keys(item!), ['id', 'type', 'note']);
    assert.match(
      String(item!['note']),
      /Not known: author, title, publication, date, web address, paragraph, rendering$/,
    );
  });
});

describe('a date that somebody wrote in words', () => {
  const inWords = { ...FULL, source: { ...FULL.source, date: 'spring {2019}' } };

  it('stays in words, as CSL and BibTeX take them', () => {
    const [item] = JSON.parse(writeCitation(inWords, 'csl-json')) as Record<string, unknown>[];
    assert.deepEqual(item!['issued'], { literal: 'spring {2019}' });
    const entry = writeCitation(inWords, 'bibtex');
    assert.match(entry, /^ {2}year = \{spring \\textbraceleft\{\}2019\\textbraceright\{\}\},$/m);
    assert.doesNotMatch(entry, /^ {2}(?:date|month) =/m);
  });
});

describe('a citation as BibTeX', () => {
  it('gives the date for biblatex and for BibTeX', () => {
    assert.equal(
      writeCitation(FULL, 'bibtex'),
      `@article{dewit2023,
  author = {{Joke de Wit}},
  title = {{Vier jaar cel geëist}},
  journal = {De Zeearend},
  date = {2023-09-18},
  year = {2023},
  month = sep,
  url = {https://zeearend.example/cel?id=1&p=2},
  langid = {dutch},
  note = {Quotation (paragraph 1): “ambtelijke omkoping”. Rendering by anna: “bribery of a public official”},
}
`,
    );
  });

  const odd = ['100 % & $5 #1 a_b', '{', '}', '\\input{x}', '~^', '@article{evil,', 'line\nbreak'];
  for (const title of odd) {
    it(`keeps its braces in balance around ${JSON.stringify(title)}`, () => {
      const entry = writeCitation({ ...BARE, source: { title, url: 'https://x.example/{a}' } }, 'bibtex');
      let depth = 0;
      for (const sign of entry) {
        depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
        assert.ok(depth >= 0);
      }
      assert.equal(depth, 0, entry);
      assert.equal(entry.trimEnd().split('\n').at(-1), '}');
    });
  }

  it('makes a key of the file’s name where there is none', () => {
    assert.match(writeCitation(BARE, 'bibtex'), /^@article\{stuk-een,/);
  });
});

describe('the paragraph of a passage', () => {
  const text = ' date 2024-01 Kop van het stuk\n\nEerste alinea.\n\nTweede alinea met woorden.';
  const start = text.indexOf('Kop');
  for (const [words, number] of [
    ['Kop', 1],
    ['Eerste', 2],
    ['woorden', 3],
  ] as const) {
    it(`counts “${words}” in ${number}`, () => assert.equal(paragraphNumber(text, text.indexOf(words), start), number));
  }
});
