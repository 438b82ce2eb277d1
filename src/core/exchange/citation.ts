import type { Annotation, NoteState, SourceMetadata } from '../annotation/annotation';
import { oneLine, renderedBy } from '../translation';
import { findParagraphs } from '../text/paragraphs';

/** How a passage is put in the target language, and who says so. */
export interface CitedRendering {
  readonly text: string;
  readonly by: string;
  /** ISO 8601; absent where a hand-written note does not say it. */
  readonly at?: string;
  readonly state?: NoteState;
}

/** A passage of a source with all that is known of where it stands. What nobody said is absent, never invented. */
export interface Citation {
  /** The passage's parts on one line each, in order; at least one. */
  readonly quotation: readonly string[];
  /** BCP 47 primary tag of the quotation; absent when unknown. */
  readonly language?: string;
  /** Absent when the passage has none. */
  readonly rendering?: CitedRendering;
  /** True when the quotation stands in the target language, so that it needs no rendering. */
  readonly inTargetLanguage: boolean;
  readonly source: Pick<
    SourceMetadata,
    'title' | 'publication' | 'author' | 'date' | 'url' | 'citationKey' | 'language'
  >;
  /** Counted from 1, a headline included; absent when the passage has no certain place. */
  readonly paragraph?: number;
  /** Name of the file that holds the source: what a bibliography calls it when it has no citation key. */
  readonly file: string;
}

/** The ways in which a citation is written. */
export const CITATION_FORMATS = ['text', 'markdown', 'csl-json', 'bibtex'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

/** The parts of a citation that a reader expects, in the order in which they are written. */
const EXPECTED = ['author', 'title', 'publication', 'date', 'url'] as const;
export type ExpectedField = (typeof EXPECTED)[number] | 'paragraph' | 'rendering';

/** What the citation should say and nobody has said. */
export function missingFrom(citation: Citation): ExpectedField[] {
  const missing: ExpectedField[] = EXPECTED.filter((field) => !citation.source[field]);
  if (citation.paragraph === undefined) missing.push('paragraph');
  if (!citation.rendering && !citation.inTargetLanguage) missing.push('rendering');
  return missing;
}

/** The rendering of an annotation, with its author; `undefined` when it has none. */
export function citedRendering(annotation: Annotation): CitedRendering | undefined {
  if (!annotation.rendering) return undefined;
  const { state } = annotation;
  return { text: oneLine(annotation.rendering), ...renderedBy(annotation), ...(state && { state }) };
}

/** The paragraph that holds an offset (UTF-16), counted from 1 in the article without its metadata lines. */
export function paragraphNumber(text: string, offset: number, articleStart: number): number {
  return paragraphNumbers(text, articleStart)(offset);
}

/** The same for many offsets of one text. */
export function paragraphNumbers(text: string, articleStart: number): (offset: number) => number {
  const ends = findParagraphs(text.slice(articleStart)).map(({ end }) => articleStart + end);
  return (offset) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (offset <= ends[middle]!) high = middle;
      else low = middle + 1;
    }
    return low < ends.length ? low + 1 : 1;
  };
}

/** The name under which a reference manager keeps the source: the researcher's citation key, else the file's name. */
export function citationId({ source, file }: Citation): string {
  return source.citationKey ?? file.replace(/\.[^.]+$/, '');
}

/** Name of a missing part, as citations write it. */
export function nameOfField(field: ExpectedField): string {
  switch (field) {
    case 'url':
      return 'web address';
    default:
      return field;
  }
}
