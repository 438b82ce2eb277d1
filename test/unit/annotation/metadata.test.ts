import assert from 'node:assert/strict';
import { isSourceDate, readDate, readMetadata } from '../../../src/core/annotation/metadata';

describe('the metadata at the head of an article', () => {
  const cases = [
    ['a date glued to the first sentence', ' date 2019-03 Een activist is opgepakt.', { date: '2019-03' }, 'Een'],
    ['a date on a line of its own', 'datum: 2019-03-10\r\n\r\nEen activist', { date: '2019-03-10' }, 'Een'],
    ['a year alone', 'date 2019 An activist', { date: '2019' }, 'An'],
    ['a date behind a byte order mark', '\ufeff date 2019-03 Een activist', { date: '2019-03' }, 'Een'],
    [
      'several lines',
      'Title: The bell\nPublication: De Proefkrant\nAuthor: A. de Wit\nURL: https://krant.example/1\nDate: 10 March 2019\n\nOn Friday',
      {
        title: 'The bell',
        publication: 'De Proefkrant',
        author: 'A. de Wit',
        url: 'https://krant.example/1',
        date: '2019-03-10',
      },
      'On Friday',
    ],
    ['a date that nobody can read', 'Date: soon\nOn Friday', {}, 'On Friday'],
    ['no metadata', 'Date with destiny: how it went.', {}, 'Date with'],
    ['a key that says nothing about an article', 'Police: two arrests\nMore', {}, 'Police'],
    ['a month that does not exist', 'date 2019-031 words', {}, 'date 2019'],
    ['an empty text', '', {}, ''],
  ] as const;

  for (const [name, text, fields, start] of cases) {
    it(`is read from ${name}`, () => {
      const found = readMetadata(text);
      assert.deepEqual(found.fields, fields);
      assert.equal(found.range.start, 0);
      assert.ok(text.slice(found.range.end).startsWith(start), text.slice(found.range.end, 20));
    });
  }

  it('keeps the second line of one kind for the article', () => {
    const text = 'Title: One\nTitle: Two\n';
    assert.deepEqual(readMetadata(text).fields, { title: 'One' });
    assert.equal(text.slice(readMetadata(text).range.end), 'Title: Two\n');
  });
});

describe('a date of a source', () => {
  for (const date of ['2019', '2019-03', '2019-02-28', '2020-02-29'])
    it(`may be ${date}`, () => assert.ok(isSourceDate(date)));
  for (const date of ['19', '2019-13', '2019-02-29', '2019-3', '0019', '2019-03-10T00:00', ''])
    it(`is not “${date}”`, () => assert.ok(!isSourceDate(date)));

  const read = [
    ['10 maart 2019', '2019-03-10'],
    ['March 10, 2019', '2019-03-10'],
    ['1st May 2020', '2020-05-01'],
    ['dec 2018', '2018-12'],
    ['10-03-2019', undefined],
    ['31 april 2019', undefined],
    ['yesterday', undefined],
  ] as const;
  for (const [words, date] of read)
    it(`reads ${words} as ${date ?? 'none'}`, () => assert.equal(readDate(words), date));
});
