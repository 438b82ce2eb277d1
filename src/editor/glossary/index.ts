import * as vscode from 'vscode';
import { keyOfTerm } from '../../core/translation';
import { Refusal, type Commands } from '../commands';
import { COMMANDS } from '../contributions';
import type { Corpus } from '../corpus/corpus';
import type { Glossaries } from '../corpus/glossaries';
import type { GitTexts } from '../files/git-texts';
import type { MarkReference } from '../session/mark-reference';
import type { Sessions } from '../session/sessions';
import { rowLabel } from '../wording/source-wording';
import { addToGlossary } from './add-to-glossary';
import { EntryLenses } from './entry-lens';
import { tellGlossaryProblems } from './glossary-problems';
import { registerGlossaryConflicts } from './glossary-conflicts';
import { GlossaryView } from './glossary-view';
import { Occurrences } from './occurrences';
import { goToEntry, isEntryReference, openGlossary, type EntryReference } from './open-glossary';

/** An occurrence, as its row names it. */
interface OccurrenceReference {
  readonly at: { readonly uri: vscode.Uri; readonly range: vscode.Range };
}

/** What the view's shortcut says to a command: that the row with the focus is meant. */
const FOCUSED = 'focused';

/** The glossary: its view, its problems, and the ways between a source, an entry and its occurrences. */
export function registerGlossary(
  commands: Commands,
  sessions: Sessions,
  corpus: Corpus,
  glossaries: Glossaries,
  git: GitTexts,
): vscode.Disposable {
  const occurrences = new Occurrences(corpus);
  const view = new GlossaryView(glossaries, occurrences);
  const lenses = new EntryLenses(glossaries);
  const isReference = (argument: unknown): argument is MarkReference =>
    typeof argument === 'object' && argument !== null && 'uri' in argument && ('id' in argument || 'type' in argument);
  return vscode.Disposable.from(
    occurrences,
    view,
    lenses,
    tellGlossaryProblems(glossaries),
    registerGlossaryConflicts(commands, glossaries, git),
    vscode.languages.registerCodeLensProvider({ pattern: '**/glossary.yaml' }, lenses),
    commands.register(COMMANDS.addToGlossary, (reference?: unknown) =>
      addToGlossary(sessions, glossaries, isReference(reference) ? reference : undefined),
    ),
    commands.register(COMMANDS.openGlossary, () => openGlossary(glossaries)),
    commands.register(COMMANDS.goToGlossaryEntry, (reference?: unknown) =>
      goToEntry(sessions, glossaries, isReference(reference) || isEntryReference(reference) ? reference : undefined),
    ),
    commands.register(COMMANDS.showOccurrences, async (reference?: EntryReference) => {
      const uri = reference ? vscode.Uri.parse(reference.glossary, true) : vscode.window.activeTextEditor?.document.uri;
      const glossary = uri && glossaries.at(uri);
      const key = reference?.key ?? entryAtCursor(glossaries);
      if (!glossary || key === undefined) {
        throw new Refusal(vscode.l10n.t('Put the cursor on an entry of glossary.yaml first.'));
      }
      await view.reveal(glossary, key);
    }),
    commands.register(COMMANDS.applyTerm, async (from?: unknown) => {
      const entry = from === FOCUSED ? await view.focusedTerm() : await pickTerm(glossaries);
      if (entry) await vscode.commands.executeCommand(COMMANDS.applyToAll, entry);
    }),
    commands.register(COMMANDS.openOccurrence, openOccurrence),
    commands.register(COMMANDS.translateOccurrence, async (occurrence: OccurrenceReference) => {
      await openOccurrence(occurrence);
      await vscode.commands.executeCommand(COMMANDS.translate);
    }),
  );
}

async function openOccurrence({ at: { uri, range } }: OccurrenceReference): Promise<void> {
  const editor = await vscode.window.showTextDocument(uri, { selection: range });
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Lets the researcher choose a term that has a rendering; `undefined` when the list was left. */
async function pickTerm(glossaries: Glossaries): Promise<EntryReference | undefined> {
  await glossaries.ready();
  const rows = glossaries.all.flatMap(({ uri, folder, terms }) =>
    terms
      .filter(({ renderings }) => renderings.length > 0)
      .map((term) => ({
        label: rowLabel(term.term),
        description: term.renderings.join('; '),
        ...(glossaries.all.length > 1 && { detail: folder.name }),
        entry: { glossary: uri.toString(), key: keyOfTerm(term) },
      })),
  );
  if (rows.length === 0) throw new Refusal(vscode.l10n.t('No glossary here has a term with a rendering yet.'));
  const chosen = await vscode.window.showQuickPick(rows, {
    title: vscode.l10n.t('The rendering of which term?'),
    placeHolder: vscode.l10n.t('Its occurrences are shown first, to be ticked.'),
    matchOnDescription: true,
  });
  return chosen?.entry;
}

/** The entry of `glossary.yaml` that the cursor is in. */
function entryAtCursor(glossaries: Glossaries): string | undefined {
  const editor = vscode.window.activeTextEditor;
  const glossary = editor && glossaries.at(editor.document.uri);
  if (!glossary) return undefined;
  const offset = editor.document.offsetAt(editor.selection.active);
  const lineEnd = editor.document.offsetAt(editor.document.lineAt(editor.selection.active.line).range.end);
  return glossary.terms.map(keyOfTerm).findLast((key) => {
    const range = glossary.parsed.rangeOf(key);
    return range && range.start <= lineEnd && offset <= range.end;
  });
}
