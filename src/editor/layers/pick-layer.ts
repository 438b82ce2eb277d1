import * as vscode from 'vscode';
import type { LayerId } from '../../core/annotation/annotation';
import { layersFor } from './layers';

/** Lets the researcher choose a layer; `present` is the one that it has now. `undefined` when they left. */
export async function pickLayer(
  scope: vscode.Uri,
  title = vscode.l10n.t('Mark as'),
  present?: LayerId,
): Promise<LayerId | undefined> {
  const items = layersFor(scope).map(({ id, label, icon }) => ({
    label: `$(${icon}) ${label}`,
    ...(id === present && { description: vscode.l10n.t('now') }),
    id,
  }));
  return (await vscode.window.showQuickPick(items, { title }))?.id;
}

/** The question what a passage is, for `pickLayer`. */
export function wordQuestion(words: string): string {
  return vscode.l10n.t('“{0}” is a …', words);
}
