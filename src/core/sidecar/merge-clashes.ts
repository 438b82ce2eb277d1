import type { AnnotationId } from '../annotation/annotation';
import {
  createdOf,
  idAfterClash,
  identityOf,
  mapOf,
  type Side,
  type SideEntry,
  withId,
  withParent,
} from './merge-side';

/** An id that two branches had given to different annotations: the later one was renamed. */
export interface RenamedId {
  readonly from: AnnotationId;
  readonly to: AnnotationId;
}

/**
 * One id, given to different annotations on two branches: the later one gets another, and its replies follow. The entries of
 * the sides say so afterwards.
 */
export function separateClashes(base: Side | undefined, ours: Side, theirs: Side): readonly RenamedId[] {
  const renamed: RenamedId[] = [];
  for (const our of [...ours.entries.values()]) {
    const their = theirs.entries.get(our.key);
    if (their === undefined || their.lines === our.lines || base?.entries.has(our.key)) continue;
    if (identityOf(our) === identityOf(their) && mapOf(our) !== undefined) continue;
    renamed.push(isLater(our, their) ? giveNewId(our, ours, theirs, base) : giveNewId(their, theirs, ours, base));
  }
  return renamed;
}

function isLater(one: SideEntry, other: SideEntry): boolean {
  const [made, otherMade] = [createdOf(one), createdOf(other)];
  return made === otherMade ? identityOf(one) >= identityOf(other) : made > otherMade;
}

function giveNewId(entry: SideEntry, side: Side, other: Side, base: Side | undefined): RenamedId {
  const id = idAfterClash(entry);
  const entries = [...side.entries.values()].map((each) => {
    if (each === entry) return withId(entry, id);
    // A reply that the other side, or the base, has too was made before the two annotations were told apart.
    const known = [base, other].map((version) => version?.entries.get(each.key));
    const follows = answers(each, entry.id) && !known.some((same) => same !== undefined && answers(same, entry.id));
    return follows ? withParent(each, id) : each;
  });
  side.entries.clear();
  for (const each of entries) side.entries.set(each.key, each);
  return { from: entry.id, to: id };
}

function answers(entry: SideEntry, parent: AnnotationId): boolean {
  return mapOf(entry)?.get('reply_to') === parent;
}
