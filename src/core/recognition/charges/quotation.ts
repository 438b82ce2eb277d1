import { Mark } from './grammar';
import { is } from './sentence';
import type { Sentence } from './sentence';

/** The longest offence that is read as one because it stands in quotation marks, in tokens. */
const LONGEST = 14;

/**
 * The end of an offence that opens a quotation: what is quoted as one name is one name (`“corruption on earth”`). Undefined when
 * no quotation opens before `from`, it was read to its end already, or another offence or a break comes before its end.
 */
export function endOfQuotation(sentence: Sentence, from: number, to: number, limit: number): number | undefined {
  let open = from - 1;
  while (is(sentence, open, Mark.Determiner)) open--;
  if (open < 0 || !opens(sentence, open)) return undefined;
  for (let k = from; k < limit && k <= from + LONGEST; k++) {
    if (is(sentence, k, Mark.Quote)) return k > to && closes(sentence, k) ? k : undefined;
    if (is(sentence, k, Mark.Comma | Mark.Conjunction)) return undefined;
    if (is(sentence, k, Mark.Stop) && is(sentence, k, Mark.Punctuation)) return undefined;
  }
  return undefined;
}

function opens(sentence: Sentence, at: number): boolean {
  return is(sentence, at, Mark.Quote) && sentence.ends[at] === sentence.starts[at + 1];
}

function closes(sentence: Sentence, at: number): boolean {
  return sentence.starts[at] === sentence.ends[at - 1];
}
