import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { foldQuote } from '../../core/text/fold';
import { Refusal, type Commands } from '../commands';
import { COMMANDS } from '../contributions';
import { layerOf, layersFor } from '../layers/layers';
import { pickLayer, wordQuestion } from '../layers/pick-layer';
import { accept, moveTo, reject, remove, revise, words, wordsAt } from '../session/judgement';
import {
  annotationNamed,
  markFor,
  markNamed,
  pickMark,
  sourceOf,
  spanOf,
  typeOf,
  type MarkReference,
} from '../session/mark-reference';
import type { Sessions } from '../session/sessions';
import type { Mark } from '../session/marks';
import { cursorOffset, reveal, selectedParts, type ActiveSource } from '../session/target';
import { showInformation } from '../messages';

const isSuggestion = (mark: Mark): boolean => mark.kind === 'suggestion';
const isAnnotation = (mark: Mark): boolean => mark.kind === 'annotation';

/** Commands that judge a suggestion or change an annotation: the one referred to, else the one at the cursor. */
export function registerJudgeCommands(commands: Commands, sessions: Sessions): vscode.Disposable {
  const source = (reference?: MarkReference) => sourceOf(sessions, reference);
  return vscode.Disposable.from(
    commands.register(COMMANDS.accept, async (reference?: MarkReference) =>
      acceptMark(await source(reference), reference),
    ),
    commands.register(COMMANDS.reject, async (reference?: MarkReference) =>
      rejectMark(await source(reference), reference, 'here'),
    ),
    commands.register(COMMANDS.rejectInSource, async (reference?: MarkReference) =>
      rejectMark(await source(reference), reference, 'source'),
    ),
    commands.register(COMMANDS.changeType, async (reference?: MarkReference) =>
      changeType(await source(reference), reference),
    ),
    commands.register(COMMANDS.extendToSelection, async () => extendToSelection(await source())),
    commands.register(COMMANDS.deleteAnnotation, async (reference?: MarkReference) => {
      const active = await source(reference);
      const named = annotationNamed(active.session, reference);
      if (named) return remove(active.session, [named]);
      const mark = await markFor(
        active,
        reference,
        isAnnotation,
        vscode.l10n.t('There is no annotation at the cursor.'),
      );
      if (mark?.kind === 'annotation') remove(active.session, [mark.annotation]);
      return undefined;
    }),
    commands.register(COMMANDS.acceptAllOfName, async (reference?: MarkReference) =>
      acceptAllOfName(await source(reference), reference),
    ),
    commands.register(COMMANDS.chooseAtCursor, async () => chooseAtCursor(await source())),
  );
}

async function acceptMark(source: ActiveSource, reference?: MarkReference): Promise<void> {
  const { session } = source;
  const fits = (mark: Mark) => mark.kind === 'suggestion' || mark.placement.changed === true;
  const mark = await markFor(source, reference, fits, vscode.l10n.t('There is no suggestion at the cursor.'));
  if (mark?.kind === 'suggestion') await accept(session, [mark.mention]);
  if (mark?.kind === 'annotation') {
    await moveTo(session, vscode.l10n.t('Confirm the changed words'), mark.annotation, mark.parts);
  }
}

async function rejectMark(
  source: ActiveSource,
  reference: MarkReference | undefined,
  scope: 'here' | 'source',
): Promise<void> {
  const mark = await markFor(source, reference, isSuggestion, vscode.l10n.t('There is no suggestion at the cursor.'));
  if (mark?.kind !== 'suggestion') return;
  const name = wordsAt(source.session.text, mark.parts);
  await reject(source.session, mark.mention, scope);
  if (scope === 'here' && mark.mention.type !== 'charge') offerWider(source, name, mark);
}

/** A name that was turned down here may be wrong everywhere in this source: a quiet way to say so, never automatic. */
function offerWider({ session }: ActiveSource, name: string, rejected: Mark): void {
  const folded = foldQuote(name);
  const same = session.suggested.filter(
    (mention) =>
      mention.type === typeOf(rejected) && foldQuote(session.text.slice(mention.start, mention.end)) === folded,
  );
  if (same.length === 0) return;
  const label = vscode.l10n.t('Reject All in This Source');
  void showInformation(vscode.l10n.t('“{0}” is suggested {1} more times here.', name, same.length), label).then(
    (chosen) => (chosen === label ? reject(session, same[0]!, 'source') : undefined),
  );
}

