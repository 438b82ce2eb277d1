import type { Annotation, ConflictSide, FieldConflict } from '../../core/annotation/annotation';

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
