import * as vscode from 'vscode';
import { COLORS } from '../contributions';
import { cssVariable } from '../layers/layers';
import { Pauses } from '../pauses';
import { spanOf } from '../session/mark-reference';
import type { Sessions } from '../session/sessions';
import { visibleRange } from '../session/target';

/** Pause after a change or a scroll before the visible part is coloured anew, in milliseconds. */
const DELAY = 60;
/** Characters above and below the visible part that are coloured too. */
const MARGIN = 2_000;

/**
 * Gives renderings a colour of their own. The editor's colour of inlay hints, one grey for all themes, is too pale to be read
 * as text (contrast 2.8 in Light 2026) and can't be set for one kind of hint. A decoration over the place of a hint reaches
 * the hint's box too; the inner rule leaves the letters before and behind it as they are. Where an editor names
 * those boxes otherwise, renderings have the editor's colour again.
 */
export class RenderingColor implements vscode.Disposable {
  private readonly type = vscode.window.createTextEditorDecorationType({
    // An empty value first: this decoration is to leave the passage's own line alone.
    textDecoration: `; &[class*="dyn-rule"] { color: ${cssVariable(COLORS.rendering)} !important }`,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  private readonly pauses = new Pauses<vscode.TextEditor>();
  private readonly subscriptions: vscode.Disposable;

  constructor(private readonly sessions: Sessions) {
    const schedule = (editor: vscode.TextEditor) => this.pauses.after(editor, DELAY, () => this.draw(editor));
    this.subscriptions = vscode.Disposable.from(
      this.type,
      sessions.onDidChange(({ session, change }) => {
        if (change === 'sidecar' || change === 'suggestions') return;
        vscode.window.visibleTextEditors.filter(({ document }) => document === session.document).forEach(schedule);
      }),
      vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach(schedule)),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => schedule(textEditor)),
    );
  }

  dispose(): void {
    this.pauses.dispose();
    this.subscriptions.dispose();
  }

  private draw(editor: vscode.TextEditor): void {
    const { document } = editor;
    const session = this.sessions.get(document.uri);
    const visible = visibleRange(editor);
    const marks = session?.marksIn({ start: visible.start - MARGIN, end: visible.end + MARGIN }) ?? [];
    const places = marks.flatMap((mark) => {
      if (mark.kind !== 'annotation' || mark.annotation.rendering === undefined) return [];
      const { end } = spanOf(mark);
      // From where the passage begins: a beginning inside would cut its line in two.
      const start = mark.parts.find((part) => part.end === end)?.start ?? end;
      return [new vscode.Range(document.positionAt(start), document.positionAt(end + 1))];
    });
    editor.setDecorations(this.type, places);
  }
}
