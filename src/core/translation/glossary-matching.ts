import type { Range } from '../text/range';
import { DUTCH } from './dutch-words';
import { ENGLISH } from './english-words';
import type { TermMatch } from './find-term';
import { type GlossaryTerm, keyOfTerm } from './glossary';
import { TermIndex } from './term-index';

/** A term that a passage consists of, in one of its forms. */
export interface FittingTerm {
  readonly term: GlossaryTerm;
  readonly kind: TermMatch['kind'];
}

/** A term where it stands in a text. */
export interface TermPlace extends FittingTerm {
  readonly parts: readonly Range[];
}

/** The terms of one language in a glossary, ready to be found. */
export class GlossaryMatcher {
  private readonly index: TermIndex<GlossaryTerm>;

  constructor(
    terms: readonly GlossaryTerm[],
    private readonly language: string,
  ) {
    this.index = new TermIndex(language);
    const steps = this.addInSteps(terms);
    while (!steps.next().done);
  }

  /** Takes in more terms, yielding after each: ten thousand take a tenth of a second and more. What has been taken in is found. */
  *addInSteps(terms: readonly GlossaryTerm[]): Generator<void, void> {
    for (const term of terms) {
      if (!sameLanguage(term.language, this.language)) continue;
      this.index.put(term.term, keyOfTerm(term), term);
      yield;
    }
  }

  /** The terms that are the whole passage, an article before it aside: exact ones first. */
  fitting(passage: string): FittingTerm[] {
    const whole = this.index.whole(passage);
    const matches = whole.length > 0 ? whole : this.index.whole(withoutDeterminer(passage.trim(), this.language));
    const fitting = matches.flatMap(({ values, match: { kind } }) => [...values].map((term) => ({ term, kind })));
    return fitting.sort((a, b) => Number(b.kind === 'exact') - Number(a.kind === 'exact'));
  }

  /** Every place where a term stands in a text. */
  places(text: string): TermPlace[] {
    return this.index
      .within(text)
      .flatMap(({ values, match: { parts, kind } }) => [...values].map((term) => ({ term, parts, kind })));
  }

  /** The terms around an offset of a text, such as a paragraph; the shortest first. */
  around(text: string, offset: number): TermPlace[] {
    return this.places(text)
      .filter(({ parts }) => parts.some(({ start, end }) => start <= offset && offset <= end))
      .sort((a, b) => length(a) - length(b));
  }
}

function length({ parts }: TermPlace): number {
  return parts.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** `nl` and `nl-BE` are one language here. */
export function sameLanguage(a: string, b: string): boolean {
  return a.slice(0, 2).toLowerCase() === b.slice(0, 2).toLowerCase();
}

/**
 * A passage as a glossary would name it: on one line, without marks around it and without an article before it; in lower
 * case where only the beginning of a sentence made it otherwise. What a researcher then changes is hers.
 */
export function baseForm(passage: string, language: string, startsSentence: boolean): string {
  const words = passage.replace(/\s+/g, ' ').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  const bare = withoutDeterminer(words, language);
  const capitalBySentence = startsSentence && bare === words && /^\p{Lu}\p{Ll}/u.test(bare);
  return capitalBySentence ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare;
}

function withoutDeterminer(words: string, language: string): string {
  const [first, blank] = /^[\p{L}'’]+(\s+)/u.exec(words) ?? [];
  if (first === undefined || blank === undefined) return words;
  const { determiners } = sameLanguage(language, 'nl') ? DUTCH : ENGLISH;
  return determiners.has(first.trim().toLowerCase()) ? words.slice(first.length) : words;
}
