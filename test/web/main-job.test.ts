/** The main job in the web worker extension host: the same features, where there is no Node and no `file:`. */
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
} from '../host/article';
import { equal, match, ok, sameJson } from './assert';

const ARTICLE = 'vrijspraak.txt';
const TEXT = [
  ' date 2024-02 Advocaat Willem Terpstra uit Leeuwarden wordt verdacht van verduistering. Terpstra ontkent.',
  '',
  'De zaak hangt volgens Terpstra liever niet aan de grote klok. De rechtbank in Groningen besliste anders.',
  '',
].join('\n');
const IDIOM = ['hangt', 'liever niet aan de grote klok'];

describe('the main job in the web worker host', () => {
  let article: vscode.TextEditor;

  const sidecar = async () => (await readSidecar(article.document.uri)) ?? '';
  const entries = () => savedEntries(article.document.uri);
  const entry = (quote: string | readonly string[]) =>
    until(`an entry “${String(quote)}”`, async () =>
      (await entries()).find((each) => String(each.quote) === String(quote)),
    );
  const hover = async (words: string) => (await hoverOn(article.document, words)).replaceAll('&nbsp;', ' ');
  const hovered = (words: string, what: string | RegExp) =>
    until(`${String(what)} in the hover on “${words}”`, async () => new RegExp(what, 'u').test(await hover(words)));
  const rendered = (rendering: string) =>
    until(`“${rendering}” behind its passage`, async () => {
      const { document } = article;
      const all = new vscode.Range(0, 0, document.lineCount, 0);
      const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        all,
      );
      const labels = hints.map(({ label }) =>
        typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
      );
      return labels.includes(rendering);
    });

  before(async () => {
    // There is no user of an operating system in a browser whose name could be taken.
    await vscode.workspace.getConfiguration('glossator').update('author', 'anna', vscode.ConfigurationTarget.Global);
    article = await openArticle(ARTICLE, TEXT);
  });
  after(closeAll);

  it('suggests people, places and charges, and writes nothing', async () => {
    await hovered('Willem Terpstra', 'Suggested');
    await hovered('Leeuwarden', 'Suggested');
    await hovered('verduistering', 'Suggested');
    equal(await sidecar(), '');
  });

  it('keeps an accepted suggestion in the annotation file', async () => {
    selectWords(article, 'Willem Terpstra');
    await run('accept');
    equal((await entry('Willem Terpstra')).type, 'person');
    match(await sidecar(), /^glossator: 1$/mu);
    match(await sidecar(), /^ {2}anna:$/mu);
    await until('no suggestion there any more', async () => !(await hover('Willem Terpstra')).includes('Suggested'));
  });

  it('keeps a rejection', async () => {
    selectWords(article, 'Groningen');
    await run('reject');
    await until('the rejection', async () => /rejected:[^]*"Groningen"/u.test(await sidecar()));
  });

  it('renders an idiom of two parts behind its passage', async () => {
    article.selections = IDIOM.map((words) => {
      const { start, end } = range(article.document, words);
      return new vscode.Selection(start, end);
    });
    await run('translate', undefined, 'prefers not to publicise');
    const note = await entry(IDIOM);
    equal(note['rendering'], 'prefers not to publicise');
    await rendered('prefers not to publicise');
  });

  it('takes a change back, and brings it again', async () => {
    await run('undo');
    await until('the note to go', async () => (await entries()).length === 1);
    await run('redo');
    await entry(IDIOM);
  });

  it('follows an edit of the annotation file by somebody else', async () => {
    const edited = (await sidecar()).replace('prefers not to publicise', 'would rather not broadcast');
    await vscode.workspace.fs.writeFile(sidecarOf(article.document.uri), new TextEncoder().encode(edited));
    await rendered('would rather not broadcast');
  });

  it('reads everything back from the files, onto its words in an article that somebody edited', async () => {
    const before = await entries();
    const first = article.document.uri;
    await closeAll();
    // The host keeps a document that a test has opened for minutes; under another name nothing is remembered of it.
    const moved = `Uit het archief\n${TEXT.replace('besliste', 'oordeelde')}`;
    const copy = first.with({ path: first.path.replace(ARTICLE, 'vrijspraak-kopie.txt') });
    await vscode.workspace.fs.copy(sidecarOf(first), sidecarOf(copy), { overwrite: true });
    await vscode.workspace.fs.writeFile(copy, new TextEncoder().encode(moved));
    article = await vscode.window.showTextDocument(copy, { preview: false });
    equal(article.document.getText(), moved);
    await hovered('Willem Terpstra', 'Person');
    ok(!(await hover('Willem Terpstra')).includes('Suggested'), 'what was accepted is suggested again');
    await rendered('would rather not broadcast');
    await hovered('grote klok', 'would rather not broadcast');
    ok(!(await hover('Groningen')).includes('Suggested'), 'what was rejected is suggested again');
    sameJson(await entries(), before);
  });
});
