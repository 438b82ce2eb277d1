import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { hasTranslation } from '../../core/translation';
import { readText } from '../files/text-file';
import { messageOf, type Log } from '../log';
import { knownAuthor } from '../session/author';
import type { Sessions } from '../session/sessions';
import { SourceFiles } from './source-files';
import { Turns } from './turns';
import { readSource, type CorpusSource } from './workspace-sources';

export type { CorpusSource } from './workspace-sources';

/** A translation note with its source. */
export interface CorpusNote {
  readonly source: CorpusSource;
  readonly annotation: Annotation;
}

/** Learns how many sources of all have been read. */
export type ReadingProgress = (read: number, all: number) => void;

/** Somebody who waits until everything has been read. */
interface Waiter {
  readonly tell: ReadingProgress | undefined;
  readonly done: () => void;
}

/** How many sources are read side by side. */
const READERS = 6;
/** Listeners are told of what was read at most so often, in milliseconds. */
const TELL_DELAY = 150;
/** Pause after the first source was opened before the others are read in the background, in milliseconds. */
const BACKGROUND_DELAY = 4_000;

/**
 * The sources of the workspace with their annotations as they are now. Reads nothing until somebody needs it, or a source
 * has been open for a few seconds; from then on it follows editors and disk.
 */
export class Corpus implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<ReadonlySet<string>>();
  /** The URIs, as strings, of sources that were read, read again, or are gone; fires while the first reading goes on, too. */
  readonly onDidChange = this.changed.event;

  /** Work on the corpus takes its turns here, so that all of it together leaves the host its time. */
  readonly turns = new Turns();

  private readonly files = new SourceFiles(this.turns);
  private readonly known = new Map<string, CorpusSource>();
  private readonly waiting = new Map<string, vscode.Uri>();
  private readonly waiters = new Set<Waiter>();
  private readonly told = new Set<string>();
  /** Which reading of a source is its latest: an earlier one may end later. */
  private readonly latest = new Map<string, number>();
  private finding: Promise<void> | undefined;
  private readers = 0;
  private readings = 0;
  private complete = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private background: ReturnType<typeof setTimeout> | undefined;
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly sessions: Sessions,
    private readonly log: Log,
  ) {
    this.subscription = vscode.Disposable.from(
      this.files,
      this.files.onDidChange((uris) => this.read(uris)),
      sessions.onDidChange(({ session: { uri }, change }) => {
        if (change === 'placements' || change === 'suggestions' || change === 'sidecar') return;
        if (!this.finding) this.background ??= setTimeout(() => void this.ready(), BACKGROUND_DELAY);
        else if (this.files.admit(uri)) this.read([uri]);
      }),
    );
  }

  /** True when every source has been read once. */
  get isReady(): boolean {
    return this.complete;
  }

  /** The sources that have been read so far, in natural order of their paths. */
  sources(): readonly CorpusSource[] {
    return this.files.all.flatMap((uri) => this.known.get(uri.toString()) ?? []);
  }

  /** One source; `undefined` when it is none, or has not been read yet. */
  source(uri: vscode.Uri | string): CorpusSource | undefined {
    return this.known.get(uri.toString());
  }

  /** The annotations of a source that the reader may see: in blind mode those of others are hidden. */
  annotationsOf({ set }: CorpusSource): readonly Annotation[] {
    if (!this.sessions.isBlind) return set.annotations;
    const reader = knownAuthor();
    return set.annotations.filter(({ author }) => author === reader);
  }

  /** All annotations with a translation that the reader may see, in the sources that have been read so far. */
  notes(): readonly CorpusNote[] {
    return this.sources().flatMap((source) =>
      this.annotationsOf(source).flatMap((annotation) => (hasTranslation(annotation) ? [{ source, annotation }] : [])),
    );
  }

  /** The present text of a source, from its editor or from disk; `undefined` when it is gone. Throws `UnreadableFile`. */
  async textOf(uri: vscode.Uri): Promise<string | undefined> {
    return this.sessions.get(uri)?.text ?? (await readText(uri));
  }

  /**
   * Reads what has not been read. Answers false when the token was cancelled first: what was read by then stays, and a
   * later call goes on from there.
   */
  async ready(token?: vscode.CancellationToken, tell?: ReadingProgress): Promise<boolean> {
    await (this.finding ??= this.find());
    if (token?.isCancellationRequested) return false;
    if (this.isSettled) return true;
    return new Promise((resolve) => {
      const leave = (done: boolean) => {
        this.waiters.delete(waiter);
        cancelling?.dispose();
        resolve(done);
      };
      const waiter: Waiter = { tell, done: () => leave(true) };
      const cancelling = token?.onCancellationRequested(() => leave(false));
      this.waiters.add(waiter);
      this.pump();
    });
  }

  /** The same, with progress in a notification that can cancel it. */
  async readyWithProgress(title: string): Promise<boolean> {
    return (await this.withAllRead(title, () => Promise.resolve(true))) ?? false;
  }

  /** Reads what has not been read, then does some work, with one progress that can cancel both; `undefined` when it was cancelled. */
  withAllRead<Result>(
    title: string,
    work: (token: vscode.CancellationToken) => Promise<Result | undefined>,
  ): Thenable<Result | undefined> {
    return vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      async (progress, token) => {
        let told = 0;
        const done = await this.ready(token, (read, all) => {
          const share = Math.floor((100 * read) / all);
          if (share <= told) return;
          progress.report({ increment: share - told, message: `${read}/${all}` });
          told = share;
        });
        return done ? work(token) : undefined;
      },
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    clearTimeout(this.background);
    this.waiting.clear();
    vscode.Disposable.from(this.subscription, this.changed).dispose();
  }

  private async find(): Promise<void> {
    clearTimeout(this.background);
    const found = await this.files.start(this.sessions.all.map(({ uri }) => uri));
    await this.turns.takeEach(found, (uri) => this.read([uri]));
    this.complete = this.isSettled;
  }

  private get isSettled(): boolean {
    return this.waiting.size === 0 && this.readers === 0;
  }

  /** Reads these before long; those that are gone are forgotten. */
  private read(uris: readonly vscode.Uri[]): void {
    for (const uri of uris) this.waiting.set(uri.toString(), uri);
    if (this.complete) this.pump();
  }

  /** Nobody who waits, nothing is read: a first reading that was cancelled rests until it is asked for again. */
  private pump(): void {
    while (this.readers < Math.min(READERS, this.waiting.size)) void this.readOn();
  }

  private async readOn(): Promise<void> {
    this.readers++;
    for (const [key, uri] of this.waiting) {
      this.waiting.delete(key);
      await this.readOne(key, uri);
      for (const { tell } of this.waiters) tell?.(this.files.count - this.waiting.size, this.files.count);
      if (!this.complete && this.waiters.size === 0) break;
    }
    this.readers--;
    if (!this.isSettled) return;
    this.complete = true;
    this.tell();
    for (const { done } of this.waiters) done();
  }

  private async readOne(key: string, uri: vscode.Uri): Promise<void> {
    const reading = ++this.readings;
    this.latest.set(key, reading);
    let source: CorpusSource | undefined;
    try {
      source = this.files.has(uri) ? await readSource(this.sessions, uri, this.turns) : undefined;
    } catch (error) {
      this.log.debug(`${uri.path}: ${messageOf(error)}`);
    }
    if (this.latest.get(key) !== reading) return;
    this.latest.delete(key);
    if (source) this.known.set(key, source);
    else if (!this.known.delete(key)) return;
    this.told.add(key);
    this.timer ??= setTimeout(() => this.tell(), TELL_DELAY);
  }

  private tell(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.told.size === 0) return;
    const uris = new Set(this.told);
    this.told.clear();
    this.changed.fire(uris);
  }
}
