import type { FieldConflict } from '../annotation/annotation';
import type { Problem } from '../text/problem';
import type { Range } from '../text/range';

/** A term that recurs in the sources, with the rendering that was decided on for it. */
export interface GlossaryTerm {
  /** In the form that is looked for: `zaaien van haat`. */
  readonly term: string;
  /** The language of the term: `nl`. */
  readonly language: string;
  /** The renderings that are right, the first one preferred; none when the term only says what to avoid. */
  readonly renderings: readonly string[];
  /** Renderings that are wrong. */
  readonly avoid: readonly string[];
  /** The name of its entry in the file; absent where that is the term itself. */
  readonly key?: string;
  /** What the term says word for word. */
  readonly literal?: string;
  /** Markdown. */
  readonly explanation?: string;
  readonly partOfSpeech?: string;
  /** The field of knowledge in which the rendering holds: `criminal law`. */
  readonly domain?: string;
  /** What two branches say differently, for a person to decide. */
  readonly conflicts?: readonly FieldConflict[];
}

/** A glossary's text with what it says. Immutable; all ranges are UTF-16 ranges of `text`. */
export interface ParsedGlossary {
  readonly text: string;
  /** All good entries, in file order. */
  readonly terms: readonly GlossaryTerm[];
  readonly problems: readonly Problem[];
  /** False when the file must not be written before a person mends it: see `problems` for the reason. */
  readonly writable: boolean;
  /** The number behind `glossator:`; absent when the file says none. */
  readonly version: number | undefined;
  /** From an entry's name to the end of its last value; absent when there is no such entry. */
  rangeOf(key: string): Range | undefined;
  /** The term of an entry. */
  termNamed(key: string): GlossaryTerm | undefined;
}

/** One change to a glossary. An update carries the whole new term and finds its entry by name. */
export type GlossaryEdit =
  | { readonly kind: 'add-term'; readonly term: GlossaryTerm }
  | { readonly kind: 'update-term'; readonly key: string; readonly term: GlossaryTerm }
  | { readonly kind: 'remove-term'; readonly key: string };

/** The file in a workspace folder that holds its glossary. */
export const GLOSSARY_NAME = 'glossary.yaml';

/** The name of a term's entry. */
export function keyOfTerm({ key, term }: GlossaryTerm): string {
  return key ?? term;
}
