import type { Annotation, AnnotationId } from '../annotation/annotation';
import { foldQuote } from '../text/fold';
import { TermFinder } from './find-term';
import type { GlossaryTerm } from './glossary';

/** What is not consistent among translation notes. Codes are stable: the editor words them. */
export type ConsistencyCode =
  | 'two-renderings'
  | 'copied-unchanged'
  | 'number-missing'
  | 'charge-without-rendering'
  | 'rendering-to-avoid'
  | 'differs-from-glossary'
  | 'transliteration-kept';

export interface ConsistencyProblem {
  readonly code: ConsistencyCode;
  readonly source: string;
  readonly id: AnnotationId;
  /** What the message names: the other renderings, the missing numbers, the wording to avoid, the form that is meant. */
  readonly about: readonly string[];
}

/** One source's annotations, as the check reads them. */
export interface CheckedSource {
  /** Names the source in the problems. */
  readonly source: string;
  readonly language: string;
  readonly annotations: readonly Annotation[];
}

export interface ConsistencyOptions {
  /** The language that is translated into; sources in it are not checked. */
  readonly targetLanguage: string;
  /** The rules to apply. */
  readonly rules: ReadonlySet<ConsistencyCode>;
  readonly glossary?: readonly GlossaryTerm[];
  /** The target language's form of a name that is kept as the source spells it; `undefined` when none is known. */
  readonly knownForm?: (name: string) => string | undefined;
}

/** The rules that are on unless chosen otherwise: those that do not flood a corpus that nobody has translated yet. */
export const DEFAULT_RULES: ReadonlySet<ConsistencyCode> = new Set([
  'two-renderings',
  'copied-unchanged',
  'number-missing',
  'rendering-to-avoid',
  'differs-from-glossary',
]);

/** All that is not consistent among the notes of some sources, in the order of the sources and of their notes. */
export function checkConsistency(sources: readonly CheckedSource[], options: ConsistencyOptions): ConsistencyProblem[] {
  const checked = sources.filter(({ language }) => language !== options.targetLanguage);
  const renderings = options.rules.has('two-renderings') ? renderingsByTerm(checked) : new Map<string, Set<string>>();
  const glossary = (options.glossary ?? []).map((term) => ({ ...term, finder: new TermFinder(term.term, term) }));
  return checked.flatMap(({ source, language, annotations }) =>
    annotations.flatMap((annotation) => {
      const report = (code: ConsistencyCode, about: readonly string[] | undefined): ConsistencyProblem[] =>
        about && options.rules.has(code) ? [{ code, source, id: annotation.id, about }] : [];
      const { rendering } = annotation;
      if (rendering === undefined) {
        const bare = annotation.type === 'charge' ? [] : undefined;
        return report('charge-without-rendering', bare);
      }
      const words = annotation.selector.quote.join(' ');
      const terms = glossary.filter((term) => term.language === language && isWhole(term.finder, words));
      return [
        ...report('two-renderings', others(renderings.get(keyOf(language, annotation)), rendering)),
        ...report('copied-unchanged', isCopied(annotation, words, rendering) ? [words] : undefined),
        ...report('number-missing', filled(missingNumbers(words, rendering))),
        ...report(
          'rendering-to-avoid',
          filled(terms.flatMap(({ avoid }) => avoid.filter((each) => says(rendering, each)))),
        ),
        ...report('differs-from-glossary', differing(terms, rendering)),
        ...report('transliteration-kept', keptName(annotation, words, rendering, options.knownForm)),
      ];
    }),
  );
}

/** Every rendering of each term, in the order in which they are met; the term's own words decide, capitals aside. */
function renderingsByTerm(sources: readonly CheckedSource[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { language, annotations } of sources) {
    for (const annotation of annotations) {
      if (annotation.rendering === undefined) continue;
      const key = keyOf(language, annotation);
      found.set(key, (found.get(key) ?? new Set()).add(annotation.rendering));
    }
  }
  return found;
}

function keyOf(language: string, { selector }: Annotation): string {
  return `${language} ${foldQuote(selector.quote.join(' ')).toLowerCase()}`;
}

function others(all: ReadonlySet<string> | undefined, rendering: string): string[] | undefined {
  const own = plain(rendering);
  return filled([...(all ?? [])].filter((each) => plain(each) !== own));
}

/** A name is the same in many languages; any other passage of letters that comes back unchanged was not translated. */
function isCopied({ type }: Annotation, words: string, rendering: string): boolean {
  return type !== 'person' && type !== 'place' && /\p{L}{3}/u.test(words) && plain(words) === plain(rendering);
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

function differing(terms: readonly GlossaryTerm[], rendering: string): string[] | undefined {
  const wanted = terms.filter(({ renderings }) => renderings.length > 0);
  if (
    wanted.length === 0 ||
    wanted.some(({ renderings }) => renderings.some((each) => plain(each) === plain(rendering)))
  ) {
    return undefined;
  }
  return wanted.flatMap(({ renderings }) => renderings);
}

function keptName(
  { type }: Annotation,
  words: string,
  rendering: string,
  knownForm: ConsistencyOptions['knownForm'],
): string[] | undefined {
  if ((type !== 'person' && type !== 'place') || plain(words) !== plain(rendering)) return undefined;
  const form = knownForm?.(words);
  return form !== undefined && plain(form) !== plain(rendering) ? [form] : undefined;
}

/** True when the words are the term in one of its forms, and nothing else. */
function isWhole(finder: TermFinder, words: string): boolean {
  return finder.find(words).some(({ parts }) => {
    const rest = words.slice(0, parts[0]!.start) + words.slice(parts[parts.length - 1]!.end);
    return !/[\p{L}\p{N}]/u.test(rest);
  });
}

function says(rendering: string, wording: string): boolean {
  return new TermFinder(wording, { language: 'en' }).find(rendering).length > 0;
}

function plain(text: string): string {
  return foldQuote(text)
    .toLowerCase()
    .replace(/^(?:the|a|an) /, '');
}

function filled(list: string[]): string[] | undefined {
  return list.length > 0 ? list : undefined;
}
