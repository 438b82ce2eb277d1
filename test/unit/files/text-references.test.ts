import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ChangedMeanwhile } from '../../../src/editor/files/changed-meanwhile';
import { neededTexts } from '../../../src/editor/files/eviction';
import { TextReferences, type ReferencePort } from '../../../src/editor/files/text-references';

/** A disk with the one file, on which several windows write at the same time. */
class Disk implements ReferencePort {
  text: string | undefined;
  unreadable = false;

  async read(): Promise<string | undefined> {
    await Promise.resolve();
    if (this.unreadable) throw new Error('not UTF-8');
    return this.text;
  }

  async write(text: string, expected: string | undefined): Promise<void> {
    await Promise.resolve();
    if (this.text !== expected) throw new ChangedMeanwhile();
    this.text = text;
  }

  async discard(): Promise<void> {
    await Promise.resolve();
    this.unreadable = false;
    this.text = undefined;
  }
}

const NOW = 5_000;
const on = (disk: Disk): TextReferences => new TextReferences(disk, () => NOW);

describe('what annotation files refer to', () => {
  it('is kept by two windows that write at once: neither loses what the other wrote', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ window: fc.nat(2), file: fc.nat(9), id: fc.nat(99) }), { maxLength: 30 }),
        async (writes) => {
          const disk = new Disk();
          const windows = [on(disk), on(disk), on(disk)];
          const last = new Map<string, string>();
          await Promise.all(
            writes.map(({ window, file, id }) => {
              const key = `${window} ${file}`;
              last.set(key, String(id));
              return windows[window]!.change((byFile) => void byFile.set(key, [String(id)]));
            }),
          );
          const { byFile } = await on(disk).known();
          assert.deepEqual(new Map([...byFile].map(([key, ids]) => [key, ids[0]])), last);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is not written again when it says so already', async () => {
    const disk = new Disk();
    await on(disk).change((byFile) => void byFile.set('a', ['1', '2']));
    const before = disk.text;
    disk.write = () => Promise.reject(new Error('must not be written'));
    await on(disk).change((byFile) => void byFile.set('a', ['2', '1']));
    assert.equal(disk.text, before);
  });

  it('is read as the first version wrote it', async () => {
    const disk = new Disk();
    disk.text = '[["a",["1"]]]';
    assert.deepEqual(await on(disk).known(), { byFile: new Map([['a', ['1']]]), unknownBefore: 0 });
  });

  const damaged: readonly (readonly [string, string | undefined])[] = [
    ['missing', undefined],
    ['empty', ''],
    ['cut off', '{"unknownBefore":0,"references":[["a",["1"'],
    ['something else', '"text"'],
    ['null', 'null'],
    ['without its list', '{"unknownBefore":0}'],
    ['of other values', '{"unknownBefore":0,"references":[["a",["1"]],["b",7]]}'],
  ];
  for (const [title, text] of damaged) {
    it(`is not known when the record is ${title}: nothing stored before is given up, also once it is written anew`, async () => {
      const disk = new Disk();
      disk.text = text;
      assert.equal((await on(disk).known()).unknownBefore, NOW);
      await on(disk).change((byFile) => void byFile.set('c', ['3']));
      const rebuilt = await new TextReferences(disk, () => NOW + 1_000).known();
      assert.equal(rebuilt.unknownBefore, NOW);
      assert.deepEqual(rebuilt.byFile.get('c'), ['3']);
      const stored = [NOW - 1, NOW, NOW + 1].map((at) => ({ id: String(at), size: 1, at }));
      const needed = neededTexts(stored, rebuilt, NOW + 10 ** 6);
      assert.deepEqual(
        ['3', '4999', '5000', '5001'].map((id) => needed.has(id)),
        [true, true, true, false],
      );
    });
  }

  it('is rebuilt when the record can’t be read at all', async () => {
    const disk = new Disk();
    disk.text = '\ufffd';
    disk.unreadable = true;
    assert.equal((await on(disk).known()).unknownBefore, NOW);
    await on(disk).change((byFile) => void byFile.set('c', ['3']));
    assert.deepEqual((await on(disk).known()).byFile, new Map([['c', ['3']]]));
  });

  it('is waited for: a text that was stored a moment ago, perhaps by another window, is not given up', () => {
    const stored = [
      { id: 'old', size: 1, at: 0 },
      { id: 'new', size: 1, at: 99_000 },
    ];
    const needed = neededTexts(stored, { byFile: new Map(), unknownBefore: -1 }, 100_000);
    assert.deepEqual([...needed], ['new']);
  });
});
