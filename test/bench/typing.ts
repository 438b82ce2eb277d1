/**
 * `npm run bench -- typing`: what a keystroke costs the Node extension host in an article of 1 MB with 2,000 annotations, beside the same
 * keystroke in a text of the same size that is no source. Each figure is the work of the host's thread from one key to the next at
 * a typist's pace; the work that waits until typing rests is told apart. GLOSSATOR_BENCH_PROFILE=FILE keeps a CPU profile,
 * GLOSSATOR_BENCH_BURSTS=N types more or less.
 */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runHostSuite } from '../workbench/hostSuite';
import { build, stageExtension } from '../workbench/packaging';
import { temporaryFolder } from '../workbench/server';
import type { Work } from './inHost/typing';

/** The bar for what a keystroke adds, at the 99th percentile, in milliseconds. */
const allowed = 4;

const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!;
};

const main = async (): Promise<void> => {
  const extension = temporaryFolder('typing');
  try {
    const bundle = path.join(extension, 'suite/index.js');
    build('--suite', 'bench/inHost', '--outfile', bundle);
    stageExtension({ folder: extension, host: 'node', minify: false });
    const report = await runHostSuite({ name: 'typing', edition: 'current', extension, bundle, timeout: 600_000 });
    if (report.passed !== 1) throw new Error('The keystrokes could not be measured; see out/logs.');
    const { elsewhere, inArticle } = JSON.parse(
      readFileSync(path.join(path.dirname(bundle), 'typing.json'), 'utf8'),
    ) as Record<'elsewhere' | 'inArticle', Work>;
    for (const [name, { keystrokes, rests }] of Object.entries({ 'no source': elsewhere, article: inArticle })) {
      const [p50, p90, p99] = [0.5, 0.9, 0.99].map((share) => quantile(keystrokes, share).toFixed(2));
      console.log(
        `${name.padEnd(10)} a keystroke: p50 ${p50} ms, p90 ${p90} ms, p99 ${p99} ms (${keystrokes.length}); once typing rests: median ${quantile(rests, 0.5).toFixed(0)} ms (${rests.length})`,
      );
    }
    const added = [0.5, 0.99].map(
      (share) => quantile(inArticle.keystrokes, share) - quantile(elsewhere.keystrokes, share),
    );
    const passes = added[1]! <= allowed;
    console.log(
      `added      a keystroke: p50 ${added[0]!.toFixed(2)} ms, p99 ${added[1]!.toFixed(2)} ms: ${passes ? 'within' : 'OVER'} the bar of ${allowed} ms (p99)`,
    );
    process.exitCode = passes ? 0 : 1;
  } finally {
    rmSync(extension, { recursive: true, force: true });
  }
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
