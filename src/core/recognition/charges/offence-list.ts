import { satisfies } from './demand';
import { readInfinitives } from './deed-clause';
import { Mark } from './grammar';
import type { Demand, Grammar, Link } from './grammar';
import type { LinkSite } from './link-site';
import { readPhrase } from './offence-phrase';
import type { Phrase } from './offence-phrase';
import type { PhraseRules } from './phrase-rules';
import { is } from './sentence';
import type { Sentence } from './sentence';

/** Words of a person's name and function between two offences of a list. */
const LONGEST_GAP = 7;

/** Reads an offence and those coordinated with it. */
export function readList(site: LinkSite, start: number, limit: number, demand: Demand): Phrase[] {
  const { sentence, link, grammar, rules } = site;
  // `in connection with the collapse`: no offence that one is guilty in.
  if (
    link.words.length === 1 &&
    link.words[0] === 'in' &&
    (/^(?:connection|relation)$/.test(sentence.words[start] ?? '') || namesCase(sentence, start))
  )
    return [];
  if (grammar.language === 'nl' && start < limit && link.bare === '') {
    const infinitives = readInfinitives(sentence, start - 1, grammar, limit);
    if (infinitives.length > 0) return infinitives.filter((phrase) => satisfies(phrase, demand));
  }
  const phrases: Phrase[] = [];
  let phrase = readPhrase(sentence, start, limit, grammar, rules);
  if (phrase === undefined || !satisfies(phrase, demand) || isNamed(sentence, phrase)) return phrases;
  while (phrase !== undefined) {
    phrases.push(phrase);
    phrase = nextInList(site, phrase, limit, demand);
  }
  return phrases;
}

/** `charged in a new case with`, `convicted in a retrial`: the step of the law. */
function namesCase(sentence: Sentence, start: number): boolean {
  for (let k = start; k < start + 4; k++) {
    if (/^(?:cases?|courts?|trial|retrial|inquiry|investigation|raids?|absence)$/.test(sentence.words[k] ?? ''))
      return sentence.words[k + 1] !== 'of';
    if (is(sentence, k, Mark.Stop | Mark.Preposition | Mark.Punctuation)) return false;
  }
  return false;
}

/** `the conviction of Everett Nye`: words with capitals alone, which the lexicon doesn't know. */
function isNamed(sentence: Sentence, phrase: Phrase): boolean {
  if (phrase.from === 0 || phrase.firmness !== undefined || phrase.form === 'deed') return false;
  for (let k = phrase.from; k < phrase.to; k++) if (!is(sentence, k, Mark.Capital)) return false;
  const written = sentence.text.slice(sentence.starts[phrase.from], sentence.ends[phrase.to - 1]);
  return written !== written.toUpperCase() && !is(sentence, phrase.from - 1, Mark.Quote);
}

