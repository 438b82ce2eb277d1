import * as vscode from 'vscode';
import type { Settings } from '../contributions';

const SECTION = 'glossator';

/** The value of one setting for a resource; the manifest's default where nobody set it. */
export function setting<K extends keyof Settings>(key: K, scope?: vscode.Uri): Settings[K] {
  return vscode.workspace.getConfiguration(SECTION, scope).get<Settings[K]>(key) as Settings[K];
}

/** True when the event touches the setting. */
export function affects(event: vscode.ConfigurationChangeEvent, key: keyof Settings): boolean {
  return event.affectsConfiguration(`${SECTION}.${key}`);
}

export function updateSetting<K extends keyof Settings>(
  key: K,
  value: Settings[K] | undefined,
  target: vscode.ConfigurationTarget,
): Thenable<void> {
  return vscode.workspace.getConfiguration(SECTION).update(key, value, target);
}
