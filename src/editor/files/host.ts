import * as fsPromises from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { writeAtomically } from './atomic-write';
import { writeTextAtomically } from './disk-file';

/**
 * What the Node and the web worker extension host do differently; `host.web.ts` is the other half, and the build puts
 * one of them behind `#host`.
 */

/** Files of this machine, reached without the window: `workspace.fs` asks it at each call, and at closing it is gone. */
export interface Disk {
  /** What is in the file, or `undefined` when there is none. Throws what the file system says. */
  read(file: string): Promise<Uint8Array | undefined>;
  /**
   * Writes a text so that a reader sees the old or the new file, whole, when it still says `expected` (`undefined`: does
   * not exist). Throws `ChangedMeanwhile` when it does not, else what the file system says.
   */
  write(file: string, text: string, expected: string | undefined): Promise<void>;
  /** Writes a file as `write` does, whatever it says, and makes its folder where there is none. */
  put(file: string, bytes: Uint8Array): Promise<void>;
}

/** Absent in a web worker, which reaches files through the window alone. */
export const disk: Disk | undefined = {
  read: (file) =>
    fsPromises.readFile(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
      throw error;
    }),
  write: writeTextAtomically,
  put: async (file, bytes) => {
    await fsPromises.mkdir(path.dirname(file), { recursive: true });
    await writeAtomically(file, bytes);
  },
};

/** The program that runs this host, which runs Node programs too (`ELECTRON_RUN_AS_NODE`); absent in a browser. */
export function nodeProgram(): string | undefined {
  return process.execPath;
}

/** The name that the operating system knows the user by, when it tells. */
export function userName(): string | undefined {
  try {
    return os.userInfo().username || undefined;
  } catch {
    return undefined;
  }
}
