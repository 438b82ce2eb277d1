import { opensPredicate, readDeedClauses, readInfinitives, readPredicates } from './deed-clause';
import { Mark } from './grammar';
import type { Demand, Grammar, Link, Trigger } from './grammar';
import { readCompound, readItem, readObject, readSubject } from './bare-offence';
import { matchesLink, readList } from './offence-list';
import { firmness } from './offence-names';
import type { Found, LinkSite } from './link-site';
import { satisfies } from './demand';
import { hasBeside, isDisclaimed, isExcepted, isFee, isFigurative, isNobody } from './trigger-guards';
import { crossesClause, endsReach, isAdjunct, isBridge } from './clause-span';
import { isIncriminating } from './modifiers';
import type { Phrase } from './offence-phrase';
import { readPenaltyClause } from './penalty-clause';
import type { PhraseRules } from './phrase-rules';
import { is } from './sentence';
import { readRelative, readRelativeBefore, readToldByAuxiliary, relativeEnd } from './told-deed';
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
        isDisclaimed(sentence, at) ||
        isFee(sentence, at) ||
        isFigurative(sentence, at)
      )
        continue;
      const ofTrigger: Reading[] = [];
      for (const link of trigger.links) {
        // A reason is told in a clause only where no noun names it.
        const named = ofTrigger.length > 0;
        if (
          named &&
          (isOccasion(link) ||
            link.bare === '%' ||
            (opensClause(link, grammar) && !isReasonBehind(sentence, ofTrigger, link)))
        )
          continue;
        const found = readLink({ sentence, at, trigger, link, grammar, rules });
        if (found === undefined) continue;
        const laid = withoutExcepted(sentence, trigger, withoutAccused(sentence, trigger, found));
        if (laid.phrases.length > 0) ofTrigger.push({ trigger, at, ...laid });
      }
      readings.push(...ofTrigger);
    }
  }
  return readings;
}

/** The link ends in a word that opens a clause: `because`, `says that`. */
function opensClause(link: Link, grammar: Grammar): boolean {
  return grammar.clauseOpeners.has(link.words.at(-1) ?? '');
}

/** `for membership of a banned group because he had prayed`: the deed is told right behind the name of the offence. */
function isReasonBehind(sentence: Sentence, readings: readonly Reading[], link: Link): boolean {
  const end = readings.at(-1)?.phrases.at(-1)?.to ?? 0;
  return /^(?:because|omdat)$/.test(link.words[0] ?? '') && sentence.words[end] === link.words[0];
}

/** `charged with murder over the stabbing of`: what it is about, where another link names the offence. */
function isOccasion(link: Link): boolean {
  const first = link.words[0] ?? '';
  return first === 'over' || (first === 'in' && link.words.length > 2);
}

function readLink(site: LinkSite): Found | undefined {
  const { sentence, at, trigger, link } = site;
  switch (link.bare) {
    case '<':
      return readCompound(site);
    case '>': {
      const phrases = readList(site, at + 1, sentence.count, link.demand);
      // A trigger without a stage of its own only fills in where no other speaks.
      return phrases.length > 0 ? { phrases, distance: trigger.stage === undefined ? REACH * 2 : 0 } : undefined;
    }
    case '=':
      return readSubject(site);
    case '?':
      return readPenaltyClause(site);
    case '!': {
      if (!opensPredicate(sentence, at + 1, site.grammar)) return undefined;
      const told = readPredicates(sentence, at + 1, site.grammar, site.rules);
      const phrases = told.filter((phrase) => tellsOffence(sentence, phrase, site.grammar));
      return phrases.length > 0 ? { phrases, distance: 0 } : undefined;
    }
    case ',':
      return readItem(site);
    case '~': {
      // `prosecutors said | he had taken bribes`
      const start = /^(?:sa(?:y|ys|id)|allege[sd]?)$/.test(sentence.words[at + 1] ?? '') ? at + 2 : at + 1;
      if (start === at + 2 && /^(?:they|that)$/.test(sentence.words[start] ?? '')) return undefined;
      if (start === at + 1 && /^(?:prosecut|indictment)/.test(sentence.words[at] ?? '')) return undefined;
      const told = readDeedClauses(sentence, start, site.grammar, site.rules).filter(
        (phrase) => !isStep(sentence, phrase),
      );
      const phrases = told.filter((phrase) => tellsOffence(sentence, phrase, site.grammar));
      return phrases.length > 0 ? { phrases, distance: 0 } : undefined;
    }
    case '@':
      return readToldByAuxiliary(site);
    case '%':
      return readRelativeBefore(site);
    case '+':
      return readObject(site);
    case '':
      return (
        (trigger.kind === 'penalty' && link.words[0] === 'op' ? undefined : readForward(site)) ??
        (trigger.before ? readBackward(site) : readOpening(site))
      );
  }
}

