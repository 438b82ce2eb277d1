import { readDeedClauses, readInfinitives } from './deed-clause';
import { firmness } from './offence-names';
import { Mark } from './grammar';
import type { Demand, Grammar, Link, Trigger } from './grammar';
import { readPhrase } from './offence-phrase';
import { satisfies } from './demand';
import { hasBeside, isDisclaimed, isNobody } from './trigger-guards';
import { crossesClause, endsReach, isBridge } from './clause-span';
import type { Phrase } from './offence-phrase';
import type { PhraseRules } from './phrase-rules';
import { is } from './sentence';
import type { Sentence } from './sentence';

/** Offences that one trigger lays. */
export interface Reading {
  readonly trigger: Trigger;
  /** The trigger's token. */
  readonly at: number;
  readonly phrases: readonly Phrase[];
  /** Tokens between trigger and first offence: the nearer reading wins. */
  readonly distance: number;
}

/** How far a link may stand from its trigger, in tokens. */
const REACH = 28;
/** Words between an offence that comes first and its trigger. */
const REACH_BACK = 24;
/** Words of a person's name and function between two offences of a list. */
const LONGEST_GAP = 7;
/** Links that introduce a cause wherever they stand; others are common words that need more evidence at a distance. */
const CLEAR_LINKS = new Set(['wegens', 'vanwege']);

/** All readings of all triggers in a sentence. */
export function readCharges(sentence: Sentence, grammar: Grammar, rules: PhraseRules): Reading[] {
  const readings: Reading[] = [];
  for (let at = 0; at < sentence.count; at++) {
    for (const trigger of grammar.triggers.get(sentence.words[at] ?? '') ?? []) {
      if (trigger.beside !== undefined && !hasBeside(sentence, trigger, at)) continue;
      if (
        trigger.notAfter?.has(sentence.words[at - 1] ?? '') === true ||
        trigger.onlyAfter?.has(sentence.words[at - 1] ?? '') === false ||
        isNobody(sentence, at, grammar) ||
        isDisclaimed(sentence, at)
      )
        continue;
      const ofTrigger: Reading[] = [];
      for (const link of trigger.links) {
        // A reason is told in a clause only where no noun names it.
        if (ofTrigger.length > 0 && grammar.clauseOpeners.has(link.words[0] ?? '')) continue;
        const found = readLink(sentence, at, trigger, link, grammar, rules);
        if (found !== undefined) ofTrigger.push({ trigger, at, ...withoutAccused(sentence, trigger, found) });
      }
      readings.push(...ofTrigger);
    }
  }
  return readings;
}

interface Found {
  readonly phrases: readonly Phrase[];
  readonly distance: number;
}

function readLink(
  sentence: Sentence,
  at: number,
  trigger: Trigger,
  link: Link,
  grammar: Grammar,
  rules: PhraseRules,
): Found | undefined {
  switch (link.bare) {
    case '<':
      return readCompound(sentence, at, grammar, rules);
    case '>': {
      const phrases = readList(sentence, at + 1, sentence.count, link, link.demand, grammar, rules);
      // A trigger without a stage of its own only fills in where no other speaks.
      return phrases.length > 0 ? { phrases, distance: trigger.stage === undefined ? REACH * 2 : 0 } : undefined;
    }
    case '=':
      return readSubject(sentence, at, link, grammar, rules);
    case '':
      return (
        (trigger.kind === 'penalty' && link.words[0] === 'op'
          ? undefined
          : readForward(sentence, at, trigger, link, grammar, rules)) ??
        (trigger.before ? readBackward(sentence, at, trigger, link, grammar, rules) : undefined)
      );
  }
}

function readForward(
  sentence: Sentence,
  at: number,
  trigger: Trigger,
  link: Link,
  grammar: Grammar,
  rules: PhraseRules,
): Found | undefined {
  const first = link.words[0] ?? '';
  if (first === 'ervan') {
    if (!hasErvan(sentence, at)) return undefined;
    const phrases = readInfinitives(sentence, at, grammar).filter((phrase) => satisfies(phrase, link.demand));
    return phrases.length > 0 ? { phrases, distance: 0 } : undefined;
  }
  for (let j = at + 1; j < sentence.count && j <= at + REACH; j++) {
    if (matchesLink(sentence, j, link)) {
      const near = j === at + 1 || isBridge(sentence, at + 1, j);
      const start = j + link.words.length;
      if (grammar.clauseOpeners.has(first)) {
        const phrases = readDeedClauses(sentence, start, grammar, rules);
        if (phrases.length > 0 && (near || first !== 'dat')) return { phrases, distance: j - at };
      } else {
        const demand = near || CLEAR_LINKS.has(first) ? link.demand : (trigger.far ?? stricter(link.demand, first));
        const phrases = readList(sentence, start, sentence.count, link, demand, grammar, rules);
        if (phrases.length > 0) return { phrases, distance: (phrases[0]?.from ?? j) - at };
      }
    }
    if (endsReach(sentence, j, CLEAR_LINKS.has(first))) break;
    if (trigger.stage === 'acquitted' && turnsAgainst(sentence, j)) break;
  }
  return undefined;
}

