import type { Grammar, Trigger } from './grammar';
import type { Sentence } from './sentence';

/** The words that a trigger needs in its clause are there. */
export function hasBeside(sentence: Sentence, trigger: Trigger, at: number): boolean {
  // What stands on an offence is said just after the verb: `op moord staat levenslang`.
  const isVerdict =
    trigger.kind === 'penalty' && trigger.links[0]?.words[0] === 'op' && /^staan?t?$/.test(sentence.words[at] ?? '');
  const from = isVerdict ? at + 1 : Math.max(0, at - 20);
  const to = Math.min(sentence.count, at + (isVerdict ? 12 : 24));
  for (let k = from; k < to; k++) if (trigger.beside?.has(sentence.words[k] ?? '') === true) return true;
  return false;
}

/** The writer says that he lays no charge: `I am not accusing anyone of theft`. */
export function isDisclaimed(sentence: Sentence, at: number): boolean {
  const before = sentence.words.slice(Math.max(0, at - 5), at);
  const denied = before.some((word) => /^(?:not|never|niet|nooit)$|n't$/.test(word));
  return denied && before.some((word) => /^(?:i|we|ik|wij)$/.test(word));
}

/** `charged £60 for parking`, `booked a charge of $300 million for`: money is asked or written off. */
export function isFee(sentence: Sentence, at: number): boolean {
  const word = sentence.words[at] ?? '';
  if (!/^(?:charg(?:e|es|ed|ing)|booked)$/.test(word)) return false;
  const after = sentence.words.slice(at + 1, at + 4).join(' ');
  return (
    /^(?:of )?(?:up to )?[£$€¥]/.test(after) ||
    /^(?:of )?(?:a |an )?(?:\d\S*|one|two|three|five|ten|extra|fee|premium) (?:euros?|pounds?|dollars?|cents?|pence|percent|%|fee)/.test(
      after,
    ) ||
    (word === 'booked' &&
      sentence.words.slice(at + 1, at + 5).some((next) => /^(?:charges?|loss|profit|gain)$/.test(next)))
  );
}

/** `punished by investors for`, `condemned by critics`: no court and no board. */
export function isFigurative(sentence: Sentence, at: number): boolean {
  return (
    sentence.words[at + 1] === 'by' &&
    /^(?:investors|markets?|voters|fans|critics|readers|viewers|history|nature|listeners|diners|customers)$/.test(
      sentence.words[at + 2] ?? '',
    ) &&
    /^(?:punished|penali[sz]ed|condemned|cleared|banned|sanctioned)$/.test(sentence.words[at] ?? '')
  );
}

/** Nobody is held to account: `no one was arrested for`, `the number of arrests for`. */
export function isNobody(sentence: Sentence, at: number, grammar: Grammar): boolean {
  // `no suspect in the killing`, `escaped a fine`
  if (/^(?:no|geen)$/.test(sentence.words[at - 1] ?? '') && sentence.words[at] !== 'contest') return true;
  if (/^(?:escaped?|escapes|avoid(?:s|ed)?|ontliep|ontloopt|ontsnapte)$/.test(sentence.words[at - 2] ?? ''))
    return true;
  for (let k = Math.max(0, at - 8); k < Math.min(at + 4, sentence.count); k++) {
    if (sentence.words[k] === 'no' && sentence.words[k + 1] === 'one') return true;
    if (k < at && at - k <= 3 && /^(?:aantal|number)$/.test(sentence.words[k] ?? '')) return true;
    if (grammar.nobody.has(sentence.words[k] ?? '')) return true;
  }
  return false;
}

/** `convicted of theft but not of fraud`: an offence that begins at `from` is named as left out. */
export function isExcepted(sentence: Sentence, from: number): boolean {
  const before = sentence.words.slice(Math.max(0, from - 4), from);
  const not = before.findLastIndex((word) => word === 'not' || word === 'niet');
  return (
    not >= 0 &&
    before.slice(not + 1).every((word) => /^(?:of|for|on|with|to|aan|van|voor|wegens|het|de|een|the|an?)$/.test(word))
  );
}
