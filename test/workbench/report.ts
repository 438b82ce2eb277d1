/** How a suite that runs inside an extension host tells the outside what happened: one POST per event. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { SourceMap, type SourceMapPayload } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

export interface Failure {
  readonly title: string;
  readonly message: string;
  readonly stack: string;
}

/** The one form of result for all suites, written to `out/reports/SUITE.json`. */
export interface SuiteReport {
  readonly suite: string;
  readonly passed: number;
  readonly failed: number;
  readonly pending: number;
  readonly seconds: number;
  readonly failures: readonly Failure[];
}

export type HostEvent =
  | { readonly kind: 'pass' | 'pending'; readonly title: string; readonly milliseconds: number }
  | ({ readonly kind: 'fail' } & Failure)
  | { readonly kind: 'end' }
  | { readonly kind: 'broken'; readonly message: string };

export const writeReport = (file: string, report: SuiteReport): void => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(report, null, 2));
};

export const readReport = (file: string): SuiteReport => JSON.parse(readFileSync(file, 'utf8')) as SuiteReport;

/** Where a position in the bundled test came from, so that a stack names the test's own line. */
const originalPositions = (stack: string, bundle: string): string => {
  let map: SourceMap;
  try {
    map = new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')) as SourceMapPayload);
  } catch {
    return stack;
  }
  return stack.replace(/\(?[^\s()]*index\.js:(\d+):(\d+)\)?/gu, (whole, line: string, column: string) => {
    const entry = map.findEntry(Number(line) - 1, Number(column) - 1);
    if (!('originalSource' in entry)) return whole;
    return `(${path.relative(process.cwd(), path.resolve(path.dirname(bundle), entry.originalSource))}:${entry.originalLine + 1})`;
  });
};

export interface Receiver {
  /** What the suite in the extension host reads from the setting `glossatorSuite`. */
  readonly address: string;
  /** Resolves at the suite's end; rejects when it breaks down or takes longer than `timeout` ms. */
  finished(timeout: number): Promise<SuiteReport>;
  close(): void;
}

/** Listens for one suite's events and prints them as they come. `bundle` is the suite's built file, for its source map. */
export const receiveReport = async (suite: string, bundle: string): Promise<Receiver> => {
  const started = Date.now();
  const failures: Failure[] = [];
  const count = { pass: 0, pending: 0 };
  let settle: (outcome: Error | undefined) => void = () => undefined;
  const outcome = new Promise<Error | undefined>((resolve) => (settle = resolve));

  const hear = (event: HostEvent): void => {
    switch (event.kind) {
      case 'pass':
      case 'pending':
        count[event.kind] += 1;
        console.log(`  ${event.kind === 'pass' ? 'ok  ' : 'skip'} ${event.title} (${event.milliseconds} ms)`);
        return;
      case 'fail': {
        const stack = originalPositions(event.stack, bundle);
        failures.push({ title: event.title, message: event.message, stack });
        console.log(`  FAIL ${event.title}\n${stack.replace(/^/gmu, '       ')}`);
        return;
      }
      case 'end':
        return settle(undefined);
      case 'broken':
        return settle(new Error(originalPositions(event.message, bundle)));
    }
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      // The web worker host asks from another origin.
      response.writeHead(204, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' }).end();
      if (request.method === 'POST') hear(JSON.parse(Buffer.concat(chunks).toString('utf8')) as HostEvent);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    finished: async (timeout) => {
      const timer = setTimeout(() => settle(new Error(`${suite}: no end within ${timeout / 1000} s.`)), timeout);
      const error = await outcome;
      clearTimeout(timer);
      const broken =
        error === undefined ? [] : [{ title: `${suite} suite`, message: error.message, stack: error.stack ?? '' }];
      if (error !== undefined) console.log(`  FAIL ${error.message}`);
      const all = [...failures, ...broken];
      return {
        suite,
        passed: count.pass,
        failed: all.length,
        pending: count.pending,
        seconds: Math.round((Date.now() - started) / 100) / 10,
        failures: all,
      };
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
