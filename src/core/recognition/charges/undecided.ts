import type { ChargeLanguage } from './charge-mention';
import { Mark } from './grammar';

import { is } from './sentence';
import type { Sentence } from './sentence';
import { ASKS } from './verdict';

/*
 * How a sentence says that a step of the law is only asked for, awaited, supposed or left undone.
 */

/** How far before an offence a trial is looked for, in tokens. */
const REACH = 14;

/** An acquittal that is only asked for. */
export function isRequested(sentence: Sentence, at: number): boolean {
  return sentence.words.slice(Math.max(0, at - 5), at + 4).some((word) => ASKS.test(word));
}

/** `if convicted of`, `can she be guilty of`, `als hij wordt veroordeeld wegens`: the verdict is not there yet. */
export function isSupposed(sentence: Sentence, at: number, reach: number): boolean {
  for (let k = Math.max(0, at - reach); k < at; k++) {
    const word = sentence.words[k] ?? '';
    if (/^(?:if|whether|can|could|may|might|indien|mocht|mochten)$/.test(word)) return true;
    // `als eerste veroordeeld` is no condition.
    if (word === 'als' && is(sentence, k + 1, Mark.Pronoun | Mark.Determiner | Mark.Capital)) return true;
  }
  return false;
}

/** `the trial of two men accused of`: the accusation is being tried. A trial that is still awaited doesn't count. */
export function isTrialBefore(sentence: Sentence, at: number): boolean {
  for (let k = at - 1; k >= 0 && k >= at - REACH; k--) {
    const word = sentence.words[k] ?? '';
    if (word === ';') return false;
    if (!/^(?:trial|retrial|mistrial|proces|strafproces)$/.test(word)) continue;
    const awaited = isAwaitedTrial(sentence, k);
    if (!awaited && /^(?:of|against|for|over|tegen|van)$/.test(sentence.words[k + 1] ?? '')) return true;
    if (!awaited && /^(?:on|stands?|stood|went)$/.test(sentence.words[k - 1] ?? '')) return true;
  }
  return false;
}

/** `whether she will be charged with`, `of hij ook voor X wordt vervolgd`: nobody knows yet. */
export function isAsked(sentence: Sentence, at: number, language: ChargeLanguage): boolean {
  for (let k = Math.max(0, at - 12); k < at; k++) {
    const word = sentence.words[k] ?? '';
    if (language === 'en' ? word === 'whether' : word === 'of' && is(sentence, k + 1, Mark.Pronoun)) return true;
  }
  return false;
}

/** `the prosecution asked for a sentence of ten years for` */
export function isSought(sentence: Sentence, at: number): boolean {
  const before = sentence.words.slice(0, at);
  return (
    before.some((word) => /^(?:prosecutors?|prosecution|crown)$/.test(word)) &&
    before.some((word) =>
      /^(?:asks?|asked|seeks?|sought|seeking|demands?|demanded|requested|urged|want|wants|wanted)$/.test(word),
    )
  );
}

