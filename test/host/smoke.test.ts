import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension host', () => {
  // By name: other suites leave texts of their own in the folder, empty ones among them.
  const article = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'tasjkent-blogger-opgepakt.txt');

  it('opens an article of the workspace as plain text or better', async () => {
    const document = await vscode.workspace.openTextDocument(article);
    assert.ok(document.getText().length > 0);
  });

  it('activates the extension when an article is shown; every command is there then', async () => {
    const extension = vscode.extensions.getExtension('glossator.glossator');
    assert.ok(extension !== undefined, 'the extension is there');
    await vscode.window.showTextDocument(article);
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
