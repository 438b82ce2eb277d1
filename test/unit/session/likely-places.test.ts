import assert from 'node:assert/strict';
import { changesMeaning, likelyPlaces, likeness } from '../../../src/editor/session/likely-places';

const placed = (...scores: number[]) => ({
  state: 'ambiguous' as const,
  changed: false,
  score: 0,
  candidates: scores.map((score, k) => ({ parts: [{ start: k, end: k + 1 }], score })),
});

describe('likely places', () => {
  for (const [scores, left] of [
    [[1, 1, 0.62], 2],
    [[0.62, 0.55], 2],
    [[0.45], 0],
    [[], 0],
  ] as const) {
    it(`of scores ${scores.join(', ') || 'none'} are ${left}`, () => {
      assert.equal(likelyPlaces(placed(...scores)).length, left);
    });
  }

  it('are as alike as edits leave of the words', () => {
    assert.equal(likeness('Willem', 'Willem'), 1);
    assert.ok(likeness('boete van 670 euro', 'boete van 760 euro') > 0.8);
    assert.ok(likeness('Groningen', 'Assen') < 0.5);
  });

  for (const [quote, now, other] of [
    ['boete van 670 euro', 'boete van 760 euro', true],
    ['hij is schuldig', 'hij is niet schuldig', true],
    ['Willem Terpstra', 'Wim Terpstra', false],
  ] as const) {
    it(`“${now}” for “${quote}” ${other ? 'may say the opposite' : 'says the same'}`, () => {
      assert.equal(changesMeaning(quote, now), other);
    });
  }
});
