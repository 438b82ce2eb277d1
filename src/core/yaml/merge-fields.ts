import { canonical, isListValue, isMapValue, sameValue, type YamlValue, type YamlValueMap } from './node';

/** A field that both sides changed, by its path (`charge.stage`). Absent is null. */
export interface ValueConflict {
  readonly field: string;
  readonly ours: YamlValue;
  readonly theirs: YamlValue;
  readonly base: YamlValue;
}

export interface MergedMap {
  readonly values: YamlValueMap;
  /** New conflicts; those that a side brought along are in `values`. */
  readonly conflicts: readonly ValueConflict[];
}

/** How the fields of one kind of entry are merged; fields by the name of their key. */
export interface FieldRules {
  /** Lists whose items stand for themselves: what either side added is kept, in any order. */
  readonly united: ReadonlySet<string>;
  /** Top-level fields that belong together and are never taken half from one side. */
  readonly together: readonly string[];
  /** Maps that are never merged inside. */
  readonly whole: ReadonlySet<string>;
  /** Top-level fields that say who did something and when: the later one stands. */
  readonly stamps: ReadonlySet<string>;
}

const EMPTY: YamlValueMap = new Map();

/**
 * Merges the fields of one entry three ways; without `base` what only one side has is an addition. Where
 * both changed one field, ours stays and the conflict is recorded under `conflicts`, one record for each other value.
 */
export function mergeFields(
  base: YamlValueMap | undefined,
  ours: YamlValueMap,
  theirs: YamlValueMap,
  rules: FieldRules,
): MergedMap {
  const conflicts: ValueConflict[] = [];
  const merging = { rules, conflicts };
  const values = new Map(mergeMaps(base, ours, theirs, '', merging));
  const records = mergeRecords(base, ours, theirs, values, merging);
  if (records.length > 0) values.set('conflicts', records);
  else values.delete('conflicts');
  return { values, conflicts };
}

interface Merging {
  readonly rules: FieldRules;
  readonly conflicts: ValueConflict[];
}

function mergeMaps(
  base: YamlValueMap | undefined,
  ours: YamlValueMap,
  theirs: YamlValueMap,
  path: string,
  merging: Merging,
): YamlValueMap {
  const { rules, conflicts } = merging;
  const merged = new Map<string, YamlValue>();
  const oursHasAll = path === '' && bothChanged(rules.together, base, ours, theirs);
  for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
    if (path === '' && key === 'conflicts') continue;
    const side = { base: base?.get(key), ours: ours.get(key), theirs: theirs.get(key) };
    const field = path + key;
    const value =
      oursHasAll && rules.together.includes(key)
        ? disputed(field, side, conflicts)
        : mergeValue(key, field, base !== undefined, side, merging);
    if (value !== undefined) merged.set(key, value);
  }
  if (path === '') settleRendered(base, ours, theirs, merged, conflicts);
  return merged;
}

interface Sides {
  readonly base: YamlValue | undefined;
  readonly ours: YamlValue | undefined;
  readonly theirs: YamlValue | undefined;
}

function mergeValue(
  key: string,
  field: string,
  hasBase: boolean,
  { base, ours, theirs }: Sides,
  merging: Merging,
): YamlValue | undefined {
  const { rules, conflicts } = merging;
  if (sameValue(ours, theirs)) return ours;
  if (hasBase && sameValue(ours, base)) return theirs;
  if (hasBase && sameValue(theirs, base)) return ours;
  // An edit beats a deletion, and an addition beats nothing; items in another order are no edit.
  if (isNothing(ours) || isNothing(theirs)) {
    const present = isNothing(ours) ? theirs : ours;
    const reordered = hasBase && rules.united.has(key) && sameItems(present, base);
    return reordered ? (isNothing(ours) ? ours : theirs) : present;
  }
  if (rules.stamps.has(field)) return laterStamp(ours, theirs);
  if (isMapValue(ours) && isMapValue(theirs) && !rules.whole.has(key)) {
    const inner = isMapValue(base) ? base : hasBase ? EMPTY : undefined;
    return mergeMaps(inner, ours, theirs, `${field}.`, merging);
  }
  if (rules.united.has(key) && isListValue(ours) && isListValue(theirs)) {
    return uniteLists(isListValue(base) ? base : [], ours, theirs);
  }
  return disputed(field, { base, ours, theirs }, conflicts);
}

function isNothing(value: YamlValue | undefined): value is null | undefined {
  return value === undefined || value === null;
}

function sameItems(a: YamlValue | undefined, b: YamlValue | undefined): boolean {
  if (a === undefined || b === undefined || !isListValue(a) || !isListValue(b)) return false;
  const [inA, inB] = [a, b].map((list) => new Set(list.map(canonical)));
  return inA!.size === inB!.size && [...inA!].every((item) => inB!.has(item));
}

function disputed(field: string, { base, ours, theirs }: Sides, conflicts: ValueConflict[]): YamlValue | undefined {
  if (!sameValue(ours, theirs)) {
    conflicts.push({ field, ours: ours ?? null, theirs: theirs ?? null, base: base ?? null });
  }
  return ours;
}

function bothChanged(
  keys: readonly string[],
  base: YamlValueMap | undefined,
  ours: YamlValueMap,
  theirs: YamlValueMap,
): boolean {
  const differs = (a: YamlValueMap, b: YamlValueMap): boolean => keys.some((key) => !sameValue(a.get(key), b.get(key)));
  return base !== undefined && differs(base, ours) && differs(base, theirs) && differs(ours, theirs);
}

