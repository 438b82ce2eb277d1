import type { AnnotationId } from '../annotation/annotation';
import { textId } from '../text/text-id';
import { canonical, isMapValue, valueOf, type YamlValue, type YamlValueMap } from '../yaml/node';
import { doubleQuoted } from '../yaml/scalars';
import { readPairAlone } from './entry-text';
import type { SegmentedSidecar } from './segmented';
import type { EntrySegment, TopLevelSegment } from './segments';
import type { SectionName } from './vocabulary';

/** An entry of one of the versions that are merged. */
export interface SideEntry {
  readonly key: string;
  readonly id: AnnotationId;
  readonly section: SectionName;
  readonly author: string;
  /** Absent for an entry that a clash of ids gave a new id. */
  readonly segment: EntrySegment;
  /** Its own lines. */
  readonly lines: string;
  /** Comment lines straight above it. */
  readonly comments: string;
}

/** One of the versions that are merged. */
export interface Side {
  readonly sidecar: SegmentedSidecar;
  readonly entries: Map<string, SideEntry>;
  readonly topLevel: ReadonlyMap<string, { readonly segment: TopLevelSegment; readonly lines: string }>;
}

/** Sections and ids that stand under two authors in one of the files. */
export function ambiguousKeys(sidecars: readonly SegmentedSidecar[]): ReadonlySet<string> {
  const ambiguous = new Set<string>();
  for (const { segments } of sidecars) {
    const seen = new Set<string>();
    for (const segment of segments) {
      if (segment.kind !== 'entry') continue;
      const key = entryKey(segment.section, segment.id);
      if (seen.has(key)) ambiguous.add(key);
      seen.add(key);
    }
  }
  return ambiguous;
}

/** A version's entries by section and id; those whose id is ambiguous by their author too. */
export function sideOf(sidecar: SegmentedSidecar, ambiguous: ReadonlySet<string>): Side {
  const entries = new Map<string, SideEntry>();
  const topLevel = new Map<string, { segment: TopLevelSegment; lines: string }>();
  let at = 0;
  let gap = '';
  for (const segment of sidecar.segments) {
    const own = sidecar.text.slice(at, at + segment.length).replace(/\r\n/g, '\n');
    // The file's last line may lack its line break; in the merged file another line may follow it.
    const lines = own.endsWith('\n') ? own : `${own}\n`;
    at += segment.length;
    if (segment.kind === 'top-level') topLevel.set(segment.key, { segment, lines });
    if (segment.kind === 'entry') {
      const { id, section, author } = segment;
      const idKey = entryKey(section, id);
      const key = ambiguous.has(idKey) ? `${idKey} ${author}` : idKey;
      const comments = /(?:^|\n)((?:[ \t]*#[^\n]*\n)+)$/.exec(gap)?.[1] ?? '';
      entries.set(key, { key, id, section, author, segment, lines, comments });
    }
    gap = segment.kind === 'gap' ? gap + own : '';
  }
  return { sidecar, entries, topLevel };
}

export function entryKey(section: SectionName, id: AnnotationId): string {
  return `${section} ${id}`;
}

const valuesOnce = new WeakMap<SideEntry, YamlValue>();

/** What an entry says, unknown keys and all. */
export function valuesOf(entry: SideEntry): YamlValue {
  let values = valuesOnce.get(entry);
  if (values === undefined) {
    const pair = readPairAlone(entry.lines);
    values = pair === undefined ? null : valueOf(pair.value);
    valuesOnce.set(entry, values);
  }
  return values;
}

export function mapOf(entry: SideEntry): YamlValueMap | undefined {
  const values = valuesOf(entry);
  return isMapValue(values) ? values : undefined;
}

/** When an entry was made, for ordering; empty when it does not say. */
export function createdOf(entry: SideEntry): string {
  const created = mapOf(entry)?.get('created');
  return typeof created === 'string' ? created : '';
}

/**
 * What makes an entry the one that it is: when it was made and where it stands; for one written by hand that says
 * neither, its words.
 */
export function identityOf(entry: SideEntry): string {
  const values = mapOf(entry);
  if (values === undefined) return canonical(valuesOf(entry));
  const [created, position] = [values.get('created') ?? null, values.get('position') ?? null];
  const words = created === null && position === null ? (values.get('quote') ?? values.get('text') ?? null) : null;
  return canonical([created, position, words]);
}

const FIRST = 'ghjkmnpqrstvwxyz';
const REST = '0123456789bcdfghjkmnpqrstvwxyz';

/** The id that the later of two entries with one id gets: the same on every machine and in every order of merging. */
export function idAfterClash(entry: SideEntry): AnnotationId {
  const digits = textId(`${entry.section} ${entry.id} ${identityOf(entry)}`);
  let number = BigInt(`0x${digits}`);
  const take = (letters: string): string => {
    const letter = letters[Number(number % BigInt(letters.length))]!;
    number /= BigInt(letters.length);
    return letter;
  };
  let id = take(FIRST);
  while (id.length < 8) id += take(REST);
  return id;
}

/** The same entry with another id, in its lines too. */
export function withId(entry: SideEntry, id: AnnotationId): SideEntry {
  const pair = readPairAlone(entry.lines)!;
  const lines = entry.lines.slice(0, pair.keyStart) + id + entry.lines.slice(pair.keyEnd);
  return { ...entry, id, key: entryKey(entry.section, id), lines };
}

/** The same reply as an answer to another entry. */
export function withParent(entry: SideEntry, parent: AnnotationId): SideEntry {
  const value = readPairAlone(entry.lines)?.value;
  const field = value?.kind === 'map' ? value.pairs.find(({ key }) => key === 'reply_to') : undefined;
  if (field === undefined) return entry;
  const { start, end } = field.value;
  const written = /^[a-z]/.test(parent) ? parent : doubleQuoted(parent);
  return { ...entry, lines: entry.lines.slice(0, start) + written + entry.lines.slice(end) };
}
