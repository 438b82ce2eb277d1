import * as vscode from 'vscode';
import type { AnnotationId, ConflictSide } from '../../core/annotation/annotation';
import { conflictedCopyOf, isSidecarName, mergeSidecars, sourceNameOf } from '../../core/sidecar';
import { Refusal, type Commands } from '../commands';
import { COMMANDS } from '../contributions';
import type { GitTexts } from '../files/git-texts';
import { mergeMarkedSides, tellMerged } from '../files/merge-sides';
import { readText, sameUri } from '../files/text-file';
import type { Versions } from '../files/versions';
import { requireWritable, revise, words } from '../session/judgement';
import type { Sessions } from '../session/sessions';
import { fileName } from '../session/source-files';
import type { SourceSession } from '../session/source-session';
import { activeSource } from '../session/target';
import { canChoose, settled, settledSource } from './settle-field';
import { showInformation } from '../messages';

/** Names a conflict to `Resolve Conflict`; plain JSON. */
export interface ConflictReference {
  readonly uri: string;
  /** Absent for what is said of the source itself. */
  readonly id?: AnnotationId;
  readonly field: string;
  readonly take: ConflictSide;
}

/** Bringing together what was changed on two sides: fields, files with conflict markers, copies of cloud storage. */
export function registerConflicts(
  commands: Commands,
  sessions: Sessions,
  git: GitTexts,
  versions: Versions,
): vscode.Disposable {
  const offered = new Set<string>();
  // A copy may come while its source is open: that is when two machines are at work.
  const copies = vscode.workspace.createFileSystemWatcher('**/*.annotations*.yaml', false, true, true);
  return vscode.Disposable.from(
    copies,
    copies.onDidCreate((copy) => {
      const own = conflictedCopyOf(fileName(copy));
      const beside = own === undefined ? undefined : vscode.Uri.joinPath(copy, '..', own);
      const session = beside && sessions.all.find(({ sidecar }) => sameUri(sidecar.uri, beside));
      if (session) void offerCopies(session, offered);
    }),
    commands.register(COMMANDS.resolveConflict, (reference: ConflictReference) => resolve(sessions, reference)),
    commands.register(COMMANDS.mergeConflictMarkers, async (sidecar?: string) => {
      const session = await sessionFor(sessions, sidecar);
      const noMarkers = vscode.l10n.t('The annotation file of this source has no conflict markers.');
      await mergeMarkedSides(session.sidecar, git, mergeSidecars, noMarkers);
    }),
    commands.register(COMMANDS.mergeConflictedCopies, async () => {
      await mergeCopies(activeSource(sessions).session, versions);
    }),
    sessions.onDidChange(({ session, change }) => {
      if (change === 'opened') void offerCopies(session, offered);
    }),
  );
}

async function resolve(sessions: Sessions, { uri, id, field, take }: ConflictReference): Promise<void> {
  const session = await sessions.require(vscode.Uri.parse(uri, true));
  if (session && id === undefined) return resolveSource(session, field, take);
  const annotation = id === undefined ? undefined : session?.annotation(id);
  const conflict = annotation?.conflicts?.find((each) => each.field === field);
  if (!session || !annotation || !conflict) throw new Refusal(vscode.l10n.t('This conflict is settled already.'));
  if (!canChoose(conflict) && take !== 'ours') {
    throw new Refusal(vscode.l10n.t('Settle this one in the annotation file: its position has to fit the text.'));
  }
  const next = settled(annotation, conflict, take);
  const gone = Object.keys(annotation).filter((key) => !(key in next));
  const fields = { ...next, ...Object.fromEntries(gone.map((key) => [key, undefined])) };
  await revise(session, vscode.l10n.t('Settle {0}', words(annotation)), annotation, fields);
}

function resolveSource(session: SourceSession, field: string, take: ConflictSide): void {
  const { source } = session.set;
  const conflict = source.conflicts?.find((each) => each.field === field);
  if (!conflict) throw new Refusal(vscode.l10n.t('This conflict is settled already.'));
  const edit = settledSource(source, conflict, take);
  if (!edit) throw new Refusal(vscode.l10n.t('Settle this one in the annotation file.'));
  requireWritable(session);
  session.change(vscode.l10n.t('Settle {0}', field), [edit]);
}

