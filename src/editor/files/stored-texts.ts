import * as vscode from 'vscode';
import { textId } from '../../core/text/text-id';
import { messageOf, type Log } from '../log';
import type { BaseTexts } from './base-texts';

/** Keeps base texts by their id, compressed, in a folder of the extension's storage. */
export class StoredTexts implements BaseTexts {
  private readonly kept = new Set<string>();

  constructor(
    private readonly folder: vscode.Uri,
    private readonly log: Log,
  ) {}

  async find(_source: vscode.Uri, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    await Promise.all(
      ids.map(async (id) => {
        const text = await this.read(id);
        if (text !== undefined) found.set(id, text);
      }),
    );
    return found;
  }

  async keep(_source: vscode.Uri, text: string): Promise<void> {
    const id = textId(text);
    if (this.kept.has(id)) return;
    this.kept.add(id);
    try {
      if (await exists(this.fileOf(id))) return;
      await vscode.workspace.fs.createDirectory(this.folder);
      await vscode.workspace.fs.writeFile(this.fileOf(id), await compress(text));
    } catch (error) {
      this.kept.delete(id);
      this.log.warn(`A version of a text could not be kept: ${messageOf(error)}`);
    }
  }

  private fileOf(id: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, `${id}.gz`);
  }

  /** A stored text whose bytes no longer give its id is damaged: it is removed and will be stored again when it comes by. */
  private async read(id: string): Promise<string | undefined> {
    let bytes: Uint8Array;
    try {
      bytes = await vscode.workspace.fs.readFile(this.fileOf(id));
    } catch {
      return undefined;
    }
    try {
      const text = await decompress(bytes);
      if (textId(text) === id) return text;
    } catch (error) {
      this.log.debug(messageOf(error));
    }
    this.log.warn(`The stored text ${id} is damaged and was removed.`);
    await vscode.workspace.fs.delete(this.fileOf(id));
    return undefined;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function compress(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function decompress(bytes: Uint8Array): Promise<string> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}