/** `cleared of theft, but for fraud he got a year`: what comes after the turn has another verdict. */
function turnsAgainst(sentence: Sentence, at: number): boolean {
  const word = sentence.words[at] ?? '';
  return (word === 'but' || word === 'maar') && !/^(?:also|ook|not|niet)$/.test(sentence.words[at + 1] ?? '');
}

function readBackward(
  sentence: Sentence,
  at: number,
  trigger: Trigger,
  link: Link,
  grammar: Grammar,
  rules: PhraseRules,
): Found | undefined {
  const first = link.words[0] ?? '';
  if (grammar.clauseOpeners.has(first) || first === 'ervan') return undefined;
  const candidates: Found[] = [];
  for (let j = Math.max(0, at - REACH_BACK); j < at; j++) {
    if (!matchesLink(sentence, j, link)) continue;
    const phrases = readList(sentence, j + link.words.length, at, link, link.demand, grammar, rules);
    const last = phrases.at(-1);
    if (last === undefined) continue;
    const adjoining = isBridge(sentence, last.to, at);
    if (!adjoining && crossesClause(sentence, last.to, at)) continue;
    const demand = adjoining || CLEAR_LINKS.has(first) ? link.demand : (trigger.far ?? 'offence');
    if (!phrases.every((phrase) => satisfies(phrase, demand))) continue;
    candidates.push({ phrases, distance: at - last.to + 2 });
  }
  // The nearest firm one, or the longer phrase that it is a part of.
  const nearest = candidates.filter(({ phrases }) => phrases.some((phrase) => phrase.firmness === 'firm')).at(-1);
  if (nearest === undefined) return candidates[0];
  const inner = nearest.phrases[0]?.from ?? 0;
  return (
    candidates.find(({ phrases }) => phrases.some((phrase) => phrase.from <= inner && inner < phrase.to)) ?? nearest
  );
}

/** `corruption charges`, `murder, rape and robbery charges`. */
function readCompound(sentence: Sentence, at: number, grammar: Grammar, rules: PhraseRules): Found | undefined {
  const phrases: Phrase[] = [];
  let end = at;
  for (;;) {
    let from = end;
    while (
      from > 0 &&
      !is(
        sentence,
        from - 1,
        Mark.Stop |
          Mark.Determiner |
          Mark.Preposition |
          Mark.Conjunction |
          Mark.Punctuation |
          Mark.Hedge |
          Mark.Numeral,
      ) &&
      sentence.words[from - 1] !== "'s" &&
      !(is(sentence, from - 1, Mark.Capital) && from - 1 > 0) &&
      end - from < 4
    )
      from--;
    let phrase: Phrase | undefined;
    for (let start = from; start < end && phrase === undefined; start++) {
      const read = readPhrase(sentence, start, end, grammar, rules);
      if (read?.from === start && read.to === end && isCompoundHead(sentence, start, end, grammar))
        phrase = { ...read, form: 'noun' };
    }
    if (phrase === undefined) break;
    phrases.unshift(phrase);
    let previous = phrase.from - 1;
    if (is(sentence, previous, Mark.Conjunction)) previous--;
    else if (!is(sentence, previous, Mark.Comma)) break;
    if (is(sentence, previous, Mark.Comma)) previous--;
    end = previous + 1;
  }
  return phrases.length > 0 ? { phrases, distance: 0 } : undefined;
}

function isCompoundHead(sentence: Sentence, from: number, end: number, grammar: Grammar): boolean {
  if (firmness(sentence.words[end - 1] ?? '', 'en', grammar.offences) !== undefined) {
    // The first word of the compound must not be a participle or adverb that belongs to the noun after it.
    return (
      !/(?:ly|ed)$/.test(sentence.words[from] ?? '') ||
      end - from === 1 ||
      /^(?:attempted|aggravated|armed|organi[sz]ed)$/.test(sentence.words[from] ?? '')
    );
  }
  return false;
}

