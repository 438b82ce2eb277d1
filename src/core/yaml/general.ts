import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Node as LibraryNode,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Problem } from '../text/problem';
import type { ReadingLimits } from './limits';
import type { YamlNode, YamlPair, YamlScalar } from './node';
import { nullAt } from './regular';

/** What `yaml` made of a piece of a text. */
export interface GeneralReading {
  /** Absent when the piece is empty or has syntax errors. */
  readonly node: YamlNode | undefined;
  readonly problems: readonly Problem[];
  /** The piece has anchors or aliases, so it can't be read apart from the rest. */
  readonly linked: boolean;
}

export interface Piece {
  /** The piece is `text.slice(start, end)`; ranges of the answer are in `text`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Columns of the keys that the piece is nested in, outermost first. */
  readonly ancestors: readonly number[];
}

/** Brackets opened and not closed, and compact nesting (`- - - a`), beyond which `yaml` is not even asked. */
const MAX_OPEN_BRACKETS = 200;
const COMPACT_NESTING = /(?:[-?:][ \t]+){64}/;

/** Reads a piece of a text with `yaml`, within limits. Never throws. */
export function readGeneral(piece: Piece, limits: ReadingLimits): GeneralReading {
  const body = piece.text.slice(piece.start, piece.end);
  const whole = { start: piece.start, end: piece.end };
  if (body.length > limits.piece) {
    const message = `This part is too large (${body.length} characters) to be read in the shape that it has.`;
    return refused({ code: 'too-large', severity: 'error', message, range: whole });
  }
  if (openBrackets(body) > MAX_OPEN_BRACKETS || COMPACT_NESTING.test(body)) return refused(tooDeep(whole));
  // The piece is read below keys of its real columns: indentation means the same there as in the whole text.
  const head = piece.ancestors.map((column) => `${' '.repeat(column)}x:\n`).join('');
  try {
    const document = parseDocument(head + body, {
      schema: 'core',
      version: '1.2',
      // Its check compares every key with every other; ours does not.
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'error',
      keepSourceTokens: false,
    });
    return new Conversion(piece, piece.start - head.length, limits).convert(document);
  } catch (error) {
    const message = `This part can't be read: ${error instanceof Error ? error.message : String(error)}.`;
    return refused({ code: 'syntax', severity: 'error', message, range: whole });
  }
}

function refused(problem: Problem): GeneralReading {
  return { node: undefined, problems: [problem], linked: false };
}

function tooDeep(range: Problem['range']): Problem {
  return { code: 'too-deep', severity: 'error', message: 'Collections are nested too deeply.', range };
}

function openBrackets(text: string): number {
  let open = 0;
  let most = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    open = bracket === '[' || bracket === '{' ? open + 1 : Math.max(0, open - 1);
    most = Math.max(most, open);
  }
  return most;
}

/** Turns `yaml`'s nodes into ours. */
class Conversion {
  private readonly problems: Problem[] = [];
  private linked = false;
  private readonly anchored = new Map<string, { readonly node: YamlNode; readonly size: number }>();
  private aliasedNodes = 0;
  private size = 0;

  constructor(
    private readonly piece: Piece,
    /** What to add to an offset of `yaml`. */
    private readonly shift: number,
    private readonly limits: ReadingLimits,
  ) {}

  convert(document: Document.Parsed): GeneralReading {
    for (const { pos, message } of document.errors) this.report('syntax', message, pos[0], pos[1]);
    const { explicit, version } = document.directives?.yaml ?? {};
    if (explicit && version !== '1.2') {
      this.report(
        'directive',
        'A %YAML directive of another version than 1.2 is not allowed here.',
        this.piece.start,
        this.piece.start + 1,
      );
    }
    let inner: LibraryNode | null = document.contents;
    for (const _ of this.piece.ancestors)
      inner = isMap(inner) ? ((inner.items[0]?.value as LibraryNode) ?? null) : null;
    const hasErrors = this.problems.length > 0;
    const node = inner === null ? undefined : this.node(inner, 0);
    return { node: hasErrors ? undefined : node, problems: this.problems, linked: this.linked };
  }

  private report(code: string, message: string, start: number, end: number): void {
    const limit = (offset: number): number => Math.max(this.piece.start, Math.min(offset + this.shift, this.piece.end));
    this.problems.push({ code, severity: 'error', message, range: { start: limit(start), end: limit(end) } });
  }

