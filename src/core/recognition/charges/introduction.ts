import { Mark } from './grammar';
import type { Grammar } from './grammar';
import { is } from './sentence';
import type { Sentence } from './sentence';

/** Passes quotation marks, articles, numerals, hedges, and "N counts of". */
export function skipIntroduction(sentence: Sentence, at: number, limit: number, grammar: Grammar): number {
  let i = at;
  for (; i < limit; i++) {
    // `second degree murder`
    if (sentence.words[i + 1] === 'degree') break;
    // `First-degree murder`: a word cut at its hyphen.
    if (sentence.words[i + 1] === '-' && sentence.starts[i + 1] === sentence.ends[i]) break;
    // `more than 100 breaches of`
    if (/^(?:more|fewer|less)$/.test(sentence.words[i] ?? '') && sentence.words[i + 1] === 'than') {
      i++;
      continue;
    }
    const named = afterNaming(sentence, i, limit);
    if (named !== undefined) {
      i = named - 1;
      continue;
    }
    if (is(sentence, i, Mark.Determiner | Mark.Numeral | Mark.Hedge | Mark.Quote)) continue;
    const counted =
      /^(?:counts?|charges?|felonies|acts|cases?|incidents?|offen[cs]es?|crimes?|misdemeanou?rs?|feiten|gevallen|aantal)$/.test(
        sentence.words[i] ?? '',
      );
    const of = grammar.language === 'en' ? 'of' : 'van';
    if (counted && sentence.words[i + 1] === of) i++;
    // `crimes including murder`
    else if (
      /^(?:crimes|offen[cs]es|charges|felonies|misdemeanou?rs|counts|misdrijven|feiten)$/.test(
        sentence.words[i] ?? '',
      ) &&
      /^(?:including|:)$/.test(sentence.words[i + 1] ?? '')
    )
      i++;
    else if (
      /^(?:crimes|offen[cs]es|charges)$/.test(sentence.words[i] ?? '') &&
      /^(?:such as|ranging from|among them|that include|which include)$/.test(
        `${sentence.words[i + 1] ?? ''} ${sentence.words[i + 2] ?? ''}`,
      )
    )
      i += 2;
    else break;
  }
  return i;
}

/** Where a name goes on that somebody gives to the offence: behind `what they called`, `what prosecutors describe as`. */
function afterNaming(sentence: Sentence, at: number, limit: number): number | undefined {
  if (sentence.words[at] !== 'what') return undefined;
  for (let k = at + 2; k < limit && k <= at + 5; k++) {
    const word = sentence.words[k] ?? '';
    if (/^(?:call(?:s|ed)?|term(?:s|ed)?|dubbed|labell?ed)$/.test(word)) return k + 1;
    if (/^describe[sd]?$/.test(word) && sentence.words[k + 1] === 'as') return k + 2;
    if (/^sa(?:y|ys|id)$/.test(word) && /^(?:was|were|is)$/.test(sentence.words[k + 1] ?? '')) return k + 2;
  }
  return undefined;
}
