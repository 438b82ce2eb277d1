import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { repository } from '../workbench/installation';
import { Editor, waitFor } from './driver';

const AXE = readFileSync(path.join(repository, 'node_modules/axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

describe('the translation notes report', () => {
  const themes = ['Light 2026', 'Dark 2026', 'Default High Contrast', 'Default High Contrast Light'] as const;

  /** The frame that holds the page. */
  const frameOf = (editor: Editor): Promise<Frame> =>
    waitFor('the report’s page', async () => {
      for (const frame of editor.page.frames()) if ((await frame.locator('main h1').count()) > 0) return frame;
      return undefined;
    });
  const openReport = async (theme: string): Promise<{ editor: Editor; frame: Frame }> => {
    const editor = await Editor.open({ theme, size: { width: 1400, height: 900 } });
    // The palette knows our commands once the extension runs; the notes are in a source that stays closed.
    await editor.openFile('letters-from-a-cell.txt');
    await editor.highlights();
    await editor.command('Glossator: Translation Notes Report');
    const frame = await frameOf(editor);
    await frame.locator('tr[data-note]').first().waitFor();
    return { editor, frame };
  };
  const rows = (frame: Frame) =>
    frame.locator('tr[data-note]').evaluateAll((all) => all.map((row) => row.getAttribute('data-words') ?? ''));

  for (const theme of themes) {
    it(`has nothing that axe-core finds fault with (${theme})`, async () => {
      const { editor, frame } = await openReport(theme);
      await editor.screenshot(path.join(repository, `out/ui/report ${theme}.png`));
      // The page's own policy lets no script in; axe runs in the tester's world.
      const violations = (await frame.evaluate(
        `(() => { ${AXE}; return axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations); })()`,
      )) as Violation[];
      assert.deepEqual(
        violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join('\n')}`,
        ),
        [],
      );
      await editor.close();
    });
  }

  it('finds, filters and arranges, and leads back into the text by keyboard', async () => {
    const { editor, frame } = await openReport('Light 2026');
    assert.equal((await rows(frame))[0], 'deelname aan een criminele organisatie', 'doubtful ones stand first');
    const all = (await rows(frame)).length;

    await frame.locator('#state').selectOption('settled');
    assert.deepEqual((await rows(frame)).toSorted(), [
      'ambtelijke omkoping',
      'bedreiging van vluchtelingen',
      'stond terecht',
    ]);
    await frame.locator('#state').selectOption('');
    await frame.locator('#find').fill('harm’s way');
    assert.deepEqual(await rows(frame), ['buiten schot']);
    assert.equal(await frame.locator('#shown').innerText(), `1 of ${all} notes shown`);
    await frame.locator('#find').fill('');
    await frame.locator('#arrange').selectOption('source');
    assert.deepEqual(await frame.locator('tr.group').allInnerTexts(), ['Vier jaar cel geëist in adressenzaak']);

    await frame.locator('button.place', { hasText: 'buiten schot' }).focus();
    await editor.press('Enter');
    await editor.tab('rechtbank-utrecht-eist-celstraf.txt').waitFor();
    await waitFor('the words to be selected', async () =>
      (await editor.statusBar()).some((item) => item.includes(`(${'buiten schot'.length} selected)`)),
    );
    await editor.screenshot(path.join(repository, 'out/ui/report and text.png'));

    await waitFor('the input of a rendering', async () => {
      await editor.press('Control+k', 'Shift+T');
      return editor.quickInput().isVisible();
    });
    await editor.answer('out of the firing line', 'buiten schot');
    await waitFor('the new rendering in the report', async () =>
      (await (await frameOf(editor)).locator('tr[data-note]').allInnerTexts()).some((row) =>
        row.includes('out of the firing line'),
      ),
    );
    await editor.close();
  });

  it('is exported from the page into the folder', async () => {
    const { editor, frame } = await openReport('Light 2026');
    await frame.locator('button[data-format="csv"]').click();
    await waitFor('the name of the file', async () =>
      (await editor.quickInput().inputValue()).includes('translation-notes.csv'),
    );
    await editor.press('Enter');
    const file = path.join(editor.workspace, 'translation-notes.csv');
    await waitFor('the exported table', () => existsSync(file));
    assert.match(readFileSync(file, 'utf8'), /stond terecht,stood trial,settled/);
    await editor.close();
  });
});
