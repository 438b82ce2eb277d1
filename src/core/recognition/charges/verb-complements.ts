import { Mark } from './grammar';
import { is } from './sentence';
import type { Sentence } from './sentence';

/**
 * Behind the complements that follow the verb (`aangezet tot haat`, `geholpen bij het verhullen van vermogen`, `omgekocht om
 * de opnames te wissen`); time and named places stay out.
 */
export function afterComplements(sentence: Sentence, at: number): number {
  let k = at;
  for (;;) {
    const word = sentence.words[k] ?? '';
    if (word === 'om' || word === 'door') {
      const end = infinitiveEnd(sentence, k + 1);
      if (end === undefined) return k;
      k = end;
      continue;
    }
    let noun = k + 1;
    while (is(sentence, noun, Mark.Determiner)) noun++;
    const named = is(sentence, noun, Mark.Capital | Mark.TimeOrPlace | Mark.Numeral);
    const opens = is(sentence, k, Mark.Keeps)
      ? !/^(?:namens|via)$/.test(word) && !is(sentence, noun, Mark.TimeOrPlace)
      : /^(?:over|in|bij|voor|uit)$/.test(word) && !named;
    if (!opens || (is(sentence, k + 1, Mark.Stop) && !is(sentence, k + 1, Mark.Determiner))) return k;
    k = noun + 1;
    while (
      k < sentence.count &&
      !is(sentence, k, Mark.Comma | Mark.Conjunction | Mark.Stop | Mark.Preposition) &&
      !(is(sentence, k, Mark.Punctuation) && !is(sentence, k, Mark.Quote))
    )
      k++;
  }
}

/** Behind `te` and its infinitive in the same clause. */
function infinitiveEnd(sentence: Sentence, from: number): number | undefined {
  for (let k = from; k < from + 9 && k < sentence.count; k++) {
    if (is(sentence, k, Mark.Comma) || (is(sentence, k, Mark.Stop) && is(sentence, k, Mark.Punctuation)))
      return undefined;
    if (sentence.words[k] === 'te' && /n$/.test(sentence.words[k + 1] ?? '')) return k + 2;
  }
  return undefined;
}
