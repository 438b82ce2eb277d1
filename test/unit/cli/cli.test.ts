import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../../../src/cli/check';
import { merge } from '../../../src/cli/merge';
import type { Command } from '../../../src/cli/command';
import { parseSidecar, splitConflictMarkers } from '../../../src/core/sidecar';

let folder = '';

async function run(command: Command, ...args: string[]): Promise<{ code: number; out: string; error: string }> {
  let [out, error] = ['', ''];
  const code = await command.run(args, { out: (text) => void (out += text), error: (text) => void (error += text) });
  return { code, out, error };
}

const put = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
};

const sidecar = (entries: string): string => `glossator: 1\n\nannotations:\n  anna:\n${entries}`;
const GOOD = sidecar('    g1111111:\n      type: person\n      quote: "Anna Bakker"\n');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glossator-cli-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('check', () => {
  it('says nothing of a folder in order', async () => {
    put('a/x.txt', 'In Utrecht spreekt Anna Bakker.');
    put('a/x.txt.annotations.yaml', GOOD);
    const { code, out } = await run(check, '--json', folder);
    assert.deepEqual([code, JSON.parse(out)], [0, []]);
  });

  const cases: readonly [string, string, string, number, number][] = [
    ['orphaned', sidecar('    g1:\n      type: person\n      quote: "Zeer Onbekend Iemand"\n'), 'g1', 7, 14],
    ['unknown-type', sidecar('    g1:\n      type: dragon\n      quote: "Anna Bakker"\n'), 'g1', 6, 13],
    ['syntax', `${GOOD}    g2: { type: "open }\n`, 'g2', 8, 1],
    ['newer-format', GOOD.replace('glossator: 1', 'glossator: 7'), '', 1, 1],
    ['duplicate-key', sidecar('    g1: { type: note, type: place, quote: "Anna Bakker" }\n'), 'g1', 5, 23],
    ['no-parent', sidecar('    g1: { reply_to: g9, text: "?" }\n'), 'g1', 5, 21],
    [
      'settled-without-rendering',
      sidecar('    g1: { type: note, quote: "Anna Bakker", state: settled }\n'),
      'g1',
      5,
      52,
    ],
    ['bad-value', sidecar('    g1: { type: note, quote: "Anna Bakker", state: done }\n'), 'g1', 5, 52],
    [
      'parts-count',
      sidecar('    g1: { type: note, quote: "Anna Bakker", position: { parts: [[1, 2], [3, 4]] } }\n'),
      'g1',
      5,
      64,
    ],
    ['control-character', `${GOOD}# \0\n`, '', 8, 3],
  ];
  for (const [code, text, , line, column] of cases) {
    it(`reports ${code} with line and column`, async () => {
      put('x.txt', 'In Utrecht spreekt Anna Bakker.');
      put('x.txt.annotations.yaml', text);
      const result = await run(check, '--json', folder);
      assert.equal(result.code, 1);
      const found = (JSON.parse(result.out) as { code: string; line: number; column: number; file: string }[]).find(
        (problem) => problem.code === code,
      );
      assert.ok(found, result.out);
      assert.equal(found.file, 'x.txt.annotations.yaml');
      if (code === 'syntax') assert.ok(found.line >= line);
      else assert.deepEqual([found.line, found.column], [line, column]);
      assert.match((await run(check, folder)).out, new RegExp(`\\[${code}\\]\n`));
    });
  }

  it('finds the source of a sidecar in the parallel folder that the settings name, and tells of one in both places', async () => {
    put('.vscode/settings.json', '{ "glossator.annotationFolder": "/annotaties/" }');
    put('a/x.txt', 'In Utrecht spreekt Anna Bakker.');
    put('annotaties/a/x.txt.annotations.yaml', GOOD);
    assert.deepEqual(JSON.parse((await run(check, '--json', folder)).out), []);
    put('annotaties/a/y.txt.annotations.yaml', GOOD);
    put('a/x.txt.annotations.yaml', GOOD);
    const { out } = await run(check, '--json', folder);
    const found = (JSON.parse(out) as { file: string; code: string; message: string }[]).map(
      ({ code, message }) => `${code}: ${message}`,
    );
    assert.deepEqual(found, [
      'two-places: There is a/x.txt.annotations.yaml too; neither is written until one of them is gone.',
      'no-source: There is no a/y.txt.',
    ]);
  });

  it('names a sidecar without source, one that is not UTF-8, and a conflicted copy', async () => {
    put('x.txt.annotations.yaml', GOOD);
    put('x.txt.annotations (1).yaml', GOOD);
    put('y.txt', '');
    put('y.txt.annotations.yaml', Buffer.from([0x61, 0xff, 0x0a]));
    const { code, out } = await run(check, '--json', folder);
    const found = (JSON.parse(out) as { file: string; code: string }[]).map(
      (problem) => `${problem.file}: ${problem.code}`,
    );
    assert.equal(code, 1);
    assert.deepEqual(found.sort(), [
      'x.txt.annotations (1).yaml: conflicted-copy',
      'x.txt.annotations.yaml: no-source',
      'y.txt.annotations.yaml: not-utf8',
    ]);
  });

  it('knows the layers that the folder defines', async () => {
    put('.vscode/settings.json', '{ "glossator.layers": [{ "id": "dragon" }] }');
    put('x.txt', 'Anna Bakker');
    put('x.txt.annotations.yaml', sidecar('    g1: { type: dragon, quote: "Anna Bakker" }\n'));
    assert.equal((await run(check, folder)).code, 0);
  });

  it('takes one annotation file too, in a folder with blanks and letters beyond ASCII', async () => {
    put('oude bronnen/één.txt', 'Anna Bakker');
    const own = put('oude bronnen/één.txt.annotations.yaml', GOOD);
    put('oude bronnen/twee.txt.annotations.yaml', 'glossator: 9\n');
    const { code, out } = await run(check, own);
    assert.deepEqual([code, out], [0, '1 annotation file, 0 problems\n']);
    assert.equal((await run(check, put('één.txt', 'x'))).code, 2);
  });

  it('follows links, also one that leads back', async () => {
    put('elsewhere/x.txt.annotations.yaml', 'glossator: 9\n');
    put('project/y.txt', 'Anna Bakker');
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'project/linked'), 'junction');
    symlinkSync(join(folder, 'project'), join(folder, 'project/self'), 'junction');
    const { code, out } = await run(check, join(folder, 'project'));
    assert.equal(code, 1);
    assert.match(out, /linked.x\.txt\.annotations\.yaml:1:1: error: [^]*\n1 annotation file, /);
  });

  it('answers 2 to wrong arguments', async () => {
    assert.equal((await run(check)).code, 2);
    assert.equal((await run(check, join(folder, 'nowhere'))).code, 2);
  });
});

