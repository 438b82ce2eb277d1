import type { Selector } from '../annotation/annotation';
import { meanContext, type Lookalike } from './candidates';

/**
 * When a place may be taken without asking a person. Kept apart from the engine, which only says what the places are:
 * commands show more candidates than automatic placing may use. Starting values from the prototype of ANCHORING.md,
 * tuned with `test/bench/anchoring.ts`.
 */
export interface AcceptancePolicy {
  /** Least likeness of the words. */
  readonly exact: number;
  /** Least mean likeness of what stands before and after. */
  readonly context: number;
  /** Least likeness of the text on one of the sides, when the line alone could not tell. */
  readonly oneSide: number;
  /** Least lead over the second best place. */
  readonly margin: number;
  /** Least lead over the best lookalike at creation (or half the way from it to 1, if that is less). */
  readonly rivalMargin: number;
  /** A quote whose best lookalike is more like it than this gets more context, as far as there may be more. */
  readonly distinct: number;
  /** A place that leads its best lookalike of old by this much is looked at no further. */
  readonly lead: number;
  /** Below this a lookalike is not stored as a rival. */
  readonly rival: number;
  /** From this rival on a place must be where the neighbours went, however well it matches. */
  readonly double: number;
  /** Least score of a passage that was moved, searched in inserted text. */
  readonly moved: number;
  /** Share of the words that has to survive in place when the base is known. */
  readonly survival: number;
  /** Likeness that an edited passage must keep when the base is known. */
  readonly edited: number;
  /** Least mean context of words in place amid edits when the base is known. */
  readonly inPlace: number;
  /** Likeness of the words that neighbours on both sides can vouch for. */
  readonly vouched: number;
  /** A best place below this score is no candidate for the words: they are gone. */
  readonly plausible: number;
}

export const POLICY: AcceptancePolicy = {
  exact: 0.75,
  context: 0.6,
  oneSide: 0.85,
  margin: 0.08,
  rivalMargin: 0.06,
  distinct: 0.9,
  lead: 0.1,
  rival: 0.7,
  double: 0.8,
  moved: 0.9,
  survival: 0.4,
  edited: 0.5,
  inPlace: 0.5,
  vouched: 0.75,
  plausible: 0.55,
};

export type Verdict = 'accepted' | 'ambiguous' | 'orphaned';

/** What a selector remembers of the lookalikes that its words had. */
export type Rivalry = Pick<Selector, 'rival' | 'lineRepeats'>;

/** What to do with places that were found without knowing the base, best first. */
export function judge(
  found: readonly Lookalike[],
  { rival = 0, lineRepeats = false }: Rivalry,
  policy = POLICY,
): Verdict {
  const [best, second] = found;
  if (!best || best.exact < policy.exact || best.score < policy.plausible) return 'orphaned';
  if (isPerfect(best)) {
    // Words and all context are as they were, and nowhere else: however alike the others are, this is the one, unless
    // there was a perfect double from the start.
    return (second && isPerfect(second)) || rival >= 1 ? 'ambiguous' : 'accepted';
  }
  const context = meanContext(best);
  if (context === undefined) return best.exact === 1 && (second?.exact ?? 0) < 1 ? 'accepted' : 'ambiguous';
  const lead = best.score - (second?.score ?? 0);
  if (context < policy.context || lead < policy.margin || !beats(best, rival, policy)) return 'ambiguous';
  // Where another line said the same, only what surrounds it tells: on one side that must be nearly as it was.
  return lineRepeats && Math.max(best.before ?? 0, best.after ?? 0) < policy.oneSide ? 'ambiguous' : 'accepted';
}

/**
 * What to do with places of a passage that was moved, found in inserted text only.
 * @param rivalOf the score of the best lookalike in the base, asked only when it matters
 */
export function judgeMoved(found: readonly Lookalike[], rivalOf: () => number, policy = POLICY): Verdict {
  const [best, second] = found;
  if (!best || best.exact < policy.exact || best.score < policy.plausible) return 'orphaned';
  const context = meanContext(best) ?? 0;
  if (best.score < policy.moved || context < policy.context) return 'ambiguous';
  const lead = best.score - (second?.score ?? 0);
  if (isPerfect(best) ? lead === 0 : lead < policy.margin) return 'ambiguous';
  const rival = rivalOf();
  return beats(best, rival, policy) ? 'accepted' : 'ambiguous';
}

/** True when a place matches clearly better than the best lookalike did when the words were surely there. */
export function beats(best: Lookalike, rival: number, policy = POLICY): boolean {
  if (rival < policy.rival) return true;
  if (isPerfect(best)) return rival < 1;
  return best.score >= Math.min(rival + policy.rivalMargin, (1 + rival) / 2);
}

/** True when the words and what is known of their context are exactly there; false when nothing is known of it. */
export function isPerfect({ exact, before, after }: Lookalike): boolean {
  return exact === 1 && (before ?? 1) === 1 && (after ?? 1) === 1 && (before ?? after) !== undefined;
}
