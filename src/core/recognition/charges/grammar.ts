import type { ChargeStage } from '../../annotation/annotation';
import type { ChargeLanguage, TriggerKind } from './charge-mention';
import { hashFolded } from '../hashing';
import { offenceNames } from './offence-names';
import type { OffenceNames } from './offence-names';

/**
 * What must follow a trigger for it to be one, from lenient to strict: `any` nominal (`veroordeeld wegens ...`); `named`, a
 * known offence, a deed or a noun with a complement (`charged with`, which also takes energy); a `deed`, that is a known
 * offence or a clause that tells what was done; `told`, the same without states (`suspected of being ill`); `undertaken`, also without
 * duties (`charged with protecting the president`); a
 * known `offence`; a `firm` one (`accused the minister of ...`, which mostly takes reproaches).
 */
export type Demand = 'any' | 'named' | 'told' | 'undertaken' | 'deed' | 'offence' | 'firm';

/** One row of a grammar: words that lay a charge, and how the offence is joined to them. */
export interface TriggerRow {
  /** Forms, apart by spaces. */
  readonly words: string;
  readonly kind: TriggerKind;
  readonly stage?: ChargeStage;
  /**
   * Words between trigger and offence, apart by `|`. A link may bring its own demand: `for:offence`. `<` stands for an
   * offence just before the trigger (`murder charges`), `>` for one just after it (`wegens moord`), `=` for one that is
   * subject or object in the trigger's clause, `?` for a clause that follows with the penalty set on it (`anyone who`),
   * `!` for a verb just after it that tells the deed (`allegedly`), `~` for a clause just after it (`alleging they had stolen`); Dutch:
   * `@` for a deed told by the auxiliary itself (`hij zou geld hebben gestolen`), `%` for one told in a relative clause before it (`die een
   * winkel beroofde, is opgepakt`), `+` for an offence that is its object behind a person (`verwijt hem diefstal`);
   * `,` for an item of a register just before it (`Pugh, 31, speeding, fined £120`).
   */
  readonly links: string;
  readonly demand: Demand;
  /** Demand when other words than auxiliaries stand between trigger and link; absent: by the link. */
  readonly far?: Demand;
  /** Not a trigger just after one of these (`in charge of`). */
  readonly notAfter?: string;
  /** A trigger only just after one of these (`on suspicion of`). */
  readonly onlyAfter?: string;
  /** One of these words must stand in the same clause. */
  readonly beside?: string;
  /** A common word (`zou`, `kreeg`), which makes a sentence worth reading only where its paragraph has another trigger or a word of the law. */
  readonly common?: boolean;
  /** The offence with its link may stand before the trigger (Dutch verb-final order). */
  readonly before?: boolean;
}

/** Words of a language that settle where a phrase ends; each list apart by spaces. */
export interface WordLists {
  /** Articles, possessives, quantifiers: not part of an offence at its start. */
  readonly determiners: string;
  /** Words at the start that neither belong to the offence (`alleged`, `vermeende`). */
  readonly hedges: string;
  readonly numerals: string;
  readonly conjunctions: string;
  /** Prepositions whose complement says which offence it is. */
  readonly keeps: string;
  /** Prepositions that end the phrase: place, origin, destination, time. */
  readonly ends: string;
  /** Preposition -> heads after which its complement belongs to the offence. */
  readonly governed: Readonly<Record<string, string>>;
  /** Finite verbs, relatives, subordinators, subject pronouns, adverbs of time: the phrase ends before them. */
  readonly stops: string;
  /** Adverbs and auxiliaries that end a phrase but may stand between a trigger and its link. */
  readonly passable: string;
  /** Days, months, units and other words that make the phrase after a preposition one of time or place. */
  readonly timesAndPlaces: string;
  /** Nouns that no trigger makes an offence: questioning, terms, occasions. */
  readonly neverOffences: string;
  /** Heads that are an offence by their complement: `involvement in`, `a series of`. */
  readonly lightHeads: string;
  /** Verbs (gerunds, infinitives, participles) that tell an offence by themselves. */
  readonly deedVerbs: string;
  /** Verbs that tell an offence only where somebody is held to account. */
  readonly softDeedVerbs: string;
  /** Verbs that look like a deed after a trigger and are duties, states or manners. */
  readonly innocentVerbs: string;
  /** Verbs of tasks that one is charged with. */
  readonly dutyVerbs: string;
  readonly subjectPronouns: string;
  /** Words that make a trigger void: nobody, niemand. */
  readonly nobody: string;
  /** Introduce a clause that tells the deed: `omdat`, `because`. */
  readonly clauseOpeners: string;
  /** Words of the law that are no triggers: police, prosecutors. */
  readonly lawWords?: string;
  /** Words in the trigger's clause that decide the stage, strongest first. */
  readonly stageWords: readonly (readonly [ChargeStage, string])[];
}

/** Membership of words by the hash of their letters, with a false hit in some hundreds: the cheapest first question. */
export class WordFilter {
  private readonly bits = new Uint8Array(1 << 15);

  constructor(words: readonly string[]) {
    for (const word of words) {
      const hash = hashFolded(word, 0, word.length);
      this.bits[(hash >>> 3) & 0x7fff]! |= 1 << (hash & 7);
    }
  }

  /** Whether `text.slice(start, end)` may be one of the words, in any case. */
  mayHave(text: string, start: number, end: number): boolean {
    const hash = hashFolded(text, start, end);
    return (this.bits[(hash >>> 3) & 0x7fff]! & (1 << (hash & 7))) !== 0;
  }
}

