import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseSidecar } from '../../../src/core/sidecar';

const repository = path.join(__dirname, '../../..');
const NAME = 'artikel één.txt.annotations.yaml';
const note = (id: string, rendering: string): string =>
  `    ${id}:\n      type: note\n      quote: "hangt"\n      rendering: "${rendering}"\n`;
const file = (...notes: readonly string[]): string => `glossator: 1\n\nannotations:\n  anna:\n${notes.join('\n')}`;
const BASE = file(note('g1111111', 'U'), note('g2222222', 'A'));

/** A repository with the README's two lines of configuration, in a folder with blanks and letters beyond ASCII. */
describe('the merge driver in git', function () {
  this.timeout(120_000);
  let root = '';
  let folder = '';
  const git = (...args: readonly string[]): ReturnType<typeof spawnSync> & { stdout: string; stderr: string } =>
    spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'core.autocrlf=false', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  const commit = (text: string): void => {
    writeFileSync(path.join(folder, NAME), text);
    git('add', '-A');
    assert.equal(git('commit', '-q', '--allow-empty', '-m', 'x').status, 0);
  };

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'glossator-driver-'));
    folder = path.join(root, 'mijn bronnen é');
    mkdirSync(folder);
    git('init', '-q', '-b', 'main');
    const cli = [process.execPath, '--import', 'tsx', path.join(repository, 'src/cli.ts')];
    const quoted = cli.map((word) =>
      word === 'tsx' ? path.join(repository, 'node_modules/tsx/dist/loader.mjs') : word,
    );
    git('config', 'merge.glossator.driver', `${quoted.map((word) => `"${word}"`).join(' ')} merge %O %A %B %P`);
    writeFileSync(path.join(folder, '.gitattributes'), '*.annotations.yaml merge=glossator\n');
    commit(BASE);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const THEIRS = `${BASE}\n${note('g4444444', 'K')}`;
  const histories: readonly [string, string, string, boolean, (text: string, said: string) => void][] = [
    [
      'adds what one author wrote on two branches',
      `${BASE}\n${note('g3333333', 'H')}`,
      THEIRS,
      true,
      (text) => assert.equal(parseSidecar(text).set.annotations.length, 4),
    ],
    [
      'stops at a field that both changed, with both versions in the file',
      BASE.replace('"U"', '"M"'),
      BASE.replace('"U"', '"S"'),
      false,
      (text, said) => {
        const [conflict] = parseSidecar(text).set.annotations[0]!.conflicts!;
        assert.deepEqual(conflict, { field: 'rendering', ours: 'M', theirs: 'S', base: 'U' });
        assert.ok(said.includes(`${NAME}: both sides changed rendering of g1111111`), said);
      },
    ],
    [
      'stops at a version that can’t be read, and leaves both',
      BASE.replace('"U"', '"M"'),
      `${BASE}    g9: { quote: "open }\n`,
      false,
      (text, said) => {
        assert.ok(text.includes('<<<<<<<') && text.includes('"M"') && text.includes('quote: "open }'), text);
        assert.ok(said.includes(`${NAME} has both versions between conflict markers`), said);
      },
    ],
    [
      'reads a side with CRLF',
      BASE.replace('"A"', '"M"'),
      BASE.replace('"U"', '"S"').replaceAll('\n', '\r\n'),
      true,
      (text) => assert.equal(text, BASE.replace('"A"', '"M"').replace('"U"', '"S"')),
    ],
  ];
  for (const [what, ours, theirs, clean, look] of histories) {
    it(what, () => {
      git('checkout', '-q', '-b', 'side');
      commit(theirs);
      git('checkout', '-q', 'main');
      commit(ours);
      const { status, stdout, stderr } = git('merge', '-q', '--no-edit', 'side');
      assert.equal(status, clean ? 0 : 1, stderr);
      assert.equal(git('ls-files', '--unmerged').stdout === '', clean);
      look(readFileSync(path.join(folder, NAME), 'utf8'), stdout + stderr);
    });
  }

  const [ours, theirs] = [BASE.replace('"A"', '"M"'), `${BASE.replace('"U"', '"S"')}\n${note('g4444444', 'K')}`];
  const both = `${BASE.replace('"A"', '"M"').replace('"U"', '"S"')}\n${note('g4444444', 'K')}`;
  const gestures: readonly [string, () => ReturnType<typeof git>][] = [
    [
      'rebases a branch',
      () => {
        git('checkout', '-q', 'side');
        return git('rebase', '-q', 'main');
      },
    ],
    ['picks a commit', () => git('cherry-pick', 'side')],
    [
      'takes work back that was stashed',
      () => {
        writeFileSync(path.join(folder, NAME), readFileSync(path.join(folder, NAME), 'utf8').replace('"A"', '"M"'));
        git('stash', '-q');
        git('reset', '-q', '--hard', 'side');
        return git('stash', 'pop', '-q');
      },
    ],
  ];
  for (const [what, gesture] of gestures)
    it(what, () => {
      git('checkout', '-q', '-b', 'side');
      commit(theirs);
      git('checkout', '-q', 'main');
      if (!what.includes('stashed')) commit(ours);
      const { status, stdout, stderr } = gesture();
      assert.equal(status, 0, stdout + stderr);
      assert.equal(readFileSync(path.join(folder, NAME), 'utf8'), both);
    });
});
