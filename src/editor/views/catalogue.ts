import * as vscode from 'vscode';
import { CONTEXT_KEYS } from '../contributions';
import type { Log } from '../log';
import { messageOf } from '../log';
import { sidecarUri, type Sessions } from '../session/sessions';
import {
  filesFound,
  isNamedSource,
  maySource,
  SIDECAR_GLOB,
  sourceGlobs,
  sourceSieve,
  watchFiles,
  watchSources,
} from '../session/source-files';
import { affects } from '../settings/settings';
import { Heads } from './heads';
import { headOf, readHead, type SourceHead } from './source-head';

/** A file of the workspace that may be a source. */
interface FoundSource {
  readonly uri: vscode.Uri;
  /** Relative to its workspace folder, with the folder's name before it where there are several. */
  readonly path: string;
}

/** What a list shows of such a file. */
export interface CataloguedSource extends FoundSource {
  /** `undefined` until it was read. */
  readonly head: SourceHead | undefined;
  /** How many suggestions were left when the source was last open; `undefined` when it never was. */
  readonly toReview: number | undefined;
}

/** Pause before listeners are told of heads that were read, in milliseconds. */
const TELL_DELAY = 150;
/** A search that takes longer than this, in milliseconds, can be cancelled from a notification. */
const PATIENCE = 5_000;
const TO_REVIEW = 'glossator.toReview';

