import type { YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from './node';
import { IRREGULAR, resolveDoubleQuoted, resolvePlain } from './scalars';

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const HASH = 0x23;
const APOSTROPHE = 0x27;
const COMMA = 0x2c;
const DASH = 0x2d;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_MAP = 0x7b;
const CLOSE_MAP = 0x7d;
const BOM = 0xfeff;

/** Deeper collections are left to `yaml`, which has its own limit. */
const MAX_NESTING = 16;
/** Keys longer than that are left to `yaml` (the limit of the specification is 1,024). */
const MAX_KEY_LENGTH = 200;
// eslint-disable-next-line no-control-regex
const ESCAPE_OR_CONTROL = /[\0-\x1f\\]/;
/** A single-quoted scalar on one line. */
// eslint-disable-next-line no-control-regex
const SINGLE_QUOTED = /'(?:[^'\0-\x1f\ufeff]|'')*'/y;

/**
 * Reads the part of YAML that Glossator writes: block maps and block lists, one-line flow collections, plain and
 * double-quoted scalars on one line, comments. On anything else a method answers `undefined`, and the caller lets
 * `yaml` read the piece. What it accepts, it reads as `yaml` does (a property holds that).
 *
 * One reader serves one text; `pos` moves forward as pieces are read.
 */
export class RegularReader {
  pos: number;
  /** End of the last line with content, its line break included. */
  contentEnd: number;
  /** Block maps that are being read, one in another. */
  private nesting = 0;

  constructor(
    readonly text: string,
    start: number,
  ) {
    this.pos = start;
    this.contentEnd = start;
  }

  /** Moves to the start of the next line with content and answers its indentation; -1 at the end of the text. */
  nextLine(): number {
    const { text } = this;
    while (this.pos < text.length) {
      let at = this.pos;
      while (text.charCodeAt(at) === SPACE) at++;
      const unit = text.charCodeAt(at);
      const blank = unit === LF || (unit === CR && text.charCodeAt(at + 1) === LF);
      if (!blank && unit !== HASH && at < text.length) return at - this.pos;
      this.pos = this.lineEnd(at);
    }
    return -1;
  }

  /** Offset just after the line break that ends the line of `at`. */
  lineEnd(at: number): number {
    const found = this.text.indexOf('\n', at);
    return found < 0 ? this.text.length : found + 1;
  }

  /** Reads the block map whose first key is on the line at `pos`, which is indented by `indent`. */
  blockMap(indent: number): YamlMap | undefined {
    if (this.nesting >= MAX_NESTING) return undefined;
    this.nesting++;
    const map = this.blockMapPairs(indent);
    this.nesting--;
    return map;
  }

  private blockMapPairs(indent: number): YamlMap | undefined {
    const pairs: YamlPair[] = [];
    const start = this.pos + indent;
    for (;;) {
      const found = this.nextLine();
      if (found < indent) break;
      if (found > indent) return undefined;
      const pair = this.pair(indent);
      if (pair === undefined) return undefined;
      pairs.push(pair);
    }
    return { kind: 'map', pairs, block: true, indent, start, end: pairs.at(-1)!.value.end };
  }

  private pair(indent: number): YamlPair | undefined {
    const keyStart = this.pos + indent;
    const key = this.key(keyStart);
    if (key === undefined) return undefined;
    const keyEnd = this.pos;
    const value = this.pairValue(keyEnd + 1, indent);
    if (value === undefined) return undefined;
    return { key, keyStart, keyEnd, value, end: this.contentEnd };
  }

  /**
   * Reads a key at `at`, in a block map. Afterwards `pos` is the offset of its colon.
   * Plain keys are of letters, digits, `_`, `-`, `.` and single blanks.
   */
  key(at: number): string | undefined {
    const { text } = this;
    if (text.charCodeAt(at) === QUOTE) {
      const quoted = this.doubleQuoted(at);
      if (quoted === undefined || quoted.end - at > MAX_KEY_LENGTH) return undefined;
      this.pos = quoted.end;
      return this.colonAt(quoted.end) ? (quoted.value as string) : undefined;
    }
    if (text.charCodeAt(at) === APOSTROPHE) return this.singleQuotedKey(at);
    let end = at;
    while (isKeyUnit(text.charCodeAt(end), end > at)) end++;
    if (end === at || end - at > MAX_KEY_LENGTH || text.charCodeAt(end - 1) === SPACE || !this.colonAt(end)) {
      return undefined;
    }
    this.pos = end;
    return text.slice(at, end);
  }

