import * as vscode from 'vscode';
import { keyOfTerm } from '../../core/translation';
import type { Glossaries } from '../corpus/glossaries';
import type { GlossaryFile } from '../files/glossary-file';
import { positionsIn } from '../session/text-positions';
import { wordDispute } from '../wording/conflict-wording';
import { diagnostic, severityOf } from '../wording/diagnostic';
import { showError } from '../messages';

/** At most this many problems a file (DESIGN §8). */
const MOST = 1_000;

/** Tells in the Problems panel what is wrong with a glossary, and once when it can't be saved. */
export function tellGlossaryProblems(glossaries: Glossaries): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('glossator.glossary');
  const failing = new Set<GlossaryFile>();
  const tell = (glossary: GlossaryFile): void => {
    collection.set(glossary.uri, diagnosticsOf(glossary));
    if (glossary.failedBecause === undefined) failing.delete(glossary);
    else if (!failing.has(glossary)) {
      failing.add(glossary);
      void tellFailure(glossary, glossary.failedBecause);
    }
  };
  for (const glossary of glossaries.all) tell(glossary);
  return vscode.Disposable.from(
    collection,
    glossaries.onDidChange(({ glossary }) => tell(glossary)),
  );
}

function diagnosticsOf(glossary: GlossaryFile): vscode.Diagnostic[] {
  if (glossary.unreadableBecause !== undefined) {
    const place = new vscode.Range(0, 0, 0, 0);
    return [diagnostic(place, glossary.unreadableBecause, vscode.DiagnosticSeverity.Error, 'unreadable')];
  }
  const { problems, text, terms, rangeOf } = glossary.parsed;
  const disputed = terms.filter(({ conflicts }) => conflicts !== undefined);
  if (problems.length + disputed.length === 0) return [];
  const position = positionsIn(text);
  const conflicts = disputed.flatMap((term) => {
    const { start } = rangeOf(keyOfTerm(term)) ?? { start: 0 };
    const place = new vscode.Range(position(start), position(start + keyOfTerm(term).length));
    return (term.conflicts ?? []).map(({ field }) => {
      const message = wordDispute(field, term.term);
      return diagnostic(place, message, vscode.DiagnosticSeverity.Warning, 'conflict');
    });
  });
  const found = problems.slice(0, MOST).map(({ range, message, severity, code }) => {
    const { start, end } = range ?? { start: 0, end: 0 };
    return diagnostic(new vscode.Range(position(start), position(end)), message, severityOf(severity), code);
  });
  return [...found, ...conflicts.slice(0, MOST)];
}

async function tellFailure(glossary: GlossaryFile, reason: string): Promise<void> {
  const retry = vscode.l10n.t('Retry');
  const chosen = await showError(
    vscode.l10n.t('The glossary could not be saved ({0}). The change is kept in memory.', reason),
    retry,
  );
  if (chosen === retry) await glossary.flush();
}
