import assert from 'node:assert/strict';
import type { Annotation, AnnotationSet } from '../../../src/core/annotation/annotation';
import {
  arrange,
  gatherRenderings,
  gatherRenderingsInSteps,
  reportAsCsv,
  reportAsHtml,
  reportAsMarkdown,
  reportRows,
  reportTable,
  type ReportWords,
} from '../../../src/core/exchange';
import { readCsv } from '../../../src/core/exchange/csv';
import { readPageMessage } from '../../../src/editor/report/messages';

const WORDS: ReportWords = {
  language: 'en',
  title: 'Translation Notes',
  summary: 'A few notes.',
  nothing: 'Nothing yet.',
  columns: {
    words: 'Words',
    rendering: 'Rendering',
    state: 'State',
    context: 'In the text',
    source: 'Source',
    date: 'Date',
    by: 'By',
  },
  literal: 'Word for word',
  alternatives: 'Also considered',
  explanation: 'Explanation',
  authority: 'Rests on',
  at: 'Rendered at',
  file: 'File',
  paragraph: 'Paragraph',
  paragraphNumber: 'paragraph {0}',
  noPlace: 'no certain place',
  publication: 'Publication',
  noRendering: 'not rendered yet',
  dateNotKnown: 'date not known',
  states: { doubtful: 'doubtful', draft: 'draft', settled: 'settled' },
  severalRenderings: '{0} different renderings',
};

/** A report that comes in pieces. */
const whole = (pieces: Iterable<string>): string => [...pieces].join('');

const note = (id: string, quote: string, fields: Partial<Annotation> = {}): Annotation => ({
  id,
  author: 'anna',
  type: 'note',
  selector: { quote: [quote], before: 'voor ', after: ' na' },
  created: '2026-11-21T09:00:00Z',
  ...fields,
});
const source = (path: string, annotations: readonly Annotation[], details = {}) => ({
  path,
  details,
  set: { source: details, annotations, replies: [], rejections: [] } satisfies AnnotationSet,
});

const REPORT = gatherRenderings(
  [
    source(
      'een.txt',
      [
        note('g1', 'stond terecht', { rendering: 'stood trial', state: 'settled' }),
        note('g2', 'opruiing', { rendering: 'incitement', state: 'settled' }),
        note('g3', 'buiten schot', { explanation: 'An idiom.' }),
        note('g4', 'Utrecht'),
      ],
      { title: 'De zaak', date: '2023-09', publication: 'De Zeearend' },
    ),
    source('twee.txt', [
      note('g5', 'Opruiing', {
        rendering: 'sedition',
        state: 'doubtful',
        literal: 'stirring up',
        alternatives: [{ text: 'incitement', why: 'broader' }],
      }),
    ]),
  ].map((each) => (each.path === 'twee.txt' ? { ...each, paragraphOf: () => 7 } : each)),
);

