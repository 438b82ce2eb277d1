import * as vscode from 'vscode';
import { CITATION_FORMATS, missingFrom, writeCitation, type CitationFormat } from '../../core/exchange';
import type { Commands } from '../commands';
import { COMMANDS } from '../contributions';
import { sourceOf, type MarkReference } from '../session/mark-reference';
import type { Sessions } from '../session/sessions';
import { citationOf } from './cited-passage';
import { wordExpected } from './wording';

/** `Copy Citation`; a `given` form, from a keybinding or another command, is not asked for. */
export function registerCopyCitation(commands: Commands, sessions: Sessions): vscode.Disposable {
  let latest: CitationFormat = 'text';
  return commands.register(COMMANDS.copyCitation, async (reference?: MarkReference, given?: unknown) => {
    const source = await sourceOf(sessions, reference);
    await sessions.require(source.session.uri);
    const citation = await citationOf(source, reference);
    if (!citation) return;
    const format = CITATION_FORMATS.find((each) => each === given) ?? (await pickFormat(latest));
    if (!format) return;
    latest = format;
    await vscode.env.clipboard.writeText(writeCitation(citation, format));
    const missing = missingFrom(citation).map(wordExpected);
    const message =
      missing.length === 0
        ? vscode.l10n.t('The citation is on the clipboard.')
        : vscode.l10n.t('The citation is on the clipboard. Not known, and named as such: {0}.', missing.join(', '));
    vscode.window.setStatusBarMessage(message, 6_000);
  });
}

/** The form used last stands first, so that Enter takes it. */
async function pickFormat(latest: CitationFormat): Promise<CitationFormat | undefined> {
  const forms = [latest, ...CITATION_FORMATS.filter((format) => format !== latest)];
  const chosen = await vscode.window.showQuickPick(
    forms.map((format) => ({ ...wordFormat(format), format })),
    { title: vscode.l10n.t('Copy the citation as') },
  );
  return chosen?.format;
}

function wordFormat(format: CitationFormat): { readonly label: string; readonly description: string } {
  switch (format) {
    case 'text':
      return { label: vscode.l10n.t('Text'), description: vscode.l10n.t('for a footnote') };
    case 'markdown':
      return { label: 'Markdown', description: vscode.l10n.t('as a block quotation') };
    case 'csl-json':
      return { label: 'CSL-JSON', description: vscode.l10n.t('for Zotero and other reference managers') };
    case 'bibtex':
      return { label: 'BibTeX', description: vscode.l10n.t('for LaTeX and Zotero') };
  }
}
