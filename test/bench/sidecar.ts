/**
 * Opening and editing sidecars of 100 to 50,000 annotations, beside `yaml` on the same text in the same run:
 *   npx tsx test/bench/sidecar.ts
 * Times are medians, in milliseconds. `yaml` is left out where it takes minutes.
 */
import { performance } from 'node:perf_hooks';
import { parseDocument } from 'yaml';
import type { Annotation } from '../../src/core/annotation/annotation';
import { editParsed, parseSidecar, parseSidecarInSteps, type SidecarEdit } from '../../src/core/sidecar';
import { entryText } from '../../src/core/sidecar/entry-text';
import { asCodePoints } from '../../src/core/text/code-points';
import { median } from './measuring/statistics';

const SIZES = [100, 1_000, 10_000, 50_000];
/** Annotations up to which `yaml` is asked: it takes seconds there. */
const LIBRARY_UP_TO = 10_000;
const AUTHORS = ['anna', 'bram', 'carla'];
const FILE = { fileName: 'article.txt' };

function annotation(number: number): Annotation {
  const id = `g${number.toString().padStart(7, '0')}`;
  const start = number * 37;
  const selector = {
    quote: [`Person Number ${number}`],
    textId: 'cc2ba9211afb',
    parts: [{ start: asCodePoints(start), end: asCodePoints(start + 15) }],
    before: 'the words that stand before it, “so”',
    after: ' and the words that stand behind it.',
  };
  const note =
    number % 5 === 0 ? { rendering: 'a rendering', explanation: 'Why it is so.', state: 'draft' as const } : {};
  return { id, author: AUTHORS[number % 3]!, type: 'person', selector, created: '2026-11-21T20:15:00Z', ...note };
}

/** A sidecar as the program writes it, put together from its entries' lines. */
function sidecarOf(size: number): string {
  const sections = AUTHORS.map((author, place) => {
    const entries: string[] = [];
    for (let i = place; i < size; i += AUTHORS.length)
      entries.push(entryText({ kind: 'annotation', value: annotation(i) }));
    return `  ${author}:\n${entries.join('\n')}`;
  });
  return `# Annotations\nglossator: 1\n\nannotations:\n${sections.join('\n')}\nrejected:\n`;
}

function timed<T>(runs: number, run: () => T): { ms: number; result: T } {
  const times: number[] = [];
  let result!: T;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    result = run();
    times.push(performance.now() - start);
  }
  return { ms: median(times), result };
}

function heap(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed;
}

function longestStep(text: string): number {
  const steps = parseSidecarInSteps(text);
  let longest = 0;
  for (;;) {
    const start = performance.now();
    const { done } = steps.next();
    longest = Math.max(longest, performance.now() - start);
    if (done) return longest;
  }
}

const rows: Record<string, string | number>[] = [];
const round = (ms: number): number => Math.round(ms * 100) / 100;
for (const size of SIZES) {
  const text = sidecarOf(size);
  const before = heap();
  const { ms: cold, result: parsed } = timed(1, () => parseSidecar(text));
  const kept = heap() - before;
  const { ms: open } = timed(5, () => parseSidecar(text).set.annotations.length);
  const target = { ...annotation(Math.floor(size / 2)), rendering: 'another' };
  const update = timed(
    9,
    () => editParsed(parsed, [{ kind: 'update-annotation', annotation: target }], FILE).text.length,
  );
  const add: SidecarEdit = { kind: 'add-annotation', annotation: { ...annotation(size), author: 'anna' } };
  const addition = timed(9, () => {
    const result = editParsed(parsed, [add], FILE);
    return result.parsed.set.annotations.length + Buffer.byteLength(result.text);
  });
  const row: Record<string, string | number> = {
    annotations: size,
    MB: round(text.length / 1e6),
    'open, first': round(cold),
    open: round(open),
    'longest step': round(longestStep(text)),
    update: round(update.ms),
    'add, to bytes and set': round(addition.ms),
    'heap MB': globalThis.gc ? round(kept / 1e6) : 'run node with --expose-gc',
  };
  if (size <= LIBRARY_UP_TO) {
    const { ms: parse, result: document } = timed(size > 1000 ? 1 : 3, () => parseDocument(text));
    const { ms: write } = timed(size > 1000 ? 1 : 3, () => document.toString({ lineWidth: 0 }).length);
    row['yaml parse'] = round(parse);
    row['yaml toString'] = round(write);
    row['first open is'] = `${round(parse / cold)} x faster`;
  }
  rows.push(row);
}
console.table(rows);
