import * as fsPromises from 'node:fs/promises';
import * as path from 'node:path';
import { ChangedMeanwhile } from './changed-meanwhile';

/** The calls that an atomic write makes, so that a test can let each of them fail. */
export type AtomicFiles = Pick<
  typeof fsPromises,
  'access' | 'open' | 'readFile' | 'readlink' | 'realpath' | 'rename' | 'stat' | 'unlink'
>;

export interface AtomicWrite {
  /** The bytes that the file must still have (`undefined`: no file) when the new ones take their place. */
  readonly expected?: { readonly bytes: Uint8Array | undefined };
  readonly files?: AtomicFiles;
}

/** What temporary files end in; a crash may leave one beside the file. */
const TEMPORARY = /\.[0-9a-z]{6,8}\.tmp$/;
/** Windows refuses a rename for a moment while a virus scanner reads; so often it is tried again, with pauses in ms. */
const RENAME_PAUSES = [10, 40, 160];

/**
 * Writes a file so that a reader, also after a crash or a power cut, finds the old or the new bytes, whole: a temporary
 * file in the same folder, fsync, rename over the old one, fsync of the folder. Symbolic links are followed and stay;
 * mode and owner are kept. A file whose permissions forbid writing is not replaced (EACCES), although a rename could.
 *
 * Throws `ChangedMeanwhile` when the file is not `expected`, and else the file system's error; both after removing the
 * temporary file. The old file is then untouched.
 */
export async function writeAtomically(file: string, bytes: Uint8Array, options: AtomicWrite = {}): Promise<void> {
  const { expected, files = fsPromises } = options;
  const target = await resolveLink(file, files);
  const folder = path.dirname(target);
  const temporary = path.join(folder, `.${path.basename(target)}.${randomSuffix()}.tmp`);
  const present = await replaceable(target, files);
  let created = false;
  try {
    const handle = await files.open(temporary, 'wx', present?.mode ?? 0o666);
    created = true;
    try {
      if (present) await keepAccess(handle, present);
      await writeAll(handle, bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (expected && !sameBytes(await bytesOf(target, files), expected.bytes)) throw new ChangedMeanwhile();
    await renameOver(temporary, target, files);
  } catch (error) {
    if (created) await files.unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder, files);
}

/** True for the name of a temporary file that a write of `fileName` was cut off with. */
export function isLeftover(name: string, fileName: string): boolean {
  return name.startsWith(`.${fileName}.`) && TEMPORARY.test(name) && name.length <= fileName.length + 14;
}

interface Present {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** What the present file's mode and owner are; absent when there is none. Throws when it must not be written. */
async function replaceable(target: string, files: AtomicFiles): Promise<Present | undefined> {
  let stat;
  try {
    stat = await files.stat(target);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  if (!stat.isFile()) throw Object.assign(new Error('This is no file.'), { code: 'EISDIR' });
  // The bits are looked at too: root may write anything, yet a file that was made read-only was made so on purpose.
  if ((stat.mode & 0o222) === 0) throw Object.assign(new Error('The file is read-only.'), { code: 'EACCES' });
  await files.access(target, fsPromises.constants.W_OK);
  return { mode: stat.mode & 0o777, uid: stat.uid, gid: stat.gid };
}

/** The process's mask and the user's own group would change what colleagues may do with the file. */
async function keepAccess(handle: fsPromises.FileHandle, { mode, uid, gid }: Present): Promise<void> {
  await handle.chown(uid, gid).catch(() => undefined);
  await handle.chmod(mode).catch(() => undefined);
}

async function writeAll(handle: fsPromises.FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written);
    if (bytesWritten === 0) throw Object.assign(new Error('Nothing could be written.'), { code: 'EIO' });
    written += bytesWritten;
  }
}

async function bytesOf(target: string, files: AtomicFiles): Promise<Uint8Array | undefined> {
  try {
    return await files.readFile(target);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function renameOver(from: string, to: string, files: AtomicFiles): Promise<void> {
  for (const pause of process.platform === 'win32' ? RENAME_PAUSES : []) {
    try {
      return await files.rename(from, to);
    } catch (error) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error) ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  await files.rename(from, to);
}

/** The file behind a link, also where the link's end does not exist yet. */
async function resolveLink(file: string, files: AtomicFiles): Promise<string> {
  try {
    return await files.realpath(file);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  try {
    return path.resolve(path.dirname(file), await files.readlink(file));
  } catch (error) {
    if (isMissing(error)) return file;
    throw error;
  }
}

/** Makes the rename last. Some systems can't open a folder; the rename itself is done then, so that is no failure. */
async function syncFolder(folder: string, files: AtomicFiles): Promise<void> {
  const handle = await files.open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close().catch(() => undefined);
}

function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (!a || !b) return a === b;
  return a.length === b.length && a.every((byte, k) => byte === b[k]);
}

function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}

function randomSuffix(): string {
  return Math.random().toString(36).slice(2, 10).padEnd(6, '0');
}
