import type {
  Annotation,
  AnnotationId,
  FieldConflict,
  Rejection,
  Reply,
  SourceMetadata,
} from '../annotation/annotation';
import type { Problem } from '../text/problem';
import type { ParsedSidecar } from './parsed';

/** How an entry that is put back was written, with unknown keys and comments, and where: `entryPlace` answers it. */
export interface EntryPlace {
  /** Its own lines. They are used as long as they say what the entry says. */
  readonly lines: string;
  /** The comment lines straight above it, which stay where they are when it goes. */
  readonly comments: string;
  /** The entry below it in its section; absent where it was the last one. */
  readonly before: AnnotationId | undefined;
}

/**
 * One change to a sidecar. An update carries the whole new value and finds its entry by id; the entry stays in the
 * section where it is, whatever `author` says, so the caller sets `modified` when another's entry is changed.
 */
export type SidecarEdit =
  | { readonly kind: 'add-annotation'; readonly annotation: Annotation; readonly place?: EntryPlace }
  | { readonly kind: 'update-annotation'; readonly annotation: Annotation }
  | { readonly kind: 'remove-annotation'; readonly id: AnnotationId }
  | { readonly kind: 'add-reply'; readonly reply: Reply; readonly place?: EntryPlace }
  | { readonly kind: 'update-reply'; readonly reply: Reply }
  | { readonly kind: 'remove-reply'; readonly id: AnnotationId }
  | { readonly kind: 'add-rejection'; readonly rejection: Rejection; readonly place?: EntryPlace }
  | { readonly kind: 'remove-rejection'; readonly id: AnnotationId }
  | {
      readonly kind: 'set-source';
      readonly key: Exclude<keyof SourceMetadata, 'conflicts'>;
      /** Absent removes the key. */
      readonly value: string | readonly string[] | undefined;
      /** The records of conflicts about the source that stand from now on; absent leaves those that stand. */
      readonly conflicts?: readonly FieldConflict[];
    }
  | { readonly kind: 'rename-author'; readonly from: string; readonly to: string };

export interface EditOptions {
  /** The article's file name: the header comment of a new sidecar says it. */
  readonly fileName: string;
  /** What `text` was parsed to, so that it is not parsed again. */
  readonly parsed?: ParsedSidecar;
}

export interface EditResult {
  /** The new text; the old one, unchanged, when nothing could be applied. */
  readonly text: string;
  /** Edits that could not be applied (`unknown-id`, `id-taken`, `not-writable`, `edit-failed`). */
  readonly problems: readonly Problem[];
  /** What `text` reads to, without a second full read. */
  readonly parsed: ParsedSidecar;
}
