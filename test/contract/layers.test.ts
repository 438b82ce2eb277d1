import assert from 'node:assert/strict';
import path from 'node:path';
import * as esbuild from 'esbuild';
import ts from 'typescript';
import { filesBelow, read, repository } from './repository';

/** Inside core a folder imports only those above it in this list (DESIGN §3). */
const CORE = [
  'text',
  'yaml',
  'annotation',
  'anchoring',
  'entity',
  'recognition',
  'translation',
  'sidecar',
  'validation',
  'exchange',
];
/** Editor folders that carry state or words rather than a surface, in order: each imports only those before it. */
const FOUNDATIONS = ['wording', 'settings', 'layers', 'files', 'form', 'session', 'corpus'];

interface Import {
  readonly file: string;
  readonly to: string;
}

/** Every import and re-export, type-only ones too; relative ones resolved against the repository. */
function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const specifier = statement.moduleSpecifier;
    if (!specifier || !ts.isStringLiteral(specifier)) return [];
    const to = specifier.text.startsWith('.')
      ? path.posix.join(path.posix.dirname(file), specifier.text)
      : specifier.text;
    return [{ file, to }];
  });
}

const all = filesBelow('src', '.ts').flatMap(importsOf);
const rule = (breaks: (each: Import) => boolean): string[] =>
  all.filter(breaks).map(({ file, to }) => `${file} -> ${to}`);

describe('who may import whom', () => {
  it('core knows neither vscode nor Node, and two packages', () => {
    const allowed = /^(src\/core\/|yaml$|@noble\/hashes\/)/;
    assert.deepEqual(
      rule(({ file, to }) => file.startsWith('src/core/') && !allowed.test(to)),
      [],
    );
  });

  it('a folder of core imports only those above it', () => {
    const rank = (name: string) => CORE.indexOf(/^src\/core\/([a-z]+)/.exec(name)?.[1] ?? '');
    assert.deepEqual(
      rule(({ file, to }) => rank(file) >= 0 && to.startsWith('src/core/') && rank(to) > rank(file)),
      [],
    );
  });

  it('every folder of core is in the list', () => {
    const folders = new Set(
      filesBelow('src/core', '.ts')
        .map((file) => file.split('/')[2]!)
        .filter((name) => !name.endsWith('.ts')),
    );
    assert.deepEqual(
      [...folders].filter((folder) => !CORE.includes(folder)),
      [],
    );
  });

  it('nothing but the composition root imports the whole editor', () => {
    assert.deepEqual(
      rule(({ file, to }) => /^src\/(core|editor)\//.test(file) && to === 'src/extension'),
      [],
    );
  });

  const folder = (name: string) => /^src\/editor\/([a-z-]+)\//.exec(name)?.[1];

  it('surfaces of the editor do not import one another', () => {
    assert.deepEqual(
      rule(({ file, to }) => {
        const from = folder(file);
        const into = folder(to);
        return from !== undefined && into !== undefined && from !== into && !FOUNDATIONS.includes(into);
      }),
      [],
    );
  });

  it('foundations of the editor import only foundations before them', () => {
    assert.deepEqual(
      rule(({ file, to }) => {
        const from = folder(file);
        const into = folder(to);
        if (from === undefined || into === undefined || from === into || !FOUNDATIONS.includes(from)) return false;
        return FOUNDATIONS.indexOf(into) > FOUNDATIONS.indexOf(from);
      }),
      [],
    );
  });
});

describe('the core', () => {
  it('bundles for a neutral platform without externals', async () => {
    const result = await esbuild.build({
      absWorkingDir: repository,
      entryPoints: ['src/core/index.ts'],
      bundle: true,
      platform: 'neutral',
      mainFields: ['module', 'main'],
      write: false,
      logLevel: 'silent',
    });
    assert.equal(result.errors.length, 0);
    assert.ok(result.outputFiles[0]!.contents.length > 1_000);
  });

  const promised = [
    'describe',
    'anchor',
    'anchorAll',
    'matchQuote',
    'findExact',
    'parseSidecar',
    'editSidecar',
    'mergeSidecars',
    'findTerm',
  ];
  for (const name of promised) {
    it(`exports ${name}`, async () => {
      const core = (await import('../../src/core/index')) as unknown as Record<string, unknown>;
      assert.equal(typeof core[name], 'function');
    });
  }
});

describe('files of src/', () => {
  it('have at most 400 lines, the composition root at most 80', () => {
    const long = filesBelow('src', '.ts')
      .map((file) => ({ file, lines: read(file).trimEnd().split('\n').length }))
      .filter(({ file, lines }) => lines > (file === 'src/extension.ts' ? 80 : 400));
    assert.deepEqual(long, []);
  });

  it('say what they hold: none is called utils, helpers, common, shared, manager, data or process', () => {
    const vague = /(^|[/-])(utils?|helpers?|common|shared|manager|data|process)([./-]|$)/;
    assert.deepEqual(
      filesBelow('src', '.ts').filter((file) => vague.test(file)),
      [],
    );
  });
});
