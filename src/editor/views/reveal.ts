import * as vscode from 'vscode';
import { hull, type Range } from '../../core/text/range';
import { Refusal, type Commands } from '../commands';
import { COMMANDS } from '../contributions';
import { likelyPlaces } from '../session/likely-places';
import { resolveMark, sourceOf, type MarkReference } from '../session/mark-reference';
import type { Sessions } from '../session/sessions';
import type { SourceSession } from '../session/source-session';
import { reveal } from '../session/target';

/** A mark, or one of the places where an annotation without a certain place may stand. */
export type PlaceReference = MarkReference & {
  /** Index into the candidates of the annotation's placement. */
  readonly candidate?: number;
};

/** `Show in Text`: opens the source and selects the words; of an annotation without a place, its likeliest one. */
export function registerReveal(commands: Commands, sessions: Sessions): vscode.Disposable {
  return commands.register(COMMANDS.revealAnnotation, async (reference: PlaceReference) => {
    const { editor, session } = await sourceOf(sessions, reference);
    const parts = partsOf(session, reference);
    if (!parts) throw new Refusal(whyNowhere(session, reference));
    reveal(editor, hull(parts));
    editor.selections = parts.map(
      (part) => new vscode.Selection(editor.document.positionAt(part.start), editor.document.positionAt(part.end)),
    );
  });
}

function partsOf(session: SourceSession, reference: PlaceReference): readonly Range[] | undefined {
  const placement = 'id' in reference ? session.placementOf(reference.id) : undefined;
  if (reference.candidate !== undefined) return placement?.candidates[reference.candidate]?.parts;
  return resolveMark(session, reference)?.parts ?? placement?.parts ?? (placement && likelyPlaces(placement)[0]?.parts);
}

function whyNowhere(session: SourceSession, reference: MarkReference): string {
  const annotation = 'id' in reference ? session.annotation(reference.id) : undefined;
  if (!annotation) return vscode.l10n.t('This mark is not in the text any more.');
  return vscode.l10n.t(
    'The words “{0}” are not in the text any more. Select the words where they belong, then choose “Place by Hand”.',
    annotation.selector.quote.join(' … '),
  );
}
