import * as vscode from 'vscode';
import type { Commands } from '../commands';
import type { Log } from '../log';
import type { Sessions } from '../session/sessions';
import { AttentionView } from './attention-view';
import { Catalogue } from './catalogue';
import { Reading } from './reading-place';
import { registerReveal } from './reveal';
import { SourcesView } from './sources-view';
import { ThisSourceView } from './this-source-view';

/** The three views of the activity bar, with what they share; `memory` is the workspace's own storage. */
export function registerViews(
  commands: Commands,
  sessions: Sessions,
  memory: vscode.Memento,
  log: Log,
): vscode.Disposable {
  const catalogue = new Catalogue(sessions, memory, log);
  const reading = new Reading(commands, sessions, memory);
  return vscode.Disposable.from(
    catalogue,
    reading,
    new SourcesView(catalogue, reading),
    new ThisSourceView(sessions),
    new AttentionView(sessions),
    registerReveal(commands, sessions),
  );
}
