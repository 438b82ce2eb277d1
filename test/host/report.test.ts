import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, run, until, workspaceFolder } from './article';

describe('the report of translation notes', () => {
  const exported = async (format: string, name: string): Promise<string> => {
    const target = vscode.Uri.joinPath(workspaceFolder(), name);
    await run('exportReport', format, target);
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(target));
  };
  afterEach(closeAll);

  it('reads sources that no editor shows, from their annotation files', async () => {
    await closeAll();
    const text = await exported('csv', 'notes.csv');
    assert.match(text, /^\uFEFFWords,Rendering,/);
    assert.match(text, /\r\nstond terecht,stood trial,settled,/);
    assert.match(text, /Vier jaar cel geëist in adressenzaak/);
  });

  it('is exported as a page that loads nothing', async () => {
    const text = await exported('html', 'notes.html');
    assert.match(text, /default-src 'none'; style-src 'unsafe-inline'/);
    assert.ok(!/<script|<link|<img|url\(/.test(text));
    assert.match(text, /<mark>deelname aan een criminele organisatie<\/mark>/);
    assert.ok(text.indexOf('deelname aan') < text.indexOf('stond terecht'), 'doubtful ones stand first');
  });

  it('is exported as Markdown', async () => {
    assert.match(await exported('markdown', 'notes.md'), /\*\*stood trial\*\* \(settled; anna, 2026\\-11\\-21\)/);
  });

  it('opens as one page, also when asked for twice', async () => {
    const tabs = () =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('glossator.report'));
    await run('report');
    await until('the page', () => tabs().length === 1);
    await run('report');
    assert.equal(tabs().length, 1);
  });
});
