/** The pictures of `npm run screenshots`: each scene brings the editor into a state and says how it is called. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { waitFor, type Editor } from '../test/ui/driver';

export interface Scene {
  /** File name, without theme and ending. */
  readonly name: string;
  /** What the picture is to show; goes to the README as its alternative text. */
  readonly shows: string;
  /** Endings of the themes that it is pictured in; all when absent. */
  readonly themes?: readonly string[];
  /** Brings the editor, which has the samples open and no file, into the state; an error leaves the picture out and fails the run. */
  readonly arrange: (editor: Editor) => Promise<void>;
}

/** Themes of the pictures: the ending of the file's name, and VS Code's name for it. */
export const themes: readonly { readonly ending: string; readonly theme: string }[] = [
  { ending: 'light', theme: 'Light 2026' },
  { ending: 'dark', theme: 'Dark 2026' },
];

/** The sample that is annotated already, with renderings and notes. */
const TRIAL = 'rechtbank-utrecht-eist-celstraf.txt';
const ARREST = 'tasjkent-blogger-opgepakt.txt';

/** Opens an article and waits until it shows highlights, and its counts in the status bar. */
const openArticle = async (editor: Editor, name: string): Promise<void> => {
  await editor.openFile(name);
  await editor.highlights();
  await editor.statusItem(/[1-9]\d* to review/u);
  // Away from the tab, whose hover would be in the picture.
  await editor.page.mouse.move(800, 700);
};

/** Opens the article that is annotated, and waits for its renderings. */
const openTrial = async (editor: Editor): Promise<void> => {
  await openArticle(editor, TRIAL);
  await waitFor('the renderings', async () => (await editor.visibleText()).includes('threatening refugees'));
};

/** Shows our own views in the side bar in place of the Explorer. */
const showViews = async (editor: Editor): Promise<void> => {
  await editor.page
    .locator('.activitybar .action-item', { has: editor.page.locator('[aria-label^="Glossator"]') })
    .first()
    .click();
  await editor.page.locator('.sidebar .pane-header', { hasText: 'This Source' }).waitFor();
};

export const scenes: readonly Scene[] = [
  {
    name: 'article',
    shows:
      'A Dutch article with suggestions, confirmed annotations and renderings behind their passages; the hover says more.',
    arrange: async (editor) => {
      await openTrial(editor);
      await editor.hover('ambtelijke omkoping', 'bribery of a public official');
    },
  },
  {
    name: 'review',
    shows: 'Reviewing suggestions one by one with single keys.',
    themes: ['dark'],
    arrange: async (editor) => {
      await openArticle(editor, ARREST);
      await editor.goTo(1, 1);
      await editor.press('Control+k', 'Shift+v');
      await waitFor('the first suggestion', async () =>
        (await editor.statusBar()).some((item) => item.includes('selected')),
      );
      await editor.press('s');
      await waitFor('the second suggestion', async () =>
        (await editor.statusBar()).some((item) => item.includes('(8 selected)')),
      );
    },
  },
  {
    name: 'note',
    shows: 'A translation note in the comments, and all notes of the open sources in the panel.',
    themes: ['light'],
    arrange: async (editor) => {
      await openTrial(editor);
      const panel = await editor.commentsPanel();
      await panel.getByText('stood trial').first().click();
      await editor.commentThreads().first().waitFor();
      await editor.commentThreads().first().getByText('stood trial').first().waitFor();
    },
  },
  {
    name: 'annotation-file',
    shows: 'The annotation file beside its article.',
    themes: ['light'],
    arrange: async (editor) => {
      await openTrial(editor);
      await editor.press('Control+k', 'Shift+f');
      await editor.tab(`${TRIAL}.annotations.yaml`).waitFor();
      await editor.statusItem(/^YAML$/u);
      await editor.command('View: Toggle Primary Side Bar Visibility');
      await editor.goTo(32, 1);
    },
  },
  {
    name: 'views',
    shows: 'The sources of the folder, and what is marked in the open one.',
    themes: ['light'],
    arrange: async (editor) => {
      await openTrial(editor);
      await showViews(editor);
      const row = (text: string) => editor.page.locator('.sidebar .monaco-list-row', { hasText: text }).first();
      await row('Marijke Veldkamp').waitFor();
      // The folder is searched for sources beside the one that is open.
      await row('Hoger beroep in adressenzaak').waitFor();
    },
  },
  {
    name: 'attention',
    shows: 'Somebody changed the article: what has other words now, or none, is listed, and nothing is lost.',
    themes: ['light'],
    arrange: async (editor) => {
      await openTrial(editor);
      await showViews(editor);
      const file = path.join(editor.workspace, TRIAL);
      const changed = readFileSync(file, 'utf8')
        .replace('deelname aan een criminele organisatie', 'deelneming aan een criminele organisatie')
        .replace(' Hij stond terecht voor', ' Hij werd vervolgd voor');
      writeFileSync(file, changed);
      await editor.page.locator('.sidebar .monaco-list-row', { hasText: 'not found' }).first().waitFor();
      await waitFor('the new text', async () => (await editor.visibleText()).includes('deelneming'));
      await editor.command('Notifications: Clear All Notifications');
    },
  },
];
