import * as vscode from 'vscode';
import type { Commands } from '../commands';
import type { Sessions } from '../session/sessions';
import { ReadingMode } from './reading-mode';
import { registerFolderSetup } from './set-up';
import { registerSourceChoice } from './source-choice';

/** What concerns a folder of sources as a whole; `memory` is the workspace's own storage. */
export function registerFolder(commands: Commands, sessions: Sessions, memory: vscode.Memento): vscode.Disposable {
  return vscode.Disposable.from(
    new ReadingMode(commands, sessions),
    registerFolderSetup(commands, sessions, memory),
    registerSourceChoice(commands, sessions),
  );
}
