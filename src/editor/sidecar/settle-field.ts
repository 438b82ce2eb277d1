import type { Annotation, ConflictSide, FieldConflict, SourceMetadata } from '../../core/annotation/annotation';
import type { SidecarEdit } from '../../core/sidecar';
import { SOURCE_KEYS } from '../../core/sidecar/vocabulary';

/** Fields whose value in the file is not how memory has it, so that they have to be settled by hand. */
const BY_HAND = /^(?:quote|position|conflicts)(?:\.|$)|(?:^|\.)position(?:\.|$)/;

/** Words of the file and the properties that they stand for, where the two differ. */
const PROPERTIES: Readonly<Record<string, string>> = { reported_by: 'reportedBy' };

/** True when the conflict can be settled by choosing a side. */
export function canChoose({ field }: FieldConflict): boolean {
  return !BY_HAND.test(field);
}

/**
 * The annotation with one conflict settled: the field has the chosen side's value (absent where that is null), and the
 * record is gone. The stamp of a rendering goes with its rendering. Other conflicts of the same field stay.
 */
export function settled(annotation: Annotation, conflict: FieldConflict, side: ConflictSide): Annotation {
  const stamp =
    conflict.field === 'rendering' ? annotation.conflicts?.find(({ field }) => field === 'rendered') : undefined;
  const { conflicts = [], ...rest } = annotation;
  const left = conflicts.filter((each) => each !== conflict && each !== stamp);
  let next: Record<string, unknown> = { ...rest };
  for (const each of stamp ? [conflict, stamp] : [conflict]) next = withValue(next, each.field.split('.'), each[side]);
  return { ...(next as unknown as Annotation), ...(left.length > 0 && { conflicts: left }) };
}

/** The edit that settles a conflict about the source itself; absent where its key is none that Glossator writes. */
export function settledSource(
  source: SourceMetadata,
  conflict: FieldConflict,
  side: ConflictSide,
): SidecarEdit | undefined {
  const key = SOURCE_KEYS.find(([written]) => written === conflict.field)?.[1];
  const value = conflict[side];
  const known = value === null || typeof value === 'string' || isListOfTexts(value);
  if (key === undefined || !known) return undefined;
  const conflicts = (source.conflicts ?? []).filter((each) => each !== conflict);
  return { kind: 'set-source', key, value: value ?? undefined, conflicts };
}

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function withValue(
  object: Readonly<Record<string, unknown>>,
  [key = '', ...path]: readonly string[],
  value: unknown,
): Record<string, unknown> {
  const property = PROPERTIES[key] ?? key;
  const { [property]: present, ...rest } = object;
  if (path.length > 0) {
    const inner = typeof present === 'object' && present !== null ? (present as Record<string, unknown>) : {};
    return { ...object, [property]: withValue(inner, path, value) };
  }
  return value === null || value === undefined ? rest : { ...object, [property]: value };
}
