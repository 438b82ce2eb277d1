import assert from 'node:assert/strict';
import fsPromises from 'node:fs/promises';
import * as vscode from 'vscode';
import { closeAll, openArticle, readSidecar, selectWords, until, workspaceFolder } from './article';

const TEXT = 'Sietske Bouma reist van Joure naar Sneek en terug.\n';
const NAME = 'volle-schijf.txt';

describe('a full disk', () => {
  const { open } = fsPromises;
  const disk: { open: typeof open } = fsPromises;
  let tries = 0;

  /** Writes of the annotation file find no room, as on a full disk; all else works. */
  const fill = (): void => {
    disk.open = async (...args) => {
      const handle = await open(...args);
      if (!String(args[0]).includes(`${NAME}.annotations.yaml`)) return handle;
      const noRoom = (): Promise<never> => {
        tries++;
        return Promise.reject(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }));
      };
      return Object.defineProperty(handle, 'write', { value: noRoom });
    };
  };
  before(function () {
    if (workspaceFolder().scheme !== 'file') this.skip();
  });
  afterEach(async () => {
    disk.open = open;
    await closeAll();
  });

  it('keeps the annotations in memory and the old file whole, and saves by itself when there is room', async () => {
    const article = await openArticle(NAME, TEXT);
    const { uri } = article.document;
    const annotate = async (words: string): Promise<void> => {
      selectWords(article, words);
      await vscode.commands.executeCommand('glossator.annotatePlace');
    };
    const outline = async (): Promise<string[]> => {
      const command = 'vscode.executeDocumentSymbolProvider';
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(command, uri);
      return (symbols ?? []).flatMap(({ children }) => children.map(({ name }) => name));
    };
    await annotate('Joure');
    const before = await until('the first annotation on disk', () => readSidecar(uri));

    fill();
    await annotate('Sneek');
    await until('a second try, unasked', () => tries >= 2, 20_000);
    assert.equal(await readSidecar(uri), before);
    const shown = await outline();
    assert.ok(shown.includes('Joure') && shown.includes('Sneek'), shown.join(', '));
    const names = (await vscode.workspace.fs.readDirectory(workspaceFolder())).map(([name]) => name);
    assert.deepEqual(
      names.filter((name) => name.includes(NAME) && name.endsWith('.tmp')),
      [],
    );

    disk.open = open;
    const after = await until(
      'both on disk',
      async () => {
        const text = await readSidecar(uri);
        return text?.includes('"Sneek"') ? text : undefined;
      },
      30_000,
    );
    assert.ok(after.includes('"Joure"'));
  }).timeout(90_000);
});
