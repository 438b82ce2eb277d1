import { firmness, phraseLength } from './offence-names';
import type { Firmness } from './offence-names';
import { Mark } from './grammar';
import type { Grammar } from './grammar';
import type { PhraseRules } from './phrase-rules';
import { keeps } from './complements';
import { endOfRestriction } from './clause-span';
import { endOfQuotation } from './quotation';
import { isGeneric, isNameDot, isNextSubject, isNounByPlace } from './word-in-place';
import { isAdjectivePair, isAdjectiveSeries, isIncriminating, isNegation, isPreModifier } from './modifiers';
import { skipIntroduction } from './introduction';
import { knownFirmness } from './phrase-firmness';
import { is } from './sentence';
import type { Sentence } from './sentence';

/** An offence as read from a sentence: tokens `from` up to and not including `to`. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  /** Where reading stopped: after adjuncts and a link that were passed over. */
  readonly next: number;
  readonly form: 'noun' | 'deed';
  /** Undefined: the lexicon doesn't know it. */
  readonly firmness?: Firmness;
  /** A clause whose verb is no offence by itself and is often none (overseeing, being, having). */
  readonly innocent: boolean;
  /** A clause whose verb tells a task (overseeing, protecting). */
  readonly duty: boolean;
  /** A noun with a complement: a phrase that says what it was about. */
  readonly complemented: boolean;
}

const MAX_PHRASE = 40;

/** Reads one offence from `at`, not beyond `limit`; undefined when nothing nominal stands there. */
export function readPhrase(
  sentence: Sentence,
  at: number,
  limit: number,
  grammar: Grammar,
  rules: PhraseRules,
): Phrase | undefined {
  const from = skipIntroduction(sentence, at, limit, grammar);
  if (from >= limit || is(sentence, from, Mark.Comma | Mark.Conjunction)) return undefined;
  if (
    is(sentence, from, Mark.Stop) &&
    !(
      isNegation(sentence, from) &&
      (rules.opensDeed(sentence, from) || rules.nominalInfinitive(sentence, from) !== undefined)
    ) &&
    !rules.namesDeed(sentence, from, from)
  )
    return undefined;
  if (
    is(sentence, from, Mark.Preposition) &&
    !rules.opensDeed(sentence, from) &&
    rules.nominalInfinitive(sentence, from) === undefined
  )
    return undefined;
  const deed = rules.opensDeed(sentence, from);
  let head = headOf(sentence, from, limit, grammar, rules);
  const last = Math.min(limit, from + MAX_PHRASE);
  let to = from;
  let inObject = deed;
  let complemented = false;
  // A fixed name may hold a conjunction: `breaking and entering`.
  if (head < last && endsFixedName(sentence, from, head, last, grammar)) to = head + 1;
  else if (head > from && rules.nominalInfinitive(sentence, from) === head) to = head + 1;
  if (to > from && deed && to < last && is(sentence, to, Mark.Conjunction)) inObject = true;
  // `conspiracy to defraud | the Revenue`: the name ends in a verb, which has an object.
  if (to > from && grammar.language === 'en' && sentence.words[head - 1] === 'to')
    inObject ||= is(sentence, to, Mark.Determiner | Mark.Capital);
  while (to < last) {
    const k = to;
    if (is(sentence, k, Mark.Quote)) {
      to++;
      continue;
    }
    if (is(sentence, k, Mark.Comma | Mark.Conjunction)) {
      const resumed = continuation(sentence, k, last, inObject, deed, grammar, rules);
      if (resumed === undefined) break;
      to = resumed;
      if (!inObject) head = headOf(sentence, resumed, limit, grammar, rules);
      continue;
    }
    // `assault occasioning actual bodily harm`
    if (k > head && /^(?:occasioning|causing|involving)$/.test(sentence.words[k] ?? '')) inObject = true;
    if (rules.isObjectPronoun(sentence, k, deed) && k > from) {
      to++;
      continue;
    }
    const told = deed || (inObject && rules.namesDeed(sentence, from, head));
    const isVictim = complemented && sentence.words[k] === 'who';
    if (k > from && ((told && inObject) || isVictim) && rules.opensRestriction(sentence, k, from)) {
      to = endOfRestriction(sentence, k, last);
      break;
    }
    const stops = is(sentence, k, Mark.Stop) && !isNameDot(sentence, k) && !isNounByPlace(sentence, k);
    if (k > from && stops && rules.keepsComplement(sentence, k, from, head, deed) !== true) break;
    if (is(sentence, k, Mark.Preposition) && k > from) {
      if (!keeps(sentence, k, from, head, deed, grammar, rules)) break;
      inObject = true;
      complemented = true;
      to = k + 1;
      while (to < last && is(sentence, to, Mark.Determiner | Mark.Numeral | Mark.Quote)) to++;
      continue;
    }
    if (
      k > from + (deed ? 1 : 0) &&
      is(sentence, k, Mark.TimeOrPlace) &&
      !is(sentence, k - 1, Mark.Determiner | Mark.Preposition)
    ) {
      // `seized power | two years earlier`
      if (is(sentence, k - 1, Mark.Numeral) && k - 1 > from) to--;
      break;
    }
    if (k > from && (rules.isVerbAfterNoun(sentence, k, from) || isNextSubject(sentence, k, from, deed))) break;
    if (k > from && complemented && rules.isSecondNoun(sentence, k)) break;
    if (k > from && !inObject && k > head && rules.endsAfterHead(sentence, head, k)) break;
    to++;
  }
  const natural = rules.isObjectPronoun(sentence, to - 1, deed) ? to : trimEnd(sentence, from, to);
  const trimmed = endOfQuotation(sentence, from, natural, last) ?? natural;
  if (trimmed <= from || isGeneric(sentence, from, trimmed)) return undefined;
  if (/^(?:questioning|interrogation|suspicions?|allegations?|accusations?)$/.test(sentence.words[head] ?? ''))
    return undefined;
  // `af te zien van vervolging wegens laster`: the step of the law, not the crime of persecution.
  if (sentence.words[head] === 'vervolging' && /^(?:wegens|voor|vanwege)$/.test(sentence.words[head + 1] ?? ''))
    return undefined;
  const namesDeed = rules.namesDeed(sentence, from, head);
  const known = knownFirmness(sentence, from, trimmed, head, deed, namesDeed, grammar);
  if (
    (!deed || trimmed === from + 1) &&
    grammar.neverOffences.has(sentence.words[Math.min(head, trimmed - 1)] ?? '') &&
    known === undefined
  )
    return undefined;
  return {
    from,
    to: trimmed,
    next: Math.max(to, trimmed),
    form: deed || namesDeed ? 'deed' : 'noun',
    ...(known === undefined ? {} : { firmness: known }),
    innocent: deed && known === undefined && isInnocent(sentence, from, grammar),
    duty:
      deed &&
      known !== 'firm' &&
      grammar.dutyVerbs.has(sentence.words[from] ?? '') &&
      !isIncriminating(sentence, from, trimmed),
    complemented,
  };
}

