import type { AnnotationId, AnnotationSet } from '../annotation/annotation';
import type { Problem } from '../text/problem';
import type { Range } from '../text/range';

/** What reading a sidecar may be told. */
export interface ParseOptions {
  /** The article's file name, as messages about the file as a whole name it. */
  readonly source?: string;
}

/** A sidecar's text with what it says. Immutable; all ranges are UTF-16 ranges of `text`. */
export interface ParsedSidecar {
  readonly text: string;
  /** All good entries, in file order. */
  readonly set: AnnotationSet;
  readonly problems: readonly Problem[];
  /** False when the file must not be written before a person mends it: see `problems` for the reason. */
  readonly writable: boolean;
  /** The number behind `glossator:`; absent when the file says none. */
  readonly version: number | undefined;
  /** Names of the author sections under `annotations:` and `rejected:`, in file order, each once. */
  readonly authors: readonly string[];
  /** The entry from its id to the end of its last value; absent when no entry has that id. */
  rangeOf(id: AnnotationId): Range | undefined;
  /** The value (or the key, where there is no value) of a field of an entry; `key` may be a path such as `position.parts`. */
  rangeOfKey(id: AnnotationId, key: string): Range | undefined;
  /** The same for a field of `source:`. */
  rangeOfSourceKey(key: string): Range | undefined;
}
