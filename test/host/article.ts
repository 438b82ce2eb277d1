import * as vscode from 'vscode';
import { entriesIn, type SavedEntry } from '../workbench/annotationEntries';

/** The workspace of the suite, a throw-away folder. */
export function workspaceFolder(): vscode.Uri {
  return vscode.workspace.workspaceFolders![0]!.uri;
}

/** Writes an article into the workspace, without a sidecar, and shows it. */
export async function openArticle(name: string, text: string): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  await vscode.workspace.fs.delete(sidecarOf(uri)).then(undefined, () => undefined);
  return vscode.window.showTextDocument(uri, { preview: false });
}

export function sidecarOf(source: vscode.Uri): vscode.Uri {
  return source.with({ path: `${source.path}.annotations.yaml` });
}

/** The sidecar's text on disk, or `undefined` when there is none. */
export async function readSidecar(source: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(sidecarOf(source)));
  } catch {
    return undefined;
  }
}

/** The annotations in the sidecar on disk; none when there is none. */
export async function savedEntries(source: vscode.Uri): Promise<readonly SavedEntry[]> {
  return entriesIn((await readSidecar(source)) ?? '');
}

/** Calls one of our commands by the last part of its name. */
export const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`glossator.${command}`, ...args);

/** The Markdown of all hovers at a position. */
export async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents.map((each) => (typeof each === 'string' ? each : each.value)))
    .join('\n');
}

/** The Markdown of all hovers on words, the nth time that they stand in a document. */
export function hoverOn(document: vscode.TextDocument, words: string, occurrence = 1): Promise<string> {
  return hoverAt(document, range(document, words, occurrence).start.translate(0, 1));
}

/** Where words stand in a document, the nth time. */
export function range(document: vscode.TextDocument, words: string, occurrence = 1): vscode.Range {
  const text = document.getText();
  let at = -1;
  for (let k = 0; k < occurrence; k++) at = text.indexOf(words, at + 1);
  if (at < 0) throw new Error(`“${words}” (${occurrence}) is not in the text`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
}

export function selectWords(editor: vscode.TextEditor, words: string, occurrence = 1): void {
  const { start, end } = range(editor.document, words, occurrence);
  editor.selection = new vscode.Selection(start, end);
}

/** Polls until `look` answers something true, and answers it; fails with what was waited for. */
export async function until<T>(what: string, look: () => T | Promise<T>, timeout = 10_000): Promise<NonNullable<T>> {
  const end = Date.now() + timeout;
  for (;;) {
    const seen = await look();
    if (seen) return seen as NonNullable<T>;
    if (Date.now() > end) throw new Error(`Waited ${timeout / 1000} s for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor').then(undefined, () => undefined);
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
