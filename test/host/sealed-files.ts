import * as vscode from 'vscode';

/** A file system in memory that refuses every write while it is sealed, as a folder without write permission does. */
export class SealedFiles implements vscode.FileSystemProvider {
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;
  private readonly files = new Map<string, { bytes: Uint8Array; mtime: number }>();
  sealed = false;
  /** How many writes were refused. */
  refused = 0;

  put(uri: vscode.Uri, text: string): void {
    this.files.set(uri.path, { bytes: new TextEncoder().encode(text), mtime: Date.now() });
  }

  get(uri: vscode.Uri): string | undefined {
    const file = this.files.get(uri.path);
    return file && new TextDecoder().decode(file.bytes);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.files.get(uri.path);
    if (file) return { type: vscode.FileType.File, ctime: 0, mtime: file.mtime, size: file.bytes.length };
    if ([...this.files.keys()].some((path) => path.startsWith(`${uri.path}/`) || uri.path === '/')) {
      return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    }
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    return [...this.files.keys()]
      .filter((path) => path.startsWith(`${uri.path}/`))
      .map((path) => [path.slice(uri.path.length + 1), vscode.FileType.File]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file.bytes;
  }

  /** Rejects and never throws: the editor's queue of writes to one file would wait for ever for a write that threw. */
  async writeFile(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    this.guard(uri);
    this.files.set(uri.path, { bytes, mtime: Date.now() });
  }

  delete(uri: vscode.Uri): void {
    this.guard(uri);
    if (!this.files.delete(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.guard(to);
    const file = this.files.get(from.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(from);
    this.files.delete(from.path);
    this.files.set(to.path, file);
  }

  createDirectory(uri: vscode.Uri): void {
    this.guard(uri);
  }

  private guard(uri: vscode.Uri): void {
    if (!this.sealed) return;
    this.refused++;
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}
