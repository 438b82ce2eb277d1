import { lemmasOf, shares } from './term-pattern';
import { textWords } from './text-words';
import type { WordForms } from './word-forms';

/** How two passages differ that are alike. */
export interface Likeness {
  /** From 0 to 1: the weight of the words that they share. */
  readonly score: number;
  /** The words of the passage that the term lacks, and of the term that the passage lacks, as they are written, in order. */
  readonly here: readonly string[];
  readonly there: readonly string[];
}

/** Passages that share less than this are not alike. Measured on the cases beside the test. */
const LEAST_SCORE = 0.5;
/** What a function word weighs beside a word of meaning. */
const SMALL_WEIGHT = 0.2;
/** More words of either than this that the other lacks, and they are two passages. */
const MOST_DIFFERENT = 3;

interface Word {
  readonly word: string;
  readonly written: string;
  readonly isSmall: boolean;
}

/**
 * How much a passage is like a term: words in any of their forms count as the same, in the same order; function words
 * hardly count. `undefined` when they are not alike, or when no word differs, which is more than alike. Words that say
 * the opposite (`niet`, `geen`, `not`) are never passed over.
 */
export function likeness(passage: string, term: string, forms: WordForms | undefined): Likeness | undefined {
  const here = wordsOf(passage, forms);
  const there = wordsOf(term, forms);
  if (meaningful(here) < 2 || meaningful(there) < 2) return undefined;
  const pairs = longestCommon(here, there, forms);
  const takenHere = new Set(pairs.map(([k]) => k));
  const takenThere = new Set(pairs.map(([, k]) => k));
  const leftHere = here.filter((_, k) => !takenHere.has(k));
  const leftThere = there.filter((_, k) => !takenThere.has(k));
  if (negations(leftHere) || negations(leftThere)) return undefined;
  const differing = Math.max(meaningful(leftHere), meaningful(leftThere));
  if (differing === 0 || differing > MOST_DIFFERENT) return undefined;
  const weight = (words: readonly Word[]) => words.reduce((sum, each) => sum + weightOf(each), 0);
  const score = 1 - (weight(leftHere) + weight(leftThere)) / (weight(here) + weight(there));
  if (score < LEAST_SCORE) return undefined;
  const written = (words: readonly Word[]) => words.filter(({ isSmall }) => !isSmall).map((each) => each.written);
  return { score, here: written(leftHere), there: written(leftThere) };
}

const NEGATIONS = new Set('niet geen nooit niemand nimmer noch not no never nobody nor'.split(' '));

function negations(words: readonly Word[]): boolean {
  return words.some(({ word }) => NEGATIONS.has(word));
}

function wordsOf(text: string, forms: WordForms | undefined): Word[] {
  return textWords(text).flatMap(({ word, start, end }) =>
    word === '' ? [] : [{ word, written: text.slice(start, end), isSmall: isFunctionWord(word, forms) }],
  );
}

function isFunctionWord(word: string, forms: WordForms | undefined): boolean {
  if (!forms) return word.length < 4;
  return (
    forms.isSmall(word) ||
    forms.determiners.has(word) ||
    forms.possessives.has(word) ||
    forms.prepositions.has(word) ||
    forms.clauseWords.has(word) ||
    forms.auxiliaries.has(word) ||
    forms.infinitiveMarks.has(word)
  );
}

function meaningful(words: readonly Word[]): number {
  return words.filter(({ isSmall }) => !isSmall).length;
}

function weightOf({ isSmall }: Word): number {
  return isSmall ? SMALL_WEIGHT : 1;
}

/** The heaviest common subsequence, as pairs of places. Passages are short: the table is small. */
function longestCommon(a: readonly Word[], b: readonly Word[], forms: WordForms | undefined): [number, number][] {
  const same = a.map((one) => b.map((other) => isSame(one, other, forms)));
  const best = Array.from({ length: a.length + 1 }, () => new Float64Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const skipped = Math.max(best[i + 1]![j]!, best[i]![j + 1]!);
      best[i]![j] = same[i]![j] ? Math.max(skipped, best[i + 1]![j + 1]! + weightOf(a[i]!)) : skipped;
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (same[i]![j] && best[i]![j] === best[i + 1]![j + 1]! + weightOf(a[i]!)) pairs.push([i++, j++]);
    else if (best[i + 1]![j]! >= best[i]![j + 1]!) i++;
    else j++;
  }
  return pairs;
}

function isSame(a: Word, b: Word, forms: WordForms | undefined): boolean {
  if (a.word === b.word) return true;
  if (!forms || a.isSmall || b.isSmall) return false;
  const one = lemmasOf(forms, a.word);
  const other = lemmasOf(forms, b.word);
  return shares(one.nominal, other.nominal) || shares(one.verbal, other.verbal);
}
