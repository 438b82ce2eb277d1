import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import type { ConsistencyCode, ConsistencyProblem } from '../../core/translation';
import type { Corpus, CorpusSource } from '../corpus/corpus';
import { words } from '../session/judgement';
import type { Sessions } from '../session/sessions';
import type { ConsistencyChecking } from './checking';
import { diagnostic } from '../wording/diagnostic';
import { wordInconsistency } from './wording';

/** At most this many problems a file (DESIGN §8). */
const MOST = 1_000;
/** Problems are told together, so often at most, in milliseconds. */
const DELAY = 100;
/** How many problems are handed to the editor at once. */
const PROBLEMS_AT_ONCE = 100;

/** A problem as it stands in an article. */
export interface ShownProblem {
  readonly problem: ConsistencyProblem;
  readonly annotation: Annotation;
  readonly diagnostic: vscode.Diagnostic;
}

/**
 * What is not consistent, in the Problems panel and on the words: in open sources always, in the others once the researcher
 * has asked for the whole workspace.
 */
export class ConsistencyProblems implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('glossator-consistency');
  private readonly stale = new Set<string>();
  private readonly shown = new Set<string>();
  private whole = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private telling: Promise<void> | undefined;
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly corpus: Corpus,
    private readonly sessions: Sessions,
    private readonly checking: ConsistencyChecking,
  ) {
    this.subscription = vscode.Disposable.from(
      this.collection,
      checking.onDidCheck((uri) => this.schedule(uri)),
      sessions.onDidChange(({ session, change }) => {
        // Words move with the text around them.
        if (change === 'placements' || change === 'opened' || change === 'closed')
          this.schedule(session.uri.toString());
      }),
    );
  }

  /** Shows the problems of sources that no editor shows, too, from now on. */
  showAll(): void {
    this.whole = true;
    for (const uri of this.checking.troubled) this.schedule(uri);
  }

  /** How many problems there are, in how many sources. */
  get count(): { readonly problems: number; readonly sources: number } {
    const uris = [...this.checking.troubled].filter((uri) => this.isShown(uri));
    return { problems: uris.reduce((sum, uri) => sum + this.checking.problemsOf(uri).length, 0), sources: uris.length };
  }

  /** Until every problem that is known has been told. */
  async told(): Promise<void> {
    if (this.stale.size > 0) this.tellAll();
    await this.telling;
  }

  /** The problems of a source whose words touch a range of its present text. */
  at(uri: vscode.Uri, range: vscode.Range): ShownProblem[] {
    const source = this.corpus.source(uri);
    return source
      ? problemsIn(this.corpus, this.checking, source).filter(({ diagnostic }) => diagnostic.range.intersection(range))
      : [];
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.stale.clear();
    this.subscription.dispose();
  }

  private isShown(uri: string): boolean {
    return this.whole || this.sessions.get(vscode.Uri.parse(uri, true)) !== undefined;
  }

  private schedule(uri: string): void {
    this.stale.add(uri);
    this.timer ??= setTimeout(() => this.tellAll(), DELAY);
  }

  private tellAll(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.telling ??= this.tell().finally(() => (this.telling = undefined));
  }

  private async tell(): Promise<void> {
    while (this.stale.size > 0) await this.corpus.turns.takeSteps(this.tellStale());
  }

  private *tellStale(): Generator<void, void> {
    const entries: [vscode.Uri, vscode.Diagnostic[]][] = [];
    let problems = 0;
    for (const uri of this.stale) {
      this.stale.delete(uri);
      const found = this.entriesOf(uri);
      entries.push(...found);
      problems = found.reduce((sum, [, each]) => sum + each.length, problems);
      if (problems >= PROBLEMS_AT_ONCE) {
        yield;
        this.collection.set(entries.splice(0));
        problems = 0;
      }
      yield;
    }
    this.collection.set(entries);
  }

  /** Nothing for a source that had no problems and has none. */
  private entriesOf(key: string): [vscode.Uri, vscode.Diagnostic[]][] {
    const source = this.isShown(key) ? this.corpus.source(key) : undefined;
    const found = source ? problemsIn(this.corpus, this.checking, source) : [];
    if (found.length === 0 && !this.shown.delete(key)) return [];
    if (found.length > 0) this.shown.add(key);
    const uri = source?.uri ?? vscode.Uri.parse(key, true);
    return [[uri, found.slice(0, MOST).map(({ diagnostic }) => diagnostic)]];
  }
}

function problemsIn(corpus: Corpus, checking: ConsistencyChecking, source: CorpusSource): ShownProblem[] {
  const problems = checking.problemsOf(source.uri.toString());
  if (problems.length === 0) return [];
  const annotations = new Map(corpus.annotationsOf(source).map((annotation) => [annotation.id, annotation]));
  return problems.flatMap((problem) => {
    const annotation = annotations.get(problem.id);
    return annotation ? [{ problem, annotation, diagnostic: diagnosticOf(source, problem, annotation) }] : [];
  });
}

function diagnosticOf(source: CorpusSource, problem: ConsistencyProblem, annotation: Annotation): vscode.Diagnostic {
  const range = source.rangeOf(annotation.id) ?? new vscode.Range(0, 0, 0, 0);
  const message = wordInconsistency(problem, words(annotation), annotation.rendering ?? '');
  return diagnostic(range, message, severityOf(problem.code), problem.code);
}

/** What is wrong whatever the researcher means is a warning; what may well be meant is information. */
function severityOf(code: ConsistencyCode): vscode.DiagnosticSeverity {
  switch (code) {
    case 'number-missing':
    case 'rendering-to-avoid':
    case 'differs-from-glossary':
    case 'two-renderings':
      return vscode.DiagnosticSeverity.Warning;
    case 'copied-unchanged':
    case 'charge-without-rendering':
    case 'transliteration-kept':
      return vscode.DiagnosticSeverity.Information;
  }
}
