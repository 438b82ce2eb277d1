import type { ChargeStage } from '../../annotation/annotation';
import type { Reading } from './charge-reader';
import { Mark } from './grammar';
import type { Grammar } from './grammar';
import { caseTurns } from './languages/case-turns';
import type { CaseTurns, Turn } from './languages/case-turns';
import type { Phrase } from './offence-phrase';
import { isAboutCase, isSentencing } from './dutch-proceedings';
import { is } from './sentence';
import { isExcepted } from './trigger-guards';
import {
  isLookedInto,
  isOnlyAsked,
  isPenaltySought,
  isProtested,
  isUndecided,
  isAsked,
  isAwaited,
  isAwaitedTrial,
  isBeforeJury,
  isDenied,
  isReferred,
  isRequested,
  isSought,
  isSpared,
  isSupposed,
  isThreatened,
  isTrialBefore,
} from './undecided';
import { isVerdictVerb, verdict } from './verdict';
import type { Sentence } from './sentence';
import { isSoughtInDutch } from './who-asks';
import { stageAround } from './told-around';

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
  const own = stageByConstruction(sentence, reading, phrase, grammar);
  if (own.settled) return own.stage;
  return (
    laterTurn(sentence, reading, phrase, own.stage, grammar) ??
    governingStage(sentence, reading, phrase, own.stage, grammar) ??
    // Dutch `wegens` alone gives the ground of some step of the law.
    (sentence.words[reading.at] === 'wegens' ? 'charged' : undefined)
  );
}

const VERDICT_OR_FINDING = /^verantwoordelijk$/;
const ARRESTED = /^(?:gearresteerd|aangehouden|opgepakt|arresteerde|arresteerden)$/;
const COURT = /^(?:rechter|rechters|rechtbank|politierechter|hof|gerechtshof|jury|tribunaal)$/;
/** Dutch: who drags another before a judge is a private person (`sleepte hem voor de rechter wegens smaad`). */
const TAKES_TO_COURT = /^(?:daagde|daagden|daagt|dagen|gedaagd|sleepte|sleepten|sleept|slepen|gesleept)$/;
/** Dutch: a summons that somebody gives; the passive is the prosecutor's. */
const SUMMONS = /^(?:dagvaardt|dagvaardde|dagvaardden|gedagvaard)$/;
const PROSECUTORS = /^(?:justitie|om|officier|parket|procureur|openbaar|aanklager|aanklagers)$/;

/** A summons in the active voice, by somebody who is no prosecutor. */
function isPrivate(sentence: Sentence, at: number): boolean {
  if (sentence.words.some((word) => PROSECUTORS.test(word))) return false;
  if (sentence.words[at] !== 'gedagvaard') return true;
  return sentence.words.slice(Math.max(0, at - 8), at).some((word) => /^(?:had|heeft|hadden|hebben)$/.test(word));
}

/** `zit vast voor drugshandel` is a sentence being served, `zit vast wegens` and `sinds vrijdag vast` a remand. */
function isServing(sentence: Sentence, at: number, phrase: Phrase): boolean {
  const between = sentence.words.slice(Math.min(at, phrase.from), Math.max(at, phrase.from));
  return (
    between.includes('voor') &&
    sentence.words
      .slice(Math.max(0, at - 10), at + 1)
      .some((word) => /^(?:zit|zitten|zat|zaten|vastzit|vastzat)$/.test(word)) &&
    !sentence.words.some((word) =>
      /^(?:verdenking|voorarrest|(?:maan|dins|woens|donder|vrij|zater|zon)dag|gisteren)$/.test(word),
    )
  );
}

/** `quashed the conviction of`, `vernietigde de veroordeling wegens`. */
function isQuashed(sentence: Sentence, at: number): boolean {
  if (sentence.words.slice(Math.max(0, at - 6), at).includes('won')) return true;
  return sentence.words
    .slice(Math.max(0, at - 12), at + 12)
    .some((word) =>
      /^(?:quash(?:ed|es)|aside|overturn(?:ed|s)|threw|throws|thrown|vacated|reversed|annulled|vernietigd|vernietigde|vernietigt|verbrak|verbreekt|verbroken)$/.test(
        word,
      ),
    );
}

/** English: the verdict fell and the case is heard anew: `ordered a retrial for a man jailed over`. */
function isRetried(sentence: Sentence): boolean {
  const at = sentence.words.findIndex(
    (word, k) => word === 'retrial' || (word === 'new' && sentence.words[k + 1] === 'trial'),
  );
  return (
    at >= 0 &&
    sentence.words
      .slice(Math.max(0, at - 4), at)
      .some((word) => /^(?:order(?:s|ed|ing)?|grant(?:s|ed|ing)?|fac(?:es|ed|ing)|won)$/.test(word))
  );
}

/** English: `jurors deadlocked on two counts of`; a grand jury is no trial. */
function isBeforeTrialJury(sentence: Sentence): boolean {
  return sentence.words.some(
    (word, k) => /^(?:mistrial|deadlocked|jurors)$/.test(word) && sentence.words[k - 1] !== 'grand',
  );
}

