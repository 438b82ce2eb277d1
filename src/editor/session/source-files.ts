import picomatch from 'picomatch/posix';
import * as vscode from 'vscode';
import { isNoArticleName, readsAsProse } from '../../core/text/article';
import { LANGUAGE_ID } from '../contributions';
import { setting } from '../settings/settings';

export const SIDECAR_GLOB = '**/*.annotations.yaml';

/** Above this many characters the editor itself gives up most features, and so do we (DESIGN §9). */
export const LARGEST_SOURCE = 20 * 1024 * 1024;

/** The last part of a URI's path. */
export function fileName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** True when the setting `sources` names this very file, so that its text is not asked. */
export function isNamedSource(uri: vscode.Uri): boolean {
  return (setting('sources', uri) ?? []).includes(vscode.workspace.asRelativePath(uri, false));
}

/** True when the settings, or the file's name, say whether this file is a source; `undefined` leaves it to its text. */
function claimed(uri: vscode.Uri): boolean | undefined {
  const path = vscode.workspace.asRelativePath(uri, false);
  if (matchesAny(path, setting('exclude', uri))) return false;
  if (isNamedSource(uri)) return true;
  if (!matchesAny(path, setting('sources', uri)) || isNoArticleName(fileName(uri))) return false;
  return undefined;
}

function matchesAny(path: string, globs: readonly string[] | undefined): boolean {
  return (globs ?? []).some((glob) => glob === path || picomatch.isMatch(path, glob, { dot: true }));
}

/** True when a file's path makes it a possible source; its text may still say otherwise. */
export function maySource(uri: vscode.Uri): boolean {
  return claimed(uri) ?? true;
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
