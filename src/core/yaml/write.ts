import { isListValue, isMapValue, type YamlValue, type YamlValueMap } from './node';
import { doubleQuoted, isSafePlain } from './scalars';

/** How the maps of one kind of file are laid out. */
export interface Layout {
  /** Keys whose string values are words of ours, written plain where that is safe. All other strings are double-quoted. */
  readonly plain: ReadonlySet<string>;
  /** Keys whose maps are written as a block, one key a line; other maps are written on one line. */
  readonly blocks: ReadonlySet<string>;
  /** What is said behind a key that opens a block. */
  readonly comments: ReadonlyMap<string, string>;
  /** The order of known keys in each kind of map: a key is put behind those that come before it here. */
  readonly order: readonly string[];
}

const PLAIN_KEY = /^\p{L}[\p{L}\p{N}_-]*(?: [\p{L}\p{N}_-]+)*$/u;
/** The fast reader takes plain keys from the scripts below U+2000. */
const BEYOND_FAST = /[^\0-\u1fff]/;

/** A key as it is written: plain where every YAML reader takes it for that very string. */
export function keyText(key: string): string {
  const plain = key.length <= 64 && PLAIN_KEY.test(key) && !BEYOND_FAST.test(key);
  return plain && (isSafePlain(key) || /[^\0-\x7f]/.test(key)) ? key : doubleQuoted(key);
}

/** A value on one line. */
export function flowText(value: YamlValue, layout: Layout, key = ''): string {
  if (isMapValue(value)) {
    if (value.size === 0) return '{}';
    const pairs = [...value].map(([inner, item]) => `${keyText(inner)}: ${flowText(item, layout, inner)}`);
    return `{ ${pairs.join(', ')} }`;
  }
  if (isListValue(value)) return `[${value.map((item) => flowText(item, layout, key)).join(', ')}]`;
  switch (typeof value) {
    case 'string':
      return layout.plain.has(key) && isSafePlain(value) ? value : doubleQuoted(value);
    case 'number':
      return numberText(value);
    default:
      return String(value);
  }
}

function numberText(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value);
  return Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf';
}

/** A key with its value, on lines of their own that end with LF, at a column. */
export function pairText(key: string, value: YamlValue, indent: number, layout: Layout): string {
  const head = `${' '.repeat(indent)}${keyText(key)}:`;
  if (isMapValue(value) && value.size > 0 && layout.blocks.has(key)) {
    const comment = layout.comments.get(key);
    return `${head}${comment === undefined ? '' : ` # ${comment}`}\n${mapText(value, indent + 2, layout)}`;
  }
  if (isListValue(value) && value.length > 0 && value.every(isMapValue)) {
    const dash = `${' '.repeat(indent + 2)}- `;
    return `${head}\n${value.map((item) => `${dash}${flowText(item, layout)}\n`).join('')}`;
  }
  return `${head} ${flowText(value, layout, key)}\n`;
}

/** The pairs of a map as a block at a column. */
export function mapText(map: YamlValueMap, indent: number, layout: Layout): string {
  let text = '';
  for (const [key, value] of map) text += pairText(key, value, indent, layout);
  return text;
}
