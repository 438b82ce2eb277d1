import * as os from 'node:os';
import type * as vscode from 'vscode';
import { writeTextAtomically } from './disk-file';
import { writeWithRecovery } from './recovery-write';

/**
 * What the Node and the web worker extension host do differently; `host.web.ts` is the other half, and the build puts
 * one of them behind `#host`.
 */

/**
 * Writes a text so that a reader sees the old or the new file, whole, when it still says `expected` (`undefined`: does
 * not exist). Throws `ChangedMeanwhile` when it does not, else what the file system said.
 */
export async function writeDurably(uri: vscode.Uri, text: string, expected: string | undefined): Promise<void> {
  if (uri.scheme === 'file') await writeTextAtomically(uri.fsPath, text, expected);
  else await writeWithRecovery(uri, text, expected);
}

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
