import assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { isLeftover, writeAtomically, type AtomicFiles } from '../../../src/editor/files/atomic-write';
import { ChangedMeanwhile } from '../../../src/editor/files/changed-meanwhile';
import { removeLeftovers } from '../../../src/editor/files/disk-file';

const OLD = new TextEncoder().encode('glossator: 1\nannotations: old\n'.repeat(300));
const NEW = new TextEncoder().encode('glossator: 1\nannotations: new and longer\n'.repeat(400));
const HANDLE_CALLS = ['write', 'sync', 'close', 'chmod', 'chown'] as const;

interface Fault {
  /** Which call fails, counted from 0 over all calls on files and handles. */
  readonly at: number;
  readonly code: string;
}

interface FaultyFiles {
  readonly files: AtomicFiles;
  /** The calls so far, in order. */
  readonly calls: string[];
}

/** The real file system, with one call that fails, and with writes of at most `chunk` bytes at a time. */
function faulty(fault: Fault | undefined, chunk = Number.POSITIVE_INFINITY): FaultyFiles {
  const calls: string[] = [];
  const counted = <A extends unknown[], R>(name: string, call: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      calls.push(name);
      if (calls.length - 1 === fault?.at) {
        // A close that fails has let go of the file all the same.
        if (name === 'handle.close') await call(...args);
        throw Object.assign(new Error(fault.code), { code: fault.code });
      }
      return call(...args);
    };
  };
  const open = async (...args: Parameters<typeof fs.open>): Promise<fs.FileHandle> => {
    const handle = await fs.open(...args);
    for (const name of HANDLE_CALLS) {
      const real = handle[name].bind(handle) as (...args: never[]) => Promise<unknown>;
      const short = (bytes: Uint8Array, offset: number, length: number) =>
        handle.constructor.prototype.write.call(handle, bytes, offset, Math.min(length, chunk)) as Promise<unknown>;
      const call = name === 'write' ? (short as unknown as typeof real) : real;
      Object.defineProperty(handle, name, { value: counted(`handle.${name}`, call) });
    }
    return handle;
  };
  const files = {
    access: counted('access', fs.access),
    open: counted('open', open),
    readFile: counted('readFile', fs.readFile as (...args: unknown[]) => Promise<unknown>),
    readlink: counted('readlink', fs.readlink as (...args: unknown[]) => Promise<unknown>),
    realpath: counted('realpath', fs.realpath as (...args: unknown[]) => Promise<unknown>),
    rename: counted('rename', fs.rename),
    stat: counted('stat', fs.stat as (...args: unknown[]) => Promise<unknown>),
    unlink: counted('unlink', fs.unlink),
  } as unknown as AtomicFiles;
  return { files, calls };
}

describe('writing a file atomically', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'glossator-atomic-'));
    file = path.join(folder, 'a.txt.annotations.yaml');
  });
  afterEach(() => fs.rm(folder, { recursive: true, force: true }));

  const present = async (): Promise<Uint8Array | undefined> => {
    const bytes = await fs.readFile(file).catch(() => undefined);
    return bytes && new Uint8Array(bytes);
  };

  for (const [title, old, chunk] of [
    ['a new file', undefined, Number.POSITIVE_INFINITY],
    ['an old file', OLD, Number.POSITIVE_INFINITY],
    ['an old file, in short writes', OLD, 1000],
  ] as const) {
    for (const code of ['EIO', 'ENOSPC']) {
      it(`leaves the old or the new bytes, whole, whichever call fails with ${code}: ${title}`, async () => {
        const prepare = () => (old ? fs.writeFile(file, old) : fs.rm(file, { force: true }));
        const write = (files: AtomicFiles) => writeAtomically(file, NEW, { expected: { bytes: old }, files });
        await prepare();
        const sound = faulty(undefined, chunk);
        await write(sound.files);
        assert.deepEqual(await present(), NEW);
        assert.ok(sound.calls.length >= 9, `only ${sound.calls.length} calls were seen`);
        for (let at = 0; at < sound.calls.length; at++) {
          await prepare();
          const attempt = faulty({ at, code }, chunk);
          const failed = await write(attempt.files).then(
            () => false,
            () => true,
          );
          const found = await present();
          const where = `${sound.calls[at]} (call ${at})`;
          assert.deepEqual(found, failed ? old : NEW, `after ${where} failed, ${failed ? 'told' : 'not told'}`);
          const left = (await fs.readdir(folder)).filter((name) => name !== path.basename(file));
          assert.deepEqual(left, [], `nothing is left over after ${where}`);
        }
      });
    }
  }

  it('writes on after short writes, and gives up when nothing can be written', async () => {
    await writeAtomically(file, NEW, { files: faulty(undefined, 7).files });
    assert.deepEqual(await present(), NEW);
    await assert.rejects(writeAtomically(file, OLD, { files: faulty(undefined, 0).files }), { code: 'EIO' });
    assert.deepEqual(await present(), NEW);
  });

  it('does not replace a file that somebody else wrote in between', async () => {
    await fs.writeFile(file, NEW);
    await assert.rejects(writeAtomically(file, OLD, { expected: { bytes: OLD } }), ChangedMeanwhile);
    await assert.rejects(writeAtomically(file, OLD, { expected: { bytes: undefined } }), ChangedMeanwhile);
    assert.deepEqual(await present(), NEW);
    assert.deepEqual(await fs.readdir(folder), [path.basename(file)]);
  });

  it('does not replace a file that was made read-only, although a rename could', async () => {
    await fs.writeFile(file, OLD, { mode: 0o444 });
    await assert.rejects(writeAtomically(file, NEW), { code: 'EACCES' });
    assert.deepEqual(await present(), OLD);
  });

  it('keeps the mode, whatever the mask of the process says', async () => {
    await fs.writeFile(file, OLD);
    await fs.chmod(file, 0o664);
    await writeAtomically(file, NEW);
    assert.equal((await fs.stat(file)).mode & 0o777, 0o664);
  });

  it('follows symbolic links, also one whose end does not exist yet', async () => {
    const real = path.join(folder, 'elsewhere');
    await fs.mkdir(real);
    await fs.symlink(path.join('elsewhere', 'real.yaml'), file);
    await writeAtomically(file, OLD);
    await writeAtomically(file, NEW);
    assert.ok((await fs.lstat(file)).isSymbolicLink());
    assert.deepEqual(new Uint8Array(await fs.readFile(path.join(real, 'real.yaml'))), NEW);
  });

  it('refuses to put a file in the place of a folder', async () => {
    await fs.mkdir(file);
    await assert.rejects(writeAtomically(file, NEW), { code: 'EISDIR' });
  });

  it('removes what a crash has left over, of this file only, and not what is being written', async () => {
    const name = path.basename(file);
    const others = ['.b.txt.annotations.yaml.abcd1234.tmp', `.${name}.notes.tmp.txt`, name];
    for (const each of [...others, `.${name}.abcd1234.tmp`]) await fs.writeFile(path.join(folder, each), 'x');
    assert.ok(isLeftover(`.${name}.abcd1234.tmp`, name));
    await removeLeftovers(file);
    assert.equal((await fs.readdir(folder)).length, 4);
    await removeLeftovers(file, 0);
    assert.deepEqual((await fs.readdir(folder)).sort(), others.sort());
  });
});
