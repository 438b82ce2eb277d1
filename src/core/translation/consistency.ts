import type { Annotation, AnnotationId } from '../annotation/annotation';
import { foldQuote } from '../text/fold';
import {
  CheckedTerm,
  isCopied,
  missingNumbers,
  wantedInstead,
  withKnownNames,
  type ConsistencyCode,
} from './consistency-rules';
import type { GlossaryTerm } from './glossary';
import { RenderingCensus, type RenderingUse } from './rendering-census';
import { TermIndex } from './term-index';

export interface ConsistencyProblem {
  readonly code: ConsistencyCode;
  readonly source: string;
  readonly id: AnnotationId;
  /**
   * What the message names: the other renderings, the words that were copied, the missing numbers, the wordings to avoid,
   * the glossary's renderings, or the rendering with the known forms of its names.
   */
  readonly about: readonly string[];
}

/** One source's annotations, as the check reads them. */
export interface CheckedSource {
  /** Names the source in the problems. */
  readonly source: string;
  readonly language: string;
  /** The language of an annotation's words, where it is another than the source's, as in a quotation. */
  readonly languageOf?: (id: AnnotationId) => string | undefined;
  readonly annotations: readonly Annotation[];
  /** The rules to apply to it, where they are others than the corpus's. */
  readonly rules?: ReadonlySet<ConsistencyCode>;
}

export interface ConsistencyOptions {
  /** The language that is translated into; passages in it are not checked. */
  readonly targetLanguage: string;
  /** The rules to apply. */
  readonly rules: ReadonlySet<ConsistencyCode>;
  readonly glossary?: readonly GlossaryTerm[];
  /** The target language's form of a name that is kept as the source spells it; `undefined` when none is known. */
  readonly knownForm?: (name: string) => string | undefined;
}

/** All that is not consistent among the notes of some sources, in the order of the sources and of their notes. */
export function checkConsistency(sources: readonly CheckedSource[], options: ConsistencyOptions): ConsistencyProblem[] {
  const index = new ConsistencyIndex(options);
  for (const source of sources) finish(index.take(source));
  return sources.flatMap(({ source }) => finish(index.check(source)));
}

/** After so many annotations a step ends. */
const ANNOTATIONS_A_STEP = 200;

interface Taken {
  readonly checked: CheckedSource;
  readonly rules: ReadonlySet<ConsistencyCode>;
  readonly uses: readonly RenderingUse[];
}

/**
 * What is consistent and what is not in a corpus that changes source by source. What one source's notes say touches the
 * others only where they render the same term. Everything is done in steps of a few milliseconds.
 */
export class ConsistencyIndex {
  private readonly sources = new Map<string, Taken>();
  private readonly census = new RenderingCensus();
  private readonly glossary = new Map<string, TermIndex<CheckedTerm>>();

  constructor(private readonly options: ConsistencyOptions) {
    for (const [k, term] of (options.glossary ?? []).entries()) {
      let terms = this.glossary.get(term.language);
      if (!terms) this.glossary.set(term.language, (terms = new TermIndex(term.language)));
      terms.put(term.term, String(k), new CheckedTerm(term, options.targetLanguage));
    }
  }

  /** Takes in a source as it is now. Answers the sources whose problems may be others than before, itself among them. */
  *take(checked: CheckedSource): Generator<void, ReadonlySet<string>> {
    const rules = checked.rules ?? this.options.rules;
    const uses = yield* this.usesIn(checked, rules);
    return yield* this.replace(checked.source, { checked, rules, uses });
  }

  /** Forgets a source; answers the same. */
  *drop(source: string): Generator<void, ReadonlySet<string>> {
    return yield* this.replace(source, undefined);
  }

  /** The problems of one source, in the order of its notes; none for one that was never taken in. */
  *check(source: string): Generator<void, ConsistencyProblem[]> {
    const taken = this.sources.get(source);
    const found: ConsistencyProblem[] = [];
    if (!taken) return found;
    let done = 0;
    for (const annotation of taken.checked.annotations) {
      if (++done % ANNOTATIONS_A_STEP === 0) yield;
      const language = languageOf(taken.checked, annotation);
      if (language === this.options.targetLanguage) continue;
      for (const [code, about] of this.problemsOf(language, annotation, taken.rules)) {
        if (about && taken.rules.has(code) && !accepts(annotation, code)) {
          found.push({ code, source, id: annotation.id, about });
        }
      }
    }
    return found;
  }

