import type { Range } from '../text/range';
import { DUTCH } from './dutch-words';
import { ENGLISH } from './english-words';
import { TermPattern, type Found } from './term-pattern';
import { textWords, type TextWord } from './text-words';
import type { WordForms } from './word-forms';

/** Where a term stands in a text. */
export interface TermMatch {
  /** UTF-16 ranges of the term's words, ordered and disjoint; words that stand side by side are one part. */
  readonly parts: readonly Range[];
  /** `exact`: the same words in the same order, capitals and typography aside; `inflected`: in another form or order. */
  readonly kind: 'exact' | 'inflected';
}

export interface TermOptions {
  /** `nl` or `en`: whose inflection is known. In any other language only the words as they are match. */
  readonly language: string;
}

/** Every occurrence of a term in a text, in order of where it begins; no two share a word. An empty term occurs nowhere. */
export function findTerm(text: string, term: string, options: TermOptions): TermMatch[] {
  return new TermFinder(term, options).find(text);
}

/** A term made ready to be looked for in many texts. */
export class TermFinder {
  private readonly pattern: TermPattern;

  constructor(term: string, { language }: TermOptions) {
    const words = textWords(term).flatMap(({ word }) => (word ? [word] : []));
    this.pattern = new TermPattern(words, formsOf(language));
  }

  find(text: string): TermMatch[] {
    return this.findIn(text, textWords(text));
  }

  /** The match that is the whole passage: nothing but blanks and marks is left of it beside the first part and the last. */
  findWhole(passage: string, words: readonly TextWord[] = textWords(passage)): TermMatch | undefined {
    return this.findIn(passage, words).find(({ parts }) => {
      const rest = passage.slice(0, parts[0]!.start) + passage.slice(parts[parts.length - 1]!.end);
      return !/[\p{L}\p{N}]/u.test(rest);
    });
  }

  /** The same as `find` for a text whose words are known. */
  findIn(text: string, words: readonly TextWord[]): TermMatch[] {
    const found = this.pattern.find(words.map(({ word }) => word));
    return disjoint(found).map(({ at, exact }) => ({
      parts: partsOf(
        text,
        at.map((place) => words[place]!),
      ),
      kind: exact ? 'exact' : 'inflected',
    }));
  }
}

/** The inflection of a language; `undefined` where it is not known. */
export function formsOf(language: string): WordForms | undefined {
  switch (language.slice(0, 2).toLowerCase()) {
    case 'nl':
      return DUTCH;
    case 'en':
      return ENGLISH;
    default:
      return undefined;
  }
}

/** Exact ones win, then those with the fewest other words between, then the longer; what shares a word with a winner goes. */
function disjoint(found: readonly Found[]): Found[] {
  const others = ({ at }: Found): number => at[at.length - 1]! - at[0]! + 1 - at.length;
  const ranked = found.toSorted(
    (a, b) => Number(b.exact) - Number(a.exact) || others(a) - others(b) || b.at.length - a.at.length,
  );
  const taken = new Set<number>();
  const kept = ranked.filter(({ at }) => {
    if (at.some((place) => taken.has(place))) return false;
    for (const place of at) taken.add(place);
    return true;
  });
  return kept.sort((a, b) => a.at[0]! - b.at[0]!);
}

function partsOf(text: string, words: readonly TextWord[]): Range[] {
  const parts: { start: number; end: number }[] = [];
  for (const { start, end } of words) {
    const last = parts.at(-1);
    if (last && /^\s+$/.test(text.slice(last.end, start))) last.end = end;
    else parts.push({ start, end });
  }
  return parts;
}
