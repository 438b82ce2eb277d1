/**
 * Builds what ships and what the suites run:
 *   node esbuild.mjs              dist/extension.js, dist/extension.web.js, dist/core.mjs, dist/cli.js
 *   node esbuild.mjs --tests      also out/test/{host,web}/index.js
 *   node esbuild.mjs --watch      rebuilds on change
 */
import { existsSync } from 'node:fs';
import * as esbuild from 'esbuild';

const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');
const minify = process.argv.includes('--minify');

const base = { bundle: true, sourcemap: false, minify, target: 'es2022', logLevel: 'info', legalComments: 'none' };
const inHost = { ...base, format: 'cjs', external: ['vscode'] };

const builds = [
  { ...inHost, platform: 'node', entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', conditions: ['node'] },
  {
    ...inHost,
    platform: 'browser',
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.web.js',
    alias: { '#host': './src/editor/files/host.web.ts' },
  },
  {
    ...base,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'esm',
    entryPoints: ['src/standalone.ts'],
    outfile: 'dist/core.mjs',
    loader: { '.bin': 'binary' },
  },
  { ...base, platform: 'node', format: 'cjs', entryPoints: ['src/cli.ts'], outfile: 'dist/cli.js' },
  ...(tests
    ? [
        { ...inHost, platform: 'node', entryPoints: ['test/host/index.ts'], outfile: 'out/test/host/index.js' },
        { ...inHost, platform: 'browser', entryPoints: ['test/web/index.ts'], outfile: 'out/test/web/index.js' },
      ]
    : []),
].filter((build) => build.entryPoints.every((entry) => existsSync(entry)));

if (watch) {
  for (const build of builds) await (await esbuild.context(build)).watch();
} else {
  await Promise.all(builds.map((build) => esbuild.build(build)));
}
