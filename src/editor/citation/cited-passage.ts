import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { readMetadata } from '../../core/annotation/metadata';
import { citedRendering, paragraphNumber, type Citation } from '../../core/exchange';
import { hull, type Range } from '../../core/text/range';
import { identifyLanguage } from '../../core/recognition';
import { Refusal } from '../commands';
import { pickMark, resolveMark, type MarkReference } from '../session/mark-reference';
import { sourceDetails } from '../session/source-details';
import { fileName } from '../session/source-files';
import type { SourceSession } from '../session/source-session';
import { cursorOffset, selectedParts, type ActiveSource } from '../session/target';
import { translatable } from '../session/translation';
import { setting } from '../settings/settings';

/** A passage to be cited, with the annotation that renders it. */
interface CitedPassage {
  readonly parts: readonly Range[];
  readonly annotation?: Annotation;
}

/** Below this many characters a quotation's own words don't tell its language; the article's language stands for it. */
const TELLING_LENGTH = 80;

/**
 * The citation of the mark referred to, else of the selection, else of the mark at the cursor. `undefined` when the
 * researcher left a choice; refuses when there is nothing to cite.
 */
export async function citationOf(source: ActiveSource, reference?: MarkReference): Promise<Citation | undefined> {
  const passage = await citedPassage(source, reference);
  return passage && makeCitation(source.session, passage);
}

async function citedPassage(source: ActiveSource, reference?: MarkReference): Promise<CitedPassage | undefined> {
  const { session } = source;
  const referred = reference && resolveMark(session, reference);
  if (referred)
    return { parts: referred.parts, ...(referred.kind === 'annotation' && { annotation: referred.annotation }) };
  const selected = selectedParts(source);
  if (selected.length > 0) {
    const annotation = translatable(session, selected);
    return { parts: selected, ...(annotation && { annotation }) };
  }
  const marks = session.marksAt(cursorOffset(source));
  const annotated = marks.filter((mark) => mark.kind === 'annotation');
  const rendered = annotated.filter(({ annotation }) => annotation.rendering !== undefined);
  const fitting = rendered.length > 0 ? rendered : annotated.length > 0 ? annotated : marks;
  if (fitting.length === 0) {
    throw new Refusal(vscode.l10n.t('Select the words that you want to cite, or put the cursor on an annotation.'));
  }
  const mark = fitting.length === 1 ? fitting[0] : await pickMark(session, fitting);
  if (!mark) return undefined;
  return { parts: mark.parts, ...(mark.kind === 'annotation' && { annotation: mark.annotation }) };
}

function makeCitation(session: SourceSession, { parts, annotation }: CitedPassage): Citation {
  const { text } = session;
  const quotation = parts.map(({ start, end }) => text.slice(start, end));
  const guess = identifyLanguage(quotation.join(' '));
  const long = quotation.join(' ').length >= TELLING_LENGTH && guess.confidence > 0.5;
  const language = long ? guess.language : session.language;
  const rendering = annotation && citedRendering(annotation);
  const { range } = readMetadata(text);
  const { title, publication, author, date, url, citationKey, language: sourceLanguage } = sourceDetails(session).known;
  return {
    quotation,
    language,
    ...(rendering && { rendering }),
    inTargetLanguage: language === setting('targetLanguage', session.uri),
    source: Object.fromEntries(
      Object.entries({ title, publication, author, date, url, citationKey, language: sourceLanguage }).filter(
        ([, value]) => value !== undefined,
      ),
    ),
    paragraph: paragraphNumber(text, hull(parts).start, range.end),
    file: fileName(session.uri),
  };
}