/** The session of a sidecar given by its URI, or of the active editor, whether that shows the source or its sidecar. */
async function sessionFor(sessions: Sessions, sidecar: string | undefined): Promise<SourceSession> {
  const uri = sidecar ? vscode.Uri.parse(sidecar, true) : vscode.window.activeTextEditor?.document.uri;
  if (!uri || !isSidecarName(uri.path)) return activeSource(sessions).session;
  const open = sessions.all.find((session) => session.sidecar.concerns(uri));
  const session = open ?? (await sessions.require(uri.with({ path: sourceNameOf(uri.path)! })));
  if (!session) throw new Refusal(vscode.l10n.t('The source of this annotation file can’t be opened.'));
  return session;
}

/** Copies of the session's sidecar that a cloud storage made because two machines had changed it. */
async function copiesOf({ sidecar }: SourceSession): Promise<vscode.Uri[]> {
  const folder = vscode.Uri.joinPath(sidecar.uri, '..');
  const own = fileName(sidecar.uri);
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
  const names = new Set(entries.map(([name]) => name));
  return (
    entries
      .filter(([name, type]) => (type & vscode.FileType.File) !== 0 && conflictedCopyOf(name) === own)
      // `a 2.txt` may be a source of its own, and then its annotation file is no copy.
      .filter(([name]) => !names.has(sourceNameOf(name) ?? ''))
      .map(([name]) => vscode.Uri.joinPath(folder, name))
  );
}

async function offerCopies(session: SourceSession, offered: Set<string>): Promise<void> {
  if (!session.sidecar.exists) return;
  const copies = (await copiesOf(session)).filter((copy) => !offered.has(copy.toString()));
  if (copies.length === 0) return;
  for (const copy of copies) offered.add(copy.toString());
  const merge = vscode.l10n.t('Merge');
  const chosen = await showInformation(
    copies.length === 1
      ? vscode.l10n.t(
          'There is a second version of the annotations of {0}: {1}. Merging keeps what both say.',
          fileName(session.uri),
          fileName(copies[0]!),
        )
      : vscode.l10n.t(
          'There are {0} further versions of the annotations of {1}. Merging keeps what all of them say.',
          copies.length,
          fileName(session.uri),
        ),
    merge,
    vscode.l10n.t('Not Now'),
  );
  if (chosen !== merge) return;
  await vscode.window.showTextDocument(session.document);
  await vscode.commands.executeCommand(COMMANDS.mergeConflictedCopies);
}

async function mergeCopies(session: SourceSession, versions: Versions): Promise<void> {
  const copies = await copiesOf(session);
  if (copies.length === 0) throw new Refusal(vscode.l10n.t('There is no conflicted copy beside this annotation file.'));
  await session.sidecar.flush();
  let conflicts = 0;
  for (const copy of copies) {
    const theirs = await readText(copy);
    if (theirs === undefined) continue;
    const merged = mergeSidecars(undefined, session.parsed.text, theirs);
    if (merged.text === undefined) {
      throw new Refusal(vscode.l10n.t('{0} can’t be read, so it was left as it is.', fileName(copy)));
    }
    conflicts += merged.conflicts.length;
    if (merged.text !== session.parsed.text) await session.sidecar.replace(merged.text);
    await versions.keep(session.sidecar.uri, theirs);
    // Only once the merge is on disk, and not while it waits in an editor.
    const onDisk = await readText(session.sidecar.uri);
    if (onDisk === merged.text && !sameUri(copy, session.sidecar.uri)) await remove(copy);
  }
  tellMerged(conflicts);
}

async function remove(uri: vscode.Uri): Promise<void> {
  const useTrash = { useTrash: true };
  await vscode.workspace.fs.delete(uri, useTrash).then(undefined, () => vscode.workspace.fs.delete(uri));
}
