import * as vscode from 'vscode';
import { isSidecarName, SIDECAR_SUFFIX } from '../../core/sidecar';
import { textId } from '../../core/text/text-id';
import { messageOf, type Log } from '../log';
import { isCopyOf } from './copied-together';
import { sidecarUri, type Sessions } from '../session/sessions';
import { canBeAnnotated, fileName, SIDECAR_GLOB } from '../session/source-files';
import type { SourceSession } from '../session/source-session';
import { setting } from '../settings/settings';
import type { StoredTexts } from '../files/stored-texts';
import { readText, sameUri } from '../files/text-file';
import type { Versions } from '../files/versions';
import { showError, showInformation, showWarning } from '../messages';

/** How many sidecars are looked at for the one of a moved source. */
const MOST_SIDECARS = 5_000;
/** How many of them are read, since only their text tells on which articles they were made. */
const MOST_READ = 400;
/** Pause after a source was opened, in milliseconds: its own sidecar may still be on its way, as in a checkout. */
const DELAY = 1_200;
/** A file younger than this when it is opened was made just now, in milliseconds. */
const FRESH = 10_000;

/** Offers a source without annotations those of the same text: of a source that is gone, or of the one it was copied from. */
export class Relinking implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable;
  private readonly asked = new Set<string>();
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();
  /** Files that were made a moment before they were opened: by a copy, a paste or Save As. */
  private readonly created = new Set<string>();
  /** Where the sidecar of the source belongs that a file was saved from under another name, with changes that no sidecar knows of. */
  private readonly savedFrom = new Map<string, vscode.Uri>();

  constructor(
    private readonly sessions: Sessions,
    private readonly texts: StoredTexts,
    private readonly versions: Versions,
    private readonly log: Log,
  ) {
    this.subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidCreateFiles(({ files }) => files.forEach((file) => this.created.add(file.toString()))),
      vscode.workspace.onDidSaveTextDocument((document) => this.noteSaveAs(document)),
      sessions.onDidChange(({ session, change }) => {
        if (change === 'opened') void this.noteAge(session.uri).then(() => this.later(session.uri));
      }),
    );
  }

  dispose(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.subscriptions.dispose();
  }

  private later(uri: vscode.Uri): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      const session = this.sessions.get(uri);
      if (session) this.offer(session).catch((error: unknown) => this.fail(uri, error));
    }, DELAY);
    this.timers.add(timer);
  }

  private fail(uri: vscode.Uri, error: unknown): void {
    this.log.warn(`${uri.path}: ${messageOf(error)}`);
    void showError(vscode.l10n.t('Glossator could not do this: {0}', messageOf(error)));
  }

  private async noteAge(uri: vscode.Uri): Promise<void> {
    const made = await vscode.workspace.fs.stat(uri).then(
      ({ ctime }) => ctime,
      () => 0,
    );
    if (Date.now() - made < FRESH) this.created.add(uri.toString());
  }

  /**
   * Save As writes the new file first, which may be one that is open, and then takes the changes back in the old one; until
   * then the old one is in front.
   */
  private noteSaveAs(saved: vscode.TextDocument): void {
    const { uri } = saved;
    const inFront = vscode.window.activeTextEditor?.document;
    const text = saved.getText();
    const from = this.sessions.all.find(
      ({ document }) =>
        !sameUri(document.uri, uri) && (document.isDirty || document === inFront) && document.getText() === text,
    );
    if (!from) return;
    this.savedFrom.set(uri.toString(), from.sidecar.uri);
    this.later(uri);
  }

  private async offer(session: SourceSession): Promise<void> {
    const key = session.uri.toString();
    const { sidecar, document } = session;
    const origin = this.savedFrom.get(key);
    if (sidecar.exists && origin) return this.offerInstead(session, origin);
    if (sidecar.exists || sidecar.isGone || !canBeAnnotated(document) || this.asked.has(key) || !session.text.trim()) {
      return;
    }
    const found = await this.sidecarOf(session);
    if (!found || sidecar.exists) return;
    const moved = !(await exists(found.source));
    if (!moved && !this.created.has(key) && !this.savedFrom.has(key)) return;
    this.asked.add(key);
    const take = moved ? vscode.l10n.t('Take Them Along') : vscode.l10n.t('Copy Them');
    const chosen = await showInformation(
      moved
        ? vscode.l10n.t(
            '{0} has the text of {1}, which is gone. Its annotations are still there.',
            fileName(session.uri),
            fileName(found.source),
          )
        : vscode.l10n.t(
            '{0} has the text of {1}, which has annotations.',
            fileName(session.uri),
            fileName(found.source),
          ),
      take,
      vscode.l10n.t('No'),
    );
    if (chosen === take) await this.link(session, found.sidecar, moved);
  }

  /** A source that was saved over another: the annotations of the text that stood there are kept, unless others are asked for. */
  private async offerInstead(session: SourceSession, origin: vscode.Uri): Promise<void> {
    this.savedFrom.delete(session.uri.toString());
    const annotated = await this.annotatedText(origin);
    const from = fileName(sourceOf(origin));
    const message = vscode.l10n.t(
      '{0} has the text of {1} now. The annotations of its earlier text are kept; where their words are gone they need attention.',
      fileName(session.uri),
      from,
    );
    if (annotated === undefined) {
      void showWarning(message);
      return;
    }
    const use = vscode.l10n.t('Use Those of {0}', from);
    const chosen = await showWarning(message, use, vscode.l10n.t('Leave Them'));
    if (chosen !== use) return;
    // What stood there stays among the versions that can be restored.
    await session.sidecar.replace((await this.annotatedText(origin)) ?? annotated);
  }

  /** What a sidecar says, with what waits to be written to it; `undefined` where there is none. */
  private async annotatedText(sidecar: vscode.Uri): Promise<string | undefined> {
    await this.sessions.get(sourceOf(sidecar))?.sidecar.flush();
    return readText(sidecar);
  }

  private async link(session: SourceSession, from: vscode.Uri, moved: boolean): Promise<void> {
    const to = session.sidecar.uri;
    if (moved) {
      await vscode.workspace.fs.rename(from, to, { overwrite: false });
      await this.versions.move(from, to);
      await this.texts.rename(from, to);
    } else {
      await vscode.workspace.fs.copy(from, to, { overwrite: false });
    }
    await session.sidecar.load();
  }

  /** A sidecar that was made on this very text; one whose source is gone is preferred. */
  private async sidecarOf(session: SourceSession): Promise<{ sidecar: vscode.Uri; source: vscode.Uri } | undefined> {
    const origin = this.savedFrom.get(session.uri.toString());
    if (origin && (await exists(origin))) return { sidecar: origin, source: sourceOf(origin) };
    const id = textId(session.text);
    const all = await vscode.workspace.findFiles(SIDECAR_GLOB, undefined, MOST_SIDECARS);
    const known = new Set(await this.texts.referring(id));
    const withSource = await Promise.all(
      all.map(async (sidecar) => {
        const source = sourceOf(sidecar);
        return { sidecar, source, gone: !(await exists(source)), known: known.has(sidecar.toString()) };
      }),
    );
    const candidates = withSource
      .filter(({ gone, known: isKnown }) => gone || isKnown || this.created.has(session.uri.toString()))
      .sort(
        (a, b) =>
          Number(b.gone) - Number(a.gone) ||
          Number(b.known) - Number(a.known) ||
          Number(isCopyOf(session.uri, b.source)) - Number(isCopyOf(session.uri, a.source)),
      );
    for (const candidate of candidates.slice(0, MOST_READ)) {
      if (candidate.known) return candidate;
      const text = await readText(candidate.sidecar).catch(() => undefined);
      if (text?.includes(id)) return candidate;
    }
    return undefined;
  }
}

/** The source of a sidecar, beside it or where the parallel folder says. */
function sourceOf(sidecar: vscode.Uri): vscode.Uri {
  const beside = sidecar.with({ path: sidecar.path.slice(0, -SIDECAR_SUFFIX.length) });
  const folder = vscode.workspace.getWorkspaceFolder(sidecar);
  const parallel = setting('annotationFolder', sidecar)?.replace(/^[/\\]+|[/\\]+$/g, '');
  if (!folder || !parallel || !isSidecarName(sidecar.path)) return beside;
  const root = vscode.Uri.joinPath(folder.uri, parallel).path;
  if (!beside.path.startsWith(`${root}/`)) return beside;
  const source = vscode.Uri.joinPath(folder.uri, beside.path.slice(root.length));
  return sidecarUri(source).toString() === sidecar.toString() ? source : beside;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
