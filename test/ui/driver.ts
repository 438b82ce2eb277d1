/**
 * The editor as a user meets it: a page object over VS Code's window. It types, clicks and looks; it never sleeps blindly,
 * but waits until what it expects is seen, and says what it waited for when it is not.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../workbench/browser';
import { installServer, repository } from '../workbench/installation';
import { sampleWorkspace } from '../workbench/sampleWorkspace';
import { startServer, temporaryFolder, type Server, type Settings } from '../workbench/server';

export interface EditorOptions {
  /** VSIX files to install; the packaged Glossator when absent. */
  readonly extensions?: readonly string[];
  /** The folder to open, used as it is; a throw-away copy of the sample articles when absent. */
  readonly workspace?: string;
  /** Changes the throw-away copy before it is opened. */
  readonly arrange?: (folder: string) => void;
  /** User settings, over the quiet ones. */
  readonly settings?: Settings;
  /** Name of VS Code's colour theme. */
  readonly theme?: string;
  readonly size?: { readonly width: number; readonly height: number };
  /** Device pixels for one CSS pixel; 2 for pictures that are printed. */
  readonly scale?: number;
}

/** A text node of the page; the suite's own types know no DOM. */
interface Letters {
  readonly data: string;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Settings for a window in which one article is read, wrapped and with nothing beside it. */
export const readingSettings: Settings = {
  'glossator.offerFolderSetup': false,
  'comments.openView': 'never',
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
};

/** The VSIX that the suite installs, made by `npm run package`. */
export const packagedExtension = process.env.GLOSSATOR_VSIX ?? path.join(repository, 'dist/glossator.vsix');

const pollInterval = 50;

/** Asks `condition` until its answer is truthy and returns that; `what` completes “waited 20 s for”. Errors in between count as “not yet”. */
export const waitFor = async <T>(
  what: string,
  condition: () => T | Promise<T>,
  timeout = 20_000,
): Promise<Exclude<T, undefined | null | false | '' | 0>> => {
  const end = Date.now() + timeout;
  let last: unknown;
  for (;;) {
    try {
      last = await condition();
      if (last) return last as Exclude<T, undefined | null | false | '' | 0>;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) {
      const seen = last instanceof Error ? last.message : JSON.stringify(last);
      throw new Error(`Waited ${timeout / 1000} s for ${what}; last seen: ${seen}`);
    }
    await new Promise((resolve) => setTimeout(resolve, pollInterval));
  }
};

/** Whether something comes into sight within some milliseconds. */
export const appears = (what: Locator, timeout: number): Promise<boolean> =>
  what.waitFor({ timeout }).then(
    () => true,
    () => false,
  );

const open = new Set<Editor>();

/** Ends every editor that a test left open. */
export const closeAllEditors = async (): Promise<void> => {
  for (const editor of [...open]) await editor.close();
};

/** A picture and the logs of every open editor, for a test that failed. */
export const keepEvidenceOfAll = async (test: string): Promise<void> => {
  for (const editor of open) await editor.keepEvidence(test);
};

export class Editor {
  private constructor(
    private server: Server,
    private readonly browser: Browser,
    /** Playwright's page, for what the methods here do not cover. */
    readonly page: Page,
    /** The folder that is open, an ordinary folder on disk. */
    readonly workspace: string,
    private readonly options: EditorOptions,
    private readonly ownWorkspace: boolean,
    private readonly messages: string[],
  ) {}

