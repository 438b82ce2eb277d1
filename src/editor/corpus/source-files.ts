import * as vscode from 'vscode';
import { sidecarPlaces } from '../session/sessions';
import { canBeAnnotated, maySource, SIDECAR_GLOB, watchFiles, watchSources } from '../session/source-files';
import { affects } from '../settings/settings';
import type { Turns } from './turns';
import { findSources } from './workspace-sources';

/** The files of the workspace that may be sources, followed on disk with their sidecars once they were asked for. */
export class SourceFiles implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  /** Sources that are new, whose text or sidecar has changed, or that are gone. */
  readonly onDidChange = this.changed.event;

  private readonly uris = new Map<string, vscode.Uri>();
  /** Open sources that no glob finds: of another folder, or made one by their language. */
  private readonly others = new Map<string, vscode.Uri>();
  private readonly bySidecar = new Map<string, vscode.Uri>();
  /** By what their paths are put in order: made as they are found, since thousands at once would be felt. */
  private readonly orderKeys = new Map<string, string>();
  private ordered: readonly vscode.Uri[] | undefined;
  private watching: vscode.Disposable | undefined;
  private readonly subscription: vscode.Disposable;
  private started = false;
  private readonly events: (() => void)[] = [];
  private following = false;

  constructor(private readonly turns: Turns) {
    const again = () => void this.findAgain();
    this.subscription = vscode.Disposable.from(
      vscode.workspace.onDidChangeWorkspaceFolders(again),
      // A watcher tells of a folder that went, not of the files in it.
      vscode.workspace.onDidRenameFiles(again),
      vscode.workspace.onDidDeleteFiles(again),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (affects(event, 'sources') || affects(event, 'exclude')) again();
        if (affects(event, 'annotationFolder') && this.started) this.lookAtSidecars();
      }),
    );
  }

  /** In natural order of their paths. */
  get all(): readonly vscode.Uri[] {
    return (this.ordered ??= this.inOrder());
  }

  get count(): number {
    return this.uris.size + this.others.size;
  }

  has(uri: vscode.Uri): boolean {
    return this.uris.has(uri.toString()) || this.others.has(uri.toString());
  }

  /** Finds all of them, and follows them from now on; answers what was found. */
  async start(open: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
    this.started = true;
    this.watch();
    await this.turns.takeEach(await findSources(this.turns), (uri) => this.add(uri));
    for (const uri of open) this.admit(uri);
    await this.turns.rest();
    return this.all;
  }

  /** Takes in a source that an editor shows; false when it is a version of one, or unsaved. */
  admit(uri: vscode.Uri): boolean {
    if (!canBeAnnotated({ uri })) return false;
    const key = uri.toString();
    if (this.has(uri)) return true;
    this.others.set(key, uri);
    this.expect(uri);
    return true;
  }

  dispose(): void {
    vscode.Disposable.from(this.subscription, this.changed).dispose();
    this.watching?.dispose();
  }

  private async findAgain(): Promise<void> {
    if (!this.started) return;
    this.watch();
    const found = new Map((await findSources(this.turns)).map((uri) => [uri.toString(), uri]));
    const gone = [...this.uris].filter(([key]) => !found.has(key)).map(([, uri]) => uri);
    const added = [...found].filter(([key]) => !this.uris.has(key)).map(([, uri]) => uri);
    for (const uri of gone) this.remove(uri);
    await this.turns.takeEach(added, (uri) => this.add(uri));
    this.tell([...gone, ...added]);
  }

  private lookAtSidecars(): void {
    this.bySidecar.clear();
    for (const uri of this.all) this.expect(uri);
    this.tell(this.all);
  }

  private watch(): void {
    this.watching?.dispose();
    const told = (act: (uri: vscode.Uri) => void) => (uri: vscode.Uri) => this.follow(() => act(uri));
    const touched = told((sidecar) => {
      const source = this.bySidecar.get(sidecar.toString());
      if (source) this.tell([source]);
    });
    this.watching = vscode.Disposable.from(
      watchSources({
        created: told((uri) => {
          if (maySource(uri)) this.add(uri);
          this.tell([uri]);
        }),
        changed: told((uri) => this.tell([uri])),
        deleted: told((uri) => {
          this.remove(uri);
          this.tell([uri]);
        }),
      }),
      watchFiles(SIDECAR_GLOB, { created: touched, changed: touched, deleted: touched }),
    );
  }

  /** In turns and in their order: files come and go by the thousand when a branch is checked out. */
  private async follow(event: () => void): Promise<void> {
    this.events.push(event);
    if (this.following) return;
    this.following = true;
    while (this.events.length > 0) await this.turns.takeEach(this.events.splice(0), (each) => each());
    this.following = false;
  }

  private add(uri: vscode.Uri): void {
    this.uris.set(uri.toString(), uri);
    this.others.delete(uri.toString());
    this.expect(uri);
  }

  private remove(uri: vscode.Uri): void {
    this.uris.delete(uri.toString());
    this.others.delete(uri.toString());
    this.orderKeys.delete(uri.toString());
    this.ordered = undefined;
  }

  private inOrder(): readonly vscode.Uri[] {
    return [...this.uris, ...this.others]
      .map(([id, uri]) => ({ uri, key: this.orderKeys.get(id) ?? '' }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      .map(({ uri }) => uri);
  }

  private expect(uri: vscode.Uri): void {
    const { preferred, other } = sidecarPlaces(uri);
    this.bySidecar.set(preferred.toString(), uri);
    if (other) this.bySidecar.set(other.toString(), uri);
    this.orderKeys.set(uri.toString(), orderKey(uri));
    this.ordered = undefined;
  }

  private tell(uris: readonly vscode.Uri[]): void {
    if (uris.length > 0) this.changed.fire(uris);
  }
}

/** A collator takes ten times as long, which thousands of sources make felt. */
function orderKey({ path }: vscode.Uri): string {
  return path.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(9, '0'));
}
