/** What somebody tries who does not know Glossator yet: a menu, the settings, a text that is not saved, a wait that is too long. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../workbench/installation';
import { appears, Editor, waitFor } from './driver';

const ARTICLE = 'utrecht-adressen-verkocht.txt';
const MENU = '.monaco-menu-container .action-item';

describe('first steps', () => {
  let editor: Editor;
  const sidecar = (): string => {
    const file = path.join(editor.workspace, `${ARTICLE}.annotations.yaml`);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  const picture = (name: string) => editor.screenshot(path.join(repository, 'out/ui/first-steps', `${name}.png`));

  before(async () => {
    editor = await Editor.open({
      settings: {
        'glossator.offerFolderSetup': false,
        'comments.openView': 'never',
        'editor.wordWrap': 'on',
        'workbench.editor.useModal': 'off',
      },
    });
  });
  after(() => editor.close());

  it('mark a selection from the context menu', async () => {
    await editor.openFile(ARTICLE);
    await editor.highlights();
    await editor.select('adressen');
    const box = await editor.boxOf('adressen');
    await editor.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { button: 'right' });
    const marking = editor.page.locator(MENU, { hasText: 'Mark as' }).first();
    await marking.waitFor();
    await picture('context-menu');
    await marking.hover();
    const kind = editor.page.locator('.monaco-submenu .action-item', { hasText: 'Mark as Place' }).first();
    await kind.waitFor();
    await waitFor('the menu to take the click', async () => {
      // A menu takes no click in its first moments.
      if (await kind.isVisible()) await kind.click({ timeout: 1_000 });
      return !(await appears(editor.page.locator(MENU).first(), 300));
    });
    await waitFor('the place on disk', () => sidecar().includes('quote: "adressen"'));
  });

  it('find every setting by the name of the extension', async () => {
    await editor.command('Preferences: Open Settings (UI)');
    // The search has the focus once the editor stands.
    await editor.page.locator('.settings-editor', { hasText: 'Commonly Used' }).first().waitFor();
    await editor.type('@ext:glossator.glossator');
    const categories = editor.page.locator('.settings-editor .setting-item-contents .setting-item-category');
    await waitFor('nothing but settings of Glossator', async () => {
      const shown = await categories.allInnerTexts();
      return shown.length > 2 && shown.every((each) => each.includes('Glossator'));
    });
    await picture('settings');
    await editor.command('View: Close Editor');
  });

  it('say of a text that was never saved that it has to be, and save it', async () => {
    await editor.command('File: New Untitled Text File');
    await editor.type('Willem Terpstra woont in Zutphen.');
    await editor.press('Control+a', 'Control+k', 'Shift+p');
    assert.match(await editor.toast('Save this text'), /its annotations are kept in a file beside it/);
    await picture('unsaved');
    await editor.pressButton('Save As');
    await editor.quickInput().waitFor();
    await editor.press('Escape');
    await editor.command('Glossator: Review Suggestions');
    await editor.toast('Save this text');
    await editor.command('Notifications: Clear All Notifications');
    await editor.press('Control+a', 'Delete');
    await editor.command('View: Close Editor');
  });

  it('stop a wait that is too long', async () => {
    const text = readFileSync(path.join(editor.workspace, ARTICLE), 'utf8').repeat(10);
    for (let number = 0; number < 1_500; number += 1) {
      const file = path.join(editor.workspace, `bericht-${number}.txt`);
      writeFileSync(file, text);
      writeFileSync(
        `${file}.annotations.yaml`,
        `glossator: 1\nannotations:\n  anna:\n    a${String(number).padStart(7, '0')}:\n      type: note\n      quote: "Utrecht"\n      rendering: "Utrecht"\n`,
      );
    }
    await editor.reload();
    await editor.command('Glossator: Check Consistency');
    const waiting = editor.page.locator('.notifications-toasts .notification-list-item', {
      hasText: 'Checking translation notes',
    });
    await waiting.waitFor();
    await picture('progress');
    await waiting.locator('.monaco-button', { hasText: 'Cancel' }).click();
    await editor.toast('The check was stopped before its end');
    await picture('stopped');
  });
});
