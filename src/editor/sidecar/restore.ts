import * as vscode from 'vscode';
import { parseSidecar } from '../../core/sidecar';
import { Refusal, type Commands } from '../commands';
import { COMMANDS } from '../contributions';
import { readText } from '../files/text-file';
import type { Version, Versions } from '../files/versions';
import type { Sessions } from '../session/sessions';
import { fileName } from '../session/source-files';
import type { SourceSession } from '../session/source-session';
import { activeSource } from '../session/target';
import { editsBetween } from './edits-between';
import { showInformation } from '../messages';

/** Shows kept versions to the diff editor, read-only. */
const SCHEME = 'glossator-version';

/** `Restore Annotations`: the last versions of the sidecar, previewed, brought back as a change that can be undone. */
export function registerRestore(commands: Commands, sessions: Sessions, versions: Versions): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: async (uri) => (await readText(vscode.Uri.parse(uri.query, true))) ?? '',
    }),
    commands.register(COMMANDS.restoreAnnotations, async () => {
      const { session } = activeSource(sessions);
      await session.sidecar.flush();
      const kept = await versions.list(session.sidecar.uri);
      if (kept.length === 0) throw new Refusal(vscode.l10n.t('No earlier version of these annotations is kept.'));
      const version = await choose(session, kept);
      if (version && (await confirm(session, version))) await restore(session, version);
    }),
  );
}

async function choose(session: SourceSession, kept: readonly Version[]): Promise<Version | undefined> {
  const format = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'medium' });
  const items = await Promise.all(
    kept.map(async (version) => {
      const { annotations } = parseSidecar((await readText(version.uri)) ?? '').set;
      return {
        label: format.format(version.at),
        description: wordCount(annotations.length),
        version,
      };
    }),
  );
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Which version? Now: {0}.', wordCount(session.set.annotations.length)),
    placeHolder: vscode.l10n.t('You see what would change before anything is written.'),
  });
  return chosen?.version;
}

function wordCount(annotations: number): string {
  return annotations === 1 ? vscode.l10n.t('one annotation') : vscode.l10n.t('{0} annotations', annotations);
}

async function confirm(session: SourceSession, { uri, at }: Version): Promise<boolean> {
  const name = fileName(session.sidecar.uri);
  const earlier = vscode.Uri.from({ scheme: SCHEME, path: `/${at}/${name}`, query: uri.toString() });
  if (session.sidecar.exists) {
    const title = vscode.l10n.t('{0}: now and as it would be', name);
    await vscode.commands.executeCommand('vscode.diff', session.sidecar.uri, earlier, title);
  } else {
    await vscode.window.showTextDocument(earlier);
  }
  const go = vscode.l10n.t('Restore');
  const chosen = await showInformation(
    vscode.l10n.t('Restore this version of the annotations? The present one is kept too.'),
    go,
    vscode.l10n.t('Cancel'),
  );
  await closeTab(earlier);
  return chosen === go;
}

async function closeTab(uri: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const shown = tabs.find(
    ({ input }) =>
      (input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri.toString()) ||
      (input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
  );
  if (shown) await vscode.window.tabGroups.close(shown);
}

/** By edits where the present file can be read, so that `Undo` takes it back; else by replacing the broken text. */
async function restore(session: SourceSession, version: Version): Promise<void> {
  const text = await readText(version.uri);
  if (text === undefined) throw new Refusal(vscode.l10n.t('This version is not there any more.'));
  if (!session.sidecar.writable || !session.sidecar.exists) {
    await session.sidecar.replace(text);
  } else {
    const edits = editsBetween(session.set, parseSidecar(text).set);
    if (edits.length === 0) throw new Refusal(vscode.l10n.t('This version says what the present one says.'));
    session.change(vscode.l10n.t('Restore Annotations'), edits);
    await session.sidecar.flush();
  }
  vscode.window.setStatusBarMessage(vscode.l10n.t('The annotations are restored.'), 4_000);
}
