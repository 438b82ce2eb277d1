import type * as vscode from 'vscode';
import { writeWithRecovery } from './recovery-write';

/** The web worker's half of `host.ts`: there is no `node:fs`, so every write leaves a recovery copy until it is done. */
export async function writeDurably(uri: vscode.Uri, text: string, expected: string | undefined): Promise<void> {
  await writeWithRecovery(uri, text, expected);
}

export function nodeProgram(): string | undefined {
  return undefined;
}

export function userName(): string | undefined {
  return undefined;
}
