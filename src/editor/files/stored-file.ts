import * as vscode from 'vscode';
import type { Log } from '../log';
import { filePort, followEditors } from './file-port';
import type { FileStore } from './file-store';
import type { StoreChange, StoredText, StoreOptions } from './store-port';

/** Where earlier versions of stored files are kept. Neither throws. */
export interface VersionKeeper {
  /** Keeps a text that is about to be replaced, that is gone from disk, or that could not be written. */
  keep(uri: vscode.Uri, text: string): Promise<void>;
  /** Keeps a text for good before it is brought to a newer format. */
  keepBeforeMigration(uri: vscode.Uri, text: string, version: number): Promise<void>;
}

/** Where a stored file stands. */
export interface StoredPlace {
  /** Where it stands, or would stand; may change with each reading. */
  readonly uri: vscode.Uri;
  /** Its text; `undefined` when there is no file. Throws when it can't be read, or must not be used. */
  read(): Promise<string | undefined>;
}

/** A `FileStore` on a file of the workspace: what it says, what memory adds to it, and how both are brought together. */
export abstract class StoredFile<Parsed extends StoredText, Edit> implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<StoreChange>();
  readonly onDidChange = this.changed.event;
  private readonly store: FileStore<Parsed, Edit>;
  private readonly subscriptions: vscode.Disposable;

  protected constructor(
    private readonly place: StoredPlace,
    versions: VersionKeeper,
    log: Log,
    makeStore: (surroundings: Omit<StoreOptions<Parsed, Edit>, 'format'>) => FileStore<Parsed, Edit>,
  ) {
    this.store = makeStore({
      port: filePort(
        () => place.uri,
        () => place.read(),
      ),
      keeper: {
        keep: (text) => versions.keep(place.uri, text),
        keepBeforeMigration: (text, version) => versions.keepBeforeMigration(place.uri, text, version),
      },
      tell: (change) => this.changed.fire(change),
      warn: (message) => log.warn(`${place.uri.path}: ${message}`),
    });
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      followEditors(this.store, () => place.uri),
    );
  }

  /** Where the file stands, or would stand. */
  get uri(): vscode.Uri {
    return this.place.uri;
  }

  get parsed(): Parsed {
    return this.store.parsed;
  }

  /** True when the file stands on disk. */
  get exists(): boolean {
    return this.store.exists;
  }

  /** True when the file was there and is gone, and nothing has been changed since: its last text is kept. */
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

  /** Reads the file, or reads it again after somebody else may have changed it. */
  load(): Promise<void> {
    return this.store.load();
  }

  /** Applies edits in memory at once and writes them soon. Throws when the file can't be written. */
  change(edits: readonly Edit[]): void {
    this.store.change(edits);
  }

  /** Replaces the whole text, to mend a broken file; the old text is kept as a version. Throws when it fails. */
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
}
