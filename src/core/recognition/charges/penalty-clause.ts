import { Mark } from './grammar';
import type { Grammar } from './grammar';
import type { Found, LinkSite } from './link-site';
import { readPhrase, trimEnd } from './offence-phrase';
import type { Phrase } from './offence-phrase';
import { is } from './sentence';
import type { Sentence } from './sentence';
import { readRelative, relativeEnd, STEP_OF_LAW } from './told-deed';

/** The longest deed that is read after `anyone who`, in tokens. */
const LONGEST = 18;
/** How far behind the deed its penalty is looked for. */
const PENALTY_REACH = 12;

const PENALTY =
  /^(?:jail|jailed|prison|fined?|years?|months|imprisonment|imprisoned|punish(?:ed|able)|lashes|sentenced|death|flogged|euros|pounds)$/;
const SETS_PENALTY = /^(?:fac(?:e|es|ed)|risks?|can|could|may|might|must|will|shall|is|are)$/;

/**
 * English: what a law forbids whoever does it (`anyone who insults the flag faces three years`), only where a penalty follows the
 * clause.
 */
export function readPenaltyClause({ sentence, at, grammar, rules }: LinkSite): Found | undefined {
  if (grammar.language === 'nl') return readDutchPenaltyClause(sentence, at, grammar);
  const limit = Math.min(sentence.count, at + LONGEST);
  let from = at + 1;
  if (/^(?:caught|found)$/.test(sentence.words[from] ?? '')) {
    const phrase = readPhrase(sentence, from + 1, limit, grammar, rules);
    return phrase?.form === 'deed' && isPunished(sentence, phrase.to) ? { phrases: [phrase], distance: 0 } : undefined;
  }
  if (sentence.words[from] === 'who') from++;
  else if (!/^who(?:so)?ever$/.test(sentence.words[at] ?? '')) return undefined;
  for (let end = from + 1; end < limit; end++) {
    const isComma = is(sentence, end, Mark.Comma);
    if (is(sentence, end, Mark.Stop) && is(sentence, end, Mark.Punctuation)) return undefined;
    const closes = isComma || SETS_PENALTY.test(sentence.words[end] ?? '');
    if (!closes) continue;
    const to = trimEnd(sentence, from, beforePlace(sentence, from, end));
    if (to <= from + 1 || !isPunished(sentence, end)) return undefined;
    return {
      phrases: [
        { from, to, next: end, form: 'deed', firmness: 'soft', innocent: false, duty: false, complemented: true },
      ],
      distance: 0,
    };
  }
  return undefined;
}

/** The place of the deed stays out: `feeds a gull | on the promenade`. */
function beforePlace(sentence: Sentence, from: number, end: number): number {
  for (let k = from + 2; k < end; k++)
    if (/^(?:in|on|at)$/.test(sentence.words[k] ?? '') && sentence.words[k + 1] === 'the') return k;
  return end;
}

function isPunished(sentence: Sentence, at: number): boolean {
  const after = sentence.words.slice(at, at + PENALTY_REACH);
  const verb = after.findIndex((word) => SETS_PENALTY.test(word));
  return verb >= 0 && verb <= 6 && after.slice(verb).some((word) => PENALTY.test(word));
}

const DUTCH_SETS_PENALTY =
  /^(?:riskeert|riskeren|krijgt|krijgen|kan|kunnen|moet|moeten|wordt|worden|hangt|dreigt|is|zijn|staat|mag|gaat|draait|zit)$/;
const DUTCH_PENALTY =
  /^(?:boetes?|geldboetes?|bekeuring|bon|cel|celstraf|gevangenisstraf|gevangenis|jaar|maand|maanden|weken|straf|gestraft|bestraft|strafbaar|vervolgd|beboet|bekeurd|doodstraf|levenslang|euro|taakstraf|werkstraf|rijverbod|rijbewijs|zweepslagen)$/;

/**
 * Dutch: `Wie zonder vergunning vuurwerk verkoopt, riskeert zes jaar cel`: a clause with its verb at the end, a comma, then a verb with a
 * penalty. A step of the law in the clause (`wie wordt veroordeeld wegens`) names the offence by itself.
 */
function readDutchPenaltyClause(sentence: Sentence, at: number, grammar: Grammar): Found | undefined {
  const from = /^(?:die|er)$/.test(sentence.words[at + 1] ?? '') ? at + 2 : at + 1;
  const comma = relativeEnd(sentence, from + 1, Math.min(sentence.count, at + LONGEST));
  if (comma === undefined) return undefined;
  const verb = is(sentence, comma, Mark.Comma) ? comma + 1 : comma;
  const after = sentence.words.slice(verb, verb + PENALTY_REACH);
  if (!DUTCH_SETS_PENALTY.test(after[0] ?? '') || !after.some((word) => DUTCH_PENALTY.test(word))) return undefined;
  const clause = readRelative(sentence, from - 1, comma, grammar) ?? wholeClause(sentence, from, comma);
  return clause === undefined ? undefined : { phrases: [{ ...clause, firmness: 'soft' }], distance: 0 };
}

/** A clause of several words that names no step of the law, whatever it tells. */
function wholeClause(sentence: Sentence, start: number, end: number): Phrase | undefined {
  const from =
    is(sentence, start, Mark.Determiner) && !/^(?:zijn|haar|hun)$/.test(sentence.words[start] ?? '')
      ? start + 1
      : start;
  if (end - from < 2 || sentence.words.slice(start, end).some((word) => STEP_OF_LAW.test(word))) return undefined;
  return { from, to: end, next: end, form: 'deed', innocent: false, duty: false, complemented: true };
}
