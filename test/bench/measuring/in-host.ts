import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runHostSuite } from '../../workbench/hostSuite';
import { build, stageExtension } from '../../workbench/packaging';
import { temporaryFolder } from '../../workbench/server';

/**
 * Runs the one test of a measuring suite that `grep` chooses, or its only one, in a workspace that `prepare` has written
 * into; answers what it wrote to `figures` beside the suite.
 */
export type Measurement = <Figures>(
  figures: string,
  options?: { readonly grep?: string; readonly prepare?: (workspace: string) => void },
) => Promise<Figures>;

/** Stages the extension with a suite of `test/bench` for a real Node extension host, for as long as `use` measures there. */
export const withMeasuringSuite = async <T>(
  bench: string,
  suite: string,
  use: (measure: Measurement) => Promise<T>,
): Promise<T> => {
  const extension = temporaryFolder(bench);
  try {
    const bundle = path.join(extension, 'suite/index.js');
    build('--suite', `bench/${suite}`, '--outfile', bundle);
    stageExtension({ folder: extension, host: 'node', minify: false });
    return await use(async <Figures>(figures: string, options = {}) => {
      const report = await runHostSuite({
        ...{ name: bench, edition: 'current', extension, bundle, timeout: 600_000 },
        ...options,
      });
      if (report.passed !== 1) throw new Error('It could not be measured; see out/logs.');
      return JSON.parse(readFileSync(path.join(path.dirname(bundle), figures), 'utf8')) as Figures;
    });
  } finally {
    rmSync(extension, { recursive: true, force: true });
  }
};
