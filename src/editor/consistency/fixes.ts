import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { COMMANDS, type CommandId } from '../contributions';
import type { Corpus } from '../corpus/corpus';
import type { Sessions } from '../session/sessions';
import type { ConsistencyChecking } from './checking';
import type { ConsistencyProblems, ShownProblem } from './problems';
import { keptAt } from './settling';

/** What is no fix of a problem, below the fixes. */
const MARK_ACTION = vscode.CodeActionKind.Empty.append('glossator');
/** How many renderings are offered for one problem. */
const OFFERS = 5;

/** The lightbulb on what is not consistent: what puts it right, then what says that it is right. */
export class ConsistencyFixes implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, MARK_ACTION],
  };

  constructor(
    private readonly corpus: Corpus,
    private readonly sessions: Sessions,
    private readonly checking: ConsistencyChecking,
    private readonly problems: ConsistencyProblems,
  ) {}

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    const session = this.sessions.get(document.uri);
    if (!session) return [];
    const found = this.problems
      .at(document.uri, range)
      .flatMap((shown) => [...this.remedies(document.uri, shown), ...acceptances(document.uri, shown)]);
    const kept = keptAt(session, document.offsetAt(range.start));
    return kept ? [...found, checkAgain(document.uri, kept)] : found;
  }

  private remedies(uri: vscode.Uri, shown: ShownProblem): vscode.CodeAction[] {
    const { problem, annotation } = shown;
    const reference = { uri: uri.toString(), id: annotation.id };
    const render = (renderings: readonly string[]): vscode.CodeAction[] =>
      renderings
        .slice(0, OFFERS)
        .map((rendering) =>
          fix(shown, vscode.l10n.t('Render as “{0}”', rendering), COMMANDS.translate, reference, rendering),
        );
    const translate = fix(shown, vscode.l10n.t('Translate…'), COMMANDS.translate, reference);
    switch (problem.code) {
      case 'two-renderings':
      case 'differs-from-glossary':
      case 'transliteration-kept':
        return preferred(render(problem.about));
      case 'rendering-to-avoid': {
        const source = this.corpus.source(uri);
        const wanted = source ? this.checking.glossaryRenderings(source, annotation) : [];
        return wanted.length > 0 ? preferred(render(wanted)) : [translate];
      }
      case 'number-missing':
        return preferred([
          fix(
            shown,
            vscode.l10n.t('Put {0} into the rendering…', problem.about.join(', ')),
            COMMANDS.editTranslation,
            reference,
          ),
        ]);
      case 'copied-unchanged':
      case 'charge-without-rendering':
        return preferred([translate]);
    }
  }
}

function checkAgain(uri: vscode.Uri, { id, accepted }: Annotation): vscode.CodeAction {
  const reasons = (accepted ?? []).map(({ why }) => `“${why}”`).join(', ');
  const title = vscode.l10n.t('Check this note again (kept so because of {0})', reasons);
  const made = new vscode.CodeAction(title, MARK_ACTION);
  made.command = { title, command: COMMANDS.checkNoteAgain, arguments: [{ uri: uri.toString(), id }] };
  return made;
}

function acceptances(uri: vscode.Uri, shown: ShownProblem): vscode.CodeAction[] {
  const { problem, annotation } = shown;
  const reference = { uri: uri.toString(), id: annotation.id };
  return [
    fix(shown, vscode.l10n.t('Keep it so, with a reason…'), COMMANDS.keepInconsistency, reference, problem.code),
    fix(
      shown,
      vscode.l10n.t('Do not check for this in this folder'),
      COMMANDS.chooseConsistencyRules,
      uri.toString(),
      problem.code,
    ),
  ];
}

function preferred(actions: readonly vscode.CodeAction[]): vscode.CodeAction[] {
  const [first, ...rest] = actions;
  if (!first) return [];
  first.isPreferred = rest.length === 0;
  return [first, ...rest];
}

function fix({ diagnostic }: ShownProblem, title: string, command: CommandId, ...args: unknown[]): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  made.diagnostics = [diagnostic];
  made.command = { title, command, arguments: args };
  return made;
}
