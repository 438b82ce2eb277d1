import * as fsPromises from 'node:fs/promises';
import * as path from 'node:path';
import { isLeftover, writeAtomically, type AtomicFiles } from './atomic-write';
import { withFileLock } from './file-lock';

/** Temporary files younger than this may belong to a write that is going on; in milliseconds. */
const LEFTOVER_AGE = 60_000;
/** Files whose leftovers were looked for in this run. */
const cleaned = new Set<string>();

/**
 * Writes a text atomically, when the file still says `expected` (`undefined`: does not exist). The first write of a file
 * also removes what writes that a crash cut off have left beside it. Throws what `writeAtomically` throws.
 */
export async function writeTextAtomically(
  file: string,
  text: string,
  expected: string | undefined,
  files?: AtomicFiles,
): Promise<void> {
  const encoder = new TextEncoder();
  await withFileLock(file, async () => {
    await writeAtomically(file, encoder.encode(text), {
      expected: { bytes: expected === undefined ? undefined : encoder.encode(expected) },
      ...(files && { files }),
    });
  });
  if (!cleaned.has(file)) {
    cleaned.add(file);
    await removeLeftovers(file).catch(() => undefined);
  }
}

/** Removes temporary files of writes that were cut off at least `age` milliseconds ago. */
export async function removeLeftovers(file: string, age = LEFTOVER_AGE): Promise<void> {
  const folder = path.dirname(file);
  const names = await fsPromises.readdir(folder);
  for (const name of names.filter((candidate) => isLeftover(candidate, path.basename(file)))) {
    const leftover = path.join(folder, name);
    if (Date.now() - (await fsPromises.stat(leftover)).mtimeMs >= age) await fsPromises.unlink(leftover);
  }
}
