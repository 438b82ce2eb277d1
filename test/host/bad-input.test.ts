import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  hoverAt,
  openArticle,
  readSidecar,
  run,
  selectWords,
  sidecarOf,
  until,
  workspaceFolder,
} from './article';
import { SealedFiles } from './sealed-files';

const TEXT = 'In Zutphen is vrijdag een man aangehouden. De politie noemt zijn naam niet.\n';

const file = (name: string) => vscode.Uri.joinPath(workspaceFolder(), name);
const write = (uri: vscode.Uri, content: string | Uint8Array) =>
  vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
const gone = (uri: vscode.Uri) => vscode.workspace.fs.delete(uri).then(undefined, () => undefined);

async function mark(article: vscode.TextEditor, words: string, command = 'annotatePlace'): Promise<void> {
  selectWords(article, words);
  await run(command);
}

const kept = (uri: vscode.Uri, words: string) =>
  until(`“${words}” in the sidecar`, async () => (await readSidecar(uri))?.includes(`"${words}"`));

describe('an empty file', () => {
  afterEach(closeAll);

  it('has nothing to mark, and becomes a source as soon as it has words', async () => {
    const article = await openArticle('leeg.txt', '');
    await run('annotatePerson');
    await run('startReview');
    assert.equal(await readSidecar(article.document.uri), undefined);
    await article.edit((edit) => edit.insert(new vscode.Position(0, 0), TEXT));
    await mark(article, 'Zutphen');
    await kept(article.document.uri, 'Zutphen');
  });
});

describe('a binary file', () => {
  afterEach(closeAll);

  it('is no source', async () => {
    const uri = file('beeld.txt');
    await write(
      uri,
      Uint8Array.from({ length: 4_000 }, (_, k) => (k * 7) % 256),
    );
    const document = await vscode.workspace.openTextDocument(uri).then(
      (opened) => opened,
      () => undefined,
    );
    if (document) {
      await vscode.window.showTextDocument(document);
      await run('annotatePerson');
    }
    assert.equal(await readSidecar(uri), undefined);
  });
});

describe('a file of 60 MB', () => {
  const uri = file('reusachtig.txt');
  after(() => gone(uri));

  it('is refused by the editor and costs the rest nothing', async function () {
    this.timeout(60_000);
    await write(uri, new TextEncoder().encode(TEXT.repeat(Math.ceil((60 * 1024 * 1024) / TEXT.length))));
    await assert.rejects(Promise.resolve(vscode.workspace.openTextDocument(uri)));
    const article = await openArticle('naast-een-reus.txt', TEXT);
    await mark(article, 'Zutphen');
    await kept(article.document.uri, 'Zutphen');
    await closeAll();
  });
});

describe('a text above the limit of 20 MB', () => {
  const uri = file('groot.txt');
  after(async () => {
    await closeAll();
    await gone(uri);
  });

  it('is read but not annotated', async function () {
    this.timeout(60_000);
    await write(uri, TEXT.repeat(Math.ceil((21 * 1024 * 1024) / TEXT.length)));
    const editor = await vscode.window.showTextDocument(uri);
    editor.selection = new vscode.Selection(0, 3, 0, 10);
    await run('annotatePlace');
    assert.equal(await readSidecar(uri), undefined);
  });
});

describe('a paragraph of 30,000 characters on one line', () => {
  afterEach(closeAll);

  it('is recognised and annotated to its end', async () => {
    const sentence = 'De zitting duurde de hele dag en niemand zei iets nieuws. ';
    const line = `${sentence.repeat(Math.ceil(30_000 / sentence.length))}Daarna sprak advocaat Willem Terpstra uit Leeuwarden.`;
    const article = await openArticle('lange-regel.txt', line);
    const end = article.document.positionAt(line.indexOf('Leeuwarden') + 2);
    await until('a suggestion at the end of the line', async () => (await hoverAt(article.document, end)) !== '');
    await mark(article, 'Leeuwarden', 'accept');
    await kept(article.document.uri, 'Leeuwarden');
  });
});

