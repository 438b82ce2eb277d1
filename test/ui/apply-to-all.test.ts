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
/** Sources with enough text that looking through them lasts. */
const VERY_MANY = 1_500;

const longSources = (count: number): Readonly<Record<string, string>> => {
  const filler = 'De krant schreef over de haven, en over wie er werkt. '.repeat(60);
  return Object.fromEntries(
    Array.from({ length: count }, (_, k) => [
      `bron-${String(k).padStart(4, '0')}.txt`,
      `Bericht ${k}. De rechter sprak van een schijnproces, en de krant schreef dat over.\n\n${filler}\n`,
    ]),
  );
};

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
const notification = (editor: Editor, words: string) =>
  editor.page.locator('.notifications-toasts .notification-list-item', { hasText: words });
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
    // A key that comes before the view listens goes nowhere.
    await waitFor('one box to be unticked', async () => {
      const ticked = await occurrences(editor).innerText();
      if (ticked.includes('3 ticked')) await editor.press('Space');
      return ticked.includes('2 ticked');
    });
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

describe('Ctrl+Enter before the preview has the focus', () => {
  it('adds no line to a source and applies nothing unseen, but leads to the preview', async () => {
    const editor = await openOn({ ...longSources(MANY), 'glossary.yaml': GLOSSARY });
    const text = (): string => readFileSync(path.join(editor.workspace, 'bron-0300.txt'), 'utf8');
    const before = text();
    const untouched = async (): Promise<void> => {
      assert.ok((await editor.visibleText()).startsWith('Bericht 300. De rechter'), 'the text in the editor');
      assert.equal(text(), before);
      assert.ok(readdirSync(editor.workspace).every((name) => !name.endsWith('.annotations.yaml')));
    };
    await editor.openFile('bron-0300.txt');
    await editor.command('Glossator: Apply Glossary Term to All Occurrences');
    await editor.quickPickRow('schijnproces').waitFor();
    await editor.press('Enter');
    await whichRendering(editor);
    await editor.press('Enter');
    await notification(editor, 'Looking for').waitFor();
    await editor.press('Control+Enter', 'Control+Enter');
    await previewed(editor, 'schijnproces');
    await untouched();

    await editor.activeEditor().click({ position: { x: 300, y: 30 } });
    await editor.press('Control+Enter');
    await previewed(editor, 'schijnproces');
    await untouched();
    await picture(editor, '6-led-to-the-preview');
    await editor.press('Escape');
    await waitFor('the preview to close', async () => (await occurrences(editor).count()) === 0);
    await waitFor('the key to be the editor’s again', async () => {
      await editor.activeEditor().click({ position: { x: 300, y: 10 } });
      await editor.press('Control+Enter');
      return (await editor.visibleText()).split('\n')[2] === '';
    });
    await editor.close();
  });
});

describe('work on very many sources', () => {
  let editor: Editor;
  const cancel = async (title: string): Promise<void> => {
    await notification(editor, title).waitFor();
    await picture(editor, `7-${title}`);
    await notification(editor, title).locator('.monaco-button', { hasText: 'Cancel' }).click();
  };
  const told = async (words: string): Promise<void> => {
    await editor.statusItem(words);
    await picture(editor, `8-${words.replaceAll(/\W+/g, '-')}`);
    assert.equal(await editor.page.locator('.notifications-toasts .notification-list-item').count(), 0);
    assert.ok(readdirSync(editor.workspace).every((name) => !name.endsWith('.annotations.yaml')));
  };
  before(async () => {
    editor = await openOn({ ...longSources(VERY_MANY), 'glossary.yaml': GLOSSARY });
  });
  after(() => editor.close());

  it('can be stopped while the report is made: no page is shown, and the next one is whole', async () => {
    await editor.command('Glossator: Translation Notes Report');
    await cancel('Gathering translation notes');
    await told('no report was made');
    assert.equal(await editor.page.locator('.tab', { hasText: 'Translation Notes' }).count(), 0);
  });

  it('can be stopped while occurrences are looked for: none is shown, and the next search finds all', async () => {
    const search = async (): Promise<void> => {
      await editor.command('Glossator: Apply Glossary Term to All Occurrences');
      await editor.quickPickRow('schijnproces').waitFor();
      await editor.press('Enter');
      await whichRendering(editor);
      await editor.press('Enter');
    };
    await search();
    await cancel('Looking for');
    await told('Stopped looking for “schijnproces”');
    assert.equal(await occurrences(editor).count(), 0);
    await search();
    await waitFor(
      'all of the places',
      async () => (await occurrences(editor).innerText()).includes(`${VERY_MANY} ticked`),
      60_000,
    );
    await editor.press('Escape');
    await editor.command('Glossator: Translation Notes Report');
    assert.match(await (await editor.webview('main')).innerText(), /No passage has been translated yet/);
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
    const applying = notification(editor, 'Applying');
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
