/**
 * Notes, terms and details that somebody sent: whatever stands in them is shown, and none of it runs a command, loads a picture or
 * becomes markup, in the hover, the comments, the messages, the report and its exports.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { repository } from '../workbench/installation';
import { Editor, readingSettings, waitFor } from './driver';

const ARTICLE = 'ingezonden.txt';
const TEXT =
  'De rechter sprak van een schijnproces, en de drukker zweeg. Hij hangt het niet aan de grote klok, zei hij later.\n';
/** A command whose run would be seen at once. */
const COMMAND = 'workbench.action.files.newUntitledFile';
const ELSEWHERE = 'https://elsewhere.invalid';
const EVIL = [
  `[Press](command:${COMMAND})`,
  `![spy](${ELSEWHERE}/a.png)`,
  `\\\\![spy](${ELSEWHERE}/b.png)`,
  `\\![spy](${ELSEWHERE}/c.png)`,
  `<img src="${ELSEWHERE}/d.png" onerror="document.title='run'">`,
  `<script>document.title='run'</script>`,
  `<command:${COMMAND}>`,
  `[go](javascript:document.title='run')`,
  `![ref][r]`,
  ``,
  `[r]: ${ELSEWHERE}/e.png`,
].join('\n');
const indented = (text: string): string => text.replaceAll('\n', '\n        ');
const SIDECAR = `glossator: 1

source:
  language: nl
  title: "A <img src=${ELSEWHERE}/t.png> title [x](command:${COMMAND})"
  author: "=HYPERLINK(\\"${ELSEWHERE}\\")"
  url: "javascript:document.title='run'"

annotations:
  "mallory [m](command:${COMMAND})":
    aaaaaaaa:
      type: note
      quote: "schijnproces"
      rendering: "show trial [Press](command:${COMMAND}) ![spy](${ELSEWHERE}/f.png)"
      literal: "<img src='${ELSEWHERE}/g.png' onerror='document.title=1'>"
      alternatives:
        - { text: "=1+1 [x](command:${COMMAND})", why: "![spy](${ELSEWHERE}/h.png)" }
      explanation: |
        ${indented(EVIL)}
      authority: "[statute](command:${COMMAND})"
      state: doubtful
      created: "2026-11-21T09:03:25Z"
    bbbbbbbb:
      type: note
      quote: "words that are gone"
      rendering: "gone"
      created: "2026-11-21T09:03:25Z"
    cccccccc:
      reply to: aaaaaaaa
      text: |
        ${indented(EVIL)}
      created: "2026-11-21T09:04:25Z"
`;
const TERM = `[Details](command:${COMMAND})`;
const GLOSSARY = `glossator: 1
terms:
  "${TERM}": {}
  grote klok:
    rendering: "bell ![spy](${ELSEWHERE}/i.png)"
    explanation: |
        ${indented(EVIL)}
`;