describe('an annotation file that can’t be read', () => {
  afterEach(closeAll);

  const cases = [
    ['YAML that breaks off', new TextEncoder().encode('glossator: 1\nannotations:\n  anna:\n    "p4k7w2qd: {\n'), /.+/],
    ['bytes that are no UTF-8', new Uint8Array([0x67, 0x6c, 0xff, 0xfe, 0x0a]), undefined],
    ['a format of the future', new TextEncoder().encode('glossator: 99\nannotations: {}\n'), /format 99/],
    [
      'conflict markers',
      new TextEncoder().encode('glossator: 1\n<<<<<<< ours\na: 1\n=======\na: 2\n>>>>>>> theirs\n'),
      /.+/,
    ],
  ] as const;

  cases.forEach(([name, bytes, problem], k) => {
    it(`is never written over: ${name}`, async () => {
      const article = await openArticle(`stuk-${k}.txt`, TEXT);
      const { uri } = article.document;
      await closeAll();
      await write(sidecarOf(uri), bytes);
      const editor = await vscode.window.showTextDocument(uri, { preview: false });
      if (problem) {
        await until('a Problem that says why', () =>
          vscode.languages.getDiagnostics(sidecarOf(uri)).some(({ message }) => problem.test(message)),
        );
      }
      await mark(editor, 'Zutphen');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      assert.deepEqual([...(await vscode.workspace.fs.readFile(sidecarOf(uri)))], [...bytes]);
    });
  });

  it('is taken in again as soon as it is mended', async () => {
    const article = await openArticle('gemaakt.txt', TEXT);
    const { uri } = article.document;
    await write(sidecarOf(uri), 'glossator: 1\nannotations: [\n');
    await until('a Problem', () => vscode.languages.getDiagnostics(sidecarOf(uri)).length > 0);
    await write(sidecarOf(uri), 'glossator: 1\n\nannotations:\n');
    await until('no Problem', () => vscode.languages.getDiagnostics(sidecarOf(uri)).length === 0);
    await mark(article, 'Zutphen');
    await kept(uri, 'Zutphen');
  });
});

describe('a folder without write permission', () => {
  const files = new SealedFiles();
  let registration: vscode.Disposable;
  before(() => {
    registration = vscode.workspace.registerFileSystemProvider('sealed', files);
  });
  after(async () => {
    await closeAll();
    registration.dispose();
  });

  it('keeps what was annotated in memory, and saves it when it can be saved', async () => {
    const uri = vscode.Uri.parse('sealed:/map/bericht.txt');
    files.put(uri, TEXT);
    files.sealed = true;
    const article = await vscode.window.showTextDocument(uri);
    await until('the annotation in memory', async () => {
      await mark(article, 'Zutphen');
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        uri,
      );
      return symbols?.some(({ children }) => children.some(({ name }) => name === 'Zutphen'));
    });
    await until('a write that was refused', () => files.refused > 0);
    assert.equal(files.get(sidecarOf(uri)), undefined);

    files.sealed = false;
    await run('retrySave');
    await until('the annotation on disk', () => files.get(sidecarOf(uri))?.includes('"Zutphen"'));
  });
});

describe('a text outside every folder', () => {
  afterEach(closeAll);

  it('keeps its annotations beside it', async () => {
    const uri = vscode.Uri.joinPath(workspaceFolder(), '..', 'los-bericht.txt');
    await write(uri, TEXT);
    const article = await vscode.window.showTextDocument(uri);
    await until('the annotation beside the text', async () => {
      await mark(article, 'Zutphen');
      return (await readSidecar(uri))?.includes('"Zutphen"');
    });
  });
});

describe('an untitled text', () => {
  afterEach(closeAll);

  it('is asked to be saved first: nothing is annotated', async () => {
    const document = await vscode.workspace.openTextDocument({ content: TEXT, language: 'plaintext' });
    const editor = await vscode.window.showTextDocument(document);
    await mark(editor, 'Zutphen');
    await run('editSourceDetails');
    await run('treatAsSource');
    assert.equal(document.isUntitled, true);
    assert.deepEqual(await vscode.workspace.findFiles('**/Untitled*'), []);
  });
});

describe('another window on the same source', () => {
  afterEach(closeAll);

  it('and this one lose nothing of each other', async () => {
    const article = await openArticle('twee-vensters.txt', TEXT);
    const { uri } = article.document;
    await mark(article, 'Zutphen');
    await kept(uri, 'Zutphen');
    // The other window appends its author's section while this one has a change that waits to be written.
    const theirs = '\n  bram:\n    r2v8n4cx:\n      type: note\n      quote: "een man"\n';
    const seen = (await readSidecar(uri))!;
    await mark(article, 'De politie', 'annotatePerson');
    await write(
      sidecarOf(uri),
      seen.replace(/\n+(?=rejected:)|\n*$/, (end) => `\n${theirs}${end || '\n'}`),
    );
    await kept(uri, 'De politie');
    const text = await until('both windows’ annotations', async () => {
      const now = await readSidecar(uri);
      return now?.includes('"een man"') && now.includes('"Zutphen"') && now.includes('"De politie"') ? now : undefined;
    });
    assert.equal(text.match(/r2v8n4cx:/g)?.length, 1);
  });
});
