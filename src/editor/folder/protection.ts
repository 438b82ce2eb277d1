import picomatch from 'picomatch/posix';
import * as vscode from 'vscode';
import { setting } from '../settings/settings';

/** Globs of one `files.readonly…` setting that are switched on for a file. */
function globsOf(key: 'readonlyInclude' | 'readonlyExclude', uri: vscode.Uri): string[] {
  const value = vscode.workspace.getConfiguration('files', uri).get<Record<string, boolean>>(key) ?? {};
  return Object.keys(value).filter((glob) => value[glob]);
}

/** True when the editor's own settings make a file read-only. */
export function isReadOnlyBySettings(uri: vscode.Uri): boolean {
  const path = vscode.workspace.asRelativePath(uri, false);
  const matches = (globs: readonly string[]) => globs.some((glob) => picomatch.isMatch(path, glob, { dot: true }));
  return matches(globsOf('readonlyInclude', uri)) && !matches(globsOf('readonlyExclude', uri));
}

/**
 * True when a folder was set up: its workspace settings say whether sources are read-only, one way or the other.
 * The user's own settings do not count.
 */
export function isSetUp(folder: vscode.WorkspaceFolder): boolean {
  const said = vscode.workspace.getConfiguration('glossator', folder.uri).inspect<boolean>('sourcesReadOnly');
  return said?.workspaceFolderValue !== undefined || said?.workspaceValue !== undefined;
}

/** True when the sources of this place are to be read and not typed into. */
export function wantsProtection(uri: vscode.Uri): boolean {
  return setting('sourcesReadOnly', uri);
}
