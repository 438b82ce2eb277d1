import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compress, decompress } from '../../../src/editor/files/compressed-text';
import { evict } from '../../../src/editor/files/eviction';
import { sealed, unsealed } from '../../../src/editor/files/recovery-copy';
import { textId } from '../../../src/core/text/text-id';

describe('the room for stored texts', () => {
  const text = (id: string, size: number, at: number) => ({ id, size, at });

  it('is made by throwing away the longest unused that nothing needs', () => {
    const stored = [text('new', 40, 3), text('old', 40, 1), text('middle', 40, 2)];
    const { evicted, overBudget } = evict(stored, new Set(), 80);
    assert.deepEqual(
      evicted.map(({ id }) => id),
      ['old'],
    );
    assert.equal(overBudget, 0);
  });

  it('is never made at the cost of what an annotation file needs, and says by how much it is short', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ id: fc.string(), size: fc.nat(100), at: fc.nat(100), needed: fc.boolean() }), {
          selector: ({ id }) => id,
        }),
        fc.nat(500),
        (texts, budget) => {
          const needed = new Set(texts.filter((each) => each.needed).map(({ id }) => id));
          const { evicted, overBudget } = evict(texts, needed, budget);
          assert.ok(evicted.every(({ id }) => !needed.has(id)));
          const sum = (list: readonly { size: number }[]) => list.reduce((total, { size }) => total + size, 0);
          const left = sum(texts) - sum(evicted);
          assert.equal(overBudget, Math.max(0, left - budget));
          if (overBudget > 0) assert.equal(left, sum(texts.filter((each) => each.needed)));
        },
      ),
    );
  });
});

describe('a stored text', () => {
  it('comes back as it was, by its id, and not at all when its bytes are damaged', async () => {
    const text = '„Ik heb niets gedaan”, zei ze.\n'.repeat(50);
    const bytes = await compress(text);
    assert.ok(bytes.length < text.length / 2);
    assert.equal(await decompress(bytes, textId(text)), text);
    assert.equal(await decompress(bytes, textId('another')), undefined);
    for (const at of [0, 5, Math.floor(bytes.length / 2), bytes.length - 3]) {
      const damaged = bytes.slice();
      damaged[at] = damaged[at]! ^ 0x55;
      const found = await decompress(damaged, textId(text));
      assert.ok(found === undefined || found === text, `byte ${at}`);
    }
    assert.equal(await decompress(bytes.slice(0, 20), textId(text)), undefined);
  });
});

describe('a recovery copy', () => {
  it('tells a whole copy from one that was cut off, at every length', () => {
    const text = 'glossator: 1\n\nannotations:\n';
    const copy = sealed(text);
    assert.equal(unsealed(copy), text);
    for (let length = 0; length < copy.length; length++) assert.equal(unsealed(copy.slice(0, length)), undefined);
  });
});
