import * as vscode from 'vscode';
import { disk } from '#host';

/** A file that can't be read, or not as UTF-8 text. */
export class UnreadableFile extends Error {
  constructor(
    readonly uri: vscode.Uri,
    override readonly cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause));
  }
}

/** The file's text with its BOM, or `undefined` when there is no such file. Throws `UnreadableFile`. */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
  const bytes = await readBytes(uri);
  if (bytes === undefined) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    const advice = vscode.l10n.t(
      'This file is not in UTF-8. Reopen it with its own encoding (in the status bar), then save it with the encoding UTF-8.',
    );
    throw new UnreadableFile(uri, new Error(advice, { cause: error }));
  }
}

/** What is in the file, or `undefined` when there is no such file. Throws `UnreadableFile`. */
export async function readBytes(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    if (disk && uri.scheme === 'file') return await disk.read(uri.fsPath);
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw new UnreadableFile(uri, error);
  }
}

/** True when two URIs name the same resource. */
export function sameUri(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString() === b.toString();
}
