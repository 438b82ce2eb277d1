import {
  type Annotation,
  type AnnotationId,
  type AnnotationSet,
  type Rejection,
  type Reply,
  type SourceMetadata,
} from '../annotation/annotation';
import type { Problem } from '../text/problem';
import type { Range } from '../text/range';
import { pairOf, type YamlMap, type YamlNode } from '../yaml/node';
import { readYaml } from '../yaml/read';
import type { ParsedSidecar } from './parsed';
import { movedProblems, type EntrySegment, type Segment } from './segments';

/** What is known of a sidecar beside its segments. */
export interface FileFacts {
  readonly version: number | undefined;
  readonly writable: boolean;
  /** Problems that belong to no segment. */
  readonly problems: readonly Problem[];
  /** False when the text can't be spliced: its segments then serve for reading only. */
  readonly spliceable: boolean;
}

/** A sidecar as segments. What follows from them is worked out when it is first asked for. */
export class SegmentedSidecar implements ParsedSidecar {
  private contentOnce: Content | undefined;
  private startsOnce: Float64Array | undefined;
  private byIdOnce: Map<AnnotationId, number> | undefined;

  constructor(
    readonly text: string,
    readonly segments: readonly Segment[],
    readonly facts: FileFacts,
  ) {}

  get version(): number | undefined {
    return this.facts.version;
  }

  get writable(): boolean {
    return this.facts.writable;
  }

  get set(): AnnotationSet {
    return this.content.set;
  }

  get problems(): readonly Problem[] {
    return this.content.problems;
  }

  get authors(): readonly string[] {
    return this.content.authors;
  }

  rangeOf(id: AnnotationId): Range | undefined {
    const place = this.byId.get(id);
    if (place === undefined) return undefined;
    const segment = this.segments[place] as EntrySegment;
    const start = this.starts[place]!;
    return { start: start + segment.keyStart, end: start + segment.valueEnd };
  }

  rangeOfKey(id: AnnotationId, key: string): Range | undefined {
    const place = this.byId.get(id);
    return place === undefined ? undefined : this.rangeInSegment(place, key);
  }

  rangeOfSourceKey(key: string): Range | undefined {
    const place = this.segments.findIndex((segment) => segment.kind === 'top-level' && segment.key === 'source');
    return place < 0 ? undefined : this.rangeInSegment(place, key);
  }

  /** Offset at which each segment starts. */
  get starts(): Float64Array {
    if (this.startsOnce === undefined) {
      this.startsOnce = new Float64Array(this.segments.length);
      let at = 0;
      for (let i = 0; i < this.segments.length; i++) {
        this.startsOnce[i] = at;
        at += this.segments[i]!.length;
      }
    }
    return this.startsOnce;
  }

  private rangeInSegment(place: number, key: string): Range | undefined {
    const start = this.starts[place]!;
    const { root } = readYaml(this.text.slice(start, start + this.segments[place]!.length), 0);
    const range = root && rangeOfPath(root.pairs[0]?.value, key);
    return range && { start: range.start + start, end: range.end + start };
  }

  private get byId(): Map<AnnotationId, number> {
    if (this.byIdOnce === undefined) {
      this.byIdOnce = new Map();
      for (let i = 0; i < this.segments.length; i++) {
        const segment = this.segments[i]!;
        if (segment.kind === 'entry' && !this.byIdOnce.has(segment.id)) this.byIdOnce.set(segment.id, i);
      }
    }
    return this.byIdOnce;
  }

  private get content(): Content {
    this.contentOnce ??= collect(this.segments, this.facts.problems);
    return this.contentOnce;
  }
}

interface Content {
  readonly set: AnnotationSet;
  readonly problems: readonly Problem[];
  readonly authors: readonly string[];
}

function collect(segments: readonly Segment[], fileProblems: readonly Problem[]): Content {
  const annotations: Annotation[] = [];
  const replies: Reply[] = [];
  const rejections: Rejection[] = [];
  const problems = [...fileProblems];
  const authors = new Set<string>();
  const ids = new Set<AnnotationId>();
  let source: SourceMetadata = {};
  let start = 0;
  for (const segment of segments) {
    if (segment.kind === 'author' || segment.kind === 'entry') authors.add(segment.author);
    if (segment.kind === 'top-level' || segment.kind === 'entry') {
      if (segment.problems.length > 0) problems.push(...movedProblems(segment.problems, start));
    }
    if (segment.kind === 'top-level') source = segment.source ?? source;
    if (segment.kind === 'entry') {
      if (ids.has(segment.id)) problems.push(duplicateId(segment, start));
      else add(segment);
      ids.add(segment.id);
    }
    start += segment.length;
  }
  problems.sort((a, b) => (a.range?.start ?? -1) - (b.range?.start ?? -1));
  return { set: { source, annotations, replies, rejections }, problems, authors: [...authors] };

  function add({ entry }: EntrySegment): void {
    switch (entry?.kind) {
      case 'annotation':
        annotations.push(entry.value);
        break;
      case 'reply':
        replies.push(entry.value);
        break;
      case 'rejection':
        rejections.push(entry.value);
        break;
      case undefined:
        break;
    }
  }
}

function duplicateId(segment: EntrySegment, start: number): Problem {
  const at = start + segment.keyStart;
  return {
    code: 'duplicate-id',
    severity: 'error',
    message: `The id "${segment.id}" stands twice; the second entry is not used until it has an id of its own.`,
    range: { start: at, end: at + segment.id.length },
  };
}

function rangeOfPath(node: YamlNode | undefined, path: string): Range | undefined {
  let map: YamlMap | undefined = node?.kind === 'map' ? node : undefined;
  let range: Range | undefined;
  for (const key of path.split('.')) {
    const pair = map && pairOf(map, key);
    if (pair === undefined) return undefined;
    const { value } = pair;
    range =
      value.end > value.start ? { start: value.start, end: value.end } : { start: pair.keyStart, end: pair.keyEnd };
    map = value.kind === 'map' ? value : undefined;
  }
  return range;
}
