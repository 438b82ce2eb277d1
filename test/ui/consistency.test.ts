import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { repository } from '../workbench/installation';
import { Editor, waitFor } from './driver';

const folder = (): string => {
  const made = mkdtempSync(path.join(tmpdir(), 'glossator-consistency-'));
  const source = (name: string, text: string, rendering: string) => {
    writeFileSync(path.join(made, name), text);
    const note = `{ type: note, quote: "verdachte", rendering: "${rendering}", state: settled }`;
    writeFileSync(
      path.join(made, `${name}.annotations.yaml`),
      `glossator: 1\nannotations:\n  anna:\n    k1234567: ${note}\n`,
    );
  };
  source('een.txt', 'De verdachte zweeg bij de rechter, en zijn raadsman zei niet wat hij wist.\n', 'suspect');
  source('twee.txt', 'Ook in deze zaak was er een verdachte, die bij de rechter het woord nam.\n', 'accused');
  return made;
};

describe('notes that do not go together', () => {
  it('are listed in Problems, and one is kept so with a reason that a restart remembers', async () => {
    const editor = await Editor.open({ workspace: folder(), settings: { 'glossator.author': 'anna' } });
    const picture = (name: string) => editor.screenshot(path.join(repository, `out/ui/consistency ${name}.png`));
    await editor.openFile('een.txt');
    await editor.highlights();
    await editor.command('Glossator: Check Consistency');
    await editor.problems('elsewhere as');
    await picture('problems');
    await editor.clickText('verdachte');
    await editor.press('Control+.');
    const menu = editor.page.locator('.action-widget');
    await menu.getByText('Render as “accused”').waitFor();
    await picture('lightbulb');
    await menu.getByText('Keep it so, with a reason…').click();
    await editor.answer('an older law has it so', 'Keep “suspect” so');
    const file = path.join(editor.workspace, 'een.txt.annotations.yaml');
    await waitFor('the reason on disk', () => readFileSync(file, 'utf8').includes('an older law has it so'));
    assert.match(readFileSync(file, 'utf8'), /two-renderings/);
    const rows = () => editor.page.locator('.markers-panel .monaco-list-row').allInnerTexts();
    await waitFor('no problem left', async () => !(await rows()).some((row) => row.includes('elsewhere as')));
    await editor.restart();
    await editor.openFile('een.txt');
    await editor.highlights();
    await editor.command('Glossator: Check Consistency');
    await editor.toast('No translation note contradicts another.');
    await editor.hover('verdachte', 'Kept so');
    await picture('kept');
    await editor.close();
  });
});
