import * as os from 'node:os';
import type * as vscode from 'vscode';
import { writeAtomically } from './atomic-write';
import { writeWithRecovery } from './recovery-write';

/**
 * What the Node and the web worker extension host do differently; `host.web.ts` is the other half, and the build puts
 * one of them behind `#host`.
 */

/** Writes a text so that a reader sees the old or the new file, whole. Throws what the file system said. */
export async function writeDurably(uri: vscode.Uri, text: string): Promise<void> {
  if (uri.scheme === 'file') await writeAtomically(uri.fsPath, new TextEncoder().encode(text));
  else await writeWithRecovery(uri, text);
}

/** The name that the operating system knows the user by, when it tells. */
export function userName(): string | undefined {
  try {
    return os.userInfo().username || undefined;
  } catch {
    return undefined;
  }
}
