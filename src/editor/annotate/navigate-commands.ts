import * as vscode from 'vscode';
import { Refusal, type Commands } from '../commands';
import { COMMANDS } from '../contributions';
import { neighbour, spanOf } from '../session/mark-reference';
import type { Sessions } from '../session/sessions';
import type { Mark } from '../session/marks';
import { activeSource, reveal } from '../session/target';

/** Commands that go to the next or previous mark, round the end of the text. */
export function registerNavigateCommands(commands: Commands, sessions: Sessions): vscode.Disposable {
  const go = (kind: Mark['kind'], step: 1 | -1) => () => {
    const { editor, session } = activeSource(sessions);
    const offset = editor.document.offsetAt(editor.selection.start);
    const mark = neighbour(session, kind, offset, step);
    if (!mark) {
      throw new Refusal(
        kind === 'suggestion'
          ? vscode.l10n.t('No suggestion is left to review in this source.')
          : vscode.l10n.t('This source has no annotations yet.'),
      );
    }
    reveal(editor, spanOf(mark));
  };
  return vscode.Disposable.from(
    commands.register(COMMANDS.nextAnnotation, go('annotation', 1)),
    commands.register(COMMANDS.previousAnnotation, go('annotation', -1)),
    commands.register(COMMANDS.nextSuggestion, go('suggestion', 1)),
    commands.register(COMMANDS.previousSuggestion, go('suggestion', -1)),
  );
}
