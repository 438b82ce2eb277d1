import { foldQuote } from '../text/fold';
import { LineMirror, replaced, type Replacement } from '../text/line-mirror';
import type { Range } from '../text/range';
import { followPart, minimal } from './follow-change';
import type { Placement } from './placement';

/** One replacement, against the text before the event; several in one event are disjoint and in any order. UTF-16. */
export type TextChange = Replacement;

export interface ChangeEvent {
  readonly changes: readonly TextChange[];
  readonly reason?: 'undo' | 'redo';
  /** The document equals its file once the change has settled: a checkout, revert or reload rather than typing. */
  readonly becameClean?: boolean;
}

/** A target to follow: where it stands now (absent: orphaned), and its words, by which `changed` is told. */
export interface FollowedTarget {
  readonly parts?: readonly Range[];
  readonly quote: readonly string[];
  /** It was uncertain already when it was placed, and stays so. */
  readonly changed?: boolean;
}

/**
 * Targets that a change may not carry. Until they are placed (`carry(baseText, text, parts)`, told by `reanchored`) the
 * follower holds those whose words were replaced as a whole for orphaned.
 */
export interface Reanchoring {
  readonly ids: readonly string[];
  /** The text before the change. */
  readonly baseText: string;
  /** Where they stood in it, in the order of `ids`. */
  readonly parts: readonly (readonly Range[])[];
}

export interface FollowResult {
  /** Targets that were edited, lost or restored; those that were merely shifted are left out. */
  readonly placements: ReadonlyMap<string, Placement>;
  readonly reanchor?: Reanchoring;
}

/** A target with its place in the array of offsets. A new one, not an old one changed, when a person places it anew. */
interface Slot {
  readonly id: string;
  readonly quote: readonly string[];
  readonly changed: boolean;
  /** Index of its first offset; each part has a start and an end, both -1 when orphaned. */
  readonly at: number;
  readonly parts: number;
}

/** A state of all targets, with the key of the text that it belongs to. */
interface Snapshot {
  readonly key: string;
  readonly slots: readonly Slot[];
  readonly offsets: Int32Array;
}

/** What the last change did, for when it turns out that it left the document clean. */
interface LastChange {
  readonly inverse: readonly Replacement[];
  readonly touched: readonly { readonly slot: Slot; readonly parts: readonly Range[] }[];
}

const WORD = /[\p{L}\p{N}]/u;

/** Offsets kept in remembered states, which is 8 MB; and the fewest states, however many targets there are. */
const MOST_REMEMBERED = 2_000_000;
const FEWEST_STATES = 40;

/**
 * Follows targets through an editor's change events: ranges move exactly with the text, typing at an edge does not grow
 * them, deleting one whole orphans it, and undo or redo brings back the very state that the text had before.
 */
export class TargetFollower {
  private readonly mirror: LineMirror;
  private slots: Slot[] = [];
  private readonly byId = new Map<string, Slot>();
  private offsets = new Int32Array(64);
  private used = 0;
  /** Places in `offsets` of removed targets, by their number of parts; remembered states tell targets apart by slot, not by place. */
  private readonly free = new Map<number, number[]>();
  /** States before and after the present one, the nearest last: one content may have had several states. */
  private past: Snapshot[] = [];
  private future: Snapshot[] = [];
  private remembered = 0;
  /** The array of the state that was forgotten last, to be used again: fresh ones at every keystroke make the collector pause. */
  private spare: Int32Array | undefined;
  private last: LastChange | undefined;

  constructor(text: string) {
    this.mirror = new LineMirror(text);
  }

  /** The text as the follower knows it: compare its length with the document's to see that no change was missed. */
  get length(): number {
    return this.mirror.length;
  }

  text(): string {
    return this.mirror.text();
  }

  /** Starts following a target, or puts it where a person wants it; what undo knew of it is forgotten. */
  place(id: string, target: FollowedTarget): void {
    this.remove(id);
    const parts = target.parts ?? [];
    const count = Math.max(parts.length, target.quote.length, 1);
    const at = this.free.get(count)?.pop() ?? this.used;
    const slot: Slot = { id, quote: target.quote, changed: target.changed ?? false, at, parts: count };
    if (at === this.used) this.used += 2 * count;
    if (this.used > this.offsets.length) {
      const larger = new Int32Array(this.used * 2);
      larger.set(this.offsets);
      this.offsets = larger;
    }
    this.slots = [...this.slots, slot];
    this.byId.set(id, slot);
    this.write(slot, parts);
  }

