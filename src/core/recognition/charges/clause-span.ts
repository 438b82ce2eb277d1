import { Mark } from './grammar';
import { is } from './sentence';
import type { Sentence } from './sentence';

/** Only auxiliaries, adverbs and marks stand between. */
export function isBridge(sentence: Sentence, from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (
      !is(sentence, k, Mark.Passable | Mark.Quote | Mark.Pronoun) &&
      !isMadeGuilty(sentence, k) &&
      !/^(?:uitzit|uitzat|uitzitten|uitgezeten)$/.test(sentence.words[k] ?? '') &&
      !/^(?:ook|te|juist|both|zelfs|mede|niet|not|ten|now|will|can|could|would|may)$/.test(sentence.words[k] ?? '')
    )
      return false;
  return true;
}

/** Who speaks for the law. */
const AUTHORITIES =
  /^(?:prosecutors?|police|authorities|investigators|detectives|officials|court|courts|tribunal|shareholders|investors|regulators|auditors|creditors|customers|women|neighbours|junta|government|regime|military|army|ministry|media|fbi|state|agency|league|union|watchdog|rebels|lawyers|residents|campaigners|staff|colleagues|relatives|victims|men|students|pupils|employees|workers|players|girls|boys)$/;

/** Only when, where and by what office stands between: `charged on Monday in Fort Worth with`. */
export function isAdjunct(sentence: Sentence, from: number, to: number): boolean {
  if (sentence.words[from] === 'by' && to - from <= 5 && AUTHORITIES.test(sentence.words[to - 1] ?? '')) return true;
  if (!/^(?:in|at|on|op|te|since|sinds)$/.test(sentence.words[from] ?? '')) return false;
  for (let k = from; k < to; k++)
    if (
      !is(sentence, k, Mark.Capital | Mark.TimeOrPlace | Mark.Numeral | Mark.Determiner | Mark.Ends | Mark.Passable) &&
      !/^(?:in|at|on|op|te|of|van|since|sinds|de|la|city|court|district|high|federal)$/.test(sentence.words[k] ?? '')
    )
      return false;
  return true;
}

/** The clause ends between two tokens, or they stand too far apart to belong together. */
export function crossesClause(sentence: Sentence, from: number, to: number): boolean {
  let commas = 0;
  for (let k = from; k < to; k++) {
    if (is(sentence, k, Mark.Comma)) commas++;
    if (is(sentence, k, Mark.Stop) && is(sentence, k, Mark.Punctuation) && !/^[()–-]$/.test(sentence.words[k] ?? ''))
      return true;
    if (/^(?:die|dat|wie|waar|toen|terwijl|omdat|who|which|that)$/.test(sentence.words[k] ?? '')) return true;
  }
  return commas > 1 || to - from > 16;
}

/** A verb or relative ends what a trigger can govern; `wegens` reaches over verbs as well. */
export function endsReach(sentence: Sentence, at: number, clear: boolean): boolean {
  if (!is(sentence, at, Mark.Stop) || isParenthesis(sentence, at)) return false;
  if (isMadeGuilty(sentence, at)) return false;
  // `aangifte doen van`: a light verb goes with its noun.
  if (
    /^(?:doen|doet|deed|deden)$/.test(sentence.words[at] ?? '') &&
    /^(?:aangifte|klacht)$/.test(sentence.words[at - 1] ?? '')
  )
    return false;
  if (clear) return is(sentence, at, Mark.Punctuation);
  return !is(sentence, at, Mark.Passable | Mark.Pronoun | Mark.Preposition);
}

/** `zich schuldig maakte aan`: the verb of a fixed expression. */
function isMadeGuilty(sentence: Sentence, at: number): boolean {
  return /^(?:maakt|maakte|maakten|maken)$/.test(sentence.words[at] ?? '') && sentence.words[at - 1] === 'schuldig';
}

function isParenthesis(sentence: Sentence, at: number): boolean {
  return /^[()–]$/.test(sentence.words[at] ?? '');
}

/** The end of a clause that says which thing is meant: `sharing posts that mocked the king | in May`. */
export function endOfRestriction(sentence: Sentence, at: number, limit: number): number {
  let k = at + 1;
  while (k < limit && !is(sentence, k, Mark.Comma | Mark.TimeOrPlace) && !isBreak(sentence, k)) k++;
  return k;
}

function isBreak(sentence: Sentence, at: number): boolean {
  const turns =
    is(sentence, at, Mark.Conjunction) || /^(?:while|when|after|before|because|though)$/.test(sentence.words[at] ?? '');
  const whenOrWhere =
    is(sentence, at, Mark.Ends) && is(sentence, at + 1, Mark.TimeOrPlace | Mark.Numeral | Mark.Capital);
  return turns || whenOrWhere || (is(sentence, at, Mark.Punctuation) && !is(sentence, at, Mark.Quote));
}
