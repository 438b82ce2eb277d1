import * as vscode from 'vscode';
import type { Range } from '../../core/text/range';
import { COMMANDS } from '../contributions';
import type { Decisions } from '../corpus/decisions';
import { words as wordsOf, wordsAt } from '../session/judgement';
import { referenceTo, type MarkReference, type PassageReference } from '../session/mark-reference';
import type { Mark } from '../session/marks';
import type { SourceSession } from '../session/source-session';
import { MARK_ACTION } from './mark-action';

/** How many earlier renderings are offered. */
const OFFERS = 3;
const SIMILAR_OFFERS = 2;
/** A term is looked for so far around the cursor, in UTF-16 units: a paragraph may be as long as an article. */
const AROUND = 400;

/** Words that have no rendering yet, and how a command is told of them. */
interface Untranslated {
  readonly words: string;
  readonly parts: readonly Range[];
  readonly reference: MarkReference | PassageReference | undefined;
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
  const { words, parts, reference } = untranslated;
  const inGlossary = new Set(decisions.inGlossary(session, parts, words).flatMap(({ term }) => term.renderings));
  const earlier = decisions.fitting(session, parts, words).map(({ decision }) => decision.annotation.rendering);
  const same = new Set([...new Set([...inGlossary, ...earlier])].slice(0, OFFERS));
  const alike = new Map(
    decisions
      .alike(session, parts, words)
      .filter(({ decision }) => !same.has(decision.annotation.rendering))
      .slice(0, SIMILAR_OFFERS)
      .map((each) => [each.decision.annotation.rendering, each]),
  );
  return [
    ...[...same].map((rendering) =>
      action(
        inGlossary.has(rendering)
          ? vscode.l10n.t('Translate “{0}” as “{1}” (from the glossary)', words, rendering)
          : vscode.l10n.t('Translate “{0}” as “{1}”', words, rendering),
        [reference, rendering],
      ),
    ),
    // Their words differ: the rendering is a beginning that has to be changed.
    ...[...alike.values()].map(({ decision: { annotation } }) =>
      action(
        vscode.l10n.t(
          'Translate “{0}” beginning with “{1}” (similar: “{2}”)…',
          words,
          annotation.rendering,
          wordsOf(annotation),
        ),
        [reference, undefined, annotation.rendering],
      ),
    ),
  ];
}

function action(title: string, args: readonly unknown[]): vscode.CodeAction {
  const made = new vscode.CodeAction(title, MARK_ACTION);
  made.command = { title, command: COMMANDS.translate, arguments: [...args] };
  return made;
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
    const parts = [{ start: document.offsetAt(range.start), end: document.offsetAt(range.end) }];
    return words.length > AROUND ? undefined : { words, parts, reference: undefined };
  }
  const [mark] = marks;
  if (mark) {
    if (mark.kind === 'annotation' && mark.annotation.rendering !== undefined) return undefined;
    const words = wordsAt(session.text, mark.parts).replaceAll(' … ', ' ');
    return { words, parts: mark.parts, reference: referenceTo(session, mark) };
  }
  const line = document.lineAt(range.start.line).text;
  const from = Math.max(0, range.start.character - AROUND);
  const near = line.slice(from, range.start.character + AROUND);
  const offset = document.offsetAt(range.start);
  const term = decisions.termAt(session, { start: offset, end: offset }, near, range.start.character - from);
  if (!term) return undefined;
  const by = offset - range.start.character + from;
  const parts = term.map(({ start, end }) => ({ start: start + by, end: end + by }));
  const words = wordsAt(near, term).replaceAll(' … ', ' ');
  return { words, parts, reference: { uri: session.uri.toString(), parts } };
}
