import { saysBetween, type TriggerSite } from './stage-rule';
import type { Sentence } from './sentence';

/** Dutch: the court is the subject of its verdict: `Voor stalking heeft de rechter hem veroordeeld`. */
export function isSentencing({ sentence, at }: TriggerSite): boolean {
  const from = at - 5;
  const to = at + 14;
  return (
    saysBetween(sentence, from, to, /^(?:veroordeeld|veroordeelde|veroordeelt|opgelegd)$/) ||
    (saysBetween(sentence, from, to, /^leg(?:t|de|den|gen)$/) && saysBetween(sentence, from, to, /^op$/))
  );
}

/** Dutch: what is drawn back is the case (`trok zijn klacht in`), not a licence. */
export function isAboutCase(sentence: Sentence): boolean {
  return sentence.words.some((word) =>
    /^(?:klacht|klachten|aanklacht|aanklachten|aangifte|beschuldiging|beschuldigingen|vervolging|zaak|verdenking)$/.test(
      word,
    ),
  );
}

const PROSECUTORS = /^(?:justitie|om|officier|parket|procureur|openbaar|aanklager|aanklagers)$/;

/** Dutch: a prosecutor is named in the sentence. */
export function namesProsecutor({ sentence }: TriggerSite): boolean {
  return sentence.words.some((word) => PROSECUTORS.test(word));
}

/** Dutch: a summons in the active voice, by somebody who is no prosecutor; the passive is the prosecutor's. */
export function isPrivateSummons(site: TriggerSite): boolean {
  if (namesProsecutor(site)) return false;
  const { sentence, at, word } = site;
  return word !== 'gedagvaard' || saysBetween(sentence, at - 8, at, /^(?:had|heeft|hadden|hebben)$/);
}

/** Dutch: who drags another before a judge is a private person: `sleepte hem voor de rechter wegens smaad`. */
export function isTakenToCourt({ sentence }: TriggerSite): boolean {
  return sentence.words.some((word) =>
    /^(?:daagde|daagden|daagt|dagen|gedaagd|sleepte|sleepten|sleept|slepen|gesleept)$/.test(word),
  );
}

/** Dutch: `zit vast voor drugshandel` is a sentence being served, `zit vast wegens` and `sinds vrijdag vast` a remand. */
export function isServing({ sentence, at, phrase }: TriggerSite): boolean {
  return (
    saysBetween(sentence, Math.min(at, phrase.from), Math.max(at, phrase.from), /^voor$/) &&
    saysBetween(sentence, at - 10, at + 1, /^(?:zit|zitten|zat|zaten|vastzit|vastzat)$/) &&
    !sentence.words.some((word) =>
      /^(?:verdenking|voorarrest|(?:maan|dins|woens|donder|vrij|zater|zon)dag|gisteren)$/.test(word),
    )
  );
}

/** Dutch: a court is named in the sentence. */
export function namesCourt({ sentence }: TriggerSite): boolean {
  return sentence.words.some((word) => COURT.test(word));
}

export const COURT = /^(?:rechter|rechters|rechtbank|politierechter|hof|gerechtshof|jury|tribunaal)$/;
