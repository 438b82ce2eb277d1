/** What a form can be a form of. */
export interface Lemmas {
  readonly nominal: ReadonlySet<string>;
  readonly verbal: ReadonlySet<string>;
  /** Of `strenger`: `streng`. */
  readonly positive: ReadonlySet<string>;
}

/** What the forms of a word can be forms of, in one language; all words in lower case. */
export interface WordForms {
  readonly determiners: ReadonlySet<string>;
  readonly possessives: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  /** Words behind which another clause or phrase begins. */
  readonly clauseWords: ReadonlySet<string>;
  readonly auxiliaries: ReadonlySet<string>;
  /** Words that join a verb used as a noun with its object (`van`, `of`). */
  readonly objectLinks: ReadonlySet<string>;
  /** `te`, `to`. */
  readonly infinitiveMarks: ReadonlySet<string>;
  /** A function word: it has no forms here and matches only itself. */
  isSmall(word: string): boolean;
  /** The stems that a form can belong to, as noun or adjective, as verb, and as a degree of an adjective before its noun. */
  lemmas(word: string): Lemmas;
  /** True when the form can be a verb in a term. */
  isVerbForm(word: string): boolean;
  /** True when the form can only stand before a noun, so that what follows is no verb. */
  isAdjectival(word: string): boolean;
  /** The ways in which a form can be a verb with a separable particle. */
  particleVerbs(word: string): readonly { readonly particle: string; readonly lemma: string }[];
  /** True when a form is a noun because of the word before it. */
  isNounHere(before: string | undefined, word: string): boolean;
  /** The most words that may stand between a verb and its object, either way, and between a verb and its particle. */
  readonly gap: { readonly verbFirst: number; readonly verbLast: number; readonly particle: number };
  /** An object stands before its verb only in the passive. */
  readonly passiveOnly: boolean;
}
