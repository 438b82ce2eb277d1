/** The sidecar: reading, editing, merging, and where it lives (SIDECAR.md). */
export type { ParseOptions, ParsedSidecar } from './parsed';
export type { EditOptions, EditResult, EntryPlace, SidecarEdit } from './edits';
export type { MergeConflict, MergeResult } from './merge';
export { parseSidecar, parseSidecarInSteps } from './read';
export { editParsed, editSidecar } from './edit';
export { mergeSidecars } from './merge';
export { entryPlace } from './entry-place';
export { settleEntry } from './entry-conflicts';
export { settleTopLevel, topLevelConflicts, type TopLevelConflict } from './top-level-conflicts';
export {
  conflictSides,
  hasConflictMarkers,
  splitConflictMarkers,
  withConflictMarkers,
  type ConflictSides,
} from '../yaml/conflict-markers';
export { conflictedCopyOf, isSidecarName, sidecarNameOf, SIDECAR_SUFFIX, sourceNameOf } from './location';
export { FORMAT_VERSION, migrate, type Migration } from './format';
