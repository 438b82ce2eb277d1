import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../workbench/installation';
import { Editor, waitFor } from './driver';
import { savedText } from './saved-annotations';

const FIRST =
  'De man wordt verdacht van het zaaien van haat, schrijft de krant. Zijn advocaat zegt dat hij geen haat heeft gezaaid.\n';
const THIRD = 'De krant meldt dat de man wordt verdacht van het zaaien van onrust, en dat hij alles ontkent.\n';
const SECOND = 'Twee broers zaaiden haat op het internet, zei de rechter. Het zaaien van haat is strafbaar.\n';

describe('a glossary, from a note to the next source', () => {
  let editor: Editor;
  const glossary = () => path.join(editor.workspace, 'glossary.yaml');
  const written = (): string => (existsSync(glossary()) ? readFileSync(glossary(), 'utf8') : '');
  const rows = async () => editor.treeRows(await editor.view('Glossary'));

  before(async () => {
    editor = await Editor.open({ settings: { 'comments.openView': 'never', 'editor.wordWrap': 'on' } });
    writeFileSync(path.join(editor.workspace, 'een.txt'), FIRST);
    writeFileSync(path.join(editor.workspace, 'twee.txt'), SECOND);
    writeFileSync(path.join(editor.workspace, 'drie.txt'), THIRD);
    await editor.openFile('een.txt');
    await editor.highlights();
  });
  after(() => editor.close());

  it('gets a note’s rendering with a command and Enter', async () => {
    await editor.select('zaaien van haat');
    await editor.press('Control+k', 'Shift+T');
    await editor.answer('inciting hatred', 'zaaien van haat');
    await waitFor('the rendering in the text', async () => (await editor.visibleText()).includes('inciting hatred'));
    await editor.command('Glossator: Add to Glossary');
    await editor.pick('Save to the glossary');
    await waitFor('the term on disk', () => written().includes('zaaien van haat:\n    rendering: "inciting hatred"'));
    await editor.toast('In the glossary');
  });

  it('shows the term with its occurrences in every form, those with a note apart from those without', async () => {
    await waitFor('the term', async () => (await rows()).some((row) => row.startsWith('zaaien van haat, inciting')));
    const pane = await editor.view('Glossary');
    await pane.locator('.monaco-list-row', { hasText: 'zaaien van haat' }).first().click();
    const found = await waitFor('the occurrences', async () => {
      const all = await editor.treeRows(pane);
      return all.length >= 7 ? all : undefined;
    });
    assert.ok(found.includes('With a note, 1'), found.join('\n'));
    assert.ok(found.includes('Without a note, 3'), found.join('\n'));
    assert.ok(
      found.some((row) => row.includes('zaaiden haat')),
      found.join('\n'),
    );
    await pane.locator('.monaco-list-row', { hasText: 'zaaiden haat' }).first().click();
    await waitFor('the other source', async () => (await editor.visibleText()).includes('Twee broers'));
  });

  it('is the first choice for the next passage', async () => {
    await editor.select('Het zaaien van haat');
    await editor.press('Control+k', 'Shift+T');
    await waitFor('the offer', () => editor.page.getByText('from the glossary').first().isVisible());
    await editor.press('Enter');
    await waitFor('the note', () => savedText(editor.workspace, 'twee.txt').includes('rendering: "inciting hatred"'));
    await waitFor('the occurrence among those with a note', async () => (await rows()).includes('With a note, 2'));
  });

  it('is reached from the words, and leads back to them', async () => {
    await editor.openFile('twee.txt');
    await editor.select('zaaiden haat');
    await editor.command('Glossator: Go to Glossary Entry');
    await waitFor('the entry', async () => (await editor.visibleText()).includes('rendering: "inciting hatred"'));
    await waitFor('the way back', () => editor.page.getByText('Show occurrences').first().isVisible());
  });

  it('is a beginning for similar words, which shows what differs', async () => {
    await editor.openFile('drie.txt');
    await editor.highlights();
    await editor.select('zaaien van onrust');
    await editor.press('Control+k', 'Shift+T');
    await waitFor('the offer', () => editor.page.getByText('similar: “haat” instead of “onrust”').first().isVisible());
    await editor.screenshot(path.join(repository, 'out/ui/similar offer.png'));
    await editor.press('Escape');
    // What is offered for similar words has to be changed: it comes into the input, and nothing is written yet.
    assert.ok(!existsSync(path.join(editor.workspace, 'drie.txt.annotations.yaml')));
  });
});
