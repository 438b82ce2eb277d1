import * as vscode from 'vscode';
import { disk } from '#host';
import { writeWithRecovery } from './recovery-write';

/**
 * Writes a text so that a reader sees the old or the new file, whole, when it still says `expected` (`undefined`: does
 * not exist): atomically where that can be done, else with a recovery copy beside it until it is done. Throws
 * `ChangedMeanwhile` when the file says something else, else what the file system said.
 */
export async function writeDurably(uri: vscode.Uri, text: string, expected: string | undefined): Promise<void> {
  if (disk && uri.scheme === 'file') await disk.write(uri.fsPath, text, expected);
  else await writeWithRecovery(uri, text, expected);
}

/** Writes a file of a storage of ours, whose name says what is in it, and makes its folder where there is none. */
export async function putFile(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  if (disk && uri.scheme === 'file') return disk.put(uri.fsPath, bytes);
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
  await vscode.workspace.fs.writeFile(uri, bytes);
}
