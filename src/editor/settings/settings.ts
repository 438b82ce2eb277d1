import * as vscode from 'vscode';
import type { Settings } from '../contributions';

const SECTION = 'glossator';

/** The value of one setting for a resource; the manifest's default where nobody set it. */
export function setting<K extends keyof Settings>(key: K, scope?: vscode.Uri): Settings[K] {
  return vscode.workspace.getConfiguration(SECTION, scope).get<Settings[K]>(key) as Settings[K];
}

/** The value of a setting, as it is now, for each of many resources: the editor is asked once a folder, which costs it something. */
export function settingByFolder<K extends keyof Settings>(key: K): (scope: vscode.Uri) => Settings[K] {
  const byFolder = new Map<string, Settings[K]>();
  return (scope) => {
    const folder = vscode.workspace.getWorkspaceFolder(scope)?.uri.toString() ?? '';
    if (!byFolder.has(folder)) byFolder.set(folder, setting(key, scope));
    return byFolder.get(folder) as Settings[K];
  };
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

/** Changes a setting for the workspace folder of a resource, else for the user; `change` gets what that level says now. */
export async function updateSettingAt<K extends keyof Settings>(
  key: K,
  scope: vscode.Uri | undefined,
  change: (present: Settings[K] | undefined) => Settings[K],
): Promise<void> {
  const inFolder = scope !== undefined && vscode.workspace.getWorkspaceFolder(scope) !== undefined;
  const configuration = vscode.workspace.getConfiguration(SECTION, scope);
  const present = configuration.inspect<Settings[K]>(key);
  if (inFolder) {
    await configuration.update(key, change(present?.workspaceFolderValue), vscode.ConfigurationTarget.WorkspaceFolder);
  } else {
    await configuration.update(key, change(present?.globalValue), vscode.ConfigurationTarget.Global);
  }
}
