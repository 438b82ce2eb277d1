import type { FieldConflict } from '../annotation/annotation';
import type { Problem } from '../text/problem';
import { changesBetween, editMap } from '../yaml/map-edit';
import { mergeFields, type ValueConflict } from '../yaml/merge-fields';
import { isMapValue, sameValue, valueOf, type YamlPair, type YamlValue, type YamlValueMap } from '../yaml/node';
import { applySplices, lineBreakOf, reindent, type Splice, withLineBreaks } from '../yaml/splice';
import { pairText } from '../yaml/write';
import { insertion, regularReading, removal, termLines } from './glossary-edit';
import { TERM_LAYOUT, TERM_RULES, toPlain } from './glossary-entry';
import { type GlossaryReading, readGlossary } from './glossary-read';

/** A field that both sides changed, with the entry it is in; `key` is absent for what is said of all terms. */
export interface GlossaryConflict extends FieldConflict {
  readonly key: string | undefined;
}

export interface GlossaryMerge {
  /** The merged glossary; absent when an input can't be read safely, and then nothing may be overwritten. */
  readonly text: string | undefined;
  /** What a person has to decide; each is also in the merged text, as `conflicts:` of its entry. */
  readonly conflicts: readonly GlossaryConflict[];
  readonly problems: readonly Problem[];
}

/**
 * Merges two versions of a glossary, three ways where `base` is known, by entry and field: no entry and no field is lost,
 * an edit beats a deletion, and what both sides changed stays as ours has it with a record in `conflicts:`. The text is
 * that of `ours` with the entries of `theirs` put in where they differ, so that our comments and order stay.
 */
export function mergeGlossaries(base: string | undefined, ours: string, theirs: string): GlossaryMerge {
  const problems: Problem[] = [];
  const ourReading = readSide(ours, 'ours', problems);
  const theirReading = readSide(theirs, 'theirs', problems);
  if (!ourReading || !theirReading) return { text: undefined, conflicts: [], problems };
  if (ours === theirs || theirs === base) return { text: ours, conflicts: [], problems };
  if (ours === base) return { text: theirs, conflicts: [], problems };
  const known = base === undefined || base.trim() === '' ? undefined : readSide(base, 'base', problems);
  return new Merge(known, ourReading, theirReading, problems).result();
}

function readSide(text: string, side: 'ours' | 'theirs' | 'base', problems: Problem[]): GlossaryReading | undefined {
  const reading = readGlossary(text);
  if (reading.writable) return regularReading(reading);
  const reason = reading.problems.find(({ severity }) => severity === 'error')?.message ?? '';
  const message = `The version "${side}" can't be read safely: ${reason}`;
  problems.push({ code: `unreadable-${side}`, severity: side === 'base' ? 'warning' : 'error', message });
  return undefined;
}

class Merge {
  private readonly splices: Splice[] = [];
  private readonly conflicts: GlossaryConflict[] = [];
  /** What each entry has to say in the end. */
  private readonly expected = new Map<string, YamlValue>();
  private readonly baseEntries: ReadonlyMap<string, YamlValue>;

  constructor(
    private readonly base: GlossaryReading | undefined,
    private readonly ours: GlossaryReading,
    private readonly theirs: GlossaryReading,
    private readonly problems: Problem[],
  ) {
    this.baseEntries = valuesOf(base?.entries ?? []);
  }

  result(): GlossaryMerge {
    const { conflicts, problems } = this;
    this.mergeTopLevel();
    this.mergeEntries();
    const { text } = this.ours;
    const lineBreak = lineBreakOf(text);
    const merged = applySplices(
      text,
      this.splices.map((splice) => ({ ...splice, text: withLineBreaks(splice.text, lineBreak) })),
    );
    if (this.saysWhatWasMeant(merged)) return { text: merged, conflicts, problems };
    const message = 'The merge could not be written so that it reads back as it was meant.';
    problems.push({ code: 'merge-failed', severity: 'error', message });
    return { text: undefined, conflicts, problems };
  }

  private mergeEntries(): void {
    const theirs = new Map(this.theirs.entries.map((pair) => [pair.key, pair]));
    const ours = new Set(this.ours.entries.map(({ key }) => key));
    for (const pair of this.ours.entries) {
      const other = theirs.get(pair.key);
      if (other) this.mergeBoth(pair, other);
      else this.keepUnlessDeleted(pair);
    }
    for (const pair of this.theirs.entries) if (!ours.has(pair.key)) this.takeTheirs(pair);
  }

  private keepUnlessDeleted(pair: YamlPair): void {
    const value = valueOf(pair.value);
    if (sameValue(this.baseEntries.get(pair.key), value)) this.splices.push(removal(this.ours.text, pair));
    else this.expected.set(pair.key, value);
  }

  private takeTheirs(pair: YamlPair): void {
    const value = valueOf(pair.value);
    if (sameValue(this.baseEntries.get(pair.key), value)) return;
    const shift = (this.ours.entries[0]?.keyStart ?? -1) < 0 ? 2 : columnOf(this.ours.text, this.ours.entries[0]!);
    const lines = reindent(linesOf(this.theirs.text, pair), shift - columnOf(this.theirs.text, pair));
    this.splices.push(insertion(this.ours, pair.key, lines.replaceAll('\r\n', '\n')));
    this.expected.set(pair.key, value);
  }

