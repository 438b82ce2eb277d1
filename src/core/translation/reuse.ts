import type { Annotation } from '../annotation/annotation';
import type { Range } from '../text/range';
import { TermFinder, type TermMatch } from './find-term';
import { textWords } from './text-words';

/** A rendering that was decided on before, with the words that it renders. */
export interface Decision {
  readonly term: string;
  readonly annotation: Annotation & { readonly rendering: string };
}

/** A decision that fits a passage. */
export interface FittingDecision {
  readonly decision: Decision;
  readonly kind: TermMatch['kind'];
}

/** The renderings in a set of annotations, as decisions about their words. */
export function decisionsOf(annotations: readonly Annotation[]): Decision[] {
  return annotations.flatMap((annotation) =>
    annotation.rendering === undefined
      ? []
      : [{ term: annotation.selector.quote.join(' '), annotation: { ...annotation, rendering: annotation.rendering } }],
  );
}

/** Earlier decisions, with each term made ready once. */
export class DecisionMemory {
  private readonly finders = new Map<string, TermFinder>();

  constructor(
    private readonly decisions: readonly Decision[],
    private readonly language: string,
  ) {}

  /** The decisions whose term is the whole passage: exact ones first, then settled ones, then the latest. */
  fitting(passage: string): FittingDecision[] {
    const words = textWords(passage);
    const fitting = this.decisions.flatMap((decision): FittingDecision[] => {
      const match = this.finder(decision.term)
        .findIn(passage, words)
        .find(({ parts }) => coversAll(passage, parts));
      return match ? [{ decision, kind: match.kind }] : [];
    });
    return fitting.sort(byWorth);
  }

  /** The parts of the shortest term around an offset of a text; `undefined` when no known term stands there. */
  termAt(text: string, offset: number): readonly Range[] | undefined {
    const words = textWords(text);
    const here = [...new Set(this.decisions.map(({ term }) => term))]
      .flatMap((term) => this.finder(term).findIn(text, words))
      .filter(({ parts }) => parts.some(({ start, end }) => start <= offset && offset <= end))
      .map(({ parts }) => parts);
    return here.sort((a, b) => length(a) - length(b))[0];
  }

  private finder(term: string): TermFinder {
    let finder = this.finders.get(term);
    if (!finder) this.finders.set(term, (finder = new TermFinder(term, { language: this.language })));
    return finder;
  }
}

/** True when nothing but blanks and marks is left of the passage beside the parts, or helpers between them. */
function coversAll(passage: string, parts: readonly Range[]): boolean {
  const first = parts[0]!;
  const last = parts[parts.length - 1]!;
  return !/[\p{L}\p{N}]/u.test(passage.slice(0, first.start) + passage.slice(last.end));
}

function byWorth(a: FittingDecision, b: FittingDecision): number {
  return rank(a) - rank(b) || latest(b).localeCompare(latest(a));
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
