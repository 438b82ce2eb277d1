import type { ChargeMention } from './charge-mention';
import type { Reading } from './charge-reader';
import type { Grammar } from './grammar';
import type { Phrase } from './offence-phrase';
import type { Sentence } from './sentence';

/** What the sentence says beside the offence: penalty, law, person, source. */
export function statedFacts(
  _sentence: Sentence,
  _reading: Reading,
  _phrase: Phrase,
  _grammar: Grammar,
): Pick<ChargeMention, 'penalty' | 'law' | 'against' | 'reportedBy'> {
  return {};
}
