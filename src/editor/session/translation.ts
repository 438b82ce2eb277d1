import * as vscode from 'vscode';
import { carry } from '../../core/anchoring';
import type { Annotation, Reply } from '../../core/annotation/annotation';
import { newId } from '../../core/annotation/annotation';
import type { SidecarEdit } from '../../core/sidecar';
import type { Range } from '../../core/text/range';
import { withoutTranslation, withTranslation, type TranslationFields } from '../../core/translation';
import { Refusal } from '../commands';
import { now, revised, stamp } from './entries';
import { annotate, annotationOn, requireAuthor, requireWritable, words, wordsAt } from './judgement';
import type { SourceSession } from './source-session';

/** Why these words and no others are translated, so that the researcher can be told. */
export type TargetReason = 'selection' | 'annotation' | 'suggestion' | 'term' | 'word';

/** What a translation is about: an annotation, or words that have none yet. */
export interface TranslationTarget {
  readonly reason: TargetReason;
  readonly annotation?: Annotation;
  readonly parts: readonly Range[];
  /** The text that `parts` are offsets of; the researcher may take a while to type. */
  readonly text: string;
}

/** An annotation on exactly these parts that a translation can be added to: one that has a translation, else a note, else any. */
export function translatable(session: SourceSession, parts: readonly Range[]): Annotation | undefined {
  const types = new Set(session.shown.map(({ type }) => type));
  const here = [...types].flatMap((type) => annotationOn(session, type, parts) ?? []);
  return here.find(({ rendering }) => rendering !== undefined) ?? here.find(({ type }) => type === 'note') ?? here[0];
}

/**
 * Writes fields of a translation, as one undoable change: into the target's annotation, else into a new note on its
 * words. Answers the annotation as it stands now.
 */
export async function writeTranslation(
  session: SourceSession,
  target: TranslationTarget,
  fields: TranslationFields,
): Promise<Annotation> {
  requireWritable(session);
  const author = await requireAuthor();
  // It may have been changed, deleted or made while the researcher was typing.
  const parts = partsNow(session, target);
  const annotation = (target.annotation && session.annotation(target.annotation.id)) ?? translatable(session, parts);
  if (!annotation) {
    const [made] = await annotate(session, 'note', [parts], withTranslationOnly(fields));
    return made!;
  }
  const next = withTranslation(annotation, fields, stamp(author));
  if (JSON.stringify(next) === JSON.stringify(annotation)) return annotation;
  const written = revised(next, author, {});
  session.change(vscode.l10n.t('Translate “{0}”', words(annotation)), [
    { kind: 'update-annotation', annotation: written },
  ]);
  return written;
}

/** Changes the plain remark of an annotation; as one undoable change. */
export async function writeRemark(session: SourceSession, annotation: Annotation, remark: string): Promise<void> {
  requireWritable(session);
  const author = await requireAuthor();
  const { text: _text, ...rest } = session.annotation(annotation.id) ?? annotation;
  const next = revised(rest, author, remark ? { text: remark } : {});
  session.change(vscode.l10n.t('Note on “{0}”', words(annotation)), [{ kind: 'update-annotation', annotation: next }]);
}

/**
 * Deletes a translation: the whole annotation when it is a note that says nothing else, else only its fields. As one
 * undoable change.
 */
export async function removeTranslation(session: SourceSession, annotation: Annotation): Promise<void> {
  requireWritable(session);
  const author = await requireAuthor();
  const rest = withoutTranslation(annotation);
  const edit: SidecarEdit =
    rest.type === 'note' && !rest.text
      ? { kind: 'remove-annotation', id: annotation.id }
      : { kind: 'update-annotation', annotation: revised(rest, author, {}) };
  session.change(vscode.l10n.t('Delete the translation of “{0}”', words(annotation)), [edit]);
}

/** Answers an annotation; the reply stands in its own author's section. */
export async function addReply(session: SourceSession, replyTo: string, text: string): Promise<Reply> {
  requireWritable(session);
  const author = await requireAuthor();
  const reply: Reply = { id: newId(), author, replyTo, text, created: now() };
  session.change(vscode.l10n.t('Reply “{0}”', short(text)), [{ kind: 'add-reply', reply }]);
  return reply;
}

export async function writeReply(session: SourceSession, reply: Reply, text: string): Promise<void> {
  requireWritable(session);
  const author = await requireAuthor();
  const next: Reply = { ...reply, text, ...(reply.author === author ? {} : { modified: stamp(author) }) };
  session.change(vscode.l10n.t('Change the reply “{0}”', short(text)), [{ kind: 'update-reply', reply: next }]);
}

export function removeReply(session: SourceSession, reply: Reply): void {
  requireWritable(session);
  session.change(vscode.l10n.t('Delete the reply “{0}”', short(reply.text)), [{ kind: 'remove-reply', id: reply.id }]);
}

/** The target's parts in the present text; refuses when its words are gone. */
export function partsNow(session: SourceSession, target: TranslationTarget): readonly Range[] {
  const placed = target.annotation && session.placementOf(target.annotation.id)?.parts;
  if (placed) return placed;
  if (session.text === target.text) return target.parts;
  const [carried] = carry(target.text, session.text, [target.parts]);
  if (!carried?.parts) {
    throw new Refusal(
      vscode.l10n.t(
        'The words “{0}” are no longer in the text, so nothing was written.',
        wordsAt(target.text, target.parts),
      ),
    );
  }
  return carried.parts;
}

function withTranslationOnly(fields: TranslationFields): TranslationFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
}

function short(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
