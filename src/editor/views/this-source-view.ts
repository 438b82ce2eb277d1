import * as vscode from 'vscode';
import { VIEWS } from '../contributions';
import type { Sessions } from '../session/sessions';
import type { SourceSession } from '../session/source-session';
import { sameUri } from '../files/text-file';
import { ThisSourceRows, type Row } from './this-source-rows';

/** Pause before the rows follow a change, in milliseconds; typing alone changes no row that matters at once. */
const DELAY = { annotations: 60, sidecar: 60, suggestions: 250, placements: 600, opened: 0, closed: 0 } as const;

/** The source in the active editor, or the last one that was: what is known of it, and its marks by layer. */
export class ThisSourceView implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Row>;
  private readonly subscriptions: vscode.Disposable;
  private session: SourceSession | undefined;
  private rows: ThisSourceRows | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private due = Infinity;

  constructor(private readonly sessions: Sessions) {
    this.view = vscode.window.createTreeView(VIEWS.thisSource, { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = vscode.Disposable.from(
      this.view,
      this.changed,
      vscode.window.onDidChangeActiveTextEditor(() => this.follow()),
      this.view.onDidChangeVisibility(() => this.refresh()),
      sessions.onDidChange(({ session, change }) => {
        if (change === 'closed' && session === this.session) this.session = undefined;
        this.follow();
        if (session === this.session || change === 'closed') this.schedule(DELAY[change]);
      }),
    );
    this.follow();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.dispose();
  }

  getChildren(row?: Row): Row[] {
    if (!row) this.rows = this.session?.loaded ? new ThisSourceRows(this.session) : undefined;
    return this.rows?.childrenOf(row) ?? [];
  }

  getTreeItem(row: Row): vscode.TreeItem {
    return this.rows?.itemOf(row) ?? new vscode.TreeItem('');
  }

  private follow(): void {
    const active = this.sessions.active;
    if (!active || (this.session && sameUri(active.uri, this.session.uri) && active === this.session)) return;
    this.session = active;
    this.schedule(0);
  }

  /** The earliest asked-for refresh wins, so that a lasting stream of changes can't put it off. */
  private schedule(delay: number): void {
    const due = Date.now() + delay;
    if (due >= this.due) return;
    this.due = due;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), delay);
  }

  private refresh(): void {
    this.due = Infinity;
    const { session } = this;
    this.view.description = session ? vscode.workspace.asRelativePath(session.uri) : undefined;
    const bare = this.view.visible && session?.loaded && session.suggestions.settled && session.marks.length === 0;
    this.view.message =
      bare && session.set.annotations.length === 0
        ? vscode.l10n.t(
            'Nothing is marked here yet. Select words in the text, then right-click, or press Ctrl+K Shift+M.',
          )
        : undefined;
    if (this.view.visible) this.changed.fire();
  }
}
