import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Versions, VERSIONS_KEPT } from '../../src/editor/files/versions';
import { sidecarOf, workspaceFolder } from './article';

describe('the kept versions of an annotation file', () => {
  const folder = vscode.Uri.joinPath(workspaceFolder(), 'kept-versions');
  const log = vscode.window.createOutputChannel('Test of versions', { log: true });
  const versions = new Versions(folder, log);
  const sidecar = sidecarOf(vscode.Uri.joinPath(workspaceFolder(), 'zaak.txt'));
  const texts = async (of: vscode.Uri): Promise<string[]> =>
    Promise.all(
      (await versions.list(of)).map(async ({ uri }) =>
        new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)),
      ),
    );

  after(async () => {
    log.dispose();
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('are the last twenty, newest first, each once, and go with a file that has another name', async () => {
    const all = Array.from({ length: 25 }, (_, k) => `glossator: 1 # ${k}\n`);
    for (const text of all) {
      await versions.keep(sidecar, text);
      await versions.keep(sidecar, text);
      // Two within a millisecond have no order.
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    assert.equal(VERSIONS_KEPT, 20);
    const last = all.slice(-20).reverse();
    assert.deepEqual(await texts(sidecar), last);

    const renamed = sidecarOf(vscode.Uri.joinPath(workspaceFolder(), 'hernoemd.txt'));
    await versions.move(sidecar, renamed);
    assert.deepEqual([await texts(sidecar), await texts(renamed)], [[], last]);
  });

  it('of an older format stay beside the twenty for good', async () => {
    await versions.keepBeforeMigration(sidecar, 'glossator: 0\n', 0);
    for (let k = 0; k < 22; k++) await versions.keep(sidecar, `glossator: 1 # after ${k}\n`);
    const below = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => vscode.Uri.joinPath(folder, name));
    const names = (await Promise.all(below.map((each) => vscode.workspace.fs.readDirectory(each)))).flat();
    assert.ok(
      names.some(([name]) => name.startsWith('format-0-')),
      names.join(),
    );
  });
});
