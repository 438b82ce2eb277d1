import * as vscode from 'vscode';
import { COMMANDS } from '../contributions';
import type { Sessions } from '../session/sessions';
import { isSourceDocument, LARGEST_SOURCE } from '../session/source-files';

/** Pause before the counts follow a change, in milliseconds: they are of the whole text. */
const DELAY = 150;

/** `12 annotations, 3 to review` on the left; the source's language on the right. */
export class StatusBar implements vscode.Disposable {
  private readonly counts = vscode.window.createStatusBarItem('glossator.counts', vscode.StatusBarAlignment.Left, 50);
  private readonly language = vscode.window.createStatusBarItem(
    'glossator.language',
    vscode.StatusBarAlignment.Right,
    90,
  );
  private readonly subscriptions: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly sessions: Sessions) {
    this.counts.name = vscode.l10n.t('Glossator Annotations');
    this.language.name = vscode.l10n.t('Glossator Language');
    this.language.command = COMMANDS.setSourceLanguage;
    this.subscriptions = vscode.Disposable.from(
      this.counts,
      this.language,
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
      sessions.onDidChange(({ session }) => {
        if (session === sessions.active) this.timer ??= setTimeout(() => this.update(), DELAY);
      }),
    );
    this.update();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.dispose();
  }

  private update(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const session = this.sessions.active;
    const document = vscode.window.activeTextEditor?.document;
    if (!session) {
      this.language.hide();
      if (document && document.getText().length > LARGEST_SOURCE && isSourceDocument(document)) {
        this.counts.text = vscode.l10n.t('$(warning) Too large for Glossator');
        this.counts.tooltip = vscode.l10n.t(
          'Texts over 20 MB are not annotated: the editor itself gives up its features there.',
        );
        this.counts.command = undefined;
        this.counts.show();
      } else {
        this.counts.hide();
      }
      return;
    }
    const { sidecar } = session;
    const annotations = session.shown.length;
    const toReview = session.suggested.length;
    const waiting = session.attention.length;
    const icon = sidecar.failedBecause || !sidecar.writable ? '$(error)' : waiting > 0 ? '$(warning)' : '$(pencil)';
    this.counts.text = `${icon} ${
      annotations === 1
        ? vscode.l10n.t('1 annotation, {0} to review', toReview)
        : vscode.l10n.t('{0} annotations, {1} to review', annotations, toReview)
    }`;
    this.counts.tooltip = sidecar.failedBecause
      ? vscode.l10n.t('Not saved: {0}', sidecar.failedBecause)
      : waiting > 0
        ? vscode.l10n.t('{0} need attention. Click to review suggestions.', waiting)
        : vscode.l10n.t('Click to review suggestions one by one.');
    this.counts.command = sidecar.failedBecause ? COMMANDS.retrySave : COMMANDS.startReview;
    this.counts.show();
    this.language.text = session.language.toUpperCase();
    this.language.tooltip = vscode.l10n.t('Language of this source. Click to change it.');
    this.language.show();
  }
}
