import { Mark } from './grammar';
import type { Grammar } from './grammar';
import { isIncriminating } from './modifiers';
import { firmness, phraseLength } from './offence-names';
import type { Firmness } from './offence-names';
import { is } from './sentence';
import type { Sentence } from './sentence';

const NEEDS_COMPLEMENT =
  /^(?:roles?|parts?|involvement|participation|links?|ties|support|connections?|rol|aandeel|betrokkenheid|deelname|steun|hulp|banden)$/;

/** How sure the phrase from `from` to `to` is an offence, by the lexicon and its verbs; undefined when nothing in it is known. */
export function knownFirmness(
  sentence: Sentence,
  from: number,
  to: number,
  head: number,
  deed: boolean,
  namesDeed: boolean,
  grammar: Grammar,
): Firmness | undefined {
  const { language, offences } = grammar;
  // `for his part`, `the leading role`: no offence without what it was a part of.
  if (NEEDS_COMPLEMENT.test(sentence.words[head] ?? '') && (to === head + 1 || isCast(sentence, head)))
    return undefined;
  const wordsEnd = Math.min(to, head + 1);
  let found: Firmness | undefined;
  for (let k = from; k < wordsEnd; k++) {
    if (phraseLength(sentence.words, k, to, language, offences) > 0) return 'firm';
    const known = firmness(sentence.words[k] ?? '', language, offences);
    if (known === 'firm' && (k === head || !deed)) return 'firm';
    found ??= known;
  }
  if (deed || namesDeed) {
    const verbs =
      language === 'en'
        ? sentence.words
            .slice(from, Math.min(to, from + 4))
            .filter((_, k) => k === 0 || isVerbPlace(sentence, from + k))
        : sentence.words.slice(from, head + 1);
    // `having a torn muscle`: a state, whatever words it is told in.
    if (verbs[0] === 'having' && is(sentence, from + 1, Mark.Determiner)) return found;
    if (verbs.some((word) => grammar.deedVerbs.has(word))) return 'firm';
    if (verbs.some((word) => grammar.softDeedVerbs.has(word))) found ??= 'soft';
    if (verbs[0] === 'being' && verbs.some((word) => CULPRITS.test(word))) found ??= 'soft';
  }
  const verb = sentence.words[from] ?? '';
  // `charged with rebuilding its support`: what a task is about makes it no deed.
  const isTask = deed && language === 'en' && grammar.dutyVerbs.has(verb) && !grammar.softDeedVerbs.has(verb);
  if ((grammar.lightHeads.has(sentence.words[head] ?? '') || deed) && !isTask) {
    for (let k = head + 1; k < to; k++) {
      if (phraseLength(sentence.words, k, to, language, offences) > 0) return found ?? 'soft';
      const known = firmness(sentence.words[k] ?? '', language, offences);
      if (known !== undefined) return found ?? 'soft';
    }
  }
  // `undeclared currency`, `the use of a banned substance`
  if (found !== undefined || is(sentence, from, Mark.Capital | Mark.TimeOrPlace)) return found;
  return isIncriminating(sentence, from, to - 1) ? 'soft' : undefined;
}

/** `accused of being a spy` */
const CULPRITS =
  /^(?:spy|spies|terrorists?|accomplices?|smugglers?|thieves|thief|witch|ringleaders?|mastermind|drunk|agents?|informers?|members?)$/;

/** English: a verb can stand here: `having stolen`, `trying to kill`, `knowingly selling`. */
function isVerbPlace(sentence: Sentence, at: number): boolean {
  return /^(?:having|being|been|to|not|and|or|by|be|have)$|ly$/.test(sentence.words[at - 1] ?? '');
}

/** `the role of Othello`: a part in a play, or a share. */
function isCast(sentence: Sentence, head: number): boolean {
  return /^(?:roles?|rol)$/.test(sentence.words[head] ?? '') && /^(?:of|van)$/.test(sentence.words[head + 1] ?? '');
}
