import * as vscode from 'vscode';
import type { Commands } from '../commands';
import { COMMANDS } from '../contributions';
import type { Corpus } from '../corpus/corpus';
import type { Glossaries } from '../corpus/glossaries';
import type { MarkReference } from '../session/mark-reference';
import type { Sessions } from '../session/sessions';
import { ConsistencyChecking } from './checking';
import { ConsistencyFixes } from './fixes';
import { ConsistencyProblems } from './problems';
import { checkAgain, chooseRules, keepInconsistency } from './settling';
import { showInformation } from '../messages';

/** Translation notes that do not go together: told as problems, with what can be done about each. */
export function registerConsistency(
  commands: Commands,
  sessions: Sessions,
  corpus: Corpus,
  glossaries: Glossaries,
): vscode.Disposable {
  const checking = new ConsistencyChecking(corpus, glossaries, sessions);
  const problems = new ConsistencyProblems(corpus, sessions, checking);
  return vscode.Disposable.from(
    checking,
    problems,
    commands.register(COMMANDS.checkConsistency, () => checkAll(corpus, checking, problems)),
    commands.register(COMMANDS.keepInconsistency, (reference?: MarkReference, code?: unknown) =>
      keepInconsistency(sessions, problems, reference, code),
    ),
    commands.register(COMMANDS.checkNoteAgain, (reference?: MarkReference) => checkAgain(sessions, reference)),
    commands.register(COMMANDS.chooseConsistencyRules, (uri?: unknown, code?: unknown) => chooseRules(uri, code)),
    vscode.languages.registerCodeActionsProvider(
      '*',
      new ConsistencyFixes(corpus, sessions, checking, problems),
      ConsistencyFixes.metadata,
    ),
  );
}

/** Checks the whole workspace; problems are told as they are found, and the Problems panel shows them at the end. */
async function checkAll(corpus: Corpus, checking: ConsistencyChecking, problems: ConsistencyProblems): Promise<void> {
  problems.showAll();
  const done = await corpus.readyWithProgress(vscode.l10n.t('Checking translation notes…'));
  await checking.settled();
  await problems.told();
  const { problems: found, sources } = problems.count;
  // Not the command that opens the panel: it closes a panel that has the focus.
  if (found > 0) await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
  const outcome =
    found === 0
      ? vscode.l10n.t('No translation note contradicts another.')
      : vscode.l10n.t('{0} problems of consistency in {1} sources; see Problems.', found, sources);
  const message = done ? outcome : vscode.l10n.t('{0} The check was stopped before its end.', outcome);
  void showInformation(message);
}