  private mergeBoth(ours: YamlPair, theirs: YamlPair): void {
    const [ourValue, theirValue, baseValue] = [
      valueOf(ours.value),
      valueOf(theirs.value),
      this.baseEntries.get(ours.key),
    ];
    if (sameValue(ourValue, theirValue) || (baseValue !== undefined && sameValue(baseValue, theirValue))) {
      this.expected.set(ours.key, ourValue);
      return;
    }
    const merged =
      baseValue !== undefined && sameValue(baseValue, ourValue)
        ? fieldsOf(theirValue)
        : this.mergedFields(ours.key, baseValue, ourValue, theirValue);
    this.expected.set(ours.key, merged);
    this.splices.push(...this.rewriting(ours, fieldsOf(ourValue), merged));
  }

  private mergedFields(key: string, base: YamlValue | undefined, ours: YamlValue, theirs: YamlValue): YamlValueMap {
    const baseMap = base === undefined ? undefined : fieldsOf(base);
    const { values, conflicts } = mergeFields(baseMap, fieldsOf(ours), fieldsOf(theirs), TERM_RULES);
    for (const conflict of conflicts) this.dispute(key, conflict);
    return values;
  }

  private rewriting(pair: YamlPair, before: YamlValueMap, after: YamlValueMap): readonly Splice[] {
    const { text } = this.ours;
    const changes = changesBetween(before, after);
    if (pair.value.kind === 'map' && pair.value.pairs.some(({ key }) => after.has(key))) {
      return editMap(text, pair.value, changes, before, TERM_LAYOUT);
    }
    const start = text.lastIndexOf('\n', pair.keyStart - 1) + 1;
    return [{ start, end: pair.end, text: termLines(pair.key, after, this.ours) }];
  }

  private dispute(key: string | undefined, { field, ours, theirs, base }: ValueConflict): void {
    this.conflicts.push({ key, field, ours: toPlain(ours), theirs: toPlain(theirs), base: toPlain(base) });
  }

  /** What is said beside the terms. Where both sides changed it, ours stays, with a record below `conflicts_KEY:`. */
  private mergeTopLevel(): void {
    const [base, ours] = [this.base, this.ours].map((reading) => topLevelOf(reading));
    let added = '';
    for (const [key, pair] of topLevelOf(this.theirs)) {
      const present = ours!.get(key);
      const known = base!.get(key);
      const theirValue = valueOf(pair.value);
      const baseValue = known && valueOf(known.value);
      if (!present) {
        if (!sameValue(baseValue, theirValue)) added += linesOf(this.theirs.text, pair).replaceAll('\r\n', '\n');
        continue;
      }
      const ourValue = valueOf(present.value);
      if (sameValue(ourValue, theirValue) || sameValue(baseValue, theirValue)) continue;
      const start = present.keyStart;
      if (sameValue(baseValue, ourValue)) {
        this.splices.push({ start, end: present.end, text: linesOf(this.theirs.text, pair).replaceAll('\r\n', '\n') });
        continue;
      }
      const conflict = { field: key, ours: ourValue, theirs: theirValue, base: baseValue ?? null };
      this.dispute(undefined, conflict);
      added += pairText(`conflicts_${key}`, [new Map<string, YamlValue>(Object.entries(conflict))], 0, TERM_LAYOUT);
    }
    const end = this.ours.text.length;
    if (added !== '') this.splices.push({ start: end, end, text: (this.ours.text.endsWith('\n') ? '' : '\n') + added });
  }

  private saysWhatWasMeant(text: string): boolean {
    const read = readGlossary(text);
    if (!read.writable || read.entries.length !== this.expected.size) return false;
    return read.entries.every(({ key, value }) => {
      const expected = this.expected.get(key);
      return sameValue(expected, valueOf(value)) || sameValue(expected, fieldsOf(valueOf(value)));
    });
  }
}

/** An entry's fields, also where it is a rendering for short. */
function fieldsOf(value: YamlValue): YamlValueMap {
  if (isMapValue(value)) return value;
  return value === null ? new Map() : new Map([['rendering', value]]);
}

function valuesOf(entries: readonly YamlPair[]): ReadonlyMap<string, YamlValue> {
  return new Map(entries.map(({ key, value }) => [key, valueOf(value)]));
}

function topLevelOf(reading: GlossaryReading | undefined): ReadonlyMap<string, YamlPair> {
  const pairs = reading?.root?.pairs ?? [];
  return new Map(pairs.filter(({ key }) => key !== 'terms').map((pair) => [pair.key, pair]));
}

function columnOf(text: string, { keyStart }: YamlPair): number {
  return keyStart - (text.lastIndexOf('\n', keyStart - 1) + 1);
}

/** A pair's whole lines, ending with a line break, with the comment lines right above them. */
function linesOf(text: string, pair: YamlPair): string {
  let start = text.lastIndexOf('\n', pair.keyStart - 1) + 1;
  for (;;) {
    const previous = text.lastIndexOf('\n', start - 2) + 1;
    if (start === 0 || !/^[ \t]*#/.test(text.slice(previous, start))) break;
    start = previous;
  }
  const lines = text.slice(start, pair.end);
  return lines.endsWith('\n') ? lines : `${lines}\n`;
}
