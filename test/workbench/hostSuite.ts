/** Runs a built suite inside an extension host of a real VS Code: Node or web worker. */
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './browser';
import { installServer, repository, type Edition } from './installation';
import { receiveReport, writeReport, type SuiteReport } from './report';
import { sampleWorkspace } from './sampleWorkspace';
import { startServer } from './server';

export interface HostSuite {
  /** Name of the report, and of the logs in `out/`. */
  readonly name: string;
  readonly edition: Edition;
  /** The extension under development: a folder with a manifest. */
  readonly extension: string;
  /** The built suite, a module that exports `run()`. */
  readonly bundle: string;
  /** Only tests whose title contains this. */
  readonly grep?: string;
  /** Writes into the workspace before an editor opens it. */
  readonly prepare?: (workspace: string) => void;
  /** Milliseconds after which the whole suite counts as failed. */
  readonly timeout: number;
}

/** Runs the suite and writes `out/reports/NAME.json`; what goes wrong outside the tests counts as a failure too. */
export const runHostSuite = async (suite: HostSuite): Promise<SuiteReport> => {
  const logs = path.join(repository, 'out/logs');
  mkdirSync(logs, { recursive: true });
  const log = path.join(logs, `${suite.name}-server.log`);
  rmSync(log, { force: true });

  const installation = installServer(suite.edition);
  console.log(`${suite.name}: VS Code ${installation.version}`);
  const workspace = sampleWorkspace(suite.name);
  suite.prepare?.(workspace);
  const receiver = await receiveReport(suite.name, suite.bundle);
  const server = await startServer({
    installation,
    runsTests: true,
    log,
    settings: {
      glossatorSuite: { report: receiver.address, ...(suite.grep === undefined ? {} : { grep: suite.grep }) },
    },
  });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const messages: string[] = [];
    page.on('console', (message) => messages.push(`[${message.type()}] ${message.text()}`));
    await page.goto(
      server.address(workspace, [
        ['extensionDevelopmentPath', server.uri(suite.extension)],
        ['extensionTestsPath', server.uri(suite.bundle)],
      ]),
    );
    const report = await receiver.finished(suite.timeout);
    if (report.failed > 0) await page.screenshot({ path: path.join(logs, `${suite.name}.png`) }).catch(() => undefined);
    writeFileSync(path.join(logs, `${suite.name}-window.log`), messages.join('\n'));
    if (report.failed > 0) {
      const hostLogs = path.join(server.dataFolder, 'data/logs');
      if (existsSync(hostLogs)) cpSync(hostLogs, path.join(logs, `${suite.name}-host`), { recursive: true });
    }
    writeReport(path.join(repository, 'out/reports', `${suite.name}.json`), report);
    return report;
  } finally {
    receiver.close();
    await browser.close().catch(() => undefined);
    await server.stop();
    rmSync(path.dirname(workspace), { recursive: true, force: true, maxRetries: 5 });
  }
};