async function changeType(source: ActiveSource, reference?: MarkReference): Promise<void> {
  const { session } = source;
  const named = annotationNamed(session, reference);
  if (named) return changeAnnotation(source, named);
  const nothing = vscode.l10n.t('There is no annotation or suggestion at the cursor.');
  const mark = await markFor(source, reference, () => true, nothing);
  if (mark?.kind === 'annotation') return changeAnnotation(source, mark.annotation);
  if (!mark) return;
  const type = await pickLayer(session.uri, wordQuestion(wordsAt(session.text, mark.parts)), typeOf(mark));
  if (type && type !== typeOf(mark)) await accept(session, [mark.mention], type);
}

async function changeAnnotation({ session }: ActiveSource, annotation: Annotation): Promise<void> {
  const type = await pickLayer(session.uri, wordQuestion(words(annotation)), annotation.type);
  if (!type || type === annotation.type) return;
  const { label } = layerOf(type, layersFor(session.uri));
  await revise(session, vscode.l10n.t('Change to {0}: {1}', label, words(annotation)), annotation, { type });
}

/** The selection becomes the words of the annotation, or of the suggestion, that it touches. */
async function extendToSelection(source: ActiveSource): Promise<void> {
  const { session } = source;
  const parts = selectedParts(source);
  if (parts.length === 0) throw new Refusal(vscode.l10n.t('Select the words that the annotation should stand on.'));
  const touched = session.marks.filter((mark) =>
    mark.parts.some((have) => parts.some((want) => have.start < want.end && want.start < have.end)),
  );
  const annotated = touched.filter(isAnnotation);
  const choice = annotated.length > 0 ? annotated : touched;
  if (choice.length === 0) throw new Refusal(vscode.l10n.t('The selection touches no annotation.'));
  const mark = choice.length === 1 ? choice[0]! : await pickMark(session, choice);
  if (!mark) return;
  if (mark.kind === 'annotation') {
    const before = words(mark.annotation);
    await moveTo(session, vscode.l10n.t('Put on other words: {0}', before), mark.annotation, parts);
    const now = vscode.l10n.t('The annotation of “{0}” stands on “{1}” now.', before, wordsAt(session.text, parts));
    vscode.window.setStatusBarMessage(now, 6_000);
  } else if (parts.length === 1) {
    await accept(session, [{ ...mark.mention, ...parts[0]! }]);
  } else {
    throw new Refusal(vscode.l10n.t('A suggestion has one part. Mark the selection as a new annotation instead.'));
  }
}

async function acceptAllOfName(source: ActiveSource, reference?: MarkReference): Promise<void> {
  const { session } = source;
  const mark =
    markNamed(session, reference) ??
    (await markFor(source, undefined, () => true, vscode.l10n.t('There is no name at the cursor.')));
  if (!mark) return;
  const name = foldQuote(wordsAt(session.text, mark.parts));
  const same = session.suggested.filter(
    (mention) => mention.type === typeOf(mark) && foldQuote(session.text.slice(mention.start, mention.end)) === name,
  );
  if (same.length === 0) throw new Refusal(vscode.l10n.t('No suggestion with this name is left in this source.'));
  await accept(session, same);
  vscode.window.setStatusBarMessage(vscode.l10n.t('{0} suggestions accepted.', same.length), 4_000);
}

/** Overlapping and nested marks can each be reached: chosen from a list, then selected. */
async function chooseAtCursor(source: ActiveSource): Promise<void> {
  const { session, editor } = source;
  const marks = session.marksAt(cursorOffset(source));
  if (marks.length === 0) throw new Refusal(vscode.l10n.t('There is no annotation or suggestion at the cursor.'));
  const mark = await pickMark(session, marks);
  if (!mark) return;
  reveal(editor, spanOf(mark));
  editor.selections = mark.parts.map(
    (part) => new vscode.Selection(editor.document.positionAt(part.start), editor.document.positionAt(part.end)),
  );
}
