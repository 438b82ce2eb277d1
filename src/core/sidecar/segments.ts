import type { SourceMetadata } from '../annotation/annotation';
import type { Problem } from '../text/problem';
import type { YamlMap, YamlPair } from '../yaml/node';
import type { Entry } from './encode';
import { SECTIONS, type SectionName } from './vocabulary';

/**
 * A run of whole lines of a sidecar, with its length but without its place: after an edit elsewhere it is the same
 * segment. A sidecar is a list of segments whose lengths add up to the length of its text; all offsets inside a
 * segment count from its start. Segments are immutable and are told apart by identity.
 */
export type Segment = GapSegment | TopLevelSegment | SectionSegment | AuthorSegment | EntrySegment;

/** Blank lines and comments. */
export interface GapSegment {
  readonly kind: 'gap';
  readonly length: number;
}

/** A top-level key with its value: `glossator`, `source`, and what is unknown. */
export interface TopLevelSegment {
  readonly kind: 'top-level';
  readonly length: number;
  readonly key: string;
  readonly source?: SourceMetadata;
  readonly problems: readonly Problem[];
}

/** The line `annotations:` or `rejected:`. */
export interface SectionSegment {
  readonly kind: 'section';
  readonly length: number;
  readonly section: SectionName;
  /** Where an explicit nothing (`{}`, `null`) stands, which has to go before anything can be put in. */
  readonly nothing?: { readonly start: number; readonly end: number };
}

/** The line that opens an author's section. */
export interface AuthorSegment {
  readonly kind: 'author';
  readonly length: number;
  readonly section: SectionName;
  readonly author: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** Column of the author's name. */
  readonly indent: number;
  readonly nothing?: { readonly start: number; readonly end: number };
}

export interface EntrySegment {
  readonly kind: 'entry';
  readonly length: number;
  readonly section: SectionName;
  readonly author: string;
  readonly id: string;
  readonly keyStart: number;
  readonly valueEnd: number;
  /** Column of the id. */
  readonly indent: number;
  /** Absent when the entry can't be used; `problems` says why. */
  readonly entry: Entry | undefined;
  readonly problems: readonly Problem[];
}

/** What was read of a pair, and what is wrong with it, in offsets of the whole text. */
export interface ReadPair<T> {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
}

/** How the segments are filled with what was read. */
export interface PairReader {
  readonly entry: (pair: YamlPair) => ReadPair<Entry>;
  readonly source: (pair: YamlPair) => ReadPair<SourceMetadata>;
}

/** Cuts a sidecar's text into segments, yielding now and then; absent when its outer maps are not block maps with a pair a line. */
export function* cutIntoSegments(
  text: string,
  root: YamlMap | undefined,
  read: PairReader,
): Generator<void, Segment[] | undefined> {
  const cutter = new Cutter(text);
  const complete = root === undefined || (yield* cutter.cutTopLevel(root, read));
  cutter.gapUpTo(text.length);
  return complete ? cutter.segments : undefined;
}

/** How many segments are cut between two yields, about: a few milliseconds' work. */
const SEGMENTS_PER_STEP = 500;

class Cutter {
  readonly segments: Segment[] = [];
  private at = 0;

  constructor(private readonly text: string) {}

  *cutTopLevel(root: YamlMap, read: PairReader): Generator<void, boolean> {
    for (const pair of root.pairs) {
      const start = this.startPair(pair);
      const section = SECTIONS.find((name) => name === pair.key);
      if (section === undefined) {
        const source = pair.key === 'source' ? read.source(pair) : undefined;
        const segment: TopLevelSegment = {
          kind: 'top-level',
          length: pair.end - start,
          key: pair.key,
          ...(source?.value && { source: source.value }),
          problems: movedProblems(source?.problems ?? [], -start),
        };
        this.push(segment, pair.end);
        continue;
      }
      const nothing = this.nothingIn(pair, start);
      const headEnd = nothing === undefined ? this.headEnd(pair) : pair.end;
      if (headEnd === undefined) return false;
      this.push({ kind: 'section', length: headEnd - start, section, ...(nothing?.end && { nothing }) }, headEnd);
      if (pair.value.kind === 'map' && !(yield* this.cutAuthors(section, pair.value, read))) return false;
    }
    return true;
  }