  /** Puts many targets at once, as `place` does each. */
  placeAll(targets: Iterable<readonly [string, FollowedTarget]>): void {
    const before = this.slots;
    const added: Slot[] = [];
    for (const [id, target] of targets) {
      this.slots = [];
      this.place(id, target);
      added.push(...this.slots);
    }
    const live = new Set(added.map(({ id }) => id));
    this.slots = [
      ...before.filter(({ id }) => !live.has(id)),
      ...added.filter((slot) => this.byId.get(slot.id) === slot),
    ];
  }

  /** Tells where a target of `reanchor` was found in the present text, or that it was not. Undo still knows it. */
  reanchored(id: string, parts: readonly Range[] | undefined): void {
    const slot = this.byId.get(id);
    if (slot) this.write(slot, parts ?? []);
  }

  remove(id: string): void {
    const slot = this.byId.get(id);
    if (!slot) return;
    this.byId.delete(id);
    this.slots = this.slots.filter((other) => other !== slot);
    const free = this.free.get(slot.parts);
    if (free) free.push(slot.at);
    else this.free.set(slot.parts, [slot.at]);
  }

  /** Where the target stands now; undefined when it is not followed. */
  placement(id: string): Placement | undefined {
    const slot = this.byId.get(id);
    return slot && this.placementOf(slot);
  }

  apply(event: ChangeEvent): FollowResult {
    const changes = minimal(event.changes, this.mirror);
    if (changes.length === 0) return event.becameClean ? this.becameClean() : { placements: new Map() };
    const before = this.snapshot();
    const back = event.reason !== undefined;
    const inverse = inverted(changes, this.mirror);
    const touched: { slot: Slot; parts: readonly Range[] }[] = [];
    const uncarried: { slot: Slot; parts: readonly Range[] }[] = [];
    for (const slot of this.slots) {
      const outcome = this.follow(slot, changes);
      if (!outcome) continue;
      const stood = { slot, parts: rangesOf(before.offsets, slot) };
      touched.push(stood);
      if (outcome.replacedWhole || (event.becameClean && !back)) uncarried.push(stood);
    }
    this.mirror.apply(changes);
    for (const { slot } of touched) if (this.isEmptied(slot)) this.write(slot, []);
    this.last = back ? undefined : { inverse, touched };
    const affected = new Set(touched.map(({ slot }) => slot));
    const known = this.travel(event.reason, before);
    if (known) this.restore(known, affected);
    const restored = new Set(known?.slots);
    const lost = uncarried.filter(({ slot }) => !restored.has(slot));
    return this.result(affected, lost, inverse);
  }

  /**
   * Tells that the last change left the document equal to its file: if it was no undo or redo, what it touched is to be
   * placed by comparison.
   */
  becameClean(): FollowResult {
    const { last } = this;
    this.last = undefined;
    if (!last) return { placements: new Map() };
    return this.result(
      new Set(),
      last.touched.filter(({ slot }) => this.byId.get(slot.id) === slot),
      last.inverse,
    );
  }

  private result(
    affected: ReadonlySet<Slot>,
    lost: readonly { readonly slot: Slot; readonly parts: readonly Range[] }[],
    inverse: readonly Replacement[],
  ): FollowResult {
    const placements = new Map<string, Placement>();
    for (const slot of affected) placements.set(slot.id, this.placementOf(slot));
    if (lost.length === 0) return { placements };
    return {
      placements,
      reanchor: {
        ids: lost.map(({ slot }) => slot.id),
        baseText: replaced(this.mirror.text(), inverse),
        parts: lost.map(({ parts }) => parts),
      },
    };
  }

  /** Moves a target with the changes; undefined when they did not touch it. */
  private follow(
    { at, parts }: Slot,
    changes: readonly Replacement[],
  ): { readonly replacedWhole: boolean } | undefined {
    const { offsets } = this;
    if (offsets[at] === -1) return undefined;
    let touched = false;
    let gone = false;
    let replacedWhole = false;
    for (let k = at; k < at + 2 * parts; k += 2) {
      const followed = followPart(offsets[k]!, offsets[k + 1]!, changes);
      touched ||= followed.touched;
      gone ||= followed.gone;
      replacedWhole ||= followed.replaced;
      offsets[k] = followed.start;
      offsets[k + 1] = followed.end;
    }
    if (gone) offsets.fill(-1, at, at + 2 * parts);
    return touched ? { replacedWhole } : undefined;
  }

