import * as vscode from 'vscode';
import { writeDurably } from '#host';
import {
  editParsed,
  mergeSidecars,
  parseSidecar,
  parseSidecarInSteps,
  type ParsedSidecar,
  type SidecarEdit,
} from '../../core/sidecar';
import type { Log } from '../log';
import { messageOf } from '../log';
import { readText, sameUri } from './text-file';

/** Pause after a change before it is written, in milliseconds; well below the second that SIDECAR.md allows. */
const WRITE_DELAY = 300;
/** A file longer than this is parsed in steps, so that the host can do something else between. */
const PARSE_AT_ONCE = 200_000;

/** Where earlier versions of a sidecar are kept. */
export interface VersionKeeper {
  /** Keeps a text that is about to be replaced, or that is gone from disk. Never throws. */
  keep(uri: vscode.Uri, text: string): Promise<void>;
}

export type SidecarChange = 'edited' | 'outside' | 'saved' | 'failed';

/**
 * One sidecar on disk and what memory adds to it. The only place that reads and writes it: `disk` is what was last seen
 * there, `memory` what it should say; a write merges the two three ways when somebody else wrote in between.
 */
export class SidecarFile implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<SidecarChange>();
  readonly onDidChange = this.changed.event;

  /** The text last seen on disk; `undefined` when there is no file. */
  private disk: string | undefined;
  private current: ParsedSidecar = parseSidecar('');
  private pending = false;
  private failure: string | undefined;
  private unreadable: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    readonly uri: vscode.Uri,
    private readonly sourceName: string,
    private readonly versions: VersionKeeper,
    private readonly log: Log,
  ) {}

  get parsed(): ParsedSidecar {
    return this.current;
  }

  /** True when the file stands on disk. */
  get exists(): boolean {
    return this.disk !== undefined;
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
    return this.pending;
  }

  get writable(): boolean {
    return this.current.writable && this.unreadable === undefined;
  }

  /** Reads the file, or reads it again after somebody else may have changed it. Never writes the sidecar. */
  load(): Promise<void> {
    return this.enqueue(() => this.read());
  }

  /** Applies edits in memory at once and writes them soon. Throws when the sidecar can't be written. */
  change(edits: readonly SidecarEdit[]): void {
    if (!this.writable) throw new Error(this.unreadable ?? this.current.problems[0]?.message ?? 'not writable');
    const result = editParsed(this.current, edits, { fileName: this.sourceName, parsed: this.current });
    for (const problem of result.problems) this.log.warn(`${this.uri.path}: ${problem.code}: ${problem.message}`);
    this.current = result.parsed;
    this.pending = true;
    this.changed.fire('edited');
    this.scheduleWrite();
  }

  /** Replaces the whole text, for Restore and for mending a file that could not be read; the old text is kept as a version. */
  async replace(text: string): Promise<void> {
    await this.enqueue(async () => {
      if (this.disk !== undefined) await this.versions.keep(this.uri, this.disk);
      this.unreadable = undefined;
      this.current = parseSidecar(text, { source: this.sourceName });
      this.pending = true;
      await this.write(true);
    });
    this.changed.fire('outside');
  }

  /** Writes what waits; resolves when it is on disk, or when the write has failed and been told. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    return this.enqueue(() => this.write(false));
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.changed.dispose();
  }

  private scheduleWrite(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), WRITE_DELAY);
  }

  private enqueue<T>(task: () => Promise<T>): Promise<T> {
    const next = this.queue.then(task, task);
    this.queue = next.catch(() => undefined);
    return next;
  }

  private async read(): Promise<void> {
    let text: string | undefined;
    try {
      text = await readText(this.uri);
    } catch (error) {
      this.unreadable = messageOf(error);
      this.changed.fire('outside');
      return;
    }
    const first = this.disk === undefined && !this.pending;
    const recovered = this.unreadable !== undefined;
    this.unreadable = undefined;
    if (text === this.disk && !recovered && !(first && text !== undefined)) return;
    if (text === undefined && this.disk !== undefined) await this.versions.keep(this.uri, this.disk);
    const wanted = this.pending ? this.merge(text) : (text ?? '');
    this.disk = text;
    if (wanted !== this.current.text || recovered) this.current = await this.parse(wanted);
    this.changed.fire('outside');
  }

  /** What memory and a changed disk say together; `undefined` for a file that is gone leaves memory as it is. */
  private merge(theirs: string | undefined): string {
    if (theirs === undefined) return this.current.text;
    const merged = mergeSidecars(this.disk, this.current.text, theirs);
    if (merged.text !== undefined) {
      if (merged.conflicts.length > 0)
        this.log.warn(`${this.uri.path}: ${merged.conflicts.length} conflicts after a merge`);
      return merged.text;
    }
    // Theirs can't be read: ours is kept as a version and theirs is shown with its problem, never written over.
    void this.versions.keep(this.uri, this.current.text);
    this.pending = false;
    return theirs;
  }

  private async parse(text: string): Promise<ParsedSidecar> {
    if (text.length < PARSE_AT_ONCE) return parseSidecar(text, { source: this.sourceName });
    const steps = parseSidecarInSteps(text, { source: this.sourceName });
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }

  private async write(asIs: boolean): Promise<void> {
    if (!this.pending || this.unreadable !== undefined) return;
    try {
      const open = vscode.workspace.textDocuments.find((document) => sameUri(document.uri, this.uri));
      if (open?.isDirty) return await this.writeIntoEditor(open, asIs);
      const onDisk = await readText(this.uri);
      if (!asIs && onDisk !== this.disk) {
        const merged = this.merge(onDisk);
        this.disk = onDisk;
        this.current = await this.parse(merged);
        this.changed.fire('outside');
        if (!this.pending) return;
      }
      const text = this.current.text;
      if (text !== onDisk) {
        await writeDurably(this.uri, text);
        if (onDisk !== undefined) await this.versions.keep(this.uri, onDisk);
      }
      this.disk = text;
      this.pending = this.current.text !== text;
      this.failure = undefined;
      this.changed.fire('saved');
      if (this.pending) this.scheduleWrite();
    } catch (error) {
      this.failure = messageOf(error);
      this.log.error(`${this.uri.path} could not be written: ${this.failure}`);
      this.changed.fire('failed');
    }
  }

  /** The researcher is editing the sidecar by hand and has not saved: our change joins theirs in that editor. */
  private async writeIntoEditor(document: vscode.TextDocument, asIs: boolean): Promise<void> {
    const typed = document.getText();
    const wanted = asIs ? this.current.text : this.merge(typed);
    if (wanted !== typed) {
      const edit = new vscode.WorkspaceEdit();
      const { start, end, text } = smallestReplacement(typed, wanted);
      edit.replace(this.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
      if (!(await vscode.workspace.applyEdit(edit)))
        throw new Error(vscode.l10n.t('The open annotation file could not be edited.'));
    }
    this.current = await this.parse(wanted);
    this.pending = false;
    this.failure = undefined;
    this.changed.fire('saved');
  }
}

/** The one replacement that turns `from` into `to`, without their common start and end. */
function smallestReplacement(from: string, to: string): { start: number; end: number; text: string } {
  let start = 0;
  const shorter = Math.min(from.length, to.length);
  while (start < shorter && from.charCodeAt(start) === to.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < shorter - start && from.charCodeAt(from.length - 1 - tail) === to.charCodeAt(to.length - 1 - tail))
    tail++;
  return { start, end: from.length - tail, text: to.slice(start, to.length - tail) };
}
