import * as vscode from 'vscode';
import type { NoteState } from '../../core/annotation/annotation';
import type { Range } from '../../core/text/range';
import { hasTranslation, readNote } from '../../core/translation';
import { Refusal, type Commands } from '../commands';
import { COMMANDS } from '../contributions';
import { knownAuthor } from '../session/author';
import { annotate, extentOf, requireWritable } from '../session/judgement';
import { markFor, type MarkReference } from '../session/mark-reference';
import type { Sessions } from '../session/sessions';
import { isForeign } from '../session/passage-language';
import type { SourceSession } from '../session/source-session';
import { activeSource, selectedParts } from '../session/target';
import {
  addReply,
  removeReply,
  removeTranslation,
  translatable,
  writeRemark,
  writeReply,
  writeTranslation,
} from '../session/translation';
import type { NoteComment } from './note-comment';
import { TranslationComments } from './translation-comments';

/** The notes as comments, with their commands: what VS Code hands those is a reply box, a comment or a thread. */
export function registerComments(
  commands: Commands,
  sessions: Sessions,
  comments = new TranslationComments(sessions),
): vscode.Disposable {
  const state = (next: NoteState) => async (thread?: vscode.CommentThread | MarkReference) => {
    const { session, id } = await noteOf(sessions, comments, thread);
    const annotation = session.annotation(id);
    if (!annotation || !hasTranslation(annotation)) throw new Refusal(vscode.l10n.t('There is no translation here.'));
    const parts = session.placementOf(id)?.parts ?? [];
    await writeTranslation(session, { reason: 'annotation', annotation, parts, text: session.text }, { state: next });
  };
  return vscode.Disposable.from(
    comments,
    commands.register(COMMANDS.createNoteFromComment, async (reply?: vscode.CommentReply) => {
      if (isReply(reply)) await keepingText(comments, reply, () => create(sessions, comments, reply));
      else await beginOnSelection(sessions, comments);
    }),
    commands.register(COMMANDS.replyToNote, (reply: vscode.CommentReply) =>
      keepingText(comments, reply, () => answer(sessions, comments, reply)),
    ),
    commands.register(COMMANDS.editComment, (comment: NoteComment) => comments.threadWith(comment)?.note.edit(comment)),
    commands.register(COMMANDS.cancelComment, (comment: NoteComment) => cancel(comments, comment)),
    commands.register(COMMANDS.saveComment, (comment: NoteComment) => save(sessions, comments, comment)),
    commands.register(COMMANDS.deleteComment, (comment: NoteComment) => remove(comments, comment)),
    commands.register(COMMANDS.addNoteToGlossary, async (thread?: vscode.CommentThread) => {
      const { session, id } = await noteOf(sessions, comments, thread);
      await vscode.commands.executeCommand(COMMANDS.addToGlossary, { uri: session.uri.toString(), id });
    }),
    commands.register(COMMANDS.settleNote, state('settled')),
    commands.register(COMMANDS.reopenNote, state('draft')),
    commands.register(COMMANDS.doubtNote, state('doubtful')),
    commands.register(COMMANDS.applyNoteToAll, async (thread?: vscode.CommentThread) => {
      const { session, id } = await noteOf(sessions, comments, thread);
      await vscode.commands.executeCommand(COMMANDS.applyToAll, { uri: session.uri.toString(), id });
    }),
  );
}

/** The first line is the rendering, the rest the explanation. */
async function create(
  sessions: Sessions,
  comments: TranslationComments,
  { thread, text }: vscode.CommentReply,
): Promise<void> {
  const fields = readNote(text);
  if (Object.keys(fields).length === 0) return;
  const session = await requireSession(sessions, thread.uri);
  const parts = partsOf(session, thread);
  if (parts.every(({ start, end }) => start === end)) {
    throw new Refusal(vscode.l10n.t('Select the words that the note is about.'));
  }
  const present = translatable(session, parts);
  if (present && !hasTranslation(present)) {
    const target = { reason: 'annotation', annotation: present, parts, text: session.text } as const;
    const written = await writeTranslation(session, target, fields);
    const note = comments.threadOf(session, written.id);
    if (note) thread.dispose();
    else comments.adopt(session, thread, written.id);
    return;
  }
  const [made] = await annotate(session, 'note', [parts], fields);
  comments.adopt(session, thread, made!.id);
}

async function answer(
  sessions: Sessions,
  comments: TranslationComments,
  { thread, text }: vscode.CommentReply,
): Promise<void> {
  const reply = text.trim();
  const note = comments.noteThread(thread);
  if (!note) return create(sessions, comments, { thread, text });
  if (!reply) return;
  const session = await requireSession(sessions, thread.uri);
  if (!session.annotation(note.id)) {
    throw new Refusal(vscode.l10n.t('This note was deleted elsewhere. Select its words to write a new one.'));
  }
  await addReply(session, note.id, reply);
  comments.synchronize(session);
}

async function save(sessions: Sessions, comments: TranslationComments, comment: NoteComment): Promise<void> {
  const place = comments.threadWith(comment);
  if (!place) return;
  const { typed } = comment;
  try {
    const { session } = place;
    if (!session) throw new Refusal(vscode.l10n.t('Open the source again to save this.'));
    if (place.note.isNew) {
      await create(sessions, comments, { thread: place.note.thread, text: typed });
      comments.forget(place.note);
    } else {
      await write(session, comment, typed, place.note.id);
      place.note.close(comment);
    }
    comments.synchronize(session);
  } catch (error) {
    // VS Code closes the comment's editor in any case: it is opened again on what was typed.
    place.note.close(comment);
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (comment.content.kind === 'unsaved') place.note.keepUnsaved(typed, knownAuthor() ?? '');
    else place.note.edit(comment, typed);
    throw error;
  }
}

