import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { TranslationComments } from '../../src/editor/comments/translation-comments';
import { CommentingRanges } from '../../src/editor/comments/commenting-ranges';
import type { NoteComment } from '../../src/editor/comments/note-comment';
import type { NoteThread } from '../../src/editor/comments/note-thread';
import { Versions } from '../../src/editor/files/versions';
import { RecognizerSource } from '../../src/editor/session/recognizer';
import { Sessions } from '../../src/editor/session/sessions';
import { addReply, writeTranslation } from '../../src/editor/session/translation';
import { closeAll, openArticle, range, sidecarOf, until, workspaceFolder } from './article';

const TEXT = ' date 2024-03 De uitgever zwijgt. Hij hangt de zaak liever niet aan de grote klok, zegt zijn advocaat.\n';
const SIDECAR = `glossator: 1
annotations:
  anna:
    t7h2qdkw:
      type: note
      quote: "zegt zijn advocaat"
      rendering: "according to his lawyer"
      explanation: "Not *claims*. ![seen](https://elsewhere.example/seen.png)"
      state: doubtful
      created: "2026-11-21T20:16:00Z"
  bram:
    r2v8n4cx: { reply_to: t7h2qdkw, text: "I would keep it literal.", created: "2026-11-22T09:00:00Z" }
`;

