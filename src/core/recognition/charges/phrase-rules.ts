import type { Sentence } from './sentence';

/** Language-specific judgements on words in a phrase. */
export interface PhraseRules {
  /** A clause without comma begins, which says what thing is meant or what the deed at `from` was to say. */
  opensRestriction(sentence: Sentence, at: number, from: number): boolean;
  /** What follows a conjunction is another thing that the person did: `records and testified against her`. */
  opensPredicate(sentence: Sentence, at: number): boolean;
  /** A noun phrase whose head is a verb: `het witwassen van`. */
  namesDeed(sentence: Sentence, from: number, head: number): boolean;
  /** The infinitive that `het` makes a noun, when other words stand between: `het in brand steken`. */
  nominalInfinitive(sentence: Sentence, from: number): number | undefined;
  /** An object pronoun that belongs to the deed: `killing her`. */
  isObjectPronoun(sentence: Sentence, at: number, deed: boolean): boolean;
  /** The token at `at` begins a clause by gerund or infinitive that tells a deed. */
  opensDeed(sentence: Sentence, at: number): boolean;
  /** After the head at `at` the phrase can't go on with the next word, which is no preposition or conjunction. */
  endsAfterHead(sentence: Sentence, at: number, next: number): boolean;
  /** A verb form stands at `at` after a noun: the phrase is over. */
  isVerbAfterNoun(sentence: Sentence, at: number, from: number): boolean;
  /** A word in a complement that can be no noun, because one went before. */
  isSecondNoun(sentence: Sentence, at: number): boolean;
  /** The preposition's complement belongs to the offence, where lists don't settle it. */
  keepsComplement(
    sentence: Sentence,
    preposition: number,
    from: number,
    head: number,
    deed: boolean,
  ): boolean | undefined;
}
