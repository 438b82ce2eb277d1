import assert from 'node:assert/strict';
import {
  decodeSourceTable,
  planImport,
  readSourceTable,
  UnusableTable,
  type KnownSource,
} from '../../../src/core/exchange';

const source = (path: string, kept: KnownSource['kept'] = {}, stated: KnownSource['kept'] = {}): KnownSource => ({
  path,
  kept,
  details: { ...stated, ...kept },
});

describe('a table of sources', () => {
  it('is read by its column names, Dutch ones too', () => {
    const [record] = readSourceTable(
      'Bestand;Kop;Krant;Auteur;Datum;Taal\na.txt;Vier jaar geëist;De Zeearend;Joke de Wit;18 september 2023;Nederlands\n',
    );
    assert.deepEqual(record, {
      number: 1,
      file: 'a.txt',
      details: {
        title: 'Vier jaar geëist',
        publication: 'De Zeearend',
        author: 'Joke de Wit',
        date: '2023-09-18',
        language: 'nl',
      },
      unusable: [],
    });
  });

  it('may be CSL-JSON, as a reference manager exports it', () => {
    const items = [
      {
        id: 'http://zotero.org/1',
        type: 'article-newspaper',
        title: 'Vier jaar geëist',
        author: [{ family: 'Wit', given: 'Joke', 'non-dropping-particle': 'de' }, { literal: 'Redactie' }],
        issued: { 'date-parts': [['2023', 9, '18']] },
        URL: 'https://zeearend.example/1',
        language: 'nl-NL',
        'citation-key': 'wit2023',
      },
    ];
    const [record] = readSourceTable(JSON.stringify(items));
    assert.deepEqual(record!.details, {
      title: 'Vier jaar geëist',
      author: 'Joke de Wit; Redactie',
      date: '2023-09-18',
      url: 'https://zeearend.example/1',
      citationKey: 'wit2023',
      language: 'nl',
    });
  });

  const TABLE = 'bestand;auteur\na.txt;Zoë Müller\n';
  /** Units of UTF-16 in bytes, behind the byte order mark. */
  const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
    const bytes = new DataView(new ArrayBuffer(2 * text.length + 2));
    [...`\uFEFF${text}`].forEach((unit, k) => bytes.setUint16(2 * k, unit.charCodeAt(0), littleEndian));
    return new Uint8Array(bytes.buffer);
  };
  const readable: readonly (readonly [string, Uint8Array])[] = [
    ['UTF-8', Buffer.from(TABLE)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${TABLE}`)],
    ['UTF-16 as Excel’s “Unicode text”', utf16(TABLE, true)],
    ['UTF-16, big end first', utf16(TABLE, false)],
  ];
  for (const [encoding, bytes] of readable) {
    it(`may be ${encoding}`, () => {
      const [record] = readSourceTable(decodeSourceTable(bytes));
      assert.deepEqual([record!.file, record!.details.author], ['a.txt', 'Zoë Müller']);
    });
  }

  const unreadable: readonly (readonly [string, Uint8Array])[] = [
    ['Windows-1252', Buffer.from(TABLE, 'latin1')],
    ['UTF-16 without its mark', Buffer.from('file,author\na.txt,X\n', 'utf16le')],
    ['UTF-16 that ends within a letter', utf16(TABLE, true).subarray(0, -1)],
    ['a workbook', Buffer.from('PK\x03\x04\x14\0\x06\0', 'latin1')],
  ];
  for (const [encoding, bytes] of unreadable) {
    it(`is refused, not guessed at, when it is ${encoding}`, () => {
      assert.throws(
        () => decodeSourceTable(bytes),
        (error) => error instanceof UnusableTable && error.reason === 'encoding',
      );
    });
  }

  it('lists what can’t be used instead of mending it', () => {
    const [record] = readSourceTable(
      'file,date,url,language,citation key\na.txt,10-03-2019,www.x.example,Klingon,a b\n',
    );
    assert.deepEqual(record!.details, {});
    assert.deepEqual(
      record!.unusable.map(({ because }) => because),
      ['no-date', 'no-web-address', 'no-citation-key', 'no-language'],
    );
  });

  it('leaves out the time of day after a date', () => {
    const [record] = readSourceTable('title,date\nKop,2023-09-18 06:15:00\n');
    assert.equal(record!.details.date, '2023-09-18');
  });

  for (const [what, text, reason] of [
    ['that names no columns', 'a.txt,Een kop\n', 'no-columns'],
    ['with files alone', 'file\na.txt\n', 'no-columns'],
    ['without a row', '', 'no-columns'],
    ['of broken JSON', '[{"id": ', 'no-json'],
    ['of numbers', '[1, 2]', 'no-json'],
  ] as const) {
    it(`${what} is refused`, () =>
      assert.throws(
        () => readSourceTable(text),
        (error) => error instanceof UnusableTable && error.reason === reason,
      ));
  }
});

describe('an import', () => {
  const plan = (table: string, ...sources: readonly KnownSource[]) => planImport(readSourceTable(table), sources);

  it('finds a source by its path, its name, its name without ending, or its title', () => {
    const sources = [
      source('x/a.txt'),
      source('b.txt'),
      source('c.txt'),
      source('d.txt', {}, { title: 'De „grote” zaak' }),
    ];
    const { planned } = plan('file,title,author\nx/a.txt,,A\nC:\\map\\B.TXT,,B\nc,,C\n,de grote zaak!,D\n', ...sources);
    assert.deepEqual(
      planned.map(({ source: { path }, matchedBy }) => [path, matchedBy]),
      [
        ['x/a.txt', 'file'],
        ['b.txt', 'file'],
        ['c.txt', 'file'],
        ['d.txt', 'title'],
      ],
    );
  });

  it('takes no name or title that two sources have, and no source twice', () => {
    const { planned, unmatched } = plan(
      'file,title,author\na.txt,,A\n,Zaak,B\nc.txt,,C\nc.txt,,D\n',
      source('x/a.txt'),
      source('y/a.txt'),
      source('1.txt', { title: 'Zaak' }),
      source('2.txt', { title: 'Zaak' }),
      source('c.txt'),
    );
    assert.deepEqual(
      planned.map(({ record }) => record.details.author),
      ['C'],
    );
    assert.deepEqual(
      unmatched.map(({ number }) => number),
      [1, 2, 4],
    );
  });

  it('keeps what is added apart from what is replaced', () => {
    const { planned } = plan(
      'file,author,date,title\na.txt,Joke,2023-09-18,Kop\n',
      source('a.txt', { author: 'J. de Wit', title: 'Kop' }),
    );
    assert.deepEqual(planned[0]!.added, { date: '2023-09-18' });
    assert.deepEqual(planned[0]!.replaced, { author: 'Joke' });
  });

  it('replaces no day by its month', () => {
    const { planned, upToDate } = plan('file,date\na.txt,2023-09\n', source('a.txt', { date: '2023-09-18' }));
    assert.deepEqual([planned.length, upToDate.length], [0, 1]);
  });
});
