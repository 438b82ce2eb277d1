import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { hull, type Range } from '../../core/text/range';
import { Refusal } from '../commands';
import { layerOf, layersFor } from '../layers/layers';
import { words, wordsAt } from './judgement';
import type { Sessions } from './sessions';
import type { Mark } from './marks';
import type { SourceSession } from './source-session';
import { activeSource, cursorOffset, type ActiveSource } from './target';

/** How a hover, a lightbulb or a view names a mark to a command; plain JSON, so that it fits in a command link. */
export type MarkReference =
  | { readonly uri: string; readonly id: string }
  | { readonly uri: string; readonly type: string; readonly start: number; readonly end: number };

/** Words that no mark stands on, as a hover or a lightbulb names them to a command. */
export interface PassageReference {
  readonly uri: string;
  readonly parts: readonly Range[];
}

export function referenceTo(session: SourceSession, mark: Mark): MarkReference {
  const uri = session.uri.toString();
  if (mark.kind === 'annotation') return { uri, id: mark.annotation.id };
  return { uri, type: mark.mention.type, start: mark.mention.start, end: mark.mention.end };
}

/** The mark that a reference names; `undefined` when it is gone or has moved. */
export function resolveMark(session: SourceSession, reference: MarkReference): Mark | undefined {
  return session.marks.find((mark) =>
    'id' in reference
      ? mark.kind === 'annotation' && mark.annotation.id === reference.id
      : mark.kind === 'suggestion' &&
        mark.mention.type === reference.type &&
        mark.mention.start === reference.start &&
        mark.mention.end === reference.end,
  );
}

/**
 * The mark that a command was given; `undefined` when it was given none. Refuses when that mark is gone or has no place:
 * what was meant for it must not happen to another one that the cursor stands on.
 */
export function markNamed(session: SourceSession, reference: unknown): Mark | undefined {
  if (!isMarkReference(reference)) return undefined;
  const mark = resolveMark(session, reference);
  if (mark) return mark;
  const annotation = annotationNamed(session, reference);
  if (!annotation) throw new Refusal(vscode.l10n.t('This mark is not in the text any more.'));
  throw new Refusal(
    vscode.l10n.t('The words “{0}” are not in the text now. Put the annotation on words first.', words(annotation)),
  );
}

/** The annotation that a command was given, with or without a place in the text. */
export function annotationNamed(session: SourceSession, reference: unknown): Annotation | undefined {
  return isMarkReference(reference) && 'id' in reference ? session.annotation(reference.id) : undefined;
}

/** Menus of the editor give their commands other things, such as the file's URI. */
function isMarkReference(given: unknown): given is MarkReference {
  return typeof given === 'object' && given !== null && 'uri' in given && ('id' in given || 'start' in given);
}

/**
 * The mark that a command is about: the one referred to, else the one at the cursor; when several are there, the
 * researcher chooses. Refuses with `nothing` when there is none; `undefined` when the researcher left the choice.
 */
export async function markFor(
  source: ActiveSource,
  reference: MarkReference | undefined,
  fits: (mark: Mark) => boolean,
  nothing: string,
): Promise<Mark | undefined> {
  const { session } = source;
  const named = markNamed(session, reference);
  if (named && !fits(named)) throw new Refusal(nothing);
  if (named) return named;
  const marks = session.marksAt(cursorOffset(source)).filter(fits);
  if (marks.length === 0) throw new Refusal(nothing);
  return marks.length === 1 ? marks[0] : pickMark(session, marks);
}

/** Lets the researcher choose among marks on the same words. */
export async function pickMark(session: SourceSession, marks: readonly Mark[]): Promise<Mark | undefined> {
  const layers = layersFor(session.uri);
  const items = marks.map((mark) => {
    const layer = layerOf(typeOf(mark), layers);
    return {
      label: `$(${layer.icon}) ${layer.label}`,
      description: wordsAt(session.text, mark.parts),
      detail:
        mark.kind === 'suggestion'
          ? vscode.l10n.t('Suggestion')
          : vscode.l10n.t('Annotation by {0}', mark.annotation.author),
      mark,
    };
  });
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Several marks are here. Which one?'),
    matchOnDescription: true,
  });
  return chosen?.mark;
}

/** The layer of a mark. */
export function typeOf(mark: Mark): string {
  return mark.kind === 'annotation' ? mark.annotation.type : mark.mention.type;
}

/** Where a mark begins and ends. */
export function spanOf(mark: Mark): { start: number; end: number } {
  return hull(mark.parts);
}

/** The first mark of a kind after (or before) an offset, round the end of the text. */
export function neighbour(session: SourceSession, kind: Mark['kind'], offset: number, step: 1 | -1): Mark | undefined {
  const marks = session.marks.filter((mark) => mark.kind === kind);
  if (step === 1) return marks.find((mark) => spanOf(mark).start > offset) ?? marks[0];
  return marks.findLast((mark) => spanOf(mark).start < offset) ?? marks.at(-1);
}

/** The source that a reference names, shown; else the active one. */
export async function sourceOf(
  sessions: Sessions,
  reference?: MarkReference | PassageReference,
): Promise<ActiveSource> {
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  if (reference?.uri && reference.uri !== active) {
    await vscode.window.showTextDocument(vscode.Uri.parse(reference.uri, true));
    await sessions.require(vscode.Uri.parse(reference.uri, true));
  }
  return activeSource(sessions);
}
