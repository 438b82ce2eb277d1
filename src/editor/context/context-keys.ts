import * as vscode from 'vscode';
import { CONTEXT_KEYS } from '../contributions';
import type { Sessions } from '../session/sessions';

/** Pause after the cursor moved before the keys are told, in milliseconds. */
const DELAY = 60;

/** Keeps the `when` clauses of the manifest true to the cursor. */
export class ContextKeys implements vscode.Disposable {
  private readonly told = new Map<string, boolean>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: vscode.Disposable;

  constructor(private readonly sessions: Sessions) {
    this.subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.schedule()),
      vscode.window.onDidChangeTextEditorSelection(() => this.schedule()),
      sessions.onDidChange(() => this.schedule()),
    );
    this.schedule();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.dispose();
  }

  private schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tellAll(), DELAY);
  }

  private tellAll(): void {
    const session = this.sessions.active;
    const editor = vscode.window.activeTextEditor;
    const marks = session && editor ? session.marksAt(editor.document.offsetAt(editor.selection.active)) : [];
    this.tell(CONTEXT_KEYS.isSource, session !== undefined);
    this.tell(
      CONTEXT_KEYS.onAnnotation,
      marks.some((mark) => mark.kind === 'annotation'),
    );
    this.tell(
      CONTEXT_KEYS.onSuggestion,
      marks.some((mark) => mark.kind === 'suggestion'),
    );
  }

  private tell(key: string, value: boolean): void {
    if (this.told.get(key) === value) return;
    this.told.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  }
}
