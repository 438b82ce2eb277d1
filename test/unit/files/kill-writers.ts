import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import * as esbuild from 'esbuild';
import { parseSidecar } from '../../../src/core/sidecar';
import { numberedAnnotation } from './numbered-annotation';

export interface Killing {
  /** How many writers are killed. */
  readonly kills: number;
  /** Files that one writer saves into at the same time, so that one kill cuts off as many saves. */
  readonly sources: number;
  /** Writers that save into the same files at the same time, each killed at a moment of its own. */
  readonly windows: number;
  /** Answers numbers in [0, 1). */
  readonly random: () => number;
  /** Called after each round with what was found so far; answers false to stop. */
  readonly onRound?: (sofar: KillingReport) => boolean;
}

export interface KillingReport {
  readonly kills: number;
  /** Saves that were reported as done. */
  readonly saves: number;
  /** How often the file was read while it was being written or after a kill. */
  readonly readings: number;
  /** Readings that were neither the old nor the new file, and annotations that were reported as saved and are gone. */
  readonly losses: readonly string[];
}

/** A new file after so many rounds, so that it stays small enough for saves to be quick. */
const ROUNDS_PER_FILE = 20;
/** Longest time that a writer may go on after its first save, in milliseconds. */
const LONGEST_LIFE = 25;

/** Starts writers on sidecars, kills them with SIGKILL at random moments, and looks each time at what is on disk. */
export async function killWriters({
  kills,
  sources,
  windows,
  random,
  onRound = () => true,
}: Killing): Promise<KillingReport> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'glossator-kill-'));
  const script = path.join(folder, 'killed-writer.cjs');
  await esbuild.build({
    entryPoints: [path.join(import.meta.dirname, 'killed-writer.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  const losses: string[] = [];
  let saves = 0;
  let readings = 0;
  let killed = 0;
  const sofar = (): KillingReport => ({ kills: killed, saves, readings, losses });
  try {
    for (let first = 0; killed < kills; first += ROUNDS_PER_FILE) {
      const files = Array.from({ length: sources }, (_, source): WrittenFile => ({
        path: path.join(folder, `${first}-${source}.txt.annotations.yaml`),
        saved: Array.from({ length: windows }, () => 0),
      }));
      const look = (file: WrittenFile): void => {
        readings++;
        losses.push(...lossesIn(file));
      };
      for (let k = 0; k < ROUNDS_PER_FILE && killed < kills; k++) {
        await Promise.all(
          Array.from({ length: windows }, (_, window) =>
            killedWriter(
              script,
              [letterOf(window), ...files.flatMap((file) => [file.path, String(file.saved[window])])],
              random() * LONGEST_LIFE,
              (place, number) => {
                const file = files[place]!;
                file.saved[window] = Math.max(file.saved[window]!, number + 1);
                saves++;
                if (random() < 0.2) look(file);
              },
            ),
          ),
        );
        killed += windows;
        for (const file of files) look(file);
        if (losses.length > 0 || !onRound(sofar())) return sofar();
        files.forEach(countOnDisk);
      }
      for (const file of files) await fs.rm(file.path, { force: true });
    }
    return sofar();
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

interface WrittenFile {
  readonly path: string;
  /** For each window, how many of its annotations were reported as saved, or found. */
  readonly saved: number[];
}

/** What was being saved when the kill came may be there: the next writer goes on after it. */
function countOnDisk({ path: file, saved }: WrittenFile): void {
  if (!existsSync(file)) return;
  const present = new Set(parseSidecar(readFileSync(file, 'utf8')).set.annotations.map(({ id }) => id));
  saved.forEach((count, window) => {
    if (present.has(numberedAnnotation(letterOf(window), count).id)) saved[window] = count + 1;
  });
}

function letterOf(window: number): string {
  return 'ghjk'[window]!;
}

function lossesIn({ path: file, saved }: WrittenFile): string[] {
  if (saved.every((count) => count === 0) && !existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  const parsed = parseSidecar(text);
  const { problems, set } = parsed;
  if (problems.length > 0) return [`${problems[0]!.code}: ${problems[0]!.message}`];
  if (!text.endsWith('\n')) return ['the file has no end'];
  const present = new Set(set.annotations.map(({ id }) => id));
  return saved.flatMap((count, window) =>
    Array.from({ length: count }, (_, number) => numberedAnnotation(letterOf(window), number).id)
      .filter((id) => !present.has(id))
      .map((id) => `${id} was reported as saved and is gone`),
  );
}

/** Resolves when the writer has been killed and all that it said was heard. */
function killedWriter(
  script: string,
  args: readonly string[],
  life: number,
  onSaved: (place: number, number: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let heard = '';
    let complaint = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      timer ??= setTimeout(() => child.kill('SIGKILL'), life);
      const lines = (heard + chunk.toString()).split('\n');
      heard = lines.pop() ?? '';
      for (const line of lines) {
        const [place, number] = line.split(' ').map(Number);
        onSaved(place!, number!);
      }
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (signal === 'SIGKILL') resolve();
      else reject(new Error(`The writer ended by itself (${code}): ${complaint}`));
    });
  });
}
