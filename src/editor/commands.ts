import * as vscode from 'vscode';
import type { CommandId } from './contributions';
import { messageOf, type Log } from './log';
import { showError, showWarning } from './messages';

/** A command that ends without doing what was asked, for a reason that the researcher should read. */
export class Refusal extends Error {
  constructor(
    message: string,
    /** What can be done about it: a button's label and its command. */
    readonly remedies: readonly { readonly label: string; readonly run: () => unknown }[] = [],
  ) {
    super(message);
  }
}

/** Registers commands so that a refusal is shown as a message, and any other error is shown and logged. */
export class Commands {
  private readonly ran = new vscode.EventEmitter<CommandId>();
  /** A command that ended neither with a refusal nor with an error; the researcher may still have left its questions. */
  readonly onDidRun = this.ran.event;
  private readonly running = new Set<Promise<unknown>>();

  constructor(private readonly log: Log) {}

  register<Arguments extends unknown[]>(id: CommandId, run: (...args: Arguments) => unknown): vscode.Disposable {
    return vscode.commands.registerCommand(id, (...args: Arguments) => {
      const running = this.run(id, () => run(...args));
      this.running.add(running);
      void running.then(() => this.running.delete(running));
      return running;
    });
  }

  /** Resolves when the commands that have begun have ended, or after so many milliseconds. */
  async settled(patience: number): Promise<void> {
    const timeUp = new Promise((resolve) => setTimeout(resolve, patience));
    await Promise.race([timeUp, Promise.all(this.running)]);
  }

  private async run(id: CommandId, work: () => unknown): Promise<unknown> {
    try {
      const result = await work();
      this.ran.fire(id);
      return result;
    } catch (error) {
      this.tell(id, error);
      return undefined;
    }
  }

  /** A command ends when it has been refused, not when the researcher has put the message away. */
  private tell(id: CommandId, error: unknown): void {
    if (error instanceof Refusal) {
      const labels = error.remedies.map((remedy) => remedy.label);
      void showWarning(error.message, ...labels).then((chosen) =>
        error.remedies.find((remedy) => remedy.label === chosen)?.run(),
      );
      return;
    }
    this.log.error(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    void showError(vscode.l10n.t('Glossator could not do this: {0}', messageOf(error)));
  }
}
