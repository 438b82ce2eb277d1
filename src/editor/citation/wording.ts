import * as vscode from 'vscode';
import type { ExpectedField, UnusableValue } from '../../core/exchange';
import { wordField } from '../wording/source-wording';

/** A part of a citation in the researcher's words, within a sentence. */
export function wordExpected(field: ExpectedField): string {
  switch (field) {
    case 'paragraph':
      return vscode.l10n.t('paragraph');
    case 'rendering':
      return vscode.l10n.t('rendering');
    default:
      return wordField(field).toLowerCase();
  }
}

/** Why a value of an imported table was not taken. */
export function wordUnusable({ because, value }: UnusableValue): string {
  switch (because) {
    case 'no-date':
      return vscode.l10n.t('“{0}” is no date, or can be read in two ways', value);
    case 'no-web-address':
      return vscode.l10n.t('“{0}” is no web address', value);
    case 'no-language':
      return vscode.l10n.t('“{0}” is no language that is known', value);
    case 'no-citation-key':
      return vscode.l10n.t('“{0}” can’t be a citation key', value);
  }
}
