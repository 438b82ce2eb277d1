import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { closeAll, hoverOn, run, selectWords, until, workspaceFolder } from './article';

const TEXT =
  'De burgemeester van Franeker was gisteren in Groningen.\n\nLater was zij in Harlingen, schrijft de krant.\n';

describe('annotations through what people do with files', function () {
  this.timeout(90_000);
  let folder: string;
  let article: vscode.TextEditor;
  let folders = 0;

  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Anna', '-c', 'user.email=anna@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const at = (...names: string[]): string => path.join(folder, ...names);
  const sidecarOf = (file: string): string => `${file}.annotations.yaml`;
  const read = (file: string): string => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '');
  const open = async (file: string): Promise<void> => {
    article = await vscode.window.showTextDocument(vscode.Uri.file(file), { preview: false });
  };
  const annotate = async (words: string): Promise<void> => {
    selectWords(article, words);
    await run('annotateAs', 'organisation');
  };
  const onDisk = (file: string, words: string): Promise<string> =>
    until(`“${words}” in ${path.basename(file)}`, () => {
      const text = read(sidecarOf(file));
      return text.includes(`quote: "${words}"`) ? text : undefined;
    });
  const isShown = (words: string): Promise<boolean> =>
    hoverOn(article.document, words).then((hover) => hover.includes('Organisation'));
  const shown = (words: string) => until(`${words} shown as annotated`, () => isShown(words));
  const hidden = (words: string) => until(`${words} not shown as annotated`, async () => !(await isShown(words)));
  const versions = async (file: string) =>
    vscode.languages.getDiagnostics(vscode.Uri.file(sidecarOf(file))).map(({ message }) => message);

  beforeEach(async () => {
    folder = path.join(workspaceFolder().fsPath, `gebaar-${++folders}`);
    fs.mkdirSync(folder);
    fs.writeFileSync(at('zaak.txt'), TEXT);
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-q', '-m', 'the article');
    await open(at('zaak.txt'));
    await annotate('Franeker');
    await onDisk(at('zaak.txt'), 'Franeker');
  });
  afterEach(closeAll);

  it('a checkout under an open annotation file with unsaved changes: neither what was typed nor what git brought is lost', async () => {
    const file = at('zaak.txt');
    git('add', '.');
    git('commit', '-q', '-m', 'annotated');
    git('checkout', '-q', '-b', 'colleague');
    await annotate('Groningen');
    await onDisk(file, 'Groningen');
    git('commit', '-q', '-a', '-m', 'one more');
    git('checkout', '-q', 'main');
    await hidden('Groningen');
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(sidecarOf(file)));
    const editor = await vscode.window.showTextDocument(document, { preview: false });
    assert.ok(await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# typed by hand\n')));
    git('checkout', '-q', 'colleague');
    await open(file);
    await shown('Groningen');
    await annotate('Harlingen');
    // The change joins what is being typed, and waits there for its save.
    await until('the annotation in that editor', () => document.getText().includes('quote: "Harlingen"'));
    assert.match(document.getText(), /^# typed by hand\n/);
    assert.ok(document.isDirty);
    // VS Code refuses to save over a newer file; the researcher says “Overwrite”, which is this.
    fs.writeFileSync(sidecarOf(file), document.getText());
    await vscode.window.showTextDocument(document, { preview: false });
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await open(file);
    for (const words of ['Franeker', 'Harlingen']) await shown(words);
    for (const words of ['Franeker', 'Groningen', 'Harlingen']) {
      await until(`${words} kept`, () => read(sidecarOf(file)).includes(`quote: "${words}"`));
    }
  });

  it('a folder with sources that is renamed in the Explorer takes its annotations along, and goes on there', async () => {
    fs.mkdirSync(at('oud'));
    fs.renameSync(at('zaak.txt'), at('oud', 'zaak.txt'));
    fs.renameSync(sidecarOf(at('zaak.txt')), sidecarOf(at('oud', 'zaak.txt')));
    await closeAll();
    await open(at('oud', 'zaak.txt'));
    await shown('Franeker');
    await annotate('Groningen');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(vscode.Uri.file(at('oud')), vscode.Uri.file(at('nieuw')));
    assert.ok(await vscode.workspace.applyEdit(edit));
    const moved = at('nieuw', 'zaak.txt');
    const text = await onDisk(moved, 'Groningen');
    assert.match(text, /quote: "Franeker"/);
    await open(moved);
    for (const words of ['Franeker', 'Groningen']) await shown(words);
    await annotate('Harlingen');
    await onDisk(moved, 'Harlingen');
    assert.ok(!fs.existsSync(at('oud')), 'nothing is left at, or written to, the old place');
  });

  it('a source that git moved to another folder while it was closed keeps the annotations that git moved with it', async () => {
    git('add', '.');
    git('commit', '-q', '-m', 'annotated');
    await closeAll();
    fs.mkdirSync(at('archief'));
    git('mv', 'zaak.txt', 'archief/zaak.txt');
    git('mv', 'zaak.txt.annotations.yaml', 'archief/zaak.txt.annotations.yaml');
    git('commit', '-q', '-m', 'moved');
    await open(at('archief', 'zaak.txt'));
    await shown('Franeker');
    assert.equal(git('status', '--porcelain'), '', 'opening wrote nothing');
  });

  it('a source and its annotations that are deleted and restored by git are as before', async () => {
    git('add', '.');
    git('commit', '-q', '-m', 'annotated');
    git('rm', '-q', '-r', '.');
    await until('the annotations gone', async () => !fs.existsSync(sidecarOf(at('zaak.txt'))));
    await new Promise((resolve) => setTimeout(resolve, 800));
    assert.ok(!fs.existsSync(sidecarOf(at('zaak.txt'))), 'nothing is recreated');
    git('reset', '-q', '--hard', 'HEAD');
    await open(at('zaak.txt'));
    await shown('Franeker');
    assert.equal(git('status', '--porcelain'), '');
  });

  it('the undo of an annotation after the article was changed outside takes back that one only', async () => {
    const file = at('zaak.txt');
    await annotate('Groningen');
    await onDisk(file, 'Groningen');
    fs.writeFileSync(file, `Een nieuwe eerste regel.\n\n${TEXT.replace('gisteren', 'eergisteren')}`);
    await until('the new text', () => article.document.getText().startsWith('Een nieuwe'));
    await shown('Groningen');
    await run('undo');
    await hidden('Groningen');
    await shown('Franeker');
    await until('it taken back on disk', () => !read(sidecarOf(file)).includes('quote: "Groningen"'));
    await run('redo');
    await shown('Groningen');
    await onDisk(file, 'Groningen');
  });

  it('an annotation that another window adds at the very moment of ours is kept beside it', async () => {
    const file = at('zaak.txt');
    for (const pause of [0, 150, 290, 300, 310]) {
      const other = `h${String(pause).padStart(3, '0')}bcdf`;
      await annotate(pause % 20 === 0 ? 'Groningen' : 'Harlingen');
      await new Promise((resolve) => setTimeout(resolve, pause));
      const entry = `    ${other}:\n      type: person\n      quote: "krant"\n      created: "2026-11-21T20:15:00Z"\n`;
      const before = read(sidecarOf(file));
      fs.writeFileSync(
        `${sidecarOf(file)}~`,
        before.replace(/^annotations:\n/m, `annotations:\n  window ${pause}:\n${entry}`),
      );
      fs.renameSync(`${sidecarOf(file)}~`, sidecarOf(file));
      await until('both on disk', () => {
        const text = read(sidecarOf(file));
        return text.includes(other) && /quote: "(?:Groningen|Harlingen)"/.test(text);
      });
    }
    const text = read(sidecarOf(file));
    for (const pause of [0, 150, 290, 300, 310]) assert.ok(text.includes(`window ${pause}:`), `the other’s ${pause}`);
    assert.deepEqual(await versions(file), [], 'nothing is broken');
  });

  it('what a pull left with conflict markers is a Problem with a fix, is not written meanwhile, and loses nothing', async () => {
    const file = at('zaak.txt');
    git('add', '.');
    git('commit', '-q', '-m', 'annotated');
    const base = read(sidecarOf(file));
    const note = (rendering: string): string =>
      base.replace('quote: "Franeker"', `quote: "Franeker"\n      rendering: "${rendering}"`);
    git('checkout', '-q', '-b', 'colleague');
    fs.writeFileSync(sidecarOf(file), note('Theirs'));
    git('commit', '-q', '-a', '-m', 'theirs');
    git('checkout', '-q', 'main');
    fs.writeFileSync(sidecarOf(file), note('Ours'));
    git('commit', '-q', '-a', '-m', 'ours');
    assert.throws(() => git('merge', '-q', '--no-edit', 'colleague'), 'git leaves it to a person');
    const marked = read(sidecarOf(file));
    assert.match(marked, /^<{7} /m);
    const uri = vscode.Uri.file(sidecarOf(file));
    const problem = await until('the Problem', () =>
      vscode.languages.getDiagnostics(uri).find(({ code }) => code === 'conflict-markers'),
    );
    assert.match(problem.message, /conflict|both sides|merge/i);
    assert.equal(read(sidecarOf(file)), marked, 'it is not written before it is mended');
    await vscode.commands.executeCommand('glossator.mergeConflictMarkers', uri.toString());
    const merged = await until('it merged', () => {
      const text = read(sidecarOf(file));
      return text.includes('<<<<<<<') ? undefined : text;
    });
    assert.match(merged, /Ours/);
    assert.match(merged, /Theirs/);
    await shown('Franeker');
  });
});
