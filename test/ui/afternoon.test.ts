/**
 * A researcher's afternoon: two Dutch articles and an English one are read, rendered, made consistent, cited and reported,
 * by keyboard, in an editor that has the VSIX installed. The stages follow one another in one window.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../workbench/installation';
import { Editor, readingSettings, waitFor } from './driver';
import { savedEntries, savedText } from './saved-annotations';

const TRIAL = 'drukker-voor-de-rechter.txt';
const APPEAL = 'hoger-beroep-drukker.txt';
const ENGLISH = 'printer-in-court.txt';
const ARTICLES: Readonly<Record<string, string>> = {
  [TRIAL]: `De Haarlemse Bode, 6 maart 2019

De rechtbank in Haarlem behandelde woensdag de zaak tegen Pieter Brandsma. De drukker wordt verdacht van opruiing.

Volgens de krant zou hij in zijn blad haat hebben gezaaid tegen de burgemeester. Zijn advocaat, Marijke Visser, spreekt van een schijnproces.

Brandsma hangt de zaak liever niet aan de grote klok. Het openbaar ministerie eist een taakstraf van 120 uur.
`,
  [APPEAL]: `De Haarlemse Bode, 14 november 2019

Pieter Brandsma werd in maart veroordeeld wegens opruiing. Wie haat zaait, moet daarvoor boeten, zei de rechter toen.

Het gerechtshof in Amsterdam noemde de taakstraf terecht. Van een schijnproces was geen sprake.
`,
  [ENGLISH]: `The Haarlem Messenger, 7 March 2019

On Wednesday the court in Haarlem heard the case against Pieter Brandsma. The printer is suspected of sedition.

His lawyer, Marijke Visser, speaks of a show trial. The Dutch paper wrote: “Hij zou haat hebben gezaaid tegen de burgemeester.” He denied it.
`,
};
const IDIOM = ['hangt', 'liever niet aan de grote klok'];

describe('a researcher’s afternoon', function () {
  this.bail(true);
  let editor: Editor;

  const notes = (name: string) => savedEntries(editor.workspace, name);
  const renderings = (name: string) =>
    notes(name)
      .map(({ quote, rendering }) => `${[quote].flat().join(' … ')} = ${rendering ?? ''}`)
      .toSorted();
  const written = (name: string, rendering: string) =>
    waitFor(`“${rendering}” in the annotation file of ${name}`, () =>
      notes(name).find((each) => each.rendering === rendering),
    );
  const inSight = (words: string) =>
    waitFor(`“${words}” in sight`, async () => (await editor.visibleText()).replaceAll('\n', '').includes(words));
  const picture = (stage: string) => editor.screenshot(path.join(repository, 'out/ui/afternoon', `${stage}.png`));

  /** The words, the shortcut, the rendering, Enter. */
  const render = async (name: string, words: string, rendering: string): Promise<void> => {
    await editor.select(words);
    await editor.press('Control+k', 'Shift+t');
    await editor.answer(rendering, words);
    await written(name, rendering);
    await inSight(rendering);
  };
  const occurrences = () => editor.page.locator('.pane', { hasText: 'Occurrences' }).last();
  const offeredPlaces = (count: number) =>
    waitFor(`${count} rows of occurrences`, async () => {
      const rows = await editor.treeRows(occurrences());
      return rows.length === count ? rows : undefined;
    });

  before(async () => {
    editor = await Editor.open({
      arrange: (folder) => {
        for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true });
        for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(path.join(folder, name), text);
      },
      settings: { ...readingSettings, 'glossator.author': 'anna' },
    });
  });
  after(() => editor.close());

  it('renders five passages of the first article, one of them of two parts, with an alternative and a doubt', async () => {
    await editor.openFile(TRIAL);
    await editor.highlights();
    await render(TRIAL, 'verdacht van opruiing', 'suspected of sedition');
    await render(TRIAL, 'haat hebben gezaaid', 'incited hatred');
    await render(TRIAL, 'schijnproces', 'show trial');
    await render(TRIAL, 'taakstraf', 'community service');
    await editor.select(IDIOM[0]!);
    await editor.addSelection(IDIOM[1]!);
    await editor.press('Control+k', 'Shift+t');
    await editor.answer('prefers not to publicise', IDIOM.join(' … '));
    await written(TRIAL, 'prefers not to publicise');
    await editor.clickText('grote klok');
    await editor.press('Control+k', 'Shift+e');
    await editor.pick('Also considered');
    await editor.answer('would rather keep quiet about', 'Another rendering');
    await editor.answer('plainer', 'What speaks for it');
    await editor.pick('Done');
    await editor.pick('State');
    await editor.pick('doubtful');
    await editor.pick('Save');
    const note = await waitFor('the doubt', () => notes(TRIAL).find(({ state }) => state === 'doubtful'));
    assert.deepEqual(note.quote, IDIOM);
    assert.deepEqual(note['alternatives'], [{ text: 'would rather keep quiet about', why: 'plainer' }]);
    await picture('1-first-article');
  });

  it('puts a term into the glossary, from its note', async () => {
    await editor.clickText('schijnproces');
    await editor.command('Glossator: Add to Glossary');
    await editor.quickPickRow('Save to the glossary').waitFor();
    await editor.press('Enter');
    await waitFor('the term in the glossary', () => {
      const file = path.join(editor.workspace, 'glossary.yaml');
      return existsSync(file) && readFileSync(file, 'utf8').includes('show trial');
    });
  });

  it('renders three passages of the second article, where earlier renderings are marked and offered', async () => {
    await editor.openFile(APPEAL);
    await inSight('gerechtshof');
    await waitFor('a quiet line under words that were rendered before', async () =>
      (
        await editor.decorated('text-decoration', (value) => value.includes('dotted') && value.includes(' 1px'))
      ).includes('taakstraf'),
    );
    const said = await editor.hover('taakstraf', 'community service');
    assert.match(said, /Rendered elsewhere/u);
    await picture('2-second-article');
    await editor.press('Escape');
    await editor.select('veroordeeld wegens opruiing');
    await editor.press('Control+k', 'Shift+t');
    await editor.answer('convicted of sedition', 'veroordeeld wegens opruiing');
    await written(APPEAL, 'convicted of sedition');
    await render(APPEAL, 'boeten', 'pay for it');
    await editor.select('schijnproces');
    await editor.press('Control+k', 'Shift+t');
    await editor.quickPickRow('show trial').waitFor();
    await editor.answer('sham trial');
    await written(APPEAL, 'sham trial');
    assert.equal(notes(TRIAL).length + notes(APPEAL).length, 8);
  });

  it('finds that one of them contradicts the glossary, and mends it with a quick fix', async () => {
    const told = await editor.problems('the glossary has');
    assert.ok(
      told.some((row) => row.includes('sham trial')),
      told.join('\n'),
    );
    await picture('3-conflict');
    await editor.openFile(APPEAL);
    await editor.select('schijnproces');
    await editor.press('Control+.');
    const fix = editor.page.locator('.action-widget .monaco-list-row', { hasText: 'Render as “show trial”' }).first();
    await fix.waitFor();
    await fix.click();
    await waitFor('the mended rendering', () =>
      notes(APPEAL).some((each) => each.quote === 'schijnproces' && each.rendering === 'show trial'),
    );
    await editor.press('Control+Shift+m');
    await waitFor(
      'the problem to go',
      async () => !(await editor.page.locator('.markers-panel').innerText()).includes('sham trial'),
    );
    await editor.press('Control+j');
  });

  it('applies a rendering to all occurrences, in every form, also in a quotation in an article that was never opened', async () => {
    await editor.openFile(TRIAL);
    await editor.select('haat hebben gezaaid');
    await editor.press('Control+k', 'Shift+g');
    const rows = await offeredPlaces(4);
    assert.ok(
      rows.some((row) => row.includes('haat zaait') && row.includes('another form')),
      rows.join('\n'),
    );
    assert.ok(
      rows.some((row) => row.includes('haat hebben gezaaid') && row.includes('same words')),
      rows.join('\n'),
    );
    await picture('4-occurrences');
    await editor.press('Control+Enter');
    await written(APPEAL, 'incited hatred');
    await written(ENGLISH, 'incited hatred');
    await editor.toast('2 places are rendered');
    assert.ok(!existsSync(path.join(editor.workspace, 'glossary.yaml.annotations.yaml')));
  });

  it('takes that back as one step, and does it again for the ticked ones', async () => {
    await editor.command('Glossator: Undo Last Annotation Change');
    await waitFor('both to be taken back', () => notes(APPEAL).length === 3 && notes(ENGLISH).length === 0);
    assert.equal(notes(TRIAL).length, 5);
    await editor.command('Glossator: Redo Annotation Change');
    await written(ENGLISH, 'incited hatred');
    await written(APPEAL, 'incited hatred');
  });

  it('opens the English article beside the Dutch one', async () => {
    await editor.select('schijnproces');
    await editor.command('Glossator: Open Parallel Source');
    await editor.quickPickRow('Haarlem Messenger').or(editor.quickPickRow(ENGLISH)).first().waitFor();
    await editor.press('Enter');
    await waitFor('two columns', async () => (await editor.page.locator('.editor-group-container').count()) === 2);
    await editor.tab(ENGLISH).waitFor();
    await picture('5-side-by-side');
    await waitFor('the pair in the annotation file', () => savedText(editor.workspace, TRIAL).includes(ENGLISH));
  });

  it('copies a citation', async () => {
    await editor.openFile(TRIAL);
    await editor.select('verdacht van opruiing');
    await editor.command('Glossator: Copy Citation');
    await editor.pick('Markdown');
    await editor.statusItem('The citation is on the clipboard');
    await editor.command('File: New Untitled Text File');
    await editor.press('Control+v');
    await inSight('suspected of sedition');
    await inSight('verdacht van opruiing');
    await editor.press('Control+a', 'Delete');
    await editor.command('View: Close Editor');
  });

  it('exports the report', async () => {
    await editor.openFile(TRIAL);
    await editor.command('Glossator: Export Translation Notes Report');
    await editor.pick('CSV');
    await waitFor('the name of the file', async () =>
      (await editor.quickInput().inputValue()).includes('translation-notes.csv'),
    );
    await editor.press('Enter');
    const file = path.join(editor.workspace, 'translation-notes.csv');
    await waitFor('the exported table', () => existsSync(file) && readFileSync(file, 'utf8').includes('show trial'));
    const table = readFileSync(file, 'utf8');
    for (const rendering of ['suspected of sedition', 'incited hatred', 'community service', 'pay for it'])
      assert.ok(table.includes(rendering), rendering);
  });

  it('finds the same notes after a restart', async () => {
    const before = Object.keys(ARTICLES).map((name) => [name, renderings(name)]);
    assert.equal(before.flatMap(([, all]) => all).length, 10);
    await editor.restart();
    await editor.openFile(APPEAL);
    for (const words of ['convicted of sedition', 'pay for it', 'show trial', 'incited hatred']) await inSight(words);
    await editor.openFile(TRIAL);
    for (const words of ['suspected of sedition', 'prefers not to publicise (?)', 'community service'])
      await inSight(words);
    await picture('6-restarted');
    assert.deepEqual(
      Object.keys(ARTICLES).map((name) => [name, renderings(name)]),
      before,
    );
  });
});