function cancel(comments: TranslationComments, comment: NoteComment): void {
  const note = comments.threadWith(comment)?.note;
  note?.close(comment);
  if (!note?.isNew) return;
  comments.forget(note);
  note.dispose();
}

async function write(session: SourceSession, comment: NoteComment, typed: string, id: string): Promise<void> {
  const { content } = comment;
  switch (content.kind) {
    case 'translation': {
      const annotation = session.annotation(id) ?? content.annotation;
      const parts = session.placementOf(id)?.parts ?? [];
      const { rendering, explanation } = readNote(typed);
      await writeTranslation(
        session,
        { reason: 'annotation', annotation, parts, text: session.text },
        { rendering, explanation },
      );
      return;
    }
    case 'remark':
      return writeRemark(session, content.annotation, typed.trim());
    case 'reply':
      return writeReply(session, content.reply, typed.trim());
    case 'unsaved':
      await addReply(session, id, typed.trim());
  }
}

async function remove(comments: TranslationComments, comment: NoteComment): Promise<void> {
  const place = comments.threadWith(comment);
  if (!place?.session) return;
  const { session, note } = place;
  const { content } = comment;
  switch (content.kind) {
    case 'translation':
      await removeTranslation(session, session.annotation(note.id) ?? content.annotation);
      break;
    case 'remark':
      await writeRemark(session, content.annotation, '');
      break;
    case 'reply':
      removeReply(session, content.reply);
      break;
    case 'unsaved':
      cancel(comments, comment);
      return;
  }
  comments.synchronize(session);
  vscode.window.setStatusBarMessage(
    vscode.l10n.t('Deleted. “Glossator: Undo Last Annotation Change” brings it back.'),
    5_000,
  );
}

/** VS Code empties the reply box whatever comes of it: words that could not be written stay in the thread, open. */
async function keepingText(
  comments: TranslationComments,
  reply: vscode.CommentReply,
  run: () => Promise<void>,
): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (reply.text.trim()) comments.keepUnsaved(reply.thread, reply.text);
    throw error;
  }
}

/**
 * Opens the box for a new note on the selection, from the palette or a shortcut. A paragraph is one line: where it has a
 * note already, or where the words need no translation and the gutter offers nothing, there is no box to be had that takes the
 * focus, and the form asks for the same.
 */
async function beginOnSelection(sessions: Sessions, comments: TranslationComments): Promise<void> {
  const source = activeSource(sessions);
  const { editor, session } = source;
  requireWritable(session);
  const parts = selectedParts(source);
  if (parts.length === 0) throw new Refusal(vscode.l10n.t('Select the words that the note is about.'));
  if (isForeign(session, parts) && comments.isFree(session, editor.selection.end.line)) await comments.begin();
  else await vscode.commands.executeCommand(COMMANDS.editTranslation);
}

/** The thread's words: all selected parts when the box was opened on the selection, else its own range, else its paragraph. */
function partsOf(session: SourceSession, { uri, range }: vscode.CommentThread): readonly Range[] {
  const { document } = session;
  const editor = vscode.window.visibleTextEditors.find((each) => each.document.uri.toString() === uri.toString());
  if (editor && range) {
    const parts = selectedParts({ editor, session });
    const extent = parts.length > 0 && extentOf(parts);
    const { start, end } = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    if (extent && extent.start >= start && extent.end <= end) return parts;
  }
  const words = range && !range.isEmpty ? range : document.lineAt(range?.start.line ?? 0).range;
  const text = document.getText(words);
  const start = document.offsetAt(words.start) + (text.length - text.trimStart().length);
  return [{ start, end: start + text.trim().length }];
}

/** The note that a thread, a reference or the cursor names. */
async function noteOf(
  sessions: Sessions,
  comments: TranslationComments,
  named: vscode.CommentThread | MarkReference | undefined,
): Promise<{ session: SourceSession; id: string }> {
  const note = isThread(named) ? comments.noteThread(named) : undefined;
  if (note) return { session: await requireSession(sessions, note.thread.uri), id: note.id };
  const source = activeSource(sessions);
  const reference = isThread(named) ? undefined : named;
  const nothing = vscode.l10n.t('There is no translation at the cursor.');
  const mark = await markFor(
    source,
    reference,
    (each) => each.kind === 'annotation' && hasTranslation(each.annotation),
    nothing,
  );
  if (mark?.kind !== 'annotation') throw new Refusal(nothing);
  return { session: source.session, id: mark.annotation.id };
}

async function requireSession(sessions: Sessions, uri: vscode.Uri): Promise<SourceSession> {
  const session = await sessions.require(uri);
  if (!session) throw new Refusal(vscode.l10n.t('This file is not taken for a source text.'));
  return session;
}

function isReply(value: unknown): value is vscode.CommentReply {
  return typeof value === 'object' && value !== null && 'thread' in value && 'text' in value;
}

function isThread(value: unknown): value is vscode.CommentThread {
  return typeof value === 'object' && value !== null && 'comments' in value;
}
