import type { Selector } from '../annotation/annotation';
import type { GramIndex } from '../text/gram-index';
import type { Range } from '../text/range';
import { assess, closestIn, findLookalikes, type Lookalike } from './candidates';
import { QUICK, type Effort } from './diagonals';
import { patternOf, type Pattern } from './pattern';

/** How much further than it was the next part may be: insertions between the parts. */
const STRETCH = 1.5;
const SLACK = 60;
/** Distance to the next part when the selector does not say. */
const UNKNOWN_DISTANCE = 400;

/**
 * Places for a selector of one or more parts, best first. Parts are found together, in order, or not at all: the first part's
 * places are continued by the closest match of each further part within reach.
 */
export function findPlaces(
  units: Uint16Array,
  index: GramIndex,
  selector: Selector,
  expected?: number,
  effort: Effort = QUICK,
): readonly Lookalike[] {
  const patterns = selector.quote.map((_, part) => patternOf(selector, part));
  if (patterns.length === 1) return findLookalikes(units, index, patterns[0]!, expected, effort);
  const found: Lookalike[] = [];
  for (const first of findLookalikes(units, index, patterns[0]!, expected, effort)) {
    const place = continued(units, patterns, first, distances(selector));
    if (place) found.push(place);
  }
  return found.sort((a, b) => b.score - a.score || a.start - b.start);
}

/** Where a target may stand, and how likely. */
export type Place = Pick<Lookalike, 'start' | 'end' | 'parts' | 'score'>;

/** Less like its words than this, a part's place is none. */
const LEAST_PART = 0.6;

/**
 * A place for a target whose parts are no longer together or in order: for each part where it went, or what is most like it, as
 * far as there is any such place. Something to show a person, never to be placed on.
 * @param known places of the parts that are known, by part
 */
export function findScattered(
  units: Uint16Array,
  index: GramIndex,
  patterns: readonly Pattern[],
  known: readonly (Lookalike | undefined)[] = [],
): Place | undefined {
  const places = patterns
    .map((pattern, k) => known[k] ?? findLookalikes(units, index, pattern)[0])
    .filter((place): place is Lookalike => place !== undefined && place.exact >= LEAST_PART)
    .sort((one, other) => one.start - other.start);
  const parts: Range[] = [];
  let score = 0;
  for (const { start, end, score: likeness } of places) {
    if (start < (parts.at(-1)?.end ?? 0)) continue;
    parts.push({ start, end });
    score += likeness / patterns.length;
  }
  const last = parts.at(-1);
  return last && { start: parts[0]!.start, end: last.end, parts, score };
}

/** The ranges that a place consists of. */
export function partsOf(place: Place): readonly Range[] {
  return place.parts ?? [{ start: place.start, end: place.end }];
}

function continued(
  units: Uint16Array,
  patterns: readonly Pattern[],
  first: Lookalike,
  reaches: readonly number[],
): Lookalike | undefined {
  const parts: Range[] = [{ start: first.start, end: first.end }];
  let exact = first.exact;
  let last = first;
  for (let k = 1; k < patterns.length; k++) {
    const pattern = patterns[k]!;
    const to = last.end + reaches[k - 1]! + (pattern.end - pattern.start) + SLACK;
    const near = closestIn(units, pattern, last.end, to);
    if (!near) return undefined;
    last = assess(units, pattern, near.start, near.end, near.exact);
    exact += last.exact;
    parts.push({ start: last.start, end: last.end });
  }
  exact /= patterns.length;
  const contexts = [first.before, last.after].filter((context) => context !== undefined);
  return {
    start: first.start,
    end: last.end,
    parts,
    exact,
    ...(first.before === undefined ? {} : { before: first.before }),
    ...(last.after === undefined ? {} : { after: last.after }),
    score: (2 * exact + contexts.reduce((sum, context) => sum + context, 0)) / (2 + contexts.length),
  };
}

/** How far behind each part the next one may begin. */
function distances({ quote, parts }: Selector): number[] {
  return quote.slice(1).map((_, k) => {
    const here = parts?.[k];
    const next = parts?.[k + 1];
    return here && next ? Math.max(0, next.start - here.end) * STRETCH : UNKNOWN_DISTANCE;
  });
}
