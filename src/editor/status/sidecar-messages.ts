import * as vscode from 'vscode';
import { COMMANDS } from '../contributions';
import type { Sessions } from '../session/sessions';
import type { SourceSession } from '../session/source-session';
import { OutsideChanges } from './outside-changes';
import { showError } from '../messages';

/** Tells, once each, what a researcher must know about saving and about changes from outside. */
export function registerSidecarMessages(sessions: Sessions): vscode.Disposable {
  const failing = new Set<string>();
  return vscode.Disposable.from(
    sessions.onDidChange(({ session, change }) => {
      if (change !== 'sidecar') return;
      const key = session.uri.toString();
      if (session.sidecar.failedBecause === undefined) {
        if (failing.delete(key)) vscode.window.setStatusBarMessage(vscode.l10n.t('All annotations are saved.'), 4_000);
      } else if (!failing.has(key)) {
        failing.add(key);
        void tellFailure(session);
      }
    }),
    new OutsideChanges(sessions),
  );
}

async function tellFailure(session: SourceSession): Promise<void> {
  const retry = vscode.l10n.t('Retry');
  const saveAs = vscode.l10n.t('Save As…');
  const chosen = await showError(
    vscode.l10n.t(
      'The annotations could not be saved ({0}). They are kept in memory as long as the text is open.',
      (session.sidecar.failedBecause ?? '').replace(/\.$/, ''),
    ),
    retry,
    saveAs,
  );
  if (chosen === retry) await vscode.commands.executeCommand(COMMANDS.retrySave);
  if (chosen === saveAs) await vscode.commands.executeCommand(COMMANDS.saveAnnotationsAs);
}
