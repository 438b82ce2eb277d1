import * as vscode from 'vscode';
import type { Mention } from '../../core/recognition';
import { sameRange } from '../../core/text/range';
import { Refusal, type Commands } from '../commands';
import { COMMANDS, CONTEXT_KEYS } from '../contributions';
import { pickLayer, wordQuestion } from '../layers/pick-layer';
import { accept, reject } from '../session/judgement';
import { neighbour } from '../session/mark-reference';
import type { Sessions } from '../session/sessions';
import type { SourceSession } from '../session/source-session';
import { activeSource, reveal } from '../session/target';
import { showInformation } from '../messages';

/** What one step of the loop did, so that it can be taken back. */
type Step = { readonly mention: Mention; readonly judged: boolean };

interface Review {
  readonly editor: vscode.TextEditor;
  readonly session: SourceSession;
  readonly steps: Step[];
  current: Mention;
}

/** Walks the suggestions of one source: single keys judge, a banner in the status bar says which. */
export class ReviewLoop implements vscode.Disposable {
  private review: Review | undefined;
  private busy = false;
  private readonly banner = vscode.window.createStatusBarItem(
    'glossator.review',
    vscode.StatusBarAlignment.Left,
    10_000,
  );
  private readonly subscriptions: vscode.Disposable;

  constructor(
    commands: Commands,
    private readonly sessions: Sessions,
  ) {
    this.banner.name = vscode.l10n.t('Glossator Review');
    this.banner.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    this.banner.command = COMMANDS.reviewLeave;
    const during = (act: (review: Review) => Promise<void> | void) => () => this.once(act);
    this.subscriptions = vscode.Disposable.from(
      this.banner,
      commands.register(COMMANDS.startReview, () => this.start()),
      commands.register(
        COMMANDS.reviewAccept,
        during((review) => this.judge(review, () => accept(review.session, [review.current]))),
      ),
      commands.register(
        COMMANDS.reviewReject,
        during((review) => this.judge(review, () => reject(review.session, review.current, 'here'))),
      ),
      commands.register(
        COMMANDS.reviewChangeType,
        during((review) => this.changeType(review)),
      ),
      commands.register(
        COMMANDS.reviewSkip,
        during((review) => this.skip(review)),
      ),
      commands.register(
        COMMANDS.reviewBack,
        during((review) => this.back(review)),
      ),
      commands.register(COMMANDS.reviewLeave, () => this.leave()),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (this.review && editor && editor !== this.review.editor) void this.leave();
      }),
      sessions.onDidChange(({ session, change }) => {
        if (session === this.review?.session && change === 'closed') void this.leave();
      }),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private async start(): Promise<void> {
    const { editor: atHand, session } = activeSource(this.sessions);
    // The keys of the review ask for the focus in the text.
    const editor = await vscode.window.showTextDocument(atHand.document, atHand.viewColumn);
    const offset = editor.document.offsetAt(editor.selection.start);
    const first = neighbour(session, 'suggestion', offset - 1, 1);
    if (first?.kind !== 'suggestion') {
      throw new Refusal(vscode.l10n.t('No suggestion is left to review in this source.'));
    }
    this.review = { editor, session, steps: [], current: first.mention };
    this.sessions.tellReviewing(true);
    await vscode.commands.executeCommand('setContext', CONTEXT_KEYS.reviewing, true);
    await this.show();
  }

  private async leave(): Promise<void> {
    this.review = undefined;
    this.banner.hide();
    this.sessions.tellReviewing(false);
    await vscode.commands.executeCommand('setContext', CONTEXT_KEYS.reviewing, false);
  }

  /** Keys may come faster than a judgement is written: one at a time, the rest are dropped rather than misapplied. */
  private async once(act: (review: Review) => Promise<void> | void): Promise<void> {
    if (!this.review || this.busy) return;
    this.busy = true;
    try {
      await act(this.review);
    } finally {
      this.busy = false;
    }
  }

  private async judge(review: Review, act: () => Promise<unknown>): Promise<void> {
    const { current } = review;
    await act();
    review.steps.push({ mention: current, judged: true });
    await this.advance(review, current.start);
  }

  private async changeType(review: Review): Promise<void> {
    const { session, current, editor } = review;
    const type = await pickLayer(
      session.uri,
      wordQuestion(session.text.slice(current.start, current.end)),
      current.type,
    );
    await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    if (type) await this.judge(review, () => accept(session, [current], type));
    else await this.show();
  }

  private async skip(review: Review): Promise<void> {
    review.steps.push({ mention: review.current, judged: false });
    await this.advance(review, review.current.start);
  }

  /** To the one before; a judgement on it is taken back. */
  private async back(review: Review): Promise<void> {
    const last = review.steps.pop();
    if (!last) return;
    if (last.judged) await review.session.undo();
    review.current = review.session.suggested.find((mention) => sameRange(mention, last.mention)) ?? last.mention;
    await this.show();
  }

  private async advance(review: Review, from: number): Promise<void> {
    const open = stillOpen(review);
    const next = open.find((mention) => mention.start >= from) ?? open[0];
    if (!next) {
      await this.leave();
      void showInformation(wordEnd(review.session.suggested.length));
      return;
    }
    review.current = next;
    await this.show();
  }

  private async show(): Promise<void> {
    if (!this.review) return;
    const { editor, current } = this.review;
    const left = stillOpen(this.review).length;
    // VS Code cuts an item of the status bar at two fifths of the window.
    this.banner.text = vscode.l10n.t(
      '$(checklist) {0} left: A accept · R reject · T type · S skip · B back · Esc end',
      left,
    );
    this.banner.tooltip = vscode.l10n.t(
      'Reviewing suggestions one by one, {0} left. Each key judges the selected one.',
      left,
    );
    this.banner.show();
    reveal(editor, current);
    await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
  }
}

/** The suggestions that were neither judged nor skipped. */
function stillOpen({ session, steps }: Review): readonly Mention[] {
  return session.suggested.filter(
    (mention) =>
      !steps.some((step) => !step.judged && step.mention.type === mention.type && sameRange(step.mention, mention)),
  );
}

function wordEnd(skipped: number): string {
  if (skipped === 0) return vscode.l10n.t('All suggestions of this source have been reviewed.');
  if (skipped === 1) return vscode.l10n.t('The review is through. The suggestion that you skipped is still there.');
  return vscode.l10n.t('The review is through. The {0} suggestions that you skipped are still there.', skipped);
}
