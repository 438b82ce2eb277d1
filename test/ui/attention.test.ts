import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Editor, waitFor } from './driver';
import { annotate, savedText } from './saved-annotations';

const FIRST = 'Advocaat Willem Terpstra uit Leeuwarden wordt verdacht van verduistering. Terpstra ontkent.';
const FINE = 'Zijn collega Grietje Wiersma noemde de boete van 670 euro veel te hoog voor zo een klein vergrijp.';
const COURT = 'Volgens artikel 321 ging het om acht ton. De rechtbank in Groningen besliste anders.';
const DEMAND = 'De officier van justitie in Assen eiste vorige week een celstraf van achttien maanden.';
const TEXT = [FIRST, FINE, COURT, DEMAND, ''].join('\n\n');
/** As somebody else left it: names and a number changed, a paragraph gone. */
const LATER = ['Een nieuwe regel.', FIRST.replace('Willem', 'Wim'), FINE.replace('670', '760'), COURT, ''].join('\n\n');

const sidecar = (editor: Editor): string => savedText(editor.workspace, 'zaak.txt');
const rows = (editor: Editor) => editor.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');

describe('annotations whose words were changed by somebody else', () => {
  it('are told in one message, listed, and put right by keyboard alone', async () => {
    const editor = await Editor.open({ settings: { 'editor.wordWrap': 'on' } });
    const file = path.join(editor.workspace, 'zaak.txt');
    writeFileSync(file, TEXT);
    await editor.openFile('zaak.txt');
    await editor.statusItem('to review');
    await annotate(editor, 'zaak.txt', 'Willem Terpstra', 'Shift+p');
    await annotate(editor, 'zaak.txt', 'boete van 670 euro', 'Shift+c');
    await annotate(editor, 'zaak.txt', 'Groningen', 'Shift+l');
    await annotate(editor, 'zaak.txt', 'Assen', 'Shift+l');
    writeFileSync(file, LATER);

    await editor.toast('zaak.txt has changed: one annotation is in place, 3 need attention.');
    await editor.pressButton('Show Them');
    const pane = editor.page
      .locator('.sidebar .pane', { has: editor.page.locator('.pane-header', { hasText: 'Needs Attention' }) })
      .first();
    await pane.locator('.monaco-list:focus').waitFor();
    const listed = await waitFor('three rows', async () => {
      const seen = await editor.treeRows(pane);
      return seen.length === 3 && seen;
    });
    assert.deepEqual(listed, [
      'Willem Terpstra, text changed, now “Wim Terpstra”',
      'boete van 670 euro, text changed, now “boete van 760 euro”',
      'Assen, not found',
    ]);
    await editor.press('Home', 'Enter');
    await waitFor('the changed words to be selected', async () =>
      (await editor.statusBar()).some((item) => item.includes(`${'Wim Terpstra'.length} selected`)),
    );

    // A number that changed is not ticked: it may be another fine.
    await editor.command('Glossator: Accept Likely Places');
    await rows(editor).first().waitFor();
    await rows(editor).last().click();
    await rows(editor).filter({ hasText: 'a number or a negation is another' }).waitFor();
    await editor.press('Enter');
    await waitFor('the new words on disk', () => sidecar(editor).includes('"Wim Terpstra"'));
    assert.ok(sidecar(editor).includes('"boete van 670 euro"'));

    await editor.select('acht ton');
    await editor.press('Control+.');
    const offer = editor.page.locator('.action-widget .monaco-list-row', { hasText: 'Put “Assen” on the selection' });
    await offer.waitFor();
    await editor.press('Escape');
    await editor.command('Glossator: Place by Hand');
    await editor.page
      .locator('.quick-input-widget:visible', { hasText: 'Which annotation belongs on “acht ton”?' })
      .waitFor();
    await editor.pick('Assen');
    await waitFor('the place by hand on disk', () => sidecar(editor).includes('"acht ton"'));
    await editor.command('Glossator: Undo Last Annotation Change');
    await waitFor('the old words on disk', () => sidecar(editor).includes('"Assen"'));
    await editor.command('Glossator: Keep Although Its Words Are Gone');
    await waitFor('that it is kept', () => sidecar(editor).includes('kept: true'));
    await waitFor('one row', async () => (await editor.treeRows(pane)).length === 1);
    await editor.close();
  });

  it('that may stand in several places show each in its context', async () => {
    const editor = await Editor.open({ settings: { 'editor.wordWrap': 'on' } });
    writeFileSync(path.join(editor.workspace, 'zaak.txt'), TEXT);
    const written =
      'glossator: 1\n\nannotations:\n  anna:\n    k1111111:\n      type: person\n      quote: "Terpstra"\n\nrejected:\n';
    writeFileSync(path.join(editor.workspace, 'zaak.txt.annotations.yaml'), written);
    await editor.openFile('zaak.txt');
    await editor.statusItem('1 annotation');
    await editor.problems('An annotation has several possible places: “Terpstra”');
    assert.equal(sidecar(editor), written, 'opening writes nothing');
    await editor.clickText('Terpstra');
    await editor.press('Control+.');
    const offers = editor.page.locator('.action-widget .monaco-list-row', { hasText: 'Put “Terpstra” here' });
    await offers.first().waitFor();
    assert.equal(await offers.count(), 2);
    await offers.filter({ hasText: 'ontkent' }).last().click();
    await waitFor('a position on disk', () => /after: " ontkent/.test(sidecar(editor)));
    await editor.close();
  });

  it('in several sources are put right at once, and taken back at once', async () => {
    const editor = await Editor.open({ settings: { 'editor.wordWrap': 'on' } });
    const saved = (name: string) => savedText(editor.workspace, name);
    const file = (name: string) => path.join(editor.workspace, name);
    const both = ['zaak.txt', 'tweede.txt'];
    // Go to File does not list what is made after it was used first.
    for (const name of both) writeFileSync(file(name), TEXT);
    for (const name of both) {
      await editor.openFile(name);
      await editor.statusItem('to review');
      await annotate(editor, name, 'Willem Terpstra', 'Shift+p');
    }
    for (const name of both) writeFileSync(file(name), LATER);
    await editor.toast('2 sources have changed: all 2 annotations need attention.');
    const counts = await editor.statusItem(/1 annotation, \d+ to review, 1 needs attention/);
    await counts.click();
    const list = editor.page.locator('.sidebar .pane', {
      has: editor.page.locator('.pane-header', { hasText: 'Needs Attention' }),
    });
    await list.first().locator('.monaco-list-row', { hasText: 'now “Wim Terpstra”' }).first().waitFor();
    await list.first().locator('.monaco-list:focus').waitFor();

    await editor.command('Glossator: Accept Likely Places');
    await rows(editor).first().waitFor();
    await rows(editor).last().click();
    await rows(editor).filter({ hasText: 'tweede.txt' }).first().waitFor();
    await editor.press('Enter');
    await waitFor('both on disk', () => both.every((name) => saved(name).includes('"Wim Terpstra"')));
    await editor.command('Glossator: Undo Last Annotation Change');
    await waitFor('neither on disk', () => both.every((name) => saved(name).includes('quote: "Willem Terpstra"')));
    await editor.close();
  });
});
