import * as vscode from 'vscode';
import { CONFLICT_SIDES, type ConflictSide } from '../../core/annotation/annotation';
import { keyOfTerm, mergeGlossaries, settleTerm } from '../../core/translation';
import { Refusal, type Commands } from '../commands';
import { COMMANDS } from '../contributions';
import type { Glossaries } from '../corpus/glossaries';
import type { GitTexts } from '../files/git-texts';
import type { GlossaryFile } from '../files/glossary-file';
import { mergeMarkedSides } from '../files/merge-sides';
import { rangeIn } from '../session/text-positions';
import { wordChoice } from '../wording/conflict-wording';
import type { EntryReference } from './open-glossary';

/** Names a conflict to `Settle`; plain JSON. */
type ConflictReference = EntryReference & { readonly field: string; readonly take: ConflictSide };

/** Bringing together what was changed on two sides of a glossary: a file with conflict markers, and single fields. */
export function registerGlossaryConflicts(
  commands: Commands,
  glossaries: Glossaries,
  git: GitTexts,
): vscode.Disposable {
  const required = (uri: string | undefined): GlossaryFile => {
    const named = uri ? vscode.Uri.parse(uri, true) : vscode.window.activeTextEditor?.document.uri;
    const glossary = named && glossaries.at(named);
    if (!glossary) throw new Refusal(vscode.l10n.t('Open the glossary first.'));
    return glossary;
  };
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(
      { pattern: '**/glossary.yaml' },
      { provideCodeActions: (document, range, context) => actionsFor(glossaries, document, range, context) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    commands.register(COMMANDS.mergeGlossary, (uri?: unknown) =>
      mergeMarkedSides(
        required(typeof uri === 'string' ? uri : undefined),
        git,
        mergeGlossaries,
        vscode.l10n.t('The glossary has no conflict markers.'),
      ),
    ),
    commands.register(COMMANDS.settleGlossary, ({ glossary, key, field, take }: ConflictReference) => {
      const file = required(glossary);
      const term = file.parsed.termNamed(key);
      const conflict = term?.conflicts?.find((each) => each.field === field);
      if (!term || !conflict) throw new Refusal(vscode.l10n.t('This conflict is settled already.'));
      file.change([{ kind: 'update-term', key, term: settleTerm(term, conflict, take) }]);
    }),
  );
}

function actionsFor(
  glossaries: Glossaries,
  document: vscode.TextDocument,
  range: vscode.Range,
  { diagnostics }: vscode.CodeActionContext,
): vscode.CodeAction[] {
  const glossary = glossaries.at(document.uri);
  if (!glossary || glossary.parsed.text !== document.getText()) return [];
  const own = diagnostics.filter(({ source }) => source === 'Glossator');
  const markers = own.filter(({ code }) => code === 'conflict-markers');
  const uri = document.uri.toString();
  const merging =
    markers.length > 0
      ? [fix(vscode.l10n.t('Merge both sides, losing nothing'), COMMANDS.mergeGlossary, uri, markers, true)]
      : [];
  const told = own.filter(({ code }) => code === 'conflict');
  const choices = glossary.terms.flatMap((term) => {
    const key = keyOfTerm(term);
    const at = term.conflicts && glossary.parsed.rangeOf(key);
    if (!at || !range.intersection(rangeIn(document, at))) {
      return [];
    }
    return (term.conflicts ?? []).flatMap((conflict) =>
      CONFLICT_SIDES.map((take) => {
        const reference: ConflictReference = { glossary: uri, key, field: conflict.field, take };
        const title = wordChoice(take, conflict.field, conflict[take]);
        return fix(title, COMMANDS.settleGlossary, reference, told, false);
      }),
    );
  });
  return [...merging, ...choices];
}

function fix(
  title: string,
  command: string,
  argument: unknown,
  diagnostics: readonly vscode.Diagnostic[],
  isPreferred: boolean,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command, arguments: [argument] };
  action.diagnostics = [...diagnostics];
  action.isPreferred = isPreferred;
  return action;
}
