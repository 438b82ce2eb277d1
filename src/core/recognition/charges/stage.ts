import type { ChargeStage } from '../../annotation/annotation';
import type { Reading } from './charge-reader';
import { Mark } from './grammar';
import type { Grammar } from './grammar';
import type { Phrase } from './offence-phrase';
import { is } from './sentence';
import type { Sentence } from './sentence';

/** How far from trigger and offence a verb that decides the stage may stand, in tokens. */
const REACH = 14;

/**
 * How far the law has gone with the person, as far as the sentence says: the trigger's own stage, unless a verb in the same
 * clause tells of a later turn (`the charge was dropped`) or the trigger is a noun that a verb governs (`acquitted of
 * charges`). Undefined when neither says so.
 */
export function stageOf(
  sentence: Sentence,
  reading: Reading,
  phrase: Phrase,
  grammar: Grammar,
): ChargeStage | undefined {
  const { trigger, at } = reading;
  const own = trigger.stage;
  const word = sentence.words[at] ?? '';
  // A penalty that the law sets for an offence lays it to nobody.
  if (trigger.kind === 'penalty' && own === undefined) return undefined;
  if (own === 'acquitted' && /^(?:vrijspraak|acquittal)$/.test(word) && isRequested(sentence, at)) return 'on trial';
  if (own === 'convicted' && isSupposed(sentence, at)) return isTrialBefore(sentence, at) ? 'on trial' : 'charged';
  if (isVerdictVerb(word)) return verdict(sentence, at, own);
  const first = Math.min(at, phrase.from);
  const last = Math.max(at, phrase.to - 1);
  const from = edge(sentence, first, -1, grammar);
  const to = edge(sentence, last, 1, grammar);
  const pending = own === 'suspected' || own === 'accused' || own === 'charged' || own === 'on trial';
  if (pending && trigger.kind !== 'penalty') {
    if (PROSECUTED.test(word) && isDenied(sentence, at)) return 'dismissed';
    if (isAcquittedLater(sentence, phrase.to)) return 'acquitted';
    if (own !== 'on trial' && isTrialBefore(sentence, first)) return 'on trial';
  }
  const governed = trigger.kind === 'nominal' || own === undefined;
  for (const [stage, words] of grammar.stageWords) {
    if (stage === own || (own === 'charged' && (stage === 'suspected' || stage === 'accused'))) continue;
    const turns = stage === 'dismissed' || stage === 'acquitted';
    if (!governed && !(stage === 'dismissed' || (trigger.kind === 'penalty' && stage === 'on trial'))) continue;
    // What follows the offence decides only when it ends the case (`charges ... were dropped`), or nothing else is said.
    const end = turns || own === undefined || trigger.kind === 'penalty' ? to : first;
    for (let k = from; k < end; k++) {
      if (k === at || (k >= phrase.from && k < phrase.to)) continue;
      if (words.has(sentence.words[k] ?? '') && !isDenied(sentence, k)) return stage;
    }
  }
  return own;
}

const PROSECUTED = /^(?:charged?|prosecuted?|vervolgd|vervolgt|vervolgen)$/;

const ASKS =
  /^(?:vraagt|vroeg|vragen|eist|eiste|pleit|pleitte|bepleit|bepleitte|gevraagd|verzocht|asks|asked|sought|seeks|seeking|requested|urged)$/;

/** An acquittal that is only asked for. */
function isRequested(sentence: Sentence, at: number): boolean {
  return sentence.words.slice(Math.max(0, at - 5), at + 4).some((word) => ASKS.test(word));
}

/** `if convicted of`, `can she be guilty of`, `als hij wordt veroordeeld wegens`: the verdict is not there yet. */
function isSupposed(sentence: Sentence, at: number): boolean {
  for (let k = Math.max(0, at - 5); k < at; k++) {
    const word = sentence.words[k] ?? '';
    if (/^(?:if|whether|can|could|indien|mocht|mochten)$/.test(word)) return true;
    // `als eerste veroordeeld` is no condition.
    if (word === 'als' && is(sentence, k + 1, Mark.Pronoun | Mark.Determiner | Mark.Capital)) return true;
  }
  return false;
}

