import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { Editor, waitFor } from './driver';
import { annotate, savedText } from './saved-annotations';

const ARTICLE = 'proefbericht.txt';
const TEXT = [
  ' date 2024-02 Advocaat Willem Terpstra uit Leeuwarden wordt verdacht van verduistering. Terpstra ontkent.',
  '',
  'Geen spijt',
  '',
  'Volgens artikel 321 ging het om acht ton. De rechtbank in Groningen besliste anders.',
  '',
].join('\n');
const quiet = { 'glossator.offerFolderSetup': false };

const read = (editor: Editor, name: string): string => readFileSync(path.join(editor.workspace, name), 'utf8');
const sidecar = (editor: Editor): string => savedText(editor.workspace, ARTICLE);

/** A window on the samples and one article of our own that nobody has annotated. */
const open = async (settings: Readonly<Record<string, unknown>> = quiet): Promise<Editor> => {
  const editor = await Editor.open({ settings });
  writeFileSync(path.join(editor.workspace, ARTICLE), TEXT);
  return editor;
};

/** Fills the input box with this title, and leaves it open. */
const fillIn = async (editor: Editor, title: string, text: string): Promise<void> => {
  const box = editor.page.locator('.quick-input-widget:visible', {
    has: editor.page.locator('.quick-input-title', { hasText: title }),
  });
  await box.locator('.quick-input-box input').fill(text);
};

/** The pane of one of our views, opened in the side bar. */
const paneOf = async (editor: Editor, title: string): Promise<Locator> => {
  const container = editor.page.locator('.activitybar .action-item', {
    has: editor.page.locator('[aria-label^="Glossator"]'),
  });
  if (
    (await container.first().getAttribute('aria-expanded')) !== 'true' &&
    !(await editor.page.locator('.sidebar .pane-header', { hasText: title }).count())
  ) {
    await container.first().click();
  }
  const pane = editor.page
    .locator('.sidebar .pane', { has: editor.page.locator('.pane-header', { hasText: title }) })
    .first();
  await pane.waitFor();
  return pane;
};

const rowOf = (pane: Locator, text: string | RegExp): Locator =>
  pane.locator('.monaco-list-row').filter({ hasText: text }).first();

/** Clicks a row once the rows of its pane keep their places. */
const clickRow = async (editor: Editor, pane: Locator, text: string): Promise<void> => {
  await rowOf(pane, text).waitFor();
  await editor.steady(pane.locator('.monaco-list-row'));
  await rowOf(pane, text).click();
};

/** Clicks the action that a row shows under the pointer. */
const inline = async (editor: Editor, pane: Locator, text: string, action: string): Promise<void> => {
  const row = rowOf(pane, text);
  await row.waitFor();
  await editor.steady(pane.locator('.monaco-list-row'));
  await row.hover();
  await row.locator(`.action-label[aria-label^="${action}"]`).first().click();
};

describe('the views of the side bar', () => {
  it('list the sources with readable titles, and what is marked in the one that is open', async () => {
    const editor = await open();
    const sources = await paneOf(editor, 'Sources');
    await rowOf(sources, 'Hoger beroep in adressenzaak').waitFor();
    const rows = await waitFor('dates and languages', async () => {
      const seen = await editor.treeRows(sources);
      return seen.some((row) => row.includes('2024-02')) && seen.some((row) => row.includes('EN')) ? seen : undefined;
    });
    assert.ok(
      rows.some((row) => row.includes('Advocaat Willem Terpstra uit Leeuwarden wordt verdacht')),
      rows.join('\n'),
    );

    await clickRow(editor, sources, 'Advocaat Willem Terpstra');
    const here = await paneOf(editor, 'This Source');
    await inline(editor, here, 'Willem Terpstra', 'Accept');
    await waitFor('the annotation on disk', () => sidecar(editor).includes('"Willem Terpstra"'));
    await waitFor('the group to count it', async () =>
      (await editor.treeRows(here)).some((row) => /^People, 1, and \d+ suggested/.test(row)),
    );
    await waitFor('the progress of the source', async () =>
      (await editor.treeRows(sources)).some((row) => /1 annotated, \d+ to review/.test(row)),
    );

    await inline(editor, here, 'Leeuwarden', 'Reject');
    await waitFor('the rejection on disk', () => /rejected:[^]*"Leeuwarden"/.test(sidecar(editor)));

    await clickRow(editor, here, 'Willem Terpstra');
    await waitFor('the words to be selected', async () =>
      (await editor.statusBar()).some((item) => item.includes(`${'Willem Terpstra'.length} selected`)),
    );
    await inline(editor, here, 'Willem Terpstra', 'Delete');
    await waitFor(
      'the annotation to be gone',
      () => !/annotations:[^]*"Willem Terpstra"[^]*rejected:/.test(sidecar(editor)),
    );
    await editor.close();
  });

  it('name what has lost its place, show its likeliest one, and count it on the activity bar', async () => {
    const editor = await open();
    await editor.openFile(ARTICLE);
    await editor.statusItem(/0 annotations, [1-9]/);
    await annotate(editor, ARTICLE, 'Geen spijt', 'Shift+p');
    await annotate(editor, ARTICLE, 'verduistering', 'Shift+c');
    const file = path.join(editor.workspace, ARTICLE);
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('Geen spijt', 'Wel spijt').replace('verduistering', 'niets'),
    );
    const attention = await paneOf(editor, 'Needs Attention');
    // What is certain is shown at once; the likeliest place of what has changed is looked for after that.
    for (const begins of [/^verduistering, /u, /text changed, now “Wel spijt”/u])
      await waitFor(`a row with ${begins.source}`, async () => {
        const rows = await editor.treeRows(attention);
        if (!rows.some((row) => begins.test(row))) throw new Error(rows.join('\n'));
        return true;
      });
    await editor.page.locator('.activitybar .badge-content', { hasText: '2' }).first().waitFor();
    await clickRow(editor, attention, 'Geen spijt');
    await waitFor('the changed words to be selected', async () =>
      (await editor.statusBar()).some((item) => item.includes(`${'Wel spijt'.length} selected`)),
    );
    await editor.close();
  });

  it('say what to do where no folder is open', async () => {
    const editor = await open();
    const address = new URL(editor.page.url());
    address.search = '?ew=true';
    await editor.page.goto(address.href);
    await waitFor(
      'the window without a folder',
      async () => (await editor.page.locator('.statusbar-item').count()) > 2,
    );
    const sources = await paneOf(editor, 'Sources');
    await sources.getByText('Open the folder that holds your source texts.').waitFor();
    await sources.locator('.monaco-button', { hasText: 'Open Folder' }).waitFor();
    await editor.command('Glossator: Set Up This Folder');
    assert.match(await editor.toast('folder'), /Open the folder with your sources first/);
    await editor.close();
  });
});

