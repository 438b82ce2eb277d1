/** What a YAML text says, with where it says it. Offsets are UTF-16 code units of the whole text, half-open. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlScalar {
  readonly kind: 'scalar';
  /** By YAML 1.2's core schema. */
  readonly value: string | number | boolean | null;
  /** As it was typed, where that was plain (`2019`, `no`); else the same as `value`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  readonly block: boolean;
  readonly start: number;
  readonly end: number;
}

export interface YamlMap {
  readonly kind: 'map';
  /** In file order. A key that stands twice is here twice. */
  readonly pairs: readonly YamlPair[];
  readonly block: boolean;
  /** Column of the keys of a block map. */
  readonly indent: number;
  readonly start: number;
  readonly end: number;
}

export interface YamlPair {
  /** Keys are compared as they were typed: `2019` and `"2019"` are one key. */
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: YamlNode;
  /** In a block map the end of the last line that belongs to the pair, its line break included; else the value's end. */
  readonly end: number;
  /** The value could not be read: there is a problem about it, and `value` is null. */
  readonly broken?: true;
}

/** A value of a YAML text as plain data. Maps are `Map`s, so that no key (`__proto__`) means anything special. */
export type YamlValue = string | number | boolean | null | readonly YamlValue[] | YamlValueMap;
export type YamlValueMap = ReadonlyMap<string, YamlValue>;

/** The first pair with that key. */
export function pairOf(map: YamlMap, key: string): YamlPair | undefined {
  return map.pairs.find((pair) => pair.key === key);
}

/** The node as plain data. A plain scalar that is no string keeps its type. */
export function valueOf(node: YamlNode): YamlValue {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(valueOf);
    case 'map':
      return mapValueOf(node);
  }
}

export function mapValueOf(map: YamlMap): YamlValueMap {
  const values = new Map<string, YamlValue>();
  for (const pair of map.pairs) if (!values.has(pair.key)) values.set(pair.key, valueOf(pair.value));
  return values;
}

export function isMapValue(value: YamlValue | undefined): value is YamlValueMap {
  return value instanceof Map;
}

export function isListValue(value: YamlValue | undefined): value is readonly YamlValue[] {
  return Array.isArray(value);
}

/** A text that is equal for two values exactly when they are equal; the order of a map's keys does not count. */
export function canonical(value: YamlValue): string {
  if (isMapValue(value)) {
    const parts = [...value].map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
    return `{${parts.sort().join(',')}}`;
  }
  if (isListValue(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  return JSON.stringify(value);
}

/** True when the two say the same; absent equals only absent. */
export function sameValue(a: YamlValue | undefined, b: YamlValue | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  return canonical(a) === canonical(b);
}
