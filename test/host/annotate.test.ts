import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  hoverOn,
  openArticle,
  range,
  readSidecar,
  run,
  savedEntries,
  selectWords,
  sidecarOf,
  until,
} from './article';

const TEXT = [
  ' date 2024-02 Advocaat Willem Terpstra uit Leeuwarden wordt verdacht van verduistering. Terpstra ontkent.',
  '',
  'De zaak hangt volgens Terpstra liever niet aan de grote klok. De rechtbank in Groningen besliste anders.',
  '',
].join('\n');

describe('annotating an article', () => {
  let article: vscode.TextEditor;
  const sidecar = () => readSidecar(article.document.uri);
  const entries = () => savedEntries(article.document.uri);
  const entry = (quote: string) =>
    until(`an entry “${quote}”`, async () => (await entries()).find((each) => String(each.quote) === quote));
  const hover = (words: string, occurrence = 1) => hoverOn(article.document, words, occurrence);
  const suggested = (words: string, occurrence = 1) =>
    until(`a suggestion “${words}”`, async () => (await hover(words, occurrence)).includes('Suggested'));

  let articles = 0;

  beforeEach(async () => {
    article = await openArticle(`verduistering-${++articles}.txt`, TEXT);
    await suggested('Willem Terpstra');
  });
  afterEach(closeAll);

  it('suggests people, places and charges without any command, and writes nothing', async () => {
    await suggested('Leeuwarden');
    await suggested('verduistering');
    assert.equal(await sidecar(), undefined);
  });

  it('keeps an accepted suggestion in the sidecar', async () => {
    selectWords(article, 'Willem Terpstra');
    await run('accept');
    assert.equal((await entry('Willem Terpstra')).type, 'person');
    assert.doesNotMatch(await hover('Willem Terpstra'), /Suggested/);
  });

  it('keeps what the text says of an accepted charge', async () => {
    selectWords(article, 'verduistering');
    await run('accept');
    const { type, charge } = await entry('verduistering');
    assert.equal(type, 'charge');
    assert.equal((charge as { stage?: string }).stage, 'suspected');
  });

  it('hides a rejected suggestion here, and keeps it elsewhere', async () => {
    selectWords(article, 'Willem Terpstra');
    await run('accept');
    await entry('Willem Terpstra');
    await suggested('Terpstra', 2);
    selectWords(article, 'Terpstra', 2);
    await run('reject');
    await until('the rejection', async () => (await sidecar())?.includes('scope: here'));
    assert.doesNotMatch(await hover('Terpstra', 2), /Suggested/);
    assert.match(await hover('Terpstra', 3), /Suggested/);
  });

  it('makes one annotation of several selections', async () => {
    const { document } = article;
    article.selections = ['hangt', 'liever niet aan de grote klok'].map((words) => {
      const { start, end } = range(document, words);
      return new vscode.Selection(start, end);
    });
    await run('annotateAs', 'organisation');
    const made = await until('two parts', async () => (await entries()).find((each) => Array.isArray(each.quote)));
    assert.deepEqual(made.quote, ['hangt', 'liever niet aan de grote klok']);
    assert.equal(made.type, 'organisation');
  });

  it('takes back the last change, also after it was saved', async () => {
    selectWords(article, 'Willem Terpstra');
    await run('accept');
    await entry('Willem Terpstra');
    await run('undo');
    await until('no entry', async () => (await entries()).length === 0);
    await run('redo');
    await entry('Willem Terpstra');
  });

  it('leaves the metadata line out of an annotation', async () => {
    const whole = range(article.document, ' date 2024-02 Advocaat');
    article.selection = new vscode.Selection(whole.start, whole.end);
    await run('annotateAs', 'organisation');
    await entry('Advocaat');
  });

  it('accepts all suggestions of one name', async () => {
    await suggested('Terpstra', 2);
    selectWords(article, 'Terpstra', 2);
    await run('acceptAllOfName');
    await until('two entries', async () => (await entries()).filter(({ quote }) => quote === 'Terpstra').length === 2);
  });

  it('puts an annotation on the selection', async () => {
    selectWords(article, 'Leeuwarden');
    await run('accept');
    await entry('Leeuwarden');
    selectWords(article, 'uit Leeuwarden');
    await run('extendToSelection');
    await entry('uit Leeuwarden');
    assert.equal((await entries()).length, 1);
  });

  it('follows the text: an annotation stays on its words after words were put before it', async () => {
    selectWords(article, 'Groningen');
    await run('accept');
    await entry('Groningen');
    await article.edit((edit) => edit.insert(range(article.document, 'Advocaat').start, 'Oud-'));
    assert.doesNotMatch(await hover('Groningen'), /Suggested/);
    assert.match(await hover('Groningen'), /Place/);
  });

  it('follows undo and redo: deleted words come back with their annotation, in its very place', async () => {
    selectWords(article, 'Groningen');
    await run('accept');
    await entry('Groningen');
    const before = await sidecar();
    const notFound = () =>
      vscode.languages.getDiagnostics(article.document.uri).some(({ code, message }) => {
        return code === 'not-found' && message.includes('Groningen');
      });
    const inPlace = async () => /Place/.test(await hover('Groningen')) && !notFound();
    await article.edit((edit) => edit.delete(range(article.document, 'in Groningen ')));
    await until('it to be told as not found', notFound);
    for (const way of ['undo', 'redo', 'undo'] as const) {
      await vscode.commands.executeCommand(way);
      await until(`what ${way} leads to`, way === 'undo' ? inPlace : notFound);
    }
    assert.equal(article.document.getText(), TEXT);
    assert.equal(await sidecar(), before, 'the annotation file is not touched by that');
  });

  it('shows a note with its emphasis, and without links of its own', async () => {
    selectWords(article, 'Willem Terpstra');
    await vscode.commands.executeCommand('glossator.annotateAs', 'organisation');
    const uri = sidecarOf(article.document.uri);
    const text = await until('the annotation on disk', () => readSidecar(article.document.uri));
    const note = 'een **stichting**, [zie](command:glossator.deleteAnnotation)';
    const noted = text.replace(/(\n +)quote: .*/, (line, indent: string) => `${line}${indent}text: "${note}"`);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(noted));
    const shown = await until('the note in the hover', async () => {
      const now = await hover('Willem Terpstra');
      return now.includes('een **stichting**') ? now : undefined;
    });
    assert.doesNotMatch(shown, /nbsp|\[zie\]/);
    await vscode.commands.executeCommand('glossator.undo');
  });

  it('goes round the suggestions', async () => {
    article.selection = new vscode.Selection(0, 0, 0, 0);
    await run('nextSuggestion');
    assert.equal(article.document.getText(article.selection), 'Willem Terpstra');
    await run('nextSuggestion');
    assert.equal(article.document.getText(article.selection), 'Leeuwarden');
    await run('previousSuggestion');
    assert.equal(article.document.getText(article.selection), 'Willem Terpstra');
  });

  it('offers the judgements in the lightbulb', async () => {
    const at = range(article.document, 'Leeuwarden');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      article.document.uri,
      at,
    );
    const titles = actions.map(({ title }) => title);
    for (const wanted of ['Accept “Leeuwarden” as Place', 'Reject “Leeuwarden” here'])
      assert.ok(titles.includes(wanted), titles.join('\n'));
  });
});

describe('the review loop', () => {
  afterEach(closeAll);

  it('walks the suggestions, takes a judgement back, and ends', async () => {
    const article = await openArticle('ronde.txt', TEXT);
    const selected = () => article.document.getText(article.selection);
    const onto = (words: string) => until(`the review to stand on ${words}`, () => selected() === words);
    await until('suggestions', async () => {
      article.selection = new vscode.Selection(0, 0, 0, 0);
      await run('nextSuggestion');
      return selected() === 'Willem Terpstra';
    });
    article.selection = new vscode.Selection(0, 0, 0, 0);
    await run('startReview');
    await onto('Willem Terpstra');
    await run('review.accept');
    await onto('Leeuwarden');
    await run('review.skip');
    await onto('verduistering');
    await run('review.back');
    await onto('Leeuwarden');
    await run('review.back');
    await onto('Willem Terpstra');
    await run('review.leave');
    await until('an empty sidecar', async () => !(await readSidecar(article.document.uri))?.includes('quote:'));
  });
});
