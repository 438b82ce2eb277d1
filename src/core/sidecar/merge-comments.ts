import { commentsOf } from '../yaml/comments';
import type { SidecarDraft } from './draft';
import type { Segment } from './segments';
import type { SegmentedSidecar } from './segmented';

/** What is to be added to a draft above one of its segments (at the end where it is absent). */
export interface CarriedComments {
  readonly above: Segment | undefined;
  readonly comments: readonly string[];
}

/** A segment with the comments above and inside it; the last one stands for the end of the file. */
interface Unit {
  readonly key: string;
  readonly segment: Segment | undefined;
  readonly lines: string;
  /** The comments above it. */
  readonly above: readonly string[];
}

/**
 * The comments that a side wrote and that a merge has left behind, because it took the other side's lines, or because what
 * they stood at is gone: each with the segment of the draft that it belongs above. Comments that only moved are not among
 * them.
 */
export function leftBehind(
  draft: SidecarDraft,
  base: SegmentedSidecar | undefined,
  side: SegmentedSidecar,
): readonly CarriedComments[] {
  const drafted = unitsOf(draft.segments, (segment) => draft.textOf(segment));
  const [inDraft, inBase] = [drafted, base === undefined ? [] : unitsOfSidecar(base)].map(byKey);
  const units = unitsOfSidecar(side);
  const grown = grownComments(units, [...(base === undefined ? inDraft! : inBase!).values()]);
  const carried: CarriedComments[] = [];
  let waiting: string[] = [];
  for (const unit of units) {
    const [there, before] = [inDraft!.get(unit.key), inBase!.get(unit.key)];
    const missing = without(without(allOf(unit, before), before), there).filter((comment) => grown.has(comment));
    waiting.push(...missing);
    if (waiting.length === 0 || (there === undefined && unit.segment !== undefined)) continue;
    carried.push({ above: there?.segment, comments: waiting });
    waiting = [];
  }
  return carried;
}

/**
 * The comments that stand in both sides and not in what they were merged to. Only where a version was brought into another
 * shape, which moves its comments to the top, can `leftBehind` miss one: it takes it for moved on both sides.
 */
export function missingFrom(merged: string, ours: string, theirs: string): readonly string[] {
  const [inMerged, inTheirs] = [merged, theirs].map((text) => [...commentsOf(text)]);
  const takeFrom = (comments: string[], comment: string): boolean => {
    const place = comments.indexOf(comment);
    if (place >= 0) comments.splice(place, 1);
    return place >= 0;
  };
  return commentsOf(ours).filter((comment) => takeFrom(inTheirs!, comment) && !takeFrom(inMerged!, comment));
}

function unitsOfSidecar(sidecar: SegmentedSidecar): readonly Unit[] {
  let at = 0;
  return unitsOf(sidecar.segments, ({ length }) => sidecar.text.slice(at, (at += length)));
}

/** Asks for each segment's text once, in order. */
function unitsOf(segments: readonly Segment[], textOf: (segment: Segment) => string): readonly Unit[] {
  const units: Unit[] = [];
  const seen = new Set<string>();
  let above: string[] = [];
  for (const segment of segments) {
    const lines = textOf(segment).replace(/\r\n/g, '\n');
    if (segment.kind === 'gap') {
      above.push(...(lines.match(/#[^\n]*/g) ?? []).map((comment) => comment.trimEnd()));
      continue;
    }
    let key = keyOf(segment);
    while (seen.has(key)) key += '+';
    seen.add(key);
    units.push({ key, segment, lines, above });
    above = [];
  }
  return [...units, { key: 'end', segment: undefined, lines: '', above }];
}

function keyOf(segment: Exclude<Segment, { kind: 'gap' }>): string {
  switch (segment.kind) {
    case 'top-level':
      return `top-level ${segment.key}`;
    case 'section':
      return `section ${segment.section}`;
    case 'author':
      return `author ${segment.section} ${segment.author}`;
    case 'entry':
      return `entry ${segment.section} ${segment.id}`;
  }
}

function byKey(units: readonly Unit[]): ReadonlyMap<string, Unit> {
  return new Map(units.map((unit) => [unit.key, unit]));
}

/** The comments above and inside a unit; those inside only where its lines are others than known. */
function allOf(unit: Unit, known?: Unit): readonly string[] {
  return unit.lines === known?.lines ? unit.above : [...unit.above, ...innerOf(unit.lines)];
}

function innerOf(lines: string): readonly string[] {
  return lines.includes('#') ? commentsOf(lines) : [];
}

function without(comments: readonly string[], unit: Unit | undefined): readonly string[] {
  if (unit === undefined || comments.length === 0) return comments;
  const left = [...allOf(unit)];
  return comments.filter((comment) => {
    const place = left.indexOf(comment);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
}

/** Comments that stand more often in some units than in others. */
function grownComments(units: readonly Unit[], others: readonly Unit[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const known = byKey(others);
  for (const unit of units) {
    const other = known.get(unit.key);
    for (const comment of allOf(unit, other)) counts.set(comment, (counts.get(comment) ?? 0) + 1);
  }
  const byUnit = byKey(units);
  for (const unit of others)
    for (const comment of allOf(unit, byUnit.get(unit.key))) counts.set(comment, (counts.get(comment) ?? 0) - 1);
  return new Set([...counts].filter(([, count]) => count > 0).map(([comment]) => comment));
}
