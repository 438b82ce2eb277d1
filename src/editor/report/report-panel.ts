import * as vscode from 'vscode';
import { reportRows } from '../../core/exchange';
import { COMMANDS } from '../contributions';
import type { Corpus } from '../corpus/corpus';
import { sameUri } from '../files/text-file';
import { messageOf, type Log } from '../log';
import type { Sessions } from '../session/sessions';
import { exportReport } from './export-report';
import { Gathering, type GatheredReport } from './gathering';
import { readPageMessage, type PageMessage, type RowsMessage } from './messages';
import { page, pageFolder } from './page';
import { reportWords } from './words';
import { showError } from '../messages';

/** Pause after a note changed before the page is made anew, in milliseconds. */
const DELAY = 400;
/** How many rows are sent to the page at once. */
const ROWS_AT_ONCE = 100;

/** The page of translation notes; one in a window. */
export class ReportPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private shown: { readonly id: string; readonly gathered: GatheredReport } | undefined;
  private stale = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private count = 0;
  private readonly gathering: Gathering;
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly sessions: Sessions,
    private readonly corpus: Corpus,
    private readonly extensionUri: vscode.Uri,
    private readonly log: Log,
  ) {
    this.gathering = new Gathering(corpus);
    this.subscription = corpus.onDidChange(() => {
      if (this.panel) this.schedule();
    });
  }

  /** Reads the workspace and shows the page. */
  async open(): Promise<void> {
    const gathered = await this.gathering.all();
    if (!gathered) return;
    if (this.panel) this.panel.reveal();
    else this.panel = this.create();
    this.show(gathered);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.dispose();
    this.panel?.dispose();
  }

  private create(): vscode.WebviewPanel {
    const panel = vscode.window.createWebviewPanel(
      'glossator.report',
      vscode.l10n.t('Translation Notes'),
      vscode.ViewColumn.Active,
      {
        enableScripts: true,
        enableCommandUris: false,
        enableFindWidget: true,
        localResourceRoots: [pageFolder(this.extensionUri)],
      },
    );
    panel.webview.onDidReceiveMessage((value: unknown) => {
      const message = readPageMessage(value);
      if (!message) return this.log.warn('The report sent a message that is none of ours.');
      this.answer(message).catch((error: unknown) => {
        this.log.error(`report: ${messageOf(error)}`);
        void showError(vscode.l10n.t('Glossator could not do this: {0}', messageOf(error)));
      });
    });
    panel.onDidChangeViewState(() => {
      if (this.stale && !panel.active) void this.renew();
    });
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.shown = undefined;
    });
    return panel;
  }

  private schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.takeChanges(), DELAY);
  }

  private takeChanges(): void {
    this.stale = true;
    // A page that is made anew under the reader's hands would lose the focus.
    if (this.panel && !this.panel.active) void this.renew();
  }

  private async renew(): Promise<void> {
    this.stale = false;
    const gathered = await this.gathering.present();
    if (gathered) this.show(gathered);
  }

  private show(gathered: GatheredReport): void {
    if (!this.panel) return;
    this.shown = { id: String(++this.count), gathered };
    this.panel.webview.html = page(this.panel.webview, this.extensionUri, gathered.report, this.shown.id);
  }

  private async answer(message: PageMessage): Promise<void> {
    if (!this.shown || !this.panel) return;
    const { report, uris } = this.shown.gathered;
    if (message.type === 'ready') return this.sendRows(message.of);
    if (message.type === 'export') {
      const means = { extensionUri: this.extensionUri, turns: this.corpus.turns };
      return exportReport(report, message.format, message.by, means);
    }
    const note = message.of === this.shown.id ? report.notes[message.note] : undefined;
    const uri = note && uris[note.source];
    if (!uri) return;
    await vscode.window.showTextDocument(uri, { viewColumn: this.columnFor(uri), preview: false });
    await this.sessions.require(uri);
    await vscode.commands.executeCommand(COMMANDS.revealAnnotation, { uri: uri.toString(), id: note.id });
  }

  /** Sends the rows some at a time, while the page shows the report that asks for them. */
  private async sendRows(of: string): Promise<void> {
    if (this.shown?.id !== of) return;
    const { report } = this.shown.gathered;
    const options = { by: 'term', words: reportWords(report), interactive: true } as const;
    for (let from = 0; from < report.notes.length; from += ROWS_AT_ONCE) {
      const to = from + ROWS_AT_ONCE;
      const rows = await this.corpus.turns.take(() => reportRows(report, options, from, to));
      if (this.shown?.id !== of || !this.panel) return;
      const message: RowsMessage = { type: 'rows', of, rows, done: to >= report.notes.length };
      await this.panel.webview.postMessage(message);
    }
  }

  /** Where the source is in sight already, else beside the report, so that both can be read. */
  private columnFor(uri: vscode.Uri): vscode.ViewColumn {
    const editors = vscode.window.visibleTextEditors.filter(({ viewColumn }) => viewColumn !== this.panel?.viewColumn);
    const shown = editors.find(({ document }) => sameUri(document.uri, uri)) ?? editors[0];
    return shown?.viewColumn ?? vscode.ViewColumn.Beside;
  }
}
