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

/** What a rule says: which one, and about what. */
type Finding = readonly [ConsistencyCode, readonly string[]];

/** What a note alone and the glossary say: no other source can change it. */
interface OwnFindings {
  readonly found: readonly Finding[];
  /** True when the glossary has renderings of the words: then it decides which are right, be they one or several. */
  readonly settled: boolean;
}

/** An annotation in another language than the one that is translated into. */
interface CheckedNote {
  readonly annotation: Annotation;
  readonly language: string;
  /** The key of its words in the census. */
  readonly term: string;
  /** Made when it is first asked for. */
  own: OwnFindings | undefined;
}

interface Taken {
  readonly rules: ReadonlySet<ConsistencyCode>;
  readonly notes: readonly CheckedNote[];
}

/**
 * What is consistent and what is not in a corpus that changes source by source. What one source's notes say touches the
 * others only where they render the same term. Everything is done in steps, the longest of which is one note.
 */
export class ConsistencyIndex {
  private readonly sources = new Map<string, Taken>();
  private readonly census = new RenderingCensus();
  private readonly glossary = new Map<string, TermIndex<CheckedTerm>>();
  /** How many terms of the glossary have been taken in: all of them before the first source is. */
  private termsTaken = 0;

  constructor(private readonly options: ConsistencyOptions) {}

  /** Takes in a source as it is now. Answers the sources whose problems may be others than before, itself among them. */
  *take(checked: CheckedSource): Generator<void, ReadonlySet<string>> {
    yield* this.takeGlossary();
    const rules = checked.rules ?? this.options.rules;
    const notes = yield* this.notesIn(checked, rules);
    return yield* this.replace(checked.source, { rules, notes });
  }

  /** Forgets a source; answers the same. */
  *drop(source: string): Generator<void, ReadonlySet<string>> {
    return yield* this.replace(source, undefined);
  }

  /** The problems of one source, in the order of its notes; none for one that was never taken in. */
  *check(source: string): Generator<void, ConsistencyProblem[]> {
    const taken = this.sources.get(source);
    const found: ConsistencyProblem[] = [];
    for (const note of taken?.notes ?? []) {
      for (const [code, about] of this.findingsOn(note, taken!.rules)) {
        if (taken!.rules.has(code) && !accepts(note.annotation, code)) {
          found.push({ code, source, id: note.annotation.id, about });
        }
      }
      yield;
    }
    return found;
  }

  /** The glossary's renderings of these words as a whole. */
  renderingsOf(language: string, words: string): string[] {
    return this.termsOf(language, words).flatMap(({ renderings }) => renderings);
  }

  private *takeGlossary(): Generator<void, void> {
    const { glossary = [], targetLanguage } = this.options;
    while (this.termsTaken < glossary.length) {
      const key = this.termsTaken++;
      const term = glossary[key]!;
      let terms = this.glossary.get(term.language);
      if (!terms) this.glossary.set(term.language, (terms = new TermIndex(term.language)));
      terms.put(term.term, String(key), new CheckedTerm(term, targetLanguage));
      yield;
    }
  }

  /** The annotations that a rule may speak of. */
  private *notesIn(checked: CheckedSource, rules: ReadonlySet<ConsistencyCode>): Generator<void, CheckedNote[]> {
    const notes: CheckedNote[] = [];
    for (const annotation of checked.annotations) {
      yield;
      const bare = annotation.rendering === undefined;
      if (bare && (annotation.type !== 'charge' || !rules.has('charge-without-rendering'))) continue;
      const language = checked.languageOf?.(annotation.id) ?? checked.language;
      if (language === this.options.targetLanguage) continue;
      notes.push({ annotation, language, term: bare ? '' : keyOf(language, annotation), own: undefined });
    }
    return notes;
  }

  private *replace(source: string, next: Taken | undefined): Generator<void, ReadonlySet<string>> {
    const before = usesOf(this.sources.get(source));
    const after = usesOf(next);
    const states = new Map([...before, ...after].map(({ term }) => [term, this.census.stateOf(term)]));
    // In one step: half a source would make problems of others come and go.
    for (const use of before) this.census.remove(source, use);
    for (const use of after) this.census.add(source, use);
    if (next) this.sources.set(source, next);
    else this.sources.delete(source);
    yield;
    const affected = new Set([source]);
    for (const [term, state] of states) {
      if (this.census.stateOf(term) === state) continue;
      for (const each of this.census.sourcesOf(term)) affected.add(each);
    }
    return affected;
  }

  /** In the order of the rules. */
  private *findingsOn(note: CheckedNote, rules: ReadonlySet<ConsistencyCode>): Generator<Finding> {
    const { annotation, term } = note;
    const { rendering } = annotation;
    const { knownForm } = this.options;
    if (rendering === undefined) {
      yield ['charge-without-rendering', []];
      return;
    }
    const words = annotation.selector.quote.join(' ');
    note.own ??= ownFindings(annotation, words, rendering, this.termsOf(note.language, words), rules);
    const others = note.own.settled ? [] : this.census.others(term, rendering);
    if (others.length > 0) yield ['two-renderings', others];
    yield* note.own.found;
    const known = knownForm && rules.has('transliteration-kept') && withKnownNames(words, rendering, knownForm);
    if (known) yield ['transliteration-kept', [known]];
  }

  private termsOf(language: string, words: string): CheckedTerm[] {
    const found = this.glossary.get(language)?.whole(words) ?? [];
    return found.flatMap(({ values }) => [...values]);
  }
}

function ownFindings(
  annotation: Annotation,
  words: string,
  rendering: string,
  terms: readonly CheckedTerm[],
  rules: ReadonlySet<ConsistencyCode>,
): OwnFindings {
  const settled = rules.has('differs-from-glossary') && terms.some(({ renderings }) => renderings.length > 0);
  const told: Finding[] = [
    ['copied-unchanged', isCopied(annotation, words, rendering) ? [words] : []],
    ['number-missing', missingNumbers(words, rendering)],
    ['rendering-to-avoid', terms.flatMap((term) => term.avoidedIn(rendering))],
    ['differs-from-glossary', settled ? wantedInstead(terms, rendering) : []],
  ];
  const found = told.filter(([, about]) => about.length > 0);
  return found.length > 0 ? { found, settled } : settled ? NOTHING_BUT_SETTLED : NOTHING;
}

/** What is found on most notes of a corpus. */
const NOTHING: OwnFindings = { found: [], settled: false };
const NOTHING_BUT_SETTLED: OwnFindings = { found: [], settled: true };

/** A rendering that is another on purpose is none that the others should follow. */
function usesOf(taken: Taken | undefined): RenderingUse[] {
  if (!taken?.rules.has('two-renderings')) return [];
  return taken.notes.flatMap(({ annotation, term }) => {
    const { rendering } = annotation;
    return rendering === undefined || accepts(annotation, 'two-renderings') ? [] : [{ term, wording: rendering }];
  });
}

function accepts({ accepted }: Annotation, code: ConsistencyCode): boolean {
  return accepted?.some(({ rule }) => rule === code) ?? false;
}

function keyOf(language: string, { selector }: Annotation): string {
  return `${language} ${foldQuote(selector.quote.join(' ')).toLowerCase()}`;
}

function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
