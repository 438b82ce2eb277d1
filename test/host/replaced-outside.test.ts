import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { openRepository, switchGitOff } from './editors-git';
import { closeAll, hoverOn, run, selectWords, until, workspaceFolder } from './article';

const TEXT = 'De burgemeester van Franeker was gisteren in Groningen, schrijft de krant. Later was zij thuis.\n';
/** Pauses between our write and the other program’s, in milliseconds, across the time in which a watcher gathers events. */
const PAUSES = [0, 33, 37, 70, 74, 110, 150, 190, 240, 300];

/** What another program does with an annotation file, and what it then says; `undefined` when it is gone. */
const REPLACEMENTS: readonly {
  readonly title: string;
  replace(file: string, before: string, git: (...args: string[]) => void): void;
}[] = [
  { title: 'put back by git checkout', replace: (_, __, git) => git('checkout', '-q', '--', '.') },
  { title: 'overwritten in its place', replace: (file, before) => fs.writeFileSync(file, before) },
  {
    title: 'replaced by a rename',
    replace: (file, before) => {
      fs.writeFileSync(`${file}~`, before);
      fs.renameSync(`${file}~`, file);
    },
  },
  { title: 'taken away', replace: (file) => fs.unlinkSync(file) },
  {
    title: 'taken away by git stash',
    replace: (_, __, git) => {
      git('stash', '-q', '-u');
      git('stash', 'drop', '-q');
    },
  },
];

describe('an annotation file that another program changes right after Glossator wrote it', function () {
  this.timeout(90_000);
  afterEach(closeAll);

  REPLACEMENTS.forEach(({ title, replace }, number) => {
    it(`is followed when ${title}`, async () => {
      const folder = path.join(workspaceFolder().fsPath, `buiten-${number}`);
      fs.mkdirSync(folder);
      const git = (...args: string[]): void =>
        void execFileSync('git', ['-c', 'user.name=Anna', '-c', 'user.email=anna@example.org', ...args], {
          cwd: folder,
          stdio: 'pipe',
        });
      const file = path.join(folder, 'zaak.txt');
      const sidecar = `${file}.annotations.yaml`;
      fs.writeFileSync(file, TEXT);
      git('init', '-q', '-b', 'main');
      git('add', '.');
      git('commit', '-q', '-m', 'the article');
      const article = await vscode.window.showTextDocument(vscode.Uri.file(file), { preview: false });
      const annotate = async (words: string): Promise<string> => {
        selectWords(article, words);
        await run('annotateAs', 'organisation');
        return until(`${words} on disk`, () => {
          const text = fs.existsSync(sidecar) ? fs.readFileSync(sidecar, 'utf8') : '';
          return text.includes(`quote: "${words}"`) ? text : undefined;
        });
      };
      const before = await annotate('Franeker');
      const takesAway = title.startsWith('taken away');
      if (!takesAway) {
        git('add', '.');
        git('commit', '-q', '-m', 'annotated');
      }
      for (const pause of PAUSES) {
        await annotate('Groningen');
        await new Promise((resolve) => setTimeout(resolve, pause));
        replace(sidecar, before, git);
        await until(
          `what the other program did ${pause} ms after the write`,
          async () => !(await hoverOn(article.document, 'Groningen')).includes('Organisation'),
          6_000,
        );
      }
    });
  });
});

/** The part of the built-in git extension that this suite drives. */
describe('files of which the editor’s watcher tells nothing', function () {
  this.timeout(90_000);
  const configuration = () => vscode.workspace.getConfiguration();
  const set = (key: string, value: unknown) => configuration().update(key, value, vscode.ConfigurationTarget.Global);
  afterEach(async () => {
    await closeAll();
    await set('files.watcherExclude', undefined);
    await switchGitOff();
  });

  it('are compared with the disk again after a command of git: annotations and text', async () => {
    const folder = path.join(workspaceFolder().fsPath, 'stil');
    fs.mkdirSync(folder);
    const git = (...args: string[]): void =>
      void execFileSync('git', ['-c', 'user.name=Anna', '-c', 'user.email=anna@example.org', ...args], {
        cwd: folder,
        stdio: 'pipe',
      });
    const file = path.join(folder, 'stil.txt');
    fs.writeFileSync(file, TEXT);
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-q', '-m', 'the article');
    await set('files.watcherExclude', { '**/stil.txt': true, '**/stil.txt.*': true });
    await openRepository(folder);

    const article = await vscode.window.showTextDocument(vscode.Uri.file(file), { preview: false });
    const sidecar = `${file}.annotations.yaml`;
    selectWords(article, 'Franeker');
    await run('annotateAs', 'organisation');
    await until('the annotation on disk', () => fs.existsSync(sidecar));
    git('add', '.');
    git('commit', '-q', '-m', 'annotated');
    const hover = (words: string) => hoverOn(article.document, words);
    // Past the looks that follow a write of ours, so that only git can tell.
    await new Promise((resolve) => setTimeout(resolve, 5_500));

    const told: string[] = [];
    const watcher = vscode.workspace.createFileSystemWatcher('**/{stil.txt,stil.txt.*}');
    for (const event of [watcher.onDidChange, watcher.onDidCreate]) event(({ path: file }) => told.push(file));
    fs.writeFileSync(sidecar, fs.readFileSync(sidecar, 'utf8').replace('type: organisation', 'type: person'));
    fs.writeFileSync(file, `Een nieuwe eerste regel.\n\n${TEXT}`);
    git('commit', '-q', '-a', '-m', 'changed by somebody else');
    await until('the text as it is on disk', () => article.document.getText().includes('nieuwe'), 30_000);
    await until('the annotation as it is on disk', async () => (await hover('Franeker')).includes('Person'));
    assert.equal(article.document.isDirty, false);
    watcher.dispose();
    assert.deepEqual(told, [], 'no watcher told of it');
  });
});
