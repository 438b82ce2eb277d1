import { isEnglishParticle } from './english-words';
import type { Lemmas, WordForms } from './word-forms';

/** The places of a match among a text's words, in order. */
export interface Found {
  readonly at: readonly number[];
  readonly exact: boolean;
}

/** One word of a term. */
interface TermWord {
  readonly word: string;
  /** An article, which may be another one or missing. */
  readonly optional: boolean;
  readonly nominal: ReadonlySet<string>;
  readonly verbal: ReadonlySet<string>;
}

/** A verb that may stand before or behind the rest of its term, in any of its forms. */
interface MovableVerb {
  readonly verb: TermWord;
  /** The ways in which the verb's particle may stand behind it. */
  readonly split: ReturnType<WordForms['particleVerbs']>;
  readonly rest: readonly TermWord[];
  readonly restIsParticle: boolean;
}

const NONE: ReadonlySet<string> = new Set();
const KEPT_FORMS = 50_000;

/**
 * A term as it may stand in a text. Its words stand side by side in any of their forms; or one of them, at its beginning
 * or end, is a verb, which may stand away from the rest within its clause, and whose particle may stand behind.
 * The method is one of closed lists and spelling rules: no word list is needed, and none is asked.
 */
export class TermPattern {
  private readonly words: readonly TermWord[];
  private readonly movable: readonly MovableVerb[];

  constructor(
    private readonly term: readonly string[],
    private readonly forms: WordForms | undefined,
  ) {
    this.words = term.map((word) => this.termWord(word));
    this.movable = forms ? this.findVerbs(forms) : [];
  }

  /** All matches among the words of a text (in lower case, empty where a mark ends a clause), overlapping ones too. */
  find(text: readonly string[]): Found[] {
    const found: Found[] = [];
    if (this.words.every(({ optional }) => optional) && this.words.length === 0) return found;
    // A long text has few words that a match can begin with, and each of its words many times.
    const begins = new Map<string, boolean>();
    for (let i = 0; i < text.length; i++) {
      const word = text[i]!;
      let may = begins.get(word);
      if (may === undefined) begins.set(word, (may = this.mayBegin(word)));
      if (!may) continue;
      if (this.term.every((word, k) => text[i + k] === word)) {
        found.push({ at: this.term.map((_, k) => i + k), exact: true });
      } else if (this.forms) {
        const at = this.sideBySide(text, i, this.words);
        if (at) found.push({ at, exact: false });
        this.apart(text, i, found);
      }
    }
    return found;
  }

  /** False for a word that no match begins with, nor has for its verb. */
  private mayBegin(word: string): boolean {
    if (word === '') return false;
    if (this.term.includes(word)) return true;
    const { forms } = this;
    if (!forms || this.words.every(({ nominal }) => nominal === NONE))
      return this.words.some(({ optional }) => optional);
    if (forms.determiners.has(word)) return this.words[0]!.optional;
    if (forms.isSmall(word)) return false;
    const { nominal, verbal, positive } = lemmasOf(forms, word);
    return (
      this.words.some(
        (term) => shares(term.nominal, nominal) || shares(term.verbal, verbal) || shares(term.nominal, positive),
      ) || this.movable.some(({ split }) => split.some(({ lemma }) => verbal.has(lemma)))
    );
  }

  private termWord(word: string): TermWord {
    const { forms } = this;
    if (!forms) return { word, optional: false, nominal: NONE, verbal: NONE };
    const optional = forms.determiners.has(word);
    if (forms.isSmall(word)) return { word, optional, nominal: NONE, verbal: NONE };
    const { nominal, verbal } = lemmasOf(forms, word);
    return { word, optional, nominal, verbal: forms.isVerbForm(word) ? verbal : NONE };
  }

