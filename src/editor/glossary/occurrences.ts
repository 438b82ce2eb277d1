import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { identifyParagraphs } from '../../core/text/language';
import { contains, hull } from '../../core/text/range';
import { hasTranslation, sameLanguage, TermFinder, type GlossaryTerm } from '../../core/translation';
import type { Corpus, CorpusSource } from '../corpus/corpus';
import { positionsIn } from '../session/text-positions';

/** A term where it stands in a source. */
export interface Occurrence {
  readonly uri: vscode.Uri;
  /** From its first part to its last. */
  readonly range: vscode.Range;
  readonly before: string;
  readonly words: string;
  readonly after: string;
  /** The annotation with a translation that is about these words. */
  readonly note: Annotation | undefined;
}

/** Characters of context on each side of an occurrence. */
const CONTEXT = 40;
/** How many sources are read side by side. */
const READERS = 6;

/** Occurrences of terms in the corpus, looked for when they are asked for and kept until their source changes. */
export class Occurrences implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** What was found before may be no longer true. */
  readonly onDidChange = this.changed.event;
  private readonly found = new Map<string, Map<string, readonly Occurrence[]>>();
  private readonly subscription: vscode.Disposable;

  constructor(private readonly corpus: Corpus) {
    this.subscription = corpus.onDidChange((uris) => {
      let known = false;
      for (const bySource of this.found.values()) for (const uri of uris) known = bySource.delete(uri) || known;
      if (known) this.changed.fire();
    });
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  /** Every occurrence in the sources of a folder, in their order; `undefined` when it was cancelled. */
  async of(
    term: GlossaryTerm,
    folder: vscode.WorkspaceFolder,
    token: vscode.CancellationToken,
  ): Promise<readonly Occurrence[] | undefined> {
    if (!(await this.corpus.ready(token))) return undefined;
    const key = JSON.stringify([term.language, term.term]);
    const bySource = this.found.get(key) ?? new Map<string, readonly Occurrence[]>();
    this.found.set(key, bySource);
    const sources = this.corpus
      .sources()
      .filter(({ uri }) => vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() === folder.uri.toString());
    const finder = new TermFinder(term.term, term);
    const waiting = sources.filter(({ uri }) => !bySource.has(uri.toString())).values();
    const reader = async (): Promise<void> => {
      for (const source of waiting) {
        if (token.isCancellationRequested) return;
        const text = await this.corpus.textOf(source.uri).catch(() => undefined);
        const found = await this.corpus.turns.take(() => this.inSource(source, text ?? '', term, finder));
        bySource.set(source.uri.toString(), found);
      }
    };
    await Promise.all(Array.from({ length: READERS }, reader));
    if (token.isCancellationRequested) return undefined;
    return sources.flatMap(({ uri }) => bySource.get(uri.toString()) ?? []);
  }

  private inSource(source: CorpusSource, text: string, term: GlossaryTerm, finder: TermFinder): Occurrence[] {
    const places = finder.find(text).map(({ parts }) => hull(parts));
    if (places.length === 0) return [];
    const foreign = source.language !== undefined && !sameLanguage(source.language, term.language);
    const paragraphs = foreign ? identifyParagraphs(text) : [];
    const position = positionsIn(text);
    const notes = this.corpus.annotationsOf(source).flatMap((annotation) => {
      const range = hasTranslation(annotation) ? source.rangeOf(annotation.id) : undefined;
      return range ? [{ annotation, range }] : [];
    });
    return places.flatMap((place): Occurrence[] => {
      // In a text of another language the term's letters may be another word's: only a quotation counts.
      const isQuoted = paragraphs.some(
        (each) => contains(each.range, place) && sameLanguage(each.language, term.language),
      );
      if (foreign && !isQuoted) return [];
      const range = new vscode.Range(position(place.start), position(place.end));
      const note = notes.find((each) => each.range.contains(range) || range.contains(each.range));
      return [
        {
          uri: source.uri,
          range,
          before: oneLine(text.slice(Math.max(0, place.start - CONTEXT), place.start)),
          words: oneLine(text.slice(place.start, place.end)),
          after: oneLine(text.slice(place.end, place.end + CONTEXT)),
          note: note?.annotation,
        },
      ];
    });
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
