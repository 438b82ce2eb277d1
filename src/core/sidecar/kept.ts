import type { AnnotationSet } from '../annotation/annotation';
import { commentsOf } from '../yaml/comments';
import { isMapValue, mapValueOf, sameValue, type YamlValue, type YamlValueMap } from '../yaml/node';
import { readYaml } from '../yaml/read';
import { encodeEntry } from './encode';
import { entriesOf } from './set-edits';
import { SECTIONS, SOURCE_KEYS, SPLIT_DEPTH } from './vocabulary';

/**
 * True when `newText` still says all that `oldText` did beyond what the two sets say: unknown keys at any depth, entries
 * and values that could not be used, other top-level keys.
 */
export function keepsTheRest(oldText: string, before: AnnotationSet, newText: string, after: AnnotationSet): boolean {
  const [old, now] = [rootOf(oldText), rootOf(newText)];
  for (const [key, value] of old) {
    if (SECTIONS.some((name) => name === key)) continue;
    if (key === 'source' ? !keepsSource(value, now.get(key)) : !sameValue(value, now.get(key))) return false;
  }
  const [known, meant] = [before, after].map(
    (set) => new Map(entriesOf(set).map((entry) => [entry.value.id, encodeEntry(entry)])),
  );
  const left = rawEntries(now);
  for (const [key, values] of rawEntries(old)) {
    const id = key.slice(key.indexOf(' ') + 1);
    for (const value of values) {
      const found = left.get(key) ?? [];
      const same = found.findIndex((candidate) => sameValue(candidate, value));
      if (same >= 0) found.splice(same, 1);
      else if (!known!.has(id)) return false;
      else if (meant!.has(id) && !found.some((one) => keepsUnknown(value, known!.get(id), meant!.get(id), one)))
        return false;
    }
  }
  return true;
}

/** True when no comment of the old text is missing in the new one. */
export function keepsComments(oldText: string, newText: string): boolean {
  const left = [...commentsOf(newText)];
  return commentsOf(oldText).every((comment) => {
    const place = left.indexOf(comment);
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  });
}

function rootOf(text: string): YamlValueMap {
  const { root } = readYaml(text, SPLIT_DEPTH);
  return root === undefined ? new Map() : mapValueOf(root);
}

function keepsSource(old: YamlValue, now: YamlValue | undefined): boolean {
  if (!isMapValue(old)) return true;
  const ours = new Set(['conflicts', ...SOURCE_KEYS.map(([key]) => key)]);
  return [...old].every(
    ([key, value]) => ours.has(key) || sameValue(isMapValue(now) ? now.get(key) : undefined, value),
  );
}

/** What the entries say, by section and id, whoever's they are. */
function rawEntries(root: YamlValueMap): Map<string, YamlValue[]> {
  const entries = new Map<string, YamlValue[]>();
  for (const section of SECTIONS) {
    const authors = root.get(section);
    for (const own of isMapValue(authors) ? authors.values() : [])
      for (const [id, value] of isMapValue(own) ? own : []) {
        const key = `${section} ${id}`;
        entries.set(key, [...(entries.get(key) ?? []), value]);
      }
  }
  return entries;
}

/** True when what an entry says beyond what is known of it is still said. */
function keepsUnknown(
  old: YamlValue,
  known: YamlValue | undefined,
  meant: YamlValue | undefined,
  now: YamlValue | undefined,
): boolean {
  if (!isMapValue(old) || !isMapValue(now) || !isMapValue(known)) return true;
  return [...old].every(([key, value]) => {
    const wanted = isMapValue(meant) ? meant.get(key) : undefined;
    if (known.has(key)) return keepsUnknown(value, known.get(key), wanted, now.get(key));
    return wanted !== undefined || sameValue(value, now.get(key));
  });
}