export const enum Mark {
  Determiner = 1,
  Numeral = 2,
  Conjunction = 4,
  Keeps = 8,
  Ends = 16,
  Governs = 32,
  Stop = 64,
  TimeOrPlace = 128,
  Hedge = 256,
  Quote = 512,
  Punctuation = 1024,
  Capital = 2048,
  Comma = 4096,
  Pronoun = 8192,
  Passable = 16384,
  /** Keeps, Ends or Governs. */
  Preposition = 56,
}

/** Links that are no words. */
const BARE = ['<', '>', '=', '?', '!', '~', ',', '@', '%', '+'] as const;

export interface Link {
  readonly words: readonly string[];
  readonly demand: Demand;
  readonly bare: '' | (typeof BARE)[number];
}

export interface Trigger {
  readonly kind: TriggerKind;
  readonly stage?: ChargeStage;
  readonly links: readonly Link[];
  readonly far?: Demand;
  readonly notAfter?: ReadonlySet<string>;
  readonly onlyAfter?: ReadonlySet<string>;
  readonly beside?: ReadonlySet<string>;
  readonly before: boolean;
}

/** A language's grammar, compiled for look-up by lower-case word. */
export interface Grammar {
  readonly language: ChargeLanguage;
  readonly marks: ReadonlyMap<string, number>;
  readonly triggers: ReadonlyMap<string, readonly Trigger[]>;
  /** Finds out whether a sentence is worth reading. */
  readonly triggerWords: WordFilter;
  /** Finds out whether common triggers count in a paragraph; absent where a language has none. */
  readonly lawWords?: WordFilter;
  readonly governed: ReadonlyMap<string, ReadonlySet<string>>;
  readonly neverOffences: ReadonlySet<string>;
  readonly lightHeads: ReadonlySet<string>;
  readonly deedVerbs: ReadonlySet<string>;
  readonly softDeedVerbs: ReadonlySet<string>;
  readonly innocentVerbs: ReadonlySet<string>;
  readonly dutyVerbs: ReadonlySet<string>;
  readonly nobody: ReadonlySet<string>;
  readonly clauseOpeners: ReadonlySet<string>;
  readonly stageWords: readonly (readonly [ChargeStage, ReadonlySet<string>])[];
  readonly offences: OffenceNames;
}

export function compileGrammar(language: ChargeLanguage, lists: WordLists, rows: readonly TriggerRow[]): Grammar {
  const marks = new Map<string, number>();
  const mark = (words: string, flag: Mark): void => {
    for (const word of wordsOf(words)) marks.set(word, (marks.get(word) ?? 0) | flag);
  };
  mark(lists.determiners, Mark.Determiner);
  mark(lists.numerals, Mark.Numeral);
  mark(lists.conjunctions, Mark.Conjunction);
  mark(lists.keeps, Mark.Keeps);
  mark(lists.ends, Mark.Ends);
  mark(Object.keys(lists.governed).join(' '), Mark.Governs);
  mark(lists.stops, Mark.Stop);
  mark(lists.passable, Mark.Stop | Mark.Passable);
  mark(lists.timesAndPlaces, Mark.TimeOrPlace);
  mark(lists.hedges, Mark.Hedge);
  mark(lists.subjectPronouns, Mark.Pronoun | Mark.Stop);
  const triggers = new Map<string, Trigger[]>();
  const plain = new Set<string>();
  for (const row of rows) {
    const trigger: Trigger = {
      kind: row.kind,
      ...(row.stage === undefined ? {} : { stage: row.stage }),
      links: row.links.split('|').map((link) => compileLink(link, row.demand)),
      ...(row.far === undefined ? {} : { far: row.far }),
      ...(row.notAfter === undefined ? {} : { notAfter: setOf(row.notAfter) }),
      ...(row.onlyAfter === undefined ? {} : { onlyAfter: setOf(row.onlyAfter) }),
      ...(row.beside === undefined ? {} : { beside: setOf(row.beside) }),
      before: row.before ?? false,
    };
    for (const word of wordsOf(row.words)) {
      triggers.set(word, [...(triggers.get(word) ?? []), trigger]);
      if (!row.common) plain.add(word);
    }
  }
  return {
    language,
    marks,
    triggers,
    triggerWords: new WordFilter([...triggers.keys()]),
    ...(rows.some(({ common }) => common)
      ? { lawWords: new WordFilter([...plain, ...wordsOf(lists.lawWords ?? '')]) }
      : {}),
    governed: new Map(Object.entries(lists.governed).map(([word, heads]) => [word, setOf(heads)])),
    neverOffences: setOf(lists.neverOffences),
    lightHeads: setOf(lists.lightHeads),
    deedVerbs: setOf(lists.deedVerbs),
    softDeedVerbs: setOf(lists.softDeedVerbs),
    innocentVerbs: setOf(lists.innocentVerbs),
    dutyVerbs: setOf(lists.dutyVerbs),
    nobody: setOf(lists.nobody),
    clauseOpeners: setOf(lists.clauseOpeners),
    stageWords: lists.stageWords.map(([stage, words]) => [stage, setOf(words)]),
    offences: offenceNames(language),
  };
}

function compileLink(written: string, demand: Demand): Link {
  const [words = '', own] = written.trim().split(':');
  const bare = BARE.find((sign) => sign === words) ?? '';
  return { words: bare === '' ? words.split(' ') : [], demand: (own as Demand | undefined) ?? demand, bare };
}

function wordsOf(list: string): string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}

function setOf(list: string): ReadonlySet<string> {
  return new Set(wordsOf(list));
}
