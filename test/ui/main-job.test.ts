/**
 * The main job, once through, as a researcher does it: by keyboard and palette, in an editor that has the VSIX installed.
 * The stages follow one another in one window; each leaves a picture in out/ui/main-job.
 */
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SavedEntry } from '../workbench/annotationEntries';
import { repository } from '../workbench/installation';
import { Editor, readingSettings, waitFor } from './driver';
import { annotationFile, savedEntries, savedText } from './saved-annotations';

const ARTICLE = 'tasjkent-blogger-opgepakt.txt';
/** The two articles that the project was begun for; they are not ours to ship, so they are not always there. */
const realArticles = path.join(repository, '../shared/sources');
/** What a careless copy made of one annotated passage and of a word that nobody annotates. */
const TYPO = { wrong: 'aanzeten tot haat', right: 'aanzetten tot haat' };
const OTHER_TYPO = { wrong: 'zonder vergoedng', right: 'zonder vergoeding' };
const IDIOM = ['hangt', 'liever niet aan de grote klok'];

const manners = ['dotted', 'dashed', 'wavy', 'double', 'solid'] as const;
type Manner = (typeof manners)[number];

/** How a computed `text-decoration` underlines; a solid line is the one that goes without saying. */
const mannerOf = (decoration: string): Manner | undefined =>
  decoration.includes('underline') ? (manners.find((manner) => decoration.includes(manner)) ?? 'solid') : undefined;

/** The samples with the two slips in our article, and the real articles where they are. */
const withTypos = (folder: string): void => {
  const article = path.join(folder, ARTICLE);
  writeFileSync(
    article,
    readFileSync(article, 'utf8').replace(TYPO.right, TYPO.wrong).replace(OTHER_TYPO.right, OTHER_TYPO.wrong),
  );
  if (!existsSync(realArticles)) return;
  for (const name of readdirSync(realArticles)) copyFileSync(path.join(realArticles, name), path.join(folder, name));
};

