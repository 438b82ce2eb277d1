import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, until } from './article';

const TEXT = `De uitgever wordt vervolgd, zegt de krant, en hij zou het geld hebben gestolen van de vereniging.

The paper said that he was the one who had been there, and that there was nothing more to it.
`;

describe('hedges and false friends', () => {
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'pitfalls', 'artikel.txt');
  const settings = () => vscode.workspace.getConfiguration('glossator');
  const hints = () =>
    vscode.languages
      .getDiagnostics(uri)
      .filter(({ code }) => code === 'pitfall')
      .map(({ message }) => message);

  before(async () => {
    await settings().update('author', 'anna', vscode.ConfigurationTarget.Global);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(TEXT));
    await vscode.window.showTextDocument(uri);
  });
  after(async () => {
    await settings().update('pitfalls.ignore', undefined, vscode.ConfigurationTarget.Workspace);
    await closeAll();
  });

  it('are pointed out as hints, with the reason', async () => {
    await until('two hints', () => hints().length === 2);
    assert.match(hints().join('\n'), /“prosecuted”, not “persecuted/);
    assert.match(hints().join('\n'), /“allegedly”, not “would have done”/);
    assert.ok(
      vscode.languages.getDiagnostics(uri).every(({ severity }) => severity === vscode.DiagnosticSeverity.Hint),
    );
  });

  it('are rendered by a quick fix, and then no more pointed out', async () => {
    const from = TEXT.indexOf('vervolgd');
    const document = await vscode.workspace.openTextDocument(uri);
    const range = new vscode.Range(document.positionAt(from), document.positionAt(from + 8));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
    );
    const fix = actions.find(({ title }) => title === 'Render as “prosecuted”');
    assert.ok(fix?.command, actions.map(({ title }) => title).join('; '));
    await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments as unknown[]));
    await until('one hint left', () => hints().length === 1);
  });

  it('are no more pointed out when the researcher says so', async () => {
    await vscode.commands.executeCommand('glossator.ignorePitfall', 'zou hebben gedaan');
    await until('no hint left', () => hints().length === 0);
  });
});
