/** The extension as it ships, put together in a folder of its own, so that suites may run side by side and while sources change. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { repository } from './installation';

/** What never ships and is too large to be copied for `.vscodeignore` to refuse; vsce itself would walk through all of it. */
const staysBehind = new Set(['node_modules', 'dist', 'out', 'src', 'test', 'model', 'scripts', 'docs']);

export interface StageOptions {
  readonly folder: string;
  /** `web` leaves `main` and `extensionKind` out of the manifest: with either, a server's Node host takes the extension. */
  readonly host: 'node' | 'web' | 'both';
  readonly minify?: boolean;
}

/** Runs the build with its messages shown only when it fails. */
export const build = (...args: readonly string[]): void => {
  try {
    execFileSync(process.execPath, ['esbuild.mjs', ...args], { cwd: repository, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    throw new Error(
      `node esbuild.mjs ${args.join(' ')} failed:\n${(error as { stderr?: string }).stderr?.trim() ?? ''}`,
      {
        cause: error,
      },
    );
  }
};

/** Builds the sources into `folder/dist` and copies what ships beside it. */
export const stageExtension = ({ folder, host, minify = false }: StageOptions): void => {
  mkdirSync(folder, { recursive: true });
  build('--dist', path.join(folder, 'dist'), ...(minify ? ['--minify'] : []));
  for (const name of readdirSync(repository)) {
    if (name === '.vscodeignore' || !(name.startsWith('.') || staysBehind.has(name))) {
      cpSync(path.join(repository, name), path.join(folder, name), { recursive: true });
    }
  }
  if (host === 'both') return;
  const manifest = path.join(folder, 'package.json');
  const { main, browser, extensionKind, ...rest } = JSON.parse(readFileSync(manifest, 'utf8')) as Record<
    string,
    unknown
  >;
  writeFileSync(
    manifest,
    JSON.stringify(host === 'web' ? { ...rest, browser } : { ...rest, extensionKind, main }, null, 2),
  );
};

/** Packs a staged extension; throws when vsce has anything to complain about. */
export const packStaged = async (folder: string, vsix: string): Promise<void> => {
  mkdirSync(path.dirname(vsix), { recursive: true });
  await createVSIX({
    cwd: folder,
    packagePath: vsix,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
};
