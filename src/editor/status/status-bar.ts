import * as vscode from 'vscode';
import { COMMANDS } from '../contributions';
import type { Sessions } from '../session/sessions';
import type { SourceSession } from '../session/source-session';
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
    const { text: counted, tooltip, command } = wordCounts(session);
    const text = this.sessions.isBlind ? vscode.l10n.t('{0} · others hidden', counted) : counted;
    this.counts.text = text;
    this.counts.tooltip = tooltip;
    this.counts.command = command;
    this.counts.accessibilityInformation = {
      label: `${text.replace(/^\$\([a-z]+\) /, '')}. ${tooltip}`,
      role: 'button',
    };
    this.counts.show();
    this.language.text = session.language.toUpperCase();
    this.language.tooltip = vscode.l10n.t('Language of this source. Click to change it.');
    this.language.show();
  }
}

interface Counts {
  readonly text: string;
  readonly tooltip: string;
  readonly command: string;
}

/** How a source stands, and what a click does: first what keeps the work from being saved, then what is next to be done. */
function wordCounts(session: SourceSession): Counts {
  const { sidecar } = session;
  const counted = wordNumbers(session.shown.length, session.suggested.length, session.attention.length);
  if (sidecar.failedBecause !== undefined) {
    return {
      text: `$(error) ${counted}`,
      tooltip: vscode.l10n.t('Not saved: {0}', sidecar.failedBecause),
      command: COMMANDS.retrySave,
    };
  }
  if (!sidecar.writable) {
    const isEmpty = session.set.annotations.length === 0;
    return {
      text: `$(error) ${isEmpty ? vscode.l10n.t('Annotation file can’t be read') : counted}`,
      tooltip: vscode.l10n.t('Nothing is written to the annotation file until it is mended. Click to open it.'),
      command: COMMANDS.openAnnotationFile,
    };
  }
  if (session.attention.length === 0) {
    const tooltip = vscode.l10n.t('Click to review suggestions one by one.');
    return { text: `$(pencil) ${counted}`, tooltip, command: COMMANDS.startReview };
  }
  const tooltip = vscode.l10n.t('The places of some annotations are not certain. Click to see which.');
  return { text: `$(warning) ${counted}`, tooltip, command: COMMANDS.showAttention };
}

function wordNumbers(annotations: number, toReview: number, waiting: number): string {
  const counts =
    annotations === 1
      ? vscode.l10n.t('1 annotation, {0} to review', toReview)
      : vscode.l10n.t('{0} annotations, {1} to review', annotations, toReview);
  if (waiting === 0) return counts;
  return waiting === 1
    ? vscode.l10n.t('{0}, 1 needs attention', counts)
    : vscode.l10n.t('{0}, {1} need attention', counts, waiting);
}
