import * as vscode from 'vscode';
import type { Placement } from '../../core/anchoring';
import type { Selector } from '../../core/annotation/annotation';
import { textId } from '../../core/text/text-id';
import { messageOf, type Log } from '../log';

/** How many texts' placements are kept. */
const MOST = 400;

/**
 * Where annotations were shown, by the text's id and the annotation's selector, so that a text that is opened again
 * shows exactly what it showed before. Only certain places are kept: the others may be found when more is known.
 */
export class KnownPlacements {
  private counted = false;

  constructor(
    private readonly folder: vscode.Uri,
    private readonly log: Log,
  ) {}

  /** The places in this text, in the order of the selectors; `undefined` where none is known. Never throws. */
  async find(text: string, selectors: readonly Selector[]): Promise<readonly (Placement | undefined)[]> {
    const known = await this.read(this.fileOf(text));
    return selectors.map((selector) => known.get(keyOf(selector)));
  }

  /** Keeps the certain places of a text, instead of those kept for it before. Never throws. */
  async keep(text: string, placed: readonly (readonly [Selector, Placement])[]): Promise<void> {
    const certain = placed.filter(([, placement]) => placement.state === 'anchored');
    if (certain.length === 0) return;
    try {
      const known = certain.map(([selector, { range, parts, score, changed }]) => [
        keyOf(selector),
        { state: 'anchored', range, parts, score, candidates: [], ...(changed && { changed }) },
      ]);
      await vscode.workspace.fs.createDirectory(this.folder);
      await vscode.workspace.fs.writeFile(this.fileOf(text), new TextEncoder().encode(JSON.stringify(known)));
      await this.trim();
    } catch (error) {
      this.log.debug(`Placements could not be kept: ${messageOf(error)}`);
    }
  }

  async forget(): Promise<void> {
    await vscode.workspace.fs.delete(this.folder, { recursive: true }).then(undefined, () => undefined);
  }

  private fileOf(text: string): vscode.Uri {
    // Offsets are those of the text as it is, so its line ends and BOM count here.
    return vscode.Uri.joinPath(this.folder, `${textId(text)}-${text.length}.json`);
  }

  private async read(file: vscode.Uri): Promise<ReadonlyMap<string, Placement>> {
    try {
      const read: unknown = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
      return new Map(Array.isArray(read) ? (read as [string, Placement][]) : []);
    } catch {
      return new Map();
    }
  }

  private async trim(): Promise<void> {
    if (this.counted) return;
    this.counted = true;
    const entries = await vscode.workspace.fs.readDirectory(this.folder);
    if (entries.length <= MOST) return;
    const files = await Promise.all(
      entries.map(async ([name]) => {
        const uri = vscode.Uri.joinPath(this.folder, name);
        return { uri, at: (await vscode.workspace.fs.stat(uri)).mtime };
      }),
    );
    for (const { uri } of files.sort((a, b) => b.at - a.at).slice(MOST)) await vscode.workspace.fs.delete(uri);
  }
}

function keyOf({ quote, textId: base, parts, before, after }: Selector): string {
  return textId(JSON.stringify([quote, base, parts?.map(({ start, end }) => [start, end]), before, after]));
}