function readForward(site: LinkSite): Found | undefined {
  const { sentence, at, trigger, link, grammar, rules } = site;
  const first = link.words[0] ?? '';
  if (first === 'ervan') {
    if (!hasErvan(sentence, at)) return undefined;
    const adverb = sentence.words
      .slice(0, at + 8)
      .findIndex((word, k) => k > at && /^(?:ervan|hiervan|daarvan)$/.test(word));
    // Behind an active verb it is mostly a reproach (`beschuldigde hem ervan ...`).
    const demand = adverb > at ? 'offence' : link.demand;
    const phrases = readInfinitives(sentence, Math.max(at, adverb), grammar).filter((phrase) =>
      satisfies(phrase, demand),
    );
    return phrases.length > 0 ? { phrases, distance: 0 } : undefined;
  }
  for (let j = at + 1; j < sentence.count && j <= at + REACH; j++) {
    if (matchesLink(sentence, j, link)) {
      const near = j === at + 1 || isBridge(sentence, at + 1, j) || isAdjunct(sentence, at + 1, j);
      const start = j + link.words.length;
      // `aangehouden na een inbraak`, not what happened long before.
      if (first === 'na' && !near) continue;
      if (first === 'die' && hasComma(sentence, at, j)) break;
      if (first === 'die') {
        // `arresteerden een man die een kerk in brand zou hebben gestoken`
        const phrase = readRelative(sentence, j, relativeEnd(sentence, start + 1, sentence.count) ?? start, grammar);
        if (phrase !== undefined) return { phrases: [phrase], distance: j - at + 4 };
      } else if (link.words.at(-1) === 'have') {
        // `alleged to have stolen`
        const phrases = readPredicates(sentence, start, grammar, rules).filter((phrase) =>
          tellsOffence(sentence, phrase, grammar),
        );
        if (phrases.length > 0) return { phrases, distance: j - at };
      } else if (opensClause(link, grammar)) {
        const told = isReported(sentence, j) ? [] : readDeedClauses(sentence, start, grammar, rules);
        const isFined = trigger.kind === 'passive' && trigger.stage === 'convicted' && j - at <= 16;
        const far = first === 'omdat' && !near && j - at > 3 && !(isFined && is(sentence, start, Mark.Pronoun));
        const phrases = told.filter(
          (phrase) =>
            ((link.demand !== 'offence' && !far) || tellsOffence(sentence, phrase, grammar)) &&
            !isGuiltyOf(sentence, phrase),
        );
        if (phrases.length > 0 && (near || first !== 'dat' || isBehindPerson(sentence, at, j)))
          return { phrases, distance: j - at };
      } else {
        const demand =
          isQuotedCharge(sentence, start, trigger) && (near || CLEAR_LINKS.has(first))
            ? 'any'
            : near || CLEAR_LINKS.has(first)
              ? near || trigger.kind !== 'penalty' || link.demand !== 'any'
                ? link.demand
                : 'deed'
              : (trigger.far ?? stricter(link.demand, first));
        const phrases = readList(site, start, sentence.count, demand);
        if (phrases.length > 0) return { phrases, distance: (phrases[0]?.from ?? j) - at };
      }
    }
    const isGround = first === 'omdat' && trigger.kind !== 'nominal';
    if (endsReach(sentence, j, CLEAR_LINKS.has(first) || isGround)) break;
    if (trigger.stage === 'acquitted' && turnsAgainst(sentence, j)) break;
  }
  return undefined;
}

