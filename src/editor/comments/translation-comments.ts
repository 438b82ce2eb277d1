import * as vscode from 'vscode';
import { hull, overlaps } from '../../core/text/range';
import { COMMENT_CONTROLLER } from '../contributions';
import { Pauses } from '../pauses';
import { knownAuthor } from '../session/author';
import type { Sessions } from '../session/sessions';
import type { AnnotationMark } from '../session/placed-annotations';
import type { SourceSession } from '../session/source-session';
import { visibleRange } from '../session/target';
import { CommentingRanges } from './commenting-ranges';
import type { NoteComment } from './note-comment';
import { isDiscussed, NoteThread } from './note-thread';

/** Pause after a change before the threads follow, in milliseconds. */
const DELAY = 40;
/** Pause after typing before they do: the editor moves its own copy of a range meanwhile. */
const TYPING_DELAY = 250;
/** The comments grow slow at some 600 threads (DESIGN §9): beyond this many, a source has those near the visible part. */
const SHOW_ALL = 300;
const MARGIN = 5_000;
/** How many closed sources keep their threads, since an unfinished reply lives in them. */
const KEPT_CLOSED = 5;

/** The translation notes of open sources as comments. */
export class TranslationComments implements vscode.Disposable {
  private readonly controller = vscode.comments.createCommentController(COMMENT_CONTROLLER, 'Glossator');
  private readonly ranges: CommentingRanges;
  /** By source, then by annotation. */
  private readonly threads = new Map<string, Map<string, NoteThread>>();
  private readonly byThread = new WeakMap<vscode.CommentThread, NoteThread>();
  /** Threads that hold words for a new note that could not be written. */
  private readonly unwritten = new Set<NoteThread>();
  private readonly pauses = new Pauses<string>();
  private readonly closed = new Set<string>();
  /** Annotations that somebody else deleted while they had a thread. */
  private readonly deletedElsewhere = new Set<string>();
  private readonly listeners = new Map<SourceSession, vscode.Disposable>();
  private readonly subscriptions: vscode.Disposable;