  /** The glossary's renderings of these words as a whole. */
  renderingsOf(language: string, words: string): string[] {
    return this.termsOf(language, words).flatMap(({ renderings }) => renderings);
  }

  private *usesIn(checked: CheckedSource, rules: ReadonlySet<ConsistencyCode>): Generator<void, RenderingUse[]> {
    const uses: RenderingUse[] = [];
    if (!rules.has('two-renderings')) return uses;
    let done = 0;
    for (const annotation of checked.annotations) {
      if (++done % ANNOTATIONS_A_STEP === 0) yield;
      // A rendering that is another on purpose is none that the others should follow.
      if (annotation.rendering === undefined || accepts(annotation, 'two-renderings')) continue;
      const language = languageOf(checked, annotation);
      if (language !== this.options.targetLanguage) {
        uses.push({ term: keyOf(language, annotation), wording: annotation.rendering });
      }
    }
    return uses;
  }

  private *replace(source: string, next: Taken | undefined): Generator<void, ReadonlySet<string>> {
    /** Terms with the wordings that came or went: one that does both is where it was. */
    const changed = new Map<string, Set<string>>();
    const toggle = ({ term, wording }: RenderingUse): void => {
      const wordings = changed.get(term) ?? new Set();
      changed.set(term, wordings);
      if (!wordings.delete(wording)) wordings.add(wording);
    };
    // In one step: half a source would make problems of others come and go.
    for (const use of this.sources.get(source)?.uses ?? []) if (this.census.remove(source, use)) toggle(use);
    for (const use of next?.uses ?? []) if (this.census.add(source, use)) toggle(use);
    if (next) this.sources.set(source, next);
    else this.sources.delete(source);
    yield;
    const affected = new Set([source]);
    for (const [term, wordings] of changed) {
      if (wordings.size > 0) for (const each of this.census.sourcesOf(term)) affected.add(each);
    }
    return affected;
  }

  private *problemsOf(
    language: string,
    annotation: Annotation,
    rules: ReadonlySet<ConsistencyCode>,
  ): Generator<readonly [ConsistencyCode, readonly string[] | undefined]> {
    const { rendering } = annotation;
    if (rendering === undefined) {
      if (annotation.type === 'charge') yield ['charge-without-rendering', []];
      return;
    }
    const words = annotation.selector.quote.join(' ');
    const terms = this.termsOf(language, words);
    // Where the glossary has the term, it decides which renderings are right, be they one or several.
    const settled = rules.has('differs-from-glossary') && terms.some(({ renderings }) => renderings.length > 0);
    const others = settled ? [] : this.census.others(keyOf(language, annotation), rendering);
    yield ['two-renderings', filled(others)];
    yield ['copied-unchanged', isCopied(annotation, words, rendering) ? [words] : undefined];
    yield ['number-missing', filled(missingNumbers(words, rendering))];
    yield ['rendering-to-avoid', filled(terms.flatMap((term) => term.avoidedIn(rendering)))];
    yield ['differs-from-glossary', wantedInstead(terms, rendering)];
    const known = this.options.knownForm && withKnownNames(words, rendering, this.options.knownForm);
    yield ['transliteration-kept', known === undefined ? undefined : [known]];
  }

  private termsOf(language: string, words: string): CheckedTerm[] {
    const found = this.glossary.get(language)?.whole(words) ?? [];
    return found.flatMap(({ values }) => [...values]);
  }
}

function languageOf({ language, languageOf: of }: CheckedSource, { id }: Annotation): string {
  return of?.(id) ?? language;
}

function accepts({ accepted }: Annotation, code: ConsistencyCode): boolean {
  return accepted?.some(({ rule }) => rule === code) ?? false;
}

function keyOf(language: string, { selector }: Annotation): string {
  return `${language} ${foldQuote(selector.quote.join(' ')).toLowerCase()}`;
}

function filled(list: string[]): string[] | undefined {
  return list.length > 0 ? list : undefined;
}

function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