/** The source files of the workspace: found in the background, their heads read only when somebody asks for them. */
export class Catalogue implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  private readonly sources = new Map<string, FoundSource>();
  private isOrdered = true;
  private readonly sidecars = new Set<string>();
  private readonly heads = new Heads(
    (key) => this.read(vscode.Uri.parse(key, true)),
    () => this.tell(),
  );
  private timer: ReturnType<typeof setTimeout> | undefined;
  private search: vscode.CancellationTokenSource | undefined;
  private watching: vscode.Disposable | undefined;
  private readonly subscriptions: vscode.Disposable;
  private started = false;
  /** True when a search has come to its end: only then is it known that there are no sources. */
  private searched = false;
  private stopped_ = false;

  constructor(
    private readonly sessions: Sessions,
    private readonly memory: vscode.Memento,
    private readonly log: Log,
  ) {
    this.subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.find()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (affects(event, 'sources') || affects(event, 'exclude') || affects(event, 'annotationFolder')) {
          void this.find();
        }
      }),
      sessions.onDidChange(({ session, change }) => {
        if (change === 'placements' || change === 'sidecar') return;
        const { uri } = session;
        if (change === 'closed') this.forget(uri);
        const settled = session.loaded && session.suggestions.settled;
        const moved = settled && this.remember(uri, session.suggested.length);
        // Typing is told as suggestions: the list is drawn anew only when a number in it changes.
        if (change !== 'suggestions' || moved) this.tell();
      }),
    );
  }

  /** All sources that were found, in natural order of their paths. */
  get all(): readonly CataloguedSource[] {
    this.putInOrder();
    const toReview = this.remembered;
    return [...this.sources.values()].map((source) => this.present(source, toReview)).filter(isShown);
  }

  /** The source as it is now; asks for its head to be read when nobody did. */
  describe(uri: vscode.Uri): CataloguedSource | undefined {
    const source = this.sources.get(uri.toString());
    if (!source) return undefined;
    this.heads.want(uri.toString());
    return this.present(source, this.remembered);
  }

  private get remembered(): Readonly<Record<string, number>> {
    return this.memory.get<Record<string, number>>(TO_REVIEW, {});
  }

  /** True when the researcher stopped the search before its end. */
  get stopped(): boolean {
    return this.stopped_;
  }

  /** Finds the sources, once; later calls answer at once. */
  async start(): Promise<void> {
    if (this.started) return;
    this.started = true;
    await this.find();
  }

  /** Looks through the workspace anew. Shows progress, and can be cancelled when it takes long. */
  async find(): Promise<void> {
    if (!this.started) return;
    this.search?.cancel();
    const search = new vscode.CancellationTokenSource();
    this.search = search;
    this.stopped_ = false;
    this.watch();
    const found = vscode.window.withProgress({ location: { viewId: 'glossator.sources' } }, () =>
      this.collect(search.token),
    );
    const patience = setTimeout(() => this.offerCancel(found, search), PATIENCE);
    try {
      await found;
    } catch (error) {
      this.log.warn(`Sources could not be searched for: ${messageOf(error)}`);
    } finally {
      clearTimeout(patience);
    }
    if (this.search !== search) return;
    this.searched = true;
    this.tell(0);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.search?.cancel();
    vscode.Disposable.from(this.subscriptions, this.changed).dispose();
    this.watching?.dispose();
  }

  private offerCancel(found: Thenable<void>, search: vscode.CancellationTokenSource): void {
    void vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Looking for source texts…'),
        cancellable: true,
      },
      async (_, token) => {
        token.onCancellationRequested(() => {
          this.stopped_ = true;
          search.cancel();
        });
        await found;
      },
    );
  }

  private async collect(token: vscode.CancellationToken): Promise<void> {
    const found = new Map<string, vscode.Uri>();
    const sidecars = await vscode.workspace.findFiles(SIDECAR_GLOB, undefined, undefined, token);
    const mayBe = sourceSieve();
    for (const glob of sourceGlobs()) {
      if (token.isCancellationRequested) break;
      const files = await filesFound(glob, token);
      for (const uri of files) if (mayBe(uri)) found.set(uri.toString(), uri);
    }
    if (token.isCancellationRequested && !this.stopped_) return;
    this.sidecars.clear();
    for (const uri of sidecars) this.sidecars.add(uri.toString());
    const before = new Map(this.sources);
    this.sources.clear();
    for (const [key, uri] of found) this.sources.set(key, before.get(key) ?? entry(uri));
    this.isOrdered = false;
  }

  private watch(): void {
    this.watching?.dispose();
    const touched = (uri: vscode.Uri, exists: boolean) => {
      if (exists) this.sidecars.add(uri.toString());
      else this.sidecars.delete(uri.toString());
      for (const source of this.sources.values()) {
        if (sidecarUri(source.uri).toString() === uri.toString()) this.forget(source.uri);
      }
    };
    this.watching = vscode.Disposable.from(
      watchSources({
        created: (uri) => this.admit(uri),
        changed: (uri) => this.forget(uri),
        deleted: (uri) => {
          this.heads.forget(uri.toString());
          if (this.sources.delete(uri.toString())) this.tell();
        },
      }),
      watchFiles(SIDECAR_GLOB, {
        created: (uri) => touched(uri, true),
        changed: (uri) => touched(uri, true),
        deleted: (uri) => touched(uri, false),
      }),
    );
  }

  private admit(uri: vscode.Uri): void {
    // A file that another one was put in place of is told as a new one too.
    if (this.sources.has(uri.toString())) return this.forget(uri);
    if (!maySource(uri)) return;
    this.sources.set(uri.toString(), entry(uri));
    this.isOrdered = false;
    this.tell();
  }

  /** Files come by the thousand when a branch is checked out: they are put in order once, when somebody looks. */
  private putInOrder(): void {
    if (this.isOrdered) return;
    const all = [...this.sources].sort(([, a], [, b]) => compare(a.path, b.path));
    this.sources.clear();
    for (const [key, source] of all) this.sources.set(key, source);
    this.isOrdered = true;
  }

  /** The head is read again when it is next asked for. */
  private forget(uri: vscode.Uri): void {
    if (this.heads.forget(uri.toString())) this.tell();
  }

  private read(uri: vscode.Uri): Promise<SourceHead> {
    return readHead(uri, this.sidecars.has(sidecarUri(uri).toString()));
  }

  /** An open source is described from its session, which knows more than the disk. */
  private present(source: FoundSource, toReview: Readonly<Record<string, number>>): CataloguedSource {
    const session = this.sessions.get(source.uri);
    const key = source.uri.toString();
    if (!session?.loaded) return { ...source, head: this.heads.get(key), toReview: toReview[key] };
    const known = headOf(session.text, session.parsed);
    const annotations = known.annotations && session.shown.length;
    const head = { ...known, annotations, language: session.language, prose: true };
    return { ...source, head, toReview: session.suggestions.settled ? session.suggested.length : undefined };
  }

  /** True when that is another number than before. */
  private remember(uri: vscode.Uri, toReview: number): boolean {
    const known = this.remembered;
    if (known[uri.toString()] === toReview) return false;
    void this.memory.update(TO_REVIEW, { ...known, [uri.toString()]: toReview });
    return true;
  }

  private tell(delay = TELL_DELAY): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      if (this.searched) {
        void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.hasSources, this.sources.size > 0);
        void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.searched, true);
      }
      this.changed.fire();
    }, delay);
  }
}

function entry(uri: vscode.Uri): FoundSource {
  return { uri, path: vscode.workspace.asRelativePath(uri) };
}

/** A text that is plainly no prose is left out, unless the settings name it. */
function isShown({ uri, head }: CataloguedSource): boolean {
  return head === undefined || head.prose || isNamedSource(uri);
}

let collator: Intl.Collator | undefined;

function compare(a: string, b: string): number {
  collator ??= new Intl.Collator(undefined, { numeric: true });
  return collator.compare(a, b);
}
