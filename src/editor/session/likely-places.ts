import type { Candidate, Placement } from '../../core/anchoring';
import { forwards, similarity } from '../../core/anchoring/edit-distance';
import { weightOf } from '../../core/anchoring/significance';

/**
 * Least score of a place that is offered. Below a half either the words or their surroundings are others: `begonnen` for
 * `Groningen`, say, which helps nobody.
 */
const LEAST_SCORE = 0.5;
/** Least share of the best place's score: beside the words themselves nobody wants to see what merely looks like them. */
const LEAST_SHARE = 0.75;

/** The places where an annotation may stand, the likeliest first: a beginning of the placement's candidates. */
export function likelyPlaces({ candidates }: Placement): readonly Candidate[] {
  const least = Math.max(LEAST_SCORE, LEAST_SHARE * (candidates[0]?.score ?? 0));
  const end = candidates.findIndex(({ score }) => score < least);
  return end < 0 ? candidates : candidates.slice(0, end);
}

/** How much of a quote the words of now are, from 0 to 1: 1 less the edits between them, by the length of the longer. */
export function likeness(quote: string, now: string): number {
  return similarity(forwards(unitsOf(quote), 0, quote.length), forwards(unitsOf(now), 0, now.length));
}

/** True when a number or a negation is not what it was, so that the words may say the opposite. */
export function changesMeaning(quote: string, now: string): boolean {
  return weightOf(unitsOf(quote), 0, quote.length) !== weightOf(unitsOf(now), 0, now.length);
}

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let k = 0; k < text.length; k++) units[k] = text.charCodeAt(k);
  return units;
}
