import * as vscode from 'vscode';
import type { Commands } from '../commands';
import type { GitTexts } from '../files/git-texts';
import type { Versions } from '../files/versions';
import type { Sessions } from '../session/sessions';
import { registerBlindMode } from './blind-mode';
import { registerConflicts } from './conflict-commands';
import { ConflictProblems } from './conflict-problems';
import { registerFileCommands } from './file-commands';
import { registerRenameAuthor } from './rename-author';
import { registerRestore } from './restore';

/** Everything about the annotation file itself: opening, saving, restoring, merging, its authors. */
export function registerSidecars(
  commands: Commands,
  sessions: Sessions,
  git: GitTexts,
  versions: Versions,
  memory: vscode.Memento,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerFileCommands(commands, sessions),
    registerBlindMode(commands, sessions, memory),
    registerRestore(commands, sessions, versions),
    registerRenameAuthor(commands, sessions),
    registerConflicts(commands, sessions, git, versions),
    new ConflictProblems(sessions),
  );
}
