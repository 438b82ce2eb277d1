import assert from 'node:assert/strict';
import fc from 'fast-check';
import { characterDiff } from '../../../src/core/anchoring/character-diff';
import { likelyStarts, QUICK, THOROUGH } from '../../../src/core/anchoring/diagonals';
import {
  backwards,
  closestBeginning,
  editDistance,
  forwards,
  scanEnds,
  similarity,
} from '../../../src/core/anchoring/edit-distance';
import { GramIndex } from '../../../src/core/text/gram-index';

/** Few letters, so that they agree often; also lengths about the 32 rows of a block and beyond. */
const letters = fc
  .oneof(
    fc.array(fc.constantFrom(97, 98), { maxLength: 12 }),
    fc.array(fc.constantFrom(97, 98, 99, 0x20, 0xffff), { minLength: 28, maxLength: 36 }),
    fc.array(fc.constantFrom(97, 98, 99), { maxLength: 100 }),
  )
  .map((units) => Uint16Array.from(units));

/**
 * The table of the plain dynamic programme: `table[i][j]` edits between the first i units of one and j of the other.
 * @param isFree whether the other may begin anywhere
 */
function tableOf(one: ArrayLike<number>, other: ArrayLike<number>, isFree = false): number[][] {
  const table = [Array.from({ length: other.length + 1 }, (_, j) => (isFree ? 0 : j))];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++)
      row.push(
        Math.min(table[i - 1]![j]! + 1, row[j - 1]! + 1, table[i - 1]![j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)),
      );
    table.push(row);
  }
  return table;
}

const forth = (units: Uint16Array): ReturnType<typeof forwards> => forwards(units, 0, units.length);
const back = (units: Uint16Array): ReturnType<typeof backwards> => backwards(units, 0, units.length);

describe('edit distances agree with the plain dynamic programme:', () => {
  it('between whole spans, forwards and backwards', () => {
    fc.assert(
      fc.property(letters, letters, (one, other) => {
        const edits = tableOf(one, other)[one.length]![other.length]!;
        assert.equal(editDistance(forth(one), forth(other)), edits);
        assert.equal(editDistance(back(one), back(other)), edits);
        const longest = Math.max(one.length, other.length);
        assert.equal(similarity(forth(one), forth(other)), longest === 0 ? 1 : 1 - edits / longest);
      }),
      { numRuns: 500 },
    );
  });

  it('to the closest beginning, which is as long as said', () => {
    fc.assert(
      fc.property(letters, letters, (pattern, text) => {
        const last = tableOf(pattern, text)[pattern.length]!;
        const { errors, length } = closestBeginning(forth(pattern), forth(text));
        assert.equal(errors, Math.min(...last));
        assert.equal(last[length], errors);
      }),
      { numRuns: 500 },
    );
  });

  it('to the stretches that end after each unit', () => {
    fc.assert(
      fc.property(letters, letters, (pattern, text) => {
        fc.pre(pattern.length > 0);
        const found: number[] = [];
        scanEnds(forth(pattern), forth(text), (errors, length) => {
          assert.equal(length, found.length + 1);
          found.push(errors);
        });
        assert.deepEqual(found, tableOf(pattern, text, true)[pattern.length]!.slice(1));
      }),
      { numRuns: 500 },
    );
  });

  it('one after another, as nothing of one comparison is left for the next', () => {
    const long = Uint16Array.from({ length: 200 }, (_, k) => 97 + (k % 7));
    const short = Uint16Array.from([97, 98, 99]);
    const before = editDistance(forth(short), forth(long));
    editDistance(forth(long), forth(short));
    assert.equal(editDistance(forth(short), forth(long)), before);
    assert.equal(before, tableOf(short, long)[3]![200]);
  });
});

describe('a character diff', () => {
  it('keeps as much as the longest common subsequence, in order, and only what is equal', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const common = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
        for (let i = 1; i <= a.length; i++)
          for (let j = 1; j <= b.length; j++)
            common[i]![j] =
              a[i - 1] === b[j - 1] ? common[i - 1]![j - 1]! + 1 : Math.max(common[i - 1]![j]!, common[i]![j - 1]!);
        const region = { a0: 0, a1: a.length, b0: 0, b1: b.length };
        const blocks = characterDiff(a, b, region, a.length + b.length);
        let [fromA, fromB, kept] = [0, 0, 0];
        for (const block of blocks) {
          assert.ok(block.a >= fromA && block.b >= fromB && block.length > 0);
          for (let k = 0; k < block.length; k++) assert.equal(a[block.a + k], b[block.b + k]);
          fromA = block.a + block.length;
          fromB = block.b + block.length;
          kept += block.length;
        }
        assert.equal(kept, common[a.length]![b.length]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the diagonals that grams name', () => {
  const words = fc.constantFrom('anker', 'boei', 'dok', 'eb en vloed', 'fuik', 'gaffel', 'het zeil', 'ijs');
  const text = fc.array(words, { minLength: 6, maxLength: 60 }).map((all) => all.join(' '));
  const unitsOf = (words: string): Uint16Array => Uint16Array.from([...words].map((letter) => letter.charCodeAt(0)));

  it('hold the place that a piece was taken from, or others that are as good', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 12, max: 60 }), (words, seed, length) => {
        const units = unitsOf(words);
        const start = seed % Math.max(1, units.length - length);
        const piece = units.subarray(start, start + length);
        fc.pre(piece.length >= 12);
        const index = new GramIndex(units, [{ start: 0, end: units.length }]);
        for (const effort of [QUICK, THOROUGH]) {
          const starts = likelyStarts(index, { units: piece, start: 0, end: piece.length }, start, effort);
          assert.ok(starts.length > 0 && starts.length <= 2 * effort.compared);
          const isEqual = (at: number): boolean => piece.every((unit, k) => units[at + k] === unit);
          assert.ok(starts.some(isEqual), `${words} | ${start} ${piece.length} | ${starts.join(' ')}`);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are none where no gram of the piece stands', () => {
    const units = unitsOf('a text without any of it');
    const index = new GramIndex(units, [{ start: 0, end: units.length }]);
    const strange = unitsOf('zzzzqqqqxxxx');
    assert.deepEqual(likelyStarts(index, { units: strange, start: 0, end: strange.length }, 3, QUICK), []);
  });
});
