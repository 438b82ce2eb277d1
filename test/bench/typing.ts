/**
 * `npm run bench -- typing`: what a keystroke costs the Node extension host in an article of 1 MB with 2,000 annotations, beside the same
 * keystroke in a text of the same size that is no source. Each figure is the work of the host's thread from one key to the next at
 * a typist's pace; the work that waits until typing rests is told apart. GLOSSATOR_BENCH_PROFILE=FILE keeps a CPU profile,
 * GLOSSATOR_BENCH_BURSTS=N types more or less.
 */
import type { Work } from './inHost/typing';
import { withMeasuringSuite } from './measuring/in-host';
import { quantile } from './measuring/statistics';
import { runBench, verdict } from './measuring/verdict';

/** The bar for what a keystroke adds, at the 99th percentile, in milliseconds. */
const allowed = 4;

runBench(async () => {
  const { elsewhere, inArticle } = await withMeasuringSuite('typing', 'inHost', (measure) =>
    measure<Record<'elsewhere' | 'inArticle', Work>>('typing.json'),
  );
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
    `added      a keystroke: p50 ${added[0]!.toFixed(2)} ms, p99 ${added[1]!.toFixed(2)} ms: ${verdict(passes)} the bar of ${allowed} ms (p99)`,
  );
  return passes;
});