  /** True when of a part that had words only blanks or marks are left: nobody would call those its words. */
  private isEmptied({ at, parts, quote }: Slot): boolean {
    if (this.offsets[at] === -1) return false;
    for (let k = 0; k < parts; k++) {
      const left = this.mirror.slice(this.offsets[at + 2 * k]!, this.offsets[at + 2 * k + 1]!);
      if (!WORD.test(left) && WORD.test(quote[k] ?? '')) return true;
    }
    return false;
  }

  private write({ at, parts }: Slot, ranges: readonly Range[]): void {
    this.offsets.fill(-1, at, at + 2 * parts);
    if (ranges.length !== parts) return;
    ranges.forEach(({ start, end }, k) => {
      this.offsets[at + 2 * k] = start;
      this.offsets[at + 2 * k + 1] = end;
    });
  }

  private placementOf(slot: Slot): Placement {
    const { at, quote, changed } = slot;
    if (this.offsets[at] === -1) return { state: 'orphaned', score: 0, candidates: [] };
    const ranges = rangesOf(this.offsets, slot);
    const differs = changed || ranges.some(({ start, end }, k) => !sameWords(this.mirror.slice(start, end), quote[k]));
    return {
      state: 'anchored',
      range: { start: ranges[0]!.start, end: ranges.at(-1)!.end },
      parts: ranges,
      score: 1,
      candidates: [],
      ...(differs ? { changed: true } : {}),
    };
  }

  private snapshot(): Snapshot {
    const offsets = this.spare?.length === this.used ? this.spare : new Int32Array(this.used);
    this.spare = undefined;
    offsets.set(this.offsets.subarray(0, this.used));
    return { key: this.mirror.key, slots: this.slots, offsets };
  }

  /**
   * Takes the step from the state `before` to the present text in the history. An undo or redo may take back several changes:
   * answers the nearest state with the present text, if there is one.
   */
  private travel(reason: ChangeEvent['reason'], before: Snapshot): Snapshot | undefined {
    this.remembered += before.offsets.length;
    const [from, to] = reason === 'redo' ? [this.future, this.past] : [this.past, this.future];
    const { key } = this.mirror;
    const at = reason === undefined ? -1 : from.findLastIndex((state) => state.key === key);
    if (at === -1) {
      this.past.push(before);
      for (const { offsets } of this.future) this.remembered -= offsets.length;
      this.future = [];
      this.forgetOldest();
      return undefined;
    }
    const [target, ...between] = from.splice(at);
    to.push(before, ...between.reverse());
    this.remembered -= target!.offsets.length;
    return target;
  }

  private forgetOldest(): void {
    let count = 0;
    while (this.remembered > MOST_REMEMBERED && this.past.length - count > FEWEST_STATES)
      this.remembered -= (this.spare = this.past[count++]!.offsets).length;
    if (count > 0) this.past = this.past.slice(count);
  }

  /** Brings back a state, and adds to `affected` whom that changed. */
  private restore(state: Snapshot, affected: Set<Slot>): void {
    for (const slot of state.slots) {
      if (this.byId.get(slot.id) !== slot) continue;
      for (let k = slot.at; k < slot.at + 2 * slot.parts; k++) {
        if (this.offsets[k] !== state.offsets[k]) affected.add(slot);
        this.offsets[k] = state.offsets[k]!;
      }
    }
  }
}

function rangesOf(offsets: Int32Array, { at, parts }: Slot): Range[] {
  const ranges: Range[] = [];
  for (let k = at; k < at + 2 * parts; k += 2) ranges.push({ start: offsets[k]!, end: offsets[k + 1]! });
  return ranges;
}

/** The changes that take the text back, against the text after them. */
function inverted(changes: readonly Replacement[], mirror: LineMirror): Replacement[] {
  let shift = 0;
  return changes.map(({ start, end, text }) => {
    const inverse = { start: start + shift, end: start + shift + text.length, text: mirror.slice(start, end) };
    shift += text.length - (end - start);
    return inverse;
  });
}

function sameWords(there: string, quote: string | undefined): boolean {
  if (quote === undefined) return true;
  return there === quote || foldQuote(there) === foldQuote(quote);
}