/** Whether a name of several words ends at `head`. */
function endsFixedName(sentence: Sentence, from: number, head: number, limit: number, grammar: Grammar): boolean {
  for (let k = from; k < head; k++) {
    const length = phraseLength(sentence.words, k, limit, grammar.language, grammar.offences);
    if (length > 1 && k + length - 1 === head) return true;
  }
  return false;
}

const ILLNESS =
  /^(?:flu|influenza|cancer|measles|malaria|cholera|ebola|covid|coronavirus|pneumonia|virus|disease|infection)$/;

function isInnocent(sentence: Sentence, from: number, grammar: Grammar): boolean {
  const verb = sentence.words[from] ?? '';
  if (verb === 'having')
    return (
      is(sentence, from + 1, Mark.Determiner | Mark.Numeral) ||
      !/(?:ed|en|nt|ld|id|ght|de|ne|wn|ot|ad)$/.test(sentence.words[from + 1] ?? '') ||
      sentence.words.slice(from + 1, from + 5).some((word) => ILLNESS.test(word))
    );
  return grammar.innocentVerbs.has(verb);
}

/** The head noun or verb: the last word of a lexicon name, else the last word before a preposition or an end. */
function headOf(sentence: Sentence, from: number, limit: number, grammar: Grammar, rules: PhraseRules): number {
  if (rules.opensDeed(sentence, from)) {
    const length = phraseLength(sentence.words, from, limit, grammar.language, grammar.offences);
    return from + Math.max(0, length - 1);
  }
  const infinitive = rules.nominalInfinitive(sentence, from);
  if (infinitive !== undefined && infinitive < limit) return infinitive;
  let head = from;
  for (let k = from; k < limit && k < from + 8; k++) {
    if (is(sentence, k, Mark.Quote)) continue;
    if (k > from && is(sentence, k, Mark.Stop | Mark.Comma | Mark.Conjunction | Mark.Preposition | Mark.Punctuation))
      break;
    const length = phraseLength(sentence.words, k, limit, grammar.language, grammar.offences);
    if (length > 0 && !continuesCompound(sentence, k + length - 1, limit, grammar)) return k + length - 1;
    head = k;
    const known = firmness(sentence.words[k] ?? '', grammar.language, grammar.offences);
    if (known !== undefined && !continuesCompound(sentence, k, limit, grammar)) return k;
    if (k > from && rules.isVerbAfterNoun(sentence, k, from)) return k - 1;
  }
  return head;
}

