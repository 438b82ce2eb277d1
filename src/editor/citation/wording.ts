import * as vscode from 'vscode';
import type { ExpectedField, UnusableTable, UnusableValue } from '../../core/exchange';
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

/** Why nothing can be imported from a file, and what to do about it. */
export function wordUnusableTable(reason: UnusableTable['reason']): string {
  switch (reason) {
    case 'encoding':
      return vscode.l10n.t(
        'This table is in an encoding that can’t be read with certainty. Save it as UTF-8 and import it again; in Excel: Save As, “CSV UTF-8 (Comma delimited)”.',
      );
    case 'no-json':
      return vscode.l10n.t('This file is no list of references in CSL-JSON.');
    case 'no-columns':
      return vscode.l10n.t(
        'The first line of this table must name its columns: “file” or “title”, and one or more of title, publication, author, date, url, citation key, language.',
      );
  }
}