  /** The verbs at either end that may move; a term of one word has one when a particle can be split off. */
  private findVerbs(forms: WordForms): MovableVerb[] {
    const content = this.words.filter(({ optional }, k) => !optional || k > 0);
    const found: MovableVerb[] = [];
    const verb = (term: TermWord) => ({ verb: term, split: forms.particleVerbs(term.word) });
    const first = content[0];
    const last = content.at(-1);
    if (!first || !last) return found;
    if (content.length === 1) return first.verbal.size > 0 ? [{ ...verb(first), rest: [], restIsParticle: false }] : [];
    if (first.verbal.size > 0) {
      const linked = content[1] && forms.objectLinks.has(content[1].word);
      const rest = content.slice(linked ? 2 : 1);
      const restIsParticle = forms.passiveOnly && rest.length === 1 && isEnglishParticle(rest[0]!.word);
      if (rest.length > 0) found.push({ ...verb(first), rest, restIsParticle });
    }
    // `haat hebben gezaaid` is `haat zaaien` in one of its forms: what helps its verb is no part of the term.
    const before = this.words.slice(0, -1);
    while (before.length > 1 && forms.auxiliaries.has(before.at(-1)!.word)) before.pop();
    if (
      !forms.passiveOnly &&
      last.verbal.size > 0 &&
      !before.some(({ word }) => before.length === 1 && forms.isAdjectival(word))
    ) {
      found.push({ ...verb(last), rest: before, restIsParticle: false });
    }
    return found;
  }

  /** The words from a place on, in order; articles may be others, more or fewer. */
  private sideBySide(text: readonly string[], from: number, words: readonly TermWord[]): number[] | undefined {
    const at: number[] = [];
    let place = from;
    for (let k = 0; k < words.length; k++) {
      const word = words[k]!;
      const here = text[place];
      if (here && (this.fits(word, here) || (k < words.length - 1 && this.fitsAsDegree(word, here)))) {
        at.push(place++);
      } else if (here && this.forms!.determiners.has(here) && (word.optional || at.length > 0)) {
        at.push(place++);
        if (!word.optional) k--;
      } else if (!word.optional) {
        return undefined;
      }
    }
    return at.some((each) => !this.forms!.determiners.has(text[each]!)) ? at : undefined;
  }

  private fits(term: TermWord, word: string): boolean {
    if (term.word === word) return true;
    const forms = this.forms!;
    if (term.nominal === NONE || forms.isSmall(word)) return false;
    const { nominal, verbal } = lemmasOf(forms, word);
    return shares(term.nominal, nominal) || shares(term.verbal, verbal);
  }

  /** A comparative or superlative, in a place where a noun follows. */
  private fitsAsDegree({ nominal, optional }: TermWord, word: string): boolean {
    const forms = this.forms!;
    return !optional && nominal !== NONE && !forms.isSmall(word) && shares(lemmasOf(forms, word).positive, nominal);
  }

  private fitsAsVerb(term: TermWord, text: readonly string[], at: number): boolean {
    const word = text[at]!;
    const forms = this.forms!;
    if (word === '' || forms.isSmall(word) || forms.isNounHere(text[at - 1], word)) return false;
    return shares(term.verbal, lemmasOf(forms, word).verbal);
  }

  /** Matches whose verb is at `at`, apart from the rest of the term. */
  private apart(text: readonly string[], at: number, found: Found[]): void {
    for (const movable of this.movable) {
      for (const verb of this.verbsAt(movable, text, at)) {
        if (movable.rest.length === 0) {
          if (verb.length > 1) found.push({ at: verb, exact: false });
          continue;
        }
        const rest = this.restBehind(movable, text, at, verb) ?? this.restBefore(movable, text, at);
        if (rest) found.push({ at: [...new Set([...verb, ...rest])].sort((a, b) => a - b), exact: false });
      }
    }
  }

  /** The verb in one word; or with its particle behind it at the clause's end, or before it with `te` between. */
  private verbsAt({ verb, split }: MovableVerb, text: readonly string[], at: number): number[][] {
    if (this.fitsAsVerb(verb, text, at)) return [[at]];
    const forms = this.forms!;
    const word = text[at]!;
    if (split.length === 0 || word === '' || forms.isSmall(word) || forms.isNounHere(text[at - 1], word)) return [];
    const { verbal } = lemmasOf(forms, word);
    for (const { particle, lemma } of split) {
      if (!verbal.has(lemma)) continue;
      if (forms.infinitiveMarks.has(text[at - 1] ?? '') && text[at - 2] === particle) return [[at - 2, at - 1, at]];
      const behind = this.particleBehind(text, at, particle);
      if (behind !== undefined) return [[at, behind]];
    }
    return [];
  }

