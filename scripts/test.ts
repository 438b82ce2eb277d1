/**
 * Runs suites and ends with one line, `N passed, N failed`, over all of them:
 *   tsx scripts/test.ts                         everything
 *   tsx scripts/test.ts check                   types, lint, format, unit, contract, build
 *   tsx scripts/test.ts unit|contract|crash|host|web|ui ... [--grep TEXT] [--only PART,PART] [--oldest]
 * `--only` takes the test files whose path below the suite's folder has one of the parts. Reports: out/reports/SUITE.json.
 * Exits 1 when anything failed, or when nothing ran.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runHostSuite } from '../test/workbench/hostSuite';
import { repository } from '../test/workbench/installation';
import { build, packStaged, stageExtension } from '../test/workbench/packaging';
import { readReport, writeReport, type SuiteReport } from '../test/workbench/report';
import { endOnExit, temporaryFolder } from '../test/workbench/server';

interface Selection {
  readonly grep?: string;
  readonly only?: readonly string[];
  readonly oldest: boolean;
}

type Step = (name: string, selection: Selection) => Promise<SuiteReport>;

const minutes = 60_000;
const reportFile = (name: string): string => path.join(repository, 'out/reports', `${name}.json`);

/** Everything a run makes outside out/ is in here, and goes with it. */
let scratchFolder: string | undefined;
const scratch = (): string => (scratchFolder ??= temporaryFolder('test'));

/** Runs a program in a process group of its own, so that our end is its end too. */
const runProgram = (
  file: string,
  args: readonly string[],
  timeout: number,
  environment: NodeJS.ProcessEnv = {},
): Promise<boolean> =>
  new Promise((resolve) => {
    const child: ChildProcess = spawn(file, args, {
      cwd: repository,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: process.platform !== 'win32',
      env: { ...process.env, ...environment },
    });
    const stop = endOnExit(child);
    const timer = setTimeout(() => {
      console.log(`  FAIL took longer than ${timeout / minutes} minutes`);
      stop();
    }, timeout);
    child.once('error', () => resolve(false));
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });

const single = (name: string, ok: boolean, started: number, message = ''): SuiteReport => ({
  suite: name,
  passed: ok ? 1 : 0,
  failed: ok ? 0 : 1,
  pending: 0,
  seconds: (Date.now() - started) / 1000,
  failures: ok ? [] : [{ title: name, message, stack: message }],
});

const modules = path.join(repository, 'node_modules');

/** A step that is one check: a program that ends with 0 when all is well. */
const program =
  (...commands: readonly (readonly string[])[]): Step =>
  async (name) => {
    const started = Date.now();
    for (const [file = '', ...args] of commands) {
      const ok = await runProgram(process.execPath, [path.join(modules, file), ...args], 5 * minutes);
      if (!ok) return single(name, false, started, `${file} ${args.join(' ')}`);
    }
    return single(name, true, started);
  };