/** `verwijt de directeur dat`: only whom it is laid to stands between. */
function isBehindPerson(sentence: Sentence, at: number, link: number): boolean {
  for (let k = at + 1; k < link; k++)
    if (is(sentence, k, Mark.Comma) || (is(sentence, k, Mark.Stop) && !is(sentence, k, Mark.Passable))) return false;
  return link - at <= 8;
}

/** `prosecutors said he had been indicted`: a step of the law, and no deed. */
function isStep(sentence: Sentence, phrase: Phrase): boolean {
  return sentence.words
    .slice(phrase.from, phrase.from + 5)
    .some((word) =>
      /^(?:charge[ds]?|indict(?:ed)?|arrest(?:ed)?|prosecuted?|detained|sentenced|convicted|acquitted|investigat(?:e|ed|ing)|would|will|could|may|might|should|denied|fled|died|pleaded|that)$/.test(
        word,
      ),
    );
}

/** English: `For refusing to salute, the boy was expelled`: the deed opens the sentence. */
function readOpening(site: LinkSite): Found | undefined {
  const { sentence, at, link, grammar } = site;
  if (grammar.language !== 'en' || link.words[0] !== 'for' || sentence.words[0] !== 'for') return undefined;
  const phrases = readList(site, 1, at, link.demand);
  const last = phrases.at(-1);
  const told = phrases.every((phrase) => phrase.form === 'deed' || phrase.firmness === 'firm');
  if (last === undefined || !told || !is(sentence, last.to, Mark.Comma)) return undefined;
  return { phrases, distance: at - last.to };
}

/** A relative clause behind a comma is about somebody else than the person just named. */
function hasComma(sentence: Sentence, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (is(sentence, k, Mark.Comma)) return true;
  return false;
}

/** `sentenced for “incorrect thoughts”`: the words of a court or police, which need be no known offence. */
function isQuotedCharge(sentence: Sentence, start: number, trigger: Trigger): boolean {
  return (
    trigger.stage !== undefined &&
    trigger.stage !== 'accused' &&
    trigger.kind !== 'nominal' &&
    is(sentence, start, Mark.Quote) &&
    sentence.ends[start] === sentence.starts[start + 1]
  );
}

/** `dropped the charge, ruling that he had acted in self-defence`: what is said, not what is laid. */
function isReported(sentence: Sentence, at: number): boolean {
  return (
    /^(?:ruling|saying|arguing|claiming|finding|adding|noting|insisting|said|ruled|found|argued|noted)$/.test(
      sentence.words[at - 1] ?? '',
    ) && sentence.words[at] === 'that'
  );
}

/** A clause in which a word tells an offence. */
function tellsOffence(sentence: Sentence, phrase: Phrase, grammar: Grammar): boolean {
  return (
    sentence.words
      .slice(phrase.from, phrase.to)
      .some(
        (word) =>
          grammar.deedVerbs.has(word) ||
          grammar.softDeedVerbs.has(word) ||
          firmness(word, grammar.language, grammar.offences) !== undefined,
      ) ||
    isTaken(sentence, phrase) ||
    (grammar.language === 'en' && isIncriminating(sentence, phrase.from, phrase.to))
  );
}

/** `ontkent dat hij zich schuldig heeft gemaakt aan`: another trigger names the offence. */
function isGuiltyOf(sentence: Sentence, phrase: Phrase): boolean {
  return sentence.words.slice(phrase.from, phrase.to).some((word) => word === 'schuldig' || word === 'verdacht');
}

/** Dutch: `om het leven gebracht`. */
function isTaken(sentence: Sentence, phrase: Phrase): boolean {
  const words = sentence.words.slice(phrase.from, phrase.to);
  return words[words.indexOf('om') + 2] === 'leven' && words.includes('om');
}