  private singleQuotedKey(at: number): string | undefined {
    SINGLE_QUOTED.lastIndex = at;
    const quoted = SINGLE_QUOTED.exec(this.text)?.[0];
    if (quoted === undefined || quoted.length > MAX_KEY_LENGTH || !this.colonAt(at + quoted.length)) return undefined;
    this.pos = at + quoted.length;
    return quoted.slice(1, -1).replaceAll("''", "'");
  }

  private colonAt(at: number): boolean {
    if (this.text.charCodeAt(at) !== COLON) return false;
    const after = this.text.charCodeAt(at + 1);
    return (
      at + 1 === this.text.length ||
      after === SPACE ||
      after === TAB ||
      after === LF ||
      (after === CR && this.text.charCodeAt(at + 2) === LF)
    );
  }

  /** Reads the value behind a key's colon; afterwards `pos` is the start of a line. */
  pairValue(afterColon: number, indent: number): YamlNode | undefined {
    let at = afterColon;
    while (this.text.charCodeAt(at) === SPACE) at++;
    if (!this.restIsEmpty(at)) return this.lineValue(at);
    this.contentEnd = this.pos = this.lineEnd(at);
    const found = this.nextLine();
    if (found <= indent) {
      // A list may stand in the column of its key; `yaml` knows when.
      if (found === indent && this.text.charCodeAt(this.pos + found) === DASH) return undefined;
      return nullAt(afterColon);
    }
    if (this.text.charCodeAt(this.pos + found) === DASH) return this.blockList(found);
    return this.blockMap(found);
  }

  /** Reads the value that fills the rest of a line. */
  private lineValue(at: number): YamlNode | undefined {
    const node = this.flowNode(at, 0, true);
    if (node === undefined || !this.restIsEmpty(node.end, true)) return undefined;
    this.contentEnd = this.pos = this.lineEnd(node.end);
    return node;
  }

  private blockList(indent: number): YamlList | undefined {
    const items: YamlNode[] = [];
    const start = this.pos + indent;
    for (;;) {
      const found = this.nextLine();
      if (found < indent) break;
      const dash = this.pos + indent;
      if (found > indent || this.text.charCodeAt(dash) !== DASH || this.text.charCodeAt(dash + 1) !== SPACE) {
        return undefined;
      }
      let at = dash + 1;
      while (this.text.charCodeAt(at) === SPACE) at++;
      const item = this.restIsEmpty(at) ? undefined : this.lineValue(at);
      if (item === undefined) return undefined;
      items.push(item);
    }
    return { kind: 'list', items, block: true, start, end: items.at(-1)!.end };
  }

  /** True when only blanks and a comment follow on the line. After a value the comment needs a blank before it. */
  private restIsEmpty(at: number, afterValue = false): boolean {
    const { text } = this;
    let end = at;
    while (text.charCodeAt(end) === SPACE) end++;
    const unit = text.charCodeAt(end);
    if (unit === HASH) return !afterValue || end > at;
    return end >= text.length || unit === LF || (unit === CR && text.charCodeAt(end + 1) === LF);
  }

  /** A scalar or flow collection on one line. `lineContext` is true outside flow collections. */
  private flowNode(at: number, depth: number, lineContext: boolean): YamlNode | undefined {
    switch (this.text.charCodeAt(at)) {
      case QUOTE:
        return this.doubleQuoted(at);
      case OPEN_LIST:
        return depth < MAX_NESTING ? this.flowList(at, depth) : undefined;
      case OPEN_MAP:
        return depth < MAX_NESTING ? this.flowMap(at, depth) : undefined;
      default:
        return this.plain(at, lineContext);
    }
  }

  private doubleQuoted(at: number): YamlScalar | undefined {
    const { text } = this;
    // Nearly all strings have no escape; native search is fast from the first one on, before anything is compiled.
    const next = text.indexOf('"', at + 1);
    if (next < 0) return undefined;
    const simple = text.slice(at + 1, next);
    if (!ESCAPE_OR_CONTROL.test(simple))
      return { kind: 'scalar', value: simple, text: simple, start: at, end: next + 1 };
    let end = at + 1;
    for (; ; end++) {
      const unit = text.charCodeAt(end);
      if (unit === QUOTE) break;
      if (unit === BACKSLASH) end++;
      // Line breaks, tabs and the end of the text (NaN).
      if (!(text.charCodeAt(end) >= SPACE)) return undefined;
    }
    const value = resolveDoubleQuoted(text.slice(at + 1, end));
    if (value === IRREGULAR) return undefined;
    return { kind: 'scalar', value, text: value, start: at, end: end + 1 };
  }

