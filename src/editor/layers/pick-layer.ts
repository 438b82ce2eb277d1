import * as vscode from 'vscode';
import type { LayerId } from '../../core/annotation/annotation';
import { layersFor } from './layers';

/** Lets the researcher choose a layer; `undefined` when they left. */
export async function pickLayer(scope: vscode.Uri, title = vscode.l10n.t('Mark as')): Promise<LayerId | undefined> {
  const items = layersFor(scope).map(({ id, label, icon }) => ({ label: `$(${icon}) ${label}`, id }));
  return (await vscode.window.showQuickPick(items, { title }))?.id;
}
