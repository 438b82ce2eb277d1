import { mergeSidecars } from '../../core/sidecar';

/**
 * What others wrote, with our changes to `base` put in; `undefined` when theirs can't be read. Their comments and order
 * stay, since memory adds only entries and fields. Where both changed one field ours stands, with a record of theirs.
 */
export function joinedInto(theirs: string, base: string | undefined, ours: string): string | undefined {
  const merged = mergeSidecars(base, theirs, ours);
  return merged.conflicts.length === 0 ? merged.text : mergeSidecars(base, ours, theirs).text;
}

/** What a sidecar should say when a write of `copy` was cut off and the file now says `text`. */
export function afterInterruption(copy: string, text: string | undefined): string | undefined {
  if (text === undefined || copy.startsWith(text)) return copy;
  return mergeSidecars(undefined, copy, text).text ?? text;
}
