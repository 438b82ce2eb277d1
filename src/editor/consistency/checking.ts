import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import {
  CONSISTENCY_CODES,
  ConsistencyIndex,
  KnownNames,
  type ConsistencyCode,
  type ConsistencyProblem,
} from '../../core/translation';
import type { Corpus, CorpusSource } from '../corpus/corpus';
import type { Glossaries } from '../corpus/glossaries';
import type { Sessions } from '../session/sessions';
import { affects, setting } from '../settings/settings';

/** A workspace folder is one body of work, with its glossary and rules; sources outside of all are another. */
interface Body {
  readonly index: ConsistencyIndex;
  readonly names: KnownNames;
  readonly rules: ReadonlySet<ConsistencyCode>;
  readonly targetLanguage: string;
}

/**
 * What is not consistent in the corpus, kept up to date as sources, glossaries and settings change. Works in turns behind
 * everything else. Sources are checked one after the other; those that a change elsewhere touches, again at the end.
 */
export class ConsistencyChecking implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<string>();
  /** The URI of a source whose problems may be others than before. */
  readonly onDidCheck = this.changed.event;

  private readonly bodies = new Map<string, Body>();
  private readonly bodyOf = new Map<string, string>();
  private readonly toTake = new Set<string>();
  private readonly toCheck = new Set<string>();
  private readonly problems = new Map<string, readonly ConsistencyProblem[]>();
  private working: Promise<void> | undefined;
  private blind: boolean;
  private disposed = false;
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly corpus: Corpus,
    private readonly glossaries: Glossaries,
    sessions: Sessions,
  ) {
    this.blind = sessions.isBlind;
    this.subscription = vscode.Disposable.from(
      corpus.onDidChange((uris) => this.take(uris)),
      glossaries.onDidChange(() => this.again()),
      sessions.onDidChange(() => {
        if (this.blind === sessions.isBlind) return;
        this.blind = sessions.isBlind;
        this.again();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (affects(event, 'consistency') || affects(event, 'targetLanguage')) this.again();
      }),
    );
  }

  /** The problems of a source, as far as it has been checked. */
  problemsOf(uri: string): readonly ConsistencyProblem[] {
    return this.problems.get(uri) ?? [];
  }

  /** All sources that have problems. */
  get troubled(): Iterable<string> {
    return this.problems.keys();
  }

  /** The glossary's renderings of an annotation's words. */
  glossaryRenderings(source: CorpusSource, { id, selector }: Annotation): readonly string[] {
    const body = this.bodies.get(this.bodyOf.get(source.uri.toString()) ?? '');
    return body?.index.renderingsOf(source.languageOf(id) ?? '', selector.quote.join(' ')) ?? [];
  }

  /** Until all that is known of the corpus has been checked. */
  async settled(): Promise<void> {
    while (this.working) await this.working;
  }

  dispose(): void {
    this.disposed = true;
    this.subscription.dispose();
    this.changed.dispose();
  }

  /** With another glossary, other rules or other eyes everything may be otherwise. */
  private again(): void {
    this.bodies.clear();
    this.bodyOf.clear();
    this.toCheck.clear();
    this.take([...this.problems.keys(), ...this.corpus.sources().map(({ uri }) => uri.toString())]);
  }

  private take(uris: Iterable<string>): void {
    for (const uri of uris) this.toTake.add(uri);
    this.working ??= this.work().finally(() => {
      this.working = undefined;
      if (this.toTake.size > 0 && !this.disposed) this.take([]);
    });
  }

  private async work(): Promise<void> {
    await this.glossaries.ready();
    let named = false;
    for (const uri of this.toTake) {
      if (this.disposed) return;
      this.toTake.delete(uri);
      named = (await this.takeOne(uri)) || named;
      // At once, so that the first problems are seen while the others are looked for.
      await this.checkOne(uri);
      if (this.toTake.size > 0) continue;
      if (named) this.checkNamed();
      named = false;
      for (const each of this.toCheck) {
        if (this.toTake.size > 0) break;
        await this.checkOne(each);
      }
    }
  }

  /** Answers true when other forms of names are known now. */
  private async takeOne(uri: string): Promise<boolean> {
    const source = this.corpus.source(uri);
    const key = source ? folderOf(source.uri) : (this.bodyOf.get(uri) ?? '');
    const body = this.body(key, source?.uri);
    const { turns } = this.corpus;
    if (!source) {
      this.bodyOf.delete(uri);
      this.affect(await turns.takeSteps(body.index.drop(uri)));
      return body.names.put(uri, []);
    }
    this.bodyOf.set(uri, key);
    const annotations = this.corpus.annotationsOf(source);
    const language = source.language ?? '';
    const isTarget = language === body.targetLanguage;
    const named = await turns.take(() => body.names.put(uri, isTarget ? annotations : []));
    const { languageOf } = source;
    this.affect(await turns.takeSteps(body.index.take({ source: uri, language, languageOf, annotations })));
    return named && body.rules.has('transliteration-kept');
  }

  private affect(uris: ReadonlySet<string>): void {
    for (const uri of uris) this.toCheck.add(uri);
  }

  private checkNamed(): void {
    for (const uri of this.bodyOf.keys()) this.toCheck.add(uri);
  }

  private async checkOne(uri: string): Promise<void> {
    this.toCheck.delete(uri);
    const body = this.bodies.get(this.bodyOf.get(uri) ?? '');
    const found = body ? await this.corpus.turns.takeSteps(body.index.check(uri)) : [];
    const before = this.problemsOf(uri);
    if (found.length > 0) this.problems.set(uri, found);
    else this.problems.delete(uri);
    if (!this.disposed && (found.length > 0 || before.length > 0)) this.changed.fire(uri);
  }

  private body(key: string, uri: vscode.Uri | undefined): Body {
    const known = this.bodies.get(key);
    if (known) return known;
    const names = new KnownNames();
    const rules = rulesFor(uri);
    const targetLanguage = setting('targetLanguage', uri);
    const index = new ConsistencyIndex({
      targetLanguage,
      rules,
      glossary: uri ? this.glossaries.termsFor(uri) : [],
      knownForm: names.formOf,
    });
    const made = { index, names, rules, targetLanguage };
    this.bodies.set(key, made);
    return made;
  }
}

/** The rules that are on for a source. */
export function rulesFor(uri: vscode.Uri | undefined): ReadonlySet<ConsistencyCode> {
  const chosen = setting('consistency', uri);
  return new Set(CONSISTENCY_CODES.filter((code) => chosen[code] === true));
}

function folderOf(uri: vscode.Uri): string {
  return vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() ?? '';
}