describe('the main job, once through', function () {
  this.bail(true);
  let editor: Editor;

  const article = () => path.join(editor.workspace, ARTICLE);
  const sidecar = () => annotationFile(editor.workspace, ARTICLE);
  const saved = () => savedText(editor.workspace, ARTICLE);
  const entriesOf = (section: 'annotations' | 'rejected') => savedEntries(editor.workspace, ARTICLE, section);
  const entry = (
    quote: string | readonly string[],
    fits: (entry: SavedEntry) => boolean = () => true,
  ): Promise<SavedEntry> =>
    waitFor(`“${String(quote)}” in the annotation file`, () =>
      entriesOf('annotations').find((each) => String(each.quote) === String(quote) && fits(each)),
    );
  const picture = (stage: string) => editor.screenshot(path.join(repository, 'out/ui/main-job', `${stage}.png`));

  /** All text in sight that is underlined in this manner, run together: a passage that wraps is in several pieces. */
  const underlined = async (manner: Manner): Promise<string> =>
    (await editor.decorated('text-decoration', (value) => mannerOf(value) === manner)).join('');
  const drawn = (words: string, manner: Manner) =>
    waitFor(`“${words}” to be drawn ${manner}`, async () => (await underlined(manner)).includes(words));
  const inSight = (words: string) =>
    waitFor(`“${words}” in sight`, async () => (await editor.visibleText()).replaceAll('\n', '').includes(words));
  const counted = (count: string | RegExp) => editor.statusItem(count);
  const openAnnotationFile = async (): Promise<void> => {
    await editor.press('Control+k', 'Shift+f');
    await editor.tab(`${ARTICLE}.annotations.yaml`).waitFor();
    // The language of the editor that has the focus.
    await editor.statusItem(/^YAML$/u);
  };

  /** Everything that the stages up to here have made is drawn on its words. */
  const everythingIsOnItsWords = async (charge: string): Promise<void> => {
    await drawn('Goelnora Rachimova', 'solid');
    await drawn('Sardor Rachimov', 'solid');
    await drawn(charge, 'solid');
    for (const part of IDIOM) await drawn(part, 'dotted');
    await inSight('is reluctant to publicise');
    assert.ok(!(await underlined('dashed')).includes('Brussel'), 'what was rejected is suggested again');
    await drawn('Istanbul', 'dashed');
  };

  before(async () => {
    editor = await Editor.open({ arrange: withTypos, settings: readingSettings });
  });
  after(() => editor.close());

  it('opens the Dutch article: people, places and charges are suggested, and nothing is written', async () => {
    await editor.openFile(ARTICLE);
    await drawn('Goelnora Rachimova', 'dotted');
    await drawn('Tasjkent', 'dashed');
    await drawn('verspreiden van valse berichten', 'wavy');
    await counted(/0 annotations, \d+ to review/);
    await picture('1-suggestions');
    assert.ok(!(await editor.highlights()).join().includes('2023-05'), 'the metadata line is no part of the text');
    assert.equal(saved(), '', 'opening writes no annotation file');
  });

  it('opens the two real articles, where they are', async function () {
    if (!existsSync(realArticles)) this.skip();
    for (const name of readdirSync(realArticles)) {
      await editor.openFile(name);
      const all = (await editor.highlights()).join('|');
      assert.match(all, /Xinjiang/u, `${name}: ${all}`);
      await waitFor('a person', async () => (await underlined('dotted')).includes('Bilas'));
      await waitFor('a charge', async () => (await underlined('wavy')) !== '');
      await picture(`2-${name}`);
    }
    await editor.openFile(ARTICLE);
  });

  it('accepts a suggestion by keyboard, and shows it in another shape', async () => {
    await editor.goTo(1, 1);
    await editor.press('Control+k', 'Shift+ArrowRight');
    await waitFor('the first suggestion to be selected', async () =>
      (await editor.statusBar()).some((item) => item.includes('(18 selected)')),
    );
    await editor.press('Control+k', 'Shift+a');
    await drawn('Goelnora Rachimova', 'solid');
    assert.ok(!(await underlined('dotted')).includes('Goelnora Rachimova'));
    const { type, created } = await entry('Goelnora Rachimova');
    assert.equal(type, 'person');
    assert.match(String(created), /^\d{4}-\d{2}-\d{2}T/u);
    await counted('1 annotation,');
    await editor.select('Sardor Rachimov');
    await editor.command('Glossator: Accept');
    await entry('Sardor Rachimov');
    await picture('3-accepted');
  });

  it('rejects a suggestion, which stays away', async () => {
    await drawn('Brussel', 'dashed');
    await editor.select('Brussel');
    await editor.press('Control+k', 'Shift+r');
    await waitFor('the rejection in the annotation file', () =>
      entriesOf('rejected').some(({ quote, type }) => quote === 'Brussel' && type === 'place'),
    );
    await waitFor('its line to go', async () => !(await underlined('dashed')).includes('Brussel'));
    await picture('4-rejected');
  });

  it('marks a charge by hand', async () => {
    await editor.select(TYPO.wrong);
    await editor.command('Glossator: Mark as Charge');
    assert.equal((await entry(TYPO.wrong)).type, 'charge');
    await drawn(TYPO.wrong, 'solid');
    await picture('5-charge');
  });

  it('adds a translation note of two parts, with an alternative', async () => {
    await editor.select(IDIOM[0]!);
    await editor.addSelection(IDIOM[1]!);
    await editor.press('Control+k', 'Shift+t');
    await editor.answer('prefers not to publicise', IDIOM.join(' … '));
    await entry(IDIOM);
    await editor.clickText('grote klok');
    await editor.press('Control+k', 'Shift+e');
    await editor.pick('Also considered');
    await editor.answer('prefers to keep quiet about', 'Another rendering');
    await editor.answer('closer to the idiom', 'What speaks for it');
    await editor.pick('Done');
    await editor.pick('Save');
    const note = await entry(IDIOM, ({ alternatives }) => alternatives !== undefined);
    assert.equal(note['rendering'], 'prefers not to publicise');
    assert.deepEqual(note['alternatives'], [{ text: 'prefers to keep quiet about', why: 'closer to the idiom' }]);
    await inSight('prefers not to publicise');
    for (const part of IDIOM) await drawn(part, 'dotted');
    await editor.hover('grote klok', 'prefers to keep quiet about');
    await picture('6-note');
    await editor.press('Escape');
  });

  it('finds all of it in a text file beside the article, in words that a person reads', async () => {
    const text = saved();
    assert.match(text, /^# Annotations of tasjkent-blogger-opgepakt\.txt/u);
    assert.match(text, /^glossator: 1$/mu);
    assert.match(text, /^ +type: person\n +quote: "Goelnora Rachimova"$/mu);
    assert.match(text, /^ +quote: \["hangt", "liever niet aan de grote klok"\]$/mu);
    assert.equal(entriesOf('annotations').length, 4);
    assert.equal(entriesOf('rejected').length, 1);
    const source = readFileSync(article(), 'utf8');
    for (const { quote, position } of entriesOf('annotations')) {
      const { parts } = position as { readonly parts: readonly (readonly [number, number])[] };
      const characters = [...source];
      assert.deepEqual(
        parts.map(([start, end]) => characters.slice(start, end).join('')),
        [quote].flat(),
      );
    }
    await openAnnotationFile();
    await picture('7-annotation-file');
    await editor.command('View: Close Editor');
  });

  it('follows an edit of the file on disk, and one in the editor', async () => {
    writeFileSync(sidecar(), saved().replace('"prefers not to publicise"', '"would rather not broadcast" # better?'));
    await inSight('would rather not broadcast');

    await openAnnotationFile();
    await editor.select('would rather not broadcast');
    await editor.type('is reluctant to publicise');
    await editor.press('Control+s');
    await waitFor('the hand edit on disk', () => saved().includes('rendering: "is reluctant to publicise" # better?'));
    await editor.command('View: Close Editor');
    await inSight('is reluctant to publicise');
    await picture('8-followed');
  });

  it('names the line of a broken file in Problems, does not write over it, and works again when it is mended', async () => {
    const whole = saved();
    const broken = whole.replace('quote: "Sardor Rachimov"', 'quote: "Sardor Rachimov');
    const line = whole.slice(0, whole.indexOf('quote: "Sardor Rachimov"')).split('\n').length;
    writeFileSync(sidecar(), broken);
    const [file, ...rows] = await editor.problems(`[Ln ${line}`);
    assert.match(file ?? '', /annotations\.yaml/u);
    assert.match(rows.join('\n'), new RegExp(`Glossator.*\\[Ln ${line}, Col \\d+\\]`, 'su'));
    await picture('9-broken');

    await editor.openFile(ARTICLE);
    await editor.select('Tasjkent');
    await editor.press('Control+k', 'Shift+a');
    await editor.toast('nothing is written to it');
    await picture('9-refused');
    assert.equal(saved(), broken, 'the broken file was written over');

    writeFileSync(sidecar(), whole);
    await waitFor(
      'the problem to go',
      async () =>
        (await editor.page.locator('.markers-panel .monaco-list-row', { hasText: `[Ln ${line}` }).count()) === 0,
    );
    await editor.command('View: Toggle Problems');
    await editor.command('Notifications: Clear All Notifications');
    await editor.clickText('Tasjkent');
    await editor.press('Control+k', 'Shift+a');
    assert.equal((await entry('Tasjkent')).type, 'place');
    await drawn('Tasjkent', 'double');
    assert.ok(saved().includes('# better?'), 'the comment stays');
  });

  it('has everything back after the server was restarted', async () => {
    const before = saved();
    await editor.restart();
    await editor.openFile(ARTICLE);
    await everythingIsOnItsWords(TYPO.wrong);
    await drawn('Tasjkent', 'double');
    await counted('5 annotations,');
    await picture('10-restarted');
    assert.equal(saved(), before, 'a restart writes nothing');
  });

  it('keeps everything on its words when somebody else edits the article', async () => {
    // One column, wide enough for the whole article.
    await editor.command('View: Close All Editors');
    await editor.openFile(ARTICLE);
    const before = saved();
    const mended = readFileSync(article(), 'utf8')
      .replace(OTHER_TYPO.wrong, OTHER_TYPO.right)
      .replace(TYPO.wrong, TYPO.right);
    writeFileSync(article(), `Uit het archief van de redactie\n${mended}`);
    await inSight('Uit het archief');
    await everythingIsOnItsWords(TYPO.right);
    await drawn('Tasjkent', 'double');
    await waitFor('a dashed box around the words that changed', async () =>
      (await editor.boxes()).some((box) => box.style === 'dashed'),
    );
    await editor.problems('aanzeten tot haat');
    await picture('11-outside-edit');
    assert.equal(saved(), before, 'positions are facts about the text they were made on');

    await editor.openFile(ARTICLE);
    await editor.restart();
    await editor.openFile(ARTICLE);
    await everythingIsOnItsWords(TYPO.right);
    await counted('5 annotations,');
    await picture('12-restarted-after-outside-edit');
  });
});
