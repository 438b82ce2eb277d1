import * as vscode from 'vscode';
import type { Sessions } from '../session/sessions';
import { isForeign } from '../session/passage-language';
import { canBeAnnotated } from '../session/source-files';

/** Pause after the selection changed before the ranges are offered anew, in milliseconds. */
const DELAY = 120;

/**
 * Where a new note can be begun from the gutter: on the selected words only, and not on those that need no translation. The
 * gutter's sign stands at every wrapped line of such a range, and an article's paragraph is one line of many. While no such words
 * are selected the last line is offered, out of the way: VS Code makes room for the signs only while there is a range, and text
 * that jumps aside as words are selected makes the next selection miss.
 */
export class CommentingRanges implements vscode.Disposable {
  private offered = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly controller: vscode.CommentController,
    private readonly sessions: Sessions,
  ) {
    this.subscription = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorSelection(() => this.schedule()),
      vscode.window.onDidChangeActiveTextEditor(() => this.schedule()),
    );
    this.offer();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.dispose();
  }

  private offer(): void {
    clearTimeout(this.timer);
    // VS Code asks again only when there is a new provider.
    this.controller.commentingRangeProvider = {
      provideCommentingRanges: (document) => ({ enableFileComments: false, ranges: this.rangesIn(document) }),
    };
  }

  /**
   * Looks at every editor in sight, not at the active one: a comment's box is an editor too, and an offer that comes and
   * goes with its focus makes VS Code give the focus back and forth without end.
   */
  private schedule(): void {
    const wanted = vscode.window.visibleTextEditors
      .flatMap(({ document }) =>
        this.rangesIn(document).map(({ start, end }) => `${document.uri.toString()} ${start.line}-${end.line}`),
      )
      .join();
    if (wanted === this.offered) return;
    this.offered = wanted;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.offer(), DELAY);
  }

  private rangesIn(document: vscode.TextDocument): vscode.Range[] {
    const session = this.sessions.get(document.uri);
    if (!session || !canBeAnnotated(document)) return [];
    const editor = vscode.window.visibleTextEditors.find((each) => each.document === document);
    if (!editor) return [];
    const isOffered = (range: vscode.Selection): boolean =>
      !range.isEmpty &&
      isForeign(session, [{ start: document.offsetAt(range.start), end: document.offsetAt(range.end) }]);
    const selected = editor.selections.filter(isOffered);
    if (selected.length > 0) return selected.map(({ start, end }) => new vscode.Range(start, end));
    return [document.lineAt(document.lineCount - 1).range];
  }
}
