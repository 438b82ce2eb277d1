import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { openRepository, switchGitOff } from './editors-git';
import { closeAll, run, selectWords, until, workspaceFolder } from './article';

const TEXT = 'Rechter Sietske Bouma sprak in Sneek een man vrij van oplichting.\n\nBouma noemde het bewijs te mager.\n';

describe('a version of a source that git shows', function () {
  this.timeout(60_000);
  const folder = path.join(workspaceFolder().fsPath, 'versie-in-git');
  const file = path.join(folder, 'zaak.txt');
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Anna', '-c', 'user.email=anna@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  const annotated = async (uri: vscode.Uri): Promise<readonly string[]> => {
    const command = 'vscode.executeDocumentSymbolProvider';
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(command, uri);
    return (symbols ?? []).flatMap(({ children }) => children.map(({ name }) => name));
  };
  afterEach(closeAll);
  after(switchGitOff);

  it('shows the annotations of that version, and is never written', async () => {
    fs.mkdirSync(folder);
    fs.writeFileSync(file, TEXT);
    git('init', '-q', '-b', 'main');
    const article = await vscode.window.showTextDocument(vscode.Uri.file(file), { preview: false });
    const sidecar = `${file}.annotations.yaml`;
    const annotate = async (words: string): Promise<string> => {
      selectWords(article, words);
      await run('annotatePerson');
      return until(`${words} on disk`, () => {
        const text = fs.existsSync(sidecar) ? fs.readFileSync(sidecar, 'utf8') : '';
        return text.includes(`quote: "${words}"`) ? text : undefined;
      });
    };
    await annotate('Sietske Bouma');
    git('add', '.');
    git('commit', '-q', '-m', 'annotated');
    const now = await annotate('een man');

    await openRepository(folder);
    const version = vscode.Uri.file(file).with({ scheme: 'git', query: JSON.stringify({ path: file, ref: 'HEAD' }) });
    const shown = await vscode.window.showTextDocument(version, { preview: false });
    await until('its annotation', async () => (await annotated(version)).includes('Sietske Bouma'));
    assert.ok(!(await annotated(version)).includes('een man'), 'what was annotated since is not in that version');

    selectWords(shown, 'Sneek');
    // The command ends with a message, which nobody answers here.
    void run('annotatePlace');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    assert.ok(!(await annotated(version)).includes('Sneek'));
    assert.equal(fs.readFileSync(sidecar, 'utf8'), now);
    assert.deepEqual(fs.readdirSync(folder).sort(), ['.git', 'zaak.txt', 'zaak.txt.annotations.yaml']);
  });
});
