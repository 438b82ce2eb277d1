import type { GitCommit, GitRepository } from './git-extension';

/** How many commits of one file, or of merged branches, are looked at. */
const MOST_COMMITS = 300;
const MOST_ASIDE = 60;
/** How many earlier names of a file are followed. */
const MOST_NAMES = 5;

/** A commit in which a file may have another text than in the others, and its path there. */
export interface FileVersion {
  readonly hash: string;
  readonly path: string;
}

/**
 * The versions of a file, the newest first: under its present name, then under those that it had before, then in the
 * commits of merged branches, which git leaves out where the merge took nothing of them.
 */
export async function* versionsOf(repository: GitRepository, file: string): AsyncGenerator<FileVersion, void, void> {
  const seen = new Set<string>();
  let path: string | undefined = file;
  const paths: string[] = [];
  for (let names = 0; path !== undefined && names < MOST_NAMES; names++) {
    paths.push(path);
    const commits: readonly GitCommit[] = await repository.log({ path, maxEntries: MOST_COMMITS });
    for (const { hash } of commits) {
      seen.add(hash);
      yield { hash, path };
    }
    path = commits.length < MOST_COMMITS ? await nameBefore(repository, path, commits.at(-1)) : undefined;
  }
  for (const hash of aside(await repository.log({ maxEntries: MOST_COMMITS }))) {
    if (!seen.has(hash)) for (const each of paths) yield { hash, path: each };
  }
}

/** The name that a file had before a commit, or before what is staged, where that gave it the present one. */
async function nameBefore(
  repository: GitRepository,
  path: string,
  first: GitCommit | undefined,
): Promise<string | undefined> {
  const parent = first?.parents[0];
  if (first && parent === undefined) return undefined;
  const changes = first ? await repository.diffBetween(parent!, first.hash) : await repository.diffIndexWithHEAD();
  const renamed = changes.find(
    ({ uri, originalUri, renameUri }) => (renameUri ?? uri).fsPath === path && originalUri.fsPath !== path,
  );
  return renamed?.originalUri.fsPath;
}

/** The newest commits that are not on the line of first parents. */
function aside(commits: readonly GitCommit[]): string[] {
  const byHash = new Map(commits.map((commit) => [commit.hash, commit]));
  const line = new Set<string>();
  let at: GitCommit | undefined = commits[0];
  while (at && !line.has(at.hash)) {
    line.add(at.hash);
    at = byHash.get(at.parents[0] ?? '');
  }
  return commits.flatMap(({ hash }) => (line.has(hash) ? [] : hash)).slice(0, MOST_ASIDE);
}
