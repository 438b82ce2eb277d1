import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { appears, Editor, waitFor } from './driver';
import { savedEntries } from './saved-annotations';

const ARTICLE = 'havenbericht.txt';
const TEXT = [
  'De havenmeester sprak vrijdag. Volgens de havenmeester is het rustig.',
  '',
  'De wethouder noemde de havenmeester kalm. Advocaat Willem Terpstra uit Leeuwarden zweeg.',
  '',
  'Willem Terpstra kwam niet. Vrienden van Willem Terpstra wel.',
  '',
].join('\n');

describe('annotating by palette and keyboard', () => {
  let editor: Editor;
  const entriesOf = (section: 'annotations' | 'rejected') => savedEntries(editor.workspace, ARTICLE, section);
  const marked = (quote: string, type: string, times: number) =>
    waitFor(
      `${times} × “${quote}” as ${type}`,
      () => entriesOf('annotations').filter((each) => each.quote === quote && each.type === type).length === times,
    );
  const list = () => editor.page.locator('.quick-input-widget:visible');

  before(async () => {
    editor = await Editor.open({ settings: { 'editor.wordWrap': 'on' } });
    writeFileSync(path.join(editor.workspace, ARTICLE), TEXT);
    await editor.openFile(ARTICLE);
    await editor.highlights();
  });
  after(() => editor.close());

  it('marks all occurrences after a preview, without those that were unticked', async () => {
    await editor.select('havenmeester', 1);
    await editor.command('Glossator: Mark All Occurrences');
    await list().getByText('Mark all “havenmeester” as').waitFor();
    await editor.pick('Person');
    const places = editor.page.locator('.pane', {
      has: editor.page.locator('.pane-header', { hasText: 'Occurrences' }),
    });
    await places
      .locator('.monaco-list-row', { hasText: 'wethouder' })
      .or(places.getByText('3 ticked'))
      .first()
      .waitFor();
    // The views make room for the tree while it fills.
    await waitFor('a box to be unticked', async () => {
      const isUnticked = places.getByText('2 ticked');
      if (await isUnticked.isVisible()) return true;
      await places.locator('.monaco-list-row').last().locator('.monaco-checkbox').click();
      return appears(isUnticked, 2_000);
    });
    await editor.press('Control+Enter');
    await marked('havenmeester', 'person', 2);
  });

  it('takes that back as one change, and does it again', async () => {
    await editor.command('Glossator: Undo Last Annotation Change');
    await marked('havenmeester', 'person', 0);
    await editor.command('Glossator: Redo Annotation Change');
    await marked('havenmeester', 'person', 2);
  });

  it('changes the type of an annotation to a layer from the settings', async () => {
    await editor.page.mouse.move(700, 600);
    await editor.clickText('sprak vrijdag');
    await editor.clickText('havenmeester', 1);
    await editor.press('Control+k', 'Shift+y');
    await list().getByText('“havenmeester” is a …').waitFor();
    await editor.pick('Organisation');
    await marked('havenmeester', 'organisation', 1);
    await marked('havenmeester', 'person', 1);
  });

  it('reaches each of the annotations that stand on the same words', async () => {
    await editor.select('Volgens de havenmeester is');
    await editor.press('Control+k', 'Shift+n');
    await editor.answer('Who is this?', 'Note on');
    await marked('Volgens de havenmeester is', 'note', 1);
    await editor.clickText('havenmeester', 2);
    await editor.command('Glossator: Choose Among Annotations at Cursor');
    await editor.pick('Note');
    await waitFor('the outer passage to be selected', async () =>
      (await editor.statusBar()).some((item) => item.includes('(26 selected)')),
    );
    const hover = await editor.hover('havenmeester', 'Who is this?', 2);
    assert.match(hover, /Person/u, 'the hover tells of both');
    await editor.press('Escape');
  });

  it('deletes the one that is chosen', async () => {
    await editor.clickText('havenmeester', 2);
    await editor.press('Control+k', 'Shift+d');
    await editor.pick('Note');
    await marked('Volgens de havenmeester is', 'note', 0);
    await marked('havenmeester', 'person', 1);
  });

  it('goes to the next and the previous annotation, round the ends', async () => {
    await editor.goTo(1, 1);
    await editor.press('Control+k', 'Shift+ArrowUp');
    await waitFor('the last annotation', async () =>
      (await editor.statusBar()).some((item) => item.includes('Ln 1, Col 55 (12 selected)')),
    );
    await editor.press('Control+k', 'Shift+ArrowDown');
    await waitFor('the first annotation', async () =>
      (await editor.statusBar()).some((item) => item.includes('Ln 1, Col 16 (12 selected)')),
    );
  });

  it('turns a name down in the whole source', async () => {
    await editor.clickText('Willem Terpstra', 1);
    await editor.command('Glossator: Reject in This Source');
    await waitFor('the rejection', () =>
      entriesOf('rejected').some(({ quote, scope }) => quote === 'Willem Terpstra' && scope === 'source'),
    );
    await waitFor('all its lines to go', async () => !(await editor.highlights()).join('|').includes('Terpstra'));
  });
});
