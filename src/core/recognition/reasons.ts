import type { Labelled } from './chain';
import { Known } from './gazetteer';
import type { GazetteerList, Reason } from './mention';
import { PhrasePart, type Passage } from './passage';
import { Shape } from './shape';

const PLACE_LISTS: readonly (readonly [number, GazetteerList])[] = [
  [Known.country, 'country'],
  [Known.city, 'city'],
  [Known.town, 'town'],
  [Known.region, 'region'],
];

const PERSON_LISTS: readonly (readonly [number, GazetteerList])[] = [
  [Known.firstName, 'first name'],
  [Known.surname, 'surname'],
  [Known.properName, 'name'],
];

/**
 * The plainest reason for a found name: a list that knows it, else the cue beside it, else that it is clearer elsewhere in the document,
 * else its look and context.
 */
export function reasonFor(passage: Passage, span: Labelled, seenElsewhere: boolean): Reason {
  const otherwise: Reason = seenElsewhere ? { kind: 'tagger', cue: 'seen elsewhere' } : { kind: 'tagger' };
  const bitsAt = (i: number): number => Math.max(0, passage.known[i] ?? 0);
  const before = bitsAt(span.start - 1);
  if (span.type === 1) {
    const wholePhrase =
      passage.phrase[span.start] === 3 + PhrasePart.first && passage.phrase[span.end - 1] === 3 + PhrasePart.last;
    if (wholePhrase && span.end - span.start > 1) return { kind: 'gazetteer', list: 'region' };
    for (const [bit, list] of span.end - span.start === 1 ? PLACE_LISTS : []) {
      if (bitsAt(span.start) & bit) return { kind: 'gazetteer', list };
    }
    return before & Known.placeCue ? { kind: 'tagger', cue: 'place word' } : otherwise;
  }
  if (before & Known.title) return { kind: 'tagger', cue: 'title' };
  for (const [bit, list] of PERSON_LISTS) if (bitsAt(span.start) & bit) return { kind: 'gazetteer', list };
  if (passage.shape[span.start] === Shape.initial) return { kind: 'tagger', cue: 'initials' };
  return (before | bitsAt(span.end)) & Known.saying ? { kind: 'tagger', cue: 'saying' } : otherwise;
}
