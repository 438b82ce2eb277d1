import type { ChargeStage } from '../../annotation/annotation';
import type { Reading } from './charge-reader';
import type { TriggerKind } from './charge-mention';
import type { Phrase } from './offence-phrase';
import type { Sentence } from './sentence';

/** A trigger in its sentence, with an offence that it lays to somebody. */
export interface TriggerSite {
  readonly sentence: Sentence;
  readonly reading: Reading;
  /** The trigger's token, and its word in lower case. */
  readonly at: number;
  readonly word: string;
  readonly phrase: Phrase;
}

/** One way in which the words around a trigger change the stage that it stands for by itself. What is absent does not matter. */
export interface StageRule {
  /** The trigger's word. */
  readonly word?: RegExp;
  /** The stage that the trigger stands for by itself. */
  readonly from?: ChargeStage;
  readonly kind?: TriggerKind;
  /** What the sentence must say besides. */
  readonly when?: (site: TriggerSite) => boolean;
  readonly becomes: ChargeStage | ((site: TriggerSite) => ChargeStage | undefined);
  /** True when nothing that is told elsewhere changes the stage any more. */
  readonly final?: boolean;
}

/** A stage, and whether anything that is told elsewhere may still change it. */
export interface StageByRule {
  readonly stage: ChargeStage | undefined;
  readonly final: boolean;
}

/** The stage by the first rule that applies; the trigger's own, not final, where none does. */
export function stageByRule(rules: readonly StageRule[], site: TriggerSite): StageByRule {
  const { trigger } = site.reading;
  for (const { word, from, kind, when, becomes, final = false } of rules) {
    if (from !== undefined && trigger.stage !== from) continue;
    if (kind !== undefined && trigger.kind !== kind) continue;
    if (word?.test(site.word) === false || when?.(site) === false) continue;
    return { stage: typeof becomes === 'function' ? becomes(site) : becomes, final };
  }
  return { stage: trigger.stage, final: false };
}

/** True when one of the words from `from` to `to` (tokens, half-open; clamped) matches. */
export function saysBetween({ words }: Sentence, from: number, to: number, pattern: RegExp): boolean {
  for (let k = Math.max(0, from); k < Math.min(to, words.length); k++) if (pattern.test(words[k]!)) return true;
  return false;
}
