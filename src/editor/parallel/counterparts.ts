import type { Annotation } from '../../core/annotation/annotation';
import { chargeConcept } from '../../core/recognition/charges/offence-concepts';
import { hull, type Range } from '../../core/text/range';
import { findTerm } from '../../core/translation';
import { nameWords, runsOf } from './name-words';

/** A mark of one of the two texts. */
export interface PairedMark {
  readonly type: string;
  readonly parts: readonly Range[];
  /** Absent on a suggestion. */
  readonly annotation?: Annotation;
  /** Id of the offence, where a suggested charge says it. */
  readonly concept?: string;
}

/** One text of a pair. */
export interface PairedText {
  readonly text: string;
  readonly language: string;
  readonly marks: readonly PairedMark[];
}

/** What stands at the cursor, and what answers it in the other text. */
export interface Counterparts {
  /** The words at the cursor. */
  readonly words: string;
  /** Targets in the other text, in order; each of one or more parts. */
  readonly targets: readonly (readonly Range[])[];
}

/**
 * The counterparts, in the other text, of the mention or term at an offset: names across spellings, charges by the offence
 * that both lexicons know, renderings where the other text has their words, in both directions. `undefined` where nothing
 * that could have a counterpart stands.
 */
export function counterpartsAt(here: PairedText, offset: number, there: PairedText): Counterparts | undefined {
  const marks = here.marks
    .filter(({ parts }) => parts.some(({ start, end }) => start <= offset && offset <= end))
    .sort((a, b) => length(a) - length(b));
  for (const mark of marks) {
    const targets = counterpartsOf(here, mark, there);
    if (targets.length > 0) return { words: wordsOf(here, mark.parts), targets };
  }
  const rendered = renderedThere(here, offset, there);
  if (rendered.targets.length > 0) return rendered;
  const word = nameWords(here.text).find(({ start, end }) => start <= offset && offset <= end);
  if (word && !marks.some(({ type }) => type === 'charge')) {
    const targets = runsOf(there.text, nameWords(there.text), new Set([word.key])).map((run) => [run]);
    if (targets.length > 0 || !word.opensSentence) return { words: word.word, targets };
  }
  const [mark] = marks;
  return mark && { words: wordsOf(here, mark.parts), targets: [] };
}

function counterpartsOf(here: PairedText, mark: PairedMark, there: PairedText): (readonly Range[])[] {
  const words = wordsOf(here, mark.parts);
  const found = new Map<string, readonly Range[]>();
  const add = (parts: readonly Range[]) =>
    found.set(JSON.stringify(parts.map(({ start, end }) => [start, end])), parts);
  if (mark.type === 'charge') {
    const concept = conceptOf(mark, words, here.language);
    for (const other of there.marks) {
      if (other.type !== 'charge' || concept === undefined) continue;
      if (conceptOf(other, wordsOf(there, other.parts), there.language) === concept) add(other.parts);
    }
  } else {
    const keys = new Set(nameWords(words).map(({ key }) => key));
    for (const run of runsOf(there.text, nameWords(there.text), keys)) add([run]);
  }
  const rendering = mark.annotation?.rendering;
  if (rendering) for (const { parts } of findTerm(there.text, rendering, { language: there.language })) add(parts);
  return withoutNested([...found.values()]);
}

/** The marks over there whose rendering stands at the offset; looked for in its line alone, for the cursor moves often. */
function renderedThere(here: PairedText, offset: number, there: PairedText): Counterparts {
  const targets: (readonly Range[])[] = [];
  let words = '';
  const start = here.text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = here.text.indexOf('\n', offset);
  const line = here.text.slice(start, lineEnd < 0 ? undefined : lineEnd);
  for (const { annotation, parts } of there.marks) {
    if (!annotation?.rendering) continue;
    const match = findTerm(line, annotation.rendering, { language: here.language }).find((each) =>
      each.parts.some((part) => part.start <= offset - start && offset - start <= part.end),
    );
    if (!match) continue;
    words = match.parts.map((part) => line.slice(part.start, part.end)).join(' ');
    targets.push(parts);
  }
  return { words, targets };
}

function conceptOf({ concept }: PairedMark, words: string, language: string): string | undefined {
  return concept ?? (language === 'nl' || language === 'en' ? chargeConcept(words, language) : undefined);
}

/** In order of start, without those that lie within another. */
function withoutNested(targets: readonly (readonly Range[])[]): (readonly Range[])[] {
  const spans = targets.map((parts) => ({ parts, span: hull(parts) }));
  return spans
    .filter(
      ({ span }, k) =>
        !spans.some(
          (other, j) =>
            j !== k &&
            other.span.start <= span.start &&
            span.end <= other.span.end &&
            (other.span.end - other.span.start > span.end - span.start || j < k),
        ),
    )
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ parts }) => parts);
}

function wordsOf({ text }: PairedText, parts: readonly Range[]): string {
  return parts.map(({ start, end }) => text.slice(start, end)).join(' ');
}

function length({ parts }: PairedMark): number {
  return parts.reduce((sum, { start, end }) => sum + end - start, 0);
}
