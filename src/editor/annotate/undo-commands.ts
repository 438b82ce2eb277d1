import * as vscode from 'vscode';
import { Refusal, type Commands } from '../commands';
import { COMMANDS } from '../contributions';
import { requireWritable } from '../session/judgement';
import type { Replayed } from '../session/corpus-history';
import type { Sessions } from '../session/sessions';
import type { SourceSession } from '../session/source-session';
import { activeSource } from '../session/target';
import { showInformation } from '../messages';

/** Undo and redo of annotation changes, which are edits of another file than the article; the later change first. */
export function registerUndoCommands(commands: Commands, sessions: Sessions): vscode.Disposable {
  const corpus = sessions.corpusHistory;
  return vscode.Disposable.from(
    commands.register(COMMANDS.undo, async () => {
      const session = sessionAtHand(sessions);
      if (corpus.lastMade > session.history.lastMade) {
        await tell(
          () => corpus.undo(),
          (label) => vscode.l10n.t('Taken back: {0}', label),
        );
        return;
      }
      requireWritable(session);
      const label = await session.undo();
      if (label === undefined)
        throw new Refusal(vscode.l10n.t('There is no annotation change to take back in this source.'));
      vscode.window.setStatusBarMessage(vscode.l10n.t('Taken back: {0}', label), 4_000);
    }),
    commands.register(COMMANDS.redo, async () => {
      const session = sessionAtHand(sessions);
      const { history } = session;
      if (corpus.lastTakenBack > Math.max(history.lastTakenBack, history.lastMade, corpus.lastMade)) {
        await tell(
          () => corpus.redo(),
          (label) => vscode.l10n.t('Done again: {0}', label),
        );
        return;
      }
      requireWritable(session);
      const label = await session.redo();
      if (label === undefined)
        throw new Refusal(vscode.l10n.t('There is no annotation change to do again in this source.'));
      vscode.window.setStatusBarMessage(vscode.l10n.t('Done again: {0}', label), 4_000);
    }),
  );
}

/** The session of the text in the active editor, whether that is a source or its annotation file. */
function sessionAtHand(sessions: Sessions): SourceSession {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const annotated = uri && sessions.all.find(({ sidecar }) => sidecar.concerns(uri));
  return annotated ?? activeSource(sessions).session;
}

/** A change of many sources takes a while, and may leave some as they are: that is said. */
async function tell(replay: () => Promise<Replayed | undefined>, word: (label: string) => string): Promise<void> {
  const title = vscode.l10n.t('Changing annotations…');
  const outcome = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, replay);
  if (!outcome) return;
  const { label, left, failed } = outcome;
  vscode.window.setStatusBarMessage(word(label), 4_000);
  if (left > 0) {
    void showInformation(vscode.l10n.t('{0} notes have been changed since, and were left as they are.', left));
  }
  if (failed.length > 0) {
    const first = failed[0]!;
    throw new Refusal(
      vscode.l10n.t(
        '{0} sources could not be written: {1} ({2})',
        failed.length,
        vscode.workspace.asRelativePath(first.uri),
        first.reason,
      ),
    );
  }
}
