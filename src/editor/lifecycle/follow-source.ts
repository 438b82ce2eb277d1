import * as vscode from 'vscode';
import { isSidecarName, sourceNameOf } from '../../core/sidecar';
import { messageOf, type Log } from '../log';
import { sidecarPlaces, type Sessions } from '../session/sessions';
import { fileName, maySource, SIDECAR_GLOB } from '../session/source-files';
import { readText, sameUri } from '../files/text-file';
import { partedCopies } from './copied-together';
import type { StoredTexts } from '../files/stored-texts';
import type { Versions } from '../files/versions';
import { showError, showInformation, showWarning } from '../messages';

interface Move {
  readonly from: vscode.Uri;
  readonly to: vscode.Uri;
}

/** Sidecars share the life of their sources where the editor tells of it: renamed and moved with them, kept when they go. */
export class SidecarLifecycle implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly sessions: Sessions,
    private readonly versions: Versions,
    private readonly texts: StoredTexts,
    private readonly log: Log,
  ) {
    this.subscriptions = vscode.Disposable.from(
      vscode.workspace.onWillRenameFiles((event) =>
        event.waitUntil(Promise.all(event.files.map(({ oldUri }) => this.flushBelow(oldUri)))),
      ),
      vscode.workspace.onDidRenameFiles(({ files }) => void this.afterRename(files)),
      vscode.workspace.onDidCreateFiles(({ files }) => void this.afterCopy(files)),
      vscode.workspace.onDidDeleteFiles(({ files }) => void this.afterDelete(files)),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  /** What waits is written before its file moves. */
  private async flushBelow(uri: vscode.Uri): Promise<void> {
    const concerned = this.sessions.all.filter(
      (session) => sameUri(session.uri, uri) || session.uri.path.startsWith(`${uri.path}/`),
    );
    await Promise.all(concerned.map(({ sidecar }) => sidecar.flush()));
  }

  /**
   * Sidecars follow on their own, by no edit that joins the rename: the editor would ask about “refactoring changes” at
   * each one, and a “Skip” there would part a source from its annotations.
   */
  private async afterRename(
    files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[],
  ): Promise<void> {
    for (const { oldUri, newUri } of files) {
      try {
        await this.moveKept({ from: oldUri, to: newUri });
        for (const move of await sidecarMoves(oldUri, newUri)) await this.follow(move);
      } catch (error) {
        this.log.error(`The annotation file of ${oldUri.path} could not be taken along: ${messageOf(error)}`);
        void showError(
          vscode.l10n.t('The annotations of {0} could not be taken along: {1}', fileName(oldUri), messageOf(error)),
        );
      }
      await this.sessions.get(newUri)?.sidecar.load();
    }
  }

  private async follow({ from, to }: Move): Promise<void> {
    const sameButCase = from.path.toLowerCase() === to.path.toLowerCase();
    if (!sameButCase && (await exists(to))) return this.offerOwn({ from, to });
    await vscode.workspace.fs.rename(from, to, { overwrite: false });
    await this.moveKept({ from, to });
  }

  /** What is kept outside the folder for a sidecar that has moved, or for those in a folder that has: its versions, its base texts. */
  private async moveKept({ from, to }: Move): Promise<void> {
    const { type } = await vscode.workspace.fs.stat(to);
    const inFolder = new vscode.RelativePattern(to, SIDECAR_GLOB);
    const moved =
      (type & vscode.FileType.Directory) !== 0
        ? await vscode.workspace.findFiles(inFolder, null)
        : isSidecarName(to.path)
          ? [to]
          : [];
    for (const sidecar of moved) {
      const before = from.with({ path: from.path + sidecar.path.slice(to.path.length) });
      await this.versions.move(before, sidecar);
      await this.texts.rename(before, sidecar);
    }
  }

  private async afterCopy(created: readonly vscode.Uri[]): Promise<void> {
    for (const { from, to } of partedCopies(created)) {
      if ((await exists(to)) || !(await exists(from))) continue;
      await vscode.workspace.fs.rename(from, to, { overwrite: false });
    }
  }

  /** Annotations of an earlier source of that name stand in the way: the researcher says whose are meant. */
  private async offerOwn({ from, to }: Move): Promise<void> {
    const source = sourceNameOf(fileName(from)) ?? fileName(from);
    const use = vscode.l10n.t('Use Those of {0}', source);
    void showWarning(
      vscode.l10n.t(
        'There were annotations of an earlier {0}. Those of {1} stay in {2}.',
        sourceNameOf(fileName(to)) ?? fileName(to),
        source,
        fileName(from),
      ),
      use,
      vscode.l10n.t('Leave Them'),
    ).then(async (chosen) => {
      if (chosen !== use) return;
      await this.discard(to);
      await this.follow({ from, to });
      const moved = this.sessions.all.find(({ sidecar }) => sidecar.concerns(to));
      await moved?.sidecar.load();
    });
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
    // The first button is the one that a hasty Enter presses.
    const chosen = await showInformation(message, vscode.l10n.t('Keep'), remove);
    if (chosen === remove) for (const place of left) await this.discard(place);
  }

  /** Into the trash where there is one; the text is kept as a version in any case. */
  private async discard(sidecar: vscode.Uri): Promise<void> {
    const text = await readText(sidecar).catch(() => undefined);
    if (text !== undefined) await this.versions.keep(sidecar, text);
    const { fs } = vscode.workspace;
    await fs.delete(sidecar, { useTrash: true }).then(undefined, () => fs.delete(sidecar));
  }
}

/** Where sidecars have to go when a source, or a folder of sources, has been renamed; those that move with their folder are left out. */
async function sidecarMoves(from: vscode.Uri, to: vscode.Uri): Promise<Move[]> {
  if (isSidecarName(from.path)) return [];
  const old = sidecarPlaces(from);
  const next = sidecarPlaces(to);
  const stat = await vscode.workspace.fs.stat(to);
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
    if (!sameUri(pair.from, pair.to) && (await exists(pair.from))) moves.push(pair);
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
