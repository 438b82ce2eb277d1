import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseSidecar } from '../../src/core/sidecar';
import { closeAll, readSidecar, run, selectWords, sidecarOf, until } from './article';

const TEXT = 'Sietske Bouma reist van Curaçao naar Sneek, en terug naar Joure en Bolsward.\n';

/** What stands on a remote disk, by path. */
type RemoteDisk = Map<string, Uint8Array>;

/** A window's connection to a remote disk; a write of an annotation file can be made to stop in the middle, and the connection to break there. */
class Connection implements vscode.FileSystemProvider {
  /** Answers how many bytes of an annotation file arrive before the write fails; all of them when absent. */
  arrives: ((bytes: Uint8Array) => number) | undefined;
  /** After a write that failed nothing is read, written or removed any more. */
  breaks = false;
  broken = false;
  failed = 0;
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;

  constructor(private readonly disk: RemoteDisk) {}

  watch(): vscode.Disposable {
    return { dispose: () => undefined };
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    if (uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { length } = await this.readFile(uri);
    return { type: vscode.FileType.File, ctime: 1, mtime: this.disk.size, size: length };
  }

  readDirectory(): [string, vscode.FileType][] {
    return [...this.disk.keys()].map((path) => [path.slice(1), vscode.FileType.File]);
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    this.requireConnection();
    const bytes = this.disk.get(uri.path);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  }

  /** Rejects rather than throws: VS Code never goes on with the writes of a file after one that threw at once. */
  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    this.requireConnection();
    const cut = uri.path.endsWith('.annotations.yaml') ? this.arrives?.(content) : undefined;
    this.disk.set(uri.path, content.slice(0, cut));
    if (cut === undefined) return;
    this.failed++;
    this.broken = this.breaks;
    throw vscode.FileSystemError.Unavailable('the connection is gone');
  }

  async delete(uri: vscode.Uri): Promise<void> {
    this.requireConnection();
    if (!this.disk.delete(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
  }

  createDirectory(): void {}

  async rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    this.requireConnection();
    this.disk.set(to.path, await this.readFile(from));
    this.disk.delete(from.path);
  }

  private requireConnection(): void {
    if (this.broken) throw vscode.FileSystemError.Unavailable('the connection is gone');
  }
}

/** A cut in the middle of the letter ç. */
const inLetter = (bytes: Uint8Array): number => bytes.indexOf(0xc3) + 1;
/** A cut after the lines of the header, where the rest would be taken for a file without annotations. */
const afterHeader = (bytes: Uint8Array): number => new TextDecoder().decode(bytes).indexOf('\nannotations:') + 1;

describe('a source in a virtual file system', () => {
  const mounted: vscode.Disposable[] = [];
  /** A window on the disk: each has a scheme of its own, so that none knows what another has in memory. */
  const mount = (scheme: string, disk: RemoteDisk, isReadonly = false) => {
    const connection = new Connection(disk);
    mounted.push(
      vscode.workspace.registerFileSystemProvider(scheme, connection, { isCaseSensitive: true, isReadonly }),
    );
    return { connection, uri: vscode.Uri.from({ scheme, path: '/reis.txt' }) };
  };
  const open = (uri: vscode.Uri) => vscode.window.showTextDocument(uri, { preview: false });
  const annotate = async (article: vscode.TextEditor, words: string): Promise<void> => {
    selectWords(article, words);
    await run('annotatePlace');
  };
  const shown = async (uri: vscode.Uri): Promise<readonly string[]> => {
    const command = 'vscode.executeDocumentSymbolProvider';
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(command, uri);
    return (symbols ?? []).flatMap(({ children }) => children.map(({ name }) => name));
  };
  const showsAll = (uri: vscode.Uri, words: readonly string[]) =>
    until(`${words.join(', ')} in the outline`, async () => {
      const names = await shown(uri);
      return words.every((each) => names.includes(each));
    });
  /** The annotated words in the file, which must be whole. */
  const saved = async (uri: vscode.Uri): Promise<readonly string[]> =>
    parseSidecar((await readSidecar(uri)) ?? '').set.annotations.flatMap(({ selector }) => selector.quote);
  const savesAll = (uri: vscode.Uri, words: readonly string[]) =>
    until(
      `${words.join(', ')}, and nothing else, in the annotation file`,
      async () => [...(await saved(uri))].sort().join() === [...words].sort().join(),
      20_000,
    );

  let disk: RemoteDisk;
  beforeEach(() => {
    disk = new Map([['/reis.txt', new TextEncoder().encode(TEXT)]]);
  });
  afterEach(async () => {
    await closeAll();
    vscode.Disposable.from(...mounted.splice(0)).dispose();
  });

  for (const [where, arrives] of [
    ['in a letter', inLetter],
    ['after the header', afterHeader],
  ] as const) {
    it(`takes nothing for deleted when a write stops ${where}, and writes it again`, async () => {
      const { connection, uri } = mount(`remote-${arrives.name.toLowerCase()}`, disk);
      const copy = `${sidecarOf(uri).path}.saving`;
      const article = await open(uri);
      await annotate(article, 'Curaçao');
      await savesAll(uri, ['Curaçao']);
      await until('no recovery copy', () => !disk.has(copy));

      connection.arrives = arrives;
      await annotate(article, 'Sneek');
      await until('a write that failed', () => connection.failed > 0);
      assert.ok(disk.has(copy), 'all of it stands in the recovery copy');
      await showsAll(uri, ['Curaçao', 'Sneek']);
      connection.arrives = undefined;
      await savesAll(uri, ['Curaçao', 'Sneek']);
      await until('no recovery copy', () => !disk.has(copy));
    }).timeout(60_000);

    it(`has all of it when its window dies as a write stops ${where}, and is opened again`, async () => {
      const first = mount(`dying-${arrives.name.toLowerCase()}`, disk);
      const copy = `${sidecarOf(first.uri).path}.saving`;
      const article = await open(first.uri);
      await annotate(article, 'Curaçao');
      await savesAll(first.uri, ['Curaçao']);
      await until('no recovery copy', () => !disk.has(copy));

      first.connection.arrives = arrives;
      first.connection.breaks = true;
      await annotate(article, 'Bolsward');
      await until('the connection to break', () => first.connection.broken);
      await closeAll();

      const second = mount(`again-${arrives.name.toLowerCase()}`, disk);
      const again = await open(second.uri);
      await showsAll(second.uri, ['Curaçao', 'Bolsward']);
      assert.ok(disk.has(copy), 'opening writes nothing');
      await annotate(again, 'Joure');
      await savesAll(second.uri, ['Curaçao', 'Bolsward', 'Joure']);
      await until('no recovery copy', () => !disk.has(copy));
      await run('undo');
      await savesAll(second.uri, ['Curaçao', 'Bolsward']);
    }).timeout(60_000);
  }

  it('that can only be read keeps what is annotated in memory, and writes nothing', async () => {
    const { uri } = mount('remote-read-only', disk, true);
    const article = await open(uri);
    await annotate(article, 'Sneek');
    await annotate(article, 'Joure');
    await showsAll(uri, ['Sneek', 'Joure']);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await showsAll(uri, ['Sneek', 'Joure']);
    assert.deepEqual([...disk.keys()], ['/reis.txt']);
  });
});