  private node(node: LibraryNode, depth: number): YamlNode {
    this.size++;
    const [from, to] = node.range ?? [0, 0];
    const start = from + this.shift;
    if (depth > this.limits.depth) {
      this.report('too-deep', 'Collections are nested too deeply.', from, to);
      return nullAt(start);
    }
    if (isAlias(node)) return this.alias(node.source, from, to);
    if (node.tag !== undefined) this.report('tag', `Tags are not allowed here: ${node.tag}`, from, to);
    const sizeBefore = this.size;
    const converted = this.collectionOrScalar(node, depth, start, Math.max(from, to) + this.shift);
    const { anchor } = node as { anchor?: string };
    if (anchor !== undefined) {
      this.linked = true;
      this.anchored.set(anchor, { node: converted, size: this.size - sizeBefore + 1 });
    }
    return converted;
  }

  private alias(name: string, from: number, to: number): YamlNode {
    this.linked = true;
    const target = this.anchored.get(name);
    const size = target?.size ?? 0;
    this.size += size;
    this.aliasedNodes += size;
    if (target === undefined) this.report('alias', `Nothing is anchored as &${name} before this.`, from, to);
    else if (this.aliasedNodes <= this.limits.aliased) {
      return { ...target.node, start: from + this.shift, end: to + this.shift };
    } else this.report('too-many-aliases', 'Aliases stand for too much.', from, to);
    return nullAt(from + this.shift);
  }

  private collectionOrScalar(node: LibraryNode, depth: number, start: number, end: number): YamlNode {
    if (isMap(node)) {
      const pairs = this.pairs(node, depth);
      const block = node.flow !== true;
      const indent = block && pairs.length > 0 ? columnOf(this.piece.text, pairs[0]!.keyStart) : -1;
      return { kind: 'map', pairs, block, indent, start, end: (block && pairs.at(-1)?.value.end) || end };
    }
    if (isSeq(node)) {
      const items = (node as YAMLSeq<LibraryNode | null>).items.map((item) =>
        item !== null && 'range' in item ? this.node(item, depth + 1) : this.oddItem(item, depth, start),
      );
      const block = node.flow !== true;
      return { kind: 'list', items, block, start, end: (block && items.at(-1)?.end) || end };
    }
    return scalarOf(node, start, end);
  }

  /** An item of a flow list that is itself a pair (`[a: b]`) or nothing. */
  private oddItem(_item: unknown, _depth: number, at: number): YamlNode {
    this.report('bad-key', 'A pair can not stand in a list.', at - this.shift, at - this.shift + 1);
    return nullAt(at);
  }

  private pairs(map: YAMLMap, depth: number): YamlPair[] {
    const pairs: YamlPair[] = [];
    for (const { key, value } of map.items as { key: LibraryNode | null; value: LibraryNode | null }[]) {
      const [from, to] = key?.range ?? map.range ?? [0, 0];
      if (!isScalar(key) || key.tag !== undefined || (key as { anchor?: string }).anchor !== undefined) {
        this.report('bad-key', 'A key has to be a plain word or a quoted string.', from, to);
        continue;
      }
      const keyStart = from + this.shift;
      const keyEnd = to + this.shift;
      const read = value === null ? nullAt(keyEnd) : this.node(value, depth + 1);
      const node = read.start === read.end && read.kind === 'scalar' ? nullAt(keyEnd + 1) : read;
      const end = map.flow === true ? node.end : lineEndAfter(this.piece.text, Math.max(keyEnd, node.end));
      pairs.push({ key: scalarOf(key, keyStart, keyEnd).text, keyStart, keyEnd, value: node, end });
    }
    return pairs;
  }
}

function scalarOf(node: LibraryNode, start: number, end: number): YamlScalar {
  const { value } = node as { value?: unknown };
  if (typeof value === 'string') return { kind: 'scalar', value, text: value, start, end };
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) {
    return { kind: 'scalar', value, text: typedText(node), start, end };
  }
  const text = String(value);
  return { kind: 'scalar', value: text, text, start, end };
}

/** A scalar as it was typed where that was plain and no string (`12`, `~`); else its value. */
export function typedText(node: LibraryNode): string {
  const { value, source, type } = node as { value?: unknown; source?: string; type?: string };
  const plain = type === 'PLAIN' || type === undefined;
  return plain && typeof value !== 'string' ? (source ?? String(value)) : String(value);
}

function columnOf(text: string, at: number): number {
  return (
    at -
    (text.lastIndexOf('\n', at - 1) + 1) -
    (at > 0 && text.charCodeAt(0) === 0xfeff && !text.slice(0, at).includes('\n') ? 1 : 0)
  );
}

/** End of the line that holds the last unit before `end`; a block scalar's range ends after its line break. */
function lineEndAfter(text: string, end: number): number {
  if (text.charCodeAt(end - 1) === 0x0a) return end;
  const found = text.indexOf('\n', end);
  return found < 0 ? text.length : found + 1;
}
