import { Mark } from './grammar';
import type { Grammar } from './grammar';
import { firmness, phraseLength } from './offence-names';
import { is } from './sentence';
import type { Sentence } from './sentence';

/** `national, racial or religious hatred`: adjectives up to the conjunction, then a last one with its noun. */
export function isAdjectiveSeries(sentence: Sentence, at: number, limit: number): boolean {
  let k = at;
  if (!isEnglishAdjective(sentence.words[k - 1] ?? '')) return false;
  while (is(sentence, k, Mark.Comma) && isEnglishAdjective(sentence.words[k + 1] ?? '')) k += 2;
  if (!is(sentence, k, Mark.Conjunction) || !isEnglishAdjective(sentence.words[k + 1] ?? '')) return false;
  const noun = k + 2;
  return (
    noun < limit &&
    !is(
      sentence,
      noun,
      Mark.Stop | Mark.Comma | Mark.Conjunction | Mark.Preposition | Mark.Determiner | Mark.Punctuation,
    )
  );
}

function isEnglishAdjective(word: string): boolean {
  return word.length > 4 && /(?:al|ic|ous|ive|ary|ist|ish)$/.test(word);
}

/** Dutch adjectives without ending: `fysiek en emotioneel misbruik`. */
const UNINFLECTED_ADJECTIVE = /(?:iek|eel|isch|ief|aal|lijk)$/;

/** `sociale of etnische afkomst`: two adjectives before one noun. */
export function isAdjectivePair(sentence: Sentence, at: number, next: number): boolean {
  const after = next + 1;
  return (
    ((/(?:e|eel|isch)$/.test(sentence.words[at - 1] ?? '') && /e$/.test(sentence.words[next] ?? '')) ||
      (UNINFLECTED_ADJECTIVE.test(sentence.words[at - 1] ?? '') &&
        UNINFLECTED_ADJECTIVE.test(sentence.words[next] ?? ''))) &&
    !is(sentence, after, Mark.Stop | Mark.Comma | Mark.Conjunction | Mark.Preposition | Mark.Punctuation)
  );
}

/** `drugs- en wapenhandel`, `drug and arms trafficking`: both words share one head. */
export function isPreModifier(sentence: Sentence, at: number, next: number, limit: number, grammar: Grammar): boolean {
  if (is(sentence, at, Mark.Comma)) return false;
  const before = sentence.words[at - 1] ?? '';
  if (before.endsWith('-') || before === '-') return true;
  if (grammar.language === 'nl')
    return (
      (/(?:e|eel|isch|ief)$/.test(before) ||
        (UNINFLECTED_ADJECTIVE.test(before) && UNINFLECTED_ADJECTIVE.test(sentence.words[next] ?? ''))) &&
      firmness(before, 'nl', grammar.offences) === undefined &&
      at - 1 > 0 &&
      (/e$/.test(sentence.words[next] ?? '') || UNINFLECTED_ADJECTIVE.test(sentence.words[next] ?? '')) &&
      !is(sentence, next, Mark.Determiner)
    );
  if (firmness(before, 'en', grammar.offences) === 'firm') return false;
  // `abuse of office and money laundering`: a fixed name has its head already.
  for (let k = Math.max(0, at - 4); k < at - 1; k++)
    if (k + phraseLength(sentence.words, k, at, 'en', grammar.offences) === at) return false;
  for (let k = next + 1; k < limit && k < next + 3; k++) {
    if (is(sentence, k, Mark.Stop | Mark.Comma | Mark.Conjunction | Mark.Preposition)) return false;
    if (firmness(sentence.words[k] ?? '', 'en', grammar.offences) !== undefined) return true;
  }
  return false;
}

/** `not having a permit`, `niet melden van een misdrijf`: to leave undone is a deed as well. */
export function isNegation(sentence: Sentence, at: number): boolean {
  const word = sentence.words[at] ?? '';
  return word === 'not' || word === 'niet';
}

/** Adjectives by which a task is none (`leading a banned group`) and a thing an offence (`undeclared currency`). */
const INCRIMINATING =
  /^(?:criminal|illegal|unlawful|illicit|banned|prohibited|forbidden|outlawed|unauthori[sz]ed|unlicensed|unregistered|undeclared|extremist|terrorist|separatist|illegale?|clandestiene?|verboden|onwettige?|onrechtmatige?|wederrechtelijke?|strafbare|valse?|frauduleuze?|criminele?|terroristische?|extremistische?|staatsgevaarlijke|separatistische|vervalste|gestolen|gesmokkelde|subversive|armed|fake|false|falsified|forged|fraudulent|counterfeit|stolen|smuggled|classified|obscene|indecent|seditious|treasonable|racist|sexist|homophobic|antisemitic|transphobic|abusive|offensive|threatening|menacing|lewd|sexual|sexually|explicit|pornographic|inflammatory|hateful|defamatory|insulting|derogatory|inappropriate|tainted|contaminated|bogus|excessive|corrupt|rigged|inhumane)$/;

/** Whether a word between two tokens calls something unlawful. */
export function isIncriminating(sentence: Sentence, from: number, to: number): boolean {
  return sentence.words.slice(from, to).some((word) => INCRIMINATING.test(word));
}