const testFiles = (folder: string, only: readonly string[] = ['']): readonly string[] => {
  const root = path.join(repository, 'test', folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') && only.some((part) => file.split(path.sep).join('/').includes(part)))
    .sort()
    .map((file) => path.join('test', folder, file));
};

/** A step that is a mocha suite in this Node. */
const mocha =
  (options: {
    readonly timeout: number;
    readonly suiteTimeout: number;
    readonly style: string;
    readonly hooks?: string;
    /** How often a failed test is tried again. */
    readonly retries?: number;
  }): Step =>
  async (name, { grep, only }) => {
    const started = Date.now();
    const files = testFiles(name, only);
    if (files.length === 0) return { ...single(name, true, started), passed: 0 };
    const output = reportFile(name);
    rmSync(output, { force: true });
    const args = [
      ...['--no-config', '--exit', '--node-option', 'import=tsx', '--timeout', String(options.timeout)],
      ...['--reporter', 'test/workbench/mochaReport.mjs'],
      ...['--reporter-option', `output=${output},suite=${name},style=${options.style}`],
      ...(options.hooks === undefined ? [] : ['--require', options.hooks]),
      ...(options.retries === undefined ? [] : ['--retries', String(options.retries)]),
      ...(grep === undefined ? [] : ['--grep', grep]),
      ...files,
    ];
    const ok = await runProgram(
      process.execPath,
      [path.join(modules, 'mocha/bin/mocha.js'), ...args],
      options.suiteTimeout,
    );
    if (!existsSync(output)) return single(name, false, started, 'mocha ended without a report');
    const report = readReport(output);
    if (ok || report.failed > 0) return report;
    const title = `${name}: mocha ended with an error although no test failed`;
    return { ...report, failed: 1, failures: [{ title, message: title, stack: title }] };
  };

/** A step that runs inside an extension host of a real VS Code. */
const inHost =
  (host: 'node' | 'web'): Step =>
  async (name, { grep, only, oldest }) => {
    const started = Date.now();
    const folder = host === 'web' ? 'web' : 'host';
    if (testFiles(folder, only).length === 0) return { ...single(name, true, started), passed: 0 };
    const extension = path.join(scratch(), `${name}-extension`);
    // Inside the extension's folder: VS Code runs a suite in the host of the extension that it lies in.
    const bundle = path.join(extension, 'suite/index.js');
    build('--suite', folder, '--outfile', bundle, ...(only === undefined ? [] : ['--only', only.join(',')]));
    stageExtension({ folder: extension, host });
    return runHostSuite({
      name,
      edition: oldest ? 'oldest' : 'current',
      extension,
      bundle,
      timeout: 10 * minutes,
      ...(grep === undefined ? {} : { grep }),
    });
  };

const packageStep: Step = async (name) => {
  const started = Date.now();
  const folder = path.join(scratch(), 'package');
  stageExtension({ folder, host: 'both', minify: true });
  await packStaged(folder, path.join(repository, 'dist/glossator.vsix'));
  return single(name, true, started);
};

/** The packed extension is installed as a user would install it. */
const userInterface: Step = async (name, selection) => {
  if (process.env.GLOSSATOR_VSIX === undefined) {
    const folder = path.join(scratch(), 'ui-extension');
    const vsix = path.join(scratch(), 'glossator.vsix');
    stageExtension({ folder, host: 'both', minify: true });
    await packStaged(folder, vsix);
    process.env.GLOSSATOR_VSIX = vsix;
  }
  // A browser on a busy machine may drop a key or draw late: a test that fails twice is about the extension.
  const suite = mocha({
    timeout: 3 * minutes,
    suiteTimeout: 18 * minutes,
    style: 'spec',
    hooks: './test/ui/hooks.ts',
    retries: 2,
  });
  return suite(name, selection);
};

const steps: Readonly<Record<string, Step>> = {
  types: program(['typescript/bin/tsc', '-p', 'tsconfig.json'], ['typescript/bin/tsc', '-p', 'tsconfig.core.json']),
  lint: program(['eslint/bin/eslint.js', '.']),
  format: program(['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
  unit: mocha({ timeout: 20_000, suiteTimeout: 8 * minutes, style: 'dot', hooks: './test/unit/seed.ts' }),
  contract: mocha({ timeout: 60_000, suiteTimeout: 5 * minutes, style: 'dot' }),
  build: async (name) => {
    const started = Date.now();
    build();
    return single(name, true, started);
  },
  crash: mocha({ timeout: 10 * minutes, suiteTimeout: 10 * minutes, style: 'spec' }),
  package: packageStep,
  host: inHost('node'),
  web: inHost('web'),
  ui: userInterface,
};

const checks = ['types', 'lint', 'format', 'build', 'unit', 'contract'];

/** Steps that only read the code, without running any of it. */
const readers: ReadonlySet<string> = new Set(['types', 'lint', 'format']);

const readArguments = (
  given: readonly string[],
): { readonly names: readonly string[]; readonly selection: Selection } => {
  const names: string[] = [];
  let selection: Selection = { oldest: false };
  for (let place = 0; place < given.length; place += 1) {
    const argument = given[place]!;
    if (argument === '--grep') selection = { ...selection, grep: given[(place += 1)] ?? '' };
    else if (argument === '--only') selection = { ...selection, only: (given[(place += 1)] ?? '').split(',') };
    else if (argument === '--oldest') selection = { ...selection, oldest: true };
    else if (argument === 'check') names.push(...checks);
    else if (argument in steps) names.push(argument);
    else throw new Error(`Unknown suite or option ${argument}; there are ${Object.keys(steps).join(', ')} and check.`);
  }
  return { names: names.length > 0 ? names : Object.keys(steps), selection };
};

/** Runs the steps one after the other. */
const runSteps = async (names: readonly string[], selection: Selection): Promise<readonly SuiteReport[]> => {
  const reports: SuiteReport[] = [];
  for (const name of names) {
    const shown = selection.oldest && name === 'host' ? 'host-oldest' : name;
    console.log(`\n== ${shown}`);
    const started = Date.now();
    const report = await steps[name]!(shown, selection).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      console.log(`  FAIL ${message}`);
      return single(shown, false, started, message);
    });
    writeReport(reportFile(shown), report);
    reports.push(report);
  }
  return reports;
};

const main = async (): Promise<void> => {
  const { names, selection } = readArguments(process.argv.slice(2));
  mkdirSync(path.join(repository, 'out/reports'), { recursive: true });
  // Reading the code and running it share nothing: beside each other they take half the time on two cores.
  const reports = (
    await Promise.all([
      runSteps(
        names.filter((name) => readers.has(name)),
        selection,
      ),
      runSteps(
        names.filter((name) => !readers.has(name)),
        selection,
      ),
    ])
  ).flat();
  summarise(reports);
};

const summarise = (reports: readonly SuiteReport[]): void => {
  console.log('');
  for (const { suite, passed, failed, pending, seconds } of reports) {
    const skipped = pending > 0 ? `, ${pending} skipped` : '';
    console.log(
      `${suite.padEnd(12)} ${String(passed).padStart(5)} ok ${String(failed).padStart(4)} not${skipped}  (${seconds.toFixed(1)} s)`,
    );
  }
  for (const { suite, failures } of reports) for (const { title } of failures) console.log(`FAILED ${suite}: ${title}`);
  const passed = reports.reduce((sum, report) => sum + report.passed, 0);
  const failed = reports.reduce((sum, report) => sum + report.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
process.on('exit', () => {
  if (scratchFolder !== undefined) rmSync(scratchFolder, { recursive: true, force: true });
});
main().catch((error: unknown) => {
  console.error(error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});
