/**
 * Runs mocha inside an extension host, Node or web worker, and reports every test as it ends.
 * Mocha's browser build is used in both: it needs nothing from the host and can be bundled.
 */
import 'mocha/mocha.js';
import type MochaModule from 'mocha';
import * as vscode from 'vscode';
import type { HostEvent } from './report';

interface SuiteSettings {
  readonly report: string;
  readonly grep?: string;
}

const describeError = (error: unknown): { message: string; stack: string } =>
  error instanceof Error
    ? { message: error.message, stack: withDifference(error) }
    : { message: String(error), stack: String(error) };

const withDifference = (error: Error): string => {
  const stack = error.stack ?? error.message;
  if (!('actual' in error) || !('expected' in error) || stack.includes('expected')) return stack;
  return `${stack}\n  actual: ${JSON.stringify(error.actual)}\n  expected: ${JSON.stringify(error.expected)}`;
};

/** The events are posted below; nothing is printed in here. */
const silent = function (): void {
  return;
} as never;

/** VS Code awaits the promise. It resolves in any case: what failed is in the report. */
export const runSuite = async (loadTests: () => Promise<unknown>): Promise<void> => {
  const settings = vscode.workspace.getConfiguration().get<SuiteSettings>('glossatorSuite');
  if (settings === undefined) throw new Error('The setting glossatorSuite does not say where to report.');
  let posted: Promise<unknown> = Promise.resolve();
  const post = (event: HostEvent): void => {
    posted = posted.then(() => fetch(settings.report, { method: 'POST', body: JSON.stringify(event) }));
  };
  try {
    const { Mocha } = globalThis as unknown as { Mocha: typeof MochaModule };
    const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, slow: 100_000, reporter: silent });
    if (settings.grep !== undefined) mocha.grep(settings.grep);
    mocha.suite.emit('pre-require', globalThis as never, 'suite', mocha);
    await loadTests();
    await new Promise<void>((resolve) => {
      const runner = mocha.run(() => resolve());
      const title = (test: Mocha.Test): string => test.fullTitle();
      runner.on('pass', (test) => post({ kind: 'pass', title: title(test), milliseconds: test.duration ?? 0 }));
      runner.on('pending', (test) => post({ kind: 'pending', title: title(test), milliseconds: 0 }));
      runner.on('fail', (test, error: unknown) => post({ kind: 'fail', title: title(test), ...describeError(error) }));
    });
    post({ kind: 'end' });
  } catch (error) {
    post({ kind: 'broken', message: describeError(error).stack });
  }
  await posted;
};
