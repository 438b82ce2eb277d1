import * as vscode from 'vscode';
import { CONFLICT_SIDES, type ConflictSide, type FieldConflict } from '../../core/annotation/annotation';
import { isSidecarName, settleTopLevel, topLevelConflicts } from '../../core/sidecar';
import { COMMANDS } from '../contributions';
import { smallestReplacement } from '../files/file-port';
import { Pauses } from '../pauses';
import { words } from '../session/judgement';
import type { Sessions } from '../session/sessions';
import { fileName } from '../session/source-files';
import type { SourceSession } from '../session/source-session';
import { positionsIn, rangeIn } from '../session/text-positions';
import { wordChoice, wordDispute } from '../wording/conflict-wording';
import { diagnostic } from '../wording/diagnostic';
import type { ConflictReference } from './conflict-commands';
import { canChoose, settledSource } from './settle-field';

const CODE = 'conflict';
/** Pause before Problems follow a change, in milliseconds. */
const DELAY = 150;

/** Tells in the annotation file where two sides changed the same field, and offers the versions to choose from. */
export class ConflictProblems implements vscode.CodeActionProvider, vscode.Disposable {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  };
  private readonly collection = vscode.languages.createDiagnosticCollection('glossator conflicts');
  private readonly pauses = new Pauses<SourceSession>();
  private readonly subscriptions: vscode.Disposable;

  constructor(private readonly sessions: Sessions) {
    this.subscriptions = vscode.Disposable.from(
      this.collection,
      vscode.languages.registerCodeActionsProvider('*', this, ConflictProblems.metadata),
      sessions.onDidChange(({ session, change }) => {
        if (change === 'closed') {
          this.pauses.cancel(session);
          this.collection.delete(session.sidecar.uri);
        } else if (change === 'annotations' || change === 'sidecar') {
          this.pauses.after(session, DELAY, () => this.tell(session));
        }
      }),
    );
  }

  dispose(): void {
    this.pauses.dispose();
    this.subscriptions.dispose();
  }

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const session = this.sessions.all.find(({ sidecar }) => sidecar.concerns(document.uri));
    const markers = diagnostics.filter(({ source, code }) => source === 'Glossator' && code === 'conflict-markers');
    const actions = markers.length > 0 && isSidecarName(document.uri.path) ? [mergeAction(document.uri, markers)] : [];
    if (!session || document.getText() !== session.parsed.text) return actions;
    const told = diagnostics.filter(({ source, code }) => source === 'Glossator' && code === CODE);
    const choices = [chooseForSource, chooseForTopLevel, chooseActions].flatMap((choicesOf) =>
      choicesOf(session, document, range, told),
    );
    return [...actions, ...choices];
  }

  private tell(session: SourceSession): void {
    const { parsed, sidecar } = session;
    const position = positionsIn(parsed.text);
    const found = session.set.annotations.flatMap((annotation) =>
      (annotation.conflicts ?? []).map(({ field }) => {
        const at = parsed.rangeOfKey(annotation.id, 'conflicts') ?? parsed.rangeOf(annotation.id);
        const { start, end } = at ?? { start: 0, end: 0 };
        const place = new vscode.Range(position(start), position(end));
        const message = wordDispute(field, words(annotation));
        return diagnostic(place, message, vscode.DiagnosticSeverity.Warning, CODE);
      }),
    );
    const ofSource = (session.set.source.conflicts ?? []).map(({ field }) => {
      const { start, end } = parsed.rangeOfSourceKey('conflicts') ?? { start: 0, end: 0 };
      const place = new vscode.Range(position(start), position(end));
      const message = wordDispute(field, fileName(session.uri));
      return diagnostic(place, message, vscode.DiagnosticSeverity.Warning, CODE);
    });
    const atTop = topLevelConflicts(parsed).map(({ field, range: { start, end } }) => {
      const place = new vscode.Range(position(start), position(end));
      const message = wordDispute(field, fileName(session.uri));
      return diagnostic(place, message, vscode.DiagnosticSeverity.Warning, CODE);
    });
    this.collection.set(sidecar.uri, [...ofSource, ...atTop, ...found]);
  }
}

function mergeAction(sidecar: vscode.Uri, diagnostics: readonly vscode.Diagnostic[]): vscode.CodeAction {
  const title = vscode.l10n.t('Merge both sides, losing nothing');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command: COMMANDS.mergeConflictMarkers, arguments: [sidecar.toString()] };
  action.diagnostics = [...diagnostics];
  action.isPreferred = true;
  return action;
}

function chooseActions(
  session: SourceSession,
  document: vscode.TextDocument,
  range: vscode.Range,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  return session.set.annotations.flatMap((annotation) => {
    if (!annotation.conflicts?.length) return [];
    const at = session.parsed.rangeOf(annotation.id);
    if (!at) return [];
    const entry = rangeIn(document, at);
    if (!entry.intersection(range)) return [];
    return annotation.conflicts.flatMap((conflict) => {
      const sides = canChoose(conflict) ? CONFLICT_SIDES : CONFLICT_SIDES.slice(0, 1);
      return sides.map((side) =>
        choose({ uri: session.uri.toString(), id: annotation.id }, conflict, side, diagnostics),
      );
    });
  });
}

/** The same for what is said of the source itself. */
function chooseForSource(
  session: SourceSession,
  document: vscode.TextDocument,
  range: vscode.Range,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const { source } = session.set;
  const at = session.parsed.rangeOfSourceKey('conflicts');
  if (!at || !source.conflicts) return [];
  const place = new vscode.Range(document.positionAt(at.start), document.positionAt(at.end));
  if (!place.intersection(range)) return [];
  return source.conflicts.flatMap((conflict) =>
    CONFLICT_SIDES.filter((side) => settledSource(source, conflict, side)).map((side) =>
      choose({ uri: session.uri.toString() }, conflict, side, diagnostics),
    ),
  );
}

/** The same for the researcher's own keys and for authors' names: an edit of the file, since memory does not hold them. */
function chooseForTopLevel(
  session: SourceSession,
  document: vscode.TextDocument,
  range: vscode.Range,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  return topLevelConflicts(session.parsed).flatMap((conflict) => {
    if (!rangeIn(document, conflict.range).intersection(range)) return [];
    return CONFLICT_SIDES.flatMap((side) => {
      const text = settleTopLevel(session.parsed, conflict, side);
      if (text === undefined) return [];
      const { field } = conflict;
      const action = new vscode.CodeAction(wordChoice(side, field, conflict[side]), vscode.CodeActionKind.QuickFix);
      const { start, end, inserted } = smallestReplacement(document.getText(), text);
      action.edit = new vscode.WorkspaceEdit();
      action.edit.replace(document.uri, rangeIn(document, { start, end }), inserted);
      action.diagnostics = diagnostics.filter(({ message }) => message.includes(`“${field}”`));
      return [action];
    });
  });
}

function choose(
  whose: Pick<ConflictReference, 'uri' | 'id'>,
  conflict: FieldConflict,
  take: ConflictSide,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction {
  const { field } = conflict;
  const title = wordChoice(take, field, conflict[take]);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  const reference: ConflictReference = { ...whose, field, take };
  action.command = { title, command: COMMANDS.resolveConflict, arguments: [reference] };
  action.diagnostics = diagnostics.filter(({ message }) => message.includes(`“${field}”`));
  return action;
}
