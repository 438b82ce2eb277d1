import type { Annotation } from '../../core/annotation/annotation';
import type { Placement } from '../../core/anchoring';
import { compareRanges, hull, type Range } from '../../core/text/range';
import { firstFrom } from './ordered';

/** An annotation with its parts in the present text. */
export interface AnnotationMark {
  readonly kind: 'annotation';
  readonly annotation: Annotation;
  readonly placement: Placement;
  readonly parts: readonly Range[];
}

/** The annotations that have a place, in order: typing moves them but keeps the order, so it is made anew only when asked to. */
export class PlacedAnnotations {
  private ordered: readonly Annotation[] | undefined;
  /** Characters from the start of the longest to its end, and those typed since, which may all have gone into it. */
  private longest = 0;

  constructor(
    private readonly annotations: () => readonly Annotation[],
    private readonly placementOf: (id: string) => Placement | undefined,
    private readonly isShown: (annotation: Annotation) => boolean,
  ) {}

  /** The annotations, or the places of some, are others than before. */
  forget(): void {
    this.ordered = undefined;
  }

  /** So many characters were put into the text. */
  grow(characters: number): void {
    this.longest += characters;
  }

  all(): AnnotationMark[] {
    return this.order().flatMap((annotation) => this.markOf(annotation) ?? []);
  }

  /** Those that touch a part of the text, without looking at the others. */
  within(range: Range): AnnotationMark[] {
    const ordered = this.order();
    const found: AnnotationMark[] = [];
    for (let k = firstFrom(ordered, range.start - this.longest, this.startOf); k < ordered.length; k++) {
      const mark = this.markOf(ordered[k]!);
      if (!mark) continue;
      const { start, end } = spanOf(mark.parts);
      if (start > range.end) break;
      if (range.start <= end) found.push(mark);
    }
    return found;
  }

  private order(): readonly Annotation[] {
    if (this.ordered) return this.ordered;
    this.longest = 0;
    const placed = this.annotations().flatMap((annotation) => {
      const parts = this.placementOf(annotation.id)?.parts;
      if (!parts) return [];
      const span = spanOf(parts);
      this.longest = Math.max(this.longest, span.end - span.start);
      return [{ annotation, span }];
    });
    placed.sort((a, b) => compareRanges(a.span, b.span));
    return (this.ordered = placed.map(({ annotation }) => annotation));
  }

  private readonly startOf = ({ id }: Annotation): number => {
    const parts = this.placementOf(id)?.parts;
    return parts ? spanOf(parts).start : 0;
  };

  private markOf(annotation: Annotation): AnnotationMark | undefined {
    const placement = this.placementOf(annotation.id);
    if (!placement?.parts || !this.isShown(annotation)) return undefined;
    return { kind: 'annotation', annotation, placement, parts: placement.parts };
  }
}

function spanOf(parts: readonly Range[]): Range {
  return parts.length === 1 ? parts[0]! : hull(parts);
}
