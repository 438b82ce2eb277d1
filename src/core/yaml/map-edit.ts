import {
  isMapValue,
  mapValueOf,
  sameValue,
  valueOf,
  type YamlMap,
  type YamlPair,
  type YamlValue,
  type YamlValueMap,
} from './node';
import type { Splice } from './splice';
import { flowText, type Layout, pairText } from './write';

/** What becomes of a map's keys: a new value, or `undefined` to take the key out. Keys not named stay as they are. */
export type KeyChanges = ReadonlyMap<string, YamlValue | undefined>;

/**
 * What has to change for `after` to be said instead of `before`. A key of the file that is in neither (unknown, or with
 * a value that could not be used) is not touched, at any depth.
 */
export function changesBetween(before: YamlValueMap, after: YamlValueMap): KeyChanges {
  const changes = new Map<string, YamlValue | undefined>();
  for (const [key, value] of after) if (!sameValue(before.get(key), value)) changes.set(key, value);
  for (const key of before.keys()) if (!after.has(key)) changes.set(key, undefined);
  return changes;
}

/**
 * The replacements that make the changes in a map's text, touching the lines of the changed keys only. `known` is what the
 * program had read from the map: inside a changed value that is a map, keys outside `known` are kept.
 */
export function editMap(
  text: string,
  map: YamlMap,
  changes: KeyChanges,
  known: YamlValueMap,
  layout: Layout,
): readonly Splice[] {
  if (!map.block) {
    const values = new Map(mapValueOf(map));
    for (const [key, value] of changes) setValue(values, key, value, known.get(key), layout);
    return [{ start: map.start, end: map.end, text: flowText(values, layout) }];
  }
  const splices: Splice[] = [];
  const added: [string, YamlValue][] = [];
  for (const [key, value] of changes) {
    const pair = map.pairs.find((candidate) => candidate.key === key);
    if (pair === undefined) {
      if (value !== undefined) added.push([key, value]);
    } else if (value === undefined) {
      splices.push({ start: lineStart(text, pair.keyStart), end: pair.end, text: '' });
    } else {
      splices.push(...editPair(text, pair, value, known.get(key), map.indent, layout));
    }
  }
  added.sort(([a], [b]) => rank(a, layout) - rank(b, layout));
  for (const [key, value] of added) {
    const at = placeFor(text, map, key, layout);
    const needsBreak = at > 0 && text.charCodeAt(at - 1) !== 0x0a;
    splices.push({ start: at, end: at, text: (needsBreak ? '\n' : '') + pairText(key, value, map.indent, layout) });
  }
  return splices;
}

/** A key's new value in plain data; inside maps, keys that the program does not know are kept. */
function setValue(
  values: Map<string, YamlValue>,
  key: string,
  value: YamlValue | undefined,
  known: YamlValue | undefined,
  layout: Layout,
): void {
  if (value === undefined) values.delete(key);
  else if (!values.has(key)) insertInOrder(values, key, value, layout);
  else values.set(key, withUnknown(values.get(key), value, known));
}

function insertInOrder(values: Map<string, YamlValue>, key: string, value: YamlValue, layout: Layout): void {
  const later = [...values].filter(
    ([other]) => rank(other, layout) > rank(key, layout) && layout.order.includes(other),
  );
  for (const [other] of later) values.delete(other);
  values.set(key, value);
  for (const [other, kept] of later) values.set(other, kept);
}

/** `value`, with what `present` has beyond `known`; items of lists are matched by what was known of them. */
export function withUnknown(present: YamlValue | undefined, value: YamlValue, known: YamlValue | undefined): YamlValue {
  if (isMapValue(present) && isMapValue(value)) {
    const knownMap: YamlValueMap = isMapValue(known) ? known : new Map();
    const merged = new Map<string, YamlValue>();
    for (const [key, inner] of value) merged.set(key, withUnknown(present.get(key), inner, knownMap.get(key)));
    for (const [key, inner] of present) if (!knownMap.has(key) && !merged.has(key)) merged.set(key, inner);
    return merged;
  }
  if (Array.isArray(present) && Array.isArray(value) && Array.isArray(known) && present.length === known.length) {
    return value.map((item: YamlValue) => {
      const place = known.findIndex((candidate: YamlValue) => sameValue(candidate, item));
      return place < 0 ? item : (present[place] as YamlValue);
    });
  }
  return value;
}

function editPair(
  text: string,
  pair: YamlPair,
  value: YamlValue,
  known: YamlValue | undefined,
  indent: number,
  layout: Layout,
): readonly Splice[] {
  const node = pair.value;
  if (node.kind === 'map' && isMapValue(value) && value.size > 0) {
    const knownMap: YamlValueMap = isMapValue(known) ? known : new Map();
    const changes = new Map(changesBetween(knownMap, value));
    const staysEmpty = node.pairs.every(({ key }) => changes.has(key) && changes.get(key) === undefined);
    if (!staysEmpty) return editMap(text, node, changes, knownMap, layout);
  }
  const merged = withUnknown(valueOf(node), value, known);
  const rendered = pairText(pair.key, merged, indent, layout);
  const onOneLine = node.end > node.start && !text.slice(pair.keyStart, node.end).includes('\n');
  if (onOneLine && rendered.indexOf('\n') === rendered.length - 1) {
    return [{ start: node.start, end: node.end, text: flowText(merged, layout, pair.key) }];
  }
  return [{ start: lineStart(text, pair.keyStart), end: pair.end, text: rendered }];
}

/** Behind the last pair that comes before the key in the layout's order; else before the first pair. */
function placeFor(text: string, map: YamlMap, key: string, layout: Layout): number {
  const own = rank(key, layout);
  const before = map.pairs.filter((pair) => layout.order.includes(pair.key) && rank(pair.key, layout) < own);
  const previous = before.at(-1) ?? (own === layout.order.length ? map.pairs.at(-1) : undefined);
  return previous?.end ?? lineStart(text, map.pairs[0]!.keyStart);
}

/** Place of a key in the layout's order; unknown keys come last. */
function rank(key: string, layout: Layout): number {
  const found = layout.order.indexOf(key);
  return found < 0 ? layout.order.length : found;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}
