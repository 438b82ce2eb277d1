/** An editor in which the file is open with changes that were not saved. */
export interface UnsavedEditor {
  readonly text: string;
  /** Makes it say `text`, as one step of that editor's undo. Throws when the editor refuses. */
  replace(text: string): Promise<void>;
}

/** The file, as the store sees it. */
export interface StorePort {
  /** The text now; `undefined` when there is no file. Throws when it can't be read, or must not be used. */
  read(): Promise<string | undefined>;
  /** What a write that was cut off wanted to say, where writes are not atomic. */
  interrupted(): Promise<string | undefined>;
  /** Writes whole and durably; throws `ChangedMeanwhile` when the file does not say `expected` any more. */
  write(text: string, expected: string | undefined): Promise<void>;
  unsavedEditor(): UnsavedEditor | undefined;
}

/** Where earlier texts of one file are kept. Neither throws. */
export interface TextKeeper {
  /** Keeps a text that is about to be replaced, that is gone from disk, or that could not be written. */
  keep(text: string): Promise<void>;
  /** Keeps a text for good before it is brought to a newer format. */
  keepBeforeMigration(text: string, version: number): Promise<void>;
}

/** What a stored text is read to. */
export interface StoredText {
  readonly text: string;
  /** Why it should be mended, the worst first where it is not `writable`. */
  readonly problems: readonly { readonly code: string; readonly message: string }[];
  /** False when the file must not be written before a person mends it. */
  readonly writable: boolean;
  /** The number of its format; absent when it says none. */
  readonly version: number | undefined;
}

/** How a kind of file is read, edited and merged; pure. */
export interface StoredFormat<Parsed extends StoredText, Edit> {
  /** The format that is written. */
  readonly version: number;
  parseInSteps(text: string): Generator<void, Parsed>;
  /** An `edit-failed` or `not-writable` among the problems means that nothing was changed. */
  edit(parsed: Parsed, edits: readonly Edit[]): { readonly parsed: Parsed; readonly problems: StoredText['problems'] };
  /** Three ways, without `base` two; no text where a side can't be read safely. */
  merge(
    base: string | undefined,
    ours: string,
    theirs: string,
  ): { readonly text: string | undefined; readonly conflicts: readonly unknown[] };
  migrate(text: string, version: number): string;
}

export interface StoreOptions<Parsed extends StoredText, Edit> {
  readonly format: StoredFormat<Parsed, Edit>;
  readonly port: StorePort;
  readonly keeper: TextKeeper;
  tell(change: StoreChange): void;
  warn(message: string): void;
  /** Those of `pace.ts` when absent. */
  readonly delays?: StoreDelays;
}

/** The pauses of a store, in milliseconds. */
export interface StoreDelays {
  /** After a change, before it is written. */
  readonly write: number;
  /** Before a file that is gone is looked for once more. */
  readonly gone: number;
  /** After the first write that failed; doubles up to a minute. */
  readonly retry: number;
  /** After a write, before the file is looked at again. */
  readonly look: number;
}

export type StoreChange = 'edited' | 'outside' | 'saved' | 'failed';
