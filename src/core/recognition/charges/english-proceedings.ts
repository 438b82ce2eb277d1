import { saysBetween, type TriggerSite } from './stage-rule';
import type { Sentence } from './sentence';

/** English: the verdict fell and the case is heard anew: `ordered a retrial for a man jailed over`. */
export function isRetried({ sentence }: TriggerSite): boolean {
  const at = sentence.words.findIndex(
    (word, k) => word === 'retrial' || (word === 'new' && sentence.words[k + 1] === 'trial'),
  );
  return (
    at >= 0 && saysBetween(sentence, at - 4, at, /^(?:order(?:s|ed|ing)?|grant(?:s|ed|ing)?|fac(?:es|ed|ing)|won)$/)
  );
}

/** English: `jurors deadlocked on two counts of`; a grand jury is no trial. */
export function isBeforeTrialJury({ sentence }: TriggerSite): boolean {
  return sentence.words.some(
    (word, k) => /^(?:mistrial|deadlocked|jurors)$/.test(word) && sentence.words[k - 1] !== 'grand',
  );
}

/** English: `is examining whether he was guilty of` */
export function isInvestigated(sentence: Sentence): boolean {
  return (
    sentence.words.includes('whether') &&
    sentence.words.some((word) => /^(?:examin|investigat|inquir|prob|look)/.test(word))
  );
}
