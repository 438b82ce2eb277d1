import type { ChargeStage } from '../../annotation/annotation';
import type { ChargeLanguage } from './charge-mention';
import type { Reading } from './charge-reader';
import { isAboutCase } from './dutch-proceedings';
import { Mark } from './grammar';
import type { Grammar } from './grammar';
import { englishStageRules } from './languages/en/stage-rules';
import { dutchStageRules } from './languages/nl/stage-rules';
import { isPending, laterTurn } from './later-turn';
import type { Phrase } from './offence-phrase';
import { is } from './sentence';
import type { Sentence } from './sentence';
import { stageByRule, type StageRule } from './stage-rule';
import { isAwaitedTrial, isDenied, isOnlyAsked, isSupposed, isTrialBefore } from './undecided';
import { verdict } from './verdict';

/** What the words right around a trigger say of its stage. */
const STAGE_RULES: Readonly<Record<ChargeLanguage, () => readonly StageRule[]>> = {
  en: englishStageRules,
  nl: dutchStageRules,
};

/** How far from trigger and offence a verb that decides the stage may stand, in tokens. */
const REACH = 14;

/**
 * How far the law has gone with the person, as far as the paragraph says: the trigger's own stage, unless its construction
 * changes it (`not guilty of`, `if convicted of`), another verb tells of a later turn (`the charge was dropped`, `He was
 * acquitted.`), or the trigger is a noun that a verb governs (`acquitted of charges`). Undefined when nothing says so.
 */
export function stageOf(
  sentence: Sentence,
  reading: Reading,
  phrase: Phrase,
  grammar: Grammar,
): ChargeStage | undefined {
  const { trigger } = reading;
  // A penalty that the law sets for an offence lays it to nobody.
  if (trigger.kind === 'penalty' && trigger.stage === undefined) return undefined;
  const { at } = reading;
  const site = { sentence, reading, at, word: sentence.words[at] ?? '', phrase };
  const own = stageByRule(STAGE_RULES[grammar.language](), site);
  if (own.final) return own.stage;
  return (
    laterTurn(sentence, reading, phrase, own.stage, grammar) ??
    governingStage(sentence, reading, phrase, own.stage, grammar) ??
    // Dutch `wegens` alone gives the ground of some step of the law.
    (site.word === 'wegens' ? 'charged' : undefined)
  );
}

/** What a verb in the same clause makes of a noun that lays a charge, or of a charge that it says is over. */
function governingStage(
  sentence: Sentence,
  { trigger, at }: Reading,
  phrase: Phrase,
  own: ChargeStage | undefined,
  grammar: Grammar,
): ChargeStage | undefined {
  const first = Math.min(at, phrase.from);
  const last = Math.max(at, phrase.to - 1);
  const from = edge(sentence, first, -1, grammar);
  const to = edge(sentence, last, 1, grammar);
  if (isPending(own) && trigger.kind !== 'penalty' && own !== 'on trial' && isTrialBefore(sentence, first))
    return 'on trial';
  const governed = trigger.kind === 'nominal' || own === undefined;
  // `found not guilty on a separate count of`
  if (grammar.language === 'en' && trigger.kind === 'nominal' && own === 'charged') {
    const found = sentence.words.lastIndexOf('guilty', first);
    if (found >= from && sentence.words[found - 1] === 'not') return verdict(sentence, found, own);
  }
  const fate = own === 'accused' || own === 'suspected' ? fateOf(sentence, at, grammar) : undefined;
  if (fate !== undefined) return fate;
  for (const [stage, words] of grammar.stageWords) {
    if (stage === own || (own === 'charged' && (stage === 'suspected' || stage === 'accused'))) continue;
    const turns = stage === 'dismissed' || stage === 'acquitted';
    if (!governed && !(stage === 'dismissed' || (trigger.kind === 'penalty' && stage === 'on trial'))) continue;
    // What follows the offence decides only when it ends the case (`charges ... were dropped`), or nothing else is said.
    const end = turns || own === undefined || trigger.kind === 'penalty' ? to : Math.max(first, phrase.from);
    for (let k = from; k < end; k++) {
      if (k === at || (k >= phrase.from && k < phrase.to)) continue;
      const word = sentence.words[k] ?? '';
      if (!words.has(word) || isDenied(sentence, k) || isThrownAt(sentence, k) || isStruckOff(sentence, k)) continue;
      if (/^tro(?:k|kken)$/.test(word) && !isAboutCase(sentence)) continue;
      if (stage === 'on trial' && own === 'convicted' && isServed(sentence, at)) continue;
      // An appeal that is not heard leaves the conviction as it was.
      if (stage === 'dismissed' && own === 'convicted' && /^(?:niet-ontvankelijk|verworpen|afgewezen)$/.test(word))
        continue;
      if (turns && grammar.language === 'en' && isOnlyAsked(sentence, k)) continue;
      if (word === 'trial' && isAwaitedTrial(sentence, k)) continue;
      if (own === 'convicted' && word === 'quashed') return 'acquitted';
      // `face 20 years if convicted on charges of`
      return stage === 'convicted' && grammar.language === 'en' && isSupposed(sentence, k, 4) ? own : stage;
    }
  }
  return own;
}

const EXECUTED = /^(?:hanged|executed|beheaded|jailed|sentenced|imprisoned|fined|caned|flogged)$/;

/** The sentence was passed: what is denied behind it changes nothing. */
function isServed(sentence: Sentence, at: number): boolean {
  return sentence.words.slice(Math.max(0, at - 6), at + 1).some((word) => EXECUTED.test(word));
}

/** `struck off for`, `geschrapt van het tableau`: the person, not the case. */
function isStruckOff(sentence: Sentence, at: number): boolean {
  const word = sentence.words[at] ?? '';
  return (
    (word === 'struck' && sentence.words[at + 1] === 'off') ||
    (word === 'geschrapt' && sentence.words.includes('tableau'))
  );
}

/** English: `jailed two men accused of`, `acquitted a dozen of the activists accused of`: what became of those it is laid to. */
function fateOf(sentence: Sentence, at: number, grammar: Grammar): ChargeStage | undefined {
  if (grammar.language !== 'en') return undefined;
  for (let k = at - 1; k >= 0 && k >= at - 10; k--) {
    const word = sentence.words[k] ?? '';
    if (is(sentence, k, Mark.Comma | Mark.Conjunction) || /^(?:for|who|with|after|by)$/.test(word)) return undefined;
    if (/^(?:acquitted|acquits|cleared)$/.test(word)) return 'acquitted';
    if (/^(?:convicted|convicts|jailed|jails|sentenced|sentences|hanged|executed|fined)$/.test(word))
      return 'convicted';
  }
  return undefined;
}

/** `threw soup at a painting`: a charge is thrown out. */
function isThrownAt(sentence: Sentence, at: number): boolean {
  return /^thr(?:ew|own)$/.test(sentence.words[at] ?? '') && !sentence.words.slice(at + 1, at + 9).includes('out');
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
