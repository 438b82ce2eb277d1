import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Editor, waitFor } from './driver';
import { savedText } from './saved-annotations';

const ARTICLE = 'proefbericht.txt';
const TEXT = [
  ' date 2024-02 Advocaat Willem Terpstra uit Leeuwarden wordt verdacht van verduistering. Hij ontkent.',
  '',
  'De rechtbank in Groningen besliste anders.',
  '',
].join('\n');

describe('reviewing in a source that is read-only', () => {
  let editor: Editor;
  const sidecar = () => savedText(editor.workspace, ARTICLE);
  const bar = async (text: string) => (await editor.statusBar()).join('\n').includes(text);
  const isSelected = (words: string) => waitFor(`“${words}” to be selected`, () => bar(`(${words.length} selected)`));

  before(async () => {
    editor = await Editor.open({ settings: { 'glossator.sourcesReadOnly': true } });
    writeFileSync(path.join(editor.workspace, ARTICLE), TEXT);
    await editor.openFile(ARTICLE);
    await editor.highlights();
  });
  after(() => editor.close());

  it('leaves the text where it stands when words are selected', async () => {
    await waitFor(
      'the place for the notes’ signs',
      async () => (await editor.page.locator('.comment-range-glyph, .comment-diff-added').count()) > 0,
    );
    const before = await editor.boxOf('Terpstra');
    await editor.select('rechtbank');
    await waitFor('the sign of a note', async () => (await editor.page.locator('.comment-range-glyph').count()) > 0);
    assert.equal((await editor.boxOf('Terpstra')).x, before.x);
  });

  it('has one banner, counts what is left, and says what was skipped', async () => {
    await editor.statusItem('P person, L place');
    await editor.statusItem('4 to review');
    await editor.goTo(1, 1);
    await editor.press('v');
    await editor.statusItem('4 left: A accept');
    await waitFor('the other banner to go', async () => !(await bar('P person, L place')));
    await isSelected('Willem Terpstra');
    await editor.press('a');
    await editor.statusItem('3 left: A accept');
    await isSelected('Leeuwarden');

    await editor.press('t');
    await editor.page.locator('.quick-input-widget:visible', { hasText: '“Leeuwarden” is a …' }).waitFor();
    assert.match(await editor.quickPickRow('Place').innerText(), /now/u);
    await editor.press('Escape');
    await editor.statusItem('3 left: A accept');
    await editor.hover('Leeuwarden', 'Accept');

    await editor.press('s');
    await editor.statusItem('2 left: A accept');
    await isSelected('verduistering');
    await editor.press('r');
    await waitFor('the rejection', () => sidecar().includes('rejected:'));
    await isSelected('Groningen');
    await editor.press('s');
    await editor.toast('The 2 suggestions that you skipped are still there.');
    await editor.statusItem('P person, L place');
    await editor.screenshot('out/ui/review/end.png');
  });

  it('leaves an annotation file whose keys the YAML grammar still understands', async () => {
    await editor.press('Control+k', 'Shift+f');
    await editor.tab(`${ARTICLE}.annotations.yaml`).waitFor();
    const colourOf = (text: string) =>
      waitFor(`the colour of “${text}”`, async () => {
        const spans = editor
          .activeEditor()
          .locator('.view-line > span > span', { hasText: new RegExp(`^\\s*${text}$`, 'u') });
        return spans.first().evaluate((span) => span.ownerDocument.defaultView!.getComputedStyle(span).color);
      });
    const [own, other] = [await colourOf('annotations'), await colourOf('created')];
    assert.notEqual(own, other, 'the file’s own keys stand out');
    assert.equal(await colourOf('rejected'), own);
  });
});