  private plain(at: number, lineContext: boolean): YamlScalar | undefined {
    const { text } = this;
    if (!isPlainStart(text.charCodeAt(at))) return undefined;
    let end = at + 1;
    for (; end < text.length; end++) {
      const unit = text.charCodeAt(end);
      if (unit < SPACE) {
        if (unit === LF || (unit === CR && text.charCodeAt(end + 1) === LF)) break;
        return undefined;
      }
      if (unit === HASH && text.charCodeAt(end - 1) === SPACE) {
        if (!lineContext) return undefined;
        break;
      }
      if (unit === COLON && (!lineContext || !(text.charCodeAt(end + 1) > SPACE))) return undefined;
      if (unit === BOM) return undefined;
      if (!lineContext) {
        if (unit === COMMA || unit === CLOSE_LIST || unit === CLOSE_MAP) break;
        if (unit === OPEN_LIST || unit === OPEN_MAP || unit === QUOTE) return undefined;
      }
    }
    while (text.charCodeAt(end - 1) === SPACE) end--;
    const source = text.slice(at, end);
    const value = resolvePlain(source);
    return value === IRREGULAR ? undefined : { kind: 'scalar', value, text: source, start: at, end };
  }

  private flowList(open: number, depth: number): YamlList | undefined {
    const items: YamlNode[] = [];
    let at = this.skipBlanks(open + 1);
    if (this.text.charCodeAt(at) === CLOSE_LIST) {
      return { kind: 'list', items, block: false, start: open, end: at + 1 };
    }
    for (;;) {
      const item = this.flowNode(at, depth + 1, false);
      if (item === undefined) return undefined;
      items.push(item);
      at = this.skipBlanks(item.end);
      const unit = this.text.charCodeAt(at);
      if (unit === CLOSE_LIST) return { kind: 'list', items, block: false, start: open, end: at + 1 };
      if (unit !== COMMA) return undefined;
      at = this.skipBlanks(at + 1);
    }
  }

  private flowMap(open: number, depth: number): YamlMap | undefined {
    const pairs: YamlPair[] = [];
    let at = this.skipBlanks(open + 1);
    if (this.text.charCodeAt(at) === CLOSE_MAP) return flowMapNode(pairs, open, at + 1);
    for (;;) {
      const keyStart = at;
      const key = this.key(keyStart);
      if (key === undefined) return undefined;
      const keyEnd = this.pos;
      const value = this.flowNode(this.skipBlanks(keyEnd + 1), depth + 1, false);
      if (value === undefined) return undefined;
      pairs.push({ key, keyStart, keyEnd, value, end: value.end });
      at = this.skipBlanks(value.end);
      const unit = this.text.charCodeAt(at);
      if (unit === CLOSE_MAP) return flowMapNode(pairs, open, at + 1);
      if (unit !== COMMA) return undefined;
      at = this.skipBlanks(at + 1);
    }
  }

  private skipBlanks(at: number): number {
    while (this.text.charCodeAt(at) === SPACE) at++;
    return at;
  }
}

/** What an absent value is read as. */
export function nullAt(at: number): YamlScalar {
  return { kind: 'scalar', value: null, text: '', start: at, end: at };
}

function flowMapNode(pairs: readonly YamlPair[], start: number, end: number): YamlMap {
  return { kind: 'map', pairs, block: false, indent: -1, start, end };
}

/** ASCII letters and digits, `_`, and the scripts from U+00C0 on, but for punctuation and what takes a surrogate. */
function isPlainStart(unit: number): boolean {
  if (unit < 0x80) {
    return (
      (unit >= 0x61 && unit <= 0x7a) ||
      (unit >= 0x41 && unit <= 0x5a) ||
      (unit >= 0x30 && unit <= 0x39) ||
      unit === 0x5f
    );
  }
  return (unit >= 0xc0 && unit < 0x2000) || (unit >= 0x2e80 && unit < 0xd800);
}

function isKeyUnit(unit: number, inside: boolean): boolean {
  return isPlainStart(unit) || (inside && (unit === SPACE || unit === DASH || unit === 0x2e || unit === 0x27));
}
