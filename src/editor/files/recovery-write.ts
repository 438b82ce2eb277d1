import * as vscode from 'vscode';

const SUFFIX = '.saving';

/**
 * `workspace.fs.writeFile` may truncate in place, and its `rename` may delete first: so a copy of what is to be written
 * stands beside the file until the write is done, and `recover` picks it up after a crash.
 */
export async function writeWithRecovery(uri: vscode.Uri, text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const copy = recoveryCopyOf(uri);
  await vscode.workspace.fs.writeFile(copy, bytes);
  await vscode.workspace.fs.writeFile(uri, bytes);
  await vscode.workspace.fs.delete(copy);
}

/** The text of a write that was cut off, or `undefined` when the last one was finished. */
export async function interruptedWrite(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(recoveryCopyOf(uri)));
  } catch {
    return undefined;
  }
}

export function recoveryCopyOf(uri: vscode.Uri): vscode.Uri {
  return uri.with({ path: uri.path + SUFFIX });
}
