import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { hull, type Range } from '../../core/text/range';
import { baseForm, hasTranslation } from '../../core/translation';
import { Refusal } from '../commands';
import { wordsAt } from '../session/judgement';
import { pickMark, resolveMark, sourceOf, type MarkReference } from '../session/mark-reference';
import type { Sessions } from '../session/sessions';
import type { SourceSession } from '../session/source-session';
import { cursorOffset, selectedParts, wordAt } from '../session/target';

/** Words of a source that a glossary may have a term for. */
export interface Passage {
  readonly session: SourceSession;
  readonly words: string;
  readonly parts: readonly Range[];
  /** The annotation whose words they are. */
  readonly annotation?: Annotation;
}

/** The words of the mark referred to, else those selected, else of the annotation at the cursor, else the word there. */
export async function passageFor(sessions: Sessions, reference?: MarkReference): Promise<Passage | undefined> {
  const source = await sourceOf(sessions, reference);
  const { session } = source;
  const mark = reference && resolveMark(session, reference);
  if (mark) return passageOf(session, mark.parts, mark.kind === 'annotation' ? mark.annotation : undefined);
  const selected = selectedParts(source);
  if (selected.length > 0) return passageOf(session, selected, annotationOn(session, selected));
  const here = session.marksAt(cursorOffset(source)).filter(({ kind }) => kind === 'annotation');
  const translated = here.filter((each) => each.kind === 'annotation' && hasTranslation(each.annotation));
  const candidates = translated.length > 0 ? translated : here;
  const chosen = candidates.length > 1 ? await pickMark(session, candidates) : candidates[0];
  if (chosen?.kind === 'annotation') return passageOf(session, chosen.parts, chosen.annotation);
  if (candidates.length > 1) return undefined;
  const word = wordAt(session.text, cursorOffset(source));
  if (!word) throw new Refusal(vscode.l10n.t('Select the words of the term, or put the cursor on a note.'));
  return passageOf(session, [word]);
}

function passageOf(session: SourceSession, parts: readonly Range[], annotation?: Annotation): Passage {
  const words = wordsAt(session.text, parts).replaceAll(' … ', ' ');
  return { session, parts, words, ...(annotation && { annotation }) };
}

/** The annotation with a translation on exactly these words. */
function annotationOn(session: SourceSession, parts: readonly Range[]): Annotation | undefined {
  const { start, end } = hull(parts);
  for (const mark of session.marksIn({ start, end })) {
    if (mark.kind !== 'annotation' || !hasTranslation(mark.annotation)) continue;
    const own = hull(mark.parts);
    if (own.start === start && own.end === end) return mark.annotation;
  }
  return undefined;
}

/** The passage as a glossary would name it. */
export function proposedTerm({ session, words, parts }: Passage): string {
  const before = session.text.slice(Math.max(0, parts[0]!.start - 4), parts[0]!.start);
  return baseForm(words, session.language, /(?:^|[.!?:\n]["'”’»)]?\s*["'“‘„«(]?)$/.test(before));
}
