import type { Range } from '../text/range';
import type { Placement } from './placement';

/** One replacement, against the text before the event; several in one event are disjoint and in any order. UTF-16. */
export interface TextChange extends Range {
  readonly text: string;
}

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
}

/** Targets that a change did not carry: place them with `carry(baseText, text, parts)` and tell the follower by `place`. */
export interface Reanchoring {
  readonly ids: readonly string[];
  /** The text before the change. */
  readonly baseText: string;
  /** Where they stood in it, in the order of `ids`. */
  readonly parts: readonly (readonly Range[])[];
}

export interface FollowResult {
  /** Targets whose placement is no longer what it was, beyond a mere shift; with shifts in `moved`. */
  readonly placements: ReadonlyMap<string, Placement>;
  readonly reanchor?: Reanchoring;
}

/** Follows targets through an editor's change events. */
export class TargetFollower {
  constructor(_text: string) {}

  /** Starts following a target, or puts it elsewhere. */
  place(_id: string, _target: FollowedTarget): void {
    throw new Error('not built yet');
  }

  remove(_id: string): void {
    throw new Error('not built yet');
  }

  /** Where the target stands now; undefined when it is not followed. */
  placement(_id: string): Placement | undefined {
    throw new Error('not built yet');
  }

  apply(_event: ChangeEvent): FollowResult {
    throw new Error('not built yet');
  }
}
