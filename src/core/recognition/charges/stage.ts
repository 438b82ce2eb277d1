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
  if (
    word === 'verdenking' &&
    sentence.words.slice(at + 1, at + 4).some((next) => next === 'gesteld' || next === 'stelde')
  )
    return 'charged';
  if (isVerdictVerb(word)) return verdict(sentence, at, own);
  const first = Math.min(at, phrase.from);
  const last = Math.max(at, phrase.to - 1);
  const from = edge(sentence, first, -1, grammar);
  const to = edge(sentence, last, 1, grammar);
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

function isVerdictVerb(word: string): boolean {
  return word === 'guilty' || word === 'schuldig' || word === 'bewezen' || /^acht/.test(word);
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
  return before === 'not' || before === 'niet' || before === 'nooit' || before === 'never';
}
