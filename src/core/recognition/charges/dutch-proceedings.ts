import type { Sentence } from './sentence';

/** Dutch: the court is the subject of its verdict: `Voor stalking heeft de rechter hem veroordeeld`. */
export function isSentencing(sentence: Sentence, at: number): boolean {
  const around = sentence.words.slice(Math.max(0, at - 5), at + 14);
  return (
    around.some((word) => /^(?:veroordeeld|veroordeelde|veroordeelt|opgelegd)$/.test(word)) ||
    (around.some((word) => /^leg(?:t|de|den|gen)$/.test(word)) && around.includes('op'))
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
