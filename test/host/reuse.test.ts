import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, openArticle, range, until } from './article';

const root = vscode.workspace.workspaceFolders![0]!.uri;
const on = (name: string) => vscode.Uri.joinPath(root, name).fsPath;

/** A source that no editor shows, with one translated passage. */
function writeClosed(name: string, words: string, rendering: string): void {
  writeFileSync(on(name), `De rechter sprak gisteren van ${words}, en dat was niet voor het eerst in deze zaak.\n`);
  const note = `{ type: note, quote: "${words}", rendering: "${rendering}", state: settled }`;
  writeFileSync(on(`${name}.annotations.yaml`), `glossator: 1\nannotations:\n  bram:\n    k1234567: ${note}\n`);
}

describe('renderings of other sources', () => {
  const names: string[] = [];
  const closed = (name: string, words: string, rendering: string) => {
    names.push(name, `${name}.annotations.yaml`);
    writeClosed(name, words, rendering);
  };
  const offers = async (editor: vscode.TextEditor, words: string): Promise<string[]> => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      range(editor.document, words),
    );
    return actions.map(({ title }) => title).filter((title) => title.startsWith('Translate “'));
  };

  afterEach(closeAll);
  after(() => names.forEach((name) => rmSync(on(name), { force: true })));

  it('are offered in the lightbulb, in another form too, although no editor shows them', async () => {
    closed('rechtszaal.txt', 'het aanvechten van het vonnis', 'contesting the judgment');
    const editor = await openArticle('hoger-beroep.txt', 'De advocaat vocht het vonnis aan, zei zij tegen de krant.\n');
    const offer = 'Translate “vocht het vonnis aan” as “contesting the judgment”';
    await until(offer, async () => (await offers(editor, 'vocht het vonnis aan')).includes(offer));
    assert.equal((await offers(editor, 'vocht het vonnis aan'))[0], offer);
    assert.deepEqual(await offers(editor, 'tegen de krant'), []);
  });

  it('follow what happens to those sources on disk', async () => {
    closed('vonnis.txt', 'voorwaardelijke geldboete', 'suspended fine');
    const editor = await openArticle('boete.txt', 'Zij kreeg een voorwaardelijke geldboete, zei haar advocaat.\n');
    const words = 'voorwaardelijke geldboete';
    await until('the first rendering', async () =>
      (await offers(editor, words)).some((each) => each.includes('suspended')),
    );
    closed('vonnis.txt', 'voorwaardelijke geldboete', 'conditional fine');
    await until('the second rendering', async () =>
      (await offers(editor, words)).some((each) => each.includes('conditional')),
    );
    assert.ok(!(await offers(editor, words)).some((each) => each.includes('suspended')));
    rmSync(on('vonnis.txt'));
    await until('no rendering', async () => (await offers(editor, words)).length === 0);
  });
});
