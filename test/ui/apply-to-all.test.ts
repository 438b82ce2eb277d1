/** A rendering is given to all occurrences by keyboard alone, from the Glossary view and from the palette, and is stopped half-way. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../workbench/installation';
import { Editor, readingSettings, waitFor } from './driver';

const SOURCES: Readonly<Record<string, string>> = {
  'een.txt':
    'De man wordt verdacht van het zaaien van haat, schrijft de krant. Hij heeft geen haat gezaaid, zegt hij.\n',
  'twee.txt': 'Twee broers zaaiden haat op het internet, zei de rechter. Het schijnproces duurde drie dagen.\n',
};
const GLOSSARY = `glossator: 1
terms:
  schijnproces: { rendering: [show trial, sham trial] }
  zaaien van haat: { rendering: inciting hatred }
`;
const MANY = 600;

const openOn = (sources: Readonly<Record<string, string>>): Promise<Editor> =>
  Editor.open({
    settings: { ...readingSettings, 'glossator.author': 'anna' },
    arrange: (folder) => {
      for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true });
      for (const [name, text] of Object.entries(sources)) writeFileSync(path.join(folder, name), text);
    },
  });
const picture = (editor: Editor, name: string) =>
  editor.screenshot(path.join(repository, 'out/ui/apply', `${name}.png`));
const occurrences = (editor: Editor) => editor.page.locator('.pane', { hasText: 'Occurrences' }).last();
/** Waits for the rows and for the focus among them: keys that come sooner go to the text. */
const previewed = (editor: Editor, words: string) =>
  waitFor(`an occurrence with ${words}, and the focus`, async () => {
    const rows = await editor.treeRows(occurrences(editor));
    const isFocused: boolean = await occurrences(editor).evaluate((pane) =>
      pane.contains(pane.ownerDocument.activeElement?.closest('.monaco-list') ?? null),
    );
    return isFocused && rows.some((row) => row.includes(words)) && rows;
  });
const whichRendering = (editor: Editor) =>
  editor.page.locator('.quick-input-widget:visible', { hasText: 'Which rendering?' }).waitFor();
const notesOf = (editor: Editor, name: string): string => {
  const file = path.join(editor.workspace, `${name}.annotations.yaml`);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};
const countIn = (text: string, words: string): number => text.split(words).length - 1;

describe('applying a rendering to all occurrences, by keyboard alone', () => {
  let editor: Editor;
  const written = (name: string) => notesOf(editor, name);
  /** Puts the focus on a row of the Glossary view, as arrow keys do. */
  const focusTerm = async (name: string): Promise<void> => {
    const tree = editor.page.locator('.pane', { hasText: 'Glossary' }).last().locator('.monaco-list').first();
    const focused = tree.locator('.monaco-list-row.focused');
    await waitFor(
      'the focus in the Glossary view',
      async () => {
        await editor.command('Glossator: Focus on Glossary View');
        await tree.locator('.monaco-list-row', { hasText: name }).waitFor({ timeout: 5_000 });
        return tree.evaluate((element) => element === element.ownerDocument.activeElement);
      },
      40_000,
    );
    await editor.press('Home');
    await waitFor(`the row ${name}`, async () => {
      if ((await focused.getAttribute('aria-label', { timeout: 1_000 }))?.startsWith(name)) return true;
      await editor.press('ArrowDown');
      return false;
    });
  };

  before(async () => {
    editor = await openOn({ ...SOURCES, 'glossary.yaml': GLOSSARY });
    await editor.openFile('een.txt');
    await editor.highlights();
  });
  after(() => editor.close());

  it('begins at the row of a term with the shortcut, and leaves out what is unticked', async () => {
    await focusTerm('zaaien van haat');
    await editor.press('Control+k', 'Shift+g');
    const rows = await previewed(editor, 'zaaiden haat');
    assert.ok(
      rows.some((row) => row.includes('haat gezaaid, zegt hij') && row.includes('another form')),
      rows.join('\n'),
    );
    await picture(editor, '1-from-the-view');
    await editor.press('Space');
    await waitFor('one box to be unticked', async () => (await occurrences(editor).innerText()).includes('2 ticked'));
    await editor.press('Control+Enter');
    await editor.toast('2 places are rendered');
    assert.match(written('twee.txt'), /rendering: "?inciting hatred/);
    assert.equal(countIn(written('een.txt'), 'inciting hatred'), 1);
  });

  it('begins at the menu of that row', async () => {
    await focusTerm('zaaien van haat');
    await editor.press('Shift+F10');
    const menu = editor.page.locator('.context-view .monaco-menu').first();
    await menu.waitFor();
    await picture(editor, '2-menu');
    const entry = menu.locator('.action-item.focused', { hasText: 'Apply Rendering to All Occurrences' });
    await waitFor('the entry', async () => {
      if ((await entry.count()) > 0) return true;
      await editor.press('ArrowDown');
      return false;
    });
    await editor.press('Enter');
    await previewed(editor, 'rendered so already');
    await editor.press('Control+Enter');
    await waitFor('the one that was left out', () => countIn(written('een.txt'), 'inciting hatred') === 2);
  });

  it('begins in the palette, with a term and one of its renderings', async () => {
    await editor.command('Glossator: Apply Glossary Term to All Occurrences');
    await editor.quickPickRow('schijnproces').waitFor();
    await picture(editor, '3-term');
    await editor.quickInput().fill('schijn');
    await editor.press('Enter');
    await whichRendering(editor);
    await editor.press('ArrowDown', 'Enter');
    await previewed(editor, 'schijnproces');
    await editor.press('Control+Enter');
    await waitFor('the rendering', () => written('twee.txt').includes('sham trial'));
  });
});

describe('applying a rendering to very many occurrences', () => {
  it('can be stopped: what is written by then stays, is counted, and is taken back as one step', async () => {
    const many = Array.from({ length: MANY }, (_, k) => [
      `bron-${String(k).padStart(3, '0')}.txt`,
      `Bericht ${k}. De rechter sprak van een schijnproces, en de krant schreef dat over.\n`,
    ]);
    const editor = await openOn({ ...Object.fromEntries(many), 'glossary.yaml': GLOSSARY });
    const written = (): number =>
      readdirSync(editor.workspace).filter((name) => name.endsWith('.annotations.yaml')).length;
    await editor.openFile('bron-300.txt');
    await editor.highlights().catch(() => undefined);
    await editor.command('Glossator: Apply Glossary Term to All Occurrences');
    await editor.quickPickRow('schijnproces').waitFor();
    await editor.press('Enter');
    await whichRendering(editor);
    await editor.press('Enter');
    await previewed(editor, 'schijnproces');
    await editor.press('Control+Enter');
    const applying = editor.page.locator('.notifications-toasts .notification-list-item', { hasText: 'Applying' });
    await applying.waitFor();
    await waitFor('some to be written', () => written() > 20);
    await picture(editor, '4-applying');
    await applying.locator('.monaco-button', { hasText: 'Cancel' }).click();
    const said = await editor.toast('Stopped');
    const [, done] = /Stopped: (\d+) of 600 places/.exec(said) ?? [];
    await picture(editor, '5-stopped');
    assert.ok(Number(done) >= 20 && Number(done) < MANY, said);
    assert.equal(written(), Number(done));
    await editor.page.waitForTimeout(500);
    assert.equal(written(), Number(done), 'nothing goes on in secret');
    await editor.pressButton('Undo');
    await waitFor('all of it to be taken back', () =>
      readdirSync(editor.workspace).every((name) => !notesOf(editor, name).includes('show trial')),
    );
    await editor.close();
  });
});
