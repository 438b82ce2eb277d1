/** What leaves Glossator for other programs, and what comes in from them; one file for each format. */
export {
  CITATION_FORMATS,
  citedRendering,
  missingFrom,
  paragraphNumber,
  paragraphNumbers,
  type Citation,
  type CitationFormat,
  type CitedRendering,
  type ExpectedField,
} from './citation';
export { writeCitation } from './write-citation';
export {
  IMPORTED_FIELDS,
  planImport,
  decodeSourceTable,
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
export {
  ARRANGEMENTS,
  arrange,
  countStates,
  gatherRenderings,
  gatherRenderingsInSteps,
  type Arrangement,
  type RenderingReport,
  type ReportedNote,
} from './rendering-report';
export type { ReportWords } from './report-words';
export { reportAsCsv } from './report-csv';
export { reportAsMarkdown } from './report-markdown';
export { addressAsMarkdown } from './web-address';
export { html, reportAsHtml, reportHeading, reportRows, reportTable, reportTableOf } from './report-html';