/** English: a known name may be the first part of another (`murder conspiracy`, `assault rifle`). */
function continuesCompound(sentence: Sentence, at: number, limit: number, grammar: Grammar): boolean {
  if (grammar.language === 'nl' || at + 1 >= limit) return false;
  const next = sentence.words[at + 1] ?? '';
  return (
    !is(sentence, at + 1, Mark.Stop | Mark.Comma | Mark.Conjunction | Mark.Preposition | Mark.Punctuation) &&
    (firmness(next, 'en', grammar.offences) !== undefined || (grammar.lightHeads.has(next) && !/^cases?$/.test(next)))
  );
}

/**
 * Where a phrase goes on after a comma or conjunction at `at`: inside a list of objects (`theft of cash, rings and
 * coins`), or undefined when what follows is another offence or something else.
 */
function continuation(
  sentence: Sentence,
  at: number,
  limit: number,
  inObject: boolean,
  deed: boolean,
  grammar: Grammar,
  rules: PhraseRules,
): number | undefined {
  const isComma = is(sentence, at, Mark.Comma);
  let next = at + 1;
  while (next < limit && is(sentence, next, Mark.Quote)) next++;
  if (next >= limit) return undefined;
  if (isComma && is(sentence, next, Mark.Conjunction)) return undefined;
  // A contrast ends what is named: `the rape of a minor but cut the sentence`.
  if (/^(?:but|maar)$/.test(sentence.words[at] ?? '')) return undefined;
  if (is(sentence, next, Mark.Stop | Mark.Comma | Mark.Preposition | Mark.Conjunction)) return undefined;
  if (!inObject) return isPreModifier(sentence, at, next, limit, grammar) ? next : undefined;
  // `possessing and supplying banned substances`: two verbs, one object, where the first alone is no offence.
  if (
    !isComma &&
    deed &&
    next === at + 1 &&
    rules.opensDeed(sentence, at - 1) &&
    rules.opensDeed(sentence, next) &&
    firmness(sentence.words[at - 1] ?? '', grammar.language, grammar.offences) === undefined &&
    !grammar.deedVerbs.has(sentence.words[at - 1] ?? '')
  )
    return next;
  if (grammar.language === 'en' && isAdjectiveSeries(sentence, at, limit)) return next;
  const head = skipIntroduction(sentence, next, limit, grammar);
  if (head >= limit || is(sentence, head, Mark.Stop) || sentence.words[head] === 'times') return undefined;
  if (rules.opensDeed(sentence, head)) return undefined;
  if (rules.isVerbAfterNoun(sentence, head, at) || rules.opensPredicate(sentence, head)) return undefined;
  if (/^(?:unlawful|criminal|wrongful|malicious|attempted|aggravated)$/.test(sentence.words[head] ?? ''))
    return undefined;
  // `sociale of etnische afkomst`: two adjectives before one noun.
  if (!isComma && grammar.language === 'nl' && next === head && isAdjectivePair(sentence, at, next)) return next;
  // `conspiracy to kill or kidnap`
  if (
    !isComma &&
    sentence.words[at - 2] === 'to' &&
    grammar.language === 'en' &&
    next === head &&
    sentence.words[next + 1] !== 'of'
  )
    return next;
  const sibling = readPhrase(sentence, next, limit, grammar, rules);
  if (sibling === undefined) return undefined;
  if (sibling.form === 'deed' || (isComma && sibling.firmness !== undefined)) return undefined;
  const apart = sibling.firmness === 'soft' && (!deed || sibling.complemented);
  if (sibling.firmness === 'firm' || apart) return undefined;
  if (!isComma) return next;
  // Only a comma inside a list is passed: short items with a conjunction before the last.
  for (let k = next; k < limit && k < next + 14; k++) {
    if (is(sentence, k, Mark.Conjunction))
      return is(sentence, k + 1, Mark.Stop) || !/^(?:and|or|en|of)$/.test(sentence.words[k] ?? '') ? undefined : next;
    if (is(sentence, k, Mark.Stop) || (is(sentence, k, Mark.Preposition) && !is(sentence, k, Mark.Keeps)))
      return undefined;
  }
  return undefined;
}

/** Drops what can't end an offence: marks, articles, prepositions, conjunctions. */
export function trimEnd(sentence: Sentence, from: number, to: number): number {
  let end = to;
  while (end > from) {
    const k = end - 1;
    const word = sentence.words[k] ?? '';
    const loose =
      is(sentence, k, Mark.Punctuation | Mark.Determiner | Mark.Conjunction) ||
      (is(sentence, k, Mark.Preposition) && k > from) ||
      word === 'allegedly' ||
      word === "'s";
    if (!loose) break;
    end--;
  }
  return end;
}