describe('the forms', () => {
  it('fill in what is known of a source, and refuse what can’t be', async () => {
    const editor = await open();
    await editor.openFile(ARTICLE);
    await editor.statusItem('to review');
    await editor.command('Glossator: Edit Source Details');
    const list = editor.page.locator('.quick-input-widget:visible');
    await list.getByText('2024-02 (the text says so').waitFor();
    await editor.pick('Title');
    await editor.answer('De advocaat', 'Title');
    await waitFor('the title on disk', () => sidecar(editor).includes('title: "De advocaat"'));
    // The next that is missing is offered: Enter opens it.
    await list
      .getByText('Not known yet')
      .or(list.locator('input[placeholder^="Not known yet: publication"]'))
      .first()
      .waitFor();
    await editor.pick('Date');
    await fillIn(editor, 'Date', '2024-13');
    await list.getByText('Type a date of the calendar').waitFor();
    await editor.press('Enter');
    await list.getByText('Type a date of the calendar').waitFor();
    await editor.press('Escape');

    await editor.command('Glossator: Edit Source Details');
    await list.getByText('Typed and not yet confirmed: 2024-13').waitFor();
    await editor.pick('Date');
    await editor.answer('2024-02-18', 'Date');
    await waitFor('the date on disk', () => sidecar(editor).includes('date: "2024-02-18"'));
    await editor.press('Escape');
    await editor.command('Glossator: Undo Last Annotation Change');
    await waitFor('the date to be taken back', () => !sidecar(editor).includes('2024-02-18'));
    assert.ok(sidecar(editor).includes('title: "De advocaat"'));
    await editor.close();
  });

  it('keep what a source says of a charge apart from what the researcher adds', async () => {
    const editor = await open();
    await editor.openFile(ARTICLE);
    await editor.statusItem(/0 annotations, [1-9]/);
    await editor.select('verduistering');
    await editor.press('Control+k', 'Shift+c');
    await waitFor('the charge on disk', () => sidecar(editor).includes('"verduistering"'));
    await editor.command('Glossator: Edit Charge Details');
    const list = editor.page.locator('.quick-input-widget:visible');
    await editor.pick('Stage');
    await editor.pick('convicted');
    await waitFor('the stage on disk', () => sidecar(editor).includes('stage: convicted'));
    await editor.pick('Laid to');
    await fillIn(editor, 'Laid to', 'Willem Terpstra');
    await list.getByText('These words are in the text').waitFor();
    await editor.press('Enter');
    await waitFor('a quotation', () => /against:[\s{]*quote: "Willem Terpstra"/.test(sidecar(editor)));
    await editor.pick('Law');
    await fillIn(editor, 'Law', 'art. 322 Sr');
    await list.getByText('kept as your addition').waitFor();
    await editor.press('Enter');
    await waitFor('an addition', () => /law:[\s{]*added: "art\. 322 Sr"/.test(sidecar(editor)));
    await editor.close();
  });
});

describe('a folder that is set up', () => {
  it('is offered once, shows what it writes, protects its sources, and lets single keys annotate', async () => {
    const editor = await open({ 'glossator.offerFolderSetup': true });
    await editor.openFile(ARTICLE);
    await editor.toast('a folder of sources?');
    await editor.pressButton('Set Up…');
    const list = editor.page.locator('.quick-input-widget:visible');
    await list.getByText('files.readonlyInclude').first().waitFor();
    await editor.press('Enter');
    await editor.toast('is set up');
    await editor.pressButton('Undo');
    await waitFor(
      'the settings to be taken back',
      () => !read(editor, '.vscode/settings.json').includes('readonlyInclude'),
    );

    await editor.command('Glossator: Set Up This Folder');
    await list.getByText('files.readonlyInclude').first().waitFor();
    await editor.press('Enter');
    await editor.toast('is set up');
    const settings = JSON.parse(read(editor, '.vscode/settings.json')) as Record<string, unknown>;
    assert.equal(settings['glossator.sourcesReadOnly'], true);
    assert.deepEqual(settings['files.readonlyInclude'], { '**/*.txt': true });

    await editor.statusItem('P person, L place, C charge');
    await editor.select('Willem Terpstra');
    await editor.press('p');
    await waitFor('the person on disk', () => sidecar(editor).includes('"Willem Terpstra"'));
    assert.equal(read(editor, ARTICLE), TEXT);

    await editor.command('Glossator: Correct Source Text');
    await editor.statusItem('Correcting the text');
    await editor.goTo(3, 1);
    await editor.press('p');
    await waitFor('a letter that is typed', async () => (await editor.visibleText()).includes('pGeen'));
    await editor.press('Control+z');
    await editor.close();
  });
});
