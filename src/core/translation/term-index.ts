import { TermFinder, formsOf, type TermMatch } from './find-term';
import { likeness, type Likeness } from './likeness';
import { lemmasOf } from './term-pattern';
import { textWords, type TextWord } from './text-words';
import type { WordForms } from './word-forms';

/** A term with what is kept under it. */
interface IndexedTerm<Value> {
  readonly term: string;
  readonly values: Map<unknown, Value>;
  /** Made when it is first looked for, as the next is: most terms of a corpus never are. */
  finder: TermFinder | undefined;
  /** The stems of each of its words that may not be missing. */
  needed: readonly ReadonlySet<string>[] | undefined;
}

/** What is kept under a term that was found, and where. */
export interface IndexMatch<Value> {
  readonly values: Iterable<Value>;
  readonly match: TermMatch;
}

/**
 * Many terms of one language with what is kept under each, found in a passage without trying every term: each stands
 * under the stems of one of its words, which no form of the term can lack.
 */
export class TermIndex<Value> {
  private readonly forms: WordForms | undefined;
  private readonly terms = new Map<string, IndexedTerm<Value>>();
  private readonly byStem = new Map<string, Set<IndexedTerm<Value>>>();
  /** The same under the stems of all words that are not small, for terms that a passage has a word in common with. */
  private readonly byAnyStem = new Map<string, Set<IndexedTerm<Value>>>();

  /** Without `findsAlike` nothing is like a passage; it takes half the time to fill. */
  constructor(
    private readonly language: string,
    private readonly findsAlike = false,
  ) {
    this.forms = formsOf(language);
  }

  /** Keeps a value under a term, instead of what had this key, a string or an object of its own, under it. */
  put(term: string, key: unknown, value: Value): void {
    let known = this.terms.get(term);
    if (!known) {
      this.terms.set(term, (known = { term, values: new Map(), finder: undefined, needed: undefined }));
      enter(this.byStem, this.stemsOf(term), known);
      if (this.findsAlike) enter(this.byAnyStem, this.allStemsOf(term), known);
    }
    known.values.set(key, value);
  }

  /** Forgets what has this key under a term. */
  delete(term: string, key: unknown): void {
    const known = this.terms.get(term);
    if (!known?.values.delete(key) || known.values.size > 0) return;
    this.terms.delete(term);
    leave(this.byStem, this.stemsOf(term), known);
    if (this.findsAlike) leave(this.byAnyStem, this.allStemsOf(term), known);
  }

  /** The terms that are the whole passage, in one of their forms. */
  whole(passage: string): IndexMatch<Value>[] {
    const words = textWords(passage);
    return this.candidates(words).flatMap((term) => {
      const match = this.finderOf(term).findWhole(passage, words);
      return match ? [{ values: term.values.values(), match }] : [];
    });
  }

  /** Every occurrence of every term in a text. */
  within(text: string): IndexMatch<Value>[] {
    const words = textWords(text);
    return this.candidates(words).flatMap((term) =>
      this.finderOf(term)
        .findIn(text, words)
        .map((match) => ({ values: term.values.values(), match })),
    );
  }

  /** The terms that are like the whole passage and differ in a word or more, the likest first. */
  alike(passage: string): { readonly values: Iterable<Value>; readonly likeness: Likeness }[] {
    const near = new Set<IndexedTerm<Value>>();
    for (const stem of this.allStemsOf(passage)) this.byAnyStem.get(stem)?.forEach((term) => near.add(term));
    return [...near]
      .flatMap(({ term, values }) => {
        const found = likeness(passage, term, this.forms);
        return found ? [{ values: values.values(), likeness: found }] : [];
      })
      .sort((a, b) => b.likeness.score - a.likeness.score);
  }

  private finderOf(term: IndexedTerm<Value>): TermFinder {
    return (term.finder ??= new TermFinder(term.term, { language: this.language }));
  }

  private candidates(words: readonly TextWord[]): IndexedTerm<Value>[] {
    const found = new Set<IndexedTerm<Value>>();
    const stems = new Set<string>();
    for (const word of new Set(words.map(({ word }) => word))) {
      if (!word) continue;
      for (const stem of this.formsIn(word)) stems.add(stem);
      if (this.forms) for (const stem of lemmasOf(this.forms, word).positive) stems.add(stem);
    }
    for (const stem of stems) this.byStem.get(stem)?.forEach((term) => found.add(term));
    return [...found].filter((term) => {
      term.needed ??= this.fullWords(term.term).map((word) => this.stemsOfWord(word));
      return term.needed.every((some) => shares(some, stems));
    });
  }

  /** The stems under which a term stands: those of its longest word that is not small, since small ones may fall away. */
  private stemsOf(term: string): Iterable<string> {
    const [word] = this.fullWords(term).toSorted((a, b) => b.length - a.length);
    return word === undefined ? [] : this.stemsOfWord(word);
  }

  /** The words of a term that every form of it has; all of them where all are small. */
  private fullWords(term: string): string[] {
    const words = textWords(term).flatMap(({ word }) => (word ? [word] : []));
    const full = words.filter((word) => !this.forms?.isSmall(word));
    return full.length > 0 ? full : words;
  }

  private stemsOfWord(word: string): ReadonlySet<string> {
    const split = this.forms?.isSmall(word) ? [] : (this.forms?.particleVerbs(word) ?? []);
    return new Set([...this.formsIn(word), ...split.map(({ lemma }) => lemma)]);
  }

  private allStemsOf(term: string): ReadonlySet<string> {
    const full = textWords(term).filter(({ word }) => word && !this.forms?.isSmall(word));
    return new Set(full.flatMap(({ word }) => [...this.formsIn(word)]));
  }

  private formsIn(word: string): Iterable<string> {
    if (!this.forms || this.forms.isSmall(word)) return [word];
    const { nominal, verbal } = lemmasOf(this.forms, word);
    return new Set([word, ...nominal, ...verbal]);
  }
}

function enter<Term>(index: Map<string, Set<Term>>, stems: Iterable<string>, term: Term): void {
  for (const stem of stems) {
    const there = index.get(stem);
    if (there) there.add(term);
    else index.set(stem, new Set([term]));
  }
}

function leave<Term>(index: Map<string, Set<Term>>, stems: Iterable<string>, term: Term): void {
  for (const stem of stems) {
    const there = index.get(stem);
    there?.delete(term);
    if (there?.size === 0) index.delete(stem);
  }
}

function shares(some: ReadonlySet<string>, stems: ReadonlySet<string>): boolean {
  for (const each of some) if (stems.has(each)) return true;
  return false;
}
