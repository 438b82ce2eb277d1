import type { Annotation } from '../annotation/annotation';
import { foldQuote } from '../text/fold';
import { TermFinder } from './find-term';
import type { GlossaryTerm } from './glossary';

/** What is not consistent among translation notes. Codes are stable: the editor words them, and files keep them. */
export const CONSISTENCY_CODES = [
  'two-renderings',
  'copied-unchanged',
  'number-missing',
  'charge-without-rendering',
  'rendering-to-avoid',
  'differs-from-glossary',
  'transliteration-kept',
] as const;
export type ConsistencyCode = (typeof CONSISTENCY_CODES)[number];

/** The rules that are on unless chosen otherwise: those that do not flood a corpus that nobody has translated yet. */
export const DEFAULT_RULES: ReadonlySet<ConsistencyCode> = new Set([
  'two-renderings',
  'copied-unchanged',
  'number-missing',
  'rendering-to-avoid',
  'differs-from-glossary',
]);

/** A glossary's term with what is looked for in the renderings of its occurrences. */
export class CheckedTerm {
  readonly renderings: readonly string[];
  private readonly folded: ReadonlySet<string>;
  private avoided: readonly { readonly wording: string; readonly finder: TermFinder }[] | undefined;

  constructor(
    private readonly term: GlossaryTerm,
    private readonly targetLanguage: string,
  ) {
    this.renderings = term.renderings;
    this.folded = new Set(term.renderings.map(plainRendering));
  }

  allows(rendering: string): boolean {
    return this.folded.has(plainRendering(rendering));
  }

  /** The wordings to avoid that a rendering has, in one of their forms. */
  avoidedIn(rendering: string): string[] {
    const { targetLanguage: language } = this;
    this.avoided ??= this.term.avoid.map((wording) => ({ wording, finder: new TermFinder(wording, { language }) }));
    return this.avoided.filter(({ finder }) => finder.find(rendering).length > 0).map(({ wording }) => wording);
  }
}

/** A name is the same in many languages; any other passage of letters that comes back unchanged was not translated. */
export function isCopied({ type }: Annotation, words: string, rendering: string): boolean {
  return (
    type !== 'person' &&
    type !== 'place' &&
    /\p{L}{3}/u.test(words) &&
    plainRendering(words) === plainRendering(rendering)
  );
}

/**
 * The numbers of a passage that its rendering lacks. Digits are compared without the marks that group them, so that
 * `1.500` is `1,500`, and a decimal comma is a decimal point; what is written out in words is not looked at.
 */
export function missingNumbers(passage: string, rendering: string): string[] {
  const there = new Set(numbers(rendering).map(({ value }) => value));
  return numbers(passage).flatMap(({ written, value }) => (there.has(value) ? [] : [written]));
}

function numbers(text: string): { written: string; value: string }[] {
  return [...text.matchAll(/\d+(?:[.,\u00a0\u202f]\d+)*/gu)].map(([written]) => {
    const decimals = /[.,](\d{1,2})$/.exec(written)?.[1];
    const whole = (decimals === undefined ? written : written.slice(0, -decimals.length - 1)).replace(/\D/g, '');
    return { written, value: `${whole.replace(/^0+(?=\d)/, '')}.${decimals ?? ''}` };
  });
}

/** The renderings that the glossary wants instead; none when it has none, or this is one of them. */
export function wantedInstead(terms: readonly CheckedTerm[], rendering: string): string[] {
  return terms.some((term) => term.allows(rendering)) ? [] : terms.flatMap(({ renderings }) => renderings);
}

/** Words with a capital, side by side. */
const NAME = /\p{Lu}[\p{L}\p{M}'’-]*(?:[ \u00a0]+\p{Lu}[\p{L}\p{M}'’-]*)*/gu;

/**
 * The rendering with the target language's form of each name that it took over from the passage as it was spelt there;
 * `undefined` when no other form is known. A name that is longer than what is known is looked at word by word.
 */
export function withKnownNames(
  words: string,
  rendering: string,
  knownForm: (name: string) => string | undefined,
): string | undefined {
  const known = (name: string): string => {
    const form = words.includes(name) ? knownForm(name) : undefined;
    return form !== undefined && plainRendering(form) !== plainRendering(name) ? form : name;
  };
  const right = rendering.replace(NAME, (name) => {
    const whole = known(name);
    return whole !== name
      ? whole
      : name
          .split(/([ \u00a0]+)/)
          .map(known)
          .join('');
  });
  return right === rendering ? undefined : right;
}

/** A rendering as it is compared with others: capitals, typography and a leading article make no difference. */
export function plainRendering(text: string): string {
  let plain = kept.get(text);
  if (plain === undefined) {
    plain = foldQuote(text)
      .toLowerCase()
      .replace(/^(?:the|a|an) /, '');
    if (kept.size >= KEPT) kept.clear();
    kept.set(text, plain);
  }
  return plain;
}

/** Renderings recur, and each is compared with many. */
const KEPT = 20_000;
const kept = new Map<string, string>();
