import * as vscode from 'vscode';
import type { ConflictSide } from '../../core/annotation/annotation';

/** Longest value that a choice shows whole. */
const SHOWN = 60;

/** What is told of a field of `whose` that two sides changed. */
export function wordDispute(field: string, whose: string): string {
  return vscode.l10n.t('Two sides changed “{0}” of “{1}”. Choose which stands.', field, whose);
}

/** The choice of one side's value for a field that two sides changed. */
export function wordChoice(side: ConflictSide, field: string, value: unknown): string {
  const said = typeof value === 'string' ? value : JSON.stringify(value);
  const shown = value === null ? vscode.l10n.t('nothing') : said.length > SHOWN ? `${said.slice(0, SHOWN - 1)}…` : said;
  switch (side) {
    case 'ours':
      return vscode.l10n.t('Keep this “{0}”: {1}', field, shown);
    case 'theirs':
      return vscode.l10n.t('Take the other “{0}”: {1}', field, shown);
    case 'base':
      return vscode.l10n.t('Go back to the earlier “{0}”: {1}', field, shown);
  }
}
