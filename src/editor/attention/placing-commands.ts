import * as vscode from 'vscode';
import { Refusal, type Commands } from '../commands';
import { COMMANDS, VIEWS } from '../contributions';
import { moveTo, revise, words, wordsAt } from '../session/judgement';
import { sourceOf } from '../session/mark-reference';
import type { Sessions } from '../session/sessions';
import { reveal, selectedParts } from '../session/target';
import { hull } from '../../core/text/range';
import { acceptCandidates } from './batch-acceptance';
import { rowLabel } from '../wording/source-wording';
import {
  inContext,
  keptWithoutPlace,
  offeredPlaces,
  requireUnchanged,
  waitingFor,
  type PlaceReference,
  type Waiting,
} from './places';

/** How long a view takes to list its rows after it was opened, in milliseconds. */
const ROWS_SHOWN = 300;

/** Commands that put an annotation back on words: the only way, beside an undo, in which it gets a new position. */
export function registerPlacing(commands: Commands, sessions: Sessions): vscode.Disposable {
  return vscode.Disposable.from(
    commands.register(COMMANDS.takeCandidate, async (reference?: PlaceReference) => {
      const source = await sourceOf(sessions, reference);
      const waiting = await waitingFor(
        source.session,
        reference,
        vscode.l10n.t('Which annotation do you want to place?'),
        source.session.attention.filter((each) => offeredPlaces(source.session.text, each).length > 0),
      );
      const { text } = source.session;
      const parts = waiting && (await chosenPlace(text, waiting, reference?.candidate));
      if (!waiting || !parts) return;
      requireUnchanged(source.session, text);
      await moveTo(source.session, vscode.l10n.t('Place {0}', words(waiting.annotation)), waiting.annotation, parts);
      reveal(source.editor, hull(parts));
    }),
    commands.register(COMMANDS.confirmPlace, async (reference?: PlaceReference) => {
      const { session } = await sourceOf(sessions, reference);
      const waiting = await waitingFor(
        session,
        reference,
        vscode.l10n.t('Whose changed words are right?'),
        session.attention.filter(({ placement }) => placement.parts !== undefined),
      );
      if (!waiting) return;
      const { annotation } = waiting;
      const parts = session.placementOf(annotation.id)?.parts;
      if (!parts) {
        throw new Refusal(vscode.l10n.t('This annotation has no place yet: choose one, or place it by hand.'));
      }
      await moveTo(session, vscode.l10n.t('Confirm {0}', words(annotation)), annotation, parts);
    }),
    commands.register(COMMANDS.placeByHand, async (reference?: PlaceReference) => {
      const source = await sourceOf(sessions, reference);
      const { text } = source.session;
      const parts = selectedParts(source);
      if (parts.length === 0) {
        throw new Refusal(
          vscode.l10n.t('Select the words on which the annotation belongs, then choose “Place by Hand” again.'),
        );
      }
      const waiting = await waitingFor(
        source.session,
        reference,
        vscode.l10n.t('Which annotation belongs on “{0}”?', rowLabel(wordsAt(text, parts))),
        [...source.session.attention, ...keptWithoutPlace(source.session)],
      );
      if (!waiting) return;
      requireUnchanged(source.session, text);
      await moveTo(source.session, vscode.l10n.t('Place {0}', words(waiting.annotation)), waiting.annotation, parts);
    }),
    commands.register(COMMANDS.keepAsOrphan, async (reference?: PlaceReference) => {
      const { session } = await sourceOf(sessions, reference);
      const waiting = await waitingFor(
        session,
        reference,
        vscode.l10n.t('Which annotation do you keep although its words are gone?'),
        session.attention.filter(({ placement }) => placement.state !== 'anchored'),
      );
      if (!waiting) return;
      if (waiting.placement.state === 'anchored') {
        throw new Refusal(vscode.l10n.t('The words of this annotation are in the text.'));
      }
      await revise(session, vscode.l10n.t('Keep {0}', words(waiting.annotation)), waiting.annotation, { kept: true });
    }),
    commands.register(COMMANDS.acceptCandidates, () => acceptCandidates(sessions)),
    commands.register(COMMANDS.showAttention, showAttention),
  );
}

/** Opens the view, with the keyboard in its rows. */
async function showAttention(): Promise<void> {
  const focus = () => vscode.commands.executeCommand(`${VIEWS.attention}.focus`);
  await focus();
  // A view that was hidden has no rows yet that the keyboard could go to.
  await new Promise((resolve) => setTimeout(resolve, ROWS_SHOWN));
  await focus();
}

async function chosenPlace(text: string, waiting: Waiting, index: number | undefined) {
  const places = offeredPlaces(text, waiting);
  if (index !== undefined) return places[index]?.parts;
  if (places.length === 1) return places[0]!.parts;
  const chosen = await vscode.window.showQuickPick(
    places.map(({ parts, score }) => ({
      label: inContext(text, parts),
      description: vscode.l10n.t('{0} % alike', Math.round(score * 100)),
      parts,
    })),
    { title: vscode.l10n.t('Where does “{0}” belong?', words(waiting.annotation)) },
  );
  return chosen?.parts;
}