/** The threads are looked at where they are made: VS Code tells nobody what its comments show. */
describe('translation notes as comments', () => {
  const log = vscode.window.createOutputChannel('Test of comments', { log: true });
  const texts = { find: async () => new Map<string, string>(), keep: async () => undefined };
  const versions = new Versions(vscode.Uri.joinPath(workspaceFolder(), 'versions-of-comments'), log);
  const extension = vscode.extensions.getExtension('glossator.glossator')!;
  let sessions: Sessions;
  let comments: TranslationComments;
  let article: vscode.TextEditor;
  let articles = 0;

  const session = () => sessions.get(article.document.uri)!;
  const threads = () => comments.threadsOf(session());
  const thread = (): Promise<NoteThread> => until('a thread', () => threads()[0]);
  const bodyOf = (comment: NoteComment) => comment.typed;
  const writeSidecar = (text: string) =>
    vscode.workspace.fs.writeFile(sidecarOf(article.document.uri), new TextEncoder().encode(text));
  const readAgain = async (text: string): Promise<void> => {
    await writeSidecar(text);
    await session().sidecar.load();
  };

  before(() => {
    sessions = new Sessions(new RecognizerSource(extension.extensionUri), texts, versions, log);
    comments = new TranslationComments(sessions);
    sessions.start();
  });
  after(() => {
    comments.dispose();
    sessions.dispose();
    log.dispose();
  });
  beforeEach(async () => {
    article = await openArticle(`uitgever-${++articles}.txt`, TEXT);
    await until('a session', () => session()?.loaded);
    await readAgain(SIDECAR);
  });
  afterEach(closeAll);

  it('show rendering, explanation, state, author, time and replies', async () => {
    const note = await thread();
    const [translation, reply] = note.comments as [NoteComment, NoteComment];
    assert.match(bodyOf(translation), /\*\*according/);
    assert.match(bodyOf(translation), /Not \*claims\*/);
    assert.deepEqual([translation.author.name, translation.label], ['anna', 'doubtful']);
    assert.equal(translation.timestamp?.toISOString(), '2026-11-21T20:16:00.000Z');
    assert.deepEqual([reply.author.name, bodyOf(reply)], ['bram', 'I would keep it literal.']);
    assert.equal(note.thread.contextValue, 'translation open');
    assert.equal(article.document.getText(note.thread.range), 'zegt zijn advocaat');
  });

  it('load no picture and run no command from a note', async () => {
    const { body } = (await thread()).comments[0]!;
    assert.ok(body instanceof vscode.MarkdownString);
    assert.equal(body.isTrusted ?? false, false);
    assert.doesNotMatch(body.value, /(?<!\\)!\[/);
  });

  it('follow a hand edit of the annotation file in the same thread', async () => {
    const note = await thread();
    await readAgain(SIDECAR.replace('according to his lawyer', 'his lawyer says').replace('doubtful', 'settled'));
    await until('the new rendering', () => bodyOf(note.comments[0]!).includes('his lawyer says'));
    assert.equal((await thread()).thread, note.thread);
    assert.equal(note.thread.state, vscode.CommentThreadState.Resolved);
    assert.equal(note.comments.length, 2);
  });

  it('stay on their words when the text before them changes', async () => {
    const note = await thread();
    await article.edit((edit) => edit.insert(range(article.document, 'De uitgever').start, 'In Leiden is het stil. '));
    await until('the moved range', () => article.document.getText(note.thread.range) === 'zegt zijn advocaat');
    const { parts } = session().placementOf('t7h2qdkw')!;
    assert.equal(article.document.offsetAt(note.thread.range!.start), parts![0]!.start);
  });

  it('keep what is being typed in a comment while the file changes under it', async () => {
    const note = await thread();
    const [comment] = note.comments;
    note.edit(comment!);
    assert.equal(
      bodyOf(comment!),
      'according to his lawyer\nNot *claims*. ![seen](https://elsewhere.example/seen.png)',
    );
    comment!.body = 'half a';
    await readAgain(SIDECAR.replace('according to his lawyer', 'his lawyer says'));
    await until('the change to be taken', () => session().annotation('t7h2qdkw')?.rendering === 'his lawyer says');
    comments.synchronize(session());
    assert.deepEqual([bodyOf(note.comments[0]!), note.comments[0]!.mode], ['half a', vscode.CommentMode.Editing]);
    note.close(comment!);
    assert.match(bodyOf(comment!), /his lawyer says/);
  });

  it('stay, and say so, when somebody else deletes the note, since a reply may be half typed', async () => {
    const note = await thread();
    await readAgain('glossator: 1\nannotations:\n  anna:\n');
    await until('the notice', () => note.thread.contextValue === 'gone');
    await readAgain(SIDECAR);
    await until('the note to be back', () => note.thread.contextValue === 'translation open');
    assert.equal(threads().length, 1);
  });

  it('go with the note when the researcher takes it back', async () => {
    const [note] = [await thread()];
    const annotation = session().annotation(note.id)!;
    session().change('Delete', [{ kind: 'remove-annotation', id: annotation.id }]);
    await until('no thread', () => threads().length === 0);
    await session().undo();
    await until('the thread again', () => threads().length === 1);
  });

  it('take a reply and a new state through the session, undone as one step each', async () => {
    const note = await thread();
    await addReply(session(), note.id, 'Agreed.');
    await until('the reply', () => note.comments.length === 3);
    const target = { reason: 'annotation', annotation: session().annotation(note.id)!, parts: [], text: TEXT } as const;
    await writeTranslation(session(), target, { state: 'settled' });
    await until('the settled note', () => note.thread.contextValue === 'translation settled');
    await session().undo();
    await until('the open note', () => note.thread.contextValue === 'translation open');
    await session().undo();
    await until('no third comment', () => note.comments.length === 2);
  });

  it('survive a closed tab, so that an unfinished reply does', async () => {
    const note = await thread();
    const { uri } = article.document;
    await closeAll();
    article = await vscode.window.showTextDocument(uri);
    assert.equal((await thread()).thread, note.thread);
  });

  it('are offered on words in another language, and not on those that need no translation', async () => {
    const text =
      'The paper wrote: “Hij zaait haat onder jongeren en dat is niet goed.” The court said that he was free.\nThat was the end of it.\n';
    article = await openArticle('the-paper.txt', text);
    await until('a session', () => session()?.loaded);
    const controller = vscode.comments.createCommentController('test', 'Test');
    const ranges = new CommentingRanges(controller, sessions);
    const offeredOn = async (words: string): Promise<string[]> => {
      const place = range(article.document, words);
      article.selection = new vscode.Selection(place.start, place.end);
      const offered = await controller.commentingRangeProvider!.provideCommentingRanges(
        article.document,
        new vscode.CancellationTokenSource().token,
      );
      const found = Array.isArray(offered) ? offered : ((offered as vscode.CommentingRanges | undefined)?.ranges ?? []);
      return found.map((each) => article.document.getText(each));
    };
    assert.deepEqual(await offeredOn('zaait haat'), ['zaait haat']);
    // The last line stays offered, so that the text does not jump.
    assert.deepEqual(await offeredOn('the end of it'), ['']);
    vscode.Disposable.from(ranges, controller).dispose();
  });
});