  /** Starts a server of its own with the extension installed and opens the folder. */
  static async open(options: EditorOptions = {}): Promise<Editor> {
    const workspace = options.workspace ?? sampleWorkspace('ui');
    if (options.workspace === undefined) options.arrange?.(workspace);
    const dataFolder = temporaryFolder('ui');
    const server = await startServer({
      ...serverOptions(options),
      dataFolder,
      extensions: options.extensions ?? [packagedExtension],
    });
    const browser = await launchBrowser();
    const page = await browser.newPage({
      viewport: options.size ?? { width: 1280, height: 900 },
      deviceScaleFactor: options.scale ?? 1,
      // Pasting a file in the Explorer asks the browser for its clipboard.
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    page.setDefaultTimeout(30_000);
    const messages: string[] = [];
    page.on('console', (message) => messages.push(`[${message.type()}] ${message.text()}`));
    const editor = new Editor(server, browser, page, workspace, options, options.workspace === undefined, messages);
    open.add(editor);
    await editor.load();
    return editor;
  }

  /** Where the extension keeps what is no part of a workspace. */
  get extensionStorage(): string {
    return path.join(this.server.dataFolder, 'data/User/globalStorage/glossator.glossator');
  }

  private async load(): Promise<void> {
    await this.page.goto(this.server.address(this.workspace));
    await this.page.locator('.monaco-workbench .part.editor').waitFor({ timeout: 60_000 });
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
    await waitFor(
      'the extensions to be loaded',
      async () => (await this.page.locator('.statusbar-item').count()) > 2,
      30_000,
    );
  }

  /** Reloads the window, as `Developer: Reload Window` does. */
  async reload(): Promise<void> {
    await this.page.goto('about:blank');
    await this.load();
  }

  /** Ends the server and starts it anew on the same user data and folder, as after switching the machine off and on. */
  async restart(): Promise<void> {
    await this.page.goto('about:blank');
    await this.server.stop({ keepData: true });
    this.server = await startServer({
      ...serverOptions(this.options),
      dataFolder: this.server.dataFolder,
      port: this.server.port,
    });
    await this.load();
  }

  /** Ends browser and server; removes what was made for the run. */
  async close(): Promise<void> {
    if (!open.delete(this)) return;
    await this.browser.close().catch(() => undefined);
    await this.server.stop();
    if (this.ownWorkspace) rmSync(path.dirname(this.workspace), { recursive: true, force: true, maxRetries: 5 });
  }

  /** Puts a picture of the window and the window's and extension hosts' logs into `out/ui/NAME`. */
  async keepEvidence(name: string): Promise<void> {
    const folder = path.join(repository, 'out/ui', name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80));
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: path.join(folder, 'window.png'), timeout: 5_000 }).catch(() => undefined);
    writeFileSync(path.join(folder, 'window.log'), this.messages.join('\n'));
    const logs = path.join(this.server.dataFolder, 'data/logs');
    if (existsSync(logs)) cpSync(logs, path.join(folder, 'logs'), { recursive: true });
    console.log(`      evidence in ${path.relative(process.cwd(), folder)}`);
  }

  // ---- keyboard and palette

  /** Presses a key combination (`Control+Shift+M`); several, in order, make a chord. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types text where the focus is. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Opens the palette or a relative of it with a key and fills its input; tries again where the window takes the focus away. */
  private async openQuickInput(key: string, text: string): Promise<void> {
    await waitFor(
      `the quick input of ${key}`,
      async () => {
        await this.press(key);
        await this.quickInput().fill(text, { timeout: 3_000 });
        return (await this.quickInput().inputValue({ timeout: 1_000 })) === text;
      },
      40_000,
    );
  }

  /** Runs a command through the palette by its full title, `Category: Title`; a palette opened before its extension was known is opened again. */
  async command(title: string): Promise<void> {
    await waitFor(
      `the command ${title}`,
      async () => {
        await this.openQuickInput('F1', `>${title}`);
        const row = this.quickPickRow(title);
        const isListed = await appears(row, 8_000);
        await (isListed ? row.click() : this.press('Escape'));
        return isListed;
      },
      40_000,
    );
  }

  /** Opens the palette with this typed, and leaves it open. */
  async offer(typed: string): Promise<void> {
    await this.openQuickInput('F1', `>${typed}`);
    await this.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row').first().waitFor();
  }

  /** Titles that the palette offers for what is typed. */
  async commandsFor(typed: string): Promise<readonly string[]> {
    await this.openQuickInput('F1', `>${typed}`);
    const rows = this.page.locator('.quick-input-list .monaco-list-row .label-name');
    await rows.first().waitFor();
    const titles = await rows.allTextContents();
    await this.press('Escape');
    return titles;
  }

