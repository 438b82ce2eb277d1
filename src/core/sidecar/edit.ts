import type { EditOptions, EditResult, SidecarEdit } from './edits';
import type { ParsedSidecar } from './parsed';
import { parseSidecar } from './read';

/** Applies edits to a sidecar's text; `undefined` creates the file. */
export function editSidecar(text: string | undefined, edits: readonly SidecarEdit[], options: EditOptions): EditResult {
  return editParsed(options.parsed ?? parseSidecar(text ?? ''), edits, options);
}

/** The same on a parsed sidecar, without reading the rest of the file again. */
export function editParsed(_parsed: ParsedSidecar, _edits: readonly SidecarEdit[], _options: EditOptions): EditResult {
  throw new Error('not built yet');
}
