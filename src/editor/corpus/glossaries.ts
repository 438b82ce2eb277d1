import * as vscode from 'vscode';
import { GLOSSARY_NAME, GlossaryMatcher, withFreeKey, type GlossaryTerm } from '../../core/translation';
import { GlossaryFile } from '../files/glossary-file';
import type { VersionKeeper } from '../files/stored-file';
import type { StoreChange } from '../files/store-port';
import { sameUri } from '../files/text-file';
import type { Log } from '../log';
import type { Turns } from './turns';

export interface GlossaryChange {
  readonly glossary: GlossaryFile;
  readonly change: StoreChange;
}

const NONE: readonly GlossaryTerm[] = [];
/** As many terms are made ready to be found at once; more take their turns. */
const FEW_TERMS = 50;

/** What finds terms of one language in a folder. */
interface Prepared {
  /** All the terms of the folder. */
  readonly terms: readonly GlossaryTerm[];
  /** What finds them; while many are made ready, the former terms, or as many as are ready. */
  matcher: GlossaryMatcher;
}

/** The glossaries of the workspace: one `glossary.yaml` in each folder, read at the start and watched. */
export class Glossaries implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<GlossaryChange>();
  readonly onDidChange = this.changed.event;
  private readonly files = new Map<string, GlossaryFile>();
  private readonly reading = new Map<GlossaryFile, Promise<void>>();
  private readonly prepared_ = new vscode.EventEmitter<void>();
  /** Terms that were not found yet are found from now on. */
  readonly onDidPrepare = this.prepared_.event;
  /** By folder and language. */
  private readonly prepared = new Map<string, Prepared>();
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly versions: VersionKeeper,
    private readonly turns: Turns,
    private readonly log: Log,
  ) {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${GLOSSARY_NAME}`);
    const reload = (uri: vscode.Uri): void => void this.at(uri)?.load();
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      this.prepared_,
      watcher,
      watcher.onDidChange(reload),
      watcher.onDidCreate(reload),
      watcher.onDidDelete(reload),
      // Saving in an editor is told at once, and also in folders that nothing watches.
      vscode.workspace.onDidSaveTextDocument(({ uri }) => reload(uri)),
      vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const folder of removed) void this.close(folder);
        for (const folder of added) this.open(folder);
      }),
    );
    for (const folder of vscode.workspace.workspaceFolders ?? []) this.open(folder);
  }

  /** The glossaries of all folders, also those whose file does not exist yet. */
  get all(): readonly GlossaryFile[] {
    return [...this.files.values()];
  }

  /** The glossary of the folder that a source is in; `undefined` for a source outside the workspace. */
  for(uri: vscode.Uri): GlossaryFile | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return folder && this.files.get(folder.uri.toString());
  }

  /** The glossary whose own file this is. */
  at(uri: vscode.Uri): GlossaryFile | undefined {
    return this.all.find((glossary) => sameUri(glossary.uri, uri));
  }

  /** The terms that hold for a source, in file order; none while the glossary is being read, is broken or does not exist. */
  termsFor(uri: vscode.Uri): readonly GlossaryTerm[] {
    return this.for(uri)?.terms ?? NONE;
  }

  /**
   * What finds the terms that hold for a source, of one language. Never makes anybody wait: of a large glossary that has just
   * been read or changed it finds what was in it before, or as much as is ready; `onDidPrepare` tells when it finds all.
   */
  matcherFor(uri: vscode.Uri, language: string): GlossaryMatcher {
    const glossary = this.for(uri);
    const terms = glossary?.terms ?? NONE;
    const key = `${language} ${glossary?.uri.toString() ?? ''}`;
    const known = this.prepared.get(key);
    if (known?.terms === terms) return known.matcher;
    const next = new GlossaryMatcher(terms.length <= FEW_TERMS ? terms : NONE, language);
    const prepared: Prepared = { terms, matcher: terms.length <= FEW_TERMS ? next : (known?.matcher ?? next) };
    this.prepared.set(key, prepared);
    if (terms.length > FEW_TERMS) void this.prepare(key, prepared, next);
    return prepared.matcher;
  }

  private async prepare(key: string, prepared: Prepared, next: GlossaryMatcher): Promise<void> {
    await this.turns.takeSteps(next.addInSteps(prepared.terms));
    if (this.prepared.get(key) !== prepared) return;
    prepared.matcher = next;
    this.prepared_.fire();
  }

  /** Resolves when every glossary has been read once. */
  async ready(): Promise<void> {
    await Promise.all(this.reading.values());
  }

  /** Adds a term to the glossary of a source's folder, in an entry of its own; written soon. Throws when it can't be written. */
  add(uri: vscode.Uri, term: GlossaryTerm): GlossaryTerm {
    const glossary = this.require(uri);
    const added = withFreeKey(glossary.terms, term);
    glossary.change([{ kind: 'add-term', term: added }]);
    return added;
  }

  /** Makes the entry of that name say the term. Throws when it can't be written. */
  update(uri: vscode.Uri, key: string, term: GlossaryTerm): void {
    this.require(uri).change([{ kind: 'update-term', key, term }]);
  }

  dispose(): void {
    for (const glossary of this.all) glossary.dispose();
    this.subscriptions.dispose();
  }

  private require(uri: vscode.Uri): GlossaryFile {
    const glossary = this.for(uri);
    if (!glossary)
      throw new Error(vscode.l10n.t('The source is in no folder of the workspace, so it has no glossary.'));
    return glossary;
  }

  private open(folder: vscode.WorkspaceFolder): void {
    const glossary = new GlossaryFile(folder, this.versions, this.log);
    this.files.set(folder.uri.toString(), glossary);
    glossary.onDidChange((change) => this.changed.fire({ glossary, change }));
    this.reading.set(glossary, glossary.load());
  }

  private async close({ uri }: vscode.WorkspaceFolder): Promise<void> {
    const glossary = this.files.get(uri.toString());
    this.files.delete(uri.toString());
    if (!glossary) return;
    this.reading.delete(glossary);
    await glossary.close();
  }
}
