import { type Document, isMap, parseDocument } from 'yaml';
import type { AnnotationSet } from '../annotation/annotation';
import { isListValue, isMapValue, valueOf, type YamlMap, type YamlValue } from '../yaml/node';
import { changesBetween, withUnknown } from '../yaml/map-edit';
import { lineBreakOf, withLineBreaks } from '../yaml/splice';
import { readYaml } from '../yaml/read';
import { encodeEntry, encodeSource, type Entry } from './encode';
import { entriesOf } from './set-edits';
import { SPLIT_DEPTH, type SectionName } from './vocabulary';

/**
 * The text with another set in it, written by `yaml` as a whole: for files in a shape that can't be spliced (flow maps,
 * aliases). Comments and unknown keys stay, layout may not. Throws what `yaml` throws; the caller checks the result.
 */
export function rewriteDocument(text: string, before: AnnotationSet, after: AnnotationSet): string {
  const document = parseDocument(text, { schema: 'core', uniqueKeys: false, logLevel: 'error' });
  const { root } = readYaml(text, SPLIT_DEPTH);
  const old = new Map(entriesOf(before).map((entry) => [entry.value.id, entry]));
  const next = new Map(entriesOf(after).map((entry) => [entry.value.id, entry]));
  for (const [id, entry] of old) {
    const now = next.get(id);
    if (now === undefined || now.value.author !== entry.value.author) document.deleteIn(pathOf(entry));
  }
  for (const entry of next.values()) {
    const was = old.get(entry.value.id);
    const stays = was !== undefined && was.value.author === entry.value.author;
    if (stays) changeKeys(document, root, was, entry);
    else
      setIn(
        document,
        pathOf(entry),
        withUnknown(was && presentValue(root, pathOf(was)), encodeEntry(entry), was && encodeEntry(was)),
      );
  }
  for (const [key, value] of changesBetween(encodeSource(before.source), encodeSource(after.source))) {
    if (value === undefined) document.deleteIn(['source', key]);
    else setIn(document, ['source', key], value);
  }
  return withLineBreaks(document.toString({ lineWidth: 0 }), lineBreakOf(text));
}

function changeKeys(document: Document, root: YamlMap | undefined, was: Entry, now: Entry): void {
  const known = encodeEntry(was);
  for (const [key, value] of changesBetween(known, encodeEntry(now))) {
    const path = [...pathOf(was), key];
    if (value === undefined) document.deleteIn(path);
    else setIn(document, path, withUnknown(presentValue(root, path), value, known.get(key)));
  }
}

/** Sets a value; what is null on the way becomes a map. */
function setIn(document: Document, path: readonly string[], value: YamlValue): void {
  for (let depth = 1; depth < path.length; depth++) {
    const parent = path.slice(0, depth);
    if (!isMap(document.getIn(parent, true))) document.setIn(parent, document.createNode({}));
  }
  document.setIn(path, document.createNode(toLibrary(value)));
}

function presentValue(root: YamlMap | undefined, path: readonly string[]): YamlValue | undefined {
  let value: YamlValue | undefined = root && valueOf(root);
  for (const key of path) value = isMapValue(value) ? value.get(key) : undefined;
  return value;
}

/** Maps as `yaml` takes them; `Map`s keep their order and know no special keys. */
function toLibrary(value: YamlValue): unknown {
  if (isMapValue(value)) return new Map([...value].map(([key, inner]) => [key, toLibrary(inner)]));
  return isListValue(value) ? value.map(toLibrary) : value;
}

function pathOf(entry: Entry): [SectionName, string, string] {
  return [entry.kind === 'rejection' ? 'rejected' : 'annotations', entry.value.author, entry.value.id];
}
