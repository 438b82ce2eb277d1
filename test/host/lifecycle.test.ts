import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openArticle, readSidecar, run, selectWords, sidecarOf, until, workspaceFolder } from './article';

const TEXT = [
  'Rechter Sietske Bouma sprak in Sneek een man vrij van oplichting.',
  '',
  'Bouma noemde het bewijs te mager. Het OM in Leeuwarden gaat in beroep.',
  '',
].join('\n');

describe('an annotation file shares the life of its source', () => {
  let article: vscode.TextEditor;
  let articles = 0;
  const at = (...path: string[]) => vscode.Uri.joinPath(workspaceFolder(), ...path);
  const rename = async (from: vscode.Uri, to: vscode.Uri) => {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(from, to);
    assert.ok(await vscode.workspace.applyEdit(edit), `${from.path} can be renamed`);
  };
  const saved = (source: vscode.Uri, words = 'Sietske Bouma') =>
    until(`“${words}” beside ${source.path}`, async () => (await readSidecar(source))?.includes(words));
  const gone = (source: vscode.Uri) =>
    until(`no annotation file beside ${source.path}`, async () => (await readSidecar(source)) === undefined);

  beforeEach(async () => {
    article = await openArticle(`vrijspraak-${++articles}.txt`, TEXT);
    selectWords(article, 'Sietske Bouma');
    await run('annotatePerson');
    await saved(article.document.uri);
  });
  afterEach(closeAll);

  it('is renamed with it, and goes on from there', async () => {
    const from = article.document.uri;
    const to = at(`hernoemd-${articles}.txt`);
    await rename(from, to);
    await saved(to);
    await gone(from);
    article = await vscode.window.showTextDocument(to);
    await until('the annotation in its place', async () => {
      article.selection = new vscode.Selection(0, 0, 0, 0);
      await run('nextAnnotation');
      return article.document.getText(article.selection) === 'Sietske Bouma';
    });
    selectWords(article, 'Sneek');
    await run('annotatePlace');
    await saved(to, 'Sneek');
    assert.equal(await readSidecar(from), undefined);
  });

  it('follows a change of case', async () => {
    const to = at(`Vrijspraak-${articles}.TXT`);
    await rename(article.document.uri, to);
    await saved(to);
    await gone(article.document.uri);
  });

  it('moves with its folder', async () => {
    const inside = at(`map-${articles}`, 'zaak.txt');
    await rename(article.document.uri, inside);
    await saved(inside);
    await rename(at(`map-${articles}`), at(`kast-${articles}`));
    await saved(at(`kast-${articles}`, 'zaak.txt'));
    await gone(inside);
  });

  it('stays when its source is deleted', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(article.document.uri);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.match((await readSidecar(article.document.uri)) ?? '', /Sietske Bouma/);
  });

  it('empties the session when it disappears, recreates nothing, and is taken in when it comes back', async () => {
    const { uri } = article.document;
    const text = await vscode.workspace.fs.readFile(sidecarOf(uri));
    const annotations = async () => {
      article.selection = new vscode.Selection(0, 0, 0, 0);
      // Without annotations the command ends with a message, which nobody answers here.
      void run('nextAnnotation');
      await new Promise((resolve) => setTimeout(resolve, 100));
      return article.document.getText(article.selection) === 'Sietske Bouma';
    };
    await until('the annotation', annotations);
    await vscode.workspace.fs.delete(sidecarOf(uri));
    await until('no annotation', async () => !(await annotations()));
    await new Promise((resolve) => setTimeout(resolve, 800));
    assert.equal(await readSidecar(uri), undefined);
    await vscode.workspace.fs.writeFile(sidecarOf(uri), text);
    await until('the annotation again', annotations);
  });
});