  /** A particle stands at the end of its clause, or before a phrase that a preposition begins: else it is a preposition itself. */
  private particleBehind(text: readonly string[], at: number, particle: string): number | undefined {
    const forms = this.forms!;
    for (let place = at + 1; place <= at + 1 + forms.gap.particle; place++) {
      const word = text[place];
      if (!word) return undefined;
      const next = text[place + 1] ?? '';
      if (word === particle && (next === '' || forms.prepositions.has(next) || forms.clauseWords.has(next)))
        return place;
      if (forms.clauseWords.has(word)) return undefined;
    }
    return undefined;
  }

  private restBehind(
    movable: MovableVerb,
    text: readonly string[],
    at: number,
    verb: readonly number[],
  ): number[] | undefined {
    const forms = this.forms!;
    const farthest = at + 1 + (movable.restIsParticle ? forms.gap.particle : forms.gap.verbFirst) + (verb.length - 1);
    for (let place = at + 1; place <= farthest && place < text.length; place++) {
      const word = text[place]!;
      if (word === '') return undefined;
      const rest = this.sideBySide(text, place, movable.rest);
      if (rest) {
        const link = place - 1 > at && forms.objectLinks.has(text[place - 1]!) && place - 2 === at ? [place - 1] : [];
        if (link.length > 0 || !this.isGoverned(movable, text, place)) return [...link, ...rest];
      }
      if (forms.clauseWords.has(word)) return undefined;
    }
    return undefined;
  }

  private restBefore(movable: MovableVerb, text: readonly string[], at: number): number[] | undefined {
    const forms = this.forms!;
    if (movable.restIsParticle) return undefined;
    const length = movable.rest.length;
    let helped = false;
    for (let end = at - 1; end >= 0 && end >= at - 1 - forms.gap.verbLast - (helped ? 2 : 0); end--) {
      const word = text[end]!;
      if (word === '' || (end < at && forms.clauseWords.has(word))) return undefined;
      for (let start = Math.max(0, end - length - 1); start <= end; start++) {
        const rest = this.sideBySide(text, start, movable.rest);
        if (rest?.at(-1) !== end || text.slice(start, end).includes('')) continue;
        if (this.isGoverned(movable, text, start)) return undefined;
        return !forms.passiveOnly || helped ? rest : undefined;
      }
      if (forms.auxiliaries.has(word)) helped = true;
    }
    return undefined;
  }

  /** True when a preposition that is not the term's own governs the words that begin here: `uit haat` is no object. */
  private isGoverned(movable: MovableVerb, text: readonly string[], from: number): boolean {
    const forms = this.forms!;
    if (forms.prepositions.has(movable.rest[0]!.word)) return false;
    let place = from - 1;
    while (
      place >= 0 &&
      (forms.determiners.has(text[place]!) || forms.possessives.has(text[place]!) || forms.isAdjectival(text[place]!))
    )
      place--;
    return place >= 0 && forms.prepositions.has(text[place]!);
  }
}

/** True when two sets have an element in common. */
export function shares(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const each of a) if (b.has(each)) return true;
  return false;
}

/** Lemmas are asked for again and again: a corpus has far fewer words than places. */
const kept = new Map<WordForms, Map<string, Lemmas>>();

/** What a word can be a form of. */
export function lemmasOf(forms: WordForms, word: string): Lemmas {
  let known = kept.get(forms);
  if (!known || known.size > KEPT_FORMS) kept.set(forms, (known = new Map()));
  let lemmas = known.get(word);
  if (!lemmas) known.set(word, (lemmas = forms.lemmas(word)));
  return lemmas;
}
