import * as vscode from 'vscode';

/** A commit, and those that it was made on. */
export interface GitCommit {
  readonly hash: string;
  readonly parents: readonly string[];
}

/** A file that differs between two commits; one that was renamed has had another name. */
export interface GitChange {
  readonly uri: vscode.Uri;
  readonly originalUri: vscode.Uri;
  readonly renameUri: vscode.Uri | undefined;
}

/** The part of the built-in git extension's interface that is used here. */
export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    readonly HEAD?: { readonly commit?: string } | undefined;
    readonly onDidChange: vscode.Event<void>;
  };
  /** The commits before the present one, the newest first; with `path` those that changed this file. */
  log(options: { readonly path?: string; readonly maxEntries: number }): Promise<readonly GitCommit[]>;
  diffBetween(from: string, to: string): Promise<readonly GitChange[]>;
  diffIndexWithHEAD(): Promise<readonly GitChange[]>;
  buffer(ref: string, path: string): Promise<Uint8Array>;
  /** Rejects when the key is not set. */
  getConfig(key: string): Promise<string>;
  /** Sets a key of the repository's own configuration. */
  setConfig(key: string, value: string): Promise<string>;
}

export interface GitInterface {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<unknown>;
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
  readonly onDidCloseRepository: vscode.Event<GitRepository>;
  getRepository(uri: vscode.Uri): GitRepository | null;
}

interface GitExtension {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: vscode.Event<boolean>;
  /** Throws while git is not enabled. */
  getAPI(version: 1): GitInterface;
}

/** The key of git's configuration that says what merges annotation files and glossaries. */
export const MERGE_DRIVER = 'merge.glossator.driver';

/** How long to wait for git to find its repositories after the window opened, in milliseconds. */
const PATIENCE = 3_000;

/** VS Code's own git, once it knows its repositories; `undefined` in hosts without it (the browser). Throws where it is switched off. */
export async function gitInterface(): Promise<GitInterface | undefined> {
  const git = (await gitExtension())?.getAPI(1);
  if (git && git.state !== 'initialized') {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, PATIENCE);
      const listener = git.onDidChangeState(() => {
        clearTimeout(timer);
        listener.dispose();
        resolve();
      });
    });
  }
  return git;
}

/** Tells when the state of any repository has changed, as after each command of git, also one that was typed in a terminal. */
export class RepositoryChanges implements vscode.Disposable {
  private readonly followed = new Map<GitRepository, vscode.Disposable>();
  private readonly subscriptions: vscode.Disposable[] = [];
  private disposed = false;

  constructor(private readonly told: () => void) {}

  /** Begins to listen; nothing happens where git is missing or switched off. Never throws. */
  async start(): Promise<void> {
    const extension = await gitExtension().catch(() => undefined);
    if (!extension || this.disposed) return;
    const listen = async (): Promise<void> => {
      // That git is on is told a moment before all is in place that its interface needs.
      await Promise.resolve();
      if (extension.enabled && !this.disposed) this.listen(extension.getAPI(1));
    };
    this.subscriptions.push(extension.onDidChangeEnablement(() => void listen()));
    await listen();
  }

  dispose(): void {
    this.disposed = true;
    vscode.Disposable.from(...this.subscriptions, ...this.followed.values()).dispose();
  }

  private listen(git: GitInterface): void {
    for (const repository of git.repositories) this.follow(repository);
    this.subscriptions.push(
      git.onDidOpenRepository((repository) => this.follow(repository)),
      git.onDidCloseRepository((repository) => {
        this.followed.get(repository)?.dispose();
        this.followed.delete(repository);
      }),
    );
  }

  private follow(repository: GitRepository): void {
    if (this.followed.has(repository)) return;
    this.followed.set(
      repository,
      repository.state.onDidChange(() => this.told()),
    );
  }
}

async function gitExtension(): Promise<GitExtension | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return undefined;
  return extension.isActive ? extension.exports : extension.activate();
}