/** The first offence between the start of the clause and the trigger. */
function readSubject(
  sentence: Sentence,
  at: number,
  link: Link,
  grammar: Grammar,
  rules: PhraseRules,
): Found | undefined {
  for (let from = clauseStart(sentence, at); from < at; from++) {
    if (
      is(sentence, from, Mark.Stop | Mark.Preposition | Mark.Determiner | Mark.Punctuation | Mark.TimeOrPlace) ||
      (from > 0 && is(sentence, from, Mark.Capital))
    )
      continue;
    if (from > 0 && is(sentence, from - 1, Mark.Preposition)) continue;
    const phrases = readList(sentence, from, at, link, link.demand, grammar, rules);
    const last = phrases.at(-1);
    if (
      phrases.some((phrase) =>
        sentence.words
          .slice(phrase.from, phrase.to)
          .some((word) => /^(?:acht(?:te|ten)?|legt|legde|legden)$/.test(word)),
      )
    )
      continue;
    const certain =
      phrases[0]?.firmness === 'firm' || (last !== undefined && from === 0 && isBridge(sentence, last.to, at));
    if (last !== undefined && certain && !crossesClause(sentence, last.to, at))
      return { phrases, distance: at - last.to };
  }
  return undefined;
}

function clauseStart(sentence: Sentence, at: number): number {
  for (let k = at - 1; k >= 0; k--) if (/^[;:]$/.test(sentence.words[k] ?? '')) return k + 1;
  return 0;
}

/** Reads an offence and those coordinated with it. */
function readList(
  sentence: Sentence,
  start: number,
  limit: number,
  link: Link,
  demand: Demand,
  grammar: Grammar,
  rules: PhraseRules,
): Phrase[] {
  if (grammar.language === 'nl' && start < limit && link.bare === '') {
    const infinitives = readInfinitives(sentence, start - 1, grammar, limit);
    if (infinitives.length > 0) return infinitives.filter((phrase) => satisfies(phrase, demand));
  }
  const phrases: Phrase[] = [];
  let phrase = readPhrase(sentence, start, limit, grammar, rules);
  if (phrase === undefined || !satisfies(phrase, demand)) return phrases;
  while (phrase !== undefined) {
    phrases.push(phrase);
    phrase = nextInList(sentence, phrase, limit, link, demand, grammar, rules);
  }
  return phrases;
}

function nextInList(
  sentence: Sentence,
  previous: Phrase,
  limit: number,
  link: Link,
  demand: Demand,
  grammar: Grammar,
  rules: PhraseRules,
): Phrase | undefined {
  let at = previous.to;
  let passed = 0;
  while (at < limit && is(sentence, at, Mark.Quote)) at++;
  // Adjuncts of place and time between two offences are passed over.
  while (at < limit && !is(sentence, at, Mark.Comma | Mark.Conjunction)) {
    if (is(sentence, at, Mark.Stop) && !is(sentence, at, Mark.Passable)) return undefined;
    at++;
    if (++passed > 8) return undefined;
  }
  let conjoined = false;
  const separator = at;
  while (at < limit && is(sentence, at, Mark.Comma | Mark.Conjunction | Mark.Quote)) {
    conjoined ||= is(sentence, at, Mark.Conjunction);
    at++;
  }
  if (at >= limit || at === separator) return undefined;
  let linked = false;
  // `and in Chile for murder`: a place before the repeated link.
  if (/^(?:in|at|te)$/.test(sentence.words[at] ?? '') && link.words.length > 0)
    for (let k = at + 1; k < at + 4; k++) if (matchesLink(sentence, k, link)) at = k;
  while (/^(?:waaronder|including|zoals|onder|meer|also|possibly|niet|not|later)$/.test(sentence.words[at] ?? '')) at++;
  const repeated = repeatedLink(sentence, at, limit, link);
  const gapped = repeated !== undefined && repeated > at;
  if (repeated !== undefined) {
    at = repeated + link.words.length;
    linked = true;
  }
  const phrase = readPhrase(sentence, at, limit, grammar, rules);
  if (phrase === undefined) return undefined;
  const end = phrase.to;
  const closes =
    end >= limit ||
    (is(sentence, end, Mark.Punctuation | Mark.Conjunction | Mark.Preposition) && !is(sentence, end, Mark.Passable));
  if (linked) return satisfies(phrase, gapped && link.words[0] !== 'with' ? 'firm' : demand) ? phrase : undefined;
  if (passed > 0) return phrase.firmness === 'firm' && closes ? phrase : undefined;
  if (phrase.firmness !== undefined && (phrase.firmness === 'firm' || closes)) return phrase;
  if (phrase.form === 'deed' && !phrase.innocent && (previous.form === 'deed' || conjoined)) return phrase;
  if (
    closes &&
    phrase.form === 'noun' &&
    !is(sentence, phrase.from, Mark.Capital) &&
    demand !== 'firm' &&
    demand !== 'offence'
  ) {
    if (conjoined && phrase.complemented) return phrase;
    if (goesOnAsList(sentence, phrase.to, limit, grammar, rules)) return phrase;
  }
  if (conjoined && demand === 'any' && closes && phrase.form === 'noun' && !is(sentence, phrase.from, Mark.Capital))
    return phrase;
  return undefined;
}

