/**
 * `npm start`: packs the extension, installs it into an editor and opens a copy of the sample articles.
 *   npm start                       a VS Code server; its address is printed, and opened where there is a display
 *   npm start -- --desktop          the `code` on PATH, with user data of its own
 *   npm start -- --folder FOLDER    that folder itself in place of the samples;   --port PORT
 * The copy and the editor's data stay in .cache/start between starts, so that annotations are found again; `--fresh` begins anew.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { installedBrowsers, installServer, repository } from '../test/workbench/installation';
import { packStaged, stageExtension } from '../test/workbench/packaging';
import { startServer, temporaryFolder } from '../test/workbench/server';

const given = process.argv.slice(2);
const option = (name: string): string | undefined => {
  const place = given.indexOf(`--${name}`);
  return place < 0 ? undefined : given[place + 1];
};

const home = path.join(repository, '.cache/start');

const sampleCopy = (): string => {
  const folder = path.join(home, 'articles');
  if (given.includes('--fresh')) rmSync(home, { recursive: true, force: true });
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    cpSync(path.join(repository, 'test/fixtures/sources'), folder, { recursive: true });
  }
  return folder;
};

const pack = async (): Promise<string> => {
  const vsix = path.join(repository, 'dist/glossator.vsix');
  const folder = temporaryFolder('start');
  try {
    stageExtension({ folder, host: 'both', minify: true });
    await packStaged(folder, vsix);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return vsix;
};

const openDesktop = (vsix: string, folder: string): void => {
  const own = [
    '--user-data-dir',
    path.join(home, 'desktop'),
    '--extensions-dir',
    path.join(home, 'desktop-extensions'),
  ];
  const run = (...args: readonly string[]): void => {
    const { status, error } = spawnSync('code', [...own, ...args], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw error ?? new Error('`code` ended with an error; is VS Code on PATH?');
  };
  run('--install-extension', vsix, '--force');
  run('--new-window', folder);
};

/** The user's own browser, which is not waited for; nothing happens where there is none. */
const openBrowser = (address: string): void => {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const [opener, args]: readonly [string, readonly string[]] =
    process.platform === 'darwin'
      ? ['open', [address]]
      : process.platform === 'win32'
        ? ['cmd', ['/c', 'start', '""', address.replaceAll('&', '^&')]]
        : ['xdg-open', [address]];
  const child = spawn(opener, args, { stdio: 'ignore', detached: true });
  child.once('error', () => {
    const browser = installedBrowsers().find((candidate) => existsSync(candidate));
    if (browser !== undefined) spawn(browser, [address], { stdio: 'ignore', detached: true }).unref();
  });
  child.unref();
};

const main = async (): Promise<void> => {
  const folder = option('folder') === undefined ? sampleCopy() : path.resolve(option('folder')!);
  const vsix = await pack();
  if (given.includes('--desktop')) return openDesktop(vsix, folder);

  const server = await startServer({
    installation: installServer(),
    extensions: [vsix],
    dataFolder: path.join(home, 'server'),
    log: path.join(home, 'server.log'),
    port: Number(option('port') ?? 0),
    // What the suites want quiet is quiet here too, but a newcomer is offered what every user is, and sees whole paragraphs.
    settings: { 'glossator.offerFolderSetup': true, 'editor.wordWrap': 'on' },
  });
  const address = server.address(folder);
  console.log(`\nGlossator is open on ${folder}\n\n    ${address}\n\nCtrl+C ends it.`);
  openBrowser(address);
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (ending) process.exit(130);
      ending = true;
      void server.stop({ keepData: true }).then(() => process.exit(0));
    });
  }
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
