import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { appears, Editor, waitFor } from './driver';
import { annotate, annotationFile, savedEntries, savedText } from './saved-annotations';

const TEXT = [
  'Advocaat Willem Terpstra uit Leeuwarden wordt verdacht van verduistering. Terpstra ontkent.',
  '',
  'Geen spijt',
  '',
  'Volgens artikel 321 ging het om acht ton. De rechtbank in Groningen besliste anders.',
  '',
].join('\n');

/** A window on an article of our own with two annotations. */
const annotatedCase = async (): Promise<Editor> => {
  const editor = await Editor.open();
  writeFileSync(path.join(editor.workspace, 'zaak.txt'), TEXT);
  await editor.openFile('zaak.txt');
  await editor.statusItem('to review');
  await annotate(editor, 'zaak.txt', 'Willem Terpstra', 'Shift+p');
  await annotate(editor, 'zaak.txt', 'Groningen', 'Shift+l');
  return editor;
};

const sidecar = (editor: Editor, source: string): string => annotationFile(editor.workspace, source);
const has = (editor: Editor, source: string, words: string): boolean =>
  savedText(editor.workspace, source).includes(`"${words}"`);
const quotesOf = (editor: Editor, source: string): readonly unknown[] =>
  savedEntries(editor.workspace, source).map(({ quote }) => quote);
const row = (editor: Editor, name: string): Locator =>
  editor.page.locator(`.explorer-folders-view .monaco-list-row[aria-label="${name}"]`).first();

const rename = async (editor: Editor, from: string, to: string): Promise<void> => {
  const box = editor.page.locator('.explorer-folders-view .monaco-inputbox input');
  // The list may be drawn anew between the click and the key.
  await waitFor('the box for the new name', async () => {
    await row(editor, from).click();
    await editor.press('F2');
    return appears(box, 2_000);
  });
  await editor.press('Control+a');
  await editor.type(to);
  await editor.press('Enter');
};

/** Copies what `choose` selects, and pastes it beside itself; keys that came while the list was drawn anew are pressed again. */
const paste = (editor: Editor, choose: () => Promise<void>, made: string): Promise<true> =>
  waitFor(
    made,
    async () => {
      await choose();
      await editor.press('Control+c', 'Control+v');
      return waitFor('what was pasted', () => existsSync(path.join(editor.workspace, made)), 5_000);
    },
    40_000,
  );

/** Saves what is in front under another name, through VS Code's own box. */
const saveAs = async (editor: Editor, name: string): Promise<void> => {
  await editor.command('File: Save As...');
  // The box fills itself once it has looked at the folder.
  await waitFor('its suggestion', async () => (await editor.quickInput().inputValue()).endsWith('zaak.txt'));
  const target = path.join(editor.workspace, name);
  await waitFor('the new name', async () => {
    await editor.quickInput().fill(target);
    await editor.page
      .locator('.quick-input-widget:visible .monaco-list-row')
      .first()
      .waitFor({ timeout: 500 })
      .catch(() => undefined);
    return (await editor.quickInput().inputValue()) === target;
  });
  await editor.press('Enter');
};

