import * as vscode from 'vscode';
import { entriesAbout, keyOfTerm, type GlossaryEdit, type GlossaryTerm } from '../../core/translation';
import { Refusal } from '../commands';
import type { Glossaries } from '../corpus/glossaries';
import type { GlossaryFile } from '../files/glossary-file';
import type { MarkReference } from '../session/mark-reference';
import type { Sessions } from '../session/sessions';
import { fillInTerm } from './entry-form';
import { showEntry } from './open-glossary';
import { passageFor, proposedTerm, type Passage } from './passage';
import { showInformation } from '../messages';

/**
 * Adds the term and the rendering of a note, or words without one, to the glossary of their folder. Where the glossary
 * has the term, it is shown, and the rendering can join it.
 */
export async function addToGlossary(
  sessions: Sessions,
  glossaries: Glossaries,
  reference?: MarkReference,
): Promise<void> {
  const passage = await passageFor(sessions, reference);
  if (!passage) return;
  const glossary = writableGlossary(glossaries, passage.session.uri);
  const proposed = proposal(passage);
  const matcher = glossaries.matcherFor(passage.session.uri, passage.session.language);
  const present = matcher.fitting(passage.words)[0]?.term ?? entriesAbout(glossary.terms, proposed)[0];
  if (present && !(await addsAnother(glossary, present, proposed))) return;
  const title = vscode.l10n.t('Add “{0}” to the Glossary', proposed.term);
  const term = await fillInTerm(title, proposed);
  if (!term) return;
  const again = entriesAbout(glossary.terms, term)[0];
  // The researcher gave the term the words of another entry in the form.
  if (again && again !== present && !(await addsAnother(glossary, again, term))) return;
  const added = glossaries.add(passage.session.uri, term);
  confirm(glossary, added, { kind: 'remove-term', key: keyOfTerm(added) });
}

/** The glossary of a source's folder, or a refusal that says why nothing can be written there. */
export function writableGlossary(glossaries: Glossaries, uri: vscode.Uri): GlossaryFile {
  const glossary = glossaries.for(uri);
  if (!glossary) {
    throw new Refusal(vscode.l10n.t('The source is in no folder of the workspace, so it has no glossary.'));
  }
  if (glossary.writable) return glossary;
  const error = glossary.parsed.problems.find(({ severity }) => severity === 'error');
  throw new Refusal(
    vscode.l10n.t(
      'The glossary can’t be read, so nothing is written to it: {0}',
      glossary.unreadableBecause ?? error?.message ?? '',
    ),
    [{ label: vscode.l10n.t('Open Glossary'), run: () => vscode.window.showTextDocument(glossary.uri) }],
  );
}

function proposal(passage: Passage): GlossaryTerm {
  const { annotation, session } = passage;
  const { rendering, literal, explanation } = annotation ?? {};
  return {
    term: proposedTerm(passage),
    language: session.language,
    renderings: rendering ? [rendering] : [],
    avoid: [],
    ...(literal && { literal }),
    ...(explanation && { explanation }),
  };
}

/** Shows the entry that is there; true when the researcher wants another one beside it. */
async function addsAnother(glossary: GlossaryFile, present: GlossaryTerm, proposed: GlossaryTerm): Promise<boolean> {
  const [rendering] = proposed.renderings;
  const known = rendering === undefined || present.renderings.includes(rendering);
  const said = present.renderings.join('; ');
  const items = [
    ...(known
      ? []
      : [
          {
            action: 'further',
            label: `$(add) ${vscode.l10n.t('Add “{0}” as a further rendering', rendering)}`,
          } as const,
          { action: 'prefer', label: `$(star) ${vscode.l10n.t('Prefer “{0}” from now on', rendering)}` } as const,
        ]),
    { action: 'open', label: `$(go-to-file) ${vscode.l10n.t('Open the entry')}` } as const,
    { action: 'another', label: `$(new-file) ${vscode.l10n.t('Make an entry of its own')}` } as const,
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('The glossary has “{0}”: {1}', present.term, said || '–'),
    placeHolder: known
      ? vscode.l10n.t('Nothing has to be added.')
      : vscode.l10n.t('What should become of “{0}”?', rendering),
    ignoreFocusOut: true,
  });
  switch (chosen?.action) {
    case undefined:
      return false;
    case 'another':
      return true;
    case 'open':
      await showEntry(glossary, keyOfTerm(present));
      return false;
    case 'further':
    case 'prefer': {
      const others = present.renderings.filter((each) => each !== rendering);
      const renderings = chosen.action === 'prefer' ? [rendering!, ...others] : [...others, rendering!];
      change(glossary, present, { ...present, renderings });
      return false;
    }
  }
}

function change(glossary: GlossaryFile, before: GlossaryTerm, after: GlossaryTerm): void {
  const key = keyOfTerm(before);
  glossary.change([{ kind: 'update-term', key, term: after }]);
  confirm(glossary, after, { kind: 'update-term', key, term: before });
}

/** Says what was written, with a way back. Not awaited: the researcher reads on. */
function confirm(glossary: GlossaryFile, term: GlossaryTerm, undo: GlossaryEdit): void {
  const labels = { undo: vscode.l10n.t('Undo'), open: vscode.l10n.t('Open Glossary') };
  const message = vscode.l10n.t('In the glossary: “{0}”, {1}', term.term, term.renderings.join('; ') || '–');
  void showInformation(message, labels.undo, labels.open).then(async (chosen) => {
    if (chosen === labels.undo) glossary.change([undo]);
    if (chosen === labels.open) await showEntry(glossary, keyOfTerm(term));
  });
}
