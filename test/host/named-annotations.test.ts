import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openArticle, readSidecar, run, savedEntries, selectWords, until, workspaceFolder } from './article';

const TEXT = 'Notaris Wiebe Postma werkt in Bolsward.\n\nOver hem schreef de krant in 2021 een stuk.\n';

/** What a row of a view gives its commands. */
const rowOf = (article: vscode.TextEditor, id: string) => ({ uri: article.document.uri.toString(), id });

describe('a command given an annotation that has no place', () => {
  let article: vscode.TextEditor;
  let articles = 0;
  const quotes = async () => (await savedEntries(article.document.uri)).map(({ quote }) => quote).sort();
  const says = (what: string, wanted: readonly string[]) =>
    until(what, async () => JSON.stringify(await quotes()) === JSON.stringify(wanted));
  const idOf = async (quote: string) =>
    new RegExp(`^ {4}(\\w{8}):\\n {6}type: \\w+\\n {6}quote: "${quote}"`, 'm').exec(
      (await readSidecar(article.document.uri)) ?? '',
    )![1]!;

  beforeEach(async () => {
    article = await openArticle(`genoemd-${++articles}.txt`, TEXT);
    selectWords(article, 'Wiebe Postma');
    await run('annotatePerson');
    selectWords(article, 'Bolsward');
    await run('annotatePlace');
    await says('both', ['Bolsward', 'Wiebe Postma']);
    selectWords(article, 'Wiebe Postma');
    await article.edit((edit) => edit.delete(article.selection));
    await article.document.save();
    selectWords(article, 'Bolsward');
  });
  afterEach(closeAll);

  it('deletes that one, and never the one at the cursor', async () => {
    await run('deleteAnnotation', rowOf(article, await idOf('Wiebe Postma')));
    await says('the other alone', ['Bolsward']);
    await run('undo');
    await says('both again', ['Bolsward', 'Wiebe Postma']);
  });

  it('does nothing at all where that needs words, or where the annotation is gone', async () => {
    const before = await readSidecar(article.document.uri);
    await run('deleteAnnotation', rowOf(article, 'zzzzzzzz'));
    await run('translate', rowOf(article, await idOf('Wiebe Postma')));
    await run('editCharge', rowOf(article, await idOf('Wiebe Postma')));
    assert.equal(await readSidecar(article.document.uri), before);
  });

  it('can still be placed by hand after it was kept without a place', async () => {
    await run('keepAsOrphan', rowOf(article, await idOf('Wiebe Postma')));
    await until('that it is kept', async () => /kept: true/.test((await readSidecar(article.document.uri)) ?? ''));
    selectWords(article, 'Over hem');
    await run('placeByHand');
    await says('the new words', ['Bolsward', 'Over hem']);
    assert.doesNotMatch((await readSidecar(article.document.uri)) ?? '', /kept: true/);
  });
});

describe('annotations by others', () => {
  let article: vscode.TextEditor;
  const THEIRS = `glossator: 1

annotations:
  bram:
    k1111111:
      type: person
      quote: "Wiebe Postma"

    k2222222:
      type: note
      quote: "in Bolsward"

    k3333333:
      type: person
      quote: "Klaas Nergens"

rejected:
`;
  /** What the sidecar says in the sections of others than bram, and in his. */
  const sections = async () => {
    const text = (await readSidecar(article.document.uri)) ?? '';
    const own = [...text.matchAll(/^ {2}(\S.*):\n((?: {4}.*\n|\n)*)/gm)].map(([, author, entries]) => [
      author,
      entries,
    ]);
    const by = (isBram: boolean) =>
      own.filter(([author]) => (author === 'bram') === isBram).map(([, entries]) => entries);
    return { bram: by(true).join(''), own: by(false).join('') };
  };

  beforeEach(async () => {
    article = await openArticle('van-bram.txt', TEXT);
    const sidecar = vscode.Uri.joinPath(workspaceFolder(), 'van-bram.txt.annotations.yaml');
    await vscode.workspace.fs.writeFile(sidecar, new TextEncoder().encode(THEIRS));
    const told = () => vscode.languages.getDiagnostics(article.document.uri).map(({ message }) => message);
    await until('what bram has written', () => told().some((message) => message.includes('Klaas Nergens')));
  });
  afterEach(closeAll);

  it('are no reason not to mark the same words oneself', async () => {
    selectWords(article, 'Wiebe Postma');
    await run('annotatePerson');
    await until('an annotation of one’s own', async () => (await sections()).own.includes('"Wiebe Postma"'));
    assert.match((await sections()).bram, /"Wiebe Postma"/);
  });

  it('are left alone while they are hidden, and leave suggestions as if they were not there', async () => {
    const suggested = async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        article.document.uri,
        article.selection,
      );
      return actions.some(({ command }) => command?.command === 'glossator.accept');
    };
    await run('toggleBlindMode');
    try {
      article.selection = new vscode.Selection(0, 10, 0, 10);
      await until('the suggestion that bram had confirmed', suggested);
      selectWords(article, 'in Bolsward');
      await run('translate', undefined, 'at Bolsward');
      await until('a rendering of one’s own', async () => (await sections()).own.includes('rendering: "at Bolsward"'));
      assert.doesNotMatch((await sections()).bram, /at Bolsward/);
      const told = vscode.languages.getDiagnostics(article.document.uri).map(({ message }) => message);
      assert.ok(!told.some((message) => message.includes('Klaas Nergens')), told.join('\n'));
    } finally {
      await run('toggleBlindMode');
    }
  });
});
