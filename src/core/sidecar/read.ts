import type { SourceMetadata } from '../annotation/annotation';
import type { Problem } from '../text/problem';
import { blankOtherSides } from '../yaml/conflict-markers';
import { damage } from '../yaml/damage';
import { pairOf, type YamlMap, type YamlPair } from '../yaml/node';
import { readYamlInSteps, type YamlReading } from '../yaml/read';
import { Decoder } from './decode';
import type { Entry } from './encode';
import { FORMAT_VERSION } from './format';
import type { ParsedSidecar, ParseOptions } from './parsed';
import { SegmentedSidecar } from './segmented';
import { cutIntoSegments, type PairReader, type ReadPair, type Segment } from './segments';
import { SECTIONS, type SectionName, SPLIT_DEPTH } from './vocabulary';

/** Reads a sidecar. Never throws and never hangs, whatever the text is. */
export function parseSidecar(text: string, options: ParseOptions = {}): ParsedSidecar {
  return finish(parseSidecarInSteps(text, options));
}

/** The same, yielding after every few milliseconds of work, so that a host can do something else between. */
export function* parseSidecarInSteps(text: string, options: ParseOptions = {}): Generator<void, ParsedSidecar> {
  return yield* readSegmented(text, options);
}

/** Reads a sidecar to its segments, in one go. */
export function readSidecar(text: string, options: ParseOptions = {}): SegmentedSidecar {
  return finish(readSegmented(text, options));
}

function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** How many entries are decoded between two yields. */
const ENTRIES_PER_STEP = 400;

function* readSegmented(text: string, options: ParseOptions): Generator<void, SegmentedSidecar> {
  const fileProblems = damage(text);
  const conflicted = fileProblems.some(({ code }) => code === 'conflict-markers');
  const readable = conflicted ? blankOtherSides(text) : text;
  const reading = yield* readYamlInSteps(readable, SPLIT_DEPTH);
  const version = readVersion(reading.root, options, fileProblems);
  const entries = yield* decodeEntries(reading.root, fileProblems);
  const writable = reading.sound && !fileProblems.some(({ severity }) => severity === 'error');
  const read: PairReader = { entry: (pair) => entries.get(pair) ?? NOTHING_READ, source: decodeSource };
  const cut = reading.separable ? yield* cutIntoSegments(readable, reading.root, read) : undefined;
  const segments = cut ?? looseSegments(readable, reading, entries);
  const problems = [...reading.problems, ...fileProblems];
  return new SegmentedSidecar(text, segments, {
    version,
    writable,
    problems,
    spliceable: writable && cut !== undefined,
  });
}

const NOTHING_READ: ReadPair<never> = { value: undefined, problems: [] };

function readVersion(root: YamlMap | undefined, options: ParseOptions, problems: Problem[]): number | undefined {
  if (root === undefined) return undefined;
  const pair = pairOf(root, 'glossator');
  if (pair === undefined) {
    const message = `The file does not say "glossator: ${FORMAT_VERSION}"; it is read as that.`;
    problems.push({ code: 'no-version', severity: 'information', message });
    return undefined;
  }
  const value = pair.value.kind === 'scalar' ? pair.value.value : null;
  const range = { start: pair.keyStart, end: Math.max(pair.keyEnd, pair.value.end) };
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) {
    const message = `glossator: should be the number of the format, ${FORMAT_VERSION}.`;
    problems.push({ code: 'bad-version', severity: 'error', message, range });
    return undefined;
  }
  if (value > FORMAT_VERSION) {
    const whose = options.source === undefined ? 'The annotations' : `The annotations of ${options.source}`;
    const message = `${whose} are in format ${value}; this version of Glossator knows ${FORMAT_VERSION} and does not write them.`;
    problems.push({ code: 'newer-format', severity: 'error', message, range });
  }
  return value;
}

type DecodedEntries = ReadonlyMap<YamlPair, ReadPair<Entry>>;

