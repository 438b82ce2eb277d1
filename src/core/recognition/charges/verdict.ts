import type { ChargeStage } from '../../annotation/annotation';
import { Mark } from './grammar';
import { is } from './sentence';
import type { Sentence } from './sentence';
import { saysBetween } from './stage-rule';
import { isInquiredInto, isProsecutorSpeaking } from './who-asks';

/** Words of a prosecutor or defender who asks for a verdict. */
export const ASKS =
  /^(?:vraagt|vroeg|vragen|eist|eiste|pleit|pleitte|bepleit|bepleitte|gevraagd|verzocht|asks|asked|sought|seeks|seeking|requested|urged)$/;

/** `guilty` and its like turn with negation and with the verb before them. */
export function verdict(sentence: Sentence, at: number, own: ChargeStage | undefined): ChargeStage | undefined {
  const before = sentence.words.slice(Math.max(0, at - 9), at);
  const near = sentence.words.slice(Math.max(0, at - 9), at + 5);
  const pleads =
    before.some((word) => /^(?:plead(?:s|ed|ing)?|pled|pleitte?n?)$/.test(word)) ||
    (before.includes('zich') && before.some((word) => /^(?:verklaar(?:t|de|den)|achtte?)$/.test(word)));
  const denied = before
    .slice(-4)
    .some((word) => word === 'not' || word === 'niet' || word === 'evenmin' || word === 'nor');
  const unproven = before.includes('bewezen') && before.includes('niet');
  if (denied || unproven || near.includes('evenmin')) return pleads ? 'on trial' : 'acquitted';
  if (isInquiredInto(sentence, at)) return 'suspected';
  if (
    isArgued(sentence) ||
    isProsecutorSpeaking(sentence) ||
    before.some((word) => /^(?:denie[sd]|denying|ontken(?:t|de|den|nen)|bestrijdt|betwist)$/.test(word))
  )
    return 'on trial';
  if (before.some((word) => /^(?:alleges?|alleged|claims?|claimed|accuses?|beweert|beweerde)$/.test(word)))
    return 'accused';
  if (isAlleged(sentence, at))
    return sentence.words.some((word) => /^(?:defence|defense|trial|jury)$/.test(word)) ? 'on trial' : 'charged';
  if (
    near.some((word) => word === 'zou' || word === 'zouden' || word === 'onderzoekt' || word === 'of') &&
    near.includes('zich')
  )
    return 'suspected';
  if (before.includes('of') && is(sentence, sentence.words.lastIndexOf('of', at) + 1, Mark.Pronoun)) return 'on trial';
  return own;
}

/** `volgens de aanklager heeft hij zich schuldig gemaakt aan` */
function isAlleged(sentence: Sentence, at: number): boolean {
  const before = sentence.words.slice(0, at);
  const says = before.findIndex((word) => /^(?:says?|said)$/.test(word));
  if (says > 0 && /^(?:state|crown|prosecutors?|prosecution)$/.test(before[says - 1] ?? '')) return true;
  const source = before.indexOf('volgens');
  return (
    source >= 0 &&
    before
      .slice(source, source + 5)
      .some((word) =>
        /^(?:aanklagers?|tenlastelegging|aanklacht|justitie|officier|parket|procureur|om|vervolging|dagvaarding)$/.test(
          word,
        ),
      )
  );
}

/** A verdict that a prosecutor or defender asks for. */
function isArgued(sentence: Sentence): boolean {
  if (sentence.words.includes('said') && /^(?:opening|closing)$/.test(sentence.words[0] ?? '')) return true;
  return (
    sentence.words.some((word) => ASKS.test(word) || /^(?:meent|betoogt|betoogde|argues|argued)$/.test(word)) &&
    sentence.words.some((word) =>
      /^(?:prosecutors?|prosecution|defence|defense|advocaat-generaal|officier|aanklagers?|procureur|justitie|parket|verdediging)$/.test(
        word,
      ),
    )
  );
}

/** `quashed the conviction of`, `won his appeal against`, `vernietigde de veroordeling wegens`. */
export function isQuashed(sentence: Sentence, at: number): boolean {
  return (
    saysBetween(sentence, at - 6, at, /^won$/) ||
    saysBetween(
      sentence,
      at - 12,
      at + 12,
      /^(?:quash(?:ed|es)|aside|overturn(?:ed|s)|threw|throws|thrown|vacated|reversed|annulled|vernietigd|vernietigde|vernietigt|verbrak|verbreekt|verbroken)$/,
    )
  );
}
