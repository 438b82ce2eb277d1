import { Mark } from './grammar';
import type { Grammar } from './grammar';
import { firmness } from './offence-names';
import { trimEnd } from './offence-phrase';
import type { Phrase } from './offence-phrase';
import type { PhraseRules } from './phrase-rules';
import { is } from './sentence';
import type { Sentence } from './sentence';
import { afterComplements } from './verb-complements';

const MAX_CLAUSE = 30;

/**
 * Reads a clause that tells the deed after `omdat`, `dat`, `because` ...: from the word after its subject to its end.
 * Conjoined predicates are phrases of their own.
 */
export function readDeedClauses(sentence: Sentence, start: number, grammar: Grammar, rules: PhraseRules): Phrase[] {
  const predicate = afterSubject(sentence, grammar.language === 'en' ? afterTime(sentence, start) : start, grammar);
  if (predicate === undefined || !opensPredicate(sentence, predicate, grammar)) return [];
  return readPredicates(sentence, predicate, grammar, rules);
}

/** Reads predicates from `start`, where no subject stands before them: `allegedly | set fire to a barn`, `alleged to have | ...`. */
export function readPredicates(sentence: Sentence, start: number, grammar: Grammar, rules: PhraseRules): Phrase[] {
  let from = afterTime(sentence, start);
  const phrases: Phrase[] = [];
  const last = Math.min(sentence.count, start + MAX_CLAUSE);
  let k = from;
  for (; k < last; k++) {
    if (
      grammar.language === 'nl' &&
      k > from + 1 &&
      is(sentence, k, Mark.Preposition) &&
      rules.isVerbAfterNoun(sentence, k - 1, -1)
    ) {
      const end = afterComplements(sentence, k);
      if (end === k) break;
      k = end - 1;
      continue;
    }
    if (grammar.language === 'en' && k > from + 2 && /^(?:was|were|is|are)$/.test(sentence.words[k] ?? '')) break;
    if (is(sentence, k, Mark.Comma) || (is(sentence, k, Mark.Stop) && is(sentence, k, Mark.Punctuation))) break;
    if (is(sentence, k, Mark.Conjunction) && k > from + 1 && endsPredicate(sentence, k, grammar, rules)) {
      // `dat hij een auto had gestolen en dat hij was doorgereden`
      const again = grammar.language === 'nl' && /^(?:dat|omdat)$/.test(sentence.words[k + 1] ?? '');
      const next = again ? afterSubject(sentence, k + 2, grammar) : undefined;
      if (next !== undefined) {
        push(phrases, sentence, from, k, grammar);
        from = afterTime(sentence, next);
        k = from;
        continue;
      }
      if (is(sentence, k + 1, Mark.Pronoun) || is(sentence, k + 1, Mark.Passable)) break;
      push(phrases, sentence, from, k, grammar);
      from = k + 1;
    }
  }
  push(phrases, sentence, from, k, grammar);
  return phrases;
}

/** English: the deed is told in the past (`that he had threatened`), not named again (`that he calls an honour`). */
export function opensPredicate(sentence: Sentence, at: number, grammar: Grammar): boolean {
  const word = sentence.words[at] ?? '';
  // `that he | illegally trained`
  if (grammar.language === 'en' && /..ly$/.test(word)) return opensPredicate(sentence, at + 1, grammar);
  return (
    grammar.language === 'nl' ||
    /^(?:had|has|have|was|were|did|would|could|may|might|taught|wrote|sang|spoke|took|made|gave|sent|held|led|misled|hid|kept|paid|sold|stole|broke|drove|shot|threw|fought|told|left|ran|burnt|met|got|set|put|beat|hit|struck|bit|cut|dealt|fled|bought|let|lent|rode|slew|spread|swore|tore|withheld|forgave|lay|fell|\p{L}+ed)$/u.test(
      word,
    )
  );
}

/** The time of the deed is told before it: `omdat hij in januari 1999 ...`, `that between May and June she ...`. */
function afterTime(sentence: Sentence, at: number): number {
  if (!is(sentence, at, Mark.Preposition)) return at;
  let k = at + 1;
  let time = false;
  for (
    ;
    k < sentence.count &&
    is(sentence, k, Mark.TimeOrPlace | Mark.Numeral | Mark.Determiner | Mark.Conjunction | Mark.Passable) &&
    !/^(?:zijn|haar|hun)$/.test(sentence.words[k] ?? '');
    k++
  )
    time ||= is(sentence, k, Mark.TimeOrPlace) || /^(?:1[5-9]|20)\d\d$/.test(sentence.words[k] ?? '');
  return time ? k : at;
}

