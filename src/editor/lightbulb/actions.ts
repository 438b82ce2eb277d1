import * as vscode from 'vscode';
import { COMMANDS, type CommandId } from '../contributions';
import type { Decisions } from '../corpus/decisions';
import { layerOf, layersFor } from '../layers/layers';
import { wordsAt } from '../session/judgement';
import { referenceTo, typeOf } from '../session/mark-reference';
import { isForeign } from '../session/passage-language';
import type { Sessions } from '../session/sessions';
import type { Mark } from '../session/marks';
import type { SourceSession } from '../session/source-session';
import { earlierRenderings } from './earlier-renderings';
import { MARK_ACTION } from './mark-action';

/** Longer selections are no terms, in UTF-16 units. */
const LONGEST_TERM = 400;

/** The lightbulb on a mark or a selection: what can be done with it, the most likely first. */
export class MarkActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = { providedCodeActionKinds: [MARK_ACTION] };

  constructor(
    private readonly sessions: Sessions,
    private readonly decisions: Decisions,
  ) {}

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    const session = this.sessions.get(document.uri);
    if (!session) return [];
    const marks = session.marksAt(document.offsetAt(range.start));
    const onSelection = range.isEmpty
      ? []
      : selectionActions(
          session,
          isForeign(session, [{ start: document.offsetAt(range.start), end: document.offsetAt(range.end) }]),
        );
    return [
      ...earlierRenderings(this.decisions, session, document, range, marks),
      ...onSelection,
      ...marks.flatMap((mark) => markActions(session, mark)),
      ...this.entryAction(session, document, range, marks),
    ];
  }

  /** The way to the glossary's entry for the selected or marked words. */
  private entryAction(
    session: SourceSession,
    document: vscode.TextDocument,
    range: vscode.Range,
    [mark]: readonly Mark[],
  ): vscode.CodeAction[] {
    const selected = range.isEmpty ? undefined : document.getText(range);
    const parts = mark?.parts ?? [{ start: document.offsetAt(range.start), end: document.offsetAt(range.end) }];
    const words = selected ?? (mark && wordsAt(session.text, mark.parts).replaceAll(' … ', ' '));
    const [fitting] = words && words.length < LONGEST_TERM ? this.decisions.inGlossary(session, parts, words) : [];
    if (!fitting) return [];
    const reference = selected === undefined && mark ? referenceTo(session, mark) : undefined;
    const title = vscode.l10n.t('Go to “{0}” in the glossary', fitting.term.term);
    return [action(title, COMMANDS.goToGlossaryEntry, reference)];
  }
}

/** A translation comes first on words in another language, and last on those that need none. */
function selectionActions(session: SourceSession, foreign: boolean): vscode.CodeAction[] {
  const translation = [
    action(vscode.l10n.t('Translate…'), COMMANDS.translate),
    action(vscode.l10n.t('Add to the glossary…'), COMMANDS.addToGlossary),
  ];
  return [
    ...(foreign ? translation : []),
    ...layersFor(session.uri).map(({ id, label }) =>
      action(vscode.l10n.t('Mark as {0}', label), COMMANDS.annotateAs, id),
    ),
    action(vscode.l10n.t('Put the annotation here on the selection'), COMMANDS.extendToSelection),
    action(vscode.l10n.t('Mark all occurrences…'), COMMANDS.markAllOccurrences),
    ...(foreign ? [] : translation),
  ];
}

function markActions(session: SourceSession, mark: Mark): vscode.CodeAction[] {
  const reference = referenceTo(session, mark);
  const label = layerOf(typeOf(mark), layersFor(session.uri)).label;
  const name = wordsAt(session.text, mark.parts);
  if (mark.kind === 'suggestion') {
    return [
      action(vscode.l10n.t('Accept “{0}” as {1}', name, label), COMMANDS.accept, reference),
      action(vscode.l10n.t('Accept all “{0}”', name), COMMANDS.acceptAllOfName, reference),
      action(vscode.l10n.t('Reject “{0}” here', name), COMMANDS.reject, reference),
      action(vscode.l10n.t('Reject “{0}” in this source', name), COMMANDS.rejectInSource, reference),
      action(vscode.l10n.t('Change type of “{0}”…', name), COMMANDS.changeType, reference),
    ];
  }
  const actions = [
    action(
      mark.annotation.rendering
        ? vscode.l10n.t('Edit translation of “{0}”…', name)
        : vscode.l10n.t('Translate “{0}”…', name),
      mark.annotation.rendering ? COMMANDS.editTranslation : COMMANDS.translate,
      reference,
    ),
    action(vscode.l10n.t('Change type of “{0}”…', name), COMMANDS.changeType, reference),
    action(vscode.l10n.t('Mark all occurrences of “{0}”…', name), COMMANDS.markAllOccurrences, reference),
    action(vscode.l10n.t('Delete annotation “{0}”', name), COMMANDS.deleteAnnotation, reference),
  ];
  if (mark.annotation.rendering !== undefined) {
    const title = vscode.l10n.t('Apply “{0}” to all occurrences…', mark.annotation.rendering);
    actions.splice(1, 0, action(title, COMMANDS.applyToAll, reference));
    actions.splice(2, 0, action(vscode.l10n.t('Add “{0}” to the glossary…', name), COMMANDS.addToGlossary, reference));
  }
  if (mark.annotation.type === 'charge') {
    actions.unshift(action(vscode.l10n.t('Charge details of “{0}”…', name), COMMANDS.editCharge, reference));
  }
  if (mark.placement.changed) {
    actions.unshift(action(vscode.l10n.t('Confirm the changed words “{0}”', name), COMMANDS.accept, reference));
  }
  return actions;
}

function action(title: string, command: CommandId, ...args: unknown[]): vscode.CodeAction {
  const made = new vscode.CodeAction(title, MARK_ACTION);
  made.command = { title, command, arguments: args };
  return made;
}
