import * as vscode from 'vscode';
import { sidecarNameOf } from '../../core/sidecar';
import type { Placement } from '../../core/anchoring';
import type { Selector } from '../../core/annotation/annotation';
import type { BaseTexts } from '../files/base-texts';
import { SidecarFile, type SidecarPlaces } from '../files/sidecar-file';
import type { VersionKeeper } from '../files/stored-file';
import type { Log } from '../log';
import { messageOf } from '../log';
import { setting } from '../settings/settings';
import { Refusal } from '../commands';
import { readText } from '../files/text-file';
import { CorpusHistory } from './corpus-history';
import { closedSource, openSource, type EditableSource } from './editable-source';
import type { RecognizerSource } from './recognizer';
import { placeAll } from './placing';
import { fileName, isSourceDocument, LARGEST_SOURCE } from './source-files';
import { SourceSession, type OutsideChange, type SessionChange } from './source-session';

/** A change of language closes and reopens a document; a session waits this long, in milliseconds, before it believes a close. */
const CLOSE_GRACE = 1_000;

export interface SessionEvent {
  readonly session: SourceSession;
  readonly change: SessionChange | 'opened' | 'closed';
}

/** Where the sidecar of a source belongs: beside it, or in the parallel folder that a setting names. */
export function sidecarUri(source: vscode.Uri): vscode.Uri {
  return sidecarPlaces(source).preferred;
}

/** Where the sidecar of a source may stand. */
export function sidecarPlaces(source: vscode.Uri): SidecarPlaces {
  const beside = source.with({ path: sidecarNameOf(source.path), query: besideInGit(source), fragment: '' });
  const parallel = setting('annotationFolder', source)?.replace(/^[/\\]+|[/\\]+$/g, '');
  const folder = vscode.workspace.getWorkspaceFolder(source);
  if (!parallel || !folder || parallel.split(/[/\\]/).includes('..')) return { preferred: beside };
  const relative = beside.path.slice(folder.uri.path.length);
  return { preferred: vscode.Uri.joinPath(folder.uri, parallel, relative), other: beside };
}

/** The git extension names a version's path and commit in the query: the sidecar of that version is wanted. */
function besideInGit({ scheme, query }: vscode.Uri): string {
  if (scheme !== 'git') return '';
  try {
    const version = JSON.parse(query) as { readonly path: string };
    return JSON.stringify({ ...version, path: sidecarNameOf(version.path) });
  } catch {
    return '';
  }
}

/** The sessions of all open sources. */
export class Sessions implements vscode.Disposable {
  private readonly events = new vscode.EventEmitter<SessionEvent>();
  /** Everything that happens in any session; surfaces filter. */
  readonly onDidChange = this.events.event;
  private readonly outside = new vscode.EventEmitter<OutsideChange & { readonly session: SourceSession }>();
  readonly onDidSettleOutsideChange = this.outside.event;

  /** Changes of several sources at once. */
  readonly corpusHistory = new CorpusHistory((uri, work) => this.edit(uri, work));

  private readonly reviewing = new vscode.EventEmitter<boolean>();
  /** The review loop begins or ends: meanwhile single keys mean something else. */
  readonly onDidChangeReviewing = this.reviewing.event;

  private blind = false;
  private readonly open = new Map<string, SourceSession>();
  private readonly closing = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly listeners = new Map<SourceSession, vscode.Disposable>();
  private readonly subscriptions: vscode.Disposable[] = [];

