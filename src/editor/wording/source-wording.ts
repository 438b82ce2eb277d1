import * as vscode from 'vscode';
import type { SourceMetadata } from '../../core/annotation/annotation';
import type { Placement } from '../../core/anchoring';
import { firstWords } from '../../core/text/article';

/** The details of a source that a form shows, in its order. */
export const SOURCE_FIELDS = ['title', 'publication', 'author', 'date', 'url', 'citationKey', 'language'] as const;
export type SourceField = (typeof SOURCE_FIELDS)[number];

/** A detail of a source in the researcher's words. */
export function wordField(field: SourceField): string {
  switch (field) {
    case 'title':
      return vscode.l10n.t('Title');
    case 'publication':
      return vscode.l10n.t('Publication');
    case 'author':
      return vscode.l10n.t('Author');
    case 'date':
      return vscode.l10n.t('Date');
    case 'url':
      return vscode.l10n.t('Web address');
    case 'citationKey':
      return vscode.l10n.t('Citation key');
    case 'language':
      return vscode.l10n.t('Language');
  }
}

/** The details that nobody has given and the text doesn't tell. */
export function missingFields(known: SourceMetadata): SourceField[] {
  return SOURCE_FIELDS.filter((field) => !known[field]);
}

/** A language's name in the researcher's own language; the code where the host knows no name. */
export function wordLanguage(code: string): string {
  try {
    return new Intl.DisplayNames([vscode.env.language, 'en'], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Why an annotation needs attention; `undefined` for one that is in its place. */
export function wordPlacement(placement: Placement): string | undefined {
  switch (placement.state) {
    case 'orphaned':
      return vscode.l10n.t('not found');
    case 'ambiguous':
      return placement.candidates.length === 1
        ? vscode.l10n.t('one possible place')
        : vscode.l10n.t('{0} possible places', placement.candidates.length);
    case 'anchored':
      return placement.changed ? vscode.l10n.t('text changed') : undefined;
  }
}

/** Longest label of a row, in characters; the whole words stand in its tooltip. */
const LABEL = 80;

/** Words as one row shows them. */
export function rowLabel(words: string): string {
  return firstWords(words.replace(/\s+/g, ' ').trim(), LABEL);
}