describe('merge', () => {
  it('merges glossaries by term', async () => {
    const base = 'terms:\n  klok: "bell"\n';
    const paths = [
      put('base', base),
      put('ours', `${base}\n  haat: "hatred"\n`),
      put('theirs', `${base}\n  zaaien: "to sow"\n`),
    ];
    assert.equal((await run(merge, ...paths)).code, 0);
    assert.equal(readFileSync(paths[1]!, 'utf8'), `${base}\n  haat: "hatred"\n\n  zaaien: "to sow"\n`);
    put('theirs', base.replace('bell', 'clock'));
    put('ours', base.replace('bell', 'gong'));
    const { code, out } = await run(merge, ...paths);
    assert.equal(code, 1);
    assert.match(out, /both sides changed rendering of klok; both are kept under conflicts: there/);
  });

  const THEIRS = GOOD.replace('g1111111', 'g2222222').replace('anna', 'bram');

  it('writes the union of two sidecars without an ancestor into OURS', async () => {
    const [base, ours, theirs] = [put('base', ''), put('ours', GOOD), put('theirs', THEIRS)];
    const { code } = await run(merge, base, ours, theirs);
    assert.equal(code, 0);
    const { set } = parseSidecar(readFileSync(ours, 'utf8'));
    assert.deepEqual(new Set(set.annotations.map(({ id }) => id)), new Set(['g1111111', 'g2222222']));
    assert.equal(readFileSync(theirs, 'utf8'), THEIRS);
  });

  it('answers 1 when a person has to choose, with both choices in OURS', async () => {
    const withRendering = (rendering: string): string => `${GOOD}      rendering: "${rendering}"\n`;
    const paths = [put('base', GOOD), put('ours', withRendering('A')), put('theirs', withRendering('B'))];
    const { code, out } = await run(merge, ...paths);
    assert.equal(code, 1);
    assert.match(out, /rendering of g1111111/);
    const [entry] = parseSidecar(readFileSync(paths[1]!, 'utf8')).set.annotations;
    assert.deepEqual(entry!.conflicts, [{ field: 'rendering', ours: 'A', theirs: 'B', base: null }]);
  });

  it('leaves both versions between markers when one can not be read', async () => {
    const broken = `${GOOD}    g3: { quote: "open }\n`;
    const paths = [put('base', GOOD), put('ours', GOOD.replace('person', 'place')), put('theirs', broken)];
    const { code } = await run(merge, ...paths);
    assert.equal(code, 1);
    const sides = splitConflictMarkers(readFileSync(paths[1]!, 'utf8'));
    assert.deepEqual(sides, { base: GOOD, ours: GOOD.replace('person', 'place'), theirs: broken });
  });

  const untouched: readonly [string, string | Buffer, string | Buffer][] = [
    ['OURS is not UTF-8', Buffer.from([0xff, 0xfe, 0x61]), GOOD],
    ['THEIRS is not UTF-8', GOOD, Buffer.from([0xff, 0xfe, 0x61])],
    ['OURS has conflict markers', `<<<<<<< HEAD\n${GOOD}=======\n${GOOD}>>>>>>> b\n`, GOOD.replace('person', 'place')],
  ];
  for (const [what, oursContent, theirsContent] of untouched) {
    it(`leaves OURS as it was when ${what}`, async () => {
      const paths = [put('base', GOOD), put('ours', oursContent), put('theirs', theirsContent)];
      assert.equal((await run(merge, ...paths)).code, 2);
      assert.deepEqual(readFileSync(paths[1]!), Buffer.from(oursContent as string));
    });
  }

  it('calls the file by the name that it is told, and says what to do', async () => {
    const broken = `${GOOD}    g3: { quote: "open }\n`;
    const paths = [put('base', GOOD), put('ours', GOOD.replace('person', 'place')), put('theirs', broken)];
    const { error } = await run(merge, ...paths, 'a b/é.txt.annotations.yaml');
    assert.match(error, /^a b\/é\.txt\.annotations\.yaml: error: .*\n.*conflict markers: mend what can't be read/);
    assert.ok(!error.includes(folder));
  });

  it('deletes nothing where one version is an empty file', async () => {
    const more = `${GOOD}    g3: { type: note, quote: "x" }\n`;
    for (const [ours, theirs] of [
      [more, ''],
      ['', more],
      [GOOD, ''],
    ] as const) {
      const paths = [put('base', GOOD), put('ours', ours), put('theirs', theirs)];
      const { code, error } = await run(merge, ...paths);
      assert.equal(code, 0);
      assert.match(error, /is empty; .* nothing was deleted/);
      assert.equal(readFileSync(paths[1]!, 'utf8'), ours || theirs);
    }
  });

  it('names the file that is missing', async () => {
    const { code, error } = await run(merge, put('base', GOOD), put('ours', GOOD), join(folder, 'nowhere'), 'x.yaml');
    assert.equal(code, 2);
    assert.ok(error.startsWith(`x.yaml: THEIRS (${join(folder, 'nowhere')}) is no file`), error);
  });

  it('answers 2 when a file is missing', async () => {
    assert.equal((await run(merge, 'a', join(folder, 'b'), join(folder, 'c'))).code, 2);
    assert.equal((await run(merge, 'a')).code, 2);
  });
});

describe('the command line', function () {
  this.timeout(60_000);
  const cli = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', join(__dirname, '../../../src/cli.ts'), ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  for (const args of [['--help'], ['help'], ['merge', '--help']])
    it(`explains itself: ${args.join(' ')}`, () => {
      const { status, stdout, stderr } = cli(...args);
      assert.deepEqual([status, stderr], [0, '']);
      assert.match(stdout, /merge BASE OURS THEIRS \[NAME\]\n +Merges .*Exit code 1/);
      assert.equal(stdout.includes('recognize'), args[0] !== 'merge');
    });

  it('answers 2, and how it is used, to what it does not know', () => {
    const { status, stdout, stderr } = cli('frobnicate');
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^usage:\n/);
  });
});
