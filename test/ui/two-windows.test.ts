import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sampleWorkspace } from '../workbench/sampleWorkspace';
import { Editor, waitFor } from './driver';
import { savedText } from './saved-annotations';

const ARTICLE = 'twee-vensters.txt';
const TEXT = 'In Zutphen is vrijdag advocaat Willem Terpstra aangehouden. De politie in Leeuwarden zwijgt.\n';

describe('two windows on one source', () => {
  const workspace = sampleWorkspace('two-windows');
  const saved = () => savedText(workspace, ARTICLE);
  const windows: Editor[] = [];

  before(async () => {
    writeFileSync(path.join(workspace, ARTICLE), TEXT);
    for (const author of ['Anna', 'Bram']) {
      const editor = await Editor.open({
        workspace,
        settings: { 'glossator.author': author, 'editor.wordWrap': 'on' },
      });
      windows.push(editor);
      await editor.openFile(ARTICLE);
      await editor.highlights();
    }
  });
  after(async () => {
    for (const editor of windows) await editor.close();
    rmSync(path.dirname(workspace), { recursive: true, force: true, maxRetries: 5 });
  });

  it('lose nothing of each other, and each shows what the other did', async () => {
    const [first, second] = windows as [Editor, Editor];
    await first.select('Willem Terpstra');
    await second.select('Leeuwarden');
    await Promise.all([first.press('Control+k', 'Shift+a'), second.press('Control+k', 'Shift+a')]);
    await waitFor('both annotations in the file', () =>
      ['"Willem Terpstra"', '"Leeuwarden"'].every((part) => saved().includes(part)),
    );
    for (const editor of windows) await editor.statusItem('2 annotations, 1 to review');

    await second.select('Zutphen');
    await second.press('Control+k', 'Shift+r');
    await waitFor('the rejection in the file', () => saved().includes('rejected:'));
    await first.select('Zutphen');
    await first.press('Control+k', 'Shift+l');
    await waitFor('the third annotation', () => saved().includes('quote: "Zutphen"') && /type: place/.test(saved()));
    for (const editor of windows) await editor.statusItem('3 annotations');
    assert.equal(saved().match(/quote: "Willem Terpstra"/g)?.length, 1);
    assert.equal(saved().match(/quote: "Leeuwarden"/g)?.length, 1);
  });
});