/** `the trial of two men accused of`: the accusation is being tried. A trial that is still awaited doesn't count. */
function isTrialBefore(sentence: Sentence, at: number): boolean {
  for (let k = at - 1; k >= 0 && k >= at - REACH; k--) {
    const word = sentence.words[k] ?? '';
    if (word === ';') return false;
    if (!/^(?:trial|retrial|proces|strafproces)$/.test(word)) continue;
    const before = sentence.words.slice(Math.max(0, k - 6), k);
    const awaited = before.some((w) =>
      /^(?:await|awaits|awaiting|pending|before|without|will|sets?|postponed|adjourned|delayed|ordered|zal|zonder|voor|after|na)$/.test(
        w,
      ),
    );
    if (!awaited && /^(?:of|against|for|over|tegen|van)$/.test(sentence.words[k + 1] ?? '')) return true;
    if (!awaited && /^(?:on|stands?|stood|went)$/.test(sentence.words[k - 1] ?? '')) return true;
  }
  return false;
}

/** `charged with theft and acquitted`: a later turn of the same matter, which names no offence of its own. */
function isAcquittedLater(sentence: Sentence, from: number): boolean {
  for (let k = from; k < Math.min(sentence.count, from + REACH); k++) {
    const word = sentence.words[k] ?? '';
    if (word === ';' || (is(sentence, k, Mark.Pronoun) && k > from + 2)) return false;
    if (/^(?:acquitted|cleared|exonerated|vrijgesproken)$/.test(word))
      return !isDenied(sentence, k) && !/^(?:of|on|van|voor)$/.test(sentence.words[k + 1] ?? '');
  }
  return false;
}

function isVerdictVerb(word: string): boolean {
  return word === 'guilty' || word === 'liable' || word === 'schuldig' || word === 'bewezen' || /^acht/.test(word);
}

/** `guilty` and its like turn with negation and with the verb before them. */
function verdict(sentence: Sentence, at: number, own: ChargeStage | undefined): ChargeStage | undefined {
  const before = sentence.words.slice(Math.max(0, at - 9), at);
  const near = sentence.words.slice(Math.max(0, at - 9), at + 5);
  const pleads = before.some((word) => /^(?:plead(?:s|ed|ing)?|pled|pleitte?n?)$/.test(word));
  const denied = before
    .slice(-4)
    .some((word) => word === 'not' || word === 'niet' || word === 'evenmin' || word === 'nor');
  if (denied || near.includes('evenmin')) return pleads ? 'on trial' : 'acquitted';
  if (
    near.some((word) => word === 'zou' || word === 'zouden' || word === 'onderzoekt' || word === 'of') &&
    near.includes('zich')
  )
    return 'suspected';
  if (before.includes('of') && is(sentence, sentence.words.lastIndexOf('of', at) + 1, Mark.Pronoun)) return 'on trial';
  return own;
}

/** The end of the clause on one side: a semicolon, a contrast, or the reach. */
function edge(sentence: Sentence, start: number, step: 1 | -1, grammar: Grammar): number {
  let k = start;
  for (let passed = 0; passed < REACH; passed++) {
    const next = k + step;
    if (next < 0 || next >= sentence.count) break;
    const word = sentence.words[next] ?? '';
    if (word === ';' || word === 'but' || word === 'maar' || word === 'terwijl' || word === 'while') break;
    // Another trigger's offence is another matter.
    if (
      step === 1 &&
      is(sentence, next, Mark.Comma) &&
      grammar.language === 'en' &&
      is(sentence, next + 1, Mark.Conjunction)
    )
      break;
    k = next;
  }
  return step === 1 ? k + 1 : k;
}

function isDenied(sentence: Sentence, at: number): boolean {
  const before = sentence.words[at - 1] ?? '';
  if (before === 'to' && sentence.words[at - 2] === 'not') return true;
  return before === 'not' || before === 'niet' || before === 'nooit' || before === 'never';
}
