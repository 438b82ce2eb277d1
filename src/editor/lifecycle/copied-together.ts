import * as vscode from 'vscode';
import { sidecarNameOf } from '../../core/sidecar';
import { fileName } from '../session/source-files';

/** What the editor adds to the name of a copy, before its last extension: `a copy 2.txt`, or `a.2.txt`. */
const COPY_MARK = /(?: copy(?: \d+)?|\.\d+)(?=\.[^.]*$)/;

/**
 * A source and its annotation file that were copied in one go, as the Explorer does with nested files, have lost each
 * other: `a copy.txt` and `a.txt.annotations copy.yaml`. Answers each such file with the name that makes it the copy's own.
 */
export function partedCopies(created: readonly vscode.Uri[]): { from: vscode.Uri; to: vscode.Uri }[] {
  return created.flatMap((sidecar) => {
    const name = fileName(sidecar);
    const original = name.replace(COPY_MARK, '');
    if (original === name) return [];
    const copy = created.find(
      (source) => sidecarNameOf(fileName(source).replace(COPY_MARK, '')) === original && sameFolder(source, sidecar),
    );
    return copy ? [{ from: sidecar, to: copy.with({ path: sidecarNameOf(copy.path) }) }] : [];
  });
}

/** True when a file's name says that it was copied from the other, in the editor's way. */
export function isCopyOf(copy: vscode.Uri, original: vscode.Uri): boolean {
  return sameFolder(copy, original) && fileName(copy).replace(COPY_MARK, '') === fileName(original);
}

function sameFolder(a: vscode.Uri, b: vscode.Uri): boolean {
  return vscode.Uri.joinPath(a, '..').toString() === vscode.Uri.joinPath(b, '..').toString();
}
