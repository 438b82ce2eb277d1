import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Editor, waitFor } from './driver';

describe('the walkthrough', () => {
  it('is done from its own buttons, and ticks what was done', async () => {
    const editor = await Editor.open({
      size: { width: 1600, height: 900 },
      settings: { 'comments.openView': 'never' },
    });
    const { page } = editor;
    const file = path.join(editor.workspace, 'glossator-sample.txt.annotations.yaml');
    const saved = (part: string) =>
      waitFor(`“${part}” in the annotation file`, () => existsSync(file) && readFileSync(file, 'utf8').includes(part));
    const step = (title: string) => page.locator('.getting-started-step', { hasText: title }).first();
    const isTicked = async (title: string) =>
      (await step(title).locator('.codicon-getting-started-step-checked').count()) > 0;
    const ticked = (title: string) => waitFor(`the tick of “${title}”`, () => isTicked(title));
    const press = async (title: string, button: string) => {
      await step(title).locator('.step-title').click();
      await step(title).getByRole('button', { name: button, exact: true }).click();
    };

    const inArticle = async () => {
      await editor.tab('glossator-sample.txt').click();
      await editor.activeEditor().waitFor();
    };

    await editor.command('Glossator: Open Walkthrough');
    await press('Open an article', 'Open the Sample Article');
    const dialog = page.locator('.quick-input-widget:visible', { hasText: 'Where shall the sample' });
    await dialog.locator('.monaco-list-row', { hasText: 'letters-from-a-cell.txt' }).waitFor();
    await dialog.locator('.monaco-button', { hasText: 'OK' }).click();
    await editor.tab('glossator-sample.txt').waitFor();
    await waitFor('the article to wrap', async () => (await editor.visibleText()).includes('Druk op de familie'));
    await ticked('Open an article');
    assert.ok(await step('Accept a suggestion').isVisible(), 'the walkthrough stays in sight beside the article');

    await inArticle();
    await editor.goTo(1, 1);
    await press('Accept a suggestion', 'Accept');
    await editor.toast('no suggestion at the cursor');
    assert.ok(!(await isTicked('Accept a suggestion')), 'nothing was accepted yet');
    await editor.command('Notifications: Clear All Notifications');
    await inArticle();
    await editor.clickText('Goelnora Rachimova');
    await press('Accept a suggestion', 'Accept');
    await saved('quote: "Goelnora Rachimova"');
    await ticked('Accept a suggestion');
    const tip = await step('Accept a suggestion').innerText();
    assert.match(tip.replace(/\s+/gu, ''), /Ctrl\+KShift\+A|⌘K⇧A/u, tip);

    await inArticle();
    await editor.clickText('Istanbul');
    await press('Reject what is wrong', 'Reject Here');
    await saved('rejected:');
    await ticked('Reject what is wrong');
    await press('Reject what is wrong', 'Review Suggestions');
    await editor.statusItem('Review');
    await editor.press('s');
    await editor.press('Escape');

    await inArticle();
    await editor.select('opgepakt');
    await press('Mark something yourself', 'Mark as Charge');
    await saved('quote: "opgepakt"');
    await ticked('Mark something yourself');

    await inArticle();
    await editor.select('vlak voordat');
    await press('Translate a passage', 'Add Translation');
    await editor.answer('shortly before', 'Translate');
    await saved('rendering: "shortly before"');
    await ticked('Translate a passage');

    await press('Find the annotation file', 'Open Annotation File');
    await editor.tab('glossator-sample.txt.annotations.yaml').waitFor();
    await ticked('Find the annotation file');
    await editor.screenshot('out/ui/walkthrough/end.png');
  });
});
