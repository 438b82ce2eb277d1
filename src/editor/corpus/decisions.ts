import * as vscode from 'vscode';
import type { Range } from '../../core/text/range';
import { DecisionMemory, decisionsOf, type FittingDecision, type FittingTerm } from '../../core/translation';
import { knownAuthor } from '../session/author';
import type { Sessions } from '../session/sessions';
import type { SourceSession } from '../session/source-session';
import type { Corpus } from './corpus';
import type { Glossaries } from './glossaries';

/**
 * What was rendered how: in every source, open ones at once, the others as soon as the corpus has been read; and in the
 * glossary of a source's folder.
 */
export class Decisions implements vscode.Disposable {
  private readonly byLanguage = new Map<string, DecisionMemory>();
  private readonly languages = new Map<string, string>();
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly sessions: Sessions,
    private readonly corpus: Corpus,
    private readonly glossaries: Glossaries,
  ) {
    this.subscription = vscode.Disposable.from(
      sessions.onDidChange(({ session, change }) => {
        if (change === 'annotations' || change === 'opened') this.takeOpen(session);
      }),
      corpus.onDidChange((uris) => void this.takeClosed(uris)),
    );
    for (const session of sessions.all) this.takeOpen(session);
  }

  /** Earlier renderings of the whole passage, the best first. In blind mode the researcher's own alone. */
  fitting(session: SourceSession, passage: string): FittingDecision[] {
    const found = this.byLanguage.get(session.language)?.fitting(passage, session.uri.toString()) ?? [];
    if (!this.sessions.isBlind) return found;
    const reader = knownAuthor();
    return found.filter(({ decision }) => decision.annotation.author === reader);
  }

  /** The terms of the glossary that are the whole passage, the best first. */
  inGlossary(session: SourceSession, passage: string): FittingTerm[] {
    return this.glossaries.matcherFor(session.uri, session.language).fitting(passage);
  }

  /**
   * The parts of the shortest term around an offset of a piece of the session's text that was rendered somewhere, or that
   * the glossary has.
   */
  termAt(session: SourceSession, text: string, offset: number): readonly Range[] | undefined {
    const rendered = this.byLanguage.get(session.language)?.termAt(text, offset);
    const [inGlossary] = this.glossaries.matcherFor(session.uri, session.language).around(text, offset);
    if (!rendered || !inGlossary) return rendered ?? inGlossary?.parts;
    return extent(inGlossary.parts) <= extent(rendered) ? inGlossary.parts : rendered;
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private takeOpen({ uri, language, set }: SourceSession): void {
    this.take(uri.toString(), language, set.annotations);
  }

  private async takeClosed(uris: ReadonlySet<string>): Promise<void> {
    for (const uri of uris) {
      await this.corpus.turns.take(() => {
        if (this.sessions.get(vscode.Uri.parse(uri, true))) return;
        const source = this.corpus.source(uri);
        this.take(uri, source?.language ?? '', source?.set.annotations ?? []);
      });
    }
  }

  private take(uri: string, language: string, annotations: SourceSession['set']['annotations']): void {
    const before = this.languages.get(uri);
    if (before !== undefined && before !== language) this.byLanguage.get(before)?.put(uri, []);
    this.languages.set(uri, language);
    let memory = this.byLanguage.get(language);
    if (!memory) this.byLanguage.set(language, (memory = new DecisionMemory(language)));
    memory.put(uri, decisionsOf(uri, annotations));
  }
}

function extent(parts: readonly Range[]): number {
  return parts.reduce((sum, { start, end }) => sum + end - start, 0);
}
