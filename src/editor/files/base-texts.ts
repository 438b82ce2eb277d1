import type * as vscode from 'vscode';

/** Versions of source texts on which annotations were made, by text id (ANCHORING.md, base store). */
export interface BaseTexts {
  /** The versions that can be had, from the store or from git; the rest are missing from the map. Never throws. */
  find(source: vscode.Uri, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Keeps a version because a sidecar now refers to it; resolves when it is stored. Never throws. */
  keep(source: vscode.Uri, text: string): Promise<void>;
}
