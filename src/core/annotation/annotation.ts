import type { CodePointRange } from '../text/code-points';

/** 8 characters of digits and consonants, the first of g-z (SIDECAR.md). */
export type AnnotationId = string;

/** `person`, `place`, `charge`, `note`, or the id of one of the researcher's own layers. */
export type LayerId = string;

/** The layers that the recogniser suggests. */
export const RECOGNISED_LAYERS = ['person', 'place', 'charge'] as const;
export type RecognisedLayer = (typeof RECOGNISED_LAYERS)[number];

/** The layers that every installation has. */
export const BUILT_IN_LAYERS = [...RECOGNISED_LAYERS, 'note'] as const;

/**
 * Where a target stands: W3C TextQuoteSelector (quote, before, after) and TextPositionSelector (parts).
 * A fact about one version of the text; never rewritten by the program when the text changes.
 */
export interface Selector {
  /** The exact words, one string per part, in order. */
  readonly quote: readonly string[];
  /** First 12 hex digits of the git blob id of the text that the annotation was made on; absent in hand-written entries. */
  readonly textId?: string;
  /** One range per quote in that text, ordered and disjoint; absent in hand-written entries. */
  readonly parts?: readonly CodePointRange[];
  /** Text just before the first part. */
  readonly before?: string;
  /** Text just after the last part. */
  readonly after?: string;
  /** Score of the best lookalike when the annotation was made; absent below 0.7. */
  readonly rival?: number;
  /** True when another line of that text said the same as the line that the words stand in. */
  readonly lineRepeats?: boolean;
}

/** Who did something last, and when (ISO 8601, UTC). */
export interface Stamp {
  readonly by: string;
  readonly at: string;
}

export const NOTE_STATES = ['draft', 'settled', 'doubtful'] as const;
export type NoteState = (typeof NOTE_STATES)[number];

export interface Alternative {
  readonly text: string;
  readonly why?: string;
}

/** A rendering that was replaced by a later one. */
export interface EarlierRendering extends Stamp {
  readonly text: string;
}

export const CHARGE_STAGES = [
  'suspected',
  'accused',
  'charged',
  'on trial',
  'convicted',
  'acquitted',
  'dismissed',
] as const;
export type ChargeStage = (typeof CHARGE_STAGES)[number];

/** What the source says (`quote`) is kept apart from what the researcher adds (`added`). */
export type ChargeFact = { readonly quote: string; readonly selector?: Selector } | { readonly added: string };

export interface ChargeDetails {
  readonly stage?: ChargeStage;
  readonly penalty?: ChargeFact;
  readonly law?: ChargeFact;
  /** The person whom it is laid to. */
  readonly against?: ChargeFact;
  /** Who says so. */
  readonly reportedBy?: ChargeFact;
}

/** Whose value of a field that two sides changed is to stand; `base` is what both had before. */
export const CONFLICT_SIDES = ['ours', 'theirs', 'base'] as const;
export type ConflictSide = (typeof CONFLICT_SIDES)[number];

/** The two sides of a merge that both changed one field. */
export interface FieldConflict {
  readonly field: string;
  readonly ours: unknown;
  readonly theirs: unknown;
  readonly base: unknown;
}

/** A rule of consistency that a rendering breaks on purpose. */
export interface AcceptedInconsistency {
  /** The rule's code; one that this version does not know is kept. */
  readonly rule: string;
  readonly why: string;
}

/** The parts of a translation note; any annotation may carry them. */
export interface Translation {
  readonly rendering?: string;
  readonly literal?: string;
  readonly alternatives?: readonly Alternative[];
  /** Markdown. */
  readonly explanation?: string;
  /** A dictionary, statute or person that the rendering rests on. */
  readonly authority?: string;
  readonly state?: NoteState;
  /** Who made the present rendering, and when; absent means the entry's author at `created`. */
  readonly rendered?: Stamp;
  readonly earlier?: readonly EarlierRendering[];
  /** Rules that the present rendering, or its absence, breaks on purpose. */
  readonly accepted?: readonly AcceptedInconsistency[];
}

/** What a researcher confirmed or wrote about a target. */
export interface Annotation extends Translation {
  readonly id: AnnotationId;
  readonly author: string;
  readonly type: LayerId;
  readonly selector: Selector;
  /** ISO 8601, UTC; absent in hand-written entries. */
  readonly created?: string;
  readonly modified?: Stamp;
  /** Id of a record in the index of names. */
  readonly entity?: string;
  /** A plain remark. */
  readonly text?: string;
  readonly charge?: ChargeDetails;
  /** The person keeps it although its words are gone: it is no longer listed as a problem. */
  readonly kept?: boolean;
  readonly conflicts?: readonly FieldConflict[];
}

/** An answer to an annotation or to another reply; lives in its own author's section. */
export interface Reply {
  readonly id: AnnotationId;
  readonly author: string;
  readonly replyTo: AnnotationId;
  readonly text: string;
  readonly created?: string;
  readonly modified?: Stamp;
  readonly conflicts?: readonly FieldConflict[];
}

export const REJECTION_SCOPES = ['here', 'source'] as const;
export type RejectionScope = (typeof REJECTION_SCOPES)[number];

/** A suggestion that an author turned down: at this one place, or everywhere in this source. */
export interface Rejection {
  readonly id: AnnotationId;
  readonly author: string;
  readonly type: LayerId;
  readonly selector: Selector;
  readonly scope: RejectionScope;
  readonly created?: string;
  readonly conflicts?: readonly FieldConflict[];
}

/** What is known of the article itself. Unknown is absent, never invented. */
export interface SourceMetadata {
  /** BCP 47 primary tag, `nl` or `en`. */
  readonly language?: string;
  /** As the source gives it: `2019`, `2019-03` or `2019-03-10`. */
  readonly date?: string;
  readonly title?: string;
  readonly publication?: string;
  readonly author?: string;
  readonly url?: string;
  readonly citationKey?: string;
  /** Paths, relative to the source's folder, of the same story in another language. */
  readonly parallel?: readonly string[];
  readonly conflicts?: readonly FieldConflict[];
}

/** All that one sidecar holds, in file order. */
export interface AnnotationSet {
  readonly source: SourceMetadata;
  readonly annotations: readonly Annotation[];
  readonly replies: readonly Reply[];
  readonly rejections: readonly Rejection[];
}

/** What a sidecar that does not exist holds. */
export const EMPTY_SET: AnnotationSet = { source: {}, annotations: [], replies: [], rejections: [] };

const FIRST = 'ghjkmnpqrstvwxyz';
const REST = '0123456789bcdfghjkmnpqrstvwxyz';

/** A new random id; `random` answers numbers in [0, 1). */
export function newId(random: () => number = cryptoRandom): AnnotationId {
  let id = FIRST[Math.floor(random() * FIRST.length)]!;
  while (id.length < 8) id += REST[Math.floor(random() * REST.length)]!;
  return id;
}

function cryptoRandom(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;
}
