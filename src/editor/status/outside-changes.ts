import * as vscode from 'vscode';
import { COMMANDS } from '../contributions';
import type { Sessions } from '../session/sessions';
import { fileName } from '../session/source-files';
import type { OutsideChange, SourceSession } from '../session/source-session';
import { showInformation } from '../messages';

/** A pull or a checkout changes many sources at once: what comes within this time is told together, in milliseconds. */
const GATHERED = 500;

/** After somebody else changed articles, one quiet message tells what was placed and what waits. */
export class OutsideChanges implements vscode.Disposable {
  private readonly gathered = new Map<SourceSession, OutsideChange>();
  private readonly subscription: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(sessions: Sessions) {
    this.subscription = sessions.onDidSettleOutsideChange(({ session, placed, waiting }) => {
      this.gathered.set(session, { placed, waiting });
      this.timer ??= setTimeout(() => this.tell(), GATHERED);
    });
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.dispose();
  }

  /** Sources that were only read in the background are not spoken of. */
  private tell(): void {
    this.timer = undefined;
    const shown = new Set(
      vscode.window.tabGroups.all.flatMap(({ tabs }) =>
        tabs.map(({ input }) => (input instanceof vscode.TabInputText ? input.uri.toString() : '')),
      ),
    );
    const changes = [...this.gathered].filter(([{ uri }]) => shown.has(uri.toString()));
    this.gathered.clear();
    if (changes.length === 0) return;
    const placed = changes.reduce((sum, [, change]) => sum + change.placed, 0);
    const waiting = changes.reduce((sum, [, change]) => sum + change.waiting, 0);
    const what =
      changes.length === 1
        ? vscode.l10n.t('{0} has changed', fileName(changes[0]![0].uri))
        : vscode.l10n.t('{0} sources have changed', changes.length);
    if (waiting === 0) {
      // In blind mode all that moved may be hidden.
      if (placed === 0) return;
      const all =
        placed === 1
          ? vscode.l10n.t('the one annotation is in place')
          : vscode.l10n.t('all {0} annotations are in place', placed);
      vscode.window.setStatusBarMessage(`${what}: ${all}.`, 6_000);
      return;
    }
    void this.offer(`${what}: ${wordWaiting(placed, waiting)}.`);
  }

  private async offer(message: string): Promise<void> {
    const show = vscode.l10n.t('Show Them');
    if ((await showInformation(message, show)) === show) await vscode.commands.executeCommand(COMMANDS.showAttention);
  }
}

function wordWaiting(placed: number, waiting: number): string {
  const toSee = waiting === 1 ? vscode.l10n.t('one needs attention') : vscode.l10n.t('{0} need attention', waiting);
  if (placed === 0) {
    return waiting === 1
      ? vscode.l10n.t('the one annotation needs attention')
      : vscode.l10n.t('all {0} annotations need attention', waiting);
  }
  const inPlace =
    placed === 1 ? vscode.l10n.t('one annotation is in place') : vscode.l10n.t('{0} annotations are in place', placed);
  return `${inPlace}, ${toSee}`;
}
