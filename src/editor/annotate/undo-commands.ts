import * as vscode from 'vscode';
import { Refusal, type Commands } from '../commands';
import { COMMANDS } from '../contributions';
import { requireWritable } from '../session/judgement';
import type { Sessions } from '../session/sessions';
import { activeSource } from '../session/target';

/** Undo and redo of annotation changes, which are edits of another file than the article. */
export function registerUndoCommands(commands: Commands, sessions: Sessions): vscode.Disposable {
  return vscode.Disposable.from(
    commands.register(COMMANDS.undo, async () => {
      const { session } = activeSource(sessions);
      requireWritable(session);
      const label = await session.undo();
      if (label === undefined)
        throw new Refusal(vscode.l10n.t('There is no annotation change to take back in this source.'));
      vscode.window.setStatusBarMessage(vscode.l10n.t('Taken back: {0}', label), 4_000);
    }),
    commands.register(COMMANDS.redo, async () => {
      const { session } = activeSource(sessions);
      requireWritable(session);
      const label = await session.redo();
      if (label === undefined)
        throw new Refusal(vscode.l10n.t('There is no annotation change to do again in this source.'));
      vscode.window.setStatusBarMessage(vscode.l10n.t('Done again: {0}', label), 4_000);
    }),
  );
}