  /** The input of the palette, of a quick pick or of an input box. */
  quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-box input');
  }

  /** A row of the open quick pick whose label is, or else contains, `label`. */
  quickPickRow(label: string): Locator {
    const rows = this.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
    const exact = rows.filter({
      has: this.page.locator('.label-name', { hasText: new RegExp(`^\\s*${escapePattern(label)}\\s*$`, 'u') }),
    });
    return exact.or(rows.filter({ hasText: label })).first();
  }

  /** Picks the row of the open quick pick. */
  async pick(label: string): Promise<void> {
    await this.quickPickRow(label).click();
  }

  /** Fills the open input box and sends it with Enter. `title` waits for the box that shows this text. */
  async answer(text: string, title?: string): Promise<void> {
    if (title !== undefined) await this.page.locator('.quick-input-widget:visible', { hasText: title }).waitFor();
    await this.quickInput().fill(text);
    await this.press('Enter');
  }

  // ---- files and text

  /** The article texts in the folder, as paths relative to it. */
  articles(): readonly string[] {
    return readdirSync(this.workspace, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.txt'))
      .sort();
  }

  /** Opens a file of the folder by its name, or a part of it, through Go to File, and waits until its text is there. */
  async openFile(name: string): Promise<void> {
    const label = path.basename(name);
    const rows = this.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row', {
      hasText: label,
    });
    // Its annotation file has the same beginning, may stand before it, and may change places with it while files are found.
    const icon = JSON.stringify(`${label.toLowerCase()}-name-file-icon`);
    const exact = rows.filter({ has: this.page.locator(`[class~=${icon}]`) }).first();
    const active = this.page.locator('.editor-group-container.active .tab.active').first();
    await waitFor(
      `${name} to be opened`,
      async () => {
        await this.openQuickInput('Control+p', name);
        const isThere = await appears(exact, 5_000);
        // A row that gives way to another between being found and being clicked would open that other file.
        await this.steadyRows();
        await (isThere ? exact : rows.first()).click({ timeout: 5_000 });
        const isShown = (shown: string): boolean => (isThere ? shown === label : shown.includes(label));
        const shown = async (): Promise<string> =>
          (await active.getAttribute('data-resource-name', { timeout: 2_000 })) ?? '';
        return waitFor('its tab', async () => isShown(await shown()), 8_000);
      },
      60_000,
    );
    await this.activeEditor().locator('.view-line').first().waitFor();
  }

  /** Waits until the open quick pick has found all it looks for and its rows keep their places. */
  private async steadyRows(): Promise<void> {
    const widget = this.page.locator('.quick-input-widget:visible');
    const isBusy = async () => (await widget.locator('.quick-input-progress.active').count()) > 0;
    await this.steady(widget.locator('.quick-input-list .monaco-list-row'), isBusy);
  }

  /** Waits until rows keep their places: one that moves between being found and being clicked leaves another under the click. */
  async steady(rows: Locator, isBusy: () => Promise<boolean> = () => Promise.resolve(false)): Promise<void> {
    await waitFor('the rows to keep their places', async () => {
      const before = await rows.allInnerTexts();
      await this.page.waitForTimeout(4 * pollInterval);
      return !(await isBusy()) && (await rows.allInnerTexts()).join('\n') === before.join('\n');
    });
  }

  /** The tab whose label contains `name`. */
  tab(name: string): Locator {
    return this.page
      .locator(`.tabs-container .tab[data-resource-name*="${name}"], .tabs-container .tab`, { hasText: name })
      .first();
  }

  /** The editor that has, or last had, the focus. */
  activeEditor(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance:visible .monaco-editor').first();
  }

  /** Puts the cursor at a 1-based line and column. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.openQuickInput('Control+g', `:${line}:${column}`);
    await this.press('Enter');
    await waitFor(`the cursor in line ${line}`, async () =>
      (await this.statusBar()).some((item) => item.includes(`Ln ${line}, Col ${column}`)),
    );
  }

  /** Selects a passage of the active editor by the keyboard, through Find; `occurrence` counts from 1 at the top of the file. */
  async select(text: string, occurrence = 1): Promise<void> {
    await this.activeEditor().click({ position: { x: 200, y: 10 } });
    await this.press('Control+Home', 'Control+f');
    const find = this.activeEditor().locator('.find-widget.visible .find-part textarea').first();
    await find.waitFor();
    // The same text as last time would be no change, and find nothing anew.
    await find.fill('');
    await find.fill(text);
    for (let step = 1; step < occurrence; step += 1) await this.press('Enter');
    await waitFor(`“${text}” to be found`, async () =>
      / of |van /.test((await this.activeEditor().locator('.find-widget .matchesCount').first().textContent()) ?? ''),
    );
    await waitFor('the find widget to close', async () => {
      await this.press('Escape');
      return (await this.activeEditor().locator('.find-widget.visible').count()) === 0;
    });
    await waitFor(`“${text}” to be selected`, async () =>
      (await this.statusBar()).some((item) => item.includes(`(${text.length} selected)`)),
    );
  }

  /** Adds a further passage to the selection with Alt and the mouse. It must be in sight. */
  async addSelection(text: string, occurrence = 1): Promise<void> {
    const box = await this.boxOf(text, occurrence);
    const y = box.y + box.height / 2;
    await this.page.keyboard.down('Alt');
    await this.page.mouse.move(box.x + 0.5, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + box.width - 0.5, y, { steps: 4 });
    await this.page.mouse.up();
    await this.page.keyboard.up('Alt');
  }

  /** Puts the cursor into a passage that is in sight, with a click. */
  async clickText(text: string, occurrence = 1): Promise<void> {
    const box = await this.boxOf(text, occurrence);
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** What the active editor shows of its text, one visual line a line. */
  async visibleText(): Promise<string> {
    return (await this.visibleLines()).map((line) => line.text).join('\n');
  }

  private async visibleLines(): Promise<readonly { readonly text: string; readonly top: number }[]> {
    return this.activeEditor()
      .locator('.view-lines .view-line')
      .evaluateAll((lines) =>
        lines
          .map((line) => ({
            text: (line.textContent ?? '').replaceAll('\u00a0', ' '),
            top: line.getBoundingClientRect().top,
          }))
          .sort((a, b) => a.top - b.top),
      );
  }

  /** Where a passage stands on the screen; a passage that wraps gives the part on its first visual line. */
  async boxOf(text: string, occurrence = 1): Promise<Box> {
    return waitFor(`“${text}” in sight`, () =>
      this.activeEditor()
        .locator('.view-lines')
        .first()
        .evaluate(
          (root, [wanted, nth]) => {
            const lines = [...root.querySelectorAll('.view-line')].sort(
              (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
            );
            const places: { node: Letters; offset: number; line: number }[] = [];
            let all = '';
            lines.forEach((line, number) => {
              const walker = line.ownerDocument.createTreeWalker(line, 4);
              for (
                let node = walker.nextNode() as Letters | null;
                node !== null;
                node = walker.nextNode() as Letters | null
              ) {
                for (let offset = 0; offset < node.data.length; offset += 1)
                  places.push({ node, offset, line: number });
                all += node.data.replaceAll('\u00a0', ' ');
              }
            });
            let at = -1;
            for (let count = 0; count < nth; count += 1) {
              at = all.indexOf(wanted, at + 1);
              if (at < 0) return undefined;
            }
            const first = places[at]!;
            const covered = places.slice(at, at + wanted.length).filter((place) => place.line === first.line);
            const last = covered[covered.length - 1]!;
            const range = root.ownerDocument.createRange();
            range.setStart(first.node as never, first.offset);
            range.setEnd(last.node as never, last.offset + 1);
            const { x, y, width, height } = range.getBoundingClientRect();
            return { x, y, width, height };
          },
          [text, occurrence] as const,
        ),
    );
  }

  /** Rests the mouse on a passage that is in sight and returns what the hover says; `containing` waits for that text. */
  async hover(text: string, containing?: string, occurrence = 1): Promise<string> {
    const box = await this.boxOf(text, occurrence);
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await this.page.mouse.move(box.x + box.width / 2 + 1, box.y + box.height / 2);
    const hover = this.page.locator('.monaco-hover:visible .hover-contents');
    return waitFor(`a hover on “${text}”${containing === undefined ? '' : ` with “${containing}”`}`, async () => {
      // Words that come from a file stand there with no-break spaces.
      const shown = (await hover.allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');
      return (
        containing === undefined ? shown.trim() !== '' && !shown.includes('Loading...') : shown.includes(containing)
      )
        ? shown
        : undefined;
    });
  }

  /**
   * The passages that carry an inline decoration with this CSS property value, in the order of the screen: how a test sees
   * highlights without knowing their class names. `property` is a computed style such as `borderBottomStyle`.
   */
  async decorated(property: string, accepts: (value: string) => boolean): Promise<readonly string[]> {
    const spans = await this.activeEditor()
      .locator('.view-lines .view-line > span > span')
      .evaluateAll(
        (elements, name) =>
          elements.map((element) => {
            const style = element.ownerDocument.defaultView!.getComputedStyle(element);
            const { top, left } = element.getBoundingClientRect();
            return { text: element.textContent ?? '', value: style.getPropertyValue(name), top, left };
          }),
        property,
      );
    return spans
      .filter((span) => accepts(span.value))
      .sort((a, b) => a.top - b.top || a.left - b.left)
      .map((span) => span.text.replaceAll('\u00a0', ' '));
  }

  /** Boxes that decorations draw around passages of the active editor: VS Code puts them on a layer beneath the text. */
  async boxes(): Promise<readonly (Box & { readonly style: string })[]> {
    const boxes = await this.activeEditor()
      .locator('.view-overlays .cdr')
      .evaluateAll((elements) =>
        elements.map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          const style = element.ownerDocument.defaultView!.getComputedStyle(element).borderBottomStyle;
          return { x, y, width, height, style };
        }),
      );
    return boxes.filter(({ style }) => style !== 'none');
  }

  /** The passages that the extension decorates, once there are some, whatever the decoration looks like. */
  async highlights(): Promise<readonly string[]> {
    return waitFor('highlights', async () => {
      const spans = this.activeEditor().locator('.view-lines [class*="ced-"]');
      const texts = await spans.allTextContents();
      return texts.length > 0 && texts.map((text) => text.replaceAll('\u00a0', ' '));
    });
  }

  // ---- the rest of the window

  /** Text of every item of the status bar. */
  async statusBar(): Promise<readonly string[]> {
    return this.page.locator('.part.statusbar .statusbar-item').allInnerTexts();
  }

  /** Waits for an item of the status bar that contains `text`. */
  async statusItem(text: string | RegExp): Promise<Locator> {
    const item = this.page.locator('.part.statusbar .statusbar-item', { hasText: text }).first();
    await item.waitFor();
    return item;
  }

  /** Waits for a notification that contains `text` and returns all it says. */
  async toast(text: string | RegExp): Promise<string> {
    const toast = this.page.locator('.notifications-toasts .notification-list-item', { hasText: text }).first();
    await toast.waitFor();
    return toast.innerText();
  }

  /** Presses a button of a notification, or of a modal dialogue. */
  async pressButton(label: string): Promise<void> {
    await this.page
      .locator('.notifications-toasts .monaco-button, .monaco-dialog-box .monaco-button', { hasText: label })
      .first()
      .click();
  }

  /** Shows a view by its title, through the palette's `View: Open View...`, and returns its pane. */
  async view(title: string): Promise<Locator> {
    await this.openQuickInput('F1', `view ${title}`);
    await this.quickPickRow(title).click();
    const pane = this.page.locator('.pane', { has: this.page.locator('.pane-header', { hasText: title }) }).first();
    await pane.waitFor();
    return pane;
  }

  /** The rows of a view's tree, as a screen reader names them. */
  async treeRows(pane: Locator): Promise<readonly string[]> {
    return pane
      .locator('.monaco-list-row')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? row.textContent ?? ''));
  }

  /** What the Problems panel lists, once it lists something that contains `text`. */
  async problems(text: string): Promise<readonly string[]> {
    await this.command('Problems: Focus on Problems View');
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    await rows.filter({ hasText: text }).first().waitFor();
    return rows.allInnerTexts();
  }

  /** The comment threads that stand open in the active editor. */
  commentThreads(): Locator {
    return this.page.locator('.review-widget:visible');
  }

  /** What the Comments panel lists. */
  async commentsPanel(): Promise<Locator> {
    await this.command('Comments: Focus on Comments View');
    const panel = this.page.locator('.comments-panel');
    await panel.waitFor();
    return panel;
  }

  /** The document inside the webview whose content matches `selector`. */
  async webview(selector: string): Promise<Locator> {
    return waitFor(`a webview with ${selector}`, async () => {
      for (const frame of this.page.frames()) {
        const found = frame.locator(selector).first();
        if (await found.isVisible().catch(() => false)) return found;
      }
      return undefined;
    });
  }

  /** Writes a PNG of the window, or of one part of it. */
  async screenshot(file: string, part?: Locator): Promise<void> {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    // A blinking cursor and a half-drawn scroll bar would make each picture another.
    const options = { path: file, animations: 'disabled', caret: 'hide' } as const;
    await (part === undefined ? this.page.screenshot(options) : part.screenshot(options));
  }
}

const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');

const serverOptions = (
  options: EditorOptions,
): { readonly installation: ReturnType<typeof installServer>; readonly settings: Settings } => ({
  installation: installServer(),
  settings: { ...(options.theme === undefined ? {} : { 'workbench.colorTheme': options.theme }), ...options.settings },
});
