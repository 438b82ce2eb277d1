import * as vscode from 'vscode';
import {
  editParsedGlossary,
  GLOSSARY_NAME,
  GLOSSARY_VERSION,
  mergeGlossaries,
  parseGlossaryInSteps,
  type GlossaryEdit,
  type GlossaryTerm,
  type ParsedGlossary,
} from '../../core/translation';
import type { Log } from '../log';
import { filePort, followEditors } from './file-port';
import { FileStore } from './file-store';
import type { VersionKeeper } from './sidecar-file';
import type { StoreChange, StoredFormat } from './store-port';
import { readText } from './text-file';

const FORMAT: StoredFormat<ParsedGlossary, GlossaryEdit> = {
  version: GLOSSARY_VERSION,
  parseInSteps: parseGlossaryInSteps,
  edit: editParsedGlossary,
  merge: mergeGlossaries,
  // There is one version yet.
  migrate: (text) => text,
};

/** The glossary of one workspace folder: what its file says, what memory adds to it, and how both are brought together. */
export class GlossaryFile implements vscode.Disposable {
  /** Where the file stands, or would stand. */
  readonly uri: vscode.Uri;
  private readonly changed = new vscode.EventEmitter<StoreChange>();
  readonly onDidChange = this.changed.event;
  private readonly store: FileStore<ParsedGlossary, GlossaryEdit>;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    readonly folder: vscode.WorkspaceFolder,
    versions: VersionKeeper,
    log: Log,
  ) {
    const uri = (this.uri = vscode.Uri.joinPath(folder.uri, GLOSSARY_NAME));
    this.store = new FileStore({
      format: FORMAT,
      port: filePort(
        () => uri,
        () => readText(uri),
      ),
      keeper: {
        keep: (text) => versions.keep(uri, text),
        keepBeforeMigration: (text, version) => versions.keepBeforeMigration(uri, text, version),
      },
      tell: (change) => this.changed.fire(change),
      warn: (message) => log.warn(`${uri.path}: ${message}`),
    });
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      followEditors(this.store, () => uri),
    );
  }

  get terms(): readonly GlossaryTerm[] {
    return this.store.parsed.terms;
  }

  get parsed(): ParsedGlossary {
    return this.store.parsed;
  }

  /** True when the file stands on disk. */
  get exists(): boolean {
    return this.store.exists;
  }

  /** Why nothing may be written now, in the file system's words; a broken text is told by `parsed.problems`. */
  get unreadableBecause(): string | undefined {
    return this.store.unreadableBecause;
  }

  /** Why the last write failed; the change is still in memory. */
  get failedBecause(): string | undefined {
    return this.store.failedBecause;
  }

  get writable(): boolean {
    return this.store.writable;
  }

  /** Reads the file, or reads it again after somebody else may have changed it. */
  load(): Promise<void> {
    return this.store.load();
  }

  /** Applies edits in memory at once and writes them soon. Throws when the glossary can't be written. */
  change(edits: readonly GlossaryEdit[]): void {
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
