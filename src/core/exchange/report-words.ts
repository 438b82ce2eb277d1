import type { NoteState } from '../annotation/annotation';
import type { ReportedNote } from './rendering-report';

/** The words around the notes of a report, in the reader's language. */
export interface ReportWords {
  /** BCP 47, for the page. */
  readonly language: string;
  readonly title: string;
  /** One line on how many notes there are, in which states. */
  readonly summary: string;
  readonly nothing: string;
  readonly columns: {
    readonly words: string;
    readonly rendering: string;
    readonly state: string;
    readonly context: string;
    readonly source: string;
    readonly date: string;
    readonly by: string;
  };
  readonly literal: string;
  readonly alternatives: string;
  readonly explanation: string;
  readonly authority: string;
  readonly at: string;
  readonly file: string;
  readonly paragraph: string;
  /** `{0}` stands for its number. */
  readonly paragraphNumber: string;
  /** Said of a note whose words are gone, or stand in several places. */
  readonly noPlace: string;
  readonly publication: string;
  readonly noRendering: string;
  readonly dateNotKnown: string;
  readonly states: Readonly<Record<NoteState, string>>;
  /** `{0}` stands for how many different renderings one term has. */
  readonly severalRenderings: string;
}

/** Where a note stands in its article. */
export function paragraphInWords({ paragraph }: ReportedNote, words: ReportWords): string {
  return paragraph === undefined ? words.noPlace : words.paragraphNumber.replace('{0}', String(paragraph));
}
