/**
 * Speed, size, load time and memory of the recogniser beside compromise, in one process and one thread:
 * `npx tsx test/bench/recognition.ts`. The text is our own corpus without its marks, so that anyone can run it.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nlp from 'compromise';
import { readCorpus } from '../../model/documents';
import { createRecognizer } from '../../src/core/recognition';
import { findCharges } from '../../src/core/recognition/charges/find-charges';
import { tokenize } from '../../src/core/text/tokens';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const file = join(root, 'media/recognition.bin');
const ROUNDS = 5;

const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);

/** CPU time of the main thread where the system tells it (Linux), else of the whole process, compiler and collector threads included. */
function threadMilliseconds(): number {
  const own = `/proc/self/task/${process.pid}/schedstat`;
  if (existsSync(own)) return Number(readFileSync(own, 'utf8').split(' ')[0]) / 1e6;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Best of several rounds, in milliseconds of this thread's CPU: the others were disturbed. */
function time(run: () => void): number {
  run();
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const started = threadMilliseconds();
    run();
    best = Math.min(best, threadMilliseconds() - started);
  }
  return best;
}

if (!existsSync(file)) console.log(`Not measured: ${file} is absent (npm run model:train).`);
else {
  const bytes = readFileSync(file);
  const before = process.memoryUsage();
  const [started, startedCpu] = [performance.now(), threadMilliseconds()];
  const recognizer = createRecognizer(bytes);
  const [loaded, loadedCpu] = [performance.now() - started, threadMilliseconds() - startedCpu];
  const after = process.memoryUsage();
  const held = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  console.log(
    `model ${statSync(file).size} bytes; loaded in ${loaded.toFixed(1)} ms (${loadedCpu.toFixed(1)} ms of CPU); holds ${megabytes(held)} MB`,
  );

  const corpus = readCorpus(join(root, 'model/corpus'));
  for (const language of ['nl', 'en'] as const) {
    const texts = corpus.filter((text) => text.language === language).map(({ text }) => text);
    const tokens = texts.reduce((sum, text) => sum + tokenize(text).count, 0);
    const kilobytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1000;
    const report = (name: string, milliseconds: number) =>
      console.log(
        `${language} ${name.padEnd(24)} ${(tokens / milliseconds).toFixed(1).padStart(8)} k tokens/s ${((kilobytes / milliseconds) * 1000).toFixed(0).padStart(8)} kB/s`,
      );
    const ours = time(() => texts.forEach((text) => recognizer.recognize(text, { language })));
    const charges = time(() => texts.forEach((text) => findCharges(text, language)));
    const peer = time(() =>
      texts.slice(0, 20).forEach((text) => [nlp(text).people().out('offset'), nlp(text).places().out('offset')]),
    );
    const share = texts.slice(0, 20).join('').length / texts.join('').length;
    report('ours, all', ours);
    report('ours, without charges', ours - charges);
    report('compromise', peer / share);
    console.log(
      `${language} ${(peer / share / ours).toFixed(1)} times as fast; without charges ${(peer / share / (ours - charges)).toFixed(1)} times`,
    );
  }

  const long = corpus.map(({ text }) => text).join('\n\n');
  const paragraph = long.slice(0, 30_000).replace(/\s+/g, ' ');
  for (const [name, text] of [
    ['first session, cold', long],
    ['the same, warm', long],
    ['one paragraph', paragraph],
  ] as const) {
    const session = recognizer.open(text, { visible: { start: 0, end: 3000 } });
    let longest = 0;
    let longestOnClock = 0;
    let steps = 0;
    for (let left = true; left; steps++) {
      const [cpu, clock] = [threadMilliseconds(), performance.now()];
      left = session.step();
      longest = Math.max(longest, threadMilliseconds() - cpu);
      longestOnClock = Math.max(longestOnClock, performance.now() - clock);
    }
    console.log(
      `${name}: ${(text.length / 1000).toFixed(0)} k characters in ${steps} steps; the longest ${longest.toFixed(1)} ms of this thread's CPU, ${longestOnClock.toFixed(1)} ms on the clock`,
    );
  }
  const session = recognizer.open(long);
  session.finish();
  const at = performance.now();
  session.update([{ start: 5000, end: 5000, text: ' Jan de Boer ' }]);
  session.finish();
  console.log(`the same after an edit of one paragraph: ${(performance.now() - at).toFixed(1)} ms`);
}
