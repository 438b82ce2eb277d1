import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension host', () => {
  it('opens an article of the workspace as plain text or better', async () => {
    const [article] = await vscode.workspace.findFiles('**/*.txt', undefined, 1);
    assert.ok(article !== undefined, 'the workspace holds an article');
    const document = await vscode.workspace.openTextDocument(article);
    assert.ok(document.getText().length > 0);
  });

  it('activates the extension when an article is shown; every command is there then', async () => {
    const extension = vscode.extensions.getExtension('glossator.glossator');
    assert.ok(extension !== undefined, 'the extension is there');
    const [article] = await vscode.workspace.findFiles('**/*.txt', undefined, 1);
    await vscode.window.showTextDocument(article!);
    const end = Date.now() + 20_000;
    while (!extension.isActive && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
    assert.ok(extension.isActive, 'opening an article activates it');
    const declared = (extension.packageJSON as { contributes: { commands: { command: string }[] } }).contributes
      .commands;
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      declared.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
      'every declared command is registered',
    );
  });
});
