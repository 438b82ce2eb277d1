/** Translation notes: their fields, the terms in them, and what is not consistent among them. */
export {
  asMarkdown,
  fieldsOf,
  hasTranslation,
  oneLine,
  readNote,
  renderedBy,
  repliesTo,
  withoutImages,
  withoutLinks,
  withoutTranslation,
  withTranslation,
  writeNote,
  type TranslationFields,
} from './notes';
export { findTerm, TermFinder, type TermMatch, type TermOptions } from './find-term';
export {
  DecisionMemory,
  decisionsOf,
  type Decision,
  type FittingDecision,
  type KnownPassage,
  type SimilarDecision,
} from './reuse';
export { asPitfall, HEDGED_PERFECT, PitfallFinder, readPitfalls, type Pitfall, type PitfallPlace } from './pitfalls';
export { TermIndex, type IndexMatch } from './term-index';
export {
  checkConsistency,
  ConsistencyIndex,
  type CheckedSource,
  type ConsistencyOptions,
  type ConsistencyProblem,
} from './consistency';
export { CONSISTENCY_CODES, DEFAULT_RULES, missingNumbers, type ConsistencyCode } from './consistency-rules';
export { KnownNames } from './known-names';
export { GLOSSARY_NAME, keyOfTerm, type GlossaryEdit, type GlossaryTerm, type ParsedGlossary } from './glossary';
export { DEFAULT_LANGUAGE, GLOSSARY_VERSION, isGlossary, parseGlossary, parseGlossaryInSteps } from './glossary-read';
export { editGlossary, editParsedGlossary, entriesAbout, withFreeKey, type GlossaryEditResult } from './glossary-edit';
export { baseForm, GlossaryMatcher, sameLanguage, type FittingTerm, type TermPlace } from './glossary-matching';
export { settleTerm } from './glossary-settle';
export { mergeGlossaries, type GlossaryConflict, type GlossaryMerge } from './glossary-merge';
