import * as vscode from 'vscode';
import { layerOf, layersFor, type Layer } from '../layers/layers';
import { Pauses } from '../pauses';
import type { Sessions } from '../session/sessions';
import type { Mark } from '../session/marks';
import type { SourceSession } from '../session/source-session';
import { visibleRange } from '../session/target';
import { rangeIn } from '../session/text-positions';
import { affects } from '../settings/settings';
import { decorationType, MARK_STATES, type MarkState } from './styles';

/**
 * Characters of a text beyond which only the marks near the visible part are drawn (DESIGN §8): some 1,000 of them, as newspapers
 * name somebody or some place every twentieth word at most.
 */
const DRAW_ALL = 60_000;
/** Characters above and below the visible part that are drawn too, so that scrolling shows no gaps. */
const MARGIN = 10_000;
/** Pause after an edit before the editor's own moved decorations are replaced, and between two drawings, in milliseconds. */
const REDRAW_DELAY = 40;

/** Draws marks in every visible editor of a source. */
export class Highlights implements vscode.Disposable {
  private types = new Map<string, vscode.TextEditorDecorationType>();
  private layers: readonly Layer[] = layersFor();
  private readonly pauses = new Pauses<vscode.TextEditor>();
  /** When marks were last drawn in an editor, by `performance.now`. */
  private readonly drawnAt = new WeakMap<vscode.TextEditor, number>();
  private readonly subscriptions: vscode.Disposable;

  constructor(private readonly sessions: Sessions) {
    this.subscriptions = vscode.Disposable.from(
      sessions.onDidChange(({ session, change }) => {
        if (change === 'closed') this.clear(session);
        else if (change === 'placements') this.scheduleFor(session, () => REDRAW_DELAY);
        else if (change !== 'sidecar') this.scheduleFor(session);
      }),
      vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach((editor) => this.appeared(editor))),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.scrolled(textEditor)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (affects(event, 'layers')) this.takeLayers();
      }),
    );
  }

  dispose(): void {
    this.pauses.dispose();
    for (const type of this.types.values()) type.dispose();
    this.subscriptions.dispose();
  }

  private takeLayers(): void {
    for (const type of this.types.values()) type.dispose();
    this.types = new Map();
    this.layers = layersFor();
    for (const session of this.sessions.all) this.scheduleFor(session);
  }

  private scheduleFor(session: SourceSession, delay = (editor: vscode.TextEditor) => this.untilNext(editor)): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document.uri.toString() === session.uri.toString()) this.schedule(editor, delay(editor));
    }
  }

  /** Milliseconds before marks may be drawn again: none for the first, which a reader waits for. */
  private untilNext(editor: vscode.TextEditor): number {
    const drawn = this.drawnAt.get(editor);
    return drawn === undefined ? 0 : Math.max(0, drawn + REDRAW_DELAY - performance.now());
  }

  private schedule(editor: vscode.TextEditor, delay: number): void {
    // Edits come faster than the pause ends: marks follow while somebody types.
    if (!this.pauses.has(editor)) this.pauses.after(editor, delay, () => this.draw(editor));
  }

  private appeared(editor: vscode.TextEditor): void {
    this.sessions.get(editor.document.uri)?.suggestions.show(visibleRange(editor));
    this.schedule(editor, 0);
  }

  private scrolled(editor: vscode.TextEditor): void {
    const session = this.sessions.get(editor.document.uri);
    if (!session) return;
    session.suggestions.show(visibleRange(editor));
    this.schedule(editor, REDRAW_DELAY);
  }

  private clear(session: SourceSession): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document.uri.toString() !== session.uri.toString()) continue;
      for (const type of this.types.values()) editor.setDecorations(type, []);
    }
  }

  private draw(editor: vscode.TextEditor): void {
    const session = this.sessions.get(editor.document.uri);
    if (!session) return;
    const { document } = editor;
    const { length } = session.text;
    const visible = visibleRange(editor);
    const marks =
      length <= DRAW_ALL
        ? session.marks
        : session.marksIn({ start: visible.start - MARGIN, end: visible.end + MARGIN });
    const ranges = new Map<string, vscode.Range[]>();
    for (const mark of marks) {
      const key = this.keyOf(mark);
      const list = ranges.get(key) ?? [];
      for (const part of mark.parts) {
        if (part.end > part.start) list.push(rangeIn(document, part));
      }
      ranges.set(key, list);
    }
    if (ranges.size > 0) this.drawnAt.set(editor, performance.now());
    for (const [key, list] of ranges) editor.setDecorations(this.typeOf(key), list);
    for (const [key, type] of this.types) if (!ranges.has(key)) editor.setDecorations(type, []);
  }

  private keyOf(mark: Mark): string {
    if (mark.kind === 'suggestion') return `${mark.mention.type} suggestion`;
    return `${mark.annotation.type} ${mark.placement.changed ? 'uncertain' : 'confirmed'}`;
  }

  private typeOf(key: string): vscode.TextEditorDecorationType {
    let type = this.types.get(key);
    if (!type) {
      const space = key.lastIndexOf(' ');
      const state = MARK_STATES.find((each) => each === key.slice(space + 1)) as MarkState;
      type = decorationType(layerOf(key.slice(0, space), this.layers), state);
      this.types.set(key, type);
    }
    return type;
  }
}