describe('notes that try to run a command or to load a picture', () => {
  let editor: Editor;
  const asked: string[] = [];
  const picture = (name: string) => editor.screenshot(path.join(repository, 'out/ui/hostile', `${name}.png`));
  /** Nothing was asked from elsewhere, no command has opened a new file, no script has changed the page. */
  const assertNothingRan = async (): Promise<void> => {
    assert.deepEqual(asked, []);
    assert.equal(await editor.tab('Untitled-1').count(), 0, 'a command was run');
    for (const frame of editor.page.frames())
      assert.ok(!['run', '1'].includes(await frame.title()), 'a script was run');
  };
  /** Pictures and places that a press would lead to, within a part of the window. */
  const livingPartsOf = async (part: Locator): Promise<readonly string[]> =>
    part
      .locator('img, script, iframe, object, a')
      .evaluateAll((all) =>
        all.map((element) => element.getAttribute('data-href') ?? element.getAttribute('href') ?? element.outerHTML),
      );
  const frameWith = (selector: string): Promise<Frame> =>
    waitFor(`a page with ${selector}`, async () => {
      for (const frame of editor.page.frames()) if ((await frame.locator(selector).count()) > 0) return frame;
      return undefined;
    });

  before(async () => {
    editor = await Editor.open({
      settings: { ...readingSettings, 'glossator.author': 'anna' },
      arrange: (folder) => {
        writeFileSync(path.join(folder, ARTICLE), TEXT);
        writeFileSync(path.join(folder, `${ARTICLE}.annotations.yaml`), SIDECAR);
        writeFileSync(path.join(folder, 'glossary.yaml'), GLOSSARY);
      },
    });
    editor.page.on('request', (request) => {
      if (request.url().startsWith(ELSEWHERE)) asked.push(request.url());
    });
    await editor.openFile(ARTICLE);
    await editor.highlights();
  });
  after(() => editor.close());

  it('are read whole in the hover, whose only links are Glossator’s own and addresses that say where they lead', async () => {
    const said = await editor.hover('schijnproces', 'show trial');
    assert.ok(said.includes(`![spy](${ELSEWHERE}/a.png)`), said);
    await picture('1-hover');
    const links = await livingPartsOf(editor.page.locator('.monaco-hover:visible'));
    const own = /^command:glossator\.|^https:\/\/elsewhere\.invalid\/[a-e]\.png$/u;
    assert.deepEqual(
      links.filter(
        (link) => !own.test(link) && !link.startsWith('<a role="button"') && !link.includes('class="action'),
      ),
      [],
    );
    await assertNothingRan();
    await editor.press('Escape');
    await editor.page.mouse.move(5, 5);
  });

  it('are read in the comments, where a press on their link runs nothing', async () => {
    await editor.openFile(ARTICLE);
    const panel = await editor.commentsPanel();
    await panel.locator('.monaco-list-row', { hasText: 'show trial' }).first().click();
    const thread = editor.commentThreads().first();
    await thread.waitFor();
    await waitFor('the note', async () => (await thread.innerText()).includes('Press'));
    await picture('2-comments');
    assert.deepEqual(
      (await livingPartsOf(thread.locator('.comment-body'))).filter((part) => part.startsWith('<img')),
      [],
    );
    for (const link of await thread.getByText('Press', { exact: true }).all()) await link.click({ timeout: 2_000 });
    await assertNothingRan();
    await editor.press('Control+j');
    await editor.press('Escape');
  });

  it('are quoted in messages without a link', async () => {
    await editor.command('Glossator: Focus on Glossary View');
    const row = editor.page.locator('.pane', { hasText: 'Glossary' }).last().locator('.monaco-list-row', {
      hasText: 'Details',
    });
    await row.first().click();
    await editor.press('Control+k', 'Shift+g');
    const toast = editor.page.locator('.notifications-toasts .notification-list-item', { hasText: 'Details' }).first();
    await toast.waitFor();
    await picture('3-message');
    assert.equal(await toast.locator('a').filter({ hasText: 'Details' }).count(), 0);
    await assertNothingRan();
    await editor.command('Notifications: Clear All Notifications');
  });

  it('are text in the report, where the one whose words are gone is told apart', async () => {
    await editor.command('Glossator: Translation Notes Report');
    const frame = await frameWith('tr[data-note]');
    await waitFor('the note', async () => (await frame.locator('tr[data-note]').count()) >= 2);
    await picture('4-report');
    assert.equal(await frame.locator('main a, main img, main script').count(), 0);
    const text = await frame.locator('main').innerText();
    assert.ok(text.includes('<script>'), text);
    assert.ok(text.includes('no certain place in the text'), text);
    await assertNothingRan();
  });

  it('are text in every export', async () => {
    for (const [name, file] of [
      ['HTML', 'translation-notes.html'],
      ['Markdown', 'translation-notes.md'],
      ['CSV', 'translation-notes.csv'],
    ] as const) {
      await editor.command('Glossator: Export Translation Notes Report');
      await editor.pick(name);
      await waitFor('the name of the file', async () => (await editor.quickInput().inputValue()).includes(file));
      await editor.press('Enter');
      await waitFor(file, () => existsSync(path.join(editor.workspace, file)));
    }
    const read = (file: string): string => readFileSync(path.join(editor.workspace, file), 'utf8');
    assert.doesNotMatch(read('translation-notes.csv'), /(?:^|[,\n])"?[=+@-]/u);

    const other = await editor.page.context().browser()!.newPage();
    other.on('request', (request) => asked.push(...(request.url().startsWith(ELSEWHERE) ? [request.url()] : [])));
    await other.setContent(read('translation-notes.html'));
    assert.equal(await other.locator('body a, body img, body script').count(), 0);
    assert.ok((await other.locator('body').innerText()).includes('onerror'));
    await other.close();

    await editor.openFile('translation-notes.md');
    await editor.command('Markdown: Open Preview');
    const preview = await frameWith('.markdown-body h1');
    await picture('5-markdown');
    assert.deepEqual(await preview.locator('.markdown-body a[href], .markdown-body img').allInnerTexts(), []);
    await assertNothingRan();
  });

  it('leave the annotation file and the glossary as they were', () => {
    assert.equal(readFileSync(path.join(editor.workspace, `${ARTICLE}.annotations.yaml`), 'utf8'), SIDECAR);
    assert.equal(readFileSync(path.join(editor.workspace, 'glossary.yaml'), 'utf8'), GLOSSARY);
  });
});
