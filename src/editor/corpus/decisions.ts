import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import type { LanguageCode } from '../../core/text/language';
import { passageLanguage, wholeLanguage } from '../../core/text/passage-language';
import { overlaps, type Range } from '../../core/text/range';
import {
  DecisionMemory,
  decisionsOf,
  type Decision,
  type FittingDecision,
  type FittingTerm,
  type SimilarDecision,
  type TermMatch,
} from '../../core/translation';
import { knownAuthor } from '../session/author';
import { languageAt } from '../session/passage-language';
import type { Sessions } from '../session/sessions';
import type { SourceSession } from '../session/source-session';
import { setting, settingByFolder } from '../settings/settings';
import type { Corpus, CorpusSource } from './corpus';
import type { Glossaries } from './glossaries';

/** Words of a source that have a rendering elsewhere. */
export interface RenderedElsewhere extends TermMatch {
  /** The words as they stand there. */
  readonly term: string;
  readonly rendering: string;
  /** The note that says so; absent where it is the glossary. */
  readonly annotation?: Annotation;
}

type ByLanguage = ReadonlyMap<string, readonly Annotation[]>;

/**
 * What was rendered how: in every source, open ones at once, the others as soon as the corpus has been read; and in the
 * glossary of a source's folder. The language
 * of a note's words counts and not its source's, so that a Dutch quotation in an English article is Dutch.
 */
