/** An editor in which the sidecar is open with changes that were not saved. */
export interface UnsavedEditor {
  readonly text: string;
  /** Makes it say `text`, as one step of that editor's undo. Throws when the editor refuses. */
  replace(text: string): Promise<void>;
}

/** The file, as the store sees it. */
export interface SidecarPort {
  /** The text now; `undefined` when there is no file. Throws when it can't be read, or must not be used. */
  read(): Promise<string | undefined>;
  /** What a write that was cut off wanted to say, where writes are not atomic. */
  interrupted(): Promise<string | undefined>;
  /** Writes whole and durably; throws `ChangedMeanwhile` when the file does not say `expected` any more. */
  write(text: string, expected: string | undefined): Promise<void>;
  unsavedEditor(): UnsavedEditor | undefined;
}

/** Where earlier texts of one sidecar are kept. Neither throws. */
export interface TextKeeper {
  /** Keeps a text that is about to be replaced, that is gone from disk, or that could not be written. */
  keep(text: string): Promise<void>;
  /** Keeps a text for good before it is brought to a newer format. */
  keepBeforeMigration(text: string, version: number): Promise<void>;
}

export interface StoreOptions {
  readonly sourceName: string;
  readonly port: SidecarPort;
  readonly keeper: TextKeeper;
  tell(change: SidecarChange): void;
  warn(message: string): void;
  /** The format that is written; tests put another in its place. */
  readonly format?: { readonly version: number; migrate(text: string, version: number): string };
  readonly delays?: { readonly write: number; readonly gone: number };
}

export type SidecarChange = 'edited' | 'outside' | 'saved' | 'failed';
