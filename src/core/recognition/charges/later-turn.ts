import type { ChargeStage } from '../../annotation/annotation';
import type { Reading } from './charge-reader';
import type { Grammar } from './grammar';
import { caseTurns, type CaseTurns, type Turn } from './languages/case-turns';
import type { Phrase } from './offence-phrase';
import type { Sentence } from './sentence';
import { isOnlyAsked } from './undecided';

/** True while the case may still take a turn. */
export function isPending(stage: ChargeStage | undefined): boolean {
  return (
    stage === undefined || stage === 'suspected' || stage === 'accused' || stage === 'charged' || stage === 'on trial'
  );
}

/** The end of the case as another clause or the next sentence tells it; a conviction ends only by being quashed. */
export function laterTurn(
  sentence: Sentence,
  { trigger, at, phrases }: Reading,
  phrase: Phrase,
  own: ChargeStage | undefined,
  grammar: Grammar,
): ChargeStage | undefined {
  const turns = caseTurns()[grammar.language];
  if (own === 'convicted' && turns.overturned !== undefined && isOverturned(sentence, phrase, at, turns.overturned))
    return 'acquitted';
  if (!isPending(own) || trigger.kind === 'penalty') return undefined;
  const { text } = sentence;
  const from = sentence.starts[0] ?? 0;
  const to = sentence.ends[sentence.count - 1] ?? from;
  const around = text.slice(sentence.previousStart, sentence.nextEnd).toLowerCase();
  if (!turns.anyWord.test(around)) return undefined;
  const read = (list: readonly Turn[], start: number, end: number): ChargeStage | undefined => {
    const part = text.slice(start, end).toLowerCase().replace(/’/g, "'").trimStart();
    return list.find(({ pattern }) => pattern.test(part))?.stage;
  };
  const said = read(turns.before, from, sentence.ends[at] ?? from);
  const before = said === 'dismissed' && grammar.language === 'en' && isOnlyAsked(sentence, at) ? undefined : said;
  // Behind the last of the offences that are laid together: `charged with forgery and theft, and jailed`.
  const listEnd = Math.max(phrase.to, ...phrases.map((each) => each.to));
  const offenceEnd = Math.max(sentence.ends[listEnd - 1] ?? to, sentence.ends[at] ?? to);
  const goesOn = from > sentence.previousStart && turns.goesOn.test(text.slice(from, from + 24).toLowerCase());
  return (
    later(read(turns.after, offenceEnd, to), own) ??
    before ??
    read(turns.next, to, sentence.nextEnd) ??
    nextTold(text.slice(to, sentence.nextEnd), own, turns) ??
    (goesOn ? read(turns.previous, sentence.previousStart, from) : undefined)
  );
}

/** A charge is no later turn of what is charged already or tried. */
function later(told: ChargeStage | undefined, own: ChargeStage | undefined): ChargeStage | undefined {
  return told === 'charged' && (own === 'charged' || own === 'on trial') ? undefined : told;
}

/** What the next sentence tells of the person: found guilty, or denying it. */
function nextTold(next: string, own: ChargeStage | undefined, turns: CaseTurns): ChargeStage | undefined {
  const said = next
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/^[.!?”"'\s]+/u, '');
  if (turns.nextFound?.test(said) === true) return 'convicted';
  return own !== 'suspected' && turns.nextTrial?.test(said) === true ? 'on trial' : undefined;
}

/** `was convicted of assault but won his appeal` */
function isOverturned(sentence: Sentence, phrase: Phrase, at: number, turn: RegExp): boolean {
  const end = Math.max(sentence.ends[phrase.to - 1] ?? 0, sentence.ends[at] ?? 0);
  return turn.test(sentence.text.slice(end, sentence.ends[sentence.count - 1]).toLowerCase());
}
