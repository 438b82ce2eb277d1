import * as vscode from 'vscode';
import { wordWriteFailure } from '../wording/write-failure';
import { ChangedMeanwhile } from './changed-meanwhile';
import { writeDurably } from './durable-write';
import type { FileStore } from './file-store';
import { interruptedWrite } from './recovery-write';
import type { StoredText, StorePort, UnsavedEditor } from './store-port';
import { sameUri } from './text-file';

/** The port of a store on a file of the workspace; `place` says where the file stands at the moment. */
export function filePort(place: () => vscode.Uri, read: () => Promise<string | undefined>): StorePort {
  return {
    read,
    interrupted: async () => (place().scheme === 'file' ? undefined : interruptedWrite(place())),
    write: (text, expected) =>
      writeDurably(place(), text, expected).catch((error: unknown) => {
        throw error instanceof ChangedMeanwhile ? error : new Error(wordWriteFailure(error), { cause: error });
      }),
    unsavedEditor: () => {
      const document = vscode.workspace.textDocuments.find(({ uri }) => sameUri(uri, place()));
      return document?.isDirty ? unsavedEditor(document) : undefined;
    },
  };
}

/** Tells a store what becomes of its file in an editor. */
export function followEditors<Parsed extends StoredText, Edit>(
  store: FileStore<Parsed, Edit>,
  place: () => vscode.Uri,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onWillSaveTextDocument(({ document }) => {
      if (sameUri(document.uri, place())) store.editorSaves();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (!sameUri(document.uri, place())) return;
      store.editorHolds(document.isDirty);
      if (store.unsaved && !document.isDirty) void store.load();
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (!sameUri(document.uri, place())) return;
      store.editorHolds(false);
      if (store.unsaved) void store.load();
    }),
  );
}

function unsavedEditor(document: vscode.TextDocument): UnsavedEditor {
  const text = document.getText();
  return {
    text,
    replace: async (wanted) => {
      const edit = new vscode.WorkspaceEdit();
      const { start, end, inserted } = smallestReplacement(text, wanted);
      const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
      edit.replace(document.uri, range, inserted);
      if (!(await vscode.workspace.applyEdit(edit))) {
        throw new Error(vscode.l10n.t('The open file could not be edited.'));
      }
    },
  };
}

/** The one replacement that turns `from` into `to`, without their common start and end. */
export function smallestReplacement(from: string, to: string): { start: number; end: number; inserted: string } {
  let start = 0;
  const shorter = Math.min(from.length, to.length);
  while (start < shorter && from.charCodeAt(start) === to.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < shorter - start && from.charCodeAt(from.length - 1 - tail) === to.charCodeAt(to.length - 1 - tail))
    tail++;
  return { start, end: from.length - tail, inserted: to.slice(start, to.length - tail) };
}
