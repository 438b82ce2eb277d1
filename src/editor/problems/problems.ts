import * as vscode from 'vscode';
import type { Problem } from '../../core/text/problem';
import { hull } from '../../core/text/range';
import { Pauses } from '../pauses';
import { words } from '../session/judgement';
import type { Sessions } from '../session/sessions';
import { positionsIn, rangeIn } from '../session/text-positions';
import type { SourceSession } from '../session/source-session';
import { diagnostic, severityOf } from '../wording/diagnostic';
import { wordProblem } from '../wording/problem-wording';

/** At most this many problems a file (DESIGN §8). */
const MOST = 1_000;
/** Pause before problems are told again, in milliseconds. */
const DELAY = 150;

/** Tells in the Problems panel what is wrong with a sidecar, and which annotations have lost their words. */
export class Problems implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('glossator');
  private readonly pauses = new Pauses<SourceSession>();
  private readonly subscriptions: vscode.Disposable;

  constructor(sessions: Sessions) {
    this.subscriptions = vscode.Disposable.from(
      this.collection,
      sessions.onDidChange(({ session, change }) => {
        if (change === 'closed') this.forget(session);
        else if (change !== 'suggestions') this.schedule(session);
      }),
    );
  }

  dispose(): void {
    this.pauses.dispose();
    this.subscriptions.dispose();
  }

  private forget(session: SourceSession): void {
    this.pauses.cancel(session);
    this.collection.delete(session.uri);
    this.collection.delete(session.sidecar.uri);
  }

  private schedule(session: SourceSession): void {
    this.pauses.after(session, DELAY, () => this.tell(session));
  }

  private tell(session: SourceSession): void {
    this.collection.set(session.sidecar.uri, sidecarDiagnostics(session));
    this.collection.set(session.uri, attentionDiagnostics(session));
  }
}

function sidecarDiagnostics(session: SourceSession): vscode.Diagnostic[] {
  const { sidecar, parsed } = session;
  if (sidecar.unreadableBecause !== undefined) {
    return [
      diagnostic(
        new vscode.Range(0, 0, 0, 0),
        sidecar.unreadableBecause,
        vscode.DiagnosticSeverity.Error,
        'unreadable',
      ),
    ];
  }
  const position = positionsIn(parsed.text);
  return told(parsed.problems)
    .slice(0, MOST)
    .map((problem: Problem) => {
      const { start, end } = problem.range ?? { start: 0, end: 0 };
      // What can't be read may go on to the end of the file: its first line is where to look.
      const firstLine = parsed.text.slice(start, end).split('\n', 1)[0]!.length;
      return diagnostic(
        new vscode.Range(position(start), position(problem.code === 'syntax' ? start + firstLine : end)),
        wordProblem(problem),
        severityOf(problem.severity),
        problem.code,
      );
    });
}

/** One fault of syntax makes the reader stumble all the way down: until it is mended, what follows it says nothing. */
function told(problems: readonly Problem[]): readonly Problem[] {
  const first = problems.findIndex(({ code }) => code === 'syntax');
  return problems.filter(({ code }, k) => code !== 'syntax' || k === first);
}

function attentionDiagnostics(session: SourceSession): vscode.Diagnostic[] {
  const { document } = session;
  return session.attention.slice(0, MOST).map(({ annotation, placement }) => {
    const parts = placement.parts ?? placement.candidates[0]?.parts;
    const range = parts ? hull(parts) : { start: 0, end: 0 };
    const shown = rangeIn(document, range);
    const quote = words(annotation);
    const [message, code] =
      placement.state === 'orphaned'
        ? [vscode.l10n.t('The words of an annotation were not found: “{0}”', quote), 'not-found']
        : placement.state === 'ambiguous'
          ? [vscode.l10n.t('An annotation has several possible places: “{0}”', quote), 'several-places']
          : [vscode.l10n.t('The words of an annotation have changed. They were: “{0}”', quote), 'text-changed'];
    return diagnostic(shown, message, vscode.DiagnosticSeverity.Warning, code);
  });
}
