import type { Problem } from '../text/problem';
import { readGeneral } from './general';
import { READING_LIMITS, type ReadingLimits } from './limits';
import type { YamlMap, YamlNode, YamlPair } from './node';
import { nullAt, RegularReader } from './regular';

/** What a YAML text was read to. */
export interface YamlReading {
  /** Absent when the text is empty or no map. Pieces that could not be read are `broken` pairs. */
  readonly root: YamlMap | undefined;
  readonly problems: readonly Problem[];
  /** True when the whole text is YAML without errors, and without what is refused (tags, double keys). */
  readonly sound: boolean;
  /** True when each pair of the outer maps stands on lines of its own and means the same when it is read apart. */
  readonly separable: boolean;
}

/** The line that some programs begin every YAML file with. */
const DOCUMENT_START = /---[ ]*(?:[ ]#.*)?(?:\r?\n|$)/y;

/** How many pairs are read between two yields: about a millisecond's work. */
const PAIRS_PER_STEP = 100;

/**
 * Reads a YAML text whose outer maps, `splitDepth` levels below the root, may have very many pairs (for a sidecar 2:
 * section, author, entry). Each pair is read apart, by the fast reader or else by `yaml`, so that an error in one leaves
 * the others readable and the time grows with the size only. A small text that can't be split is read by `yaml` whole.
 * Never throws. Yields now and then, so that a host can do other work.
 */
export function* readYamlInSteps(
  text: string,
  splitDepth: number,
  limits: ReadingLimits = READING_LIMITS,
): Generator<void, YamlReading> {
  if (text.length > limits.text) {
    const message = `The file is too large to be read (${text.length} characters).`;
    return unread({ code: 'too-large', severity: 'error', message });
  }
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const split = new SplitReader(text, start, splitDepth, limits);
  const root = yield* split.read();
  if (split.sound) return { root, problems: split.problems, sound: true, separable: true };
  if (text.length > limits.piece) {
    const message = 'The file is too large to be read in the shape that it has.';
    const problems =
      split.problems.length > 0 ? split.problems : [{ code: 'too-large', severity: 'error', message } as const];
    return { root, problems, sound: false, separable: false };
  }
  const whole = readGeneral({ text, start: 0, end: text.length, ancestors: [] }, limits);
  const problems = [...whole.problems];
  if (whole.node !== undefined) reportDuplicateKeys(whole.node, problems);
  if (problems.length === 0) {
    const isMap = whole.node?.kind === 'map';
    const empty = whole.node === undefined || (whole.node.kind === 'scalar' && whole.node.value === null);
    if (!isMap && !empty) {
      return unread({ code: 'not-a-map', severity: 'error', message: 'The file should consist of keys with values.' });
    }
    return { root: whole.node?.kind === 'map' ? whole.node : undefined, problems, sound: true, separable: false };
  }
  return { root, problems: nearest(split.problems, problems), sound: false, separable: false };
}

/** What was found line by line is nearer to the spot; of aliases, which reach beyond their lines, only the whole text can tell. */
function nearest(byLine: readonly Problem[], ofWhole: readonly Problem[]): readonly Problem[] {
  const isRefused = ofWhole.some(({ code }) => code === 'syntax' || code === 'too-deep');
  const sure = isRefused ? byLine : byLine.filter(({ code }) => code !== 'syntax');
  const known = new Set(['syntax', ...sure.map(({ code }) => code)]);
  const beyond = ofWhole.filter(({ code }) => !known.has(code));
  return sure.length + beyond.length > 0 ? [...sure, ...beyond] : ofWhole;
}

/** The same in one go. */
export function readYaml(text: string, splitDepth: number, limits: ReadingLimits = READING_LIMITS): YamlReading {
  const steps = readYamlInSteps(text, splitDepth, limits);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function unread(problem: Problem): YamlReading {
  return { root: undefined, problems: [problem], sound: false, separable: false };
}

/** Reads the outer maps line by line and their pairs apart. */
class SplitReader {
  readonly problems: Problem[] = [];
  sound = true;
  private readonly reader: RegularReader;
  private pairsRead = 0;

  constructor(
    private readonly text: string,
    start: number,
    private readonly splitDepth: number,
    private readonly limits: ReadingLimits,
  ) {
    this.reader = new RegularReader(text, start);
  }

  *read(): Generator<void, YamlMap | undefined> {
    let indent = this.reader.nextLine();
    if (indent === 0) {
      DOCUMENT_START.lastIndex = this.reader.pos;
      if (DOCUMENT_START.test(this.text)) {
        this.reader.pos = DOCUMENT_START.lastIndex;
        indent = this.reader.nextLine();
      }
    }
    return indent < 0 ? undefined : yield* this.map(indent, -1, 0, []);
  }

  private *map(
    indent: number,
    parentIndent: number,
    depth: number,
    ancestors: readonly number[],
  ): Generator<void, YamlMap> {
    const { reader, text } = this;
    const pairs: YamlPair[] = [];
    const keys = new Set<string>();
    const start = reader.pos + indent;
    for (;;) {
      const found = reader.nextLine();
      if (found <= parentIndent) break;
      if (++this.pairsRead % PAIRS_PER_STEP === 0) yield;
      const lineStart = reader.pos;
      const keyStart = lineStart + found;
      const key = found === indent ? reader.key(keyStart) : undefined;
      if (key === undefined) {
        this.stray(lineStart, found, indent);
        continue;
      }
      const keyEnd = reader.pos;
      let value: YamlNode | undefined =
        depth < this.splitDepth
          ? yield* this.innerMap(keyEnd + 1, indent, depth, ancestors)
          : reader.pairValue(keyEnd + 1, indent);
      const regular = value !== undefined && reader.nextLine() <= indent;
      let broken = false;
      if (!regular) {
        value = this.readApart(lineStart, indent, ancestors, key);
        broken = value === undefined;
      }
      value ??= nullAt(keyEnd + 1);
      if (keys.has(key)) this.fail('duplicate-key', `The key "${key}" stands twice.`, keyStart, keyEnd);
      keys.add(key);
      if (depth >= this.splitDepth || value.kind !== 'map' || !value.block) this.checkKeys(value);
      const end = Math.max(reader.contentEnd, lineStart);
      pairs.push({ key, keyStart, keyEnd, value, end, ...(broken ? { broken: true as const } : {}) });
    }
    const end = pairs.at(-1)?.value.end ?? start;
    return { kind: 'map', pairs, block: true, indent, start: Math.min(start, text.length), end };
  }

  /** The value of a pair whose value may be one of the outer maps. */
  private *innerMap(
    afterColon: number,
    indent: number,
    depth: number,
    ancestors: readonly number[],
  ): Generator<void, YamlNode | undefined> {
    const { reader, text } = this;
    const opensMap = /[ ]*(?:#.*)?\r?\n/y;
    opensMap.lastIndex = afterColon;
    if (!opensMap.test(text)) return reader.pairValue(afterColon, indent);
    reader.contentEnd = reader.pos = opensMap.lastIndex;
    const found = reader.nextLine();
    const dash = found >= indent && /-(?:\s|$)/y.exec(text.slice(reader.pos + found, reader.pos + found + 2)) !== null;
    if (dash) return undefined;
    if (found <= indent) return nullAt(afterColon);
    return yield* this.map(found, indent, depth + 1, [...ancestors, indent]);
  }

  /** Lets `yaml` read one pair; absent when it can't be read, which is reported. */
  private readApart(
    lineStart: number,
    indent: number,
    ancestors: readonly number[],
    key: string,
  ): YamlNode | undefined {
    const { reader, text } = this;
    const end = this.pieceEnd(lineStart, indent);
    const { node, problems, linked } = readGeneral({ text, start: lineStart, end, ancestors }, this.limits);
    reader.pos = end;
    reader.contentEnd = this.lastContent(lineStart, end);
    const pair = node?.kind === 'map' && node.pairs.length === 1 ? node.pairs[0]! : undefined;
    if (problems.length > 0 || linked || pair?.key !== key) {
      this.sound = false;
      if (!linked) this.problems.push(...problems);
      return undefined;
    }
    reader.contentEnd = pair.end;
    return pair.value;
  }

  /** Start of the first line with content below `lineStart` that no longer belongs to the pair there. */
  private pieceEnd(lineStart: number, indent: number): number {
    const ahead = new RegularReader(this.text, this.reader.lineEnd(lineStart));
    for (;;) {
      const found = ahead.nextLine();
      if (found < 0) return this.text.length;
      // A list may stand in the column of its key, and so may the bracket that closes a flow collection.
      const goesOn =
        found === indent && /(?:-(?:\s|$)|[\]}])/y.test(this.text.slice(ahead.pos + found, ahead.pos + found + 2));
      if (found <= indent && !goesOn) return ahead.pos;
      ahead.pos = ahead.lineEnd(ahead.pos);
    }
  }

  private lastContent(start: number, end: number): number {
    return start + this.text.slice(start, end).trimEnd().length;
  }

  /** A line that fits nowhere: it is reported and passed over, with what is nested in it. */
  private stray(lineStart: number, found: number, indent: number): void {
    const at = lineStart + found;
    const lineEnd = this.reader.lineEnd(lineStart);
    const message =
      found === indent
        ? 'A key followed by a colon is expected here.'
        : 'This line is not indented like its neighbours.';
    this.fail('syntax', message, at, at + this.text.slice(at, lineEnd).trimEnd().length);
    this.reader.pos = found === indent ? this.pieceEnd(lineStart, indent) : lineEnd;
  }

  private checkKeys(value: YamlNode): void {
    const before = this.problems.length;
    reportDuplicateKeys(value, this.problems);
    if (this.problems.length > before) this.sound = false;
  }

  private fail(code: string, message: string, start: number, end: number): void {
    this.sound = false;
    this.problems.push({ code, severity: 'error', message, range: { start, end } });
  }
}

/** Reports every key that stands a second time in its map, in the node and below it. */
export function reportDuplicateKeys(node: YamlNode, problems: Problem[]): void {
  if (node.kind === 'scalar') return;
  if (node.kind === 'list') {
    for (const item of node.items) reportDuplicateKeys(item, problems);
    return;
  }
  const keys = node.pairs.length > 16 ? new Set<string>() : undefined;
  node.pairs.forEach((pair, place) => {
    const seen = keys?.has(pair.key) ?? seenBefore(node.pairs, place);
    keys?.add(pair.key);
    if (seen) {
      const range = { start: pair.keyStart, end: pair.keyEnd };
      problems.push({
        code: 'duplicate-key',
        severity: 'error',
        message: `The key "${pair.key}" stands twice.`,
        range,
      });
    }
    reportDuplicateKeys(pair.value, problems);
  });
}

function seenBefore(pairs: readonly YamlPair[], place: number): boolean {
  const { key } = pairs[place]!;
  for (let i = 0; i < place; i++) if (pairs[i]!.key === key) return true;
  return false;
}
