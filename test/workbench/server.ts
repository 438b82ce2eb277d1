/** A VS Code server of one's own: free port, own user data, killed at the end whatever happens. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ServerInstallation } from './installation';

export type Settings = Readonly<Record<string, unknown>>;

/** What every run wants quiet: no trust question, no welcome page, no suggestions of other software. */
export const quietSettings: Settings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'update.mode': 'none',
  'telemetry.telemetryLevel': 'off',
  'window.restoreWindows': 'none',
  // Else a server's host starts a program every other second to look for ports, and that is felt in what is measured.
  'remote.autoForwardPorts': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'glossator.offerFolderSetup': false,
};

export interface ServerOptions {
  readonly installation: ServerInstallation;
  /** User settings, laid over {@link quietSettings}. */
  readonly settings?: Settings;
  /** VSIX files to install before the start. */
  readonly extensions?: readonly string[];
  /** The folder of a former server, to start on what that one left behind; a fresh temporary folder when absent. */
  readonly dataFolder?: string;
  /** Where the server's own output goes. */
  readonly log?: string;
  /** Whether the start-up payload may name tests to run in the extension host; a user's editor shows notifications instead. */
  readonly runsTests?: boolean;
  /** `0`, the default, lets the system choose. */
  readonly port?: number;
}

export interface Server {
  readonly port: number;
  readonly dataFolder: string;
  /** Address that opens `folder`, with VS Code's start-up payload where one is given. */
  address(folder: string, payload?: readonly (readonly [string, string])[]): string;
  /** Address of a file on the server, as the extension host knows it. */
  uri(file: string): string;
  /** Ends the server and its extension hosts; `keepData` leaves the data folder for a later start. */
  stop(options?: { readonly keepData?: boolean }): Promise<void>;
}

const running = new Set<ChildProcess>();

const killGroup = (child: ChildProcess, signal: NodeJS.Signals): void => {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    // The server's extension hosts are in its group: ending the server alone would leave them behind.
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    else process.kill(-child.pid, signal);
  } catch {
    // Gone already.
  }
};

const temporary = new Set<string>();

/** Programs that may have servers of their own, which are in groups of their own: they are asked, so that they can end those. */
const askedToEnd = new Set<ChildProcess>();

process.on('exit', () => {
  for (const child of running) killGroup(child, askedToEnd.has(child) ? 'SIGTERM' : 'SIGKILL');
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

// Without a handler of its own Node ends at once, and what is to happen on exit does not.
for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(143));

/** Makes sure that a child with its own process group ends no later than this process. */
const killOnExit = (child: ChildProcess): void => {
  running.add(child);
  child.once('exit', () => running.delete(child));
};

/** The same for a program that may start servers; returns a way to end it sooner. */
export const endOnExit = (child: ChildProcess): (() => void) => {
  killOnExit(child);
  askedToEnd.add(child);
  return () => {
    killGroup(child, 'SIGTERM');
    setTimeout(() => killGroup(child, 'SIGKILL'), 10_000).unref();
  };
};

/** A fresh temporary folder with a name that tells whose it is; it goes when this process ends, if not before. */
export const temporaryFolder = (purpose: string): string => {
  const folder = mkdtempSync(path.join(tmpdir(), `glossator-${purpose}-`));
  temporary.add(folder);
  return folder;
};

export const startServer = async (options: ServerOptions): Promise<Server> => {
  const { installation } = options;
  const dataFolder = options.dataFolder ?? temporaryFolder('server');
  const user = path.join(dataFolder, 'data/User');
  mkdirSync(user, { recursive: true });
  writeFileSync(path.join(user, 'settings.json'), JSON.stringify({ ...quietSettings, ...options.settings }, null, 2));

  for (const vsix of options.extensions ?? []) {
    const args = [installation.main, '--install-extension', vsix, '--force', '--server-data-dir', dataFolder];
    const run = spawnSync(installation.node, args, { encoding: 'utf8', timeout: 120_000, env: serverEnvironment() });
    if (run.status !== 0 || !/successfully installed/u.test(run.stdout)) {
      throw new Error(`Installing ${vsix} failed:\n${run.stdout}\n${run.stderr}`);
    }
  }

  const child = spawn(
    installation.node,
    [
      installation.main,
      ...['--host', '127.0.0.1', '--port', String(options.port ?? 0)],
      ...['--without-connection-token', '--accept-server-license-terms', '--telemetry-level', 'off'],
      ...['--server-data-dir', dataFolder],
      // Without this flag the server ignores the payload that names a development extension and its tests; with it,
      // the window shows no notifications.
      ...(options.runsTests === true ? ['--enable-smoke-test-driver'] : []),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32', env: serverEnvironment() },
  );
  killOnExit(child);

  let output = '';
  const log = options.log === undefined ? undefined : createWriteStream(options.log, { flags: 'a' });
  const port = await new Promise<number>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The server did not start within a minute:\n${output}`)), 60_000);
    const read = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-20_000);
      log?.write(chunk);
      const found = /(?:Extension host agent listening on|Web UI available at http:\/\/[^:]+:)\s*(\d+)/u.exec(output);
      if (found !== null) {
        clearTimeout(timer);
        resolve(Number(found[1]));
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The server ended (${String(code)}) before it listened:\n${output}`));
    });
  });

  const authority = `127.0.0.1:${port}`;
  const uri = (file: string): string =>
    `vscode-remote://${authority}${path.posix.join('/', file.split(path.sep).join('/'))}`;
  return {
    port,
    dataFolder,
    uri,
    address: (folder, payload) => {
      const query = [`folder=${encodeURI(folder)}`];
      if (payload !== undefined) query.push(`payload=${encodeURIComponent(JSON.stringify(payload))}`);
      return `http://${authority}/?${query.join('&')}`;
    },
    stop: async ({ keepData = false } = {}) => {
      await endChild(child);
      log?.end();
      if (!keepData) rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

const endChild = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  killGroup(child, 'SIGTERM');
  const impatience = setTimeout(() => killGroup(child, 'SIGKILL'), 5_000);
  await ended;
  clearTimeout(impatience);
  killGroup(child, 'SIGKILL');
};

/** Node options of the caller (a loader for TypeScript, say) are not the server's. */
const serverEnvironment = (): NodeJS.ProcessEnv => {
  const callersOwn = new Set(['NODE_OPTIONS', 'VSCODE_IPC_HOOK_CLI', 'ELECTRON_RUN_AS_NODE']);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !callersOwn.has(name)));
};
