/** The translation bench in the web worker host: glossary, consistency and report, where there is no Node and no `file:`. */
import * as vscode from 'vscode';
import { closeAll, openArticle, range, selectWords, until, workspaceFolder } from '../host/article';
import { equal, match } from './assert';

const GOOD = '# ours\nterms:\n  grote klok:\n    rendering: "church bell" # see Bram\n';
const ARTICLE = 'Zij hangt de zaak aan de grote klok, en niemand weet wat er met de andere klokken gebeurt.\n';

describe('the translation bench in the web worker host', () => {
  const glossary = vscode.Uri.joinPath(workspaceFolder(), 'glossary.yaml');
  const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`glossator.${command}`, ...args);
  const write = (text: string) => vscode.workspace.fs.writeFile(glossary, new TextEncoder().encode(text));
  const read = async (uri: vscode.Uri): Promise<string> =>
    vscode.workspace.fs.readFile(uri).then(
      (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
      () => '',
    );
  const firstOffer = async (article: vscode.TextEditor, words: string): Promise<string | undefined> => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      article.document.uri,
      range(article.document, words),
    );
    return actions[0]?.title;
  };
  let article: vscode.TextEditor;

  before(async () => {
    await vscode.workspace.getConfiguration('glossator').update('author', 'anna', vscode.ConfigurationTarget.Global);
    article = await openArticle('klok-op-het-web.txt', ARTICLE);
    await write(GOOD);
  });
  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(glossary);
  });

  it('offers the rendering of the glossary', async () => {
    await until('the offer', async () => (await firstOffer(article, 'grote klok'))?.includes('church bell'));
    equal(await firstOffer(article, 'grote klok'), 'Translate “grote klok” as “church bell” (from the glossary)');
  });

  it('takes a note that differs from it for a problem, once the workspace is checked', async () => {
    selectWords(article, 'grote klok');
    await run('translate', undefined, 'big clock');
    const problem = () =>
      vscode.languages.getDiagnostics(article.document.uri).find(({ code }) => code === 'differs-from-glossary');
    await until('the problem', async () => {
      await run('checkConsistency');
      return problem();
    });
    match(problem()?.message ?? '', /church bell/);
  });

  it('exports the report with the paragraph of the note', async () => {
    const target = vscode.Uri.joinPath(workspaceFolder(), 'web-notes.csv');
    const row = await until('the note in the report', async () => {
      await run('exportReport', 'csv', target);
      return (await read(target)).split('\r\n').find((line) => line.startsWith('grote klok,'));
    });
    match(row, /^grote klok,big clock,.*,1,klok-op-het-web\.txt,/);
  });
});
