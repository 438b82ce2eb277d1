import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { until } from './article';

interface Git {
  readonly enabled: boolean;
  getAPI(version: 1): { openRepository(root: vscode.Uri): Promise<unknown> };
}

const switchGit = (on: true | undefined) =>
  vscode.workspace.getConfiguration().update('git.enabled', on, vscode.ConfigurationTarget.Global);

/** Turns the editor's own git on, which is off in the suites, and lets it know a repository. */
export async function openRepository(folder: string): Promise<void> {
  await switchGit(true);
  const extension = vscode.extensions.getExtension<Git>('vscode.git')!;
  const exports = extension.isActive ? extension.exports : await extension.activate();
  await until('git to be on', () => exports.enabled);
  await exports.getAPI(1).openRepository(vscode.Uri.file(folder));
}

export async function switchGitOff(): Promise<void> {
  await switchGit(undefined);
}

/** Whether there is a git to play with on this machine. */
export function hasGit(): boolean {
  try {
    execFileSync('git', ['--version']);
    return true;
  } catch {
    return false;
  }
}
