import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { missingAttributes } from '../../../src/editor/merge-driver/attributes';
import { driverCommand, driverScript, PROGRAM, SCRIPT } from '../../../src/editor/merge-driver/driver-script';

describe('the lines of .gitattributes', () => {
  const cases: readonly [string, string, string][] = [
    ['into an empty file', '', '*.annotations.yaml merge=glossator\nglossary.yaml merge=glossator\n'],
    ['not twice', '*.annotations.yaml  merge=glossator\r\nglossary.yaml merge=glossator', ''],
    ['the one that is missing', 'glossary.yaml merge=glossator\n', '*.annotations.yaml merge=glossator\n'],
    [
      'behind a last line without an end, in the file’s own line ends',
      '*.txt text\r\n*.md text',
      '\r\n*.annotations.yaml merge=glossator\r\nglossary.yaml merge=glossator\r\n',
    ],
  ];
  for (const [what, text, added] of cases)
    it(`are added ${what}`, () => {
      assert.equal(missingAttributes(text), added);
    });
});

/** A repository whose two branches changed one file, and the script in a folder whose name no shell likes. */
describe('the script that git runs to merge', function () {
  this.timeout(60_000);
  let root: string;
  let folder: string;
  let storage: string;
  const git = (...args: readonly string[]) =>
    spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: folder, encoding: 'utf8' });
  const commit = (text: string): void => {
    writeFileSync(path.join(folder, 'een.txt.annotations.yaml'), text);
    git('add', '-A');
    git('commit', '-q', '-m', 'x');
  };
  const merged = () => readFileSync(path.join(folder, 'een.txt.annotations.yaml'), 'utf8');

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'glossator-script-'));
    folder = path.join(root, 'bronnen');
    storage = path.join(root, `Sjors' 100%O "opslag" é`);
    mkdirSync(folder);
    mkdirSync(storage);
    // Stands for the program that ships: says who ran it with what, and puts together both sides.
    writeFileSync(
      path.join(storage, PROGRAM),
      `const { readFileSync: read, writeFileSync } = require('node:fs');
       const [base, ours, theirs, name] = process.argv.slice(2);
       writeFileSync(ours, [process.env.ELECTRON_RUN_AS_NODE ?? 'node', name, read(base), read(ours), read(theirs)].join('|'));`,
    );
    git('init', '-q', '-b', 'main');
    git('config', 'merge.glossator.driver', driverCommand(path.join(storage, SCRIPT)));
    writeFileSync(path.join(folder, '.gitattributes'), missingAttributes(''));
    commit('base');
    git('checkout', '-q', '-b', 'side');
    commit('theirs');
    git('checkout', '-q', 'main');
    commit('ours');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const MARKERS = /^<<<<<<< .*\nours\n=======\ntheirs\n>>>>>>> .*\n$/;
  const cases: readonly [string, () => void, RegExp][] = [
    [
      'uses the editor’s own Node',
      () => {
        const node = path.join(storage, "l'éditeur");
        writeFileSync(node, `#!/bin/sh\nexec '${process.execPath}' "$@"\n`, { mode: 0o755 });
        writeFileSync(path.join(storage, SCRIPT), driverScript(node));
      },
      /^1\|een\.txt\.annotations\.yaml\|base\|ours\|theirs$/,
    ],
    [
      'uses the Node that is installed where the editor has moved',
      () => writeFileSync(path.join(storage, SCRIPT), driverScript('/gone/with/an/update')),
      /^node\|een\.txt\.annotations\.yaml\|base\|ours\|theirs$/,
    ],
    [
      'leaves both sides between markers where the extension’s storage is gone',
      () => rmSync(storage, { recursive: true }),
      MARKERS,
    ],
  ];
  for (const [what, prepare, expected] of cases)
    it(what, function () {
      if (process.platform === 'win32') this.skip();
      prepare();
      git('merge', '-q', '--no-edit', 'side');
      assert.match(merged(), expected);
    });
});
