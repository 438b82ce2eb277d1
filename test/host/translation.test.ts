import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SavedEntry } from '../workbench/annotationEntries';
import { closeAll, openArticle, range, run, savedEntries, selectWords, until } from './article';

const TEXT = [
  ' date 2024-03 De redacteur van De Zeearend wordt verdacht van het „aanzetten tot opruiing”, schrijft de krant.',
  '',
  'Uitgever Wim Terpstra hangt de zaak liever niet aan de grote klok. Hij zette lezers aan tot opruiing, zegt het parket.',
  '',
].join('\n');

describe('translating a passage', () => {
  let article: vscode.TextEditor;
  let articles = 0;
  const entries = () => savedEntries(article.document.uri);
  const entry = (what: string, fits: (entry: SavedEntry) => boolean) =>
    until(what, async () => (await entries()).find(fits));
  const rendered = (rendering: string) =>
    entry(`the rendering “${rendering}”`, (each) => each['rendering'] === rendering);
  const hints = async (): Promise<string[]> => {
    const { document } = article;
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      all,
    );
    return found.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
  };
  const hinted = (label: string) => until(`“${label}” behind its passage`, async () => (await hints()).includes(label));

  beforeEach(async () => {
    article = await openArticle(`opruiing-${++articles}.txt`, TEXT);
  });
  afterEach(closeAll);

  it('makes a note of the selection', async () => {
    selectWords(article, 'schrijft de krant');
    await run('translate', undefined, 'according to the newspaper');
    const note = await rendered('according to the newspaper');
    assert.deepEqual([note.type, note.quote], ['note', 'schrijft de krant']);
    assert.ok(typeof note['created'] === 'string');
  });

  it('makes one note of several selections', async () => {
    const { document } = article;
    article.selections = ['hangt', 'liever niet aan de grote klok'].map((words) => {
      const { start, end } = range(document, words);
      return new vscode.Selection(start, end);
    });
    await run('translate', undefined, 'prefers not to publicise');
    const note = await rendered('prefers not to publicise');
    assert.deepEqual(note.quote, ['hangt', 'liever niet aan de grote klok']);
    assert.equal((await entries()).length, 1);
  });

  it('takes the word at the cursor when nothing is selected', async () => {
    const at = range(article.document, 'parket').start.translate(0, 2);
    article.selection = new vscode.Selection(at, at);
    await run('translate', undefined, 'public prosecutor');
    assert.equal((await rendered('public prosecutor')).quote, 'parket');
  });

  it('takes the other form of a known term at the cursor, of two parts', async () => {
    selectWords(article, 'aanzetten tot opruiing');
    await run('translate', undefined, 'incitement to sedition');
    await rendered('incitement to sedition');
    const at = range(article.document, 'zette lezers').start.translate(0, 2);
    article.selection = new vscode.Selection(at, at);
    await run('translate', undefined, 'incited to sedition');
    assert.deepEqual((await rendered('incited to sedition')).quote, ['zette', 'aan tot opruiing']);
  });

  it('adds the rendering to an annotation that stands on the words', async () => {
    selectWords(article, 'Wim Terpstra');
    await run('annotatePerson');
    await entry('the person', ({ type }) => type === 'person');
    await run('translate', undefined, 'Wim Terpstra');
    const person = await rendered('Wim Terpstra');
    assert.equal(person.type, 'person');
    assert.equal((person['rendered'] as { at?: string }).at?.slice(0, 2), '20');
    assert.equal((await entries()).length, 1);
  });

  it('does not confirm a suggestion by translating it', async () => {
    selectWords(article, 'opruiing');
    await run('translate', undefined, 'sedition');
    assert.deepEqual(
      (await entries()).length === 0 ? (await rendered('sedition')).type : (await entries())[0]!.type,
      'note',
    );
  });

  it('keeps the rendering that is replaced, and takes the change back as one step', async () => {
    selectWords(article, 'schrijft de krant');
    await run('translate', undefined, 'the paper writes');
    await rendered('the paper writes');
    await run('translate', undefined, 'according to the newspaper');
    const note = await rendered('according to the newspaper');
    const [earlier] = note['earlier'] as { text: string; by: string; at: string }[];
    assert.equal(earlier?.text, 'the paper writes');
    assert.ok(earlier.by.length > 0 && earlier.at.length > 0);
    await run('undo');
    const before = await rendered('the paper writes');
    assert.equal('earlier' in before, false);
    await run('undo');
    await until('no note', async () => (await entries()).length === 0);
  });

  it('shows renderings behind their passages, doubtful ones with a question mark, until they are switched off', async () => {
    selectWords(article, 'schrijft de krant');
    await run('translate', undefined, 'according to the newspaper');
    await hinted('according to the newspaper');
    await run('comments.doubt');
    await hinted('according to the newspaper (?)');
    await run('toggleRenderings');
    try {
      await until('no renderings', async () => (await hints()).length === 0);
    } finally {
      await run('toggleRenderings');
    }
    await hinted('according to the newspaper (?)');
  });
});
