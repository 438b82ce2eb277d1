/**
 * `npm run bench -- glossary`: the consistency check of 200 and of 2,000 sources with five notes each and a glossary of 300 terms, all
 * made here from a seed. First its core in Node, then the command `Glossator: Check Consistency` in a real extension host
 * on files that no editor has open: first results, all of them, the longest step of the host's thread, memory, and how all
 * of that grows with ten times as many sources. GLOSSATOR_BENCH_PROFILE=FILE keeps a CPU profile of the last.
 */
import { CONSISTENCY_CODES, ConsistencyIndex, DEFAULT_RULES, type CheckedSource } from '../../src/core/translation';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { article, glossary, glossaryText, sidecarOf } from './glossary/articles';
import type { CheckFigures } from './glossaryInHost/checking';
import { withMeasuringSuite } from './measuring/in-host';
import type { Step } from './measuring/host-thread';
import { runBench, verdict } from './measuring/verdict';

const SIZES = [200, 2000] as const;
/** The bars for 2,000 sources: milliseconds, and MB. */
const allowed = { first: 2_000, all: 10_000, longest: 10, memory: 300 };
/** Ten times the sources may take so many times the work: linear, with room for what differs between two runs. */
const LINEAR = 13;

interface CoreFigures {
  readonly work: number;
  readonly problems: number;
}

/** Takes in and checks every source. */
const checkCore = (sources: readonly CheckedSource[]): CoreFigures => {
  const began = performance.now();
  const finish = <T>(steps: Generator<void, T>): T => {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  };
  const index = new ConsistencyIndex({ targetLanguage: 'en', rules: DEFAULT_RULES, glossary: glossary() });
  for (const source of sources) finish(index.take(source));
  let problems = 0;
  for (const { source } of sources) problems += finish(index.check(source)).length;
  return { work: performance.now() - began, problems };
};

const inCore = (): boolean => {
  const sources = Array.from({ length: SIZES[1] }, (_, k): CheckedSource => {
    const { name, annotations } = article(k);
    return { source: name, language: 'nl', annotations };
  });
  // The first run of anything is that of the compiler.
  for (let k = 0; k < 3; k += 1) checkCore(sources.slice(0, SIZES[0]));
  const [few, many] = SIZES.map((size) => {
    const runs = Array.from({ length: 5 }, () => checkCore(sources.slice(0, size)));
    return runs.sort((a, b) => a.work - b.work)[2]!;
  });
  for (const [k, { work, problems }] of [few!, many!].entries()) {
    console.log(
      `core, ${String(SIZES[k]).padStart(4)} sources: ${work.toFixed(0)} ms, ${problems} problems (${CONSISTENCY_CODES.length} rules, ${DEFAULT_RULES.size} on)`,
    );
  }
  const growth = many!.work / few!.work;
  console.log(`core, growth with ten times the sources: ${growth.toFixed(1)} times the work`);
  return growth <= LINEAR;
};

const writeCorpus = (folder: string, sources: number): void => {
  writeFileSync(path.join(folder, 'glossary.yaml'), glossaryText());
  for (let k = 0; k < sources; k += 1) {
    const made = article(k);
    writeFileSync(path.join(folder, made.name), made.text);
    writeFileSync(path.join(folder, `${made.name}.annotations.yaml`), sidecarOf(made));
  }
};

const worded = (steps: readonly Step[]): string =>
  steps
    .map(({ work, collecting, major }) => `${work.toFixed(1)} (${collecting.toFixed(1)}${major ? ' major' : ''})`)
    .join(', ');

const tell = (figures: CheckFigures): void => {
  const { sources, notes, problems, first, all, work, longest, atRest, heapBefore, heapMost, residentAdded } = figures;
  console.log(
    `host, ${String(sources).padStart(4)} sources, ${notes} notes: first results ${first.toFixed(0)} ms, all ${all.toFixed(0)} ms (${problems} problems), ` +
      `work of the host's thread ${work.toFixed(0)} ms; longest steps, and in brackets V8's pauses for garbage in them: ${worded(longest)} ms, ` +
      `at rest before ${atRest.toFixed(1)} ms; heap ${heapBefore.toFixed(0)} MB before, ${heapMost.toFixed(0)} MB at most, resident memory +${residentAdded.toFixed(0)} MB`,
  );
};

runBench(async () => {
  const linear = inCore();
  const [few, many] = await withMeasuringSuite('glossary', 'glossaryInHost', async (measure) => {
    const inHost = (sources: number) =>
      measure<CheckFigures>('checking.json', {
        grep: `exactly ${sources} sources`,
        prepare: (workspace) => writeCorpus(workspace, sources),
      });
    return [await inHost(SIZES[0]), await inHost(SIZES[1])];
  });
  tell(few);
  tell(many);
  const growth = many.work / few.work;
  console.log(`host, growth with ten times the sources: ${growth.toFixed(1)} times the work`);
  const passes =
    linear &&
    growth <= LINEAR &&
    many.first <= allowed.first &&
    many.all <= allowed.all &&
    many.longest[0]!.work <= allowed.longest &&
    many.heapMost <= allowed.memory;
  console.log(`${verdict(passes)} the bars: ${JSON.stringify(allowed)}, growth ${LINEAR}`);
  return passes;
});
