import * as vscode from 'vscode';
import { Refusal, type Commands } from '../commands';
import { COMMANDS } from '../contributions';
import type { Sessions } from '../session/sessions';

/** Where a researcher was reading. */
interface Place {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

const KEY = 'glossator.readingPlace';
/** Pause after the cursor moved before the place is remembered, in milliseconds. */
const DELAY = 500;

/** Remembers the last source and the cursor in it, for `Continue Where You Left Off`. */
export class Reading implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires when another source is read, or none. */
  readonly onDidChange = this.changed.event;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    commands: Commands,
    private readonly sessions: Sessions,
    private readonly memory: vscode.Memento,
  ) {
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      commands.register(COMMANDS.continueReading, () => this.resume()),
      vscode.window.onDidChangeTextEditorSelection(() => this.schedule()),
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.schedule();
        this.changed.fire();
      }),
    );
  }

  get last(): Place | undefined {
    return this.memory.get<Place>(KEY);
  }

  /** True when the remembered source is the one in the active editor. */
  get isThere(): boolean {
    return vscode.window.activeTextEditor?.document.uri.toString() === this.last?.uri;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.dispose();
  }

  private schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.remember(), DELAY);
  }

  private async remember(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !this.sessions.get(editor.document.uri)) return;
    const { line, character } = editor.selection.active;
    const elsewhere = !this.isThere;
    const place: Place = { uri: editor.document.uri.toString(), line, character };
    await this.memory.update(KEY, place);
    if (elsewhere) this.changed.fire();
  }

  private async resume(): Promise<void> {
    const place = this.last;
    if (!place) throw new Refusal(vscode.l10n.t('You have not read a source in this folder yet: open one first.'));
    const at = new vscode.Position(place.line, place.character);
    try {
      const editor = await vscode.window.showTextDocument(vscode.Uri.parse(place.uri, true), {
        selection: new vscode.Range(at, at),
      });
      editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenter);
    } catch {
      throw new Refusal(vscode.l10n.t('The source that you read last is not there any more.'));
    }
  }
}