  constructor(
    private readonly recognizers: RecognizerSource,
    private readonly baseTexts: BaseTexts,
    private readonly versions: VersionKeeper,
    private readonly log: Log,
  ) {
    this.subscriptions.push(
      vscode.workspace.onDidOpenTextDocument((document) => this.admit(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.leave(document)),
      vscode.workspace.onDidChangeTextDocument((event) => this.get(event.document.uri)?.follow(event)),
      vscode.workspace.onDidSaveTextDocument((document) => this.get(document.uri)?.saving.saved()),
      vscode.workspace.onWillSaveTextDocument(({ document }) => this.get(document.uri)?.saving.willSave()),
      vscode.workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri }) => this.close(oldUri.toString()))),
      vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach(({ document }) => this.admit(document))),
    );
  }

  /** Takes in what was open before the extension was. */
  start(): void {
    for (const document of vscode.workspace.textDocuments) this.admit(document);
  }

  get all(): readonly SourceSession[] {
    return [...this.open.values()];
  }

  /** The session of an open source; `undefined` when the document is none. */
  get(uri: vscode.Uri): SourceSession | undefined {
    return this.open.get(uri.toString());
  }

  /** The session of the active editor. */
  get active(): SourceSession | undefined {
    const document = vscode.window.activeTextEditor?.document;
    return document && this.get(document.uri);
  }

  /** Blind mode hides other annotators' work in every source, until it is asked for. */
  get isBlind(): boolean {
    return this.blind;
  }

  set isBlind(blind: boolean) {
    this.blind = blind;
    for (const session of this.all) session.showOthers();
  }

  /** Told by the review loop when it begins and ends. */
  tellReviewing(isReviewing: boolean): void {
    this.reviewing.fire(isReviewing);
  }

  /** Looks again at every open document, after the settings that say what a source is have changed. */
  review(): void {
    for (const session of this.all) if (!isSourceDocument(session.document)) this.close(session.uri.toString());
    this.start();
  }

  /** The session of a source that need not be open in an editor yet; opens the document, shows nothing. */
  async require(uri: vscode.Uri): Promise<SourceSession | undefined> {
    const document = await vscode.workspace.openTextDocument(uri);
    this.admit(document);
    const session = this.get(uri);
    if (session && !session.loaded) {
      await new Promise<void>((resolve) => {
        const listener = session.onDidChange(() => {
          if (!session.loaded) return;
          listener.dispose();
          resolve();
        });
      });
    }
    return session;
  }

  /**
   * Lends a source for a change of its annotations, through its session where it is open and else through its file alone:
   * nothing is opened or recognised. Throws when it can't be read or its annotations can't be written.
   */
  async edit<T>(uri: vscode.Uri, work: (source: EditableSource) => Promise<T>): Promise<T> {
    const session = this.get(uri);
    if (session?.loaded) {
      requireReadable(session.sidecar);
      return work(openSource(session));
    }
    const text = (await readText(uri))?.replace(/^\ufeff/, '');
    if (text === undefined) throw new Refusal(vscode.l10n.t('The source is not there any more.'));
    const sidecar = new SidecarFile(() => sidecarPlaces(uri), fileName(uri), this.versions, this.log);
    try {
      await sidecar.load();
      requireReadable(sidecar);
      return await work(closedSource(uri, text, sidecar, this.baseTexts));
    } finally {
      await sidecar.close();
    }
  }

  /** Where annotations of a source that no editor shows stand in its text, in their order. */
  async place(uri: vscode.Uri, text: string, selectors: readonly Selector[]): Promise<readonly Placement[]> {
    return (await placeAll({ uri, text }, selectors, this.baseTexts)).placements;
  }

  /** Writes all that waits, as before a close. */
  async flush(): Promise<void> {
    await Promise.all(this.all.map((session) => session.sidecar.flush()));
  }

  dispose(): void {
    for (const timer of this.closing.values()) clearTimeout(timer);
    for (const key of [...this.open.keys()]) this.close(key);
    vscode.Disposable.from(...this.subscriptions).dispose();
    this.events.dispose();
    this.outside.dispose();
    this.reviewing.dispose();
  }

  private admit(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.closing.get(key));
    this.closing.delete(key);
    const present = this.open.get(key);
    if (present) {
      if (present.document !== document) present.reopen(document);
      return;
    }
    if (document.isClosed || !isSourceDocument(document)) return;
    if (document.getText().length > LARGEST_SOURCE) {
      this.log.warn(`${document.uri.path} is too large to be annotated.`);
      return;
    }
    this.begin(key, document);
  }

  private begin(key: string, document: vscode.TextDocument): void {
    const sidecar = new SidecarFile(() => sidecarPlaces(document.uri), fileName(document.uri), this.versions, this.log);
    const session = new SourceSession(document, sidecar, {
      recognizers: this.recognizers,
      baseTexts: this.baseTexts,
      log: this.log,
      isBlind: () => this.blind,
    });
    this.open.set(key, session);
    this.listeners.set(
      session,
      vscode.Disposable.from(
        session.onDidChange((change) => this.events.fire({ session, change })),
        session.onDidSettleOutsideChange((outcome) => this.outside.fire({ ...outcome, session })),
      ),
    );
    session
      .load()
      .catch((error: unknown) => this.log.error(`${document.uri.path}: ${messageOf(error)}`))
      .finally(() => this.events.fire({ session, change: 'opened' }));
  }

  private leave(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    if (!this.open.has(key)) return;
    void this.open.get(key)!.sidecar.flush();
    clearTimeout(this.closing.get(key));
    this.closing.set(
      key,
      setTimeout(() => this.close(key), CLOSE_GRACE),
    );
  }

  private close(key: string): void {
    const session = this.open.get(key);
    if (!session) return;
    clearTimeout(this.closing.get(key));
    this.closing.delete(key);
    this.open.delete(key);
    this.events.fire({ session, change: 'closed' });
    this.listeners.get(session)?.dispose();
    this.listeners.delete(session);
    session.dispose();
    void session.sidecar.close();
  }
}

function requireReadable(sidecar: SidecarFile): void {
  if (sidecar.writable) return;
  const reason =
    sidecar.unreadableBecause ?? sidecar.parsed.problems.find(({ severity }) => severity === 'error')?.message ?? '';
  throw new Refusal(vscode.l10n.t('Its annotation file can’t be read: {0}', reason));
}