/** `cleared of theft, but for fraud he got a year`: what comes after the turn has another verdict. */
function turnsAgainst(sentence: Sentence, at: number): boolean {
  const word = sentence.words[at] ?? '';
  return (word === 'but' || word === 'maar') && !/^(?:also|ook|not|niet)$/.test(sentence.words[at + 1] ?? '');
}

function readBackward(site: LinkSite): Found | undefined {
  const { sentence, at, trigger, link, grammar } = site;
  const first = link.words[0] ?? '';
  // `Omdat hij een agent sloeg, kreeg hij ...`
  if (first === 'omdat' && sentence.words[0] === 'omdat') {
    const told = readDeedClauses(sentence, 1, grammar, site.rules);
    const phrases = told.filter((phrase) => phrase.next < at && tellsOffence(sentence, phrase, grammar));
    return phrases.length > 0 ? { phrases, distance: at - (phrases.at(-1)?.to ?? at) } : undefined;
  }
  // `wordt ervan verdacht`: no `van` before it is its own; `aangehouden na`: what comes before is another matter.
  const withoutOwn = first === 'van' && /^(?:ervan|hiervan|daarvan)$/.test(sentence.words[at - 1] ?? '');
  if (opensClause(link, grammar) || first === 'ervan' || first === 'na' || withoutOwn) return undefined;
  const candidates: Found[] = [];
  for (let j = Math.max(0, at - REACH_BACK); j < at; j++) {
    if (!matchesLink(sentence, j, link)) continue;
    const phrases = readList(site, j + link.words.length, at, link.demand);
    const last = phrases.at(-1);
    if (last === undefined) continue;
    // `witwassen van 3 miljoen dollar`: the sum belongs to the offence and is no fine.
    if (last.to === at && is(sentence, at - 1, Mark.Numeral)) continue;
    const adjoining = isBridge(sentence, last.to, at);
    if (!adjoining && crossesClause(sentence, last.to, at)) continue;
    const demand = adjoining || CLEAR_LINKS.has(first) ? link.demand : (trigger.far ?? 'offence');
    // `voor het raadplegen van ... legde het hof een boete op`: a deed in so many words.
    const told = first === 'voor' && phrases.every((phrase) => phrase.form === 'deed');
    if (!told && !phrases.every((phrase) => satisfies(phrase, demand))) continue;
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
        (is(sentence, k + 1, Mark.Capital | Mark.Numeral) ||
          (/^(?:the|de|het)$/.test(sentence.words[k + 1] ?? '') && is(sentence, k + 2, Mark.Capital)) ||
          /^(?:him|her|them|hem|haar|hen)$/.test(sentence.words[k + 1] ?? '') ||
          isPersonAccused(sentence, phrase.from, k))
      )
        return { ...phrase, to: k };
    }
    return phrase;
  });
  return { ...found, phrases };
}

/** `charges of rape against the singer`: what is committed against nobody but its victim has its accused after `against`. */
function isPersonAccused(sentence: Sentence, from: number, at: number): boolean {
  return (
    sentence.words[at] === 'against' &&
    at === from + 1 &&
    /^(?:the|a|an|his|her|two|three|four|five)$/.test(sentence.words[at + 1] ?? '') &&
    !/^(?:state|government|king|queen|crown|republic|country|nation|people|regime|president|constitution|order|authorities|army|church|monarchy|emperor|party)$/.test(
      sentence.words[at + 2] ?? '',
    ) &&
    !/^(?:crimes?|offen[cs]es?|conspiracy|propaganda|violence|plots?|plotting|agitation|rebellion|incitement|hatred|war|threats?|discrimination|attacks?|aggression|slander|libel|insults?|cruelty)$/.test(
      sentence.words[from] ?? '',
    )
  );
}

/** `charged with affray, not with assault`: what is named as not laid is no charge; a verdict that leaves it out is an acquittal. */
function withoutExcepted(sentence: Sentence, trigger: Trigger, found: Found): Found {
  if (trigger.stage === 'convicted' || trigger.stage === 'acquitted') return found;
  return { ...found, phrases: found.phrases.filter((phrase) => !isExcepted(sentence, phrase.from)) };
}
