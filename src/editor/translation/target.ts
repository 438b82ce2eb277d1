import * as vscode from 'vscode';
import type { Range } from '../../core/text/range';
import type { Decisions } from '../corpus/decisions';
import { layerOf, layersFor } from '../layers/layers';
import { Refusal } from '../commands';
import { wordsAt } from '../session/judgement';
import { markNamed, pickMark, typeOf, type MarkReference, type PassageReference } from '../session/mark-reference';
import type { Mark } from '../session/marks';
import type { SourceSession } from '../session/source-session';
import { cursorOffset, selectedParts, wordAt, type ActiveSource } from '../session/target';
import { translatable, type TranslationTarget } from '../session/translation';

/**
 * What `Translate` is about: the mark referred to, else the selection (several are one target of several parts), else
 * the annotation, suggestion, known term or word at the cursor. `undefined` when the researcher left a choice.
 */
export async function translationTarget(
  decisions: Decisions,
  source: ActiveSource,
  reference?: MarkReference | PassageReference,
): Promise<TranslationTarget | undefined> {
  const { session } = source;
  const { text } = session;
  if (reference && 'parts' in reference) return passageTarget(session, reference.parts);
  const referred = markNamed(session, reference);
  if (referred) return targetOn(session, referred);

  const selected = selectedParts(source);
  if (selected.length > 0) {
    const annotation = translatable(session, selected);
    return {
      reason: annotation ? 'annotation' : 'selection',
      parts: selected,
      text,
      ...(annotation ? { annotation } : {}),
    };
  }
  const offset = cursorOffset(source);
  const marks = session.marksAt(offset);
  const annotated = marks.filter(({ kind }) => kind === 'annotation');
  const mark = annotated.length > 1 ? await pickMark(session, annotated) : (annotated[0] ?? marks[0]);
  if (mark) return targetOn(session, mark);
  if (annotated.length > 1) return undefined;
  const term = termAt(decisions, source, offset);
  if (term) return { reason: 'term', parts: term, text };
  const word = wordAt(text, offset);
  if (!word) throw new Refusal(vscode.l10n.t('Select the words that you want to translate.'));
  return { reason: 'word', parts: [word], text };
}

/** The known term around the cursor, looked for in its paragraph. */
function termAt(decisions: Decisions, { editor, session }: ActiveSource, offset: number): readonly Range[] | undefined {
  const { document } = editor;
  const line = document.lineAt(document.positionAt(offset).line);
  const start = document.offsetAt(line.range.start);
  const parts = decisions.termAt(session, { start: offset, end: offset }, line.text, offset - start);
  return parts?.map((part) => ({ start: part.start + start, end: part.end + start }));
}

function passageTarget(session: SourceSession, parts: readonly Range[]): TranslationTarget {
  const annotation = translatable(session, parts);
  return { reason: annotation ? 'annotation' : 'term', parts, text: session.text, ...(annotation && { annotation }) };
}

/** A suggestion is not confirmed by translating it: its words get a note. */
function targetOn(session: SourceSession, mark: Mark): TranslationTarget {
  const { text } = session;
  if (mark.kind === 'annotation') return { reason: 'annotation', annotation: mark.annotation, parts: mark.parts, text };
  const annotation = translatable(session, mark.parts);
  return annotation
    ? { reason: 'annotation', annotation, parts: mark.parts, text }
    : { reason: 'suggestion', parts: mark.parts, text };
}

/** Says which words are about to be translated, and what they are. */
export function wordTarget(session: SourceSession, target: TranslationTarget): string {
  const words = shortened(wordsAt(target.text, target.parts));
  switch (target.reason) {
    case 'annotation': {
      const { type } = target.annotation!;
      if (type === 'note') return vscode.l10n.t('Translate “{0}”', words);
      return vscode.l10n.t('Translate “{0}” ({1})', words, layerOf(type, layersFor(session.uri)).label);
    }
    case 'suggestion': {
      const mark = session.marks.find(
        ({ kind, parts }) => kind === 'suggestion' && parts[0]!.start === target.parts[0]!.start,
      );
      if (!mark) return vscode.l10n.t('Translate “{0}”', words);
      return vscode.l10n.t(
        'Translate “{0}” (suggested: {1})',
        words,
        layerOf(typeOf(mark), layersFor(session.uri)).label,
      );
    }
    case 'term':
      return vscode.l10n.t('Translate the term “{0}”', words);
    case 'word':
      return vscode.l10n.t('Translate the word “{0}”', words);
    case 'selection':
      return vscode.l10n.t('Translate “{0}”', words);
  }
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
