import * as vscode from 'vscode';
import { textId } from '../../core/text/text-id';
import { messageOf, type Log } from '../log';
import { putFile } from './durable-write';
import type { VersionKeeper } from './stored-file';

/** How many versions of each sidecar are kept (SIDECAR.md, Writing). */
export const VERSIONS_KEPT = 20;

/** One kept version of a sidecar. */
export interface Version {
  readonly uri: vscode.Uri;
  /** When it was replaced, in milliseconds since 1970. */
  readonly at: number;
}

/** The last versions of every sidecar, in the extension's storage. */
export class Versions implements VersionKeeper {
  constructor(
    private readonly folder: vscode.Uri,
    private readonly log: Log,
  ) {}

  async keep(sidecar: vscode.Uri, text: string): Promise<void> {
    try {
      const folder = this.folderOf(sidecar);
      const present = await this.list(sidecar);
      const name = `${String(Date.now()).padStart(15, '0')}-${textId(text)}.yaml`;
      if (present[0]?.uri.path.endsWith(`-${textId(text)}.yaml`)) return;
      await putFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
      for (const old of present.slice(VERSIONS_KEPT - 1)) await vscode.workspace.fs.delete(old.uri);
    } catch (error) {
      this.log.warn(`A version of ${sidecar.path} could not be kept: ${messageOf(error)}`);
    }
  }

  async keepBeforeMigration(sidecar: vscode.Uri, text: string, version: number): Promise<void> {
    try {
      const folder = this.folderOf(sidecar);
      const name = `format-${version}-${textId(text)}.yaml`;
      await putFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
    } catch (error) {
      this.log.warn(`${sidecar.path} could not be kept in its old format: ${messageOf(error)}`);
    }
  }

  /** The kept versions of a sidecar, newest first. */
  async list(sidecar: vscode.Uri): Promise<Version[]> {
    const folder = this.folderOf(sidecar);
    try {
      const entries = await vscode.workspace.fs.readDirectory(folder);
      return entries
        .map(([name]) => ({ uri: vscode.Uri.joinPath(folder, name), at: Number.parseInt(name, 10) }))
        .filter(({ at }) => Number.isFinite(at))
        .sort((a, b) => b.at - a.at);
    } catch {
      return [];
    }
  }

  /** A sidecar has another name: its versions go with it. */
  async move(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    try {
      for (const { uri } of await this.list(from)) {
        const target = vscode.Uri.joinPath(this.folderOf(to), uri.path.slice(uri.path.lastIndexOf('/') + 1));
        await vscode.workspace.fs.rename(uri, target, { overwrite: true });
      }
    } catch (error) {
      this.log.warn(`The versions of ${from.path} could not be taken along: ${messageOf(error)}`);
    }
  }

  private folderOf(sidecar: vscode.Uri): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, textId(sidecar.toString()));
  }
}
