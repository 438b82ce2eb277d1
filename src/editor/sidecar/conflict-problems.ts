import * as vscode from 'vscode';
import { CONFLICT_SIDES } from '../../core/annotation/annotation';
import { isSidecarName } from '../../core/sidecar';
import { COMMANDS } from '../contributions';
import { smallestReplacement } from '../files/file-port';
import { Pauses } from '../pauses';
import type { Sessions } from '../session/sessions';
import type { SourceSession } from '../session/source-session';
import { positionsIn, rangeIn } from '../session/text-positions';
import { wordChoice, wordDispute } from '../wording/conflict-wording';
import { diagnostic } from '../wording/diagnostic';
import type { ConflictReference } from './conflict-commands';
import { type Dispute, disputesOf } from './disputes';

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
    const here = disputesOf(session).filter(({ offered }) => rangeIn(document, offered).intersection(range));
    return [...actions, ...here.flatMap((dispute) => choices(dispute, session, document, told))];
  }

  private tell(session: SourceSession): void {
    const position = positionsIn(session.parsed.text);
    const found = disputesOf(session).map(({ conflict, whose, told: { start, end } }) => {
      const place = new vscode.Range(position(start), position(end));
      return diagnostic(place, wordDispute(conflict.field, whose), vscode.DiagnosticSeverity.Warning, CODE);
    });
    this.collection.set(session.sidecar.uri, found);
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

/** One action for each side that can be chosen. */
function choices(
  dispute: Dispute,
  session: SourceSession,
  document: vscode.TextDocument,
  told: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const { conflict } = dispute;
  return CONFLICT_SIDES.flatMap((side) => {
    const settling = dispute.settle(side);
    if (!settling) return [];
    const title = wordChoice(side, conflict.field, conflict[side]);
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.diagnostics = told.filter(({ message }) => message === wordDispute(conflict.field, dispute.whose));
    if ('text' in settling) {
      const { start, end, inserted } = smallestReplacement(document.getText(), settling.text);
      action.edit = new vscode.WorkspaceEdit();
      action.edit.replace(document.uri, rangeIn(document, { start, end }), inserted);
    } else {
      const { id } = settling;
      const whose = { uri: session.uri.toString(), ...(id !== undefined && { id }) };
      const reference: ConflictReference = { ...whose, field: conflict.field, take: side };
      action.command = { title, command: COMMANDS.resolveConflict, arguments: [reference] };
    }
    return [action];
  });
}
