import * as vscode from 'vscode';
import type { Commands } from '../commands';
import type { Sessions } from '../session/sessions';
import { PlaceActions } from './place-actions';
import { registerPlacing } from './placing-commands';

/** Everything by which a researcher puts annotations back on their words. */
export function registerAttention(commands: Commands, sessions: Sessions): vscode.Disposable {
  return vscode.Disposable.from(
    registerPlacing(commands, sessions),
    vscode.languages.registerCodeActionsProvider('*', new PlaceActions(sessions), PlaceActions.metadata),
  );
}
