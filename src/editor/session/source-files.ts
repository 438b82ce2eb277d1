import picomatch from 'picomatch/posix';
import * as vscode from 'vscode';
import { isNoArticleName, readsAsProse } from '../../core/text/article';
import { LANGUAGE_ID } from '../contributions';
import { setting } from '../settings/settings';

export const SIDECAR_GLOB = '**/*.annotations.yaml';

/** Above this many characters the editor itself gives up most features, and so do we (DESIGN §9). */
export const LARGEST_SOURCE = 20 * 1024 * 1024;

/** The globs that the settings of each workspace folder give. */
export function sourceGlobs(): { readonly folder: vscode.WorkspaceFolder; readonly glob: string }[] {
  return (vscode.workspace.workspaceFolders ?? []).flatMap((folder) =>
    (setting('sources', folder.uri) ?? []).map((glob) => ({ folder, glob })),
  );
}

/**
 * The files that one of these globs finds, without what `files.exclude` hides; a file that the settings name is found wherever
 * it is.
 */
export async function filesFound(
  { folder, glob }: { readonly folder: vscode.WorkspaceFolder; readonly glob: string },
  token?: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  if (/[*?{[]/.test(glob)) {
    return vscode.workspace.findFiles(new vscode.RelativePattern(folder, glob), undefined, undefined, token);
  }
  const named = vscode.Uri.joinPath(folder.uri, glob);
  return vscode.workspace.fs.stat(named).then(
    () => [named],
    () => [],
  );
}

/** What is told of a file that is followed on disk. */
export interface FileWatch {
  created(uri: vscode.Uri): void;
  changed(uri: vscode.Uri): void;
  deleted(uri: vscode.Uri): void;
}

/** Follows the files that a glob finds. */
export function watchFiles(glob: vscode.GlobPattern, told: FileWatch): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(glob);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate((uri) => told.created(uri)),
    watcher.onDidChange((uri) => told.changed(uri)),
    watcher.onDidDelete((uri) => told.deleted(uri)),
  );
}

/** Follows the files that the present globs of all workspace folders find. */
export function watchSources(told: FileWatch): vscode.Disposable {
  const globs = sourceGlobs().map(({ folder, glob }) => new vscode.RelativePattern(folder, glob));
  return vscode.Disposable.from(...globs.map((glob) => watchFiles(glob, told)));
}

/** The last part of a URI's path. */
export function fileName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** True when the setting `sources` names this very file, so that its text is not asked. */
export function isNamedSource(uri: vscode.Uri): boolean {
  return (setting('sources', uri) ?? []).includes(vscode.workspace.asRelativePath(uri, false));
}

/** What the settings say of the files of one workspace folder. */
interface Claims {
  readonly sources: readonly string[];
  readonly exclude: readonly string[];
}

function claimsFor(uri: vscode.Uri): Claims {
  return { sources: setting('sources', uri) ?? [], exclude: setting('exclude', uri) ?? [] };
}

/** True when the settings, or the file's name, say whether this file is a source; `undefined` leaves it to its text. */
function claimed(uri: vscode.Uri, { sources, exclude } = claimsFor(uri)): boolean | undefined {
  const path = vscode.workspace.asRelativePath(uri, false);
  if (matchesAny(path, exclude)) return false;
  if (sources.includes(path)) return true;
  if (!matchesAny(path, sources) || isNoArticleName(fileName(uri))) return false;
  return undefined;
}

/** Globs made ready: there are as many as settings name, and thousands of files to be told by each. */
const matchers = new Map<string, (path: string) => boolean>();

function matches(path: string, glob: string): boolean {
  let matcher = matchers.get(glob);
  if (!matcher) matchers.set(glob, (matcher = picomatch(glob, { dot: true })));
  return matcher(path);
}

function matchesAny(path: string, globs: readonly string[]): boolean {
  return globs.some((glob) => glob === path || matches(path, glob));
}

/** True when a file's path makes it a possible source; its text may still say otherwise. */
export function maySource(uri: vscode.Uri): boolean {
  return claimed(uri) ?? true;
}

/** Tells the same of many files, by the settings as they are now: the editor is asked for them once a folder, not once a file. */
export function sourceSieve(): (uri: vscode.Uri) => boolean {
  const byFolder = new Map<string, Claims>();
  return (uri) => {
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() ?? '';
    let claims = byFolder.get(folder);
    if (!claims) byFolder.set(folder, (claims = claimsFor(uri)));
    return claimed(uri, claims) ?? true;
  };
}

/** Schemes of documents that show a version or a comparison: they are displayed, never written. */
const VERSION_SCHEMES = new Set(['git', 'gitfs', 'vscode-local-history', 'output', 'comment', 'vscode-userdata']);

/**
 * True when a document is a source text: one that the settings name, that matches `glossator.sources` and reads as
 * prose, or that has the language `source-article`.
 */
export function isSourceDocument(document: vscode.TextDocument): boolean {
  if (VERSION_SCHEMES.has(document.uri.scheme) && document.uri.scheme !== 'git') return false;
  if (document.languageId === LANGUAGE_ID) return true;
  if (document.uri.scheme === 'untitled') return false;
  if (document.languageId !== 'plaintext') return claimed(document.uri) === true;
  const answer = claimed(document.uri);
  return answer ?? readsAsProse(document.getText()) ?? true;
}

/** True when annotations of this document can be saved beside it. */
export function canBeAnnotated({ uri }: Pick<vscode.TextDocument, 'uri'>): boolean {
  return uri.scheme !== 'untitled' && !VERSION_SCHEMES.has(uri.scheme);
}
