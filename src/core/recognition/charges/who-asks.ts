import { Mark } from './grammar';
import { is } from './sentence';
import type { Sentence } from './sentence';

const DUTCH_PROSECUTORS =
  /^(?:officier|officieren|om|openbaar|justitie|aanklagers?|aanklaagster|procureur|procureurs|parket|auditeur-militair|advocaat-generaal|auditeur)$/;
const DUTCH_ASKING =
  /^(?:vraagt|vroeg|vroegen|vragen|eist|eiste|eisten|eisen|geëist|vordert|vorderde|vorderden|vorderen|gevorderd|wil|wilde)$/;
const PROSECUTOR_NAMED = /\b(?:officier|openbaar ministerie|aanklager|procureur|parket|advocaat-generaal)|\bOM\b/u;

/** Dutch: `de officier vraagt negen maanden voor`. */
export function isSoughtInDutch(sentence: Sentence, at: number): boolean {
  const around = sentence.words.slice(Math.max(0, at - 14), at + 10);
  return around.some((word) => DUTCH_ASKING.test(word)) && around.some((word) => DUTCH_PROSECUTORS.test(word));
}

/** Dutch: the speaker is the prosecutor of the sentence before (`Zij acht doodslag bewezen`, `Ze vinden hem schuldig aan`). */
export function isProsecutorSpeaking(sentence: Sentence): boolean {
  const first = is(sentence, 0, Mark.Quote) ? 1 : 0;
  if (!/^(?:hij|zij|ze)$/.test(sentence.words[first] ?? '')) return false;
  const start = sentence.starts[0] ?? 0;
  return PROSECUTOR_NAMED.test(sentence.text.slice(sentence.previousStart, start));
}

/** Dutch: an inquiry asks whether it happened: `onderzoekt of de arts zich schuldig maakte aan`. */
export function isInquiredInto(sentence: Sentence, at: number): boolean {
  const asked = sentence.words.findIndex((word) =>
    /^(?:onderzoekt|onderzocht|onderzoeken|nagaan|onderzoek)$/.test(word),
  );
  return asked >= 0 && asked < at && sentence.words.slice(asked, at).includes('of');
}
