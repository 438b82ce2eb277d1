import * as vscode from 'vscode';
import { readMetadata } from '../../core/annotation/metadata';
import { contains, type Range } from '../../core/text/range';
import { Refusal } from '../commands';
import type { Sessions } from './sessions';
import { canBeAnnotated, isSourceDocument } from './source-files';
import type { SourceSession } from './source-session';
import { rangeIn } from './text-positions';

/** A source in the active editor, with what is selected there. */
export interface ActiveSource {
  readonly editor: vscode.TextEditor;
  readonly session: SourceSession;
}

/** The source of the editor at hand; refuses with the reason when there is none. */
export function activeSource(sessions: Sessions): ActiveSource {
  const editor = editorAtHand(sessions);
  if (!editor) throw new Refusal(vscode.l10n.t('Open a source text first.'));
  const session = sessions.get(editor.document.uri);
  if (!session) throw whyNoSource(editor.document);
  if (!canBeAnnotated(editor.document)) throw unsaved();
  return { editor, session };
}

/** The active editor; a source in sight while what is active is no text, such as the walkthrough beside it. */
function editorAtHand(sessions: Sessions): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return activeTextEditor ?? visibleTextEditors.find(({ document }) => sessions.get(document.uri));
}

function whyNoSource(document: vscode.TextDocument): Refusal {
  if (document.uri.scheme === 'untitled') return unsaved();
  if (isSourceDocument(document))
    return new Refusal(vscode.l10n.t('This text is too large to be annotated (over 20 MB).'));
  return new Refusal(
    vscode.l10n.t(
      'This file is not taken for a source text. The command “Glossator: Treat This File as a Source” changes that.',
    ),
  );
}

function unsaved(): Refusal {
  return new Refusal(
    vscode.l10n.t('Save this text as a .txt file first: its annotations are kept in a file beside it.'),
    [
      {
        label: vscode.l10n.t('Save As…'),
        run: () => vscode.commands.executeCommand('workbench.action.files.saveAs'),
      },
    ],
  );
}

/** The offset of the cursor. */
export function cursorOffset({ editor }: ActiveSource): number {
  return editor.document.offsetAt(editor.selection.active);
}

/**
 * The selected parts in order, without blanks at their ends, without what belongs to the metadata line, and without
 * those inside another; empty when nothing is selected.
 */
export function selectedParts({ editor }: ActiveSource): Range[] {
  const { document, selections } = editor;
  const text = document.getText();
  const body = readMetadata(text).range.end;
  const parts = selections
    .map((selection) => ({ start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) }))
    .map((part) => trimmed(text, { start: Math.max(part.start, body), end: part.end }))
    .filter((part) => part.end > part.start)
    .sort((a, b) => a.start - b.start);
  return parts.filter(
    (part, k) => !parts.some((other, j) => j !== k && contains(other, part) && (j < k || !contains(part, other))),
  );
}

/** The word that holds or touches the offset; `undefined` between words. */
export function wordAt(text: string, offset: number): Range | undefined {
  const word = /[\p{L}\p{M}\p{N}]+(?:[-’'][\p{L}\p{M}\p{N}]+)*/gu;
  const from = Math.max(0, offset - 100);
  word.lastIndex = from;
  for (let match = word.exec(text); match && match.index <= offset; match = word.exec(text)) {
    const end = match.index + match[0].length;
    if (end >= offset) return { start: match.index, end };
  }
  return undefined;
}

function trimmed(text: string, range: Range): Range {
  let { start, end } = range;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

/** Selects a range and brings it into view. */
export function reveal(editor: vscode.TextEditor, range: Range): void {
  const shown = rangeIn(editor.document, range);
  editor.selection = new vscode.Selection(shown.start, shown.end);
  editor.revealRange(shown, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** From the first to the last visible offset. */
export function visibleRange(editor: vscode.TextEditor): Range {
  const { document, visibleRanges } = editor;
  if (visibleRanges.length === 0) return { start: 0, end: 0 };
  return {
    start: document.offsetAt(visibleRanges[0]!.start),
    end: document.offsetAt(visibleRanges[visibleRanges.length - 1]!.end),
  };
}
