import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, readSidecar, run, selectWords, sidecarOf, until, workspaceFolder } from './article';

const DUTCH = 'rechtbank-utrecht-eist-celstraf.txt';
const ENGLISH = 'utrecht-address-trial.txt';
const BLOGGER = 'tasjkent-blogger-opgepakt.txt';

describe('a parallel source', () => {
  const show = (name: string) =>
    vscode.window.showTextDocument(vscode.Uri.joinPath(workspaceFolder(), name), { preview: false, viewColumn: 1 });
  const visible = () => vscode.window.visibleTextEditors.map(({ document }) => document.uri.path.split('/').at(-1));
  const opened = async (name: string, other: string): Promise<vscode.TextEditor> => {
    const editor = await show(name);
    await until('the pair side by side', async () => {
      if (visible().includes(other)) return true;
      await run('openParallelSource');
      return visible().includes(other);
    });
    return vscode.window.showTextDocument(editor.document, { viewColumn: 1 });
  };
  /** The words that are selected after going to the counterpart of these. */
  const counterpart = async (editor: vscode.TextEditor, words: string): Promise<string> => {
    const shown = await vscode.window.showTextDocument(editor.document, { viewColumn: 1 });
    selectWords(shown, words);
    shown.selection = new vscode.Selection(
      shown.selection.start.translate(0, 1),
      shown.selection.start.translate(0, 1),
    );
    return until(`a counterpart of ${words}`, async () => {
      await run('goToCounterpart');
      const active = vscode.window.activeTextEditor!;
      return active.document === shown.document ? undefined : active.document.getText(active.selection);
    });
  };
  afterEach(closeAll);

  it('opens beside the one whose annotation file names it', async () => {
    await opened(ENGLISH, DUTCH);
    const columns = vscode.window.visibleTextEditors.map(({ viewColumn }) => viewColumn);
    assert.equal(new Set(columns).size, 2);
  });

  it('opens from the other side too, and nothing is written for that', async () => {
    const before = await readSidecar(vscode.Uri.joinPath(workspaceFolder(), DUTCH));
    await opened(DUTCH, ENGLISH);
    assert.equal(await readSidecar(vscode.Uri.joinPath(workspaceFolder(), DUTCH)), before);
  });

  it('answers names across spellings, and charges by the offence', async () => {
    const editor = await opened(DUTCH, ENGLISH);
    assert.equal(await counterpart(editor, 'Sardor Rachimov'), 'Sardor Rakhimov');
    assert.equal(await counterpart(editor, 'Tasjkent'), 'Tashkent');
    assert.equal(await counterpart(editor, 'ambtelijke omkoping'), 'bribing a city official');
  });

  it('is proposed by what the two share, chosen once and remembered', async () => {
    const uri = vscode.Uri.joinPath(workspaceFolder(), BLOGGER);
    await vscode.workspace.fs.delete(sidecarOf(uri)).then(undefined, () => undefined);
    await show(BLOGGER);
    const running = run('openParallelSource');
    const written = await until('the choice in the annotation file', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return readSidecar(uri);
    });
    await running;
    assert.match(written, /parallel:.*tashkent-blogger-detained\.txt/);
    assert.ok(visible().includes('tashkent-blogger-detained.txt'));
  });
});
