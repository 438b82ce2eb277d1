import type { AnnotationId, AnnotationSet, Stamp } from '../annotation/annotation';
import { canonical, sameValue } from '../yaml/node';
import type { SidecarEdit } from './edits';
import { encodeEntry, encodeSource, type Entry } from './encode';

/** What an edit asks of a set, without any text. An edit that does not apply (see `editSidecar`) changes nothing. */
export function applyToSet(set: AnnotationSet, edit: SidecarEdit): AnnotationSet {
  const taken = (id: AnnotationId): boolean =>
    [...set.annotations, ...set.replies, ...set.rejections].some((entry) => entry.id === id);
  switch (edit.kind) {
    case 'add-annotation':
      if (taken(edit.annotation.id)) return set;
      return { ...set, annotations: [...set.annotations, edit.annotation] };
    case 'update-annotation':
      return { ...set, annotations: replaced(set.annotations, edit.annotation) };
    case 'remove-annotation':
      return { ...set, annotations: set.annotations.filter(({ id }) => id !== edit.id) };
    case 'add-reply':
      return taken(edit.reply.id) ? set : { ...set, replies: [...set.replies, edit.reply] };
    case 'update-reply':
      return { ...set, replies: replaced(set.replies, edit.reply) };
    case 'remove-reply':
      return { ...set, replies: set.replies.filter(({ id }) => id !== edit.id) };
    case 'add-rejection':
      return taken(edit.rejection.id) ? set : { ...set, rejections: [...set.rejections, edit.rejection] };
    case 'remove-rejection':
      return { ...set, rejections: set.rejections.filter(({ id }) => id !== edit.id) };
    case 'set-source': {
      const { [edit.key]: _, ...rest } = set.source;
      const source = edit.value === undefined ? rest : { ...rest, [edit.key]: edit.value };
      return { ...set, source: edit.conflicts === undefined ? source : { ...source, conflicts: edit.conflicts } };
    }
    case 'rename-author':
      return renameAuthor(set, edit.from, edit.to);
  }
}

function replaced<T extends { readonly id: AnnotationId; readonly author: string }>(
  entries: readonly T[],
  entry: T,
): T[] {
  return entries.map((old) => (old.id === entry.id ? { ...entry, author: old.author } : old));
}

function renameAuthor(set: AnnotationSet, from: string, to: string): AnnotationSet {
  const moved = <T extends { readonly author: string }>(entry: T): T => renamedBy(entry, from, to);
  return {
    source: set.source,
    annotations: set.annotations.map(moved),
    replies: set.replies.map(moved),
    rejections: set.rejections.map(moved),
  };
}

/** The entry with the author's new name wherever the old one stands. */
export function renamedBy<T extends { readonly author: string }>(entry: T, from: string, to: string): T {
  const stamps = entry as T & { modified?: Stamp; rendered?: Stamp; earlier?: readonly Stamp[] };
  const stamp = <S extends Stamp>(one: S): S => (one.by === from ? { ...one, by: to } : one);
  return {
    ...entry,
    author: entry.author === from ? to : entry.author,
    ...(stamps.modified && { modified: stamp(stamps.modified) }),
    ...(stamps.rendered && { rendered: stamp(stamps.rendered) }),
    ...(stamps.earlier && { earlier: stamps.earlier.map(stamp) }),
  };
}

/** All entries of a set, with their kinds. */
export function entriesOf(set: AnnotationSet): readonly Entry[] {
  return [
    ...set.annotations.map((value): Entry => ({ kind: 'annotation', value })),
    ...set.replies.map((value): Entry => ({ kind: 'reply', value })),
    ...set.rejections.map((value): Entry => ({ kind: 'rejection', value })),
  ];
}

/** True when both would be written with the same keys and values. */
export function sameEntry(a: Entry, b: Entry): boolean {
  return a.kind === b.kind && a.value.id === b.value.id && sameValue(encodeEntry(a), encodeEntry(b));
}

/** True when both sets say the same, whatever the order of their entries. */
export function sameSet(a: AnnotationSet, b: AnnotationSet): boolean {
  return meaningOf(a) === meaningOf(b);
}

/** A text that is equal for two sets exactly when they say the same. */
export function meaningOf(set: AnnotationSet): string {
  const entries = entriesOf(set).map(
    (entry) => `${entry.value.id} ${JSON.stringify(entry.value.author)} ${entry.kind} ${canonical(encodeEntry(entry))}`,
  );
  return [canonical(encodeSource(set.source)), ...entries.sort()].join('\n');
}