/** The stamp of a rendering goes with the rendering that stays; the other side's is kept beside the other rendering. */
function settleRendered(
  base: YamlValueMap | undefined,
  ours: YamlValueMap,
  theirs: YamlValueMap,
  merged: Map<string, YamlValue>,
  conflicts: ValueConflict[],
): void {
  if (!conflicts.some(({ field }) => field === 'rendering')) return;
  const side = { base: base?.get('rendered'), ours: ours.get('rendered'), theirs: theirs.get('rendered') };
  const value = disputed('rendered', side, conflicts);
  if (value === undefined) merged.delete('rendered');
  else merged.set('rendered', value);
}

function laterStamp(ours: YamlValue, theirs: YamlValue): YamlValue {
  const time = (stamp: YamlValue): string => (isMapValue(stamp) ? String(stamp.get('at') ?? '') : '');
  const order = time(ours).localeCompare(time(theirs), 'en') || (canonical(ours) < canonical(theirs) ? -1 : 1);
  return order < 0 ? theirs : ours;
}

/** What stood in the base and was taken out by neither, then what was added: by both sides in one fixed order. */
function uniteLists(
  base: readonly YamlValue[],
  ours: readonly YamlValue[],
  theirs: readonly YamlValue[],
): readonly YamlValue[] {
  const [inBase, inOurs, inTheirs] = [base, ours, theirs].map((list) => new Set(list.map(canonical)));
  const kept = base.filter((item) => inOurs!.has(canonical(item)) && inTheirs!.has(canonical(item)));
  const added = new Map<string, YamlValue>();
  for (const item of [...ours, ...theirs]) if (!inBase!.has(canonical(item))) added.set(canonical(item), item);
  const inOrder = [...added].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
  return [...kept, ...inOrder];
}

/**
 * The records of conflicts. All that a side holds for a field, its value and those in its records, are its claims: claims
 * that one side left as the base has them give way to the other's, else all stay. So the order of merging does not matter.
 */
function mergeRecords(
  base: YamlValueMap | undefined,
  ours: YamlValueMap,
  theirs: YamlValueMap,
  merged: YamlValueMap,
  { rules, conflicts }: Merging,
): readonly YamlValue[] {
  const sides = [ours, theirs, ...(base ? [base] : [])];
  if (conflicts.length === 0 && sides.every((side) => recordsOf(side).length === 0)) return [];
  const known = [...sides.flatMap(recordsOf).filter(isMapValue), ...conflicts.map(recordOf)];
  const records: YamlValue[] = [];
  for (const field of new Set(known.map((record) => String(record.get('field') ?? null)))) {
    const winner = valueAt(merged, field);
    const [ofOurs, ofTheirs] = [claimsOf(ours, field), claimsOf(theirs, field)];
    const together = fieldsWith(field, rules);
    const changed = (side: YamlValueMap): boolean =>
      base === undefined || together.some((each) => changedField(base, side, each));
    const standing = !changed(ours) ? ofTheirs : !changed(theirs) ? ofOurs : new Map([...ofOurs, ...ofTheirs]);
    // Values that were merged inside, as lists are, claim nothing against what they became.
    const own = [valueAt(ours, field), valueAt(theirs, field)];
    const settled = own.some((value) => sameValue(value, winner)) ? [winner] : [winner, ...own];
    // An edit beats a deletion, but a position that is gone goes with the quote of its side.
    if (together.length === 1) settled.push(null);
    const others = [...standing].filter(([, value]) => !settled.some((each) => sameValue(each, value)));
    const isNew = !conflicts.some((conflict) => conflict.field === field);
    const baseValue = known.find((record) => record.get('field') === field)?.get('base') ?? null;
    for (const [, theirValue] of others.sort(([a], [b]) => (a < b ? -1 : 1))) {
      const conflict = { field, ours: winner, theirs: theirValue, base: baseValue };
      records.push(recordOf(conflict));
      // Two sides that settled one conflict differently have made another.
      if (isNew && !sameClaims(standing, ofOurs) && !sameClaims(standing, ofTheirs)) conflicts.push(conflict);
    }
  }
  return records;
}

/** The fields that count as changed together with one. */
function fieldsWith(field: string, rules: FieldRules): readonly string[] {
  if (field === 'rendered') return ['rendering', 'rendered'];
  return rules.together.includes(field) ? rules.together : [field];
}

type Claims = ReadonlyMap<string, YamlValue>;

/** The value that a side holds for a field, and those in its records about it. */
function claimsOf(side: YamlValueMap, field: string): Claims {
  const records = recordsOf(side)
    .filter(isMapValue)
    .filter((record) => record.get('field') === field);
  const values = records.flatMap((record) => [record.get('ours') ?? null, record.get('theirs') ?? null]);
  return new Map([valueAt(side, field), ...values].map((value) => [canonical(value), value]));
}

function changedField(base: YamlValueMap, side: YamlValueMap, field: string): boolean {
  return (
    !sameValue(valueAt(base, field), valueAt(side, field)) || !sameClaims(claimsOf(base, field), claimsOf(side, field))
  );
}

function sameClaims(a: Claims, b: Claims): boolean {
  return a.size === b.size && [...a.keys()].every((claim) => b.has(claim));
}

function recordsOf(values: YamlValueMap): readonly YamlValue[] {
  const records = values.get('conflicts');
  return isListValue(records) ? records : [];
}

function recordOf({ field, ours, theirs, base }: ValueConflict): YamlValueMap {
  return new Map<string, YamlValue>([
    ['field', field],
    ['ours', ours],
    ['theirs', theirs],
    ['base', base],
  ]);
}

function valueAt(values: YamlValueMap, path: string): YamlValue {
  let value: YamlValue | undefined = values;
  for (const key of path.split('.')) value = isMapValue(value) ? value.get(key) : undefined;
  return value ?? null;
}
