import type { AnnotationSet, SourceMetadata } from '../../core/annotation/annotation';
import type { SidecarEdit } from '../../core/sidecar';

const SOURCE_KEYS = [
  'language',
  'date',
  'title',
  'publication',
  'author',
  'url',
  'citationKey',
  'parallel',
] as const satisfies readonly (keyof SourceMetadata)[];

/** The edits that make a sidecar say `to` where it says `from`: by them a restored version can be taken back again. */
export function editsBetween(from: AnnotationSet, to: AnnotationSet): SidecarEdit[] {
  return [
    ...SOURCE_KEYS.filter((key) => !same(from.source[key], to.source[key])).map((key): SidecarEdit => ({
      kind: 'set-source',
      key,
      value: to.source[key],
    })),
    ...entryEdits(
      from.annotations,
      to.annotations,
      (annotation) => ({ kind: 'add-annotation', annotation }),
      (id) => ({ kind: 'remove-annotation', id }),
      (annotation) => ({ kind: 'update-annotation', annotation }),
    ),
    ...entryEdits(
      from.replies,
      to.replies,
      (reply) => ({ kind: 'add-reply', reply }),
      (id) => ({ kind: 'remove-reply', id }),
      (reply) => ({ kind: 'update-reply', reply }),
    ),
    ...entryEdits(
      from.rejections,
      to.rejections,
      (rejection) => ({ kind: 'add-rejection', rejection }),
      (id) => ({ kind: 'remove-rejection', id }),
    ),
  ];
}

/** An entry that changed its section, or that can't be updated, is removed and added. */
function entryEdits<T extends { readonly id: string; readonly author: string }>(
  from: readonly T[],
  to: readonly T[],
  add: (entry: T) => SidecarEdit,
  remove: (id: string) => SidecarEdit,
  update?: (entry: T) => SidecarEdit,
): SidecarEdit[] {
  const before = new Map(from.map((entry) => [entry.id, entry]));
  const after = new Set(to.map(({ id }) => id));
  return [
    ...from.filter(({ id }) => !after.has(id)).map(({ id }) => remove(id)),
    ...to.flatMap((entry) => {
      const old = before.get(entry.id);
      if (!old) return [add(entry)];
      if (same(old, entry)) return [];
      return update && old.author === entry.author ? [update(entry)] : [remove(entry.id), add(entry)];
    }),
  ];
}

/** True for the same value, whatever the order of its keys; a key that says nothing counts as absent. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder);
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
}
