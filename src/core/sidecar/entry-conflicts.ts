import type { AnnotationId, ConflictSide, FieldConflict } from '../annotation/annotation';
import { isListValue, isMapValue, mapValueOf, sameValue, type YamlValue } from '../yaml/node';
import { encodeConflict, fromPlain } from './encode';
import { editLines, readPairAlone } from './entry-text';
import type { ParsedSidecar } from './parsed';
import { readSidecar } from './read';
import { ENTRY_LAYOUT } from './vocabulary';

/**
 * The sidecar's text with one dispute about a reply or a rejection settled for a side: the field says what that side said,
 * and the record is gone. Absent where that has to be done by hand: quote and position only fit together.
 */
export function settleEntry(
  parsed: ParsedSidecar,
  id: AnnotationId,
  conflict: FieldConflict,
  side: ConflictSide,
): string | undefined {
  const range = parsed.rangeOf(id);
  if (range === undefined || /^(?:quote|position)/.test(conflict.field)) return undefined;
  const start = parsed.text.lastIndexOf('\n', range.start - 1) + 1;
  const lines = parsed.text.slice(start, range.end);
  const value = readPairAlone(lines)?.value;
  if (value?.kind !== 'map') return undefined;
  const known = mapValueOf(value);
  const records = known.get('conflicts');
  if (!isListValue(records)) return undefined;
  const own = encodeConflict(conflict);
  const rest = records.filter(
    (record) => !(isMapValue(record) && [...own].every(([key, said]) => sameValue(record.get(key) ?? null, said))),
  );
  if (rest.length === records.length) return undefined;
  const changes = new Map<string, YamlValue | undefined>([
    [conflict.field, fromPlain(conflict[side]) ?? undefined],
    ['conflicts', rest.length > 0 ? rest : undefined],
  ]);
  const settled = editLines(lines, changes, known, ENTRY_LAYOUT);
  const text = settled && parsed.text.slice(0, start) + settled + parsed.text.slice(range.end);
  if (text === undefined) return undefined;
  const { writable, set } = readSidecar(text);
  return writable && [...set.replies, ...set.rejections].some((entry) => entry.id === id) ? text : undefined;
}
