import * as vscode from 'vscode';
import { readMetadata } from '../../core/annotation/metadata';
import type { Annotation, AnnotationSet, SourceMetadata } from '../../core/annotation/annotation';
import { paragraphNumbers } from '../../core/exchange';
import { parseSidecarInSteps, type ParsedSidecar } from '../../core/sidecar';
import { readsAsProse } from '../../core/text/article';
import { identifyLanguage } from '../../core/text/language';
import { passageLanguage, wholeLanguage } from '../../core/text/passage-language';
import { hull } from '../../core/text/range';
import { hasTranslation } from '../../core/translation';
import { readText } from '../files/text-file';
import { languageAt } from '../session/passage-language';
import { sidecarPlaces, type Sessions } from '../session/sessions';
import { fileName, filesFound, isNamedSource, LARGEST_SOURCE, sourceGlobs, sourceSieve } from '../session/source-files';
import type { SourceSession } from '../session/source-session';
import { rangeIn } from '../session/text-positions';
import { setting } from '../settings/settings';
import { StoredPlaces, type LinesAndCharacters } from './stored-place';
import type { Turns } from './turns';

/** A source of the workspace with its annotations as they are now, whether an editor shows it or not; its text is not kept. */
export interface CorpusSource {
  readonly uri: vscode.Uri;
  /** Relative to its workspace folder, with the folder's name before it where there are several. */
  readonly path: string;
  /** What the annotation file says, completed by what the text says of itself, and the language by its words. */
  readonly details: SourceMetadata;
  /** The language that its text is taken to be in; `undefined` when nothing tells. */
  readonly language: string | undefined;
  /** All that its sidecar holds, by every author: whoever shows it minds blind mode. */
  readonly set: AnnotationSet;
  /**
   * Where an annotation that has a translation, or is a charge, stands in the present text, from its first part to its
   * last; `undefined` when it has no certain place.
   */
  rangeOf(id: string): vscode.Range | undefined;
  /** The paragraph that such an annotation stands in, counted from 1 in the article without its metadata lines. */
  paragraphOf(id: string): number | undefined;
  /** The language of such an annotation's words: a Dutch quotation in an English article is Dutch. */
  languageOf(id: string): string | undefined;
}

/** The files of the workspace that may be sources. */
export async function findSources(turns: Turns): Promise<vscode.Uri[]> {
  const found = new Map<string, vscode.Uri>();
  const mayBe = sourceSieve();
  for (const glob of sourceGlobs()) {
    const files = await filesFound(glob);
    // The editor has just made thousands of URIs.
    await turns.rest();
    await turns.takeEach(files, (uri) => {
      if (mayBe(uri)) found.set(uri.toString(), uri);
    });
  }
  return [...found.values()];
}

/** One source; `undefined` when there is no such file, when it is no prose or too large. Throws when it can't be read. */
export async function readSource(sessions: Sessions, uri: vscode.Uri, turns: Turns): Promise<CorpusSource | undefined> {
  const session = sessions.get(uri);
  if (session?.loaded) return turns.take(() => openSource(session));
  // An editor has no BOM either.
  const text = (await readText(uri))?.replace(/^\ufeff/, '');
  if (text === undefined || text.length > LARGEST_SOURCE) return undefined;
  if ((await turns.take(() => readsAsProse(text))) === false && !isNamedSource(uri)) return undefined;
  const parsed = await readAnnotations(uri, turns);
  const set = await turns.take(() => (parsed ? detached(parsed.set) : NOTHING));
  const description = await turns.take(() => described(uri, text, set));
  return turns.takeSteps(closedSource(description, text, set));
}

const NOTHING: AnnotationSet = { source: {}, annotations: [], replies: [], rejections: [] };

/** The annotations in a source's sidecar, wherever it may stand. */
async function readAnnotations(uri: vscode.Uri, turns: Turns): Promise<ParsedSidecar | undefined> {
  const { preferred, other } = sidecarPlaces(uri);
  const text = (await readText(preferred)) ?? (other && (await readText(other)));
  return text ? turns.takeSteps(parseSidecarInSteps(text, { source: fileName(uri) })) : undefined;
}

/** Where an annotation of a closed source stands: numbers alone, since a corpus has very many. */
interface Placed extends LinesAndCharacters {
  readonly paragraph: number;
  readonly language: string | undefined;
}

function* closedSource(description: Description, text: string, set: AnnotationSet): Generator<void, CorpusSource> {
  const { uri, language } = description;
  const stored = new StoredPlaces(text);
  const placed = new Map<string, Placed>();
  const numberOf = numbering(text);
  const whole = language === setting('targetLanguage', uri) ? wholeLanguage(text, language) : undefined;
  for (const annotation of set.annotations) {
    const range = hasPlace(annotation) ? stored.find(annotation.selector) : undefined;
    if (!range) continue;
    yield;
    const { line, character, endLine, endCharacter } = stored.positions(range);
    const paragraph = numberOf(range.start);
    // Only where the passage may be in another language than the one that nobody translates.
    const itsLanguage = whole ? passageLanguage(text, range, whole) : language;
    placed.set(annotation.id, { line, character, endLine, endCharacter, paragraph, language: itsLanguage });
  }
  return {
    ...description,
    set,
    rangeOf(id) {
      const place = placed.get(id);
      return place && new vscode.Range(place.line, place.character, place.endLine, place.endCharacter);
    },
    paragraphOf: (id) => placed.get(id)?.paragraph,
    languageOf: (id) => placed.get(id)?.language ?? language,
  };
}

/** Places are needed of what the translation bench speaks of: a corpus may have far more names than notes. */
function hasPlace(annotation: Annotation): boolean {
  return annotation.type === 'charge' || hasTranslation(annotation);
}

function openSource(session: SourceSession): CorpusSource {
  const { uri, document, text, set } = session;
  let numbered = { text, numberOf: numbering(text) };
  return {
    ...described(uri, text, set),
    set,
    rangeOf(id) {
      const parts = session.placementOf(id)?.parts;
      return parts && rangeIn(document, hull(parts));
    },
    paragraphOf(id) {
      const parts = session.placementOf(id)?.parts;
      if (!parts) return undefined;
      if (numbered.text !== session.text) numbered = { text: session.text, numberOf: numbering(session.text) };
      return numbered.numberOf(hull(parts).start);
    },
    languageOf: (id) => languageAt(session, session.placementOf(id)?.parts ?? []),
  };
}

/** What numbers the paragraphs of a text; made when it is first asked. */
function numbering(text: string): (offset: number) => number {
  let numberOf: ((offset: number) => number) | undefined;
  return (offset) => (numberOf ??= paragraphNumbers(text, readMetadata(text).range.end))(offset);
}

type Description = Pick<CorpusSource, 'uri' | 'path' | 'details' | 'language'>;

function described(uri: vscode.Uri, text: string, { source }: AnnotationSet): Description {
  const { fields } = readMetadata(text);
  const guess = identifyLanguage(text);
  const known = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined));
  const details: SourceMetadata = { ...fields, ...(guess.confidence > 0 && { language: guess.language }), ...known };
  return { uri, path: vscode.workspace.asRelativePath(uri), details: detached(details), language: details.language };
}

/**
 * The same in as little memory as it takes: strings that are cut from a text keep the whole text, and short ones that many
 * annotations have stand once for all. What thousands of sources keep is also what the host must copy when it collects garbage.
 */
function detached<Plain extends SourceMetadata | AnnotationSet>(plain: Plain): Plain {
  return JSON.parse(JSON.stringify(plain)) as Plain;
}