/** Dutch: the predicate before a conjunction ends in a verb. English: a verb follows the conjunction. */
function endsPredicate(sentence: Sentence, at: number, grammar: Grammar, rules: PhraseRules): boolean {
  const before = sentence.words[at - 1] ?? '';
  if (grammar.language === 'nl')
    return (
      is(sentence, at - 1, Mark.Passable) ||
      /^(?:had|hadden|heeft|hebben|was|waren|is|zijn)$/.test(sentence.words[at - 2] ?? '') ||
      rules.isVerbAfterNoun(sentence, at - 1, -1) ||
      grammar.deedVerbs.has(before)
    );
  const after = sentence.words[at + 1] ?? '';
  return after.endsWith('ed') || is(sentence, at + 1, Mark.Passable);
}

function push(phrases: Phrase[], sentence: Sentence, start: number, end: number, grammar: Grammar): void {
  let from = start;
  while (from < end && (is(sentence, from, Mark.Quote) || isLeadingArticle(sentence, from, grammar))) from++;
  // `dat hij haar | heeft | gewurgd`: a pronoun is no part of the deed.
  if (
    /^(?:hem|haar|hen)$/.test(sentence.words[from] ?? '') &&
    /^(?:heeft|had|zou)$/.test(sentence.words[from + 1] ?? '')
  )
    from += 1;
  // `whether she had committed perjury`
  if (sentence.words[from + 1] === 'committed') from += 2;
  else if (sentence.words[from] === 'committed') from += 1;
  const to = trimMarks(sentence, from, grammar.language === 'en' ? beforeTime(sentence, from, end) : end);
  if (to > from + 1)
    phrases.push({ from, to, next: end, form: 'deed', innocent: false, duty: false, complemented: true });
}

/** English: when the deed was done is told last, and is no part of it: `hid the cost | for two years`, `lied to them | on 4 May`. */
function beforeTime(sentence: Sentence, from: number, end: number): number {
  for (let k = from + 2; k < end; k++) {
    if (!/^(?:in|on|at|for|from|since|between|during|before|after|until|last|this|over)$/.test(sentence.words[k] ?? ''))
      continue;
    let timed = false;
    let n = k + 1;
    while (
      n < end &&
      (is(sentence, n, Mark.TimeOrPlace | Mark.Numeral | Mark.Determiner | Mark.Conjunction) ||
        /^(?:in|to|of|early|late|last|past)$/.test(sentence.words[n] ?? ''))
    ) {
      timed ||= is(sentence, n, Mark.TimeOrPlace) || /^[12]\d{3}s?$/.test(sentence.words[n] ?? '');
      n++;
    }
    if (timed && n === end) return k;
  }
  return end;
}

function isLeadingArticle(sentence: Sentence, at: number, grammar: Grammar): boolean {
  return (
    grammar.language === 'nl' &&
    /^(?:een|de|het|ook|daar|er|zich|vorig|vorige|gisteren|afgelopen|nu)$/.test(sentence.words[at] ?? '')
  );
}

/** `end` without the marks just before it. */
export function trimMarks(sentence: Sentence, from: number, end: number): number {
  let to = end;
  while (to > from && is(sentence, to - 1, Mark.Punctuation)) to--;
  return to;
}

/** The first token after a pronoun, a name or a short noun phrase. */
export function afterSubject(sentence: Sentence, start: number, grammar: Grammar): number | undefined {
  let k = start;
  while (is(sentence, k, Mark.Quote)) k++;
  if (/^(?:ik|i|we|wij|you|jij|jullie|u|je)$/.test(sentence.words[k] ?? '')) return undefined;
  if (is(sentence, k, Mark.Pronoun)) return k + 1;
  if (is(sentence, k, Mark.Capital)) {
    while (is(sentence, k, Mark.Capital) || /^(?:van|de|der|den|bin|al)$/.test(sentence.words[k] ?? '')) k++;
    return k;
  }
  // `of deurwaarder Bas Mulder`
  if (
    grammar.language === 'nl' &&
    is(sentence, k + 1, Mark.Capital) &&
    !is(sentence, k, Mark.Stop | Mark.Preposition)
  ) {
    k++;
    while (is(sentence, k, Mark.Capital) || /^(?:van|de|der|den)$/.test(sentence.words[k] ?? '')) k++;
    return k;
  }
  if (!is(sentence, k, Mark.Determiner)) return undefined;
  if (grammar.language === 'nl' && is(sentence, k + 1, Mark.Determiner | Mark.Preposition)) return k + 1;
  if (grammar.language === 'nl') return afterNoun(sentence, k + 1, grammar);
  k += 2;
  while (k < start + 5 && !is(sentence, k, Mark.Stop) && !opensPredicate(sentence, k, grammar)) k++;
  while (is(sentence, k, Mark.Quote)) k++;
  return k;
}

