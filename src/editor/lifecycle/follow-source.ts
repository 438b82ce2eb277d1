import * as vscode from 'vscode';
import { isSidecarName, sourceNameOf } from '../../core/sidecar';
import { messageOf, type Log } from '../log';
import { sidecarPlaces, type Sessions } from '../session/sessions';
import { fileName, maySource } from '../session/source-files';
import { sameUri } from '../files/text-file';
import type { StoredTexts } from '../files/stored-texts';
import type { Versions } from '../files/versions';

interface Move {
  readonly from: vscode.Uri;
  readonly to: vscode.Uri;
}

/** Sidecars share the life of their sources where the editor tells of it: renamed and moved with them, kept when they go. */
export class SidecarLifecycle implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable;
  /** Moves under way, by the source's new URI. */
  private readonly moving = new Map<string, readonly Move[]>();

  constructor(
    private readonly sessions: Sessions,
    private readonly versions: Versions,
    private readonly texts: StoredTexts,
    private readonly log: Log,
  ) {
    this.subscriptions = vscode.Disposable.from(
      vscode.workspace.onWillRenameFiles((event) => event.waitUntil(this.takeAlong(event.files))),
      vscode.workspace.onDidRenameFiles(({ files }) => void this.afterRename(files)),
      vscode.workspace.onDidDeleteFiles(({ files }) => void this.afterDelete(files)),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private async takeAlong(
    files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[],
  ): Promise<vscode.WorkspaceEdit> {
    const edit = new vscode.WorkspaceEdit();
    for (const { oldUri, newUri } of files) {
      try {
        await this.flushBelow(oldUri);
        // The sidecar itself may be among the files that are renamed: a selection of both, or their folder.
        const moves = (await sidecarMoves(oldUri, newUri)).filter(
          ({ from }) => !files.some((other) => sameUri(other.oldUri, from)),
        );
        for (const { from, to } of moves) edit.renameFile(from, to, { overwrite: false });
        this.moving.set(newUri.toString(), moves);
      } catch (error) {
        this.log.error(`The annotation file of ${oldUri.path} could not be taken along: ${messageOf(error)}`);
      }
    }
    return edit;
  }

  /** What waits is written before its file moves. */
  private async flushBelow(uri: vscode.Uri): Promise<void> {
    const concerned = this.sessions.all.filter(
      (session) => sameUri(session.uri, uri) || session.uri.path.startsWith(`${uri.path}/`),
    );
    await Promise.all(concerned.map(({ sidecar }) => sidecar.flush()));
  }

  private async afterRename(
    files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[],
  ): Promise<void> {
    for (const { newUri } of files) {
      for (const { from, to } of this.moving.get(newUri.toString()) ?? []) {
        await this.versions.move(from, to);
        await this.texts.rename(from, to);
      }
      this.moving.delete(newUri.toString());
      await this.sessions.get(newUri)?.sidecar.load();
    }
  }

  /** A deletion can't be stopped, and annotations are work: they stay unless the researcher says otherwise. */
  private async afterDelete(files: readonly vscode.Uri[]): Promise<void> {
    const left: vscode.Uri[] = [];
    for (const source of files) {
      if (isSidecarName(source.path) || !maySource(source)) continue;
      const { preferred, other } = sidecarPlaces(source);
      for (const place of other ? [preferred, other] : [preferred]) if (await exists(place)) left.push(place);
    }
    if (left.length === 0) return;
    const remove = vscode.l10n.t('Delete Annotations Too');
    const message =
      left.length === 1
        ? vscode.l10n.t('The source is deleted; its annotations are kept in {0}.', fileName(left[0]!))
        : vscode.l10n.t('{0} sources are deleted; their annotation files are kept.', left.length);
    const chosen = await vscode.window.showInformationMessage(message, remove, vscode.l10n.t('Keep'));
    if (chosen !== remove) return;
    for (const place of left) {
      const useTrash = { useTrash: true };
      await vscode.workspace.fs.delete(place, useTrash).then(undefined, () => vscode.workspace.fs.delete(place));
    }
  }
}

/** Where sidecars have to go when a source, or a folder of sources, is renamed; those that move with their folder are left out. */
async function sidecarMoves(from: vscode.Uri, to: vscode.Uri): Promise<Move[]> {
  if (isSidecarName(from.path)) return [];
  const old = sidecarPlaces(from);
  const next = sidecarPlaces(to);
  const stat = await vscode.workspace.fs.stat(from);
  const pairs: Move[] =
    (stat.type & vscode.FileType.Directory) === 0
      ? [
          { from: old.preferred, to: next.preferred },
          ...(old.other ? [{ from: old.other, to: next.other ?? next.preferred }] : []),
        ]
      : old.other && next.other
        ? [{ from: parallelFolder(old.preferred), to: parallelFolder(next.preferred) }]
        : [];
  const moves: Move[] = [];
  for (const pair of pairs) {
    const sameButCase = pair.from.path.toLowerCase() === pair.to.path.toLowerCase();
    if (!sameUri(pair.from, pair.to) && (await exists(pair.from)) && (sameButCase || !(await exists(pair.to)))) {
      moves.push(pair);
    }
  }
  return moves;
}

/** The parallel place of a folder: that of its would-be sidecar, without what names sidecars. */
function parallelFolder(sidecar: vscode.Uri): vscode.Uri {
  return sidecar.with({ path: sourceNameOf(sidecar.path) ?? sidecar.path });
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
