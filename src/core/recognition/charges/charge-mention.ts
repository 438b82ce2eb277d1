import type { ChargeStage } from '../../annotation/annotation';
import type { Range } from '../../text/range';

/** The languages that a charge grammar exists for. */
export type ChargeLanguage = 'nl' | 'en';

/**
 * How the text lays the charge: by a verb (`accused him of`), a noun (`on charges of`, `fraud charges`), a participle or
 * passive (`was arrested for`), a clause about the penalty (`op X staat vijf jaar cel`) or a bare headline.
 */
export type TriggerKind = 'verbal' | 'nominal' | 'passive' | 'penalty' | 'headline';

/**
 * A phrase that names an offence which somebody is held to account for. All ranges are UTF-16, half-open, in the text
 * that was read. What the text doesn't say is absent.
 */
export interface ChargeMention extends Range {
  /** The words because of which the phrase is taken for a charge: the reason to show. */
  readonly trigger: Range & { readonly kind: TriggerKind };
  readonly stage?: ChargeStage;
  readonly penalty?: Range;
  readonly law?: Range;
  /** The person or group whom it is laid to. */
  readonly against?: Range;
  /** Who says so. */
  readonly reportedBy?: Range;
  /** Id of the offence in the bilingual lexicon. */
  readonly concept?: string;
  /** Share of such mentions that are right, measured on our own corpus: in (0, 1]. */
  readonly probability: number;
}