function nextInList(site: LinkSite, previous: Phrase, limit: number, demand: Demand): Phrase | undefined {
  const { sentence, link, grammar, rules } = site;
  let at = previous.to;
  let passed = 0;
  while (at < limit && is(sentence, at, Mark.Quote)) at++;
  // Adjuncts of place and time between two offences are passed over.
  while (at < limit && !is(sentence, at, Mark.Comma | Mark.Conjunction)) {
    // `101 for sedition; 9 for theft`
    if (sentence.words[at] === ';' && is(sentence, at + 1, Mark.Numeral) && matchesLink(sentence, at + 2, link)) {
      const further = readPhrase(sentence, at + 2 + link.words.length, limit, grammar, rules);
      return further !== undefined && satisfies(further, demand) ? further : undefined;
    }
    if (is(sentence, at, Mark.Stop) && !is(sentence, at, Mark.Passable)) return undefined;
    at++;
    if (++passed > 8) return undefined;
  }
  let conjoined = false;
  const separator = at;
  while (at < limit && is(sentence, at, Mark.Comma | Mark.Conjunction | Mark.Quote)) {
    conjoined ||= is(sentence, at, Mark.Conjunction);
    at++;
    // `fraud and, in a separate case, perjury`
    if (conjoined && is(sentence, at, Mark.Comma)) at = afterAside(sentence, at, limit);
  }
  if (at >= limit || at === separator) return undefined;
  if (opensCharge(sentence, at, grammar)) return undefined;
  // `convicted of counterfeiting and transported to Tasmania`
  if (conjoined && rules.opensPredicate(sentence, at)) return undefined;
  const contrasted =
    /^(?:but|maar)$/.test(sentence.words[at - 1] ?? '') && !/^(?:also|ook|not|niet)$/.test(sentence.words[at] ?? '');
  let linked = false;
  // `and in Chile for murder`: a place before the repeated link.
  if (/^(?:in|at|te)$/.test(sentence.words[at] ?? '') && link.words.length > 0)
    for (let k = at + 1; k < at + 4; k++) if (matchesLink(sentence, k, link)) at = k;
  while (
    /^(?:waaronder|including|zoals|onder|meer|also|possibly|niet|not|later|then|dan|daarna|vervolgens)$/.test(
      sentence.words[at] ?? '',
    )
  )
    at++;
  // `eleven counts of fraud and one of theft`
  if (is(sentence, at, Mark.Numeral) && sentence.words[at + 1] === 'of') at += 2;
  const repeated = repeatedLink(sentence, at, limit, link);
  const gapped = repeated !== undefined && repeated > at;
  if (repeated !== undefined) {
    at = repeated + link.words.length;
    linked = true;
  }
  const phrase = readPhrase(sentence, at, limit, grammar, rules);
  if (phrase === undefined || (contrasted && !linked)) return undefined;
  const end = phrase.to;
  const closes =
    end >= limit ||
    (is(sentence, end, Mark.Punctuation | Mark.Conjunction | Mark.Preposition) && !is(sentence, end, Mark.Passable));
  if (linked) return satisfies(phrase, gapped && link.words[0] !== 'with' ? 'offence' : demand) ? phrase : undefined;
  if (passed > 0) {
    const goesOn = phrase.form === 'deed' && previous.form === 'deed' && conjoined && !phrase.innocent;
    return (phrase.firmness === 'firm' && closes) || goesOn ? phrase : undefined;
  }
  if (phrase.firmness !== undefined && (phrase.firmness === 'firm' || closes)) return phrase;
  if (
    phrase.form === 'deed' &&
    (!phrase.innocent || /^(?:any|named|deed)$/.test(demand)) &&
    (previous.form === 'deed' || conjoined)
  )
    return phrase;
  if (phrase.form === 'deed' && grammar.language === 'nl' && goesOnAsList(sentence, phrase.to, limit, grammar, rules))
    return phrase;
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

/** Behind the second comma of what is put between two; the first comma where there is no second near it. */
function afterAside(sentence: Sentence, at: number, limit: number): number {
  for (let k = at + 1; k < limit && k <= at + 6; k++) {
    if (is(sentence, k, Mark.Comma)) return k;
    if (is(sentence, k, Mark.Stop) || is(sentence, k, Mark.Conjunction)) break;
  }
  return at;
}

/** `not guilty of rape but guilty of assault`: another trigger with its own link, and no further offence of this one. */
function opensCharge(sentence: Sentence, at: number, grammar: Grammar): boolean {
  const word = sentence.words[at] ?? '';
  if (/^(?:counts?|charges?)$/.test(word)) return false;
  return (grammar.triggers.get(word) ?? []).some(
    (trigger) =>
      trigger.kind !== 'nominal' &&
      trigger.links.some((link) => link.words.length > 0 && matchesLink(sentence, at + 1, link)),
  );
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
    named ||= is(sentence, k, Mark.Capital | Mark.Numeral);
  }
  return undefined;
}

/** Whether the words of the link stand at `at`. */
export function matchesLink(sentence: Sentence, at: number, link: Link): boolean {
  if (link.words[0] === 'colon') return sentence.words[at] === ':';
  if (link.words[0] === 'comma') return is(sentence, at, Mark.Comma);
  if (!link.words.every((word, i) => sentence.words[at + i] === word)) return false;
  // `verdenkt Van Waesberghe`: a capital on a link makes it part of a name, unless all is in capitals.
  const start = sentence.starts[at] ?? 0;
  return (
    at === 0 ||
    !is(sentence, at, Mark.Capital) ||
    // `GENT – Voor stalking`: a dateline.
    /^[–—-]$/.test(sentence.words[at - 1] ?? '') ||
    sentence.text.slice(start, sentence.ends[at]) === (sentence.words[at] ?? '').toUpperCase()
  );
}
