import * as vscode from 'vscode';
import type { ConsistencyProblem } from '../../core/translation';

/** How many renderings or numbers a message names. */
const NAMED = 3;

/** What is not consistent about a note: its words and its rendering are given. */
export function wordInconsistency({ code, about }: ConsistencyProblem, words: string, rendering: string): string {
  const others = quoted(about);
  switch (code) {
    case 'two-renderings':
      return vscode.l10n.t('“{0}” is rendered as “{1}” here, and elsewhere as {2}.', words, rendering, others);
    case 'copied-unchanged':
      return vscode.l10n.t('The rendering of “{0}” is the passage itself, unchanged.', words);
    case 'number-missing':
      return vscode.l10n.t('“{0}” has {1}; its rendering “{2}” does not.', words, about.join(', '), rendering);
    case 'charge-without-rendering':
      return vscode.l10n.t('The charge “{0}” has no rendering.', words);
    case 'rendering-to-avoid':
      return vscode.l10n.t('The glossary says to avoid {0} for “{1}”.', others, words);
    case 'differs-from-glossary':
      return vscode.l10n.t('“{0}” is rendered as “{1}” here; the glossary has {2}.', words, rendering, others);
    case 'transliteration-kept':
      return vscode.l10n.t('“{0}” keeps a name as the source spells it; English sources have {1}.', rendering, others);
  }
}

function quoted(list: readonly string[]): string {
  const named = list.slice(0, NAMED).map((each) => `“${each}”`);
  if (list.length > NAMED) named.push('…');
  return named.join(', ');
}