/** `decided not to charge`, `will not be prosecuted`, `wordt niet vervolgd`. */
export function isSpared(sentence: Sentence, at: number): boolean {
  if (isDenied(sentence, at)) return true;
  const before = sentence.words.slice(Math.max(0, at - 4), at);
  return (
    before.some((word) => /^(?:not|never|niet|nooit|declined?|refused|won't)$/.test(word)) &&
    before.some((word) => /^(?:be|to|wordt|worden|werd)$/.test(word))
  );
}

/** `riskeert vijf jaar cel voor`, `hangt twee jaar boven het hoofd`, `faces up to five years in jail for`. */
export function isThreatened(sentence: Sentence, at: number): boolean {
  return sentence.words
    .slice(Math.max(0, at - 8), at)
    .some((word) =>
      /^(?:riskeert|riskeren|riskeerde|hangt|hangen|dreigt|dreigen|fac(?:e|es|ed|ing)|risk(?:s|ed|ing)?)$/.test(word),
    );
}

/** Dutch: `verwees hem naar de rechtbank voor`: a trial is ordered. */
export function isReferred(sentence: Sentence, at: number): boolean {
  return sentence.words
    .slice(Math.max(0, at - 10), at + 4)
    .some((word) => /^(?:door)?(?:verwees|verwijst|verwezen)$/.test(word));
}

/** A trial that is still to come: `is to be tried for`, `om hem te berechten`. */
export function isAwaited(sentence: Sentence, at: number): boolean {
  const word = sentence.words[at] ?? '';
  if (!/^(?:tried|berecht|berechten)$/.test(word)) return false;
  return sentence.words
    .slice(Math.max(0, at - 5), at)
    .some((before) => /^(?:to|te|wil|wilde|willen|wilden|laten|would|should|could)$/.test(before));
}

export function isAwaitedTrial(sentence: Sentence, at: number): boolean {
  return sentence.words
    .slice(Math.max(0, at - 6), at)
    .some((word) =>
      /^(?:await|awaits|awaiting|pending|before|without|will|sets?|postponed|adjourned|delayed|ordered|zal|zonder|voor|after|na)$/.test(
        word,
      ),
    );
}

/** The verdict is for a jury that has not spoken: `if they convict on`, `should jurors find him guilty of`. */
export function isBeforeJury(sentence: Sentence, at: number): boolean {
  return (
    /^(?:convict|convicts)$/.test(sentence.words[at] ?? '') ||
    sentence.words.some((word) => /^(?:jury|jurors|juror|jurymen|jury's|juryleden|gezworenen)$/.test(word))
  );
}

export function isDenied(sentence: Sentence, at: number): boolean {
  const before = sentence.words[at - 1] ?? '';
  if (before === 'to' && sentence.words[at - 2] === 'not') return true;
  return before === 'not' || before === 'niet' || before === 'nooit' || before === 'never';
}

/** English: `prosecutors are weighing whether to indict`, `recommended that he be charged`, `could face charges of`. */
export function isUndecided(sentence: Sentence, at: number): boolean {
  const before = sentence.words.slice(Math.max(0, at - 12), at);
  if (
    before.some((word) =>
      /^(?:recommend(?:s|ed|ing)?|weigh(?:s|ed|ing)?|consider(?:s|ed|ing)?|mull(?:s|ed|ing)?)$/.test(word),
    )
  )
    return true;
  return (
    before.slice(-5).some((word) => /^(?:could|may|might)$/.test(word)) &&
    before.slice(-3).some((word) => /^(?:be|face|bring|file)$/.test(word))
  );
}

/** English: an end of the case that somebody asks for, or that a court refuses: `urged the state to drop`, `declined to dismiss`. */
export function isOnlyAsked(sentence: Sentence, at: number): boolean {
  return sentence.words
    .slice(Math.max(0, at - 8), at)
    .some((word) =>
      /^(?:urg(?:e|es|ed|ing)|call(?:s|ed|ing)?|demand(?:s|ed|ing)?|ask(?:s|ed|ing)?|should|must|ought|refus(?:e|es|ed|ing)|want(?:s|ed)?|request(?:s|ed|ing)?|motions?|bid|petition(?:s|ed)?|argu(?:e|es|ed|ing)|seek(?:s|ing)?|sought|reject(?:s|ed|ing)?|declin(?:e|es|ed|ing)|plea|appeal(?:s|ed|ing)?|hop(?:e|es|ed|ing)|tr(?:y|ies|ied|ying))$/.test(
        word,
      ),
    );
}

/** English: `my client is innocent of`, `insists that he is innocent of`: said by the defence and not by a court. */
export function isProtested(sentence: Sentence): boolean {
  return (
    sentence.words.some((word) =>
      /^(?:says?|said|insist(?:s|ed|ing)?|maintain(?:s|ed|ing)?|my|i|argued)$/.test(word),
    ) && !sentence.words.some((word) => /^(?:found|declared|ruled|jury|pronounced)$/.test(word))
  );
}

/** English: `look into allegations that`, `an inquiry into claims of`. */
export function isLookedInto(sentence: Sentence, at: number): boolean {
  return sentence.words
    .slice(Math.max(0, at - 5), at)
    .some((word) =>
      /^(?:investigat\w*|inquir\w*|prob(?:e|es|ing)|examin\w*|look(?:s|ing|ed)?|reviewing|questioned)$/.test(word),
    );
}

/** English: a sentence is what is asked for: `sought a 15-year prison term, accusing him of`. */
export function isPenaltySought(sentence: Sentence, at: number): boolean {
  return sentence.words
    .slice(0, at)
    .some((word) => /^(?:sentence|term|prison|jail|years?|life|penalty|fine|imprisonment)$/.test(word));
}
