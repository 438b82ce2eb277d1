import type { Range } from './range';

/** Two-letter codes of the languages that can be told apart. */
export type LanguageCode = 'nl' | 'en' | 'de' | 'af' | 'fr';

export interface LanguageGuess {
  readonly language: LanguageCode;
  /** From 0 (nothing to go by: the default `en`) to 1. */
  readonly confidence: number;
}

/** The language of a whole text, by a vote of its function words. */
export declare function identifyLanguage(text: string): LanguageGuess;

/** The language of each paragraph, in order; short ones lean on the whole text. */
export declare function identifyParagraphs(text: string): readonly (LanguageGuess & { readonly range: Range })[];
