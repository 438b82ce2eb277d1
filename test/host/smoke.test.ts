import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension host', () => {
  it('opens an article of the workspace as plain text or better', async () => {
    const [article] = await vscode.workspace.findFiles('**/*.txt', undefined, 1);
    assert.ok(article !== undefined, 'the workspace holds an article');
    const document = await vscode.workspace.openTextDocument(article);
    assert.ok(document.getText().length > 0);
  });
});
