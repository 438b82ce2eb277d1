import type { Mention } from '../../core/recognition';
import { compareRanges, hull, type Range } from '../../core/text/range';
import type { AnnotationMark, PlacedAnnotations } from './placed-annotations';
import type { Suggestions } from './suggestions';

/** A target as surfaces show it: a judged annotation or a suggestion, with its parts in the present text. */
export type Mark =
  AnnotationMark | { readonly kind: 'suggestion'; readonly mention: Mention; readonly parts: readonly Range[] };

/** The annotations of one source that have a place, and its suggestions, as one list in the order of the text. */
export class Marks {
  private known: readonly Mark[] | undefined;

  constructor(
    private readonly placed: PlacedAnnotations,
    private readonly suggestions: Pick<Suggestions, 'list' | 'within'>,
  ) {}

  /** In order of their start; an outer one before those in it, an annotation before a suggestion on the same words. */
  get all(): readonly Mark[] {
    return (this.known ??= inOrder(this.annotated, this.suggestions.list));
  }

  /** The annotations alone. */
  get annotated(): readonly AnnotationMark[] {
    return this.placed.all();
  }

  /** The marks that touch a part of the text, without looking at the others. */
  within(range: Range): readonly Mark[] {
    return inOrder(this.placed.within(range), this.suggestions.within(range));
  }

  /** Those that hold the offset, also at their end; the smallest first. */
  at(offset: number): readonly Mark[] {
    return this.within({ start: offset, end: offset })
      .filter((mark) => mark.parts.some((part) => part.start <= offset && offset <= part.end))
      .sort((a, b) => extent(a.parts) - extent(b.parts));
  }

  /** The marks have moved with the text, or there are other suggestions; the annotations are in the same order. */
  moved(): void {
    this.known = undefined;
  }

  /** The annotations, or the places of some, are others than before. */
  forget(): void {
    this.known = undefined;
    this.placed.forget();
  }

  /** So many characters were put into the text. */
  grow(characters: number): void {
    this.placed.grow(characters);
  }
}

function inOrder(annotations: readonly AnnotationMark[], mentions: readonly Mention[]): readonly Mark[] {
  const marks: Mark[] = [];
  let next = 0;
  for (const mention of mentions) {
    while (next < annotations.length && compareRanges(hull(annotations[next]!.parts), mention) <= 0)
      marks.push(annotations[next++]!);
    marks.push({ kind: 'suggestion', mention, parts: [mention] });
  }
  return marks.concat(annotations.slice(next));
}

function extent(parts: readonly Range[]): number {
  return parts.reduce((sum, part) => sum + part.end - part.start, 0);
}
