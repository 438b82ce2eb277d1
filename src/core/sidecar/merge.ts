import type { AnnotationId, FieldConflict } from '../annotation/annotation';
import type { Problem } from '../text/problem';

/** A field that both sides changed, with the entry it is in; `id` is absent for `source:` and other top-level keys. */
export interface MergeConflict extends FieldConflict {
  readonly id: AnnotationId | undefined;
}

export interface MergeResult {
  /** The merged sidecar; absent when an input can't be read safely, and then nothing may be overwritten. */
  readonly text: string | undefined;
  /** What a person has to decide; each is also in the merged text, as `conflicts:` of its entry. */
  readonly conflicts: readonly MergeConflict[];
  readonly problems: readonly Problem[];
  /** Ids that two branches had given to different annotations: the later one was renamed. */
  readonly renamed: readonly { readonly from: AnnotationId; readonly to: AnnotationId }[];
}

/** Merges two versions of a sidecar, three ways where `base` is known. */
export function mergeSidecars(_base: string | undefined, _ours: string, _theirs: string): MergeResult {
  throw new Error('not built yet');
}
