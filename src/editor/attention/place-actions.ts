import * as vscode from 'vscode';
import { hull } from '../../core/text/range';
import { COMMANDS, type CommandId } from '../contributions';
import { words } from '../session/judgement';
import type { Sessions } from '../session/sessions';
import type { SourceSession } from '../session/source-session';
import { rangeIn } from '../session/text-positions';
import { rowLabel } from '../wording/source-wording';
import { inContext, offeredPlaces, type PlaceReference, type Waiting } from './places';

/** Places that the lightbulb offers for one annotation. */
const MOST_PLACES = 5;
/** Annotations that the lightbulb speaks of; the view lists them all. */
const MOST_ANNOTATIONS = 8;
/** Listed with the other actions on a selection, which come first: to move an annotation is not what a selection is mostly for. */
const ON_SELECTION = vscode.CodeActionKind.Empty.append('glossator.placing');
const CODES = new Set<unknown>(['not-found', 'several-places', 'text-changed']);

/** The lightbulb on the Problem of an annotation that lost its place: the places where it may stand, in context. */
export class PlaceActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, ON_SELECTION],
  };

  constructor(private readonly sessions: Sessions) {}

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const session = this.sessions.get(document.uri);
    if (!session) return [];
    const ours = diagnostics.filter(({ source, code }) => source === 'Glossator' && CODES.has(code));
    const here = (waiting: Waiting) => shownAt(document, waiting).intersection(range) !== undefined;
    return session.attention
      .filter((waiting) => here(waiting) || (!range.isEmpty && !waiting.placement.parts))
      .slice(0, MOST_ANNOTATIONS)
      .flatMap((waiting) =>
        here(waiting) ? actionsFor(session, waiting, !range.isEmpty, ours) : [onSelection(session, waiting)],
      );
  }
}

/** Where the Problem of the annotation stands. */
function shownAt(document: vscode.TextDocument, waiting: Waiting): vscode.Range {
  const parts = waiting.placement.parts ?? waiting.placement.candidates[0]?.parts;
  return rangeIn(document, parts ? hull(parts) : { start: 0, end: 0 });
}

/** What was not found may belong on any words that are selected; offered after what concerns those words themselves. */
function onSelection(session: SourceSession, { annotation }: Waiting): vscode.CodeAction {
  const title = vscode.l10n.t('Put “{0}” on the selection', rowLabel(words(annotation)));
  const reference: PlaceReference = { uri: session.uri.toString(), id: annotation.id };
  const made = new vscode.CodeAction(title, ON_SELECTION);
  made.command = { title, command: COMMANDS.placeByHand, arguments: [reference] };
  return made;
}

function actionsFor(
  session: SourceSession,
  waiting: Waiting,
  selected: boolean,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const { annotation, placement } = waiting;
  const reference: PlaceReference = { uri: session.uri.toString(), id: annotation.id };
  const quote = rowLabel(words(annotation));
  const told = diagnostics.filter(({ message }) => message.includes(words(annotation)));
  const action = (title: string, command: CommandId, target: PlaceReference = reference) => {
    const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    made.command = { title, command, arguments: [target] };
    made.diagnostics = told;
    return made;
  };
  const byHand = selected ? [onSelection(session, waiting)] : [];
  if (placement.parts) {
    return [action(vscode.l10n.t('Confirm the changed words of “{0}”', quote), COMMANDS.confirmPlace), ...byHand];
  }
  const places = offeredPlaces(session.text, waiting)
    .slice(0, MOST_PLACES)
    .map(({ parts }, candidate) =>
      action(vscode.l10n.t('Put “{0}” here: {1}', quote, inContext(session.text, parts)), COMMANDS.takeCandidate, {
        ...reference,
        candidate,
      }),
    );
  return [...places, ...byHand, action(vscode.l10n.t('Keep “{0}” without a place', quote), COMMANDS.keepAsOrphan)];
}
