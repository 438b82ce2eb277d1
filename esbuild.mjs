/**
 * Builds what ships and what the suites run:
 *   node esbuild.mjs                     dist/{extension,glossator,extension.web,cli,merge-driver}.js, dist/core.mjs
 *   node esbuild.mjs --dist FOLDER       the same elsewhere
 *   node esbuild.mjs --minify            the same, as it is packaged
 *   node esbuild.mjs --watch             rebuilds on change
 *   node esbuild.mjs --tests             what ships, and the suites in out/test/{host,web}/index.js
 *   node esbuild.mjs --suite host|web [--only PART,PART] [--outfile FILE]   one suite alone, or the test files whose path has PART
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';

const option = (name) => {
  const place = process.argv.indexOf(`--${name}`);
  return place < 0 ? undefined : process.argv[place + 1];
};

/** `import('tests:host')` imports every test file below test/host; likewise for the other folders of test/. */
const everyTest = {
  name: 'every-test',
  setup(build) {
    build.onResolve({ filter: /^tests:/ }, ({ path: name }) => ({
      path: name.slice('tests:'.length),
      namespace: 'tests',
    }));
    build.onLoad({ filter: /.*/, namespace: 'tests' }, ({ path: folder }) => {
      const resolveDir = path.resolve('test', folder);
      const parts = option('only')?.split(',') ?? [''];
      const files = readdirSync(resolveDir, { recursive: true, encoding: 'utf8' })
        .map((file) => `./${file.split(path.sep).join('/')}`)
        .filter((file) => file.endsWith('.test.ts') && parts.some((part) => file.includes(part)));
      const imports = files.sort().map((file) => `import ${JSON.stringify(file)};`);
      return { contents: imports.join('\n'), resolveDir, watchDirs: [resolveDir] };
    });
  },
};

/** Mocha's browser build is a UMD file in an ESM package: left alone it would take over the bundle's own exports. */
const mochaInHost = {
  name: 'mocha-in-host',
  setup(build) {
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path: file }) => ({
      contents: `const module = { exports: {} }, exports = module.exports;\n${readFileSync(file, 'utf8')}`,
    }));
  },
};

const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');
const minify = process.argv.includes('--minify');
const suite = option('suite');
const dist = option('dist') ?? 'dist';

const base = { bundle: true, sourcemap: false, minify, target: 'es2022', logLevel: 'info', legalComments: 'none' };
/**
 * `import * as vscode` makes esbuild copy the whole API object for every module that says so, which took a third of the time
 * to load the extension: here the parts that are used are taken from it once, by the names that its types declare.
 */
const vscodeOnce = {
  name: 'vscode-once',
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
      namespace === 'vscode-once' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'vscode-once' },
    );
    build.onLoad({ filter: /.*/, namespace: 'vscode-once' }, () => {
      const types = readFileSync(path.resolve('node_modules/@types/vscode/index.d.ts'), 'utf8');
      const names = types.matchAll(/^\t(?:export )?(?:abstract )?(?:class|enum|namespace|function|const) (\w+)/gmu);
      const parts = [...new Set([...names].map(([, name]) => name))].map(
        (name) => `export const ${name} = /* @__PURE__ */ part('${name}');`,
      );
      return {
        contents: ["const api = require('vscode');", 'const part = (name) => api[name];', ...parts].join('\n'),
        loader: 'js',
      };
    });
  },
};
const inHost = {
  ...base,
  format: 'cjs',
  external: ['vscode'],
  plugins: [vscodeOnce],
  logOverride: { 'import-is-undefined': 'error' },
};
const inTestHost = {
  ...inHost,
  minify: false,
  sourcemap: 'external',
  keepNames: true,
  plugins: [everyTest, mochaInHost],
  logLevel: 'warning',
};

const shipped = [
  {
    ...inHost,
    platform: 'node',
    entryPoints: ['src/extension.ts'],
    outfile: `${dist}/glossator.js`,
    conditions: ['node'],
  },
  { ...base, platform: 'node', format: 'cjs', entryPoints: ['src/warm-start.ts'], outfile: `${dist}/extension.js` },
  {
    ...inHost,
    platform: 'browser',
    entryPoints: ['src/extension.ts'],
    outfile: `${dist}/extension.web.js`,
    alias: { '#host': './src/editor/files/host.web.ts' },
  },
  {
    ...base,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'esm',
    entryPoints: ['src/standalone.ts'],
    outfile: `${dist}/core.mjs`,
    loader: { '.bin': 'binary' },
  },
  { ...base, platform: 'node', format: 'cjs', entryPoints: ['src/cli.ts'], outfile: `${dist}/cli.js` },
  {
    ...base,
    platform: 'node',
    format: 'cjs',
    entryPoints: ['src/merge-driver.ts'],
    outfile: `${dist}/merge-driver.js`,
  },
];

const suiteBuild = (name) => ({
  ...inTestHost,
  platform: name === 'web' ? 'browser' : 'node',
  entryPoints: [`test/${name}/index.ts`],
  outfile: option('outfile') ?? `out/test/${name}/index.js`,
});

const wanted =
  suite === undefined ? [...shipped, ...(tests ? ['host', 'web'].map(suiteBuild) : [])] : [suiteBuild(suite)];
// The entries are written one after another; what is not there yet is not built.
const builds = wanted.filter((build) => build.entryPoints.every((entry) => existsSync(entry)));

if (watch) {
  for (const build of builds) await (await esbuild.context(build)).watch();
} else {
  const ended = await Promise.allSettled(builds.map((build) => esbuild.build(build)));
  // esbuild has said what is wrong.
  if (ended.some(({ status }) => status === 'rejected')) process.exitCode = 1;
}
