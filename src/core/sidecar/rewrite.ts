import { type Document, isMap, isScalar, Pair, parseDocument, type Scalar, visit, YAMLMap } from 'yaml';
import type { AnnotationSet } from '../annotation/annotation';
import { typedText } from '../yaml/general';
import { isListValue, isMapValue, valueOf, type YamlMap, type YamlValue } from '../yaml/node';
import { changesBetween, withUnknown } from '../yaml/map-edit';
import { lineBreakOf, withLineBreaks } from '../yaml/splice';
import { readYaml } from '../yaml/read';
import { keyText } from '../yaml/write';
import { encodeEntry, encodeSource, type Entry } from './encode';
import { entriesOf, sameEntry } from './set-edits';
import { SECTIONS, SPLIT_DEPTH, type SectionName } from './vocabulary';

/** What a document is given in place of what it says. */
export interface Rewriting {
  readonly before: AnnotationSet;
  readonly after: AnnotationSet;
  /** Authors whose sections get another name, in order. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

/**
 * The text with another set in it, written by `yaml` as a whole: for files in a shape that can't be spliced (flow maps,
 * aliases). Comments and unknown keys stay, layout may not. Throws where it can't; the caller checks the result.
 */
export function rewriteDocument(text: string, { before, after, renamed }: Rewriting): string {
  const document = parseDocument(text, { schema: 'core', uniqueKeys: false, logLevel: 'error' });
  const { root } = readYaml(text, SPLIT_DEPTH);
  for (const { from, to } of renamed) renameSections(document, from, to);
  const nameOf = (author: string): string =>
    renamed.reduce((name, { from, to }) => (name === from ? to : name), author);
  const old = new Map(entriesOf(before).map((entry) => [entry.value.id, entry]));
  const next = new Map(entriesOf(after).map((entry) => [entry.value.id, entry]));
  for (const [id, was] of old) {
    const now = next.get(id);
    const author = nameOf(was.value.author);
    const section = (): YAMLMap => authorsMap(document, sectionOf(was), author);
    if (now === undefined) take(section(), id);
    else if (!sameEntry(was, now))
      changeKeys(entryMap(section(), id), presentValue(root, [sectionOf(was), was.value.author, id]), was, now);
  }
  for (const [id, entry] of next) {
    if (old.has(id)) continue;
    set(openMap(openMap(contents(document), sectionOf(entry)), entry.value.author), id, encodeEntry(entry));
  }
  const known = encodeSource(before.source);
  for (const [key, value] of changesBetween(known, encodeSource(after.source))) {
    const source = openMap(contents(document), 'source');
    if (value === undefined) take(source, key);
    else set(source, key, withUnknown(presentValue(root, ['source', key]), value, known.get(key)));
  }
  keepKeysAsTyped(document);
  return withLineBreaks(document.toString({ lineWidth: 0 }), lineBreakOf(text));
}

/** `yaml` writes numbers in its own way (`1e40` as `1e+40`), which would be another key. */
function keepKeysAsTyped(document: Document): void {
  visit(document, {
    Pair(_, { key }) {
      if (!isScalar(key) || typeof key.value === 'string' || key.value === null) return;
      const typed = typedText(key);
      if (typed !== String(key.value)) Object.assign(key, { value: typed, type: 'QUOTE_DOUBLE' });
    },
  });
}

function sectionOf(entry: Entry): SectionName {
  return entry.kind === 'rejection' ? 'rejected' : 'annotations';
}

function changeKeys(map: YAMLMap, present: YamlValue | undefined, was: Entry, now: Entry): void {
  const known = encodeEntry(was);
  for (const [key, value] of changesBetween(known, encodeEntry(now))) {
    const old = isMapValue(present) ? present.get(key) : undefined;
    if (value === undefined) take(map, key);
    else set(map, key, withUnknown(old, value, known.get(key)));
  }
}

/** Gives an author's sections another name; entries move, comments and all, where that name has a section already. */
function renameSections(document: Document, from: string, to: string): void {
  for (const name of SECTIONS) {
    const section = pairIn(contents(document), name)?.value;
    const pair = isMap(section) ? pairIn(section, from) : undefined;
    if (!isMap(section) || pair === undefined) continue;
    const target = pairIn(section, to);
    if (target === undefined) {
      const { commentBefore, spaceBefore } = pair.key as Scalar;
      pair.key = Object.assign(keyNode(to), { commentBefore, spaceBefore });
      continue;
    }
    take(section, from);
    if (isMap(pair.value)) openMap(section, to).items.push(...pair.value.items);
  }
}

function contents(document: Document): YAMLMap {
  document.contents ??= document.createNode({}) as unknown as typeof document.contents;
  if (!isMap(document.contents)) throw new Error('The document is no map.');
  return document.contents;
}

function authorsMap(document: Document, section: SectionName, author: string): YAMLMap {
  const authors = pairIn(contents(document), section)?.value;
  return entryMap(isMap(authors) ? authors : undefined, author);
}

/** The map behind a key; what stands there by an alias is not to be changed for all. */
function entryMap(map: YAMLMap | undefined, key: string): YAMLMap {
  const value = map && pairIn(map, key)?.value;
  if (!isMap(value)) throw new Error(`There is no map of ${key}.`);
  return value;
}

/** The pair with the key as it was typed: `12` and `"12"` are one key. */
function pairIn(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && typedText(pair.key) === key);
}

/** The map behind a key, which is made where there is none, or nothing. */
function openMap(map: YAMLMap, key: string): YAMLMap {
  const found = pairIn(map, key);
  if (isMap(found?.value)) return found.value;
  if (found !== undefined && found.value !== null && !(isScalar(found.value) && found.value.value === null))
    throw new Error(`${key} is no map.`);
  const made = new YAMLMap();
  if (found === undefined) map.items.push(new Pair(keyNode(key), made));
  else found.value = made;
  return made;
}

function set(map: YAMLMap, key: string, value: YamlValue): void {
  const node = nodeOf(value);
  const found = pairIn(map, key);
  if (found === undefined) map.items.push(new Pair(keyNode(key), node));
  else found.value = node;
}

/** Takes a pair out; comments above it stay, above the next. */
function take(map: YAMLMap, key: string): void {
  const pair = pairIn(map, key);
  if (pair === undefined) return;
  const place = map.items.indexOf(pair);
  map.items.splice(place, 1);
  const above = isScalar(pair.key) ? pair.key.commentBefore : undefined;
  if (above === undefined || above === null) return;
  const next = map.items[place]?.key;
  const joined = (below: string | null | undefined): string => (below ? `${above}\n${below}` : above);
  if (isScalar(next)) next.commentBefore = joined(next.commentBefore);
  else map.comment = map.comment ? `${map.comment}\n${above}` : above;
}

function keyNode(key: string): Scalar {
  const node = NODES.createNode(key);
  if (keyText(key) !== key) node.type = 'QUOTE_DOUBLE';
  return node;
}

/** A node whose strings are double-quoted, as all that come from texts are. */
function nodeOf(value: YamlValue): unknown {
  const node = NODES.createNode(toLibrary(value));
  visit(node, {
    Scalar(place, scalar) {
      if (typeof scalar.value !== 'string') return;
      if (place !== 'key' || keyText(scalar.value) !== scalar.value) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return node;
}

/** Nodes are made by a document; which one does not matter. */
const NODES = parseDocument('', { schema: 'core' });

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
