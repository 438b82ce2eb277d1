import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openArticle, readSidecar, run, selectWords, until, workspaceFolder } from './article';

const TEXT = 'In Zutphen is vrijdag een man aangehouden. De politie noemt zijn naam niet.\n';

const settings = () => vscode.workspace.getConfiguration('glossator', workspaceFolder());
const set = (key: string, value: unknown) => settings().update(key, value, vscode.ConfigurationTarget.Workspace);
/** True when the text is a source: only then can a word of it be marked. */
async function canBeMarked(article: vscode.TextEditor, words: string): Promise<boolean> {
  selectWords(article, words);
  await run('annotatePlace');
  return (await readSidecar(article.document.uri))?.includes(`quote: "${words}"`) ?? false;
}

describe('which files are sources', () => {
  afterEach(async () => {
    await set('exclude', undefined);
    await set('sources', undefined);
    await closeAll();
  });

  it('is not decided by opening: nothing is written into the folder', async () => {
    const before = await vscode.workspace.fs.readDirectory(workspaceFolder());
    await vscode.window.showTextDocument(vscode.Uri.joinPath(workspaceFolder(), 'utrecht-adressen-verkocht.txt'));
    await until('the outline of a source', async () => {
      const { document } = vscode.window.activeTextEditor!;
      const found = await vscode.commands.executeCommand<unknown[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return (found?.length ?? 0) > 0;
    });
    assert.deepEqual(await vscode.workspace.fs.readDirectory(workspaceFolder()), before);
  });

  it('can be said otherwise for a file, and taken back', async () => {
    const article = await openArticle('eigen-notities.txt', TEXT);
    const { uri } = article.document;
    await run('treatAsNoSource', uri);
    assert.ok(settings().get<string[]>('exclude')!.includes('eigen-notities.txt'));
    selectWords(article, 'Zutphen');
    await run('annotatePlace');
    assert.equal(await readSidecar(uri), undefined);

    await run('treatAsSource', uri);
    assert.ok(!settings().get<string[]>('exclude')!.includes('eigen-notities.txt'));
    await until('the place to be marked', () => canBeMarked(article, 'Zutphen'));
  });

  it('can be said otherwise for a whole folder', async () => {
    const folder = vscode.Uri.joinPath(workspaceFolder(), 'lijsten');
    await vscode.workspace.fs.createDirectory(folder);
    const article = await openArticle('lijsten/namen.txt', TEXT);
    await run('treatAsNoSource', folder);
    selectWords(article, 'Zutphen');
    await run('annotatePlace');
    assert.equal(await readSidecar(article.document.uri), undefined);
    await run('treatAsSource', folder);
    await until('the place to be marked', () => canBeMarked(article, 'Zutphen'));
  });

  it('leaves out what is plainly no article, unless it is named', async () => {
    const article = await openArticle('requirements.txt', TEXT);
    selectWords(article, 'Zutphen');
    await run('annotatePlace');
    assert.equal(await readSidecar(article.document.uri), undefined);
    await run('treatAsSource', article.document.uri);
    await until('the place to be marked', () => canBeMarked(article, 'Zutphen'));
  });
});

describe('reading mode', () => {
  afterEach(async () => {
    await set('sourcesReadOnly', undefined);
    await closeAll();
  });

  const typed = async (article: vscode.TextEditor, letter: string): Promise<boolean> => {
    const before = article.document.getText();
    article.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('type', { text: letter });
    return article.document.getText() !== before;
  };

  it('protects a source from typing until its text is to be corrected', async () => {
    const first = await openArticle('bewijs.txt', TEXT);
    assert.ok(await typed(first, 'x'), 'a source can be typed into as long as nobody asked otherwise');
    await vscode.commands.executeCommand('undo');
    await first.document.save();

    await set('sourcesReadOnly', true);
    const active = () => vscode.window.activeTextEditor!;
    await until('a source that is read as an article', () => active().document.languageId === 'source-article');
    await until('a source that nobody can type into', async () => !(await typed(active(), 'x')));

    await run('correctSourceText');
    await until('a source that can be corrected', () => typed(active(), 'y'));
    await run('protectSourceText');
    await until('a source that is protected again', async () => !(await typed(active(), 'z')));
    assert.equal(active().document.isDirty, false, 'what was corrected is saved, not lost');
    assert.match(active().document.getText(), /^y+In Zutphen/);
  });

  it('protects no file that is still empty', async () => {
    await set('sourcesReadOnly', true);
    const article = await openArticle('nog-leeg.txt', '');
    await until('a file that can be typed into', () => typed(vscode.window.activeTextEditor ?? article, 'x'));
    await vscode.commands.executeCommand('undo');
  });

  it('lets annotate what it protects', async () => {
    await set('sourcesReadOnly', true);
    const article = await openArticle('bewijs-2.txt', TEXT);
    await until(
      'a source that is read as an article',
      () => article.document.isClosed || article.document.languageId === 'source-article',
    );
    const editor = await vscode.window.showTextDocument(article.document.uri);
    await until('the place to be marked', () => canBeMarked(editor, 'Zutphen'));
  });

  it('leaves folders alone that nobody set up', async () => {
    const article = await openArticle('gewoon.txt', TEXT);
    await until('the place to be marked', () => canBeMarked(article, 'Zutphen'));
    assert.equal(article.document.languageId, 'plaintext');
  });
});
