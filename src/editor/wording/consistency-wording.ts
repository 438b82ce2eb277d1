import * as vscode from 'vscode';
import type { ConsistencyCode } from '../../core/translation';

/** A rule in the researcher's words, as a heading. */
export function wordRule(code: ConsistencyCode): string {
  switch (code) {
    case 'two-renderings':
      return vscode.l10n.t('One term, two renderings');
    case 'copied-unchanged':
      return vscode.l10n.t('Copied unchanged');
    case 'number-missing':
      return vscode.l10n.t('A number is missing');
    case 'charge-without-rendering':
      return vscode.l10n.t('A charge without a rendering');
    case 'rendering-to-avoid':
      return vscode.l10n.t('A rendering to avoid');
    case 'differs-from-glossary':
      return vscode.l10n.t('Another rendering than the glossary’s');
    case 'transliteration-kept':
      return vscode.l10n.t('A name in Dutch transliteration');
  }
}
