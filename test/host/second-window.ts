import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { describe as describeTarget } from '../../src/core/anchoring';
import type { Annotation } from '../../src/core/annotation/annotation';
import type { SidecarEdit } from '../../src/core/sidecar';
import { filePort } from '../../src/editor/files/file-port';
import { SidecarStore } from '../../src/editor/files/sidecar-store';
import { readText } from '../../src/editor/files/text-file';
import { sidecarOf } from './article';

/** The same files under another scheme, on which a window in the browser writes in place, with a recovery copy. */
const SCHEME = 'second-window';
/** Nothing happens by itself: the second window knows what it was last told, and writes when a step says so. */
const NEVER = 2 ** 28;

/** How far a write comes before its window dies. */
export interface Cut {
  /** Which writing call is the last: 0 is the recovery copy, 1 the file itself, 2 the deletion of the copy. */
  readonly call: 0 | 1 | 2;
  /** How much of what it writes is there by then, between 0 and 1. */
  readonly share: number;
}

/** The disk as a window in the browser has it; once told so, that window dies in the middle of a write. */
class InPlaceFiles implements vscode.FileSystemProvider {
  private cut: Cut | undefined;
  /** Writing calls that it still makes whole. */
  private left = 0;
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  dieAt(cut: Cut | undefined): void {
    this.cut = cut;
    this.left = cut?.call ?? 0;
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    return found(uri, (file) => {
      const stat = fs.statSync(file);
      const type = stat.isDirectory() ? vscode.FileType.Directory : vscode.FileType.File;
      return { type, ctime: stat.ctimeMs, mtime: stat.mtimeMs, size: stat.size };
    });
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return found(uri, (file) => fs.readFileSync(file));
  }

  /** Rejects rather than throws: VS Code never goes on with the writes of a file after one that threw at once. */
  async writeFile(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    const file = fileOf(uri);
    this.step((share) => fs.writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length * share))));
    fs.writeFileSync(file, bytes);
  }

  async delete(uri: vscode.Uri): Promise<void> {
    this.step(() => undefined);
    found(uri, (file) => fs.unlinkSync(file));
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }
  readDirectory(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
  createDirectory(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
  rename(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  /** Whatever a dead window would still do comes to nothing. */
  private step(last: (share: number) => void): void {
    if (!this.cut) return;
    if (this.left-- > 0) return;
    if (this.left === -1) last(this.cut.share);
    throw vscode.FileSystemError.Unavailable('This window is dead.');
  }
}

const fileOf = (uri: vscode.Uri): string => uri.with({ scheme: 'file' }).fsPath;

function found<T>(uri: vscode.Uri, look: (file: string) => T): T {
  try {
    return look(fileOf(uri));
  } catch {
    throw vscode.FileSystemError.FileNotFound(uri);
  }
}

const files = new InPlaceFiles();

/** Lets second windows in the browser reach the disk. */
export function mountSecondWindows(): vscode.Disposable {
  return vscode.workspace.registerFileSystemProvider(SCHEME, files, { isCaseSensitive: true });
}

/** A second window on the same files, with the production store and writing; what it knows of the disk may be old. */
export class SecondWindow {
  /** Texts that it kept as versions. */
  readonly kept: string[] = [];
  private readonly store: SidecarStore;

  private constructor(
    private readonly source: vscode.Uri,
    inBrowser: boolean,
  ) {
    const sidecar = sidecarOf(inBrowser ? source.with({ scheme: SCHEME }) : source);
    const keep = (text: string) => Promise.resolve(void this.kept.push(text));
    this.store = new SidecarStore({
      sourceName: source.path.slice(source.path.lastIndexOf('/') + 1),
      port: filePort(
        () => sidecar,
        () => readText(sidecar),
      ),
      keeper: { keep, keepBeforeMigration: keep },
      tell: () => undefined,
      warn: () => undefined,
      delays: { write: NEVER, gone: 0, retry: NEVER, look: NEVER },
    });
  }

  static async open(source: vscode.Uri, inBrowser: boolean): Promise<SecondWindow> {
    files.dieAt(undefined);
    const window = new SecondWindow(source, inBrowser);
    await window.look();
    return window;
  }

  /** Annotates words of the article as it stands on disk; false when they are not there. */
  async annotate(words: string, author: string, id: string): Promise<boolean> {
    const text = (await readText(this.source)) ?? '';
    const start = text.indexOf(words);
    if (start < 0) return false;
    const selector = describeTarget(text, { start, end: start + words.length });
    const created = '2026-11-22T08:00:00Z';
    this.change({ kind: 'add-annotation', annotation: { id, author, type: 'organisation', selector, created } });
    return true;
  }

  note(words: string, text: string): void {
    this.change({ kind: 'update-annotation', annotation: { ...this.on(words), text } });
  }

  remove(words: string): void {
    this.change({ kind: 'remove-annotation', id: this.on(words).id });
  }

  /** True when it saw an annotation file where it looked last. */
  get knowsFile(): boolean {
    return this.store.exists;
  }

  /** True when it has changes that are not on disk; without any, a save does not even look there. */
  get waits(): boolean {
    return this.store.unsaved;
  }

  /** Takes in what the disk says, as a watcher would have it do at once. */
  look(): Promise<void> {
    return this.store.load();
  }

  /** Writes what waits; rejects when that failed. */
  async save(): Promise<void> {
    await this.store.flush();
    if (this.store.failedBecause !== undefined) throw new Error(this.store.failedBecause);
  }

  /** Dies in the middle of a save. */
  async dieSaving(cut: Cut): Promise<void> {
    files.dieAt(cut);
    await this.store.flush();
  }

  private on(words: string): Annotation {
    const annotation = this.store.parsed.set.annotations.find(({ selector }) => selector.quote.includes(words));
    if (!annotation) throw new Error(`The second window knows no annotation of ${words}.`);
    return annotation;
  }

  private change(edit: SidecarEdit): void {
    this.store.change([edit]);
  }
}
