/** Two articles on one story, side by side: proposed, chosen once, remembered, and lit up from both sides, by keyboard alone. */
import assert from 'node:assert/strict';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../workbench/installation';
import { Editor, readingSettings, waitFor } from './driver';
import { savedText } from './saved-annotations';

const DUTCH = 'bilasj.txt';
const ENGLISH = 'bilash.txt';
const ARTICLES: Readonly<Record<string, string>> = {
  [DUTCH]: ` date 2021-05-12 title Schrijver opgepakt in Almaty

In Almaty is de schrijver Kajrat Bilasj opgepakt. Hij wordt verdacht van smaad, omdat hij president Nazarbajev een dief noemde.

Volgens zijn zus Goelnara zit Bilasj in een cel zonder licht.
`,
  [ENGLISH]: ` date 2021-05-13 title Kazakh writer arrested

The writer Kairat Bilash was arrested in Almaty on Wednesday. He is accused of defamation for calling President Nazarbayev a thief.

His sister Gulnara says that Bilash is held in a cell without light.
`,
  'markt.txt': `The market in Almaty opened again in June 2021, and the price of apples fell.\n`,
  'oogst.txt': `In June 2018 the harvest in Kent was poor. Farmers blamed the frost and asked for help.\n`,
};

describe('two articles on one story', function () {
  this.bail(true);
  let editor: Editor;
  const picture = (name: string) => editor.screenshot(path.join(repository, 'out/ui/parallel', `${name}.png`));
  const group = (name: string) =>
    editor.page.locator('.editor-group-container', { has: editor.page.locator(`.tab[data-resource-name="${name}"]`) });
  /** The words that are lit up in the other text: a box is drawn around them, on a layer beneath the text. */
  const lit = async (name: string): Promise<readonly string[]> => {
    const boxes = await group(name)
      .locator('.view-overlays .cdr')
      .evaluateAll((elements) =>
        elements.map((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          const { outlineStyle, outlineColor } = element.ownerDocument.defaultView!.getComputedStyle(element);
          return { left, right, top, bottom, isSeen: outlineStyle === 'solid' && !/, 0\)$/.test(outlineColor) };
        }),
      );
    const words = await group(name)
      .locator('.view-lines .view-line > span > span')
      .evaluateAll((spans) =>
        spans.map((span) => {
          const { x, y, width, height } = span.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2, text: String(span.textContent).replaceAll('\u00a0', ' ') };
        }),
      );
    const seen = boxes.filter(({ isSeen }) => isSeen);
    return words
      .filter(({ x, y }) => seen.some((box) => box.left < x && x < box.right && box.top < y && y < box.bottom))
      .map(({ text }) => text);
  };
  const assertLit = (name: string, words: readonly string[]) =>
    waitFor(`${words.join(', ')} to be lit up in ${name}`, async () => {
      const seen = (await lit(name)).join(' ');
      if (!words.every((each) => seen.includes(each))) throw new Error(seen);
      return true;
    });

  before(async () => {
    editor = await Editor.open({
      settings: { ...readingSettings, 'glossator.author': 'anna' },
      size: { width: 1500, height: 800 },
      arrange: (folder) => {
        for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true });
        for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(path.join(folder, name), text);
      },
    });
    await editor.openFile(DUTCH);
    await editor.highlights();
  });
  after(() => editor.close());

  it('are proposed to each other by the names, the date and the charge that they share', async () => {
    await editor.command('Glossator: Open Parallel Source');
    const rows = editor.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
    await rows.first().waitFor();
    await picture('1-proposed');
    const first = await rows.first().innerText();
    assert.match(first, /names: .*Bilasj/);
    assert.match(first, /charges: defamation/);
    assert.match(first, /1 day/);
    await editor.press('Enter');
    await waitFor('two columns', async () => (await editor.page.locator('.editor-group-container').count()) === 2);
  });

  it('are remembered in the annotation file of the one that was asked from', async () => {
    await waitFor('the pair', () => /source:[^]*parallel: .*bilash\.txt/.test(savedText(editor.workspace, DUTCH)));
    assert.equal(savedText(editor.workspace, ENGLISH), '');
  });

  it('light up the counterpart of the name or the charge at the cursor, across spellings', async () => {
    await editor.openFile(DUTCH);
    await editor.select('Kajrat Bilasj');
    await assertLit(ENGLISH, ['Bilash']);
    await picture('2-bilasj');
    await editor.select('Nazarbajev');
    await assertLit(ENGLISH, ['Nazarbayev']);
    await editor.select('smaad');
    await assertLit(ENGLISH, ['defamation']);
    await editor.statusItem('“smaad”');
    await editor.select('Goelnara');
    await assertLit(ENGLISH, ['Gulnara']);
  });

  it('lead to the counterpart and light up the other way round', async () => {
    await editor.command('Glossator: Go to Counterpart in Parallel Source');
    await waitFor('the words in the other text', async () =>
      (await editor.statusBar()).some((item) => item.includes(`(${'Gulnara'.length} selected)`)),
    );
    await assertLit(DUTCH, ['Goelnara']);
    await editor.select('Nazarbayev');
    await assertLit(DUTCH, ['Nazarbajev']);
    await picture('3-nazarbayev');
  });

  it('open beside each other again after a restart, from either side, without a question', async () => {
    await editor.command('View: Close All Editors');
    await editor.restart();
    for (const [from, to] of [
      [DUTCH, ENGLISH],
      [ENGLISH, DUTCH],
    ] as const) {
      await editor.openFile(from);
      await editor.highlights();
      await editor.command('Glossator: Open Parallel Source');
      await waitFor('two columns', async () => (await editor.page.locator('.editor-group-container').count()) === 2);
      await editor.tab(to).waitFor();
      await waitFor('no question', async () => !(await editor.quickInput().isVisible()));
      await editor.command('View: Close All Editors');
      await waitFor('no column', async () => (await editor.page.locator('.editor-group-container .tab').count()) === 0);
    }
    assert.equal(savedText(editor.workspace, ENGLISH), '');
  });
});
