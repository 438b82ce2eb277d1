import type { AnnotationId } from '../annotation/annotation';
import type { EntryPlace } from './edits';
import type { ParsedSidecar } from './parsed';
import { SegmentedSidecar } from './segmented';

/** The comment lines that a gap ends with. */
export const COMMENTS_ABOVE = /(?:^[ \t]*#[^\n]*\n)+$(?![^])/m;

/** What an entry that is going to be removed has to be put back by; absent where no lines are its own. */
export function entryPlace(parsed: ParsedSidecar, id: AnnotationId): EntryPlace | undefined {
  if (!(parsed instanceof SegmentedSidecar) || !parsed.facts.spliceable) return undefined;
  const { text, segments, starts } = parsed;
  const place = segments.findIndex((segment) => segment.kind === 'entry' && segment.id === id);
  if (place < 0) return undefined;
  const below = segments.slice(place + 1).find(({ kind }) => kind !== 'gap');
  const start = starts[place]!;
  return {
    lines: text.slice(start, start + segments[place]!.length),
    comments: COMMENTS_ABOVE.exec(text.slice(starts[place - 1], start))?.[0] ?? '',
    before: below?.kind === 'entry' ? below.id : undefined,
  };
}