/** After an unknown item the list goes on with an offence or deed, so the item is one as well. */
function goesOnAsList(sentence: Sentence, at: number, limit: number, grammar: Grammar, rules: PhraseRules): boolean {
  let k = at;
  while (k < limit && is(sentence, k, Mark.Comma | Mark.Conjunction | Mark.Quote)) k++;
  if (k === at) return false;
  const next = readPhrase(sentence, k, limit, grammar, rules);
  return next !== undefined && (next.firmness !== undefined || next.form === 'deed');
}

/** Where the link stands again: at once, or behind another person (`charged Fox with theft, and his driver Eke with fraud`). */
function repeatedLink(sentence: Sentence, at: number, limit: number, link: Link): number | undefined {
  if (link.words.length === 0) return undefined;
  let named = false;
  for (let k = at; k < limit && k <= at + LONGEST_GAP; k++) {
    if (matchesLink(sentence, k, link)) return k === at || named ? k : undefined;
    if (is(sentence, k, Mark.Stop | Mark.Comma | Mark.Conjunction | Mark.Preposition)) return undefined;
    named ||= is(sentence, k, Mark.Capital);
  }
  return undefined;
}

function matchesLink(sentence: Sentence, at: number, link: Link): boolean {
  if (link.words[0] === 'colon') return sentence.words[at] === ':';
  if (!link.words.every((word, i) => sentence.words[at + i] === word)) return false;
  // `verdenkt Van Waesberghe`: a capital on a link makes it part of a name, unless all is in capitals.
  const start = sentence.starts[at] ?? 0;
  return (
    at === 0 ||
    !is(sentence, at, Mark.Capital) ||
    sentence.text.slice(start, sentence.ends[at]) === (sentence.words[at] ?? '').toUpperCase()
  );
}

/** `wordt ervan verdacht`, `wordt er al jaren van verdacht`, `verdenkt hem ervan`. */
function hasErvan(sentence: Sentence, at: number): boolean {
  if (sentence.words[at - 1] === 'van') return sentence.words.slice(Math.max(0, at - 8), at).includes('er');
  return sentence.words
    .slice(Math.max(0, at - 14), at + 8)
    .some((word) => word === 'ervan' || word === 'hiervan' || word === 'daarvan');
}

/** Away from its trigger a common preposition must bring an offence or a deed. */
function stricter(demand: Demand, link: string): Demand {
  return demand === 'any' ? (link === 'van' || link === 'voor' ? 'offence' : 'deed') : demand;
}

/** `a charge of cruelty against Mr Fox`: behind a noun that lays it, `against` and a name say whom it is laid to. */
function withoutAccused(sentence: Sentence, trigger: Trigger, found: Found): Found {
  if (trigger.kind !== 'nominal') return found;
  const phrases = found.phrases.map((phrase) => {
    for (let k = phrase.from + 1; k < phrase.to; k++) {
      const isAgainst = sentence.words[k] === 'against' || sentence.words[k] === 'tegen';
      if (
        isAgainst &&
        (is(sentence, k + 1, Mark.Capital) || /^(?:him|her|them|hem|haar|hen)$/.test(sentence.words[k + 1] ?? ''))
      )
        return { ...phrase, to: k };
    }
    return phrase;
  });
  return { ...found, phrases };
}
