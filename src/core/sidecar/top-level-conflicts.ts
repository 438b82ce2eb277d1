import type { ConflictSide, FieldConflict } from '../annotation/annotation';
import type { Range } from '../text/range';
import { editMap } from '../yaml/map-edit';
import {
  isListValue,
  isMapValue,
  mapValueOf,
  sameValue,
  valueOf,
  type YamlValue,
  type YamlValueMap,
} from '../yaml/node';
import { readYaml } from '../yaml/read';
import { applySplices } from '../yaml/splice';
import { toPlain } from './decode';
import { editSidecar } from './edit';
import { AUTHOR_RECORDS, RECORDS } from './merge-top-level';
import type { ParsedSidecar } from './parsed';
import { readPairAlone } from './entry-text';
import { SegmentedSidecar } from './segmented';
import { readSidecar } from './read';
import type { TopLevelSegment } from './segments';
import { SOURCE_LAYOUT } from './vocabulary';

/** A key beside `source:` and the sections, or the name of an author's section, that two sides changed. */
export interface TopLevelConflict extends FieldConflict {
  /** The key under which its record stands. */
  readonly key: string;
  /** Which of the records there it is. */
  readonly index: number;
  /** The record's key, in the sidecar's text. */
  readonly range: Range;
}

/** The records under `conflicts_KEY`, in file order; none of a text that can't be cut into its parts. */
export function topLevelConflicts(parsed: ParsedSidecar): readonly TopLevelConflict[] {
  if (!(parsed instanceof SegmentedSidecar) || !parsed.facts.spliceable) return [];
  return parsed.segments.flatMap((segment, place) => {
    if (segment.kind !== 'top-level' || !segment.key.startsWith(RECORDS)) return [];
    const { key } = segment;
    const start = parsed.starts[place]!;
    const range = { start, end: start + key.length };
    return recordsIn(linesOf(parsed, segment)).flatMap((record, index) => {
      const field = record.get('field');
      if (typeof field !== 'string') return [];
      const [ours, theirs, base] = ['ours', 'theirs', 'base'].map((side) => toPlain(record.get(side) ?? null));
      return [{ key, index, range, field, ours, theirs, base }];
    });
  });
}

/** The sidecar's text with one dispute settled for a side; absent where that has to be done by hand. */
export function settleTopLevel(
  parsed: ParsedSidecar,
  { key, index, field }: TopLevelConflict,
  side: ConflictSide,
): string | undefined {
  if (!(parsed instanceof SegmentedSidecar)) return undefined;
  const records = parsed.segments.find((segment) => segment.kind === 'top-level' && segment.key === key);
  if (records?.kind !== 'top-level') return undefined;
  const record = recordsIn(linesOf(parsed, records))[index];
  const value = record?.get(side) ?? null;
  const about = key.slice(RECORDS.length);
  const subject = parsed.segments.find((segment) => segment.kind === 'top-level' && segment.key === about);
  const isAuthor = key === AUTHOR_RECORDS && subject === undefined;
  const settled = isAuthor
    ? withAuthor(parsed, record?.get('ours'), value)
    : subject?.kind === 'top-level'
      ? withLines(parsed, subject, (lines) =>
          withField(lines, field === about ? [about] : [about, ...below(field, about)], value),
        )
      : undefined;
  if (settled === undefined) return undefined;
  const rest = recordsIn(linesOf(parsed, records)).filter((_, k) => k !== index);
  const after = readSidecar(settled);
  const segment = after.segments.find((each) => each.kind === 'top-level' && each.key === key);
  if (segment?.kind !== 'top-level') return undefined;
  const text = withLines(after, segment, (lines) => withField(lines, [key], rest.length > 0 ? rest : undefined));
  return text !== undefined && readSidecar(text).writable ? text : undefined;
}

function below(field: string, about: string): readonly string[] {
  return field.slice(about.length + 1).split('.');
}

/** The name of a section in the place of another; the same text where that is the name already. */
function withAuthor(parsed: SegmentedSidecar, from: YamlValue | undefined, to: YamlValue): string | undefined {
  if (typeof from !== 'string' || typeof to !== 'string') return undefined;
  if (from === to || !parsed.authors.includes(from)) return parsed.text;
  const { text, problems } = editSidecar(parsed.text, [{ kind: 'rename-author', from, to }], { fileName: '' });
  return problems.some(({ code }) => code === 'edit-failed') ? undefined : text;
}

function withLines(
  { text, segments, starts }: SegmentedSidecar,
  segment: TopLevelSegment,
  change: (lines: string) => string | undefined,
): string | undefined {
  const start = starts[segments.indexOf(segment)]!;
  const lines = change(text.slice(start, start + segment.length));
  return lines === undefined ? undefined : text.slice(0, start) + lines + text.slice(start + segment.length);
}

/** The lines with another value at a path of keys; without the key where there is none. */
function withField(lines: string, path: readonly string[], value: YamlValue | undefined): string | undefined {
  const { root, sound } = readYaml(lines, 0);
  if (!sound || root?.pairs.length !== 1) return undefined;
  const [key, ...inner] = path as [string, ...string[]];
  const known = mapValueOf(root);
  const next = inner.length === 0 ? value : withValue(known.get(key), inner, value);
  if (sameValue(known.get(key), next)) return lines;
  return applySplices(lines, editMap(lines, root, new Map([[key, next]]), known, SOURCE_LAYOUT));
}

function withValue(map: YamlValue | undefined, path: readonly string[], value: YamlValue | undefined): YamlValue {
  const [key, ...inner] = path as [string, ...string[]];
  const values = new Map<string, YamlValue>(isMapValue(map) ? map : []);
  if (inner.length > 0) return values.set(key, withValue(values.get(key), inner, value));
  if (value === undefined || value === null) values.delete(key);
  else values.set(key, value);
  return values;
}

function linesOf({ text, segments, starts }: SegmentedSidecar, segment: TopLevelSegment): string {
  const start = starts[segments.indexOf(segment)]!;
  return text.slice(start, start + segment.length);
}

function recordsIn(lines: string): readonly YamlValueMap[] {
  const pair = readPairAlone(lines);
  const value = pair && valueOf(pair.value);
  return isListValue(value) ? value.filter(isMapValue) : [];
}
