import * as fsPromises from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { textId } from '../../core/text/text-id';

/** How long a lock without a readable holder is respected, in milliseconds. */
const UNSIGNED_GRACE = 500;
/** How long to wait for another window, in milliseconds; then the write goes on, since it looks again before it replaces. */
const PATIENCE = 3_000;
const PAUSE = 5;

/**
 * Runs a task while no other window of this machine runs one for the same file. The lock lies in the system's temporary
 * folder, never beside the sources, and names its process, so that one left by a crash is recognised. Where no lock can
 * be had the task runs without: it is a second line of defence.
 */
export async function withFileLock<T>(file: string, task: () => Promise<T>): Promise<T> {
  const lock = path.join(os.tmpdir(), `glossator-${process.getuid?.() ?? 0}-${textId(file)}.lock`);
  const held = await take(lock);
  try {
    return await task();
  } finally {
    if (held) await fsPromises.unlink(lock).catch(() => undefined);
  }
}

async function take(lock: string): Promise<boolean> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    try {
      await fsPromises.writeFile(lock, String(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'EEXIST' || Date.now() > until) return false;
    }
    if (await isAbandoned(lock)) await fsPromises.unlink(lock).catch(() => undefined);
    else await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

async function isAbandoned(lock: string): Promise<boolean> {
  try {
    const holder = Number.parseInt(await fsPromises.readFile(lock, 'utf8'), 10);
    if (Number.isInteger(holder)) return !isRunning(holder);
    return Date.now() - (await fsPromises.stat(lock)).mtimeMs > UNSIGNED_GRACE;
  } catch {
    return false;
  }
}

function isRunning(holder: number): boolean {
  try {
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return (error as { code?: unknown }).code === 'EPERM';
  }
}
