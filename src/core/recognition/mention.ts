import type { ChargeStage } from '../annotation/annotation';
import type { ChargeMention, TriggerKind } from './charges/charge-mention';
import type { LanguageCode } from '../text/language';
import type { Range } from '../text/range';

/** The languages that can be told apart; the recogniser knows names and charges of `nl` and `en`. */
export type Language = LanguageCode;

/** What the recogniser looks for. */
export type MentionType = 'person' | 'place' | 'charge';
export type NameType = 'person' | 'place';

/**
 * Why a mention is suggested, as a value that the editor words.
 *
 * - `gazetteer`: the words stand in a list of known names, and the tagger agrees; `list` says which.
 * - `tagger`: shape and context speak for it; `seen elsewhere`: the same words are clearer in another place of the document.
 * - `confirmed`: the researcher has accepted `name`; `spelling` says whether the text writes it the same way, in another
 *   transliteration, or in an inflected or shortened form.
 * - `charge`: the words in `trigger` introduce an offence.
 */
export type Reason =
  | { readonly kind: 'gazetteer'; readonly list: GazetteerList }
  | {
      readonly kind: 'tagger';
      readonly cue?: 'title' | 'initials' | 'first name' | 'place word' | 'saying' | 'seen elsewhere';
    }
  | { readonly kind: 'confirmed'; readonly name: string; readonly spelling: 'same' | 'transliterated' | 'part' }
  | { readonly kind: 'charge'; readonly trigger: string; readonly construction: TriggerKind; readonly range: Range };

/** `region`: regions, continents, waters and streets; `name`: a list of Dutch proper names. */
export type GazetteerList = 'country' | 'region' | 'city' | 'town' | 'first name' | 'surname' | 'name';

/** A fact that a charge mention carries, where the text says it (UTF-16, half-open). */
export type Stated = Range;

/** What the text says of a charge; each part only when it is said. */
export interface StatedCharge {
  readonly stage?: ChargeStage;
  readonly penalty?: Stated;
  readonly law?: Stated;
  /** The person whom it is laid to. */
  readonly against?: Stated;
  /** Who says so. */
  readonly reportedBy?: Stated;
  /** Id of the offence in the bilingual lexicon. */
  readonly concept?: string;
}

/**
 * A span that names a person, place or charge, as `ANNOTATION-GUIDELINES` defines it: UTF-16 code units, half-open,
 * without quotation marks, titles and genitive 's.
 */
export interface Mention extends Range {
  readonly type: MentionType;
  readonly why: Reason;
  /** Calibrated: of the mentions given 0.8, about four in five are right. From 0 to 1. */
  readonly probability: number;
  /** Only of charges. */
  readonly charge?: StatedCharge;
}

/** The mention with all that it says about the text, `by` code units further on. */
export function movedMention(mention: Mention, by: number): Mention {
  if (by === 0) return mention;
  const shift = (range: Range): Range => ({ start: range.start + by, end: range.end + by });
  const { why, charge } = mention;
  return {
    ...mention,
    ...shift(mention),
    ...(why.kind === 'charge' && { why: { ...why, range: shift(why.range) } }),
    ...(charge && {
      charge: {
        ...charge,
        ...(charge.penalty && { penalty: shift(charge.penalty) }),
        ...(charge.law && { law: shift(charge.law) }),
        ...(charge.against && { against: shift(charge.against) }),
        ...(charge.reportedBy && { reportedBy: shift(charge.reportedBy) }),
      },
    }),
  };
}

/** A charge that the grammar read in `text`, as a mention. */
export function chargeMention(text: string, charge: ChargeMention): Mention {
  const { start, end, trigger, probability, stage, penalty, law, against, reportedBy, concept } = charge;
  const why = {
    kind: 'charge',
    trigger: text.slice(trigger.start, trigger.end),
    construction: trigger.kind,
    range: { start: trigger.start, end: trigger.end },
  } as const;
  const stated = {
    ...(stage && { stage }),
    ...(penalty && { penalty }),
    ...(law && { law }),
    ...(against && { against }),
    ...(reportedBy && { reportedBy }),
    ...(concept && { concept }),
  };
  return { type: 'charge', start, end, why, probability, charge: stated };
}
