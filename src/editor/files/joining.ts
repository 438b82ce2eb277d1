import type { StoredFormat, StoredText } from './store-port';

type Merge = StoredFormat<StoredText, never>['merge'];

/**
 * What others wrote, with our changes to `base` put in; `undefined` when theirs can't be read. Their comments and order
 * stay, since memory adds only entries and fields. Where both changed one field ours stands, with a record of theirs.
 */
export function joinedInto(merge: Merge, theirs: string, base: string | undefined, ours: string): string | undefined {
  const merged = merge(base, theirs, ours);
  return merged.conflicts.length === 0 ? merged.text : merge(base, ours, theirs).text;
}

/** What a file should say when a write of `copy` was cut off and the file now says `text`. */
export function afterInterruption(merge: Merge, copy: string, text: string | undefined): string | undefined {
  if (text === undefined || copy.startsWith(text)) return copy;
  return merge(undefined, copy, text).text ?? text;
}

/**
 * True when the file says only the beginning of `copy`: a write of it was cut off. A file that is gone was deleted by
 * somebody, unless our own write has just failed, which may begin with a deletion.
 */
export function isCutOff(copy: string, text: string | undefined, oursFailed: boolean): boolean {
  return text === undefined ? oursFailed : text !== copy && copy.startsWith(text);
}
