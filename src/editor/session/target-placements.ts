import type { Annotation, Rejection } from '../../core/annotation/annotation';
import { carry, TargetFollower, type FollowResult, type Placement } from '../../core/anchoring';
import type { ChangeEvent } from '../../core/anchoring/follow';
import type { Range } from '../../core/text/range';

/** An entry that stands, or stood, on words of the source. */
export type Targeted = Annotation | Rejection;

/** What a change of the text did to the targets. */
export interface Followed {
  /** True when a target was edited, lost, restored or placed anew; mere shifts don't count. */
  readonly changed: boolean;
  /** Targets that were placed by comparison with `baseText`, because somebody else wrote the text. */
  readonly replaced?: { readonly ids: readonly string[]; readonly baseText: string };
  /** True when somebody else wrote the text while targets had no place: `compare` answers them again, to look in it. */
  readonly missing?: boolean;
}

/** Where the targets of one source stand: ranges follow edits exactly, or are placed anew where that would be a guess. */
export class TargetPlacements {
  private follower: TargetFollower;
  /** Placements that are no plain place, which the follower can't tell: ambiguous and orphaned, with their candidates. */
  private readonly unplaced = new Map<string, Placement>();
  private readonly known = new Map<string, Targeted>();
  /** Those without a place, or on a part of their words, which the present text, that somebody else wrote, may have again. */
  private readonly sought = new Set<string>();
  /** Those of them that have a place, which they leave for nothing less than all their words around it. */
  private readonly cut = new Set<string>();

  constructor(text: string) {
    this.follower = new TargetFollower(text);
  }

  /** Where an entry stands now; `undefined` before it was placed. */
  of(id: string): Placement | undefined {
    return this.unplaced.get(id) ?? this.follower.placement(id);
  }

  /** Follows one change event; `text` answers the text after it. */
  follow(event: ChangeEvent, text: () => string): Followed {
    return this.take(this.follower.apply(event), text);
  }

  /** The last change left the document equal to its file without a save: it was a revert or reload, not typing. */
  becameClean(text: () => string): Followed {
    return { ...this.take(this.follower.becameClean(), text), missing: this.seekUnplaced() };
  }

  /** Puts an entry where a person wants it. */
  put(entry: Targeted, parts: readonly Range[]): void {
    this.unplaced.delete(entry.id);
    this.cut.delete(entry.id);
    this.follower.place(entry.id, { parts, quote: entry.selector.quote });
    this.known.set(entry.id, entry);
  }

  /** Forgets the entries that are gone, and answers those that have to be placed: the new ones, those with another selector, and those that are missing. */
  compare(entries: ReadonlyMap<string, Targeted>): Targeted[] {
    for (const id of this.known.keys()) {
      if (entries.has(id)) continue;
      this.known.delete(id);
      this.unplaced.delete(id);
      this.follower.remove(id);
    }
    const unknown = [...entries.values()].filter((entry) => !this.isPlaced(entry));
    this.cut.clear();
    for (const entry of unknown) if (this.isSame(entry) && this.of(entry.id)?.parts) this.cut.add(entry.id);
    for (const [id, entry] of entries) this.known.set(id, entry);
    this.sought.clear();
    return unknown;
  }

  /** Takes the places found for entries; those that are gone meanwhile are passed over. */
  placeAll(entries: readonly Targeted[], placements: readonly Placement[]): void {
    const live = entries.flatMap((entry, k) =>
      this.known.has(entry.id) && this.mayTake(entry, placements[k]!) ? [[entry, placements[k]!] as const] : [],
    );
    this.follower.placeAll(
      live.map(([{ id, selector }, { parts, changed }]) => [id, { quote: selector.quote, parts, changed }]),
    );
    for (const [{ id }, placement] of live) this.note(id, placement);
  }

  /** The whole text became another one without an edit that says how. */
  replaceText(before: string, after: string): void {
    const placed = [...this.known.values()].flatMap((entry) => {
      const parts = this.of(entry.id)?.parts;
      return parts ? [{ entry, parts }] : [];
    });
    const carried = carry(
      before,
      after,
      placed.map(({ parts }) => parts),
    );
    this.follower = new TargetFollower(after);
    this.placeAll(
      placed.map(({ entry }) => entry),
      carried,
    );
  }

  private take({ placements, reanchor }: FollowResult, text: () => string): Followed {
    for (const [id, placement] of placements) this.note(id, placement);
    if (!reanchor) return { changed: placements.size > 0 };
    const { ids, baseText, parts } = reanchor;
    carry(baseText, text(), parts).forEach((placement, k) => {
      this.follower.reanchored(ids[k]!, placement.parts);
      this.note(ids[k]!, placement);
    });
    return { changed: true, replaced: { ids, baseText }, missing: this.seekUnplaced() };
  }

  /** What was deleted, or cut, on one branch stands on the other: opening the source there would find it, so a checkout has to. */
  private seekUnplaced(): boolean {
    for (const id of this.known.keys()) {
      const placement = this.of(id);
      if (placement && (placement.state !== 'anchored' || placement.changed)) this.sought.add(id);
    }
    return this.sought.size > 0;
  }

  private mayTake({ id }: Targeted, found: Placement): boolean {
    if (!this.cut.delete(id)) return true;
    const stands = this.of(id)?.range;
    if (!stands) return true;
    const whole = found.state === 'anchored' && !found.changed ? found.range : undefined;
    return whole !== undefined && whole.start < stands.end && stands.start < whole.end;
  }

  private note(id: string, placement: Placement): void {
    if (placement.state === 'anchored') this.unplaced.delete(id);
    else this.unplaced.set(id, placement);
  }

  private isPlaced(entry: Targeted): boolean {
    return !this.sought.has(entry.id) && this.isSame(entry);
  }

  /** True when it is known, with this selector. */
  private isSame({ id, selector }: Targeted): boolean {
    const before = this.known.get(id)?.selector;
    return before === selector || (before !== undefined && JSON.stringify(before) === JSON.stringify(selector));
  }
}
