import type { Alternative, AnnotationSet, NoteState, SourceMetadata } from '../annotation/annotation';
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
  /** How many different renderings the notes have; more than one for a term is worth a look. */
  readonly renderings: number;
}

const ORDER: Readonly<Record<NoteState, number>> = { doubtful: 0, draft: 1, settled: 2 };

/** Gathers every rendering decision of the sources. */
export function gatherRenderings(
  sources: readonly { readonly path: string; readonly details: SourceMetadata; readonly set: AnnotationSet }[],
): RenderingReport {
  const notes = sources.flatMap(({ set }, source) =>
    set.annotations.filter(hasTranslation).map((each) => noteOf(each, source)),
  );
  const collator = new Intl.Collator('nl');
  return {
    sources: sources.map(({ path, details }) => ({ path, details })),
    notes: notes.sort(
      (a, b) => ORDER[a.state] - ORDER[b.state] || collator.compare(a.words, b.words) || a.source - b.source,
    ),
  };
}

function noteOf(annotation: AnnotationSet['annotations'][number], source: number): ReportedNote {
  const { id, selector, rendering, literal, alternatives, explanation, authority, state } = annotation;
  const line = (text: string) => text.replace(/\s+/g, ' ');
  return {
    source,
    id,
    words: line(selector.quote.join(' […] ')).trim(),
    before: line(selector.before ?? ''),
    after: line(selector.after ?? ''),
    alternatives: alternatives ?? [],
    ...(rendering && { rendering }),
    ...(literal && { literal }),
    ...(explanation && { explanation }),
    ...(authority && { authority }),
    state: state ?? 'draft',
    ...renderedBy(annotation),
  };
}

/** The notes under their headings; a group stands where its first note stood, so doubtful ones stay first. */
export function arrange({ sources, notes }: RenderingReport, by: Arrangement): ReportGroup[] {
  const groups = new Map<string, ReportedNote[]>();
  for (const note of notes) {
    const key = by === 'term' ? termKey(note.words) : String(note.source);
    const group = groups.get(key);
    if (group) group.push(note);
    else groups.set(key, [note]);
  }
  return [...groups.values()].map((group) => ({
    heading: by === 'term' ? group[0]!.words : titleOf(sources[group[0]!.source]!),
    notes: group,
    renderings: new Set(group.flatMap(({ rendering }) => (rendering === undefined ? [] : [termKey(rendering)]))).size,
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