export class Decisions implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly byLanguage = new Map<string, DecisionMemory>();
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly sessions: Sessions,
    private readonly corpus: Corpus,
    private readonly glossaries: Glossaries,
  ) {
    this.subscription = vscode.Disposable.from(
      this.changed,
      sessions.onDidChange(({ session, change }) => {
        if (change === 'annotations' || change === 'opened') this.takeOpen(session);
      }),
      corpus.onDidChange((uris) => void this.takeClosed(uris)),
      glossaries.onDidPrepare(() => this.changed.fire()),
    );
    for (const session of sessions.all) this.takeOpen(session);
  }

  /** Earlier renderings of the whole passage, the best first. In blind mode the researcher's own alone. */
  fitting(session: SourceSession, parts: readonly Range[], passage: string): FittingDecision[] {
    const memory = this.byLanguage.get(languageAt(session, parts));
    return (memory?.fitting(passage, session.uri.toString()) ?? []).filter(this.isShown);
  }

  /** Renderings of other words that are like the passage, the likest first. */
  alike(session: SourceSession, parts: readonly Range[], passage: string): SimilarDecision[] {
    const memory = this.byLanguage.get(languageAt(session, parts));
    return (memory?.alike(passage, session.uri.toString()) ?? []).filter(this.isShown);
  }

  /** The terms of the glossary that are the whole passage, the best first. */
  inGlossary(session: SourceSession, parts: readonly Range[], passage: string): FittingTerm[] {
    return this.glossaries.matcherFor(session.uri, languageAt(session, parts)).fitting(passage);
  }

  /**
   * The parts of the shortest term around an offset of a piece of the session's text that was rendered somewhere, or that
   * the glossary has.
   */
  termAt(session: SourceSession, at: Range, text: string, offset: number): readonly Range[] | undefined {
    const language = languageAt(session, [at]);
    const rendered = this.byLanguage.get(language)?.termAt(text, offset);
    const [inGlossary] = this.glossaries.matcherFor(session.uri, language).around(text, offset);
    if (!rendered || !inGlossary) return rendered ?? inGlossary?.parts;
    return length(inGlossary.parts) <= length(rendered) ? inGlossary.parts : rendered;
  }

  /**
   * The passages of a part of an open source that were rendered somewhere, or that the glossary has, and that have no
   * rendering here, in order and in the document's offsets; of those that overlap, the longest, and the glossary's first.
   */
  passagesIn(session: SourceSession, { start, end }: Range): RenderedElsewhere[] {
    const text = session.text.slice(start, end);
    const target = setting('targetLanguage', session.uri);
    const taken = session
      .marksIn({ start, end })
      .flatMap((mark) => (mark.kind === 'annotation' && mark.annotation.rendering !== undefined ? mark.parts : []));
    const languages = new Set([session.language, ...this.byLanguage.keys()]);
    languages.delete(target as LanguageCode);
    const found = [...languages].flatMap((language) =>
      [...this.inGlossaryWithin(session, language, text), ...this.decidedWithin(session, language, text)]
        .map((each) => ({
          ...each,
          parts: each.parts.map((part) => ({ start: part.start + start, end: part.end + start })),
        }))
        .filter(({ parts }) => languageAt(session, parts) === language),
    );
    const free = found
      .sort((a, b) => length(b.parts) - length(a.parts))
      .filter(({ parts }) => {
        if (parts.some((part) => taken.some((other) => overlaps(part, other)))) return false;
        taken.push(...parts);
        return true;
      });
    return free.sort((a, b) => a.parts[0]!.start - b.parts[0]!.start);
  }

  private inGlossaryWithin(session: SourceSession, language: string, text: string): RenderedElsewhere[] {
    return this.glossaries
      .matcherFor(session.uri, language)
      .places(text)
      .flatMap(({ term, parts, kind }) =>
        term.renderings[0] === undefined ? [] : [{ parts, kind, term: term.term, rendering: term.renderings[0] }],
      );
  }

  private decidedWithin(session: SourceSession, language: string, text: string): RenderedElsewhere[] {
    const found = this.byLanguage.get(language)?.occurrences(text, session.uri.toString()) ?? [];
    return found.flatMap(({ parts, kind, decisions }) => {
      const decision = decisions.find((each) => this.isShown({ decision: each }));
      if (!decision) return [];
      const { term, annotation } = decision;
      return [{ parts, kind, term, rendering: annotation.rendering, annotation }];
    });
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private readonly isShown = ({ decision }: { readonly decision: Decision }): boolean =>
    !this.sessions.isBlind || decision.annotation.author === knownAuthor();

  private takeOpen(session: SourceSession): void {
    const { uri, set, language } = session;
    const found = grouped(set.annotations, ({ id }) => {
      const parts = session.placementOf(id)?.parts;
      return parts ? languageAt(session, parts) : language;
    });
    const steps = this.take(uri.toString(), found);
    while (!steps.next().done);
    this.changed.fire();
  }

  private async takeClosed(uris: ReadonlySet<string>): Promise<void> {
    const targetOf = settingByFolder('targetLanguage');
    for (const uri of uris) {
      const source = this.corpus.source(uri);
      if (this.sessions.get(source?.uri ?? vscode.Uri.parse(uri, true))) continue;
      const found = source && grouped(source.set.annotations, languagesIn(source, targetOf(source.uri)));
      await this.corpus.turns.takeSteps(this.take(uri, found ?? new Map()));
    }
    this.changed.fire();
  }

  private *take(uri: string, found: ByLanguage): Generator<void, void> {
    for (const language of found.keys()) {
      if (!this.byLanguage.has(language)) this.byLanguage.set(language, new DecisionMemory(language));
    }
    for (const [language, memory] of this.byLanguage) {
      yield* memory.putInSteps(uri, decisionsOf(uri, found.get(language) ?? []));
    }
  }
}

function grouped(annotations: readonly Annotation[], languageOf: (annotation: Annotation) => string): ByLanguage {
  const found = new Map<string, Annotation[]>();
  for (const annotation of annotations) {
    if (annotation.rendering === undefined) continue;
    const language = languageOf(annotation);
    const list = found.get(language);
    if (list) list.push(annotation);
    else found.set(language, [annotation]);
  }
  return found;
}

/**
 * The language of the words of a closed source's notes. Its text is not kept: where a note has no certain place in it, its own
 * words tell whether they are a quotation.
 */
function languagesIn(
  { language, rangeOf, languageOf }: CorpusSource,
  target: string,
): (annotation: Annotation) => string {
  return ({ id, selector }) => {
    if (language !== undefined && rangeOf(id)) return languageOf(id) ?? language;
    const words = selector.quote.join(' ');
    const whole = wholeLanguage(words, language);
    if (whole !== target) return whole;
    return passageLanguage(`“${words}”`, { start: 1, end: words.length + 1 }, whole);
  };
}

function length(parts: readonly Range[]): number {
  return parts.reduce((sum, { start, end }) => sum + end - start, 0);
}
