import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SavedEntry } from '../workbench/annotationEntries';
import { Editor, waitFor } from './driver';
import { savedEntries, savedText } from './saved-annotations';

const ARTICLE = 'uitgever.txt';
const TEXT = `De uitgever van De Zeearend wordt verdacht van opruiing, schrijft de krant.

Hij hangt de zaak liever niet aan de grote klok.

Een derde uitgever sprak wel.
`;
const SECOND = 'De man hing zijn verleden niet aan de grote klok. Twee derde uitgevers zwegen.\n';

describe('translation notes by keyboard and mouse', () => {
  let editor: Editor;
  const entries = () => savedEntries(editor.workspace, ARTICLE);
  const entry = (what: string, fits: (entry: SavedEntry) => boolean) => waitFor(what, () => entries().find(fits));
  const thread = () => editor.commentThreads().first();
  /** A thread without comments shows its box; one with comments shows a button that becomes the box. */
  const typeReply = async (text: string): Promise<void> => {
    const button = thread().locator('.review-thread-reply-button');
    const box = thread().locator('.comment-form .monaco-editor').first();
    await waitFor('the reply box', async () => (await button.isVisible()) || (await box.isVisible()));
    if (await button.isVisible()) await button.click();
    await box.click();
    await editor.type(text);
  };

  const send = (label: string) => thread().locator('.monaco-button', { hasText: label }).first().click();

  before(async () => {
    editor = await Editor.open({ settings: { 'comments.openView': 'never', 'editor.wordWrap': 'on' } });
    writeFileSync(path.join(editor.workspace, ARTICLE), TEXT);
    writeFileSync(path.join(editor.workspace, 'tweede.txt'), SECOND);
    await editor.openFile(ARTICLE);
    await editor.highlights();
  });
  after(() => editor.close());

  it('take a shortcut, the rendering and Enter, and stand behind the passage', async () => {
    await editor.select('schrijft de krant');
    await editor.press('Control+k', 'Shift+T');
    await editor.answer('according to the newspaper', 'schrijft de krant');
    await entry('the note', (each) => each['rendering'] === 'according to the newspaper');
    await waitFor('the rendering in the text', async () =>
      (await editor.visibleText()).includes('according to the newspaper'),
    );
  });

  it('keep what was typed when the input is left with Esc', async () => {
    await editor.select('verdacht van opruiing');
    await editor.press('Control+k', 'Shift+T');
    await editor.quickInput().fill('suspected of sed');
    await editor.press('Escape');
    await editor.select('verdacht van opruiing');
    await editor.press('Control+k', 'Shift+T');
    await waitFor('the draft', async () => (await editor.quickInput().inputValue()) === 'suspected of sed');
    await editor.answer('suspected of sedition');
    await entry('the note', (each) => each['rendering'] === 'suspected of sedition');
  });

  it('are of two parts when two passages are selected', async () => {
    await editor.select('hangt');
    await editor.addSelection('liever niet aan de grote klok');
    await editor.press('Control+k', 'Shift+T');
    await editor.answer('prefers not to publicise', 'hangt … liever niet aan de grote klok');
    const note = await entry('the note', (each) => each['rendering'] === 'prefers not to publicise');
    assert.deepEqual(note['quote'], ['hangt', 'liever niet aan de grote klok']);
  });

  it('are filled in part by part in the form, and saved as one change', async () => {
    await editor.clickText('grote klok');
    await editor.press('Control+k', 'Shift+E');
    await editor.pick('Also considered');
    await editor.answer('prefers to keep quiet about', 'Another rendering');
    await editor.answer('closer to the idiom', 'What speaks for it');
    await editor.pick('Done');
    await editor.pick('Explanation');
    await editor.answer('The big bell is rung for all to hear.', 'Why this rendering');
    await editor.pick('State');
    await editor.pick('doubtful');
    await editor.pick('Save');
    const note = await entry('the explained note', (each) => each['state'] === 'doubtful');
    assert.deepEqual(note['alternatives'], [{ text: 'prefers to keep quiet about', why: 'closer to the idiom' }]);
    assert.equal(note['explanation'], 'The big bell is rung for all to hear.');
    await waitFor('the doubt behind the passage', async () => (await editor.visibleText()).includes('publicise (?)'));
  });

  it('lose nothing when the form is left with Esc', async () => {
    await editor.clickText('grote klok');
    await editor.press('Control+k', 'Shift+E');
    await editor.pick('Rests on');
    await editor.answer('Van Dale', 'A dictionary');
    await editor.quickPickRow('Van Dale').waitFor();
    await editor.press('Escape');
    await editor.toast('not saved yet');
    await editor.pressButton('Save');
    await entry('the authority', (each) => each['authority'] === 'Van Dale');
  });

  it('are written in the comments: the first line is the rendering, the rest the explanation', async () => {
    await editor.select('derde uitgever');
    await editor.command('Glossator: Write Translation Note');
    await thread().waitFor();
    await typeReply('third publisher');
    await editor.press('Enter');
    await editor.type('Not the editor.');
    await send('Write Translation Note');
    const note = await entry('the note', (each) => each['rendering'] === 'third publisher');
    assert.deepEqual([note['quote'], note['explanation']], ['derde uitgever', 'Not the editor.']);
    await thread().locator('.review-comment', { hasText: 'third publisher' }).waitFor();
    // The box is emptied and folded when the command has ended: what is typed before that goes with it.
    await thread().locator('.review-thread-reply-button').waitFor();
  });

  it('are answered, edited, settled and reopened in their thread', async () => {
    await typeReply('I agree.');
    await send('Reply');
    await entry('the reply', (each) => each['text'] === 'I agree.');
    await thread().locator('.review-comment', { hasText: 'I agree.' }).waitFor();

    await thread().locator('.review-comment').first().hover();
    await thread().locator('.review-comment').first().locator('[aria-label="Edit"]').click();
    const box = thread().locator('.edit-container .monaco-editor').first();
    await box.waitFor();
    await editor.press('Control+Home');
    await editor.type('the ');
    await send('Save');
    const edited = await entry('the edited rendering', (each) => each['rendering'] === 'the third publisher');
    assert.equal((edited['earlier'] as { text: string }[])[0]?.text, 'third publisher');
    assert.equal(edited['explanation'], 'Not the editor.');

    await thread().locator('[aria-label="Settle Translation"]').click();
    await entry(
      'the settled note',
      (each) => each['state'] === 'settled' && each['rendering'] === 'the third publisher',
    );
    // VS Code folds a settled thread away; the palette reopens it from its words.
    await editor.clickText('derde uitgever');
    await editor.command('Glossator: Reopen Translation');
    await entry('the open note', (each) => each['state'] === 'draft' && each['rendering'] === 'the third publisher');
  });

  it('keep a half-typed reply when the tab is closed and opened again', async () => {
    const panel = await editor.commentsPanel();
    await panel.locator('.monaco-list-row', { hasText: 'the third publisher' }).first().click();
    await thread().waitFor();
    await typeReply('Half a thou');
    await editor.tab(ARTICLE).click({ button: 'middle' });
    await waitFor('no thread in sight', async () => (await editor.commentThreads().count()) === 0);
    await editor.page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${ARTICLE}"]`).first().dblclick();
    await thread().waitFor();
    await waitFor('the unfinished reply', async () =>
      (await thread().innerText()).replaceAll('\u00a0', ' ').includes('Half a thou'),
    );
  });

  it('are listed in the Comments panel, and offered for the same words in another form', async () => {
    const panel = await editor.commentsPanel();
    await panel.getByText('prefers not to publicise').waitFor();
    await editor.press('Control+j');
    await editor.openFile('tweede.txt');
    await editor.select('derde uitgevers');
    await editor.press('Control+k', 'Shift+T');
    await editor.quickPickRow('the third publisher').waitFor();
    assert.match(await editor.quickPickRow('the third publisher').innerText(), /another form/);
    await editor.press('Enter');
    await waitFor('the reused rendering', () =>
      savedText(editor.workspace, 'tweede.txt').includes('rendering: "the third publisher"'),
    );
  });
});
