/** What leaves Glossator for other programs, and what comes in from them; one file for each format. */
export {
  CITATION_FORMATS,
  citedRendering,
  missingFrom,
  paragraphNumber,
  type Citation,
  type CitationFormat,
  type CitedRendering,
  type ExpectedField,
} from './citation';
export { writeCitation } from './write-citation';
export {
  IMPORTED_FIELDS,
  planImport,
  readSourceTable,
  UnusableTable,
  type ImportedDetails,
  type ImportedField,
  type ImportPlan,
  type KnownSource,
  type PlannedImport,
  type SourceRecord,
  type UnusableValue,
} from './source-table';
