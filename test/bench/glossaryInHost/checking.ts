/**
 * Checks the consistency of a corpus that no editor has open, by the command, and writes what it took beside the suite. Steps
 * are measured as the work of the host's own thread (`process.threadCpuUsage`) from one turn of its event loop to the next, so
 * that neither a busy machine nor other threads are counted.
 */
import { ok } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { NOTES } from '../glossary/articles';
import { LoopWatch, pause, profiled, untilIdle, type Step } from '../measuring/host-thread';

/** What one check took; times in milliseconds, memory in MB. */
export interface CheckFigures {
  readonly sources: number;
  readonly notes: number;
  readonly problems: number;
  readonly first: number;
  readonly all: number;
  /** Work of the host's thread for all of it. */
  readonly work: number;
  /** The longest steps, the longest first. */
  readonly longest: readonly Step[];
  /** The longest step of the same host in as long a time before the check, in which nobody asked anything of it. */
  readonly atRest: number;
  readonly heapBefore: number;
  readonly heapMost: number;
  readonly residentAdded: number;
}

/** How many of the longest steps are told. */
const TOLD = 5;
/** How long the host is left alone, in milliseconds. */
const REST = 5_000;

const megabytes = (bytes: number): number => bytes / 1024 / 1024;

const longestOf = (steps: readonly Step[]): Step[] => [...steps].sort((a, b) => b.work - a.work).slice(0, TOLD);

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
  await untilIdle(2);
  const resting = new LoopWatch();
  await pause(REST);
  const [atRest] = longestOf(await resting.stop());
  let first = 0;
  const { before, all, watch, steps } = await profiled(async () => {
    const before = process.memoryUsage();
    const began = performance.now();
    const listening = vscode.languages.onDidChangeDiagnostics(() => (first ||= performance.now() - began));
    const watch = new LoopWatch();
    await vscode.commands.executeCommand('glossator.checkConsistency');
    const all = performance.now() - began;
    listening.dispose();
    return { before, all, watch, steps: await watch.stop() };
  });
  const problems = found();
  ok(problems > sources / 20, `${problems} problems only`);
  const figures: CheckFigures = {
    ...{ sources, notes: sources * NOTES, problems, first, all },
    work: steps.reduce((sum, { work }) => sum + work, 0),
    longest: longestOf(steps),
    atRest: atRest?.work ?? 0,
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
