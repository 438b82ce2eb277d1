/** What is suggested, confirmed and uncertain can be told apart without seeing colours, in every kind of theme. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../workbench/installation';
import { Editor, waitFor } from './driver';

const ARTICLE = 'vonnis.txt';
const TEXT = [
  ' date 2024-02 Advocaat Willem Terpstra uit Leeuwarden wordt verdacht van verduistering. Terpstra ontkent.',
  '',
  'Willem Terpstra woont in Leeuwarden. Hij wordt verdacht van verduistering, zegt Willem Terpstra in Leeuwarden.',
  '',
].join('\n');
/** The same words as a suggestion, as confirmed and, in a third place, with a letter changed since. */
const LAYERS = [
  { layer: 'person', words: 'Willem Terpstra', key: 'Shift+p', changed: 'Wilhem Terpstra' },
  { layer: 'place', words: 'Leeuwarden', key: 'Shift+l', changed: 'Leeuwaarden' },
];
const THEMES = ['Light 2026', 'Dark 2026', 'Default High Contrast', 'Default High Contrast Light'];

/** What can be seen of a passage by somebody who sees no colours. */
interface Shape {
  readonly line: string;
  readonly style: string;
  readonly thickness: string;
  readonly border: string;
}

const shapesOf = async (editor: Editor, words: string): Promise<readonly Shape[]> => {
  const boxes = await editor.boxes();
  const spans = await editor
    .activeEditor()
    .locator('.view-lines [class*="ced-"]')
    .evaluateAll((elements) =>
      elements.map((element) => {
        const style = element.ownerDocument.defaultView!.getComputedStyle(element);
        const { top, left } = element.getBoundingClientRect();
        return {
          text: (element.textContent ?? '').replaceAll('\u00a0', ' '),
          top,
          left,
          shape: {
            line: style.textDecorationLine,
            style: style.textDecorationStyle,
            thickness: style.textDecorationThickness,
          },
        };
      }),
    );
  return spans
    .filter(({ text }) => text === words)
    .sort((a, b) => a.top - b.top || a.left - b.left)
    .map(({ shape, top, left }) => ({
      ...shape,
      border: boxes.find((box) => Math.abs(box.x - left) < 3 && Math.abs(box.y - top) < 8)?.style ?? 'none',
    }));
};

describe('highlights', () => {
  let editor: Editor | undefined;
  // Not after each: the picture of a failed test is taken after that.
  beforeEach(() => editor?.close());

  for (const theme of THEMES) {
    it(`differ by shape, not by colour alone, in ${theme}`, async () => {
      editor = await Editor.open({
        theme,
        settings: {
          'glossator.offerFolderSetup': false,
          'editor.minimap.enabled': false,
          'editor.wordWrap': 'on',
          'editor.occurrencesHighlight': 'off',
          'editor.selectionHighlight': false,
        },
      });
      const window = editor;
      const file = path.join(window.workspace, ARTICLE);
      const sidecar = `${file}.annotations.yaml`;
      writeFileSync(file, TEXT);
      await window.openFile(ARTICLE);
      for (const { words, key } of LAYERS) {
        for (const occurrence of [2, 3]) {
          await window.select(words, occurrence);
          await window.press('Control+k', key);
          await waitFor(
            `${words} to be confirmed ${occurrence - 1} times`,
            () => existsSync(sidecar) && readFileSync(sidecar, 'utf8').split(`quote: "${words}"`).length === occurrence,
          );
        }
      }
      // Somebody misspells the third of each, so that those annotations stand on other words than they were made on.
      const misspelt = LAYERS.reduce((text, { words, changed }) => {
        const place = text.lastIndexOf(words);
        return text.slice(0, place) + changed + text.slice(place + words.length);
      }, TEXT);
      writeFileSync(file, misspelt);
      await window.goTo(1, 1);

      for (const { layer, words, changed } of LAYERS) {
        const shapes = await waitFor(`${layer} in three states`, async () => {
          const [suggested, confirmed] = await shapesOf(window, words);
          const [uncertain] = await shapesOf(window, changed);
          // The editor draws the changed text before our lines: all three have to be there.
          const drawn = [suggested, confirmed, uncertain].every((shape) => shape?.line === 'underline');
          return suggested && confirmed && uncertain && drawn && uncertain.border !== 'none'
            ? { suggested, confirmed, uncertain }
            : undefined;
        });
        const told = new Set(Object.values(shapes).map((shape) => JSON.stringify(shape)));
        assert.equal(told.size, 3, `${layer}: ${JSON.stringify(shapes)}`);
        assert.notEqual(shapes.suggested.style, shapes.confirmed.style, layer);
      }
      const [person, place, charge] = await Promise.all(
        ['Willem Terpstra', 'Leeuwarden', 'verduistering'].map(async (words) => (await shapesOf(window, words))[0]),
      );
      assert.equal(
        new Set([person, place, charge].map((shape) => shape?.style)).size,
        3,
        'each layer has its own line',
      );
      await window.screenshot(path.join(repository, 'out/ui/themes', `${theme.replaceAll(' ', '-')}.png`));
    });
  }
});