describe('a report of translation notes', () => {
  it('has every annotation that says how its words are rendered, or why', () => {
    assert.deepEqual(REPORT.notes.map(({ id }) => id).sort(), ['g1', 'g2', 'g3', 'g5']);
  });

  it('brings doubtful ones first, together with the other renderings of the term', () => {
    const groups = arrange(REPORT, 'term').map(({ heading, renderings, notes }) => [
      heading,
      renderings(),
      notes.map(({ id }) => id),
    ]);
    assert.deepEqual(groups, [
      ['Opruiing', 2, ['g5', 'g2']],
      ['buiten schot', 0, ['g3']],
      ['stond terecht', 1, ['g1']],
    ]);
  });

  it('quotes whole words around a passage, also where the annotation keeps a part of one', () => {
    const around = (before: string, after: string) => {
      const selector = { quote: ['zweeg'], before, after };
      const [only] = gatherRenderings([source('een.txt', [note('g1', 'zweeg', { selector, rendering: 'x' })])]).notes;
      return [only!.before, only!.after];
    };
    assert.deepEqual(around('dreiging van de burgemeester, en ', ' over de zaak, aldus de griffier v'), [
      'van de burgemeester, en ',
      ' over de zaak, aldus de griffier',
    ]);
    assert.deepEqual(around('De drukker ', ' daarop.'), ['De drukker ', ' daarop.']);
  });

  it('is arranged by source under its title, else its file', () => {
    assert.deepEqual(
      arrange(REPORT, 'source').map(({ heading }) => heading),
      ['twee.txt', 'De zaak'],
    );
  });

  it('says in CSV all that a note says', () => {
    const [header, first] = readCsv(whole(reportAsCsv(REPORT, WORDS)));
    const row = Object.fromEntries(header!.map((name, k) => [name, first![k]]));
    assert.deepEqual(row, {
      Words: 'Opruiing',
      Rendering: 'sedition',
      State: 'doubtful',
      'Word for word': 'stirring up',
      'Also considered': 'incitement (broader)',
      Explanation: '',
      'Rests on': '',
      By: 'anna',
      'Rendered at': '2026-11-21T09:00:00Z',
      'In the text': 'voor [Opruiing] na',
      Source: 'twee.txt',
      Publication: '',
      Date: '',
      Paragraph: '7',
      File: 'twee.txt',
      id: 'g5',
    });
  });

  it('quotes in Markdown with source and date, and names a date that is not known', () => {
    const text = whole(reportAsMarkdown(REPORT, 'term', WORDS));
    assert.match(
      text,
      /^# Translation Notes\n\nA few notes\\\.\n\n## Opruiing\n\n\*2 different renderings\*\n\n- \*\*sedition\*\* \(doubtful; anna, 2026\\-11\\-21\)/,
    );
    assert.match(text, /…voor \*\*stond terecht\*\* na… \(De zaak, De Zeearend, 2023\\-09, no certain place\)/);
    assert.match(text, /\(twee\\\.txt, date not known, paragraph 7\)/);
  });

  it('names the paragraph, or that there is no certain place', () => {
    const rows = reportRows(REPORT, { by: 'term', words: WORDS, interactive: true }, 0, 4).split('</tr>');
    assert.match(rows[0]!, /<td data-label="Source">twee\.txt, paragraph 7<\/td>/);
    assert.match(rows[1]!, /<td data-label="Source">De zaak, <cite>De Zeearend<\/cite>, no certain place<\/td>/);
  });

  it('is gathered from thousands of notes in many small steps, in the same order', () => {
    const words = Array.from({ length: 2_000 }, (_, k) => `woord ${(k * 7919) % 2_000}`);
    const sources = [
      source(
        'veel.txt',
        words.map((each, k) => note(`v${k}`, each, { rendering: 'word' })),
      ),
    ];
    let steps = 0;
    const gathering = gatherRenderingsInSteps(sources);
    let step = gathering.next();
    for (; !step.done; step = gathering.next()) steps++;
    const collator = new Intl.Collator('nl');
    assert.deepEqual(
      step.value.notes.map((each) => each.words),
      words.toSorted((a, b) => collator.compare(a, b)),
    );
    assert.ok(steps > 50, `${steps} steps`);
  });

  it('says that there is nothing when there is nothing', () => {
    const empty = gatherRenderings([]);
    assert.match(whole(reportAsMarkdown(empty, 'term', WORDS)), /Nothing yet\\\.\n$/);
    assert.match(whole(reportAsHtml(empty, 'term', WORDS, '')), /<p class="nothing">Nothing yet\.<\/p>/);
  });

  const evil = [
    '<script>alert(1)</script>',
    '"><img src=https://evil.example/x.png onerror=alert(1)>',
    '![x](https://evil.example/x.png)',
    '[run](command:workbench.action.quit)',
    "'; </style><b>",
    '=HYPERLINK("https://evil.example")',
    '\u0000\u202e',
  ];
  for (const words of evil) {
    it(`runs and loads nothing of ${JSON.stringify(words)}`, () => {
      const report = gatherRenderings([
        source(
          words,
          [
            note('g9', words, {
              rendering: words,
              explanation: words,
              authority: words,
              author: words,
              alternatives: [{ text: words, why: words }],
            }),
          ],
          {
            title: words,
            publication: words,
            date: words,
            language: words,
          },
        ),
      ]);
      const page =
        whole(reportAsHtml(report, 'source', WORDS, 'b{}')) +
        whole(reportTable(report, { by: 'term', words: WORDS, interactive: true })) +
        reportRows(report, { by: 'term', words: WORDS, interactive: true }, 0, 1);
      assert.deepEqual(
        [...page.matchAll(/<([a-z]+)/g)]
          .map(([, tag]) => tag)
          .filter((tag) => ['script', 'img', 'b', 'a'].includes(tag!)),
        [],
      );
      // Out of every quoted value the page has attributes of ours alone.
      const names = [...page.matchAll(/<[a-z]+((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>/g)].flatMap(([, attributes]) =>
        [...attributes!.matchAll(/([a-z-]+)="/g)].map(([, name]) => name),
      );
      assert.ok(!names.includes('onerror') && !names.includes('src') && !names.includes('href'));
      assert.ok(!/(?<!\\)[<[]|!\[/.test(whole(reportAsMarkdown(report, 'term', WORDS))));
      for (const row of readCsvCells(whole(reportAsCsv(report, WORDS)))) assert.ok(!/^\s*[=+\-@]/.test(row), row);
    });
  }
});

/** The cells as a spreadsheet sees them, with the guard that `readCsv` would take away. */
function readCsvCells(csv: string): string[] {
  return csv
    .split(/\r\n/)
    .flatMap((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((cell) => cell.replace(/^\uFEFF?"?/, '')));
}

describe('a message of the page', () => {
  const good = [
    { type: 'show', note: 0, of: '1' },
    { type: 'ready', of: '1' },
    { type: 'export', format: 'csv', by: 'source' },
  ];
  for (const message of good)
    it(`is taken: ${JSON.stringify(message)}`, () => assert.deepEqual(readPageMessage(message), message));

  const bad = [
    undefined,
    null,
    'show',
    { type: 'show' },
    { type: 'show', note: 1.5, of: '1' },
    { type: 'ready', of: 1 },
    { type: 'show', note: '0', of: '1' },
    { type: 'export', format: 'exe', by: 'term' },
    { type: 'export', format: 'csv', by: '__proto__' },
    { type: 'run', command: 'x' },
  ];
  for (const message of bad)
    it(`is left alone: ${JSON.stringify(message)}`, () => assert.equal(readPageMessage(message), undefined));
});
