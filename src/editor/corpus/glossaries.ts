import * as vscode from 'vscode';
import { GLOSSARY_NAME, GlossaryMatcher, withFreeKey, type GlossaryTerm } from '../../core/translation';
import { GlossaryFile } from '../files/glossary-file';
import type { VersionKeeper } from '../files/stored-file';
import type { StoreChange } from '../files/store-port';
import { sameUri } from '../files/text-file';
import type { Log } from '../log';

export interface GlossaryChange {
  readonly glossary: GlossaryFile;
  readonly change: StoreChange;
}

const NONE: readonly GlossaryTerm[] = [];

/** The glossaries of the workspace: one `glossary.yaml` in each folder, read at the start and watched. */
export class Glossaries implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<GlossaryChange>();
  readonly onDidChange = this.changed.event;
  private readonly files = new Map<string, GlossaryFile>();
  private readonly reading = new Map<GlossaryFile, Promise<void>>();
  /** What finds the terms of each glossary, by language; of terms that are no longer said nothing is kept. */
  private readonly matchers = new WeakMap<readonly GlossaryTerm[], Map<string, GlossaryMatcher>>();
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly versions: VersionKeeper,
    private readonly log: Log,
  ) {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${GLOSSARY_NAME}`);
    const reload = (uri: vscode.Uri): void => void this.at(uri)?.load();
    this.subscriptions = vscode.Disposable.from(
      this.changed,
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

  /** What finds the terms that hold for a source, of one language. */
  matcherFor(uri: vscode.Uri, language: string): GlossaryMatcher {
    const terms = this.termsFor(uri);
    const byLanguage = this.matchers.get(terms) ?? new Map<string, GlossaryMatcher>();
    this.matchers.set(terms, byLanguage);
    const matcher = byLanguage.get(language) ?? new GlossaryMatcher(terms, language);
    byLanguage.set(language, matcher);
    return matcher;
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

  /** Writes what waits. */
  async flush(): Promise<void> {
    await Promise.all(this.all.map((glossary) => glossary.flush()));
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
