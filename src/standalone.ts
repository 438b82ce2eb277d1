/** The entry of `dist/core.mjs`: the core, and a `recognize` that brings its own model. */
import model from '../media/recognition.bin';
import { createRecognizer, type Language, type Mention, type Recognizer } from './core/recognition';
import { explain } from './standalone-reasons';

export * from './core/index';

/** A mention with its words and a plain English sentence for why it is suggested. */
export interface QuotedMention extends Omit<Mention, 'why'> {
  readonly quote: string;
  readonly why: string;
}

let recognizer: Recognizer | undefined;

/**
 * Persons, places and charges of a Dutch or English text in order of start; ranges are UTF-16 and half-open, mentions of
 * different types may nest. `language` absent: told per paragraph.
 */
export function recognize(text: string, options: { readonly language?: Language } = {}): readonly QuotedMention[] {
  recognizer ??= createRecognizer(model);
  return recognizer
    .recognize(text, options)
    .map((mention) => ({ ...mention, quote: text.slice(mention.start, mention.end), why: explain(mention.why) }));
}
