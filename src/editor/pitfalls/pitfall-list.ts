import * as vscode from 'vscode';
import { asPitfall, PitfallFinder, readPitfalls, type Pitfall } from '../../core/translation';
import { readText } from '../files/text-file';
import { messageOf, type Log } from '../log';
import { setting } from '../settings/settings';

/** The list that ships, with the researcher's own entries before it and without those that she has ruled out. */
export class PitfallList {
  private shipped: Promise<unknown> | undefined;
  private readonly finders = new Map<string, PitfallFinder>();

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: Log,
  ) {}

  /** What finds the pitfalls of a source language for readers of the target language that is set. */
  async finderFor(uri: vscode.Uri, language: string): Promise<PitfallFinder> {
    const target = setting('targetLanguage', uri);
    const own = setting('pitfalls.own', uri);
    const ignored = setting('pitfalls.ignore', uri);
    const key = JSON.stringify([language, target, own, ignored]);
    const known = this.finders.get(key);
    if (known) return known;
    const json = await (this.shipped ??= this.read());
    const finder = new PitfallFinder(merged(own, readPitfalls(json, language, target)), language, ignored);
    this.finders.set(key, finder);
    return finder;
  }

  private async read(): Promise<unknown> {
    try {
      return JSON.parse((await readText(vscode.Uri.joinPath(this.extensionUri, 'media', 'pitfalls.json'))) ?? '{}');
    } catch (error) {
      this.log.error(`pitfalls.json: ${messageOf(error)}`);
      return {};
    }
  }
}

/** The researcher's own entry stands for a shipped one on the same words. */
function merged(own: unknown, shipped: readonly Pitfall[]): Pitfall[] {
  const entries = Array.isArray(own) ? own.flatMap(asPitfall) : [];
  const terms = new Set(entries.map(({ term }) => term));
  return [...entries, ...shipped.filter(({ term }) => !terms.has(term))];
}
