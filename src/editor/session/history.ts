import type { Annotation, AnnotationSet, Rejection, Reply } from '../../core/annotation/annotation';
import type { EntryPlace, SidecarEdit } from '../../core/sidecar';

/** One undoable change of a source's annotations. */
export interface HistoryEntry {
  /** What was done, in the researcher's words. */
  readonly label: string;
  readonly undo: readonly SidecarEdit[];
  readonly redo: readonly SidecarEdit[];
}

/** Counts changes and their undoing over all histories, so that the later of two can be told. */
let moment = 0;

/** How many changes can be taken back. */
const DEPTH = 200;

/** Changes that can be taken back and done again, also after they were saved: of one source, or of several at once. */
export class History<Entry extends { readonly label: string } = HistoryEntry> {
  private readonly past: { readonly entry: Entry; readonly at: number }[] = [];
  private future: { readonly entry: Entry; readonly at: number }[] = [];

  /** When the change was made that would be taken back next, as a count over all histories; 0 when there is none. */
  get lastMade(): number {
    return this.past.at(-1)?.at ?? 0;
  }

  /** When the change was taken back that would be done again next; 0 when there is none. */
  get lastTakenBack(): number {
    return this.future.at(-1)?.at ?? 0;
  }

  record(entry: Entry): void {
    this.past.push({ entry, at: ++moment });
    if (this.past.length > DEPTH) this.past.shift();
    this.future = [];
  }

  takeBack(): Entry | undefined {
    const last = this.past.pop();
    if (last) this.future.push({ entry: last.entry, at: ++moment });
    return last?.entry;
  }

  takeAgain(): Entry | undefined {
    const last = this.future.pop();
    if (last) this.past.push({ entry: last.entry, at: ++moment });
    return last?.entry;
  }
}

/**
 * The edits that lead back from `after` the edits to the set `before` them, in reverse order. An entry that somebody
 * else removed or changed in the meantime is left to the sidecar's own checks. `placeOf` tells where an entry stood.
 */
export function inverse(
  edits: readonly SidecarEdit[],
  before: AnnotationSet,
  placeOf: (id: string) => EntryPlace | undefined = () => undefined,
): SidecarEdit[] {
  const annotations = new Map(before.annotations.map((entry) => [entry.id, entry]));
  const replies = new Map(before.replies.map((entry) => [entry.id, entry]));
  const rejections = new Map(before.rejections.map((entry) => [entry.id, entry]));
  return edits.toReversed().flatMap((edit) => {
    const place = edit.kind.startsWith('remove') && 'id' in edit ? placeOf(edit.id) : undefined;
    return inverseOf(edit, before, annotations, replies, rejections).map((back) =>
      place !== undefined && back.kind.startsWith('add') ? ({ ...back, place } as SidecarEdit) : back,
    );
  });
}

function inverseOf(
  edit: SidecarEdit,
  before: AnnotationSet,
  annotations: ReadonlyMap<string, Annotation>,
  replies: ReadonlyMap<string, Reply>,
  rejections: ReadonlyMap<string, Rejection>,
): SidecarEdit[] {
  switch (edit.kind) {
    case 'add-annotation':
      return [{ kind: 'remove-annotation', id: edit.annotation.id }];
    case 'update-annotation': {
      const annotation = annotations.get(edit.annotation.id);
      return annotation ? [{ kind: 'update-annotation', annotation }] : [];
    }
    case 'remove-annotation': {
      const annotation = annotations.get(edit.id);
      return annotation ? [{ kind: 'add-annotation', annotation }] : [];
    }
    case 'add-reply':
      return [{ kind: 'remove-reply', id: edit.reply.id }];
    case 'update-reply': {
      const reply = replies.get(edit.reply.id);
      return reply ? [{ kind: 'update-reply', reply }] : [];
    }
    case 'remove-reply': {
      const reply = replies.get(edit.id);
      return reply ? [{ kind: 'add-reply', reply }] : [];
    }
    case 'add-rejection':
      return [{ kind: 'remove-rejection', id: edit.rejection.id }];
    case 'remove-rejection': {
      const rejection = rejections.get(edit.id);
      return rejection ? [{ kind: 'add-rejection', rejection }] : [];
    }
    case 'set-source':
      return [
        {
          kind: 'set-source',
          key: edit.key,
          value: before.source[edit.key],
          ...(edit.conflicts && { conflicts: before.source.conflicts ?? [] }),
        },
      ];
    case 'rename-author':
      return renamedBack(edit.from, edit.to, before);
  }
}

/** Where the new name had a section already, renaming back would take its entries along: then only the renamed ones go back. */
function renamedBack(from: string, to: string, before: AnnotationSet): SidecarEdit[] {
  const by = (author: string) => (entry: { readonly author: string }) => entry.author === author;
  const { annotations, replies, rejections } = before;
  if (![...annotations, ...replies, ...rejections].some(by(to))) return [{ kind: 'rename-author', from: to, to: from }];
  return [
    ...annotations.filter(by(from)).flatMap((annotation): SidecarEdit[] => [
      { kind: 'remove-annotation', id: annotation.id },
      { kind: 'add-annotation', annotation },
    ]),
    ...replies.filter(by(from)).flatMap((reply): SidecarEdit[] => [
      { kind: 'remove-reply', id: reply.id },
      { kind: 'add-reply', reply },
    ]),
    ...rejections.filter(by(from)).flatMap((rejection): SidecarEdit[] => [
      { kind: 'remove-rejection', id: rejection.id },
      { kind: 'add-rejection', rejection },
    ]),
  ];
}
