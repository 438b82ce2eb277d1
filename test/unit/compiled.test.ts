import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { loadCompiled } from '../../src/compiled';

interface Bundle {
  readonly sum: (a: number, b: number) => number;
  readonly separator: string;
}

describe('the compiled bundle', () => {
  let root: string;
  let bundle: string;
  let folder: string;
  const load = () => loadCompiled<Bundle>(bundle, folder);
  const file = () => path.join(folder, readdirSync(folder)[0]!);

  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'glossator-compiled-'));
    bundle = path.join(root, 'bundle.js');
    folder = path.join(root, 'kept');
    writeFileSync(
      bundle,
      "exports.sum = (a, b) => a + b; module.exports.separator = require('node:path').posix.sep; // the end",
    );
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('is compiled the first time, and taken from what was kept from then on', () => {
    const first = load();
    assert.deepEqual([first.kept, first.exports.sum(2, 3), first.exports.separator], [false, 5, '/']);
    first.keep();
    const second = load();
    assert.deepEqual([second.kept, second.exports.sum(2, 3), second.exports.separator], [true, 5, '/']);
  });

  it('is compiled anew when what was kept is damaged anywhere, or cut short', () => {
    load().keep();
    const whole = readFileSync(file());
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, change, cut) => {
        // The bytes between the checksum and what was compiled carry nothing.
        fc.pre(cut || at < 4 || at >= 8);
        const damaged = cut ? whole.subarray(0, at) : Buffer.from(whole);
        if (!cut) damaged[at]! ^= change;
        writeFileSync(file(), damaged);
        const loaded = load();
        assert.deepEqual([loaded.kept, loaded.exports.sum(2, 3)], [false, 5]);
      }),
    );
  });

  it('is compiled anew when it is another bundle, and replaces what the earlier one left', () => {
    load().keep();
    writeFileSync(bundle, readFileSync(bundle, 'utf8').replace('a + b', 'a * b'));
    utimesSync(bundle, 1, 1);
    const changed = load();
    assert.deepEqual([changed.kept, changed.exports.sum(2, 3)], [false, 6]);
    changed.keep();
    assert.equal(readdirSync(folder).length, 1);
    assert.deepEqual([load().kept, load().exports.sum(2, 3)], [true, 6]);
  });

  it('runs where nothing can be kept', () => {
    writeFileSync(folder, 'a file where the folder should be');
    const loaded = load();
    loaded.keep();
    assert.deepEqual([loaded.kept, load().exports.sum(2, 3)], [false, 5]);
    assert.equal(readFileSync(folder, 'utf8'), 'a file where the folder should be');
  });
});
