import type * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { LANGUAGES, type LanguageCode } from '../../core/text/language';
import { passageLanguage, wholeLanguage } from '../../core/text/passage-language';
import { hull, overlaps, sameRange, type Range } from '../../core/text/range';
import { TermFinder, type TermMatch } from '../../core/translation';
import type { Corpus, CorpusSource } from '../corpus/corpus';
import { words } from '../session/judgement';
import type { Sessions } from '../session/sessions';

/** A rendering that is to be applied wherever its words stand. */
export interface Wanted {
  /** The words of the passage, parts joined by a blank. */
  readonly term: string;
  readonly language: LanguageCode;
  readonly rendering: string;
  /** The workspace folder to stay in; absent for all of them. */
  readonly folder?: vscode.Uri;
  /** The note itself, which is no place to apply it to. */
  readonly origin?: { readonly uri: vscode.Uri; readonly id: string };
}

/** A place where the words stand. */
export interface Occurrence {
  /** UTF-16 ranges in the text that was read. */
  readonly parts: readonly Range[];
  readonly kind: TermMatch['kind'];
  /** An annotation on exactly these words, which the rendering can go to. */
  readonly annotation?: Annotation;
  /** A note with a rendering on these words, or on words that these belong to or hold. */
  readonly rendered?: Annotation;
}

/** Where the words of a rendering stand in one source, with the notes that stand there already. */
export async function occurrencesIn(
  corpus: Corpus,
  sessions: Sessions,
  source: CorpusSource,
  text: string,
  finder: TermFinder,
  wanted: Wanted,
): Promise<Occurrence[]> {
  const { uri } = source;
  const matches = await corpus.turns.take(() => {
    const found = finder.find(text);
    if (found.length === 0) return [];
    const whole = wholeLanguage(text, source.language);
    return found.filter(({ parts }) => passageLanguage(text, hull(parts), whole) === wanted.language);
  });
  if (matches.length === 0) return [];
  const placed = await placedAnnotations(sessions, uri, text, corpus.annotationsOf(source));
  const isOrigin = ({ id }: Annotation) => id === wanted.origin?.id && uri.toString() === wanted.origin.uri.toString();
  return matches.flatMap(({ parts, kind }) => {
    const touching = placed.filter((each) => each.parts.some((part) => parts.some((own) => overlaps(part, own))));
    if (touching.some(({ annotation }) => isOrigin(annotation))) return [];
    const here = touching.filter((each) => same(each.parts, parts)).map(({ annotation }) => annotation);
    const annotation = here.find(({ rendering }) => rendering !== undefined) ?? here[0];
    const rendered =
      annotation?.rendering === undefined
        ? touching.find((each) => each.annotation.rendering !== undefined)?.annotation
        : annotation;
    return [{ parts, kind, ...(annotation && { annotation }), ...(rendered && { rendered }) }];
  });
}

/** The finder of the words; a language that is not told apart is looked for letter by letter. */
export function finderFor({ term, language }: Wanted): TermFinder {
  return new TermFinder(term, { language: LANGUAGES.includes(language) ? language : 'und' });
}

/** The words of a note as the search takes them. */
export function termOf(annotation: Annotation): string {
  return words(annotation).replaceAll(' … ', ' ');
}

async function placedAnnotations(
  sessions: Sessions,
  uri: vscode.Uri,
  text: string,
  shown: readonly Annotation[],
): Promise<readonly { readonly annotation: Annotation; readonly parts: readonly Range[] }[]> {
  const session = sessions.get(uri);
  if (session?.loaded && session.text === text) {
    return shown.flatMap((annotation) => {
      const parts = session.placementOf(annotation.id)?.parts;
      return parts ? [{ annotation, parts }] : [];
    });
  }
  const placements = await sessions.place(
    uri,
    text,
    shown.map(({ selector }) => selector),
  );
  return shown.flatMap((annotation, k) => {
    const parts = placements[k]?.parts;
    return parts ? [{ annotation, parts }] : [];
  });
}

function same(a: readonly Range[], b: readonly Range[]): boolean {
  return a.length === b.length && a.every((part, k) => sameRange(part, b[k]!));
}
