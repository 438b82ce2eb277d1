import { commentsOf } from '../yaml/comments';
import { isMapValue, mapValueOf, type YamlValue } from '../yaml/node';
import { readYaml } from '../yaml/read';
import { keyText, pairText } from '../yaml/write';
import { entryTextOf } from './entry-text';
import { ENTRY_LAYOUT, SECTIONS, SOURCE_LAYOUT, SPLIT_DEPTH } from './vocabulary';

/**
 * A sidecar in another shape (flow maps, aliases) as one that can be edited line by line. All keys and values stay;
 * comments, which have no place in it, are kept at the top.
 */
export function regularText(text: string): string {
  const { root } = readYaml(text, SPLIT_DEPTH);
  let result = commentsOf(text)
    .map((comment) => `${comment}\n`)
    .join('');
  for (const [key, value] of root === undefined ? [] : mapValueOf(root)) {
    if (result !== '') result += '\n';
    const isSection = SECTIONS.some((name) => name === key);
    result +=
      isSection && isMapValue(value) ? `${key}:\n${authorsText(value)}` : pairText(key, value, 0, SOURCE_LAYOUT);
  }
  return result;
}

function authorsText(authors: ReadonlyMap<string, YamlValue>): string {
  let text = '';
  for (const [author, entries] of authors) {
    if (text !== '') text += '\n';
    text += `  ${keyText(author)}:\n`;
    if (isMapValue(entries)) text += [...entries].map(([id, entry]) => entryLines(id, entry)).join('\n');
  }
  return text;
}

function entryLines(id: string, entry: YamlValue): string {
  if (isMapValue(entry)) return entryTextOf(id, entry, entry.has('position') || entry.has('rendering'));
  return pairText(id, entry, 4, ENTRY_LAYOUT);
}
