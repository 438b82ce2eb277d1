import * as vscode from 'vscode';
import { readMetadata } from '../../core/annotation/metadata';
import { firstWords, isHeading } from '../../core/text/article';
import { findParagraphs } from '../../core/text/paragraphs';
import { hull, type Range } from '../../core/text/range';
import { layerOf, layersFor, type Layer } from '../layers/layers';
import { wordsAt } from '../session/judgement';
import type { Sessions } from '../session/sessions';
import type { AnnotationMark } from '../session/placed-annotations';
import type { SourceSession } from '../session/source-session';
import { rangeIn } from '../session/text-positions';
import { rowLabel } from '../wording/source-wording';

/** Pause before the outline follows a change of the annotations, in milliseconds. */
const DELAY = 300;
/** Characters of a text beyond which its outline waits until typing rests, and that rest in milliseconds: it is long too. */
const LONG = 300_000;
const REST = 1_000;
/** Characters of a paragraph's first words. */
const PARAGRAPH_LABEL = 60;

/**
 * The outline of a source: its headings and paragraphs with the annotations in each, so that Go to Symbol finds an
 * annotation by its words or its rendering.
 */
export class Outline implements vscode.DocumentSymbolProvider, vscode.Disposable {
  private registration: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscription: vscode.Disposable;

  constructor(private readonly sessions: Sessions) {
    this.registration = this.register();
    // Of any source: the editor keeps what it was told of those that are not in front, too.
    this.subscription = sessions.onDidChange(({ change }) => {
      if (change === 'annotations' || change === 'opened') this.schedule();
    });
  }

  async provideDocumentSymbols(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
    const session = this.sessions.get(document.uri);
    if (!session) return [];
    const { version } = document;
    if (session.text.length > LONG) await new Promise((resolve) => setTimeout(resolve, REST));
    // The editor asks again for the text of now.
    return document.version === version ? outlineOf(session) : [];
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(this.registration, this.subscription).dispose();
  }

  private register(): vscode.Disposable {
    return vscode.languages.registerDocumentSymbolProvider('*', this, { label: 'Glossator' });
  }

  /** The editor asks again only when the text changes or a provider comes: annotations change without the text. */
  private schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.registration.dispose();
      this.registration = this.register();
    }, DELAY);
  }
}

function outlineOf(session: SourceSession): vscode.DocumentSymbol[] {
  const { text, document } = session;
  const layers = layersFor(session.uri);
  const place = (range: Range) => rangeIn(document, range);
  const article = readMetadata(text).range.end;
  const marks = session.annotated;
  let next = 0;
  return findParagraphs(text)
    .map((paragraph) => ({ start: Math.max(paragraph.start, article), end: paragraph.end }))
    .filter((paragraph) => paragraph.end > paragraph.start)
    .map((paragraph) => {
      const words = text.slice(paragraph.start, paragraph.end);
      const symbol = new vscode.DocumentSymbol(
        firstWords(
          words
            .slice(0, 2 * PARAGRAPH_LABEL)
            .replace(/\s+/g, ' ')
            .trim(),
          PARAGRAPH_LABEL,
        ) || '…',
        '',
        isHeading(words) ? vscode.SymbolKind.Namespace : vscode.SymbolKind.String,
        place(paragraph),
        place({ start: paragraph.start, end: paragraph.start }),
      );
      while (next < marks.length && hull(marks[next]!.parts).start < paragraph.end) {
        symbol.children.push(symbolOf(session, marks[next]!, layers, place));
        next++;
      }
      return symbol;
    });
}

function symbolOf(
  { text }: SourceSession,
  { annotation, parts }: AnnotationMark,
  layers: readonly Layer[],
  place: (range: Range) => vscode.Range,
): vscode.DocumentSymbol {
  const { label } = layerOf(annotation.type, layers);
  const words = rowLabel(wordsAt(text, parts)) || '…';
  // Go to Symbol shows and searches names alone, so a rendering stands in the name.
  const name = annotation.rendering ? `${words} → ${rowLabel(annotation.rendering)}` : words;
  const range = place(hull(parts));
  return new vscode.DocumentSymbol(name, label, kindOf(annotation.type), range, range);
}

/** The editor has no kinds of its own for people and places: these differ in shape and colour in every theme. */
function kindOf(type: string): vscode.SymbolKind {
  switch (type) {
    case 'person':
      return vscode.SymbolKind.Interface;
    case 'place':
      return vscode.SymbolKind.Constant;
    case 'charge':
      return vscode.SymbolKind.Event;
    case 'note':
      return vscode.SymbolKind.Key;
    default:
      return vscode.SymbolKind.Object;
  }
}
