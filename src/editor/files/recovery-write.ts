import * as vscode from 'vscode';
import { ChangedMeanwhile } from './changed-meanwhile';
import { sealed, unsealed } from './recovery-copy';
import { readText, UnreadableFile } from './text-file';

const SUFFIX = '.saving';

/**
 * `workspace.fs.writeFile` may truncate in place, and its `rename` may delete first: so a sealed copy of what is to be
 * written stands beside the file until the write is done, and `interruptedWrite` finds it after a crash. Throws
 * `ChangedMeanwhile` when the file does not say `expected` any more.
 */
export async function writeWithRecovery(uri: vscode.Uri, text: string, expected: string | undefined): Promise<void> {
  const encoder = new TextEncoder();
  const copy = recoveryCopyOf(uri);
  await vscode.workspace.fs.writeFile(copy, encoder.encode(sealed(text)));
  const changed = (await readThroughCut(uri)) !== expected;
  if (!changed) await vscode.workspace.fs.writeFile(uri, encoder.encode(text));
  await vscode.workspace.fs.delete(copy);
  if (changed) throw new ChangedMeanwhile();
}

/** The text of a write that was cut off, or `undefined` when the last one was finished or had not begun in earnest. */
export async function interruptedWrite(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return unsealed((await readText(recoveryCopyOf(uri))) ?? '');
  } catch {
    return undefined;
  }
}

/**
 * As `readText`, also of a file whose last write was cut off in the middle of a character: that one is left out. Without a
 * recovery copy that begins so, nobody knows what was meant, and the file can't be read.
 */
export async function readThroughCut(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return await readText(uri);
  } catch (error) {
    const copy = error instanceof UnreadableFile && uri.scheme !== 'file' ? await interruptedWrite(uri) : undefined;
    if (copy === undefined) throw error;
    const bytes = await vscode.workspace.fs.readFile(uri);
    const begun = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes, { stream: true });
    if (!copy.startsWith(begun)) throw error;
    return begun;
  }
}

function recoveryCopyOf(uri: vscode.Uri): vscode.Uri {
  return uri.with({ path: uri.path + SUFFIX });
}
