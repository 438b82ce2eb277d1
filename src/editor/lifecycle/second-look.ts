import * as vscode from 'vscode';
import type { Glossaries } from '../corpus/glossaries';
import { RepositoryChanges } from '../files/git-extension';
import { messageOf, type Log } from '../log';
import { Pauses } from '../pauses';
import type { Sessions } from '../session/sessions';

/** Pause before files are looked at, in milliseconds: one command of git changes the state of its repository several times. */
const DELAY = 400;
/** How long the editor may take to show by itself what its file says, in milliseconds. */
const RELOAD_GRACE = 600;

/**
 * A watcher may lose an event: it is overrun by a large checkout, or blind in a network folder. So what is open is compared with the
 * disk again when the window gets the focus back and after each command of git; nothing is polled, and nothing is written.
 */
export class SecondLook implements vscode.Disposable {
  private readonly pauses = new Pauses<'look'>();
  private readonly repositories = new RepositoryChanges(() => this.soon());
  private readonly subscriptions: vscode.Disposable;
  private focused = vscode.window.state.focused;

  constructor(
    private readonly sessions: Sessions,
    private readonly glossaries: Glossaries,
    private readonly log: Log,
  ) {
    // Git is started by the editor in its own time; before a source is open there is nothing to look at.
    const opened = sessions.onDidChange(({ change }) => {
      if (change !== 'opened') return;
      opened.dispose();
      void this.repositories.start();
    });
    this.subscriptions = vscode.Disposable.from(
      opened,
      this.repositories,
      this.pauses,
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused && !this.focused) this.soon();
        this.focused = focused;
      }),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private soon(): void {
    this.pauses.after('look', DELAY, () => {
      this.look().catch((error: unknown) => this.log.warn(`Files could not be looked at again: ${messageOf(error)}`));
    });
  }

  private async look(): Promise<void> {
    const files = [...this.sessions.all.map(({ sidecar }) => sidecar), ...this.glossaries.all];
    // A change that waits looks for itself before it is written, and looking must not bring on a write.
    await Promise.all(files.filter((file) => !file.unsaved || !file.writable).map((file) => file.load()));
    await this.refreshText();
  }

  /** The text in front of the reader; the editor looks for itself at another that is brought to the front. */
  private async refreshText(): Promise<void> {
    const document = this.sessions.active?.document;
    if (!document || document.isDirty) return;
    const { version } = document;
    if (await saysTheSame(document)) return;
    await new Promise((resolve) => setTimeout(resolve, RELOAD_GRACE));
    if (document.version !== version || (await saysTheSame(document))) return;
    // Nothing may come between this and the reload, which would take back what was typed meanwhile.
    const isInFront = document === vscode.window.activeTextEditor?.document;
    if (isInFront && !document.isDirty) await vscode.commands.executeCommand('workbench.action.files.revert');
  }
}

/** True when the file says what its editor shows, or can't be read: that it is gone is the editor's to tell. */
async function saysTheSame(document: vscode.TextDocument): Promise<boolean> {
  const bytes = await vscode.workspace.fs.readFile(document.uri).then(undefined, () => undefined);
  if (!bytes) return true;
  const text = await vscode.workspace.decode(bytes, { encoding: document.encoding });
  return withoutSigns(text) === withoutSigns(document.getText());
}

/** Without what an editor keeps beside the text: a byte order mark, and how lines end. */
function withoutSigns(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}