/** Dutch: past numerals and adjectives, the noun and where its bearer comes from (`twee mannen uit Heerlen`). */
function afterNoun(sentence: Sentence, start: number, grammar: Grammar): number {
  let k = start;
  while (is(sentence, k, Mark.Numeral)) k++;
  while (
    /(?:[^ignt]|ig|lijk|isch|arig|igd|rd|nd)e$/.test(sentence.words[k] ?? '') &&
    !is(sentence, k, Mark.Stop) &&
    !grammar.deedVerbs.has(sentence.words[k + 1] ?? '') &&
    !is(
      sentence,
      k + 1,
      Mark.Stop | Mark.Determiner | Mark.Preposition | Mark.Comma | Mark.Conjunction | Mark.Capital | Mark.Numeral,
    )
  )
    k++;
  k++;
  if (/^(?:uit|van)$/.test(sentence.words[k] ?? '') && is(sentence, k + 1, Mark.Capital)) {
    k += 2;
    while (is(sentence, k, Mark.Capital)) k++;
  }
  return k;
}

/** Pronouns, which no trigger makes an offence, and which a deed may be done to. */
const PERSONS = /^(?:haar|hem|hen|elkaar|ander|anderen|alles|dat|dit)$/;

/**
 * Dutch `te` clauses after a trigger: `ervan verdacht zijn vrouw te hebben gewurgd`, `van moord te hebben gepleegd`. `at` is
 * the token before the clause.
 */
export function readInfinitives(sentence: Sentence, at: number, grammar: Grammar, limit = sentence.count): Phrase[] {
  const phrases: Phrase[] = [];
  let from = at + 1;
  while (
    from < limit &&
    is(sentence, from, Mark.Passable | Mark.Comma | Mark.Quote) &&
    !/^(?:zijn|haar)$/.test(sentence.words[from] ?? '')
  )
    from++;
  while (from < limit) {
    if (isLeadingArticle(sentence, from, grammar) && sentence.words[from] !== 'zich') from++;
    const te = findTe(sentence, from, limit);
    // `heeft zich te verantwoorden`: the verb lays the charge itself.
    if (te === undefined || sentence.words[te + 1] === 'verantwoorden') break;
    let to = te + 2;
    while (
      to < limit &&
      /^\p{L}+(?:en|d|t)$/u.test(sentence.words[to] ?? '') &&
      !is(sentence, to, Mark.Conjunction | Mark.Preposition | Mark.Determiner) &&
      isVerbal(sentence, to)
    )
      to++;
    const end = trimEnd(sentence, from, (to = afterComplements(sentence, to)));
    const known = sentence.words
      .slice(from, end)
      .some((word) => grammar.deedVerbs.has(word) || firmness(word, 'nl', grammar.offences) === 'firm');
    // `griep te hebben` is a state, not a deed.
    if (!known && sentence.words.slice(from, te).some((word) => grammar.neverOffences.has(word) && !PERSONS.test(word)))
      break;
    phrases.push({
      from,
      to: end,
      next: to,
      form: 'deed',
      innocent: false,
      duty: false,
      complemented: true,
      ...(known ? { firmness: 'firm' as const } : {}),
    });
    if (!is(sentence, to, Mark.Conjunction | Mark.Comma)) break;
    from = to + 1;
  }
  return phrases;
}

function isVerbal(sentence: Sentence, at: number): boolean {
  const word = sentence.words[at] ?? '';
  return (
    /(?:ge\p{L}+(?:d|t|en)|^(?:ver|be|ont|her)\p{L}+(?:d|t|en)|en)$/u.test(word) && !is(sentence, at, Mark.Capital)
  );
}

/** `te` with an infinitive, before the clause ends. */
function findTe(sentence: Sentence, from: number, limit: number): number | undefined {
  for (let k = from; k < limit && k < from + 16; k++) {
    if (
      is(sentence, k, Mark.Comma) ||
      (is(sentence, k, Mark.Stop) &&
        !/^(?:zijn|haar|hun|hem|zich)$/.test(sentence.words[k] ?? '') &&
        !/^[()]$/.test(sentence.words[k] ?? ''))
    )
      return undefined;
    if (sentence.words[k] === 'te' && /en$|^(?:zijn|doen|slaan|gaan|staan|zien)$/.test(sentence.words[k + 1] ?? ''))
      return k;
  }
  return undefined;
}
