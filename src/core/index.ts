/**
 * The public face of Glossator's core: it knows neither an editor nor Node. All ranges are half-open, in UTF-16 code
 * units, unless a name says code points.
 */
export type { Range } from './text/range';
export type { Problem, Severity } from './text/problem';
export { CodePointIndex, asCodePoints, type CodePointOffset, type CodePointRange } from './text/code-points';
export { normaliseText, textId } from './text/text-id';
export * from './annotation/annotation';
export { readMetadata, type MetadataLines } from './annotation/metadata';
export {
  anchor,
  anchorAll,
  carry,
  describe,
  describeAll,
  findExact,
  matchQuote,
  type AnchorOptions,
  type Candidate,
  type Placement,
  type PlacementState,
  type Target,
} from './anchoring';
export {
  createRecognizer,
  identifyLanguage,
  identifyParagraphs,
  type Mention,
  type Reason,
  type RecognizeOptions,
  type Recognizer,
} from './recognition';
export {
  conflictedCopyOf,
  editSidecar,
  mergeSidecars,
  parseSidecar,
  sidecarNameOf,
  sourceNameOf,
  splitConflictMarkers,
  type EditResult,
  type MergeResult,
  type ParsedSidecar,
  type SidecarEdit,
} from './sidecar';
export {
  editGlossary,
  findTerm,
  mergeGlossaries,
  parseGlossary,
  type GlossaryEdit,
  type GlossaryTerm,
  type ParsedGlossary,
} from './translation';
