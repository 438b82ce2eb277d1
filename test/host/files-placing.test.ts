import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openArticle, readSidecar, run, selectWords, until } from './article';

const TEXT = 'Notaris Wiebe Postma werkt in Bolsward.\n\nOver hem schreef de krant in 2021 een stuk.\n';

describe('an annotation whose words are gone', () => {
  let article: vscode.TextEditor;
  let articles = 0;
  const says = (what: string, words: string | RegExp) =>
    until(what, async () => {
      const text = await readSidecar(article.document.uri);
      return text !== undefined && (typeof words === 'string' ? text.includes(words) : words.test(text));
    });
  const actions = async (command: string) => {
    const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      article.document.uri,
      new vscode.Range(0, 0, 0, 0),
    );
    return found.filter((each) => each.command?.command === `glossator.${command}`);
  };

  beforeEach(async () => {
    article = await openArticle(`notaris-${++articles}.txt`, TEXT);
    selectWords(article, 'Wiebe Postma');
    await run('annotatePerson');
    await says('the annotation', 'quote: "Wiebe Postma"');
    selectWords(article, 'Wiebe Postma');
    await article.edit((edit) => edit.delete(article.selection));
    await article.document.save();
    await until('the offer to keep it', async () => (await actions('keepAsOrphan')).length > 0);
  });
  afterEach(closeAll);

  it('stays in the file as it was, until it is placed by hand; then that can be undone', async () => {
    assert.match((await readSidecar(article.document.uri)) ?? '', /quote: "Wiebe Postma"/);
    selectWords(article, 'Over hem');
    await run('placeByHand');
    await says('the new words', 'quote: "Over hem"');
    assert.doesNotMatch((await readSidecar(article.document.uri)) ?? '', /quote: "Wiebe Postma"/);
    assert.equal((await actions('keepAsOrphan')).length, 0);
    await run('undo');
    await says('the old words', 'quote: "Wiebe Postma"');
  });

  it('is no Problem any more when it is kept although its words are gone', async () => {
    const [keep] = await actions('keepAsOrphan');
    await vscode.commands.executeCommand(keep!.command!.command, ...(keep!.command!.arguments as unknown[]));
    await says('that it is kept', /kept: true/);
    await until('no Problem', () => {
      const problems = vscode.languages.getDiagnostics(article.document.uri);
      return !problems.some(({ source, code }) => source === 'Glossator' && code === 'not-found');
    });
  });
});