  constructor(private readonly sessions: Sessions) {
    this.controller.options = {
      prompt: vscode.l10n.t('Reply…'),
      placeHolder: vscode.l10n.t('First line: the rendering. Below: why. Or a reply.'),
    };
    this.ranges = new CommentingRanges(this.controller, sessions);
    this.subscriptions = vscode.Disposable.from(
      this.controller,
      this.ranges,
      sessions.onDidChange(({ session, change }) => {
        if (change === 'closed') this.leave(session);
        else if (change !== 'suggestions') this.schedule(session);
      }),
      // Annotations that only move are no change of the session.
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        const session = this.threads.has(document.uri.toString()) && sessions.get(document.uri);
        if (session) this.schedule(session, TYPING_DELAY);
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        const session = sessions.get(textEditor.document.uri);
        if (session && this.isCrowded(session)) this.schedule(session);
      }),
    );
    for (const session of sessions.all) this.schedule(session);
  }

  /** The notes' own thread behind one of VS Code's; `undefined` for a new, still empty one. */
  noteThread(thread: vscode.CommentThread): NoteThread | undefined {
    return this.byThread.get(thread);
  }

  /** The thread that holds a comment. */
  threadWith(
    comment: NoteComment,
  ): { readonly session: SourceSession | undefined; readonly note: NoteThread } | undefined {
    const all = [...this.unwritten, ...[...this.threads.values()].flatMap((notes) => [...notes.values()])];
    const note = all.find((each) => each.comments.includes(comment));
    return note && { session: this.sessions.get(note.thread.uri), note };
  }

  threadOf(session: SourceSession, id: string): NoteThread | undefined {
    return this.threads.get(session.uri.toString())?.get(id);
  }

  /** All threads of a source. */
  threadsOf(session: SourceSession): readonly NoteThread[] {
    return [...(this.threads.get(session.uri.toString())?.values() ?? [])];
  }

  /** A thread that VS Code opened for a new note becomes the thread of the annotation made of it. */
  adopt(session: SourceSession, thread: vscode.CommentThread, id: string): NoteThread {
    const note = new NoteThread(thread, id);
    this.register(session, note);
    this.synchronize(session);
    return note;
  }

  /** Keeps words that could not be written in their thread, open for another try. */
  keepUnsaved(thread: vscode.CommentThread, text: string): void {
    const note = this.byThread.get(thread) ?? new NoteThread(thread, '');
    if (note.isNew) this.unwritten.add(note);
    note.keepUnsaved(text, knownAuthor() ?? '');
  }

  /** A thread that no annotation was made of is done with. */
  forget(note: NoteThread): void {
    this.unwritten.delete(note);
  }

  /** True when a note can be begun in a box of its own: where a line has a thread, VS Code opens that one instead. */
  isFree(session: SourceSession, line: number): boolean {
    return !this.threadsOf(session).some(({ thread }) => thread.range?.end.line === line);
  }

  /** Opens the box for a new note on the selection, with the focus in it. */
  async begin(): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.addComment');
  }

  /** Brings the threads of a source in line with its annotations now. */
  synchronize(session: SourceSession): void {
    const key = session.uri.toString();
    const shown = this.shownMarks(session);
    for (const mark of shown) {
      const { id } = mark.annotation;
      const note = this.threadOf(session, id) ?? this.create(session, mark);
      this.deletedElsewhere.delete(id);
      note.show(session, mark);
    }
    const present = new Set(shown.map(({ annotation }) => annotation.id));
    for (const [id, note] of this.threads.get(key) ?? []) {
      if (!present.has(id)) this.retire(session, note);
    }
  }

  dispose(): void {
    this.pauses.dispose();
    for (const listener of this.listeners.values()) listener.dispose();
    this.subscriptions.dispose();
  }

  private schedule(session: SourceSession, delay = DELAY): void {
    const key = session.uri.toString();
    this.closed.delete(key);
    this.listen(session);
    this.pauses.after(key, delay, () => {
      if (session.loaded && this.sessions.get(session.uri) === session) this.synchronize(session);
    });
  }

  private listen(session: SourceSession): void {
    if (this.listeners.has(session)) return;
    const listener = session.sidecar.onDidChange((cause) => {
      if (cause !== 'outside') return;
      for (const { id } of this.threadsOf(session)) if (!session.annotation(id)) this.deletedElsewhere.add(id);
    });
    this.listeners.set(session, listener);
  }

  /** An unfinished reply is in the thread, and VS Code does not tell: the threads of a closed source stay for a while. */
  private leave(session: SourceSession): void {
    const key = session.uri.toString();
    this.pauses.cancel(key);
    this.listeners.get(session)?.dispose();
    this.listeners.delete(session);
    if (this.threads.has(key)) this.closed.add(key);
    for (const oldest of this.closed) {
      if (this.closed.size <= KEPT_CLOSED) break;
      this.closed.delete(oldest);
      for (const note of this.threads.get(oldest)?.values() ?? []) note.dispose();
      this.threads.delete(oldest);
    }
  }

  /** A thread whose annotation is not shown any more: it goes, unless somebody may be typing in it unawares. */
  private retire(session: SourceSession, note: NoteThread): void {
    const annotation = session.annotation(note.id);
    if (annotation && isDiscussed(session, annotation) && !session.placementOf(note.id)?.parts) return;
    if (this.deletedElsewhere.has(note.id)) return note.showGone();
    if (annotation && this.isCrowded(session)) return;
    note.dispose();
    this.threads.get(session.uri.toString())?.delete(note.id);
  }

  private shownMarks(session: SourceSession): AnnotationMark[] {
    const marks = session.annotated.filter(({ annotation }) => isDiscussed(session, annotation));
    if (marks.length <= SHOW_ALL) return marks;
    const near = vscode.window.visibleTextEditors
      .filter(({ document }) => document.uri.toString() === session.uri.toString())
      .map(visibleRange)
      .map(({ start, end }) => ({ start: start - MARGIN, end: end + MARGIN }));
    return marks.filter(
      (mark) => this.threadOf(session, mark.annotation.id) || near.some((range) => overlaps(range, hull(mark.parts))),
    );
  }

  private isCrowded(session: SourceSession): boolean {
    return session.set.annotations.length > SHOW_ALL;
  }

  private create(session: SourceSession, mark: AnnotationMark): NoteThread {
    const start = session.document.positionAt(hull(mark.parts).start);
    const thread = this.controller.createCommentThread(session.uri, new vscode.Range(start, start), []);
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    return this.register(session, new NoteThread(thread, mark.annotation.id));
  }

  private register(session: SourceSession, note: NoteThread): NoteThread {
    const key = session.uri.toString();
    const notes = this.threads.get(key) ?? new Map<string, NoteThread>();
    notes.set(note.id, note);
    this.threads.set(key, notes);
    this.byThread.set(note.thread, note);
    return note;
  }
}
