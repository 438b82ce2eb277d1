import * as vscode from 'vscode';
import { textId } from '../../core/text/text-id';
import { messageOf, type Log } from '../log';
import { setting } from '../settings/settings';
import type { BaseTexts } from './base-texts';
import { compress, decompress } from './compressed-text';
import { putFile, writeDurably } from './durable-write';
import { evict, neededTexts, type StoredText } from './eviction';
import type { GitTexts } from './git-texts';
import type { KnownPlacements } from './known-placements';
import { readBytes, readText } from './text-file';
import { TextReferences } from './text-references';

const SUFFIX = '.gz';
/** The folder, below a workspace folder, in which a team without git shares base texts. */
const IN_WORKSPACE = ['.glossator', 'texts'] as const;
/** Pause after a text was kept before space is looked at, in milliseconds: by then its annotation refers to it. */
const TRIM_DELAY = 10_000;
const MEGABYTE = 1024 * 1024;

/**
 * Base texts by their id, compressed: in the extension's storage or in the workspace, then in git. Those that a known
 * sidecar refers to stay for ever; the others as long as there is room.
 */
export class StoredTexts implements BaseTexts, vscode.Disposable {
  private readonly kept = new Set<string>();
  private readonly overBudget = new vscode.EventEmitter<number>();
  /** Fires with the size of the store in bytes when all that is over the budget is needed; once in a session. */
  readonly onDidFindOverBudget = this.overBudget.event;
  private saidSo = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly references: TextReferences;

  constructor(
    private readonly folder: vscode.Uri,
    private readonly git: GitTexts,
    readonly placements: KnownPlacements,
    private readonly log: Log,
  ) {
    const file = vscode.Uri.joinPath(folder, 'references.json');
    this.references = new TextReferences({
      read: () => readText(file),
      write: async (text, expected) => {
        await vscode.workspace.fs.createDirectory(folder);
        await writeDurably(file, text, expected);
      },
      discard: async () => vscode.workspace.fs.delete(file),
    });
  }

  async find(source: vscode.Uri, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    await Promise.all(
      ids.map(async (id) => {
        const text = (await this.read(sharedFolder(source), id)) ?? (await this.read(this.folder, id));
        if (text !== undefined) found.set(id, text);
      }),
    );
    const missing = ids.filter((id) => !found.has(id));
    if (missing.length === 0) return found;
    for (const [id, text] of await this.git.find(source, missing)) {
      found.set(id, text);
      await this.keep(source, text);
    }
    return found;
  }

  async keep(source: vscode.Uri, text: string): Promise<void> {
    const id = textId(text);
    const shared = sharedFolder(source);
    const folder = (setting('texts.keepInWorkspace', source) ? shared : undefined) ?? this.folder;
    const key = `${folder.toString()} ${id}`;
    if (this.kept.has(key)) return;
    this.kept.add(key);
    try {
      // Read rather than looked for: one that is damaged is stored again here.
      if ((await this.read(folder, id)) !== undefined) return;
      await putFile(fileOf(folder, id), await compress(text));
      this.scheduleTrim();
    } catch (error) {
      this.kept.delete(key);
      this.log.warn(`A version of a text could not be kept: ${messageOf(error)}`);
    }
  }

  /** Says which texts a sidecar refers to; remembered beyond this session. */
  async refer(sidecar: vscode.Uri, ids: readonly string[]): Promise<void> {
    await this.remember((byFile) => {
      if (ids.length === 0) byFile.delete(sidecar.toString());
      else byFile.set(sidecar.toString(), ids);
    });
  }

  /** The sidecars, as URIs, that are known to refer to a text. */
  async referring(id: string): Promise<string[]> {
    const { byFile } = await this.references.known();
    return [...byFile].filter(([, ids]) => ids.includes(id)).map(([sidecar]) => sidecar);
  }

  /** A sidecar has another name. */
  async rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    await this.remember((byFile) => {
      const ids = byFile.get(from.toString());
      if (!ids) return;
      byFile.delete(from.toString());
      byFile.set(to.toString(), ids);
    });
  }

  /** Throws away what no sidecar needs and is over the budget; answers how many texts went. */
  async trim(budget = setting('texts.maximumSize') * MEGABYTE): Promise<number> {
    // Listed first: what is stored after that is not thrown away, and what is referred to after that was stored before.
    const stored = await this.list();
    const needed = neededTexts(stored, await this.references.known(), Date.now());
    const { evicted, overBudget } = evict(stored, needed, budget);
    for (const { id } of evicted) {
      await vscode.workspace.fs.delete(fileOf(this.folder, id));
      this.kept.clear();
    }
    if (overBudget > 0 && !this.saidSo) {
      this.saidSo = true;
      this.overBudget.fire(budget + overBudget);
    }
    return evicted.length;
  }

  /** Removes every stored text: in the extension's storage and in the open workspace folders. */
  async forget(): Promise<void> {
    clearTimeout(this.timer);
    this.kept.clear();
    await this.placements.forget();
    const shared = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) =>
      vscode.Uri.joinPath(uri, ...IN_WORKSPACE),
    );
    for (const folder of [this.folder, ...shared]) {
      try {
        await vscode.workspace.fs.delete(folder, { recursive: true });
      } catch (error) {
        if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) throw error;
      }
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.overBudget.dispose();
  }

  private scheduleTrim(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.trim().catch((error: unknown) => this.log.warn(`Stored texts: ${messageOf(error)}`));
    }, TRIM_DELAY);
  }

  private async list(): Promise<StoredText[]> {
    let names: readonly string[];
    try {
      names = (await vscode.workspace.fs.readDirectory(this.folder)).map(([name]) => name);
    } catch {
      return [];
    }
    return Promise.all(
      names
        .filter((name) => name.endsWith(SUFFIX))
        .map(async (name) => {
          const { size, mtime } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(this.folder, name));
          return { id: name.slice(0, -SUFFIX.length), size, at: mtime };
        }),
    );
  }

  /** A stored text whose bytes no longer give its id is removed, and stored again when it comes by or git has it. */
  private async read(folder: vscode.Uri | undefined, id: string): Promise<string | undefined> {
    if (!folder) return undefined;
    const bytes = await readBytes(fileOf(folder, id)).catch(() => undefined);
    if (!bytes) return undefined;
    const text = await decompress(bytes, id);
    if (text !== undefined) return text;
    this.log.warn(`The stored text ${id} is damaged and was removed.`);
    this.kept.delete(`${folder.toString()} ${id}`);
    await vscode.workspace.fs.delete(fileOf(folder, id)).then(undefined, () => undefined);
    return undefined;
  }

  private async remember(edit: (byFile: Map<string, readonly string[]>) => void): Promise<void> {
    try {
      await this.references.change(edit);
    } catch (error) {
      this.log.warn(`Stored texts: ${messageOf(error)}`);
    }
  }
}

function fileOf(folder: vscode.Uri, id: string): vscode.Uri {
  return vscode.Uri.joinPath(folder, id + SUFFIX);
}

function sharedFolder(source: vscode.Uri): vscode.Uri | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(source);
  return folder && vscode.Uri.joinPath(folder.uri, ...IN_WORKSPACE);
}
