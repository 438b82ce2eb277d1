import * as fsPromises from 'node:fs/promises';
import * as path from 'node:path';

/** The calls that an atomic write makes, so that a test can let each of them fail. */
export type AtomicFiles = Pick<typeof fsPromises, 'realpath' | 'stat' | 'open' | 'rename' | 'unlink'>;

/**
 * Writes a file so that a reader, also after a crash or a power cut, finds the old or the new bytes, whole: a temporary
 * file in the same folder, fsync, rename over the old one, fsync of the folder. Symbolic links are followed and stay;
 * the mode is kept. Throws the file system's error after removing the temporary file; the old file is then untouched.
 */
export async function writeAtomically(file: string, bytes: Uint8Array, files: AtomicFiles = fsPromises): Promise<void> {
  const target = await resolveLink(file, files);
  const folder = path.dirname(target);
  const temporary = path.join(folder, `.${path.basename(target)}.${randomSuffix()}.tmp`);
  const mode = await modeOf(target, files);
  try {
    const handle = await files.open(temporary, 'wx', mode);
    try {
      await writeAll(handle, bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await files.rename(temporary, target);
  } catch (error) {
    await files.unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder, files);
}

async function writeAll(handle: fsPromises.FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written);
    if (bytesWritten === 0) throw Object.assign(new Error('Nothing could be written.'), { code: 'EIO' });
    written += bytesWritten;
  }
}

async function resolveLink(file: string, files: AtomicFiles): Promise<string> {
  try {
    return await files.realpath(file);
  } catch (error) {
    if (isMissing(error)) return file;
    throw error;
  }
}

async function modeOf(file: string, files: AtomicFiles): Promise<number> {
  try {
    return (await files.stat(file)).mode & 0o777;
  } catch (error) {
    if (isMissing(error)) return 0o644;
    throw error;
  }
}

/** Makes the rename last. Some systems can't open a folder; the rename itself is done then, so that is no failure. */
async function syncFolder(folder: string, files: AtomicFiles): Promise<void> {
  const handle = await files.open(folder, 'r').catch(() => undefined);
  if (!handle) return;
  try {
    await handle.sync().catch(() => undefined);
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return (error as { code?: unknown } | undefined)?.code === 'ENOENT';
}

function randomSuffix(): string {
  return Math.random().toString(36).slice(2, 10);
}
