import * as vscode from 'vscode';
import { COMMANDS } from '../contributions';
import type { Decisions } from '../corpus/decisions';
import { wordsAt } from '../session/judgement';
import { referenceTo, type MarkReference } from '../session/mark-reference';
import type { Mark, SourceSession } from '../session/source-session';
import { MARK_ACTION } from './mark-action';

/** How many earlier renderings are offered. */
const OFFERS = 3;
/** A term is looked for so far around the cursor, in UTF-16 units: a paragraph may be as long as an article. */
const AROUND = 400;

/** Words that have no rendering yet, and how a command is told of them. */
interface Untranslated {
  readonly words: string;
  readonly reference: MarkReference | undefined;
}

/** The glossary's renderings, and those that the words of a selection, of a mark, or of a known term at the cursor had before, in any source. */
export function earlierRenderings(
  decisions: Decisions,
  session: SourceSession,
  document: vscode.TextDocument,
  range: vscode.Range,
  marks: readonly Mark[],
): vscode.CodeAction[] {
  const untranslated = untranslatedAt(decisions, session, document, range, marks);
  if (!untranslated) return [];
  const { words, reference } = untranslated;
  const inGlossary = new Set(decisions.inGlossary(session, words).flatMap(({ term }) => term.renderings));
  const earlier = decisions.fitting(session, words).map(({ decision }) => decision.annotation.rendering);
  return [...new Set([...inGlossary, ...earlier])].slice(0, OFFERS).map((rendering) => {
    const title = inGlossary.has(rendering)
      ? vscode.l10n.t('Translate “{0}” as “{1}” (from the glossary)', words, rendering)
      : vscode.l10n.t('Translate “{0}” as “{1}”', words, rendering);
    const made = new vscode.CodeAction(title, MARK_ACTION);
    made.command = { title, command: COMMANDS.translate, arguments: [reference, rendering] };
    return made;
  });
}

function untranslatedAt(
  decisions: Decisions,
  session: SourceSession,
  document: vscode.TextDocument,
  range: vscode.Range,
  marks: readonly Mark[],
): Untranslated | undefined {
  if (!range.isEmpty) {
    const words = document.getText(range).trim();
    return words.length > AROUND ? undefined : { words, reference: undefined };
  }
  const [mark] = marks;
  if (mark) {
    if (mark.kind === 'annotation' && mark.annotation.rendering !== undefined) return undefined;
    const words = wordsAt(session.text, mark.parts).replaceAll(' … ', ' ');
    return { words, reference: referenceTo(session, mark) };
  }
  const line = document.lineAt(range.start.line).text;
  const from = Math.max(0, range.start.character - AROUND);
  const near = line.slice(from, range.start.character + AROUND);
  const term = decisions.termAt(session, near, range.start.character - from);
  return term && { words: wordsAt(near, term).replaceAll(' … ', ' '), reference: undefined };
}
