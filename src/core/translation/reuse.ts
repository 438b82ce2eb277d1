import type { Annotation } from '../annotation/annotation';
import type { Range } from '../text/range';
import type { TermMatch } from './find-term';
import type { Likeness } from './likeness';
import { TermIndex } from './term-index';

/** A rendering that was decided on before, with the words that it renders. */
export interface Decision {
  readonly term: string;
  /** The source that it stands in. */
  readonly source: string;
  readonly annotation: Annotation & { readonly rendering: string };
}

/** A decision that fits a passage. */
export interface FittingDecision {
  readonly decision: Decision;
  readonly kind: TermMatch['kind'];
}

/** A decision about words that are like a passage. */
export interface SimilarDecision {
  readonly decision: Decision;
  readonly likeness: Likeness;
}

/** Words in a text that were rendered somewhere. */
export interface KnownPassage extends TermMatch {
  /** The decisions about them, the best first. */
  readonly decisions: readonly Decision[];
}

/** A passage longer than this, in UTF-16 units, is like no term. */
const LONGEST_SIMILAR = 300;

/** The renderings in the annotations of a source, as decisions about their words. */
export function decisionsOf(source: string, annotations: readonly Annotation[]): Decision[] {
  return annotations.flatMap((annotation) =>
    isRendered(annotation) ? [{ term: annotation.selector.quote.join(' '), source, annotation }] : [],
  );
}

function isRendered(annotation: Annotation): annotation is Decision['annotation'] {
  return annotation.rendering !== undefined;
}

/** The decisions of many sources in one language, kept up to date source by source. */
export class DecisionMemory {
  private readonly terms: TermIndex<Decision>;
  private readonly bySource = new Map<string, readonly Decision[]>();

  constructor(language: string) {
    this.terms = new TermIndex(language, true);
  }

  /** Takes in the decisions of a source, instead of those that it had before. */
  put(source: string, decisions: readonly Decision[]): void {
    const steps = this.putInSteps(source, decisions);
    while (!steps.next().done);
  }

  /** The same, yielding after every decision; it ends at once when others are taken in for the source meanwhile. */
  *putInSteps(source: string, decisions: readonly Decision[]): Generator<void, void> {
    const before = this.bySource.get(source) ?? [];
    if (before.length === 0 && decisions.length === 0) return;
    // A change leaves most annotations the objects that they were.
    const present = new Set(decisions.map(({ annotation }) => annotation));
    const known = new Set(before.map(({ annotation }) => annotation));
    for (const { term, annotation } of before) if (!present.has(annotation)) this.terms.delete(term, annotation);
    const entered = decisions.filter(({ annotation }) => known.has(annotation));
    this.bySource.set(source, entered);
    for (const decision of decisions) {
      if (known.has(decision.annotation)) continue;
      if (this.bySource.get(source) !== entered) return;
      this.terms.put(decision.term, decision.annotation, decision);
      entered.push(decision);
      yield;
    }
    if (decisions.length === 0) this.bySource.delete(source);
  }

  /**
   * The decisions whose term is the whole passage: exact ones first, then settled ones, then those of the source that
   * is `here`, then the latest.
   */
  fitting(passage: string, here?: string): FittingDecision[] {
    return this.terms
      .whole(passage)
      .flatMap(({ values, match: { kind } }) => [...values].map((decision) => ({ decision, kind })))
      .sort((a, b) => byWorth(a, b, here));
  }

  /** The decisions about other words that are like the passage, the likest first. Those that fit it are not among them. */
  alike(passage: string, here?: string): SimilarDecision[] {
    if (passage.length > LONGEST_SIMILAR) return [];
    return this.terms
      .alike(passage)
      .flatMap(({ values, likeness }) =>
        [...values].map((decision) => ({ decision, likeness, kind: 'inflected' as const })),
      )
      .sort((a, b) => b.likeness.score - a.likeness.score || byWorth(a, b, here));
  }

  /** Every place of a text where words stand that were rendered somewhere, in order; places may overlap. */
  occurrences(text: string, here?: string): KnownPassage[] {
    return this.terms
      .within(text)
      .map(({ values, match }) => ({
        ...match,
        decisions: [...values]
          .map((decision) => ({ decision, kind: match.kind }))
          .sort((a, b) => byWorth(a, b, here))
          .map(({ decision }) => decision),
      }))
      .sort((a, b) => a.parts[0]!.start - b.parts[0]!.start || length(b.parts) - length(a.parts));
  }

  /** The parts of the shortest term around an offset of a text; `undefined` when no known term stands there. */
  termAt(text: string, offset: number): readonly Range[] | undefined {
    const here = this.terms
      .within(text)
      .map(({ match }) => match.parts)
      .filter((parts) => parts.some(({ start, end }) => start <= offset && offset <= end));
    return here.sort((a, b) => length(a) - length(b))[0];
  }
}

function keyOf({ source, annotation }: Decision): string {
  return `${annotation.id} ${source}`;
}

function byWorth(a: FittingDecision, b: FittingDecision, here: string | undefined): number {
  const away = ({ decision }: FittingDecision): number => Number(decision.source !== here);
  return (
    rank(a) - rank(b) ||
    away(a) - away(b) ||
    latest(b).localeCompare(latest(a)) ||
    keyOf(a.decision).localeCompare(keyOf(b.decision))
  );
}

function rank({ kind, decision }: FittingDecision): number {
  const state = decision.annotation.state;
  return (kind === 'exact' ? 0 : 3) + (state === 'settled' ? 0 : state === 'doubtful' ? 2 : 1);
}

function latest({ decision: { annotation } }: FittingDecision): string {
  return annotation.rendered?.at ?? annotation.created ?? '';
}

function length(parts: readonly Range[]): number {
  return parts.reduce((sum, { start, end }) => sum + end - start, 0);
}
