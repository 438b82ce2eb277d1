import type * as vscode from 'vscode';
import { normaliseText, textId } from '../../core/text/text-id';
import { messageOf, type Log } from '../log';
import { gitInterface, MERGE_DRIVER, type GitRepository } from './git-extension';
import { versionsOf } from './git-history';

/** How long one search may take, in milliseconds; what was not found then counts as unknown. */
const LONGEST_SEARCH = 4_000;
/**
 * Versions of sources in git, through VS Code's built-in git extension; nothing is spawned by us. In hosts without that
 * extension (the browser) nothing is found.
 */
export class GitTexts {
  /** Searches that found nothing, by source, id and commit: the history behind a commit does not change. */
  private readonly vain = new Set<string>();

  constructor(private readonly log: Log) {}

  /** The versions with these ids; those that git does not have are missing. Never throws. */
  async find(source: vscode.Uri, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    try {
      const repository = (await gitInterface())?.getRepository(source);
      if (repository) await this.search(repository, source, ids, found);
    } catch (error) {
      this.log.debug(`git has no versions of ${source.path}: ${messageOf(error)}`);
    }
    return found;
  }

  /** What a merge left of a file: the text at an index stage (1 base, 2 ours, 3 theirs); `undefined` when there is none. */
  async stage(uri: vscode.Uri, stage: 1 | 2 | 3): Promise<string | undefined> {
    try {
      const repository = (await gitInterface())?.getRepository(uri);
      return repository ? decode(await repository.buffer(`:${stage}`, uri.fsPath)) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Whether git has been told to merge annotation files and glossaries entry by entry. */
  async isMergingSetUp(uri: vscode.Uri): Promise<boolean> {
    try {
      return ((await (await gitInterface())?.getRepository(uri)?.getConfig(MERGE_DRIVER)) ?? '') !== '';
    } catch {
      return false;
    }
  }

  private async search(
    repository: GitRepository,
    source: vscode.Uri,
    ids: readonly string[],
    found: Map<string, string>,
  ): Promise<void> {
    const head = repository.state.HEAD?.commit ?? '';
    const wanted = new Set(ids.filter((id) => !this.vain.has(`${source.path} ${id} ${head}`)));
    if (wanted.size === 0) return;
    const until = Date.now() + LONGEST_SEARCH;
    for await (const { hash, path } of versionsOf(repository, source.fsPath)) {
      const text = await repository.buffer(hash, path).then(decode, () => undefined);
      const id = text === undefined ? '' : textId(text);
      if (text !== undefined && wanted.delete(id)) found.set(id, normaliseText(text));
      if (wanted.size === 0 || Date.now() > until) break;
    }
    for (const id of wanted) this.vain.add(`${source.path} ${id} ${head}`);
  }
}

/** UTF-16 with a BOM, UTF-8, or else the Western encoding that old archives of newspapers are in. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