describe('an annotation file in the Explorer', () => {
  it('follows its source without a question, back with an undo, into a copy of both, and is offered after Save As', async () => {
    const editor = await annotatedCase();
    await rename(editor, 'zaak.txt', 'nieuw.txt');
    await waitFor('the annotations under the new name', () => has(editor, 'nieuw.txt', 'Groningen'));
    assert.equal(existsSync(sidecar(editor, 'zaak.txt')), false);
    await editor.tab('nieuw.txt').waitFor();
    await editor.statusItem('2 annotations');
    await row(editor, 'nieuw.txt').click();
    await editor.press('Control+z');
    await waitFor('the annotations under the old name', () => has(editor, 'zaak.txt', 'Groningen'));

    await editor.tab('zaak.txt').waitFor();
    await editor.statusItem('2 annotations');
    const selected = editor.page.locator('.explorer-folders-view .monaco-list-row.selected');
    const chooseBoth = async (): Promise<void> => {
      await row(editor, 'zaak.txt').click();
      await editor.page.keyboard.down('Control');
      await row(editor, 'zaak.txt.annotations.yaml').click();
      await editor.page.keyboard.up('Control');
      await waitFor('both to be selected', async () => (await selected.count()) === 2, 5_000);
    };
    await paste(editor, chooseBoth, 'zaak copy.txt');
    await waitFor('the copy with its annotations', () => has(editor, 'zaak copy.txt', 'Groningen'));
    assert.equal(existsSync(path.join(editor.workspace, 'zaak.txt.annotations copy.yaml')), false);
    assert.ok(has(editor, 'zaak.txt', 'Groningen'));

    await editor.openFile('zaak.txt');
    await editor.goTo(3, 1);
    await editor.type('Veel ');
    await saveAs(editor, 'elders.txt');
    await editor.toast('elders.txt has the text of zaak.txt');
    await editor.pressButton('Copy Them');
    await waitFor('the annotations of the text under its new name', () => has(editor, 'elders.txt', 'Groningen'));
    assert.ok(has(editor, 'zaak.txt', 'Groningen'));
    await editor.statusItem('2 annotations');
    await editor.close();
  });

  it('is offered to a copy of the source alone, and kept when the source goes', async () => {
    const editor = await annotatedCase();
    await paste(editor, () => row(editor, 'zaak.txt').click(), 'zaak copy.txt');
    await editor.toast('zaak copy.txt has the text of zaak.txt, which has annotations.');
    await editor.pressButton('Copy Them');
    await waitFor('the annotations of the copy', () => has(editor, 'zaak copy.txt', 'Groningen'));
    await editor.statusItem('2 annotations');

    await row(editor, 'zaak.txt').click();
    await editor.press('Delete');
    await editor.pressButton('Delete');
    const told = await editor.toast('its annotations are kept in zaak.txt.annotations.yaml');
    assert.match(told, /Keep\s+Delete Annotations Too/);
    await editor.pressButton('Keep');
    assert.ok(has(editor, 'zaak.txt', 'Groningen'));

    await rename(editor, 'zaak copy.txt', 'zaak.txt');
    await editor.toast('There were annotations of an earlier zaak.txt.');
    assert.ok(has(editor, 'zaak copy.txt', 'Groningen'), 'nothing is written over unasked');
    await editor.pressButton('Use Those of zaak copy.txt');
    await waitFor('one annotation file', () => !existsSync(sidecar(editor, 'zaak copy.txt')));
    assert.ok(has(editor, 'zaak.txt', 'Groningen'));
    await editor.close();
  });

  it('is offered to its source that was moved by another program, and takes in what cloud storage left beside it', async () => {
    const editor = await annotatedCase();
    await editor.command('View: Close All Editors');
    mkdirSync(path.join(editor.workspace, 'map'));
    renameSync(path.join(editor.workspace, 'zaak.txt'), path.join(editor.workspace, 'map/verhuisd.txt'));
    await row(editor, 'map').click();
    await row(editor, 'verhuisd.txt').dblclick();
    await editor.toast('verhuisd.txt has the text of zaak.txt, which is gone. Its annotations are still there.');
    await editor.pressButton('Take Them Along');
    await waitFor('the annotations beside it', () => has(editor, 'map/verhuisd.txt', 'Groningen'));
    await editor.statusItem('2 annotations');

    const own = readFileSync(sidecar(editor, 'map/verhuisd.txt'), 'utf8');
    const copy = sidecar(editor, 'map/verhuisd.txt').replace('.yaml', ' (Bram’s conflicted copy 2026-11-21).yaml');
    const theirs = own.replace(/^( {4})[a-z0-9]{8}:$/mu, '$1k3333333:').replaceAll('"Willem Terpstra"', '"Terpstra"');
    writeFileSync(copy, theirs);
    await editor.toast('There is a second version of the annotations of verhuisd.txt');
    await editor.pressButton('Merge');
    await waitFor('both', () => has(editor, 'map/verhuisd.txt', 'Terpstra'));
    assert.ok(has(editor, 'map/verhuisd.txt', 'Willem Terpstra'));
    await waitFor('the copy to be gone', () => !existsSync(copy));
    await editor.close();
  });

  it('loses nothing when its source is written over by Save As of another, open or closed, and says so', async () => {
    const editor = await annotatedCase();
    const overwrite = async (name: string): Promise<void> => {
      await saveAs(editor, name);
      await editor.page.locator('.quick-input-widget:visible', { hasText: 'overwrite' }).waitFor();
      await editor.press('Enter');
      await editor.toast(`${name} has the text of zaak.txt now. The annotations of its earlier text are kept`);
    };
    for (const name of ['ander.txt', 'derde.txt']) {
      writeFileSync(
        path.join(editor.workspace, name),
        'Rechter Sietske Bouma sprak in Sneek een man vrij van oplichting.\n',
      );
      // Not by Ctrl+P, which goes on with the list of files that it made for the first source.
      await row(editor, name).dblclick();
      await editor.tab(name).waitFor();
      await editor.statusItem('to review');
      await annotate(editor, name, 'Sietske Bouma', 'Shift+p');
    }
    await editor.command('View: Close Editor');
    await editor.openFile('zaak.txt');
    await editor.statusItem('2 annotations');

    await overwrite('derde.txt');
    await editor.pressButton('Leave Them');
    assert.deepEqual(quotesOf(editor, 'derde.txt'), ['Sietske Bouma']);
    await editor.page.getByRole('tab', { name: /Glossator.* 1 annotation needs attention/ }).waitFor();

    await editor.openFile('zaak.txt');
    await editor.goTo(3, 1);
    await editor.type('Veel ');
    await overwrite('ander.txt');
    await editor.keepEvidence('save-as-over');
    assert.deepEqual(quotesOf(editor, 'ander.txt'), ['Sietske Bouma']);
    await editor.pressButton('Use Those of zaak.txt');
    await waitFor('those of zaak.txt', () => has(editor, 'ander.txt', 'Groningen'));
    await editor.statusItem('2 annotations');
    assert.ok(has(editor, 'zaak.txt', 'Groningen'));
    await editor.command('Glossator: Restore Annotations');
    await editor.pick('one annotation');
    await editor.pressButton('Restore');
    await waitFor('its own again', () => has(editor, 'ander.txt', 'Sietske Bouma'));
    await editor.close();
  });
});
