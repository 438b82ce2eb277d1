import * as fsPromises from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { textId } from '../../core/text/text-id';

/** How long to wait for another window, in milliseconds; then the write goes on, since it looks again before it replaces. */
const PATIENCE = 3_000;
const PAUSE = 5;
let counter = 0;

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
  const signature = `${lock}.${process.pid}.${(counter += 1)}`;
  try {
    await fsPromises.writeFile(signature, String(process.pid));
    for (;;) {
      try {
        // A link appears with its content, so nobody ever sees a lock that names no holder.
        await fsPromises.link(signature, lock);
        return true;
      } catch (error) {
        if (codeOf(error) !== 'EEXIST' || Date.now() > until) return false;
      }
      const holder = await holderOf(lock);
      if (holder !== undefined && !isRunning(holder)) await breakLock(lock, `${signature}.broken`);
      else await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  } catch {
    return false;
  } finally {
    await fsPromises.unlink(signature).catch(() => undefined);
  }
}

/** Takes a dead window's lock away; another window may have done so, and taken the lock, a moment before. */
async function breakLock(lock: string, aside: string): Promise<void> {
  await fsPromises.rename(lock, aside).catch(() => undefined);
  const holder = await holderOf(aside);
  if (holder !== undefined && isRunning(holder)) await fsPromises.link(aside, lock).catch(() => undefined);
  await fsPromises.unlink(aside).catch(() => undefined);
}

async function holderOf(lock: string): Promise<number | undefined> {
  try {
    const holder = Number.parseInt(await fsPromises.readFile(lock, 'utf8'), 10);
    return Number.isInteger(holder) ? holder : undefined;
  } catch {
    return undefined;
  }
}

function isRunning(holder: number): boolean {
  try {
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | undefined)?.code;
}
