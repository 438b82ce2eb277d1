/**
 * Checks the consistency of a corpus that no editor has open, by the command, and writes what it took beside the suite. Steps
 * are measured as the work of the host's own thread (`process.threadCpuUsage`) from one turn of its event loop to the next, so
 * that neither a busy machine nor other threads are counted.
 */
import { ok } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { getHeapStatistics } from 'node:v8';
import * as vscode from 'vscode';
import { article, glossaryText, NOTES, sidecarOf } from '../glossary/articles';
import { profiled, untilIdle, worked } from '../measuring/host-thread';

/** What one check took; times in milliseconds, memory in MB. */
export interface CheckFigures {
  readonly sources: number;
  readonly notes: number;
  readonly problems: number;
  readonly first: number;
  readonly all: number;
  /** Work of the host's thread for all of it. */
  readonly work: number;
  readonly longest: number;
  /** Steps of more than 10 ms. */
  readonly long: readonly number[];
  readonly heapBefore: number;
  readonly heapMost: number;
  readonly residentAdded: number;
}

const megabytes = (bytes: number): number => bytes / 1024 / 1024;

/** Follows the host's event loop until it is stopped. */
class Watch {
  readonly steps: number[] = [];
  heap = 0;
  private on = true;
  private last = worked();

  constructor() {
    this.turn();
  }

  stop(): void {
    this.on = false;
  }

  private readonly turn = (): void => {
    const now = worked();
    this.steps.push(now - this.last);
    this.last = now;
    if (this.steps.length % 16 === 0) this.heap = Math.max(this.heap, getHeapStatistics().used_heap_size);
    // A timer of 1 ms is due in every turn that matters, and rests in between, which a chain of turns would not.
    if (this.on) setTimeout(this.turn, 1);
  };
}

const codes = new Set([
  'two-renderings',
  'copied-unchanged',
  'number-missing',
  'differs-from-glossary',
  'rendering-to-avoid',
]);
const found = (): number =>
  vscode.languages
    .getDiagnostics()
    .reduce((sum, [, each]) => sum + each.filter(({ code }) => typeof code === 'string' && codes.has(code)).length, 0);

async function measure(sources: number): Promise<void> {
  const root = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
  writeFileSync(path.join(root, 'glossary.yaml'), glossaryText());
  for (let k = 0; k < sources; k += 1) {
    const made = article(k);
    writeFileSync(path.join(root, made.name), made.text);
    writeFileSync(path.join(root, `${made.name}.annotations.yaml`), sidecarOf(made));
  }
  await untilIdle(2);
  let first = 0;
  const { before, all, watch, listening } = await profiled(async () => {
    const before = process.memoryUsage();
    const began = performance.now();
    const listening = vscode.languages.onDidChangeDiagnostics(() => (first ||= performance.now() - began));
    const watch = new Watch();
    await vscode.commands.executeCommand('glossator.checkConsistency');
    const all = performance.now() - began;
    watch.stop();
    return { before, all, watch, listening };
  });
  listening.dispose();
  const problems = found();
  ok(problems > sources / 20, `${problems} problems only`);
  const figures: CheckFigures = {
    ...{ sources, notes: sources * NOTES, problems, first, all },
    work: watch.steps.reduce((sum, step) => sum + step, 0),
    longest: watch.steps.reduce((most, step) => Math.max(most, step), 0),
    long: watch.steps.filter((step) => step > 10),
    heapBefore: megabytes(before.heapUsed),
    heapMost: megabytes(Math.max(watch.heap, process.memoryUsage().heapUsed)),
    residentAdded: megabytes(process.memoryUsage().rss - before.rss),
  };
  writeFileSync(path.join(__dirname, 'checking.json'), JSON.stringify(figures));
}

describe('checking the consistency of', function () {
  this.timeout(600_000);

  for (const sources of [200, 2000]) it(`exactly ${sources} sources`, () => measure(sources));
});
