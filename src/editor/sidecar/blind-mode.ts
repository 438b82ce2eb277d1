import * as vscode from 'vscode';
import type { Commands } from '../commands';
import { COMMANDS } from '../contributions';
import type { Sessions } from '../session/sessions';

/** Where it is kept that the annotations of others are hidden in this folder. */
const KEY = 'blindMode';

/**
 * `Show or Hide Annotations by Others`. Remembered for the folder: a window that is loaded anew must not show unasked what
 * somebody did not want to see before annotating herself.
 */
export function registerBlindMode(commands: Commands, sessions: Sessions, memory: vscode.Memento): vscode.Disposable {
  sessions.isBlind = memory.get(KEY, false);
  return commands.register(COMMANDS.toggleBlindMode, async () => {
    sessions.isBlind = !sessions.isBlind;
    const told = sessions.isBlind
      ? vscode.l10n.t('Annotations by others are hidden in this folder until you ask for them again.')
      : vscode.l10n.t('Annotations by others are shown.');
    vscode.window.setStatusBarMessage(told, 4_000);
    await memory.update(KEY, sessions.isBlind);
  });
}
