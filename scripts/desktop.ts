/**
 * `npm run test:desktop`: the host suite in a desktop VS Code, which @vscode/test-electron downloads; for machines that can.
 *   GLOSSATOR_VSCODE=stable|insiders|1.105.1, or the path of an installed `code` executable
 * On Linux it wants a display, such as `xvfb-run -a npm run test:desktop` gives.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { repository } from '../test/workbench/installation';
import { build, stageExtension } from '../test/workbench/packaging';
import { receiveReport, writeReport } from '../test/workbench/report';
import { sampleWorkspace } from '../test/workbench/sampleWorkspace';
import { quietSettings, temporaryFolder } from '../test/workbench/server';

const main = async (): Promise<void> => {
  const folder = temporaryFolder('desktop');
  const workspace = sampleWorkspace('desktop');
  const extension = path.join(folder, 'extension');
  const bundle = path.join(extension, 'suite/index.js');
  build('--suite', 'host', '--outfile', bundle);
  stageExtension({ folder: extension, host: 'node' });
  const receiver = await receiveReport('desktop', bundle);
  try {
    const user = path.join(folder, 'user/User');
    mkdirSync(user, { recursive: true });
    const settings = { ...quietSettings, glossatorSuite: { report: receiver.address } };
    writeFileSync(path.join(user, 'settings.json'), JSON.stringify(settings));
    const version = process.env.GLOSSATOR_VSCODE ?? 'stable';
    const ended = runTests({
      ...(existsSync(version) ? { vscodeExecutablePath: version } : { version }),
      extensionDevelopmentPath: extension,
      extensionTestsPath: bundle,
      launchArgs: [
        workspace,
        ...['--user-data-dir', path.join(folder, 'user'), '--extensions-dir', path.join(folder, 'extensions')],
        ...['--disable-extensions', '--disable-workspace-trust', '--skip-welcome', '--no-sandbox'],
      ],
    });
    const report = await Promise.race([receiver.finished(10 * 60_000), ended.then(() => receiver.finished(5_000))]);
    await ended.catch((error: unknown) => console.error(String(error)));
    writeReport(path.join(repository, 'out/reports/desktop.json'), report);
    console.log(`\n${report.passed} passed, ${report.failed} failed`);
    process.exitCode = report.failed > 0 || report.passed === 0 ? 1 : 0;
  } finally {
    receiver.close();
    for (const scratch of [folder, path.dirname(workspace)])
      rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
