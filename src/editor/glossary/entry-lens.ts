import * as vscode from 'vscode';
import { keyOfTerm } from '../../core/translation';
import { COMMANDS } from '../contributions';
import type { Glossaries } from '../corpus/glossaries';
import type { EntryReference } from './open-glossary';

/** Above each entry of `glossary.yaml` the way to its occurrences. */
export class EntryLenses implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;
  private readonly subscription: vscode.Disposable;

  constructor(private readonly glossaries: Glossaries) {
    this.subscription = glossaries.onDidChange(() => this.changed.fire());
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const glossary = this.glossaries.at(document.uri);
    // While the editor says something else than was read, the ranges are of another text.
    if (!glossary || glossary.parsed.text !== document.getText()) return [];
    return glossary.terms.flatMap((term) => {
      const key = keyOfTerm(term);
      const range = glossary.parsed.rangeOf(key);
      if (!range) return [];
      const at = document.positionAt(range.start);
      const reference: EntryReference = { glossary: document.uri.toString(), key };
      return [
        new vscode.CodeLens(new vscode.Range(at, at), {
          title: vscode.l10n.t('Show occurrences'),
          command: COMMANDS.showOccurrences,
          arguments: [reference],
        }),
      ];
    });
  }
}
