import * as vscode from 'vscode';
import type { ParsedSidecar, SidecarEdit } from '../../core/sidecar';
import type { Log } from '../log';
import { filePort, followEditors } from './file-port';
import { SidecarStore } from './sidecar-store';
import type { StoreChange } from './store-port';
import { readText, sameUri } from './text-file';

export type SidecarChange = StoreChange;

/** Where earlier versions of sidecars are kept. Neither throws. */
export interface VersionKeeper {
  /** Keeps a text that is about to be replaced, that is gone from disk, or that could not be written. */
  keep(uri: vscode.Uri, text: string): Promise<void>;
  /** Keeps a text for good before it is brought to a newer format. */
  keepBeforeMigration(uri: vscode.Uri, text: string, version: number): Promise<void>;
}

/** Where a source's sidecar may stand. */
export interface SidecarPlaces {
  /** Where the settings want it. */
  readonly preferred: vscode.Uri;
  /** Where it may stand from before the settings said otherwise; it is used there while `preferred` has none. */
  readonly other?: vscode.Uri;
}

/** A `SidecarStore` on a file of the workspace. */
export class SidecarFile implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<SidecarChange>();
  readonly onDidChange = this.changed.event;
  private readonly store: SidecarStore;
  private readonly subscriptions: vscode.Disposable;
  private place: vscode.Uri;

  constructor(
    /** Asked at each reading, since the settings may change. */
    private readonly places: () => SidecarPlaces,
    sourceName: string,
    versions: VersionKeeper,
    log: Log,
  ) {
    this.place = places().preferred;
    this.store = new SidecarStore({
      sourceName,
      port: filePort(
        () => this.place,
        () => this.read(),
      ),
      keeper: {
        keep: (text) => versions.keep(this.place, text),
        keepBeforeMigration: (text, version) => versions.keepBeforeMigration(this.place, text, version),
      },
      tell: (change) => this.changed.fire(change),
      warn: (message) => log.warn(`${this.place.path}: ${message}`),
    });
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      followEditors(this.store, () => this.place),
    );
  }

  /** Where the sidecar stands, or would stand. */
  get uri(): vscode.Uri {
    return this.place;
  }

  get parsed(): ParsedSidecar {
    return this.store.parsed;
  }

  /** True when the file stands on disk. */
  get exists(): boolean {
    return this.store.exists;
  }

  /** True when the file was there and is gone, and nothing has been annotated since: its last text is kept. */
  get isGone(): boolean {
    return this.store.isGone;
  }

  /** Why nothing may be written now, in the file system's words; a broken text is told by `parsed.problems`. */
  get unreadableBecause(): string | undefined {
    return this.store.unreadableBecause;
  }

  /** Why the last write failed; the change is still in memory. */
  get failedBecause(): string | undefined {
    return this.store.failedBecause;
  }

  /** True while a change waits to be written. */
  get unsaved(): boolean {
    return this.store.unsaved;
  }

  get writable(): boolean {
    return this.store.writable;
  }

  /** True when this file, at either of its places, is the one. */
  concerns(uri: vscode.Uri): boolean {
    const { preferred, other } = this.places();
    return sameUri(uri, preferred) || (other !== undefined && sameUri(uri, other));
  }

  /** Reads the file, or reads it again after somebody else may have changed it. */
  load(): Promise<void> {
    return this.store.load();
  }

  /** Applies edits in memory at once and writes them soon. Throws when the sidecar can't be written. */
  change(edits: readonly SidecarEdit[]): void {
    this.store.change(edits);
  }

  /** Replaces the whole text; see `SidecarStore.replace`. */
  replace(text: string): Promise<void> {
    return this.store.replace(text);
  }

  /** Writes what waits; resolves when it is on disk, or when the write has failed and been told. */
  flush(): Promise<void> {
    return this.store.flush();
  }

  /** Writes what waits and lets go of the file; what can't be written is kept as a version. */
  async close(): Promise<void> {
    await this.store.close();
    this.dispose();
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private async read(): Promise<string | undefined> {
    const { preferred, other } = this.places();
    const text = await readText(preferred);
    const elsewhere = other && (await readText(other));
    if (text !== undefined && other && elsewhere !== undefined) {
      throw new Error(
        vscode.l10n.t(
          'There are two annotation files: this one and {0}. Nothing is written until one of them is removed or merged into the other.',
          vscode.workspace.asRelativePath(other),
        ),
      );
    }
    this.place = other && elsewhere !== undefined ? other : preferred;
    return text ?? elsewhere;
  }
}
