import type * as vscode from 'vscode';
import type { KnownPlacements } from './known-placements';

/** Versions of source texts on which annotations were made, by text id (ANCHORING.md, base store). */
export interface BaseTexts {
  /** Where annotations were shown before, where that is remembered. */
  readonly placements?: KnownPlacements;
  /** The versions that can be had, from the store or from git; the rest are missing from the map. Never throws. */
  find(source: vscode.Uri, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Keeps a version because a sidecar now refers to it; resolves when it is stored. Never throws. */
  keep(source: vscode.Uri, text: string): Promise<void>;
}