function isInvestigated(sentence: Sentence): boolean {
  return (
    sentence.words.includes('whether') &&
    sentence.words.some((word) => /^(?:examin|investigat|inquir|prob|look)/.test(word))
  );
}

interface OwnStage {
  readonly stage: ChargeStage | undefined;
  /** Nothing that is said around it changes the stage. */
  readonly settled: boolean;
}

/** The trigger's stage as the words right around it change it. */
function stageByConstruction(sentence: Sentence, { trigger, at }: Reading, phrase: Phrase, grammar: Grammar): OwnStage {
  const stage = trigger.stage;
  const word = sentence.words[at] ?? '';
  const settled = (to: ChargeStage | undefined): OwnStage => ({ stage: to, settled: true });
  if (stage === 'acquitted' && /^(?:vrijspraak|acquittal)$/.test(word) && isRequested(sentence, at))
    return settled('on trial');
  const isJudgement =
    /^veroordeeld$/.test(word) && sentence.words.slice(0, at).some((w) => /^(?:arrest|vonnis|uitspraak)$/.test(w));
  if ((isJudgement || /^(?:convictions?|veroordeling|veroordelingen)$/.test(word)) && isQuashed(sentence, at))
    return settled('acquitted');
  if (stage === 'convicted' && isSupposed(sentence, at, trigger.kind === 'penalty' ? 8 : 5))
    return settled(
      isInvestigated(sentence)
        ? 'suspected'
        : isTrialBefore(sentence, at) || isBeforeJury(sentence, at)
          ? 'on trial'
          : 'charged',
    );
  if (trigger.links.some(({ bare }) => bare === '@')) return { stage: stageAround(sentence, at), settled: false };
  if (isVerdictVerb(word)) {
    const said = verdict(sentence, at, stage);
    return settled(said === 'convicted' && isExcepted(sentence, phrase.from) ? 'acquitted' : said);
  }
  if (stage === 'convicted' && trigger.kind !== 'nominal' && isExcepted(sentence, phrase.from))
    return settled('acquitted');
  if (grammar.language === 'en' && word === 'innocent' && isProtested(sentence)) return settled('on trial');
  if (stage === 'convicted' && isRetried(sentence)) return settled('on trial');
  if (
    /^cases?$/.test(word) &&
    sentence.words.slice(Math.max(0, at - 4), at).some((w) => /^(?:open(?:s|ed)?|launched)$/.test(w))
  )
    return { stage: 'suspected', settled: false };
  if (word === 'stripped' && sentence.words.slice(at, at + 5).includes('immunity')) return settled('suspected');
  if (word === 'disciplinary' && isThreatened(sentence, at)) return settled('suspected');
  if (stage === 'charged' && trigger.kind === 'nominal' && isBeforeTrialJury(sentence)) return settled('on trial');
  if (PROSECUTED.test(word) && isAsked(sentence, at, grammar)) return settled('suspected');
  if (grammar.language === 'en' && stage === 'charged' && isUndecided(sentence, at)) return settled('suspected');
  if (grammar.language === 'en' && stage === 'on trial' && word === 'trial' && isSpared(sentence, at))
    return settled('dismissed');
  if (stage === 'accused' && /^(?:allegations?|claims)$/.test(word) && isLookedInto(sentence, at))
    return { stage: 'suspected', settled: false };
  if (word === 'tried' && sentence.words[at - 1] === 'be' && isOnlyAsked(sentence, at)) return settled('suspected');
  if (
    grammar.language === 'en' &&
    /^(?:accused|charged)$/.test(stage ?? '') &&
    isSought(sentence, at) &&
    isPenaltySought(sentence, at)
  )
    return settled('on trial');
  if (stage === 'convicted' && trigger.kind === 'penalty' && grammar.language === 'en' && isSought(sentence, at))
    return settled('on trial');
  if (grammar.language === 'nl' && stage === 'convicted' && isSoughtInDutch(sentence, at))
    return { stage: 'on trial', settled: false };
  if (PROSECUTED.test(word) && isSpared(sentence, at)) return settled('dismissed');
  if (VERDICT_OR_FINDING.test(word) && trigger.stage === 'accused' && sentence.words.some((w) => COURT.test(w)))
    return { stage: 'convicted', settled: false };
  if (stage === 'on trial' && sentence.words.some((w) => TAKES_TO_COURT.test(w)))
    return { stage: 'accused', settled: false };
  if (SUMMONS.test(word) && isPrivate(sentence, at)) return { stage: 'accused', settled: false };
  if (/^vast/.test(word) && isServing(sentence, at, phrase)) return { stage: 'convicted', settled: false };
  if (/^verw(?:ij|ee)te?n?$/.test(word) && sentence.words.some((w) => PROSECUTORS.test(w)))
    return { stage: 'charged', settled: false };
  if (COURT.test(word) && stage === 'on trial' && isSentencing(sentence, at)) return settled('convicted');
  if (word === 'beschuldiging' && sentence.words[at - 1] === 'op' && sentence.words.some((w) => ARRESTED.test(w)))
    return { stage: 'suspected', settled: false };
  if (word === 'beschuldiging' && sentence.words[at - 2] === 'staat') return { stage: 'charged', settled: false };
  if (word === 'verdenking' && /^ge?steld$|^stelde?n?$/.test(nearVerb(sentence, at)))
    return { stage: 'charged', settled: false };
  if (word === 'arrest' && sentence.words[at - 1] === 'house' && sentence.words.slice(0, at).includes('sentenced'))
    return settled('convicted');
  if (stage === 'on trial' && /^(?:proceedings|hearing)$/.test(word) && sentence.words[at - 1] === 'disciplinary')
    return { stage: 'suspected', settled: false };
  if (
    /^(?:suspended|geschorst)$/.test(word) &&
    /^(?:provisionally|temporarily|voorlopig)$/.test(sentence.words[at - 1] ?? '')
  )
    return { stage: 'suspected', settled: false };
  if (stage === 'convicted' && (trigger.kind === 'penalty' || grammar.language === 'nl') && isThreatened(sentence, at))
    return { stage: 'charged', settled: false };
  if (/^beken/.test(word) && sentence.words.some((w) => /^(?:boete|straf|celstraf|werkstraf|veroordeeld|cel)$/.test(w)))
    return settled('convicted');
  if (stage === 'on trial' && isReferred(sentence, at)) return { stage: 'charged', settled: false };
  if (stage === 'on trial' && isAwaited(sentence, at)) return { stage: 'charged', settled: false };
  return { stage, settled: false };
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

function isPending(stage: ChargeStage | undefined): boolean {
  return (
    stage === undefined || stage === 'suspected' || stage === 'accused' || stage === 'charged' || stage === 'on trial'
  );
}

/** The end of the case as another clause or the next sentence tells it; a conviction ends only by being quashed. */
function laterTurn(
  sentence: Sentence,
  { trigger, at, phrases }: Reading,
  phrase: Phrase,
  own: ChargeStage | undefined,
  grammar: Grammar,
): ChargeStage | undefined {
  const turns = caseTurns()[grammar.language];
  if (own === 'convicted' && turns.overturned !== undefined && isOverturned(sentence, phrase, at, turns.overturned))
    return 'acquitted';
  if (!isPending(own) || trigger.kind === 'penalty') return undefined;
  const { text } = sentence;
  const from = sentence.starts[0] ?? 0;
  const to = sentence.ends[sentence.count - 1] ?? from;
  const around = text.slice(sentence.previousStart, sentence.nextEnd).toLowerCase();
  if (!turns.anyWord.test(around)) return undefined;
  const read = (list: readonly Turn[], start: number, end: number): ChargeStage | undefined => {
    const part = text.slice(start, end).toLowerCase().replace(/’/g, "'").trimStart();
    return list.find(({ pattern }) => pattern.test(part))?.stage;
  };
  const said = read(turns.before, from, sentence.ends[at] ?? from);
  const before = said === 'dismissed' && grammar.language === 'en' && isOnlyAsked(sentence, at) ? undefined : said;
  // Behind the last of the offences that are laid together: `charged with forgery and theft, and jailed`.
  const listEnd = Math.max(phrase.to, ...phrases.map((each) => each.to));
  const offenceEnd = Math.max(sentence.ends[listEnd - 1] ?? to, sentence.ends[at] ?? to);
  const goesOn = from > sentence.previousStart && turns.goesOn.test(text.slice(from, from + 24).toLowerCase());
  return (
    later(read(turns.after, offenceEnd, to), own) ??
    before ??
    read(turns.next, to, sentence.nextEnd) ??
    nextTold(text.slice(to, sentence.nextEnd), own, turns) ??
    (goesOn ? read(turns.previous, sentence.previousStart, from) : undefined)
  );
}

/** A charge is no later turn of what is charged already or tried. */
function later(told: ChargeStage | undefined, own: ChargeStage | undefined): ChargeStage | undefined {
  return told === 'charged' && (own === 'charged' || own === 'on trial') ? undefined : told;
}

/** What the next sentence tells of the person: found guilty, or denying it. */
function nextTold(next: string, own: ChargeStage | undefined, turns: CaseTurns): ChargeStage | undefined {
  const said = next
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/^[.!?”"'\s]+/u, '');
  if (turns.nextFound?.test(said) === true) return 'convicted';
  return own !== 'suspected' && turns.nextTrial?.test(said) === true ? 'on trial' : undefined;
}

/** `was convicted of assault but won his appeal` */
function isOverturned(sentence: Sentence, phrase: Phrase, at: number, turn: RegExp): boolean {
  const end = Math.max(sentence.ends[phrase.to - 1] ?? 0, sentence.ends[at] ?? 0);
  return turn.test(sentence.text.slice(end, sentence.ends[sentence.count - 1]).toLowerCase());
}

const PROSECUTED = /^(?:charged?|prosecuted?|tried|indicted|vervolgd|vervolgt|vervolgen)$/;

/** The verb that goes with a noun just before or after it. */
function nearVerb(sentence: Sentence, at: number): string {
  const found = sentence.words
    .slice(Math.max(0, at - 8), at + 3)
    .find((word) => /^(?:gesteld|stelt|stelde|stelden|stellen)$/.test(word));
  return found ?? '';
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
