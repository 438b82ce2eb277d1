import * as vscode from 'vscode';
import type { Commands } from '../commands';
import type { PlacesPreview } from '../form/places-preview';
import type { Sessions } from '../session/sessions';
import { registerAnnotateCommands } from './annotate-commands';
import { registerChargeDetails } from './charge-details';
import { registerJudgeCommands } from './judge-commands';
import { registerNavigateCommands } from './navigate-commands';
import { registerOccurrences } from './occurrences';
import { registerUndoCommands } from './undo-commands';

/** Every command that makes, judges, changes, finds or takes back an annotation. */
export function registerAnnotating(commands: Commands, sessions: Sessions, preview: PlacesPreview): vscode.Disposable {
  return vscode.Disposable.from(
    registerAnnotateCommands(commands, sessions),
    registerJudgeCommands(commands, sessions),
    registerNavigateCommands(commands, sessions),
    registerOccurrences(commands, sessions, preview),
    registerUndoCommands(commands, sessions),
    registerChargeDetails(commands, sessions),
  );
}
