import { parse } from 'yaml';

/** What a sidecar says: for each field, by its path, the value that stands and those that its records keep. */
export interface Claims {
  readonly standing: ReadonlyMap<string, string>;
  readonly kept: ReadonlyMap<string, ReadonlySet<string>>;
}

type Tree = Readonly<Record<string, unknown>>;

interface Dispute {
  readonly field: string;
  readonly ours: unknown;
  readonly theirs: unknown;
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text that two values have in common exactly when they say the same. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plain).join(',')}]`;
  if (!isTree(value)) return JSON.stringify(value ?? null);
  return `{${Object.entries(value)
    .map(([key, inner]) => `${key}:${plain(inner)}`)
    .sort()
    .join(',')}}`;
}

/** The leaves of a value with their paths; a position is one. */
function* leaves(path: string, value: unknown): Generator<readonly [string, string]> {
  if (!isTree(value) || path.endsWith('.position')) yield [path, plain(value)];
  else for (const [key, inner] of Object.entries(value)) yield* leaves(`${path}.${key}`, inner);
}

/** Reads a sidecar with `yaml`, and not as the product reads it. The author of an entry is a field of it. */
export function claimsOf(text: string): Claims {
  const standing = new Map<string, string>();
  const kept = new Map<string, Set<string>>();
  const say = (path: string, value: unknown): void => {
    for (const [leaf, said] of leaves(path, value)) standing.set(leaf, said);
  };
  const keep = (path: string, disputes: unknown): void => {
    for (const { field, ours, theirs } of (disputes ?? []) as readonly Dispute[])
      for (const value of [ours, theirs])
        for (const [leaf, said] of leaves(`${path}${field}`, value))
          kept.set(leaf, (kept.get(leaf) ?? new Set()).add(said));
  };
  const entryFields = (path: string, entry: unknown): void => {
    if (!isTree(entry)) return say(path, entry);
    for (const [field, value] of Object.entries(entry))
      if (field === 'conflicts') keep(`${path}.`, value);
      else say(`${path}.${field}`, value);
  };
  for (const [key, value] of Object.entries(parse(text) as Tree)) {
    if (key === 'source') entryFields(key, value);
    else if (key === 'conflicts_author') keep('', value);
    else if (key.startsWith('conflicts_')) keep('', value);
    else if (key !== 'annotations' && key !== 'rejected') say(key, value);
    else
      for (const [author, entries] of Object.entries((value ?? {}) as Readonly<Record<string, Tree | null>>))
        for (const [id, entry] of Object.entries(entries ?? {})) {
          standing.set(`${key}/${id}.@author`, author);
          entryFields(`${key}/${id}`, entry);
        }
  }
  return { standing, kept };
}

/** What a merge says, without what depends on which side is called ours: values in dispute are a set. */
export function meaning(text: string): readonly string[] {
  const { standing, kept } = claimsOf(text);
  const said = [...standing].filter(([path]) => !kept.has(path)).map(([path, value]) => `${path} = ${value}`);
  const disputed = [...kept].map(([path, values]) => {
    const all = new Set([...values, standing.get(path) ?? 'null']);
    all.delete('null');
    return `${path} = one of ${[...all].sort().join(' ')}`;
  });
  return [...said, ...disputed].sort();
}
