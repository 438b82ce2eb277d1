import type {
  Alternative,
  Annotation,
  AnnotationId,
  AnnotationSet,
  NoteState,
  SourceMetadata,
} from '../annotation/annotation';
import { foldQuote } from '../text/fold';
import { hasTranslation, renderedBy } from '../translation';

/** A source whose notes are reported. */
export interface ReportedSource {
  /** Relative to the workspace folder. */
  readonly path: string;
  readonly details: Pick<SourceMetadata, 'title' | 'publication' | 'author' | 'date' | 'url' | 'language'>;
}

/** One rendering decision on one passage. */
export interface ReportedNote {
  /** Index into the report's sources. */
  readonly source: number;
  readonly id: string;
  /** The passage, its parts joined. */
  readonly words: string;
  /** Equal for notes on the same term. */
  readonly key: string;
  /** Counted from 1 in the article; absent where the passage has no certain place. */
  readonly paragraph?: number;
  /** What stands around the passage, where the annotation says it. */
  readonly before: string;
  readonly after: string;
  /** Absent while the passage is explained and not rendered. */
  readonly rendering?: string;
  readonly literal?: string;
  readonly alternatives: readonly Alternative[];
  readonly explanation?: string;
  readonly authority?: string;
  readonly state: NoteState;
  readonly by: string;
  /** ISO 8601; absent where a hand-written entry does not say it. */
  readonly at?: string;
}

export interface RenderingReport {
  readonly sources: readonly ReportedSource[];
  /** Doubtful ones first, then drafts, then settled ones; each by words, source and place in the file. */
  readonly notes: readonly ReportedNote[];
}

/** How a report is arranged. */
export const ARRANGEMENTS = ['term', 'source'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** Notes under one heading. */
export interface ReportGroup {
  readonly heading: string;
  readonly notes: readonly ReportedNote[];
  /** Counts the different renderings that the notes have; more than one for a term is worth a look. */
  readonly renderings: () => number;
}

const ORDER: Readonly<Record<NoteState, number>> = { doubtful: 0, draft: 1, settled: 2 };

/** A source with its annotations. */
export interface AnnotatedSource {
  readonly path: string;
  readonly details: SourceMetadata;
  readonly set: AnnotationSet;
  /** The paragraph that an annotation stands in, counted from 1; `undefined` when it has no certain place. */
  readonly paragraphOf?: (id: AnnotationId) => number | undefined;
}

/** Gathers every rendering decision of the sources. */
export function gatherRenderings(sources: readonly AnnotatedSource[]): RenderingReport {
  const steps = gatherRenderingsInSteps(sources);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, yielding after every few milliseconds of work, so that a host can do something else between. */
export function* gatherRenderingsInSteps(sources: readonly AnnotatedSource[]): Generator<void, RenderingReport> {
  const notes: ReportedNote[] = [];
  for (const [k, { set, paragraphOf }] of sources.entries()) {
    for (const annotation of set.annotations) {
      if (!hasTranslation(annotation)) continue;
      notes.push(noteOf(annotation, k, paragraphOf?.(annotation.id)));
      if (notes.length % NOTES_A_STEP === 0) yield;
    }
  }
  const collator = new Intl.Collator('nl');
  const sorted = yield* sortInSteps(
    notes,
    (a, b) => ORDER[a.state] - ORDER[b.state] || collator.compare(a.words, b.words) || a.source - b.source,
  );
  return { sources: sources.map(({ path, details }) => ({ path, details })), notes: sorted };
}

/** After so many notes a step ends. */
const NOTES_A_STEP = 50;

/** A stable merge sort: the engine's own can't be interrupted. */
function* sortInSteps<Item>(items: readonly Item[], compare: (a: Item, b: Item) => number): Generator<void, Item[]> {
  let runs: Item[][] = [];
  for (let from = 0; from < items.length; from += NOTES_A_STEP) {
    runs.push(items.slice(from, from + NOTES_A_STEP).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: Item[][] = [];
    for (let k = 0; k < runs.length; k += 2) merged.push(yield* mergeInSteps(runs[k]!, runs[k + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* mergeInSteps<Item>(
  left: readonly Item[],
  right: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Generator<void, Item[]> {
  const merged: Item[] = [];
  let l = 0;
  let r = 0;
  while (l < left.length || r < right.length) {
    const takesLeft = r === right.length || (l < left.length && compare(left[l]!, right[r]!) <= 0);
    merged.push(takesLeft ? left[l++]! : right[r++]!);
    if (merged.length % NOTES_A_STEP === 0) yield;
  }
  return merged;
}

function noteOf(annotation: Annotation, source: number, paragraph: number | undefined): ReportedNote {
  const { id, selector, rendering, literal, alternatives, explanation, authority, state } = annotation;
  const line = (text: string) => text.replace(/\s+/g, ' ');
  const words = line(selector.quote.join(' […] ')).trim();
  return {
    source,
    id,
    words,
    key: termKey(words),
    ...(paragraph !== undefined && { paragraph }),
    before: fromWholeWord(line(selector.before ?? '')),
    after: upToWholeWord(line(selector.after ?? '')),
    alternatives: alternatives ?? [],
    ...(rendering && { rendering }),
    ...(literal && { literal }),
    ...(explanation && { explanation }),
    ...(authority && { authority }),
    state: state ?? 'draft',
    ...renderedBy(annotation),
  };
}

/** What an annotation keeps of its surroundings ends after so many characters, in the middle of a word as likely as not. */
const KEPT_CONTEXT = 32;

function fromWholeWord(before: string): string {
  return before.length < KEPT_CONTEXT ? before : before.replace(/^[\p{L}\p{M}\p{N}]+[^\s\p{L}]*\s+(?=\S)/u, '');
}

function upToWholeWord(after: string): string {
  return after.length < KEPT_CONTEXT ? after : after.replace(/(?<=\S)\s+[^\s\p{L}]*[\p{L}\p{M}\p{N}]+$/u, '');
}

/** The notes under their headings; a group stands where its first note stood, so doubtful ones stay first. */
export function arrange({ sources, notes }: RenderingReport, by: Arrangement): ReportGroup[] {
  const groups = new Map<string, ReportedNote[]>();
  for (const note of notes) {
    const key = by === 'term' ? note.key : String(note.source);
    const group = groups.get(key);
    if (group) group.push(note);
    else groups.set(key, [note]);
  }
  return [...groups.values()].map((group) => ({
    heading: by === 'term' ? group[0]!.words : titleOf(sources[group[0]!.source]!),
    notes: group,
    renderings: () =>
      new Set(group.flatMap(({ rendering }) => (rendering === undefined ? [] : [termKey(rendering)]))).size,
  }));
}

/** Words that differ only in case, diacritics or blanks are one term. */
export function termKey(words: string): string {
  return foldQuote(words).toLowerCase();
}

/** What a source is called: its title, else its file. */
export function titleOf({ path, details }: ReportedSource): string {
  return details.title ?? path;
}

/** How many notes are in each state. */
export function countStates({ notes }: RenderingReport): Readonly<Record<NoteState, number>> {
  const counts = { doubtful: 0, draft: 0, settled: 0 };
  for (const { state } of notes) counts[state]++;
  return counts;
}
