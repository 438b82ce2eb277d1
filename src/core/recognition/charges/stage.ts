import type { ChargeStage } from '../../annotation/annotation';
import type { Reading } from './charge-reader';
import type { Grammar } from './grammar';
import type { Phrase } from './offence-phrase';
import type { Sentence } from './sentence';

/** How far the law has gone with the person, as far as the sentence says. */
export function stageOf(
  _sentence: Sentence,
  reading: Reading,
  _phrase: Phrase,
  _grammar: Grammar,
): ChargeStage | undefined {
  return reading.trigger.stage;
}
