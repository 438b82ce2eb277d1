import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { hasTranslation, repliesTo } from '../../core/translation';
import { layerOf, layersFor } from '../layers/layers';
import { words } from '../session/judgement';
import { spanOf } from '../session/mark-reference';
import type { Mark } from '../session/marks';
import type { SourceSession } from '../session/source-session';
import { rangeIn } from '../session/text-positions';
import { keyOf, NoteComment, type Content } from './note-comment';

const LABEL = 80;

/** One annotation's thread in the comments, kept in step with the sidecar and with where the annotation stands. */
export class NoteThread {
  private items: NoteComment[] = [];
  private range = '';

  constructor(
    readonly thread: vscode.CommentThread,
    /** The annotation's id; empty for a note that could not be written yet. */
    readonly id: string,
  ) {}

  get isNew(): boolean {
    return this.id === '';
  }

  get comments(): readonly NoteComment[] {
    return this.items;
  }

  /** Shows the annotation as it is now, touching only what changed: what is being typed in the thread stays. */
  show(session: SourceSession, mark: Extract<Mark, { kind: 'annotation' }>): void {
    const { annotation } = mark;
    this.place(session.document, spanOf(mark));
    const contents = contentsOf(session, annotation);
    const present = new Map(this.items.map((comment) => [comment.key, comment]));
    let changed = false;
    const next = contents.map((content) => {
      const comment = present.get(keyOf(content));
      if (!comment) return new NoteComment(content);
      changed = comment.take(content) || changed;
      return comment;
    });
    // Words that are being typed in a comment whose entry is gone are not thrown away with it.
    const kept = this.items.filter((comment) => comment.mode === vscode.CommentMode.Editing && !next.includes(comment));
    this.set([...next, ...kept], changed);
    this.describe(session, annotation);
  }

  /** The annotation was deleted by somebody else: what was typed here can still be taken along. */
  showGone(): void {
    if (this.thread.contextValue === 'gone') return;
    this.thread.label = vscode.l10n.t('Deleted elsewhere: {0}', this.thread.label ?? '');
    this.thread.contextValue = 'gone';
  }

  /** Keeps words that could not be written, open for another try. */
  keepUnsaved(text: string, by: string): void {
    const comment = new NoteComment({ kind: 'unsaved', text, by });
    comment.edit();
    this.set([...this.items, comment], true);
  }

  /** Opens a comment's editor, with its own words or with those that were typed before. */
  edit(comment: NoteComment, typed?: string): void {
    comment.edit(typed);
    this.refresh();
  }

  /** Closes a comment's editor; one that was never written goes. */
  close(comment: NoteComment): void {
    comment.show();
    this.set(
      this.items.filter((item) => item !== comment || comment.content.kind !== 'unsaved'),
      true,
    );
  }

  /** Tells VS Code that comments have changed. */
  refresh(): void {
    this.thread.comments = [...this.items];
  }

  dispose(): void {
    this.thread.dispose();
  }

  private set(next: NoteComment[], changed: boolean): void {
    const same = next.length === this.items.length && next.every((comment, k) => comment === this.items[k]);
    this.items = next;
    if (changed || !same) this.refresh();
  }

  private place(document: vscode.TextDocument, span: { start: number; end: number }): void {
    const range = rangeIn(document, span);
    const key = JSON.stringify(range);
    if (key === this.range) return;
    this.range = key;
    this.thread.range = range;
  }

  private describe(session: SourceSession, annotation: Annotation): void {
    const label = labelOf(session, annotation);
    if (this.thread.label !== label) this.thread.label = label;
    const settled = annotation.state === 'settled';
    const context = hasTranslation(annotation) ? `translation ${settled ? 'settled' : 'open'}` : 'remark';
    if (this.thread.contextValue !== context) this.thread.contextValue = context;
    const state = settled ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
    if (this.thread.state !== state) this.thread.state = state;
  }
}

/** True when an annotation has something to say in the comments. */
export function isDiscussed(session: SourceSession, annotation: Annotation): boolean {
  return (
    hasTranslation(annotation) ||
    annotation.text !== undefined ||
    session.replies.some(({ replyTo }) => replyTo === annotation.id)
  );
}

function contentsOf(session: SourceSession, annotation: Annotation): Content[] {
  return [
    ...(hasTranslation(annotation) ? [{ kind: 'translation', annotation } as const] : []),
    ...(annotation.text === undefined ? [] : [{ kind: 'remark', annotation } as const]),
    ...repliesTo(annotation.id, session.replies).map((reply) => ({ kind: 'reply', reply }) as const),
  ];
}

function labelOf(session: SourceSession, annotation: Annotation): string {
  const quote = words(annotation).replace(/\s+/g, ' ');
  const short = quote.length > LABEL ? `${quote.slice(0, LABEL - 1)}…` : quote;
  if (annotation.type === 'note') return short;
  return `${layerOf(annotation.type, layersFor(session.uri)).label}: ${short}`;
}
