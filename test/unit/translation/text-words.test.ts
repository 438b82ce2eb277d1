import assert from 'node:assert/strict';
import fc from 'fast-check';
import { textWords } from '../../../src/core/translation/text-words';

/** What a word is, as one expression: too slow to make ready for a host, but plain to read. */
const PIECES =
  /(?<word>(?:(?<![\p{L}\p{N}])['’‘](?=[stn](?![\p{L}])))?[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-‐‑'’][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*)|[.,;:!?…()[\]{}–—\n]/gu;

const shown = (text: string) => textWords(text).map(({ word, start, end }) => `${start}-${end} ${word}`);

describe('the words of a text', () => {
  it('are in lower case with plain apostrophes and hyphens, between them the marks that end a clause', () => {
    assert.deepEqual(shown('’s Avonds foto’s van ‘Zuid‑Holland’ (E\u0301én).'), [
      "0-2 's",
      '3-9 avonds',
      "10-16 foto's",
      '17-20 van',
      '22-34 zuid-holland',
      '36-37 ',
      '37-41 één',
      '41-42 ',
      '42-43 ',
    ]);
  });

  it('are where the expression finds them, whatever the text is made of', () => {
    const pieces = fc.constantFrom(..."aéSstn1'’‘-‐.,\n “中\u0301\ud835\udd38😀");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (made) => {
        const text = made.join('');
        const expected = [...text.matchAll(PIECES)].map(({ index, 0: piece }) => [index, index + piece.length]);
        assert.deepEqual(
          textWords(text).map(({ start, end }) => [start, end]),
          expected,
        );
      }),
    );
  });
});
