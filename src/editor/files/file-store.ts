import { ChangedMeanwhile } from './changed-meanwhile';
import { EditorHandover } from './editor-handover';
import { afterInterruption, isCutOff, joinedInto } from './joining';
import { GONE_GRACE } from './pace';
import { parseAtOnce, parseBetweenOtherWork } from './parsing';
import type { StoreChange, StoredFormat, StoredText, StoreOptions, UnsavedEditor } from './store-port';
import { StoreTimes } from './store-times';

/** How often a write merges with others who write at the same time before it gives up for now. */
const MOST_ATTEMPTS = 10;

/**
 * One file that we and others write: what it last said, what memory adds to it, and the order in which both are brought together. Every
 * text that is written was made by merging with what the file says at that moment, so nobody's change is lost:
 *
 * - a change made while a write runs stays pending and is written next;
 * - a file that can't be understood is never written; our changes are held until it is mended, then merged in;
 * - a file that is gone empties the store, after its text was kept; it comes back only by a new change or by `replace`;
 * - while an editor holds unsaved changes of the file, ours join them there, and count as saved when they are on disk.
 */
export class FileStore<Parsed extends StoredText, Edit> {
  /** The text last seen on disk; `undefined` when there is no file. */
  private disk: string | undefined;
  private current: Parsed;
  private pending = false;
  /** Our changes to `base`, while the file on disk is broken. */
  private held: { readonly base: string | undefined; readonly ours: string } | undefined;
  private readonly handover = new EditorHandover();
  private failure: string | undefined;
  /** The last text that was kept because it could not be written. */
  private unwritten: string | undefined;
  private unreadable: string | undefined;
  private loaded = false;
  private emptied = false;
  private closed = false;
  private readonly times: StoreTimes;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: StoreOptions<Parsed, Edit>) {
    this.current = parseAtOnce(options.format, '');
    this.times = new StoreTimes({ write: () => void this.flush(), look: () => void this.load() }, options.delays);
  }

  get parsed(): Parsed {
    return this.current;
  }

  /** True when the file stands on disk. */
  get exists(): boolean {
    return this.disk !== undefined;
  }

  /** True when the file was there and is gone, and nothing has been annotated since: its last text is kept. */
  get isGone(): boolean {
    return this.emptied;
  }

  /** Why nothing may be written now, in the file system's words; a broken text is told by `parsed.problems`. */
  get unreadableBecause(): string | undefined {
    return this.unreadable;
  }

  /** Why the last write failed; the change is still in memory. */
  get failedBecause(): string | undefined {
    return this.failure;
  }

  /** True while a change waits to be written. */
  get unsaved(): boolean {
    return this.pending || this.held !== undefined;
  }

  get writable(): boolean {
    return this.current.writable && this.unreadable === undefined;
  }

  /**
   * Reads the file, or reads it again after somebody else may have changed it. The first reading leads to no write, even
   * where it finds one that was cut off; a later one may let go what had to wait.
   */
  load(): Promise<void> {
    return this.enqueue(async () => {
      const first = !this.loaded;
      await this.takeIn();
      if (!first && this.pending && !this.times.willWrite) this.times.writeSoon();
    });
  }

  /** Applies edits in memory at once and writes them soon. Throws when the sidecar can't be written. */
  change(edits: readonly Edit[]): void {
    if (!this.writable) throw new Error(this.unreadable ?? this.current.problems[0]?.message ?? 'not writable');
    this.bringUpToDate();
    const result = this.format.edit(this.current, edits);
    for (const { code, message } of result.problems) this.options.warn(`${code}: ${message}`);
    const failed = result.problems.find(({ code }) => code === 'edit-failed');
    if (failed) throw new Error(failed.message);
    this.current = result.parsed;
    this.pending = true;
    this.emptied = false;
    this.options.tell('edited');
    this.times.writeSoon();
  }

  /**
   * Replaces the whole text, for Restore and for mending a broken file; the old text is kept as a version. Into the
   * editor where one holds unsaved changes. Changes held back by a broken file are merged in. Throws when it fails.
   */
  replace(text: string): Promise<void> {
    return this.enqueue(async () => {
      await this.write();
      const editor = this.options.port.unsavedEditor();
      if (editor) return editor.replace(text);
      const onDisk = await this.options.port.read();
      if (onDisk !== undefined) await this.options.keeper.keep(onDisk);
      await this.options.port.write(text, onDisk);
      this.times.lookAgain();
      if (this.pending && this.failure === undefined) this.held ??= { base: this.disk, ours: this.current.text };
      this.pending = false;
      this.unreadable = undefined;
      this.failure = undefined;
      await this.takeText(text);
      this.options.tell('outside');
      if (this.pending) this.times.writeSoon();
    });
  }

  /** Writes what waits; resolves when it is on disk, or when the write has failed and been told. */
  flush(): Promise<void> {
    this.times.cancelWrite();
    return this.enqueue(() => this.write());
  }

  /** Writes what waits; what can't be written is kept as a version. Nothing is told afterwards. */
  async close(): Promise<void> {
    this.closed = true;
    this.times.stop();
    await this.flush();
    const unwritten = this.held?.ours ?? (this.pending ? this.current.text : undefined);
    if (unwritten !== undefined) await this.options.keeper.keep(unwritten);
  }

  /** An editor holds unsaved changes of the file, or holds none any more. */
  editorHolds(unsaved: boolean): void {
    this.handover.holds(unsaved, this.disk);
  }

  /** An editor is about to save the file: what we put into it counts as its own from now on. */
  editorSaves(): void {
    this.handover.saves();
  }

  private get format(): StoredFormat<Parsed, Edit> {
    return this.options.format;
  }

  private tell(change: StoreChange): void {
    if (!this.closed) this.options.tell(change);
  }

  private enqueue<T>(task: () => Promise<T>): Promise<T> {
    const next = this.queue.then(task, task);
    this.queue = next.catch(() => undefined);
    return next;
  }

  /** A file of an older format is kept as it is and brought up to date before its first change. */
  private bringUpToDate(): void {
    const { format } = this;
    const { version, text } = this.current;
    if (version === undefined || version >= format.version) return;
    const migrated = parseAtOnce(format, format.migrate(text, version));
    if (!migrated.writable) throw new Error(migrated.problems[0]?.message ?? 'not writable');
    void this.enqueue(() => this.options.keeper.keepBeforeMigration(text, version));
    this.current = migrated;
  }

  /** Takes in what the file says now. False when it can't be read. */
  private async takeIn(): Promise<boolean> {
    let text: string | undefined;
    try {
      text = await this.readSettled();
    } catch (error) {
      this.unreadable = error instanceof Error ? error.message : String(error);
      this.tell('outside');
      return false;
    }
    const readableAgain = this.unreadable !== undefined;
    this.unreadable = undefined;
    if (!this.loaded) {
      this.loaded = true;
      await this.takeFirst(text);
    } else if (text === this.disk) {
      // What we put into an editor was thrown away there: it is ours to write again.
      if (!this.options.port.unsavedEditor()) this.handover.forget();
      if (!readableAgain) return true;
    } else if (await this.takeCutOff(text)) {
      this.options.warn('a write was cut off; what it wanted to say is written again');
    } else if (text === undefined) {
      await this.empty();
    } else {
      await this.takeText(text);
    }
    this.tell('outside');
    return true;
  }

  private async readSettled(): Promise<string | undefined> {
    const text = await this.options.port.read();
    if (text !== undefined || this.disk === undefined) return text;
    await new Promise((resolve) => setTimeout(resolve, this.options.delays?.gone ?? GONE_GRACE));
    return this.options.port.read();
  }

  /** The first reading, which also picks up a write that a crash cut off; it is finished by the next write, not here. */
  private async takeFirst(text: string | undefined): Promise<void> {
    const copy = await this.options.port.interrupted();
    const wanted = copy === undefined ? text : afterInterruption(this.format.merge, copy, text);
    if (copy !== undefined && wanted !== copy && copy !== text) await this.options.keeper.keep(copy);
    if (wanted === text) {
      if (text !== undefined) await this.takeText(text);
      return;
    }
    if (text !== undefined) await this.options.keeper.keep(text);
    const recovered = wanted ?? '';
    const joined = this.pending ? this.format.merge(undefined, this.current.text, recovered).text : recovered;
    this.disk = text;
    this.current = parseAtOnce(this.format, joined ?? recovered);
    this.pending = true;
  }

  /**
   * A write of ours, or of another window, was cut off while the store was open: what is missing now was not deleted by
   * anybody. Memory takes in what the write wanted to say, for the next write. False when no write was cut off.
   */
  private async takeCutOff(text: string | undefined): Promise<boolean> {
    const copy = await this.options.port.interrupted();
    if (copy === undefined || !isCutOff(copy, text, this.failure !== undefined)) return false;
    const next = this.joined(copy);
    this.current = parseAtOnce(this.format, next.text);
    this.held = next.held;
    this.handover.forget();
    this.disk = text;
    this.pending = true;
    return true;
  }

  /** The file is gone: its text, and what we had not written yet, are kept; nothing is written unasked. */
  private async empty(): Promise<void> {
    const lost = [this.disk, this.pending ? this.current.text : undefined, this.held?.ours];
    this.disk = undefined;
    this.current = parseAtOnce(this.format, '');
    this.pending = false;
    this.held = undefined;
    this.handover.forget();
    this.failure = undefined;
    this.emptied = true;
    this.times.cancelWrite();
    for (const text of lost) if (text !== undefined) await this.options.keeper.keep(text);
  }

  /** Brings memory together with a text that the file now says. */
  private async takeText(text: string): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      const ours = this.current;
      const next = this.joined(text);
      const parsed =
        attempt < 3 ? await parseBetweenOtherWork(this.format, next.text) : parseAtOnce(this.format, next.text);
      // A change that came in while the text was parsed has to take part.
      if (this.current !== ours) continue;
      this.disk = text;
      this.current = parsed;
      this.pending = next.text !== text;
      this.held = next.held;
      this.handover.forget();
      this.emptied = false;
      if (next.held === undefined) return;
      this.times.cancelWrite();
      return this.options.keeper.keep(next.held.ours);
    }
  }

  /** What memory and the file say together; where the file is broken its own text, with our changes held back. */
  private joined(theirs: string): { readonly text: string; readonly held: FileStore<Parsed, Edit>['held'] } {
    const mine =
      this.held ?? (this.pending ? { base: this.handover.baseOnDisk(this.disk), ours: this.current.text } : undefined);
    if (mine === undefined) return { text: theirs, held: undefined };
    const merged = joinedInto(this.format.merge, theirs, mine.base, mine.ours);
    if (merged === undefined) return { text: theirs, held: mine };
    return { text: merged, held: undefined };
  }

  private async write(): Promise<void> {
    if (!this.unsaved) return;
    try {
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        if (!(await this.takeIn())) throw new Error(this.unreadable);
        if (!this.pending || !this.current.writable) return;
        const editor = this.options.port.unsavedEditor();
        if (editor) return await this.writeIntoEditor(editor);
        if (await this.writeToDisk()) return;
      }
      throw new ChangedMeanwhile();
    } catch (error) {
      await this.fail(error instanceof Error ? error.message : String(error));
    }
  }

  /** A failure is told once, its text kept once, and the write tried again: a disk gets room, a share comes back. */
  private async fail(reason: string): Promise<void> {
    const isNew = reason !== this.failure;
    this.failure = reason;
    if (isNew) this.options.warn(`could not be written: ${reason}`);
    const { text } = this.current;
    if (text !== this.unwritten) await this.options.keeper.keep(text);
    this.unwritten = text;
    if (isNew) this.tell('failed');
    this.times.tryAgain();
  }

  /** False when somebody else wrote at the same moment. */
  private async writeToDisk(): Promise<boolean> {
    const wanted = this.current;
    const replaced = this.disk;
    if (wanted.text !== replaced) {
      try {
        await this.options.port.write(wanted.text, replaced);
        this.times.lookAgain();
      } catch (error) {
        if (error instanceof ChangedMeanwhile) return false;
        throw error;
      }
    }
    this.disk = wanted.text;
    this.handover.forget();
    this.pending = this.current !== wanted;
    this.failure = undefined;
    this.times.succeeded();
    this.tell('saved');
    if (this.pending) this.times.writeSoon();
    if (replaced !== undefined && replaced !== wanted.text) await this.options.keeper.keep(replaced);
    return true;
  }

  /** The researcher is editing the sidecar by hand and has not saved: our change joins theirs in that editor. */
  private async writeIntoEditor(editor: UnsavedEditor): Promise<void> {
    const ours = this.current.text;
    if (this.handover.has(ours)) return;
    const base = this.handover.baseInEditor(this.disk);
    const merged = joinedInto(this.format.merge, editor.text, base, ours);
    if (merged === undefined) {
      throw new Error('The file is open with unsaved changes that can’t be read. Mend or save it there first.');
    }
    if (merged !== editor.text) await editor.replace(merged);
    this.handover.give(ours);
    this.failure = undefined;
    this.tell('edited');
  }
}
