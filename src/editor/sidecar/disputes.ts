import {
  CONFLICT_SIDES,
  type AnnotationId,
  type ConflictSide,
  type FieldConflict,
} from '../../core/annotation/annotation';
import { settleEntry, settleTopLevel, topLevelConflicts } from '../../core/sidecar';
import type { Range } from '../../core/text/range';
import { words } from '../session/judgement';
import { fileName } from '../session/source-files';
import type { SourceSession } from '../session/source-session';
import { canChoose, settledSource } from './settle-field';

/** A field that two sides changed, wherever in the sidecar it stands. Ranges are in the sidecar's text. */
export interface Dispute {
  readonly conflict: FieldConflict;
  /** What the field belongs to, as its message names it. */
  readonly whose: string;
  /** Where it is told. */
  readonly told: Range;
  /** Where the choices are offered. */
  readonly offered: Range;
  /** How a side is chosen; absent where that has to be done by hand. */
  settle(side: ConflictSide): Settling | undefined;
}

/** What a choice does: a change of what memory holds, or, for what it does not hold, another text of the file. */
export type Settling = { readonly id: AnnotationId | undefined } | { readonly text: string };

const NOWHERE: Range = { start: 0, end: 0 };

/** All that two sides changed: of the source, at the top of the file, in its entries. */
export function disputesOf(session: SourceSession): readonly Dispute[] {
  return [...aboutSource(session), ...atTop(session), ...inAnnotations(session), ...inOthers(session)];
}

function aboutSource({ uri, parsed, set: { source } }: SourceSession): readonly Dispute[] {
  const place = parsed.rangeOfSourceKey('conflicts') ?? NOWHERE;
  return (source.conflicts ?? []).map((conflict) => ({
    conflict,
    whose: fileName(uri),
    told: place,
    offered: place,
    settle: (side) => (settledSource(source, conflict, side) ? { id: undefined } : undefined),
  }));
}

/** The researcher's own keys, and authors' names. */
function atTop({ uri, parsed }: SourceSession): readonly Dispute[] {
  return topLevelConflicts(parsed).map((conflict) => ({
    conflict,
    whose: fileName(uri),
    told: conflict.range,
    offered: conflict.range,
    settle: (side) => textOf(settleTopLevel(parsed, conflict, side)),
  }));
}

function inAnnotations({ parsed, set: { annotations } }: SourceSession): readonly Dispute[] {
  return annotations.flatMap((annotation) =>
    (annotation.conflicts ?? []).map((conflict) => {
      const offered = parsed.rangeOf(annotation.id) ?? NOWHERE;
      return {
        conflict,
        whose: words(annotation),
        told: parsed.rangeOfKey(annotation.id, 'conflicts') ?? offered,
        offered,
        // Keeping what stands is always possible.
        settle: (side) => (canChoose(conflict) || side === CONFLICT_SIDES[0] ? { id: annotation.id } : undefined),
      };
    }),
  );
}

/** In replies and rejections: an edit of the file, as for what stands at its top. */
function inOthers({ parsed, set: { replies, rejections } }: SourceSession): readonly Dispute[] {
  return [...replies, ...rejections].flatMap((entry) =>
    (entry.conflicts ?? []).map((conflict) => {
      const offered = parsed.rangeOf(entry.id) ?? NOWHERE;
      return {
        conflict,
        whose: 'text' in entry ? entry.text : words(entry),
        told: parsed.rangeOfKey(entry.id, 'conflicts') ?? offered,
        offered,
        settle: (side) => textOf(settleEntry(parsed, entry.id, conflict, side)),
      };
    }),
  );
}

function textOf(text: string | undefined): Settling | undefined {
  return text === undefined ? undefined : { text };
}
