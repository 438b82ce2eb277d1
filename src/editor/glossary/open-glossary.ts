import * as vscode from 'vscode';
import { editGlossary, keyOfTerm, type GlossaryTerm } from '../../core/translation';
import { Refusal } from '../commands';
import { COMMANDS, VIEWS } from '../contributions';
import type { Glossaries } from '../corpus/glossaries';
import type { GlossaryFile } from '../files/glossary-file';
import { positionsIn } from '../session/text-positions';
import type { MarkReference } from '../session/mark-reference';
import type { Sessions } from '../session/sessions';
import { cursorOffset, activeSource } from '../session/target';
import { passageFor } from './passage';
import { showInformation } from '../messages';

/** Opens `glossary.yaml` at an entry. */
export async function showEntry(glossary: GlossaryFile, key: string): Promise<void> {
  await glossary.flush();
  const range = glossary.parsed.rangeOf(key);
  const position = positionsIn(glossary.parsed.text);
  const start = range && position(range.start);
  await vscode.window.showTextDocument(glossary.uri, {
    preview: false,
    ...(start && { selection: new vscode.Range(start, start) }),
  });
}

/** Opens the glossary of the active source's folder, or of the only folder. Nothing is made before the researcher says so. */
export async function openGlossary(glossaries: Glossaries): Promise<void> {
  const glossary = await chooseGlossary(glossaries);
  if (!glossary) return;
  await glossary.load();
  if (glossary.exists || glossary.terms.length > 0) {
    await glossary.flush();
    await vscode.window.showTextDocument(glossary.uri, { preview: false });
    return;
  }
  await vscode.commands.executeCommand(`${VIEWS.glossary}.focus`);
  const create = vscode.l10n.t('Create an Empty One');
  void showInformation(
    vscode.l10n.t(
      'There is no glossary in {0} yet. It is made when you add the first term to it.',
      glossary.folder.name,
    ),
    create,
  ).then(async (chosen) => {
    if (chosen !== create) return;
    await vscode.workspace.fs.writeFile(glossary.uri, new TextEncoder().encode(emptyGlossary()));
    await vscode.window.showTextDocument(glossary.uri, { preview: false });
  });
}

/** The header of a glossary that has no terms yet. */
function emptyGlossary(): string {
  const term: GlossaryTerm = { term: 'x', language: 'nl', renderings: ['x'], avoid: [] };
  const made = editGlossary(undefined, [{ kind: 'add-term', term }]).parsed;
  return editGlossary(made.text, [{ kind: 'remove-term', key: keyOfTerm(term) }]).parsed.text;
}

async function chooseGlossary(glossaries: Glossaries): Promise<GlossaryFile | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const here = active && glossaries.for(active);
  if (here) return here;
  const { all } = glossaries;
  if (all.length === 0) throw new Refusal(vscode.l10n.t('Open a folder first: its glossary is kept in it.'));
  if (all.length === 1) return all[0];
  const items = all.map((glossary) => ({ label: glossary.folder.name, glossary }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('The glossary of which folder?') }))
    ?.glossary;
}

/** How a view names an entry to a command. */
export interface EntryReference {
  readonly glossary: string;
  readonly key: string;
}

export function isEntryReference(argument: unknown): argument is EntryReference {
  return typeof argument === 'object' && argument !== null && 'glossary' in argument && 'key' in argument;
}

/** From a passage, or from a row of the view, to the entry in `glossary.yaml`. */
export async function goToEntry(
  sessions: Sessions,
  glossaries: Glossaries,
  reference?: MarkReference | EntryReference,
): Promise<void> {
  if (isEntryReference(reference)) {
    const glossary = glossaries.at(vscode.Uri.parse(reference.glossary, true));
    if (glossary) await showEntry(glossary, reference.key);
    return;
  }
  const passage = await passageFor(sessions, reference);
  if (!passage) return;
  const { session, words } = passage;
  const matcher = glossaries.matcherFor(session.uri, session.language);
  const whole = matcher.fitting(words).map(({ term }) => term);
  const found = whole.length > 0 ? whole : reference ? [] : termsAtCursor(sessions, glossaries);
  const terms = [...new Set(found)];
  const glossary = glossaries.for(session.uri);
  if (!glossary || terms.length === 0) {
    throw new Refusal(vscode.l10n.t('The glossary has no entry for “{0}”.', words), [
      {
        label: vscode.l10n.t('Add to Glossary'),
        run: () => vscode.commands.executeCommand(COMMANDS.addToGlossary, reference),
      },
    ]);
  }
  const items = terms.map((term) => ({ label: term.term, description: term.renderings.join('; '), term }));
  const title = vscode.l10n.t('Which entry?');
  const chosen = items.length === 1 ? items[0] : await vscode.window.showQuickPick(items, { title });
  if (chosen) await showEntry(glossary, keyOfTerm(chosen.term));
}

/** The terms around the cursor, looked for in its paragraph. */
function termsAtCursor(sessions: Sessions, glossaries: Glossaries): GlossaryTerm[] {
  const source = activeSource(sessions);
  const { document } = source.editor;
  const offset = cursorOffset(source);
  const line = document.lineAt(document.positionAt(offset).line);
  const matcher = glossaries.matcherFor(document.uri, source.session.language);
  return matcher.around(line.text, offset - document.offsetAt(line.range.start)).map(({ term }) => term);
}
