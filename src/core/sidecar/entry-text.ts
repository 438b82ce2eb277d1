import type { YamlPair, YamlValueMap } from '../yaml/node';
import { editMap, type KeyChanges } from '../yaml/map-edit';
import { readYaml } from '../yaml/read';
import { applySplices } from '../yaml/splice';
import { flowText, keyText, type Layout, mapText } from '../yaml/write';
import { Decoder } from './decode';
import { encodeEntry, type Entry } from './encode';
import { ENTRY_LAYOUT, type SectionName } from './vocabulary';
import type { LooseEntry } from './draft';

/** Column of an entry's id in what we write. */
export const ENTRY_INDENT = 4;

/** An entry's lines, ending with LF: annotations a key a line, replies and rejections on one line. */
export function entryText(entry: Entry): string {
  return entryTextOf(entry.value.id, encodeEntry(entry), entry.kind === 'annotation');
}

export function entryTextOf(id: string, values: YamlValueMap, asBlock: boolean): string {
  const head = `${' '.repeat(ENTRY_INDENT)}${keyText(id)}:`;
  if (asBlock && values.size > 0) return `${head}\n${mapText(values, ENTRY_INDENT + 2, ENTRY_LAYOUT)}`;
  return `${head} ${flowText(values, ENTRY_LAYOUT)}\n`;
}

/** The one pair that some whole lines of a sidecar hold, with offsets in them; absent when they hold anything else. */
export function readPairAlone(lines: string): YamlPair | undefined {
  const { root, sound } = readYaml(lines, 0);
  return sound && root?.pairs.length === 1 ? root.pairs[0] : undefined;
}

/** The same lines with changes to the pair's map; absent when its value is no map. */
export function editLines(lines: string, changes: KeyChanges, known: YamlValueMap, layout: Layout): string | undefined {
  const pair = readPairAlone(lines);
  if (pair?.value.kind !== 'map' || pair.value.pairs.length === 0) return undefined;
  return applySplices(lines, editMap(lines, pair.value, changes, known, layout));
}

/** Reads an entry's own lines to what a segment needs; absent when they are not one sound entry. */
export function readEntryLines(section: SectionName, author: string, lines: string): LooseEntry | undefined {
  const pair = readPairAlone(lines);
  if (pair === undefined) return undefined;
  const decoder = new Decoder();
  const entry = decoder.entry(section, author, pair);
  return {
    id: pair.key,
    keyStart: pair.keyStart,
    valueEnd: Math.max(pair.value.end, pair.keyEnd),
    indent: pair.keyStart,
    entry,
    problems: decoder.problems,
  };
}