  private *cutAuthors(section: SectionName, authors: YamlMap, read: PairReader): Generator<void, boolean> {
    for (const pair of authors.pairs) {
      const start = this.startPair(pair);
      const nothing = this.nothingIn(pair, start);
      const headEnd = nothing === undefined ? this.headEnd(pair) : pair.end;
      if (headEnd === undefined) return false;
      const segment: AuthorSegment = {
        kind: 'author',
        length: headEnd - start,
        section,
        author: pair.key,
        keyStart: pair.keyStart - start,
        keyEnd: pair.keyEnd - start,
        indent: authors.indent,
        ...(nothing?.end && { nothing }),
      };
      this.push(segment, headEnd);
      if (pair.value.kind === 'map') yield* this.cutEntries(section, pair.key, pair.value, read);
    }
    return true;
  }

  private *cutEntries(section: SectionName, author: string, entries: YamlMap, read: PairReader): Generator<void, void> {
    for (const pair of entries.pairs) {
      if (this.segments.length % SEGMENTS_PER_STEP === 0) yield;
      const start = this.startPair(pair);
      const end = this.withOwnComments(pair.end, entries.indent);
      const { value, problems } = read.entry(pair);
      const segment: EntrySegment = {
        kind: 'entry',
        length: end - start,
        section,
        author,
        id: pair.key,
        keyStart: pair.keyStart - start,
        valueEnd: Math.max(pair.value.end, pair.keyEnd) - start,
        indent: entries.indent,
        entry: value,
        problems: movedProblems(problems, -start),
      };
      this.push(segment, end);
    }
  }

  gapUpTo(offset: number): void {
    if (offset > this.at) this.push({ kind: 'gap', length: offset - this.at }, offset);
  }

  private push(segment: Segment, end: number): void {
    this.segments.push(segment);
    this.at = end;
  }

  private startPair(pair: YamlPair): number {
    const start = Math.max(
      this.text.lastIndexOf('\n', pair.keyStart - 1) + 1,
      this.text.charCodeAt(0) === 0xfeff ? 1 : 0,
    );
    this.gapUpTo(start);
    return start;
  }

  /** End of the line of a key whose block map begins on a line below it; absent for any other value. */
  private headEnd(pair: YamlPair): number | undefined {
    if (pair.value.kind !== 'map' || !pair.value.block) return undefined;
    return this.text.indexOf('\n', pair.keyEnd) + 1;
  }

  /** Where a value that holds nothing stands (an empty range when there is none); absent when it holds something. */
  private nothingIn(pair: YamlPair, start: number): { start: number; end: number } | undefined {
    const { value } = pair;
    const empty = value.kind === 'map' ? value.pairs.length === 0 : value.kind === 'scalar' && value.value === null;
    if (!empty || this.text.slice(pair.keyEnd, value.end).includes('\n')) return undefined;
    return value.end > value.start ? { start: value.start - start, end: value.end - start } : { start: 0, end: 0 };
  }

  /** Comments that follow an entry at once and are indented more than its id belong to it. */
  private withOwnComments(from: number, indent: number): number {
    const comment = /( *)#[^\n]*(?:\n|$)/y;
    let end = from;
    for (;;) {
      comment.lastIndex = end;
      const found = end > 0 && this.text.charCodeAt(end - 1) === 0x0a ? comment.exec(this.text) : null;
      if (found === null || found[1]!.length <= indent) return end;
      end = comment.lastIndex;
    }
  }
}

/** Problems with their ranges moved. */
export function movedProblems(problems: readonly Problem[], by: number): readonly Problem[] {
  if (problems.length === 0 || by === 0) return problems;
  return problems.map((problem) =>
    problem.range === undefined
      ? problem
      : { ...problem, range: { start: problem.range.start + by, end: problem.range.end + by } },
  );
}