function* decodeEntries(root: YamlMap | undefined, problems: Problem[]): Generator<void, DecodedEntries> {
  const decoded = new Map<YamlPair, ReadPair<Entry>>();
  for (const { section, author, pair } of entryPairs(root, problems)) {
    const decoder = new Decoder();
    decoded.set(pair, { value: decoder.entry(section, author, pair), problems: decoder.problems });
    if (decoded.size % ENTRIES_PER_STEP === 0) yield;
  }
  return decoded;
}

function decodeSource(pair: YamlPair): ReadPair<SourceMetadata> {
  const decoder = new Decoder();
  return { value: decoder.source(pair), problems: decoder.problems };
}

interface EntryPair {
  readonly section: SectionName;
  readonly author: string;
  readonly pair: YamlPair;
  readonly indent: number;
}

/** All pairs that should be entries and could be read as YAML. */
function* entryPairs(root: YamlMap | undefined, problems: Problem[]): Generator<EntryPair> {
  for (const { key: section, value: authors, ...place } of root?.pairs ?? []) {
    if (!isSection(section) || place.broken) continue;
    for (const authorPair of mapPairs(authors, `${section}:`, place, problems)) {
      if (authorPair.broken) continue;
      const { key: author, value } = authorPair;
      const indent = value.kind === 'map' ? value.indent : -1;
      for (const pair of mapPairs(value, `The section of ${author}`, authorPair, problems)) {
        if (!pair.broken) yield { section, author, pair, indent };
      }
    }
  }
}

function isSection(key: string): key is SectionName {
  return SECTIONS.some((name) => name === key);
}

type Place = Pick<YamlPair, 'keyStart' | 'keyEnd'>;

function mapPairs(
  value: YamlPair['value'],
  what: string,
  { keyStart, keyEnd }: Place,
  problems: Problem[],
): readonly YamlPair[] {
  if (value.kind === 'map') return value.pairs;
  if (value.kind !== 'scalar' || value.value !== null) {
    const message = `${what} should consist of keys with values.`;
    problems.push({ code: 'bad-value', severity: 'error', message, range: { start: keyStart, end: keyEnd } });
  }
  return [];
}

/** Segments of a text that can't be cut by lines: gaps around the entries, wherever they stand. */
function looseSegments(text: string, reading: YamlReading, entries: DecodedEntries): Segment[] {
  const segments: Segment[] = [];
  const pieces: { start: number; end: number; segment: (length: number) => Segment }[] = [];
  const source = reading.root && pairOf(reading.root, 'source');
  if (source !== undefined && !source.broken) {
    const { value, problems } = decodeSource(source);
    const end = Math.max(source.keyEnd, source.value.end);
    pieces.push({
      start: source.keyStart,
      end,
      segment: (length) => ({
        kind: 'top-level',
        length,
        key: 'source',
        source: value ?? {},
        problems: moved(problems, source),
      }),
    });
  }
  for (const { section, author, pair, indent } of entryPairs(reading.root, [])) {
    const { value, problems } = entries.get(pair) ?? NOTHING_READ;
    const end = Math.max(pair.keyEnd, pair.value.end);
    pieces.push({
      start: pair.keyStart,
      end,
      segment: (length) => ({
        ...{ kind: 'entry', length, section, author, id: pair.key, keyStart: 0, valueEnd: length, indent },
        ...{ entry: value, problems: moved(problems, pair) },
      }),
    });
  }
  let at = 0;
  for (const { start, end, segment } of pieces.sort((a, b) => a.start - b.start)) {
    // An alias makes one text stand for several entries; they can't be in two places.
    const from = Math.max(start, at);
    const to = Math.max(end, from);
    if (from > at) segments.push({ kind: 'gap', length: from - at });
    segments.push(segment(to - from));
    at = to;
  }
  if (at < text.length) segments.push({ kind: 'gap', length: text.length - at });
  return segments;
}

function moved(problems: readonly Problem[], pair: YamlPair): readonly Problem[] {
  return problems.map((problem) => ({
    ...problem,
    ...(problem.range && {
      range: { start: problem.range.start - pair.keyStart, end: problem.range.end - pair.keyStart },
    }),
  }));
}
