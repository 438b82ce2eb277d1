import * as vscode from 'vscode';
import { ok } from './assert';

describe('the web worker extension host', () => {
  const article = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'tasjkent-blogger-opgepakt.txt');

  it('is no Node, and reads an article of the workspace', async () => {
    const host = globalThis as { readonly process?: { readonly versions?: { readonly node?: string } } };
    ok(host.process?.versions?.node === undefined, 'this is Node');
    const document = await vscode.workspace.openTextDocument(article);
    ok(document.getText().length > 0);
  });

  it('activates the extension when an article is shown', async () => {
    const extension = vscode.extensions.getExtension('glossator.glossator');
    ok(extension !== undefined, 'the extension is there');
    await vscode.window.showTextDocument(article);
    const end = Date.now() + 20_000;
    while (!extension.isActive && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
    ok(extension.isActive, 'opening an article activates it');
  });
});
