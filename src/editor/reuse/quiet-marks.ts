import * as vscode from 'vscode';
import { piecesOf } from '../../core/text/pieces';
import { hull } from '../../core/text/range';
import { asMarkdown } from '../../core/translation';
import { COLORS, COMMANDS } from '../contributions';
import type { Corpus } from '../corpus/corpus';
import type { Decisions, RenderedElsewhere } from '../corpus/decisions';
import { cssVariable } from '../layers/layers';
import { Pauses } from '../pauses';
import type { PassageReference } from '../session/mark-reference';
import type { Sessions } from '../session/sessions';
import type { SourceSession } from '../session/source-session';
import { visibleRange } from '../session/target';
import { rangeIn } from '../session/text-positions';
import { affects, setting } from '../settings/settings';
import { wordState } from '../wording/wording';

/** Pause after the last change, cursor move or scroll before the visible part is looked at, in milliseconds. */
const DELAY = 350;
/**
 * A quiet line under words that were rendered elsewhere and have no rendering here; hover and lightbulb take the earlier
 * one. Only what is in sight is looked at, after a rest, in turns: typing waits for none of it.
 */
export class QuietMarks implements vscode.HoverProvider, vscode.Disposable {
  private readonly line = vscode.window.createTextEditorDecorationType({
    textDecoration: `underline dotted ${cssVariable(COLORS.note)} 1px; text-underline-offset: 4px; text-decoration-skip-ink: none`,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  private readonly pauses = new Pauses<vscode.TextEditor>();
  private readonly rounds = new WeakMap<vscode.TextEditor, number>();
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly sessions: Sessions,
    private readonly corpus: Corpus,
    private readonly decisions: Decisions,
  ) {
    const schedule = (editor: vscode.TextEditor) => this.pauses.after(editor, DELAY, () => void this.draw(editor));
    this.subscriptions = vscode.Disposable.from(
      this.line,
      decisions.onDidChange(() => vscode.window.visibleTextEditors.forEach(schedule)),
      sessions.onDidChange(({ session, change }) => {
        if (change === 'sidecar' || change === 'suggestions') return;
        vscode.window.visibleTextEditors.filter(({ document }) => document === session.document).forEach(schedule);
      }),
      vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach(schedule)),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => schedule(textEditor)),
      vscode.workspace.onDidChangeTextDocument(({ document }) =>
        vscode.window.visibleTextEditors.filter((editor) => editor.document === document).forEach(schedule),
      ),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (affects(event, 'renderings.suggest') || affects(event, 'targetLanguage'))
          vscode.window.visibleTextEditors.forEach(schedule);
      }),
    );
  }

  dispose(): void {
    this.pauses.dispose();
    this.subscriptions.dispose();
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const found = this.passageAt(document, position);
    if (!found) return undefined;
    const { session, passage } = found;
    const markdown = new vscode.MarkdownString('', true);
    markdown.isTrusted = { enabledCommands: [COMMANDS.translate] };
    const { rendering } = passage;
    markdown.appendMarkdown(`$(quote) ${vscode.l10n.t('Rendered elsewhere: {0}', `**${asMarkdown(rendering)}**`)} `);
    markdown.appendText(`(${wordMatch(passage)}, ${whose(passage)})`);
    const reference = referenceOf(session, passage);
    const link = (label: string, ...args: unknown[]) =>
      `[${label}](command:${COMMANDS.translate}?${encodeURIComponent(JSON.stringify(args))})`;
    markdown.appendMarkdown(
      `\n\n${link(vscode.l10n.t('Use It'), reference, rendering)} · ${link(vscode.l10n.t('Translate…'), reference)}`,
    );
    return new vscode.Hover(markdown, rangeIn(document, hull(passage.parts)));
  }

  private passageAt(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): { session: SourceSession; passage: RenderedElsewhere } | undefined {
    const session = this.sessions.get(document.uri);
    if (!session?.loaded) return undefined;
    const offset = document.offsetAt(position);
    const line = document.lineAt(position.line).range;
    const piece = piecesOf(session.text, document.offsetAt(line.start), document.offsetAt(line.end)).find(
      ({ start, end }) => start <= offset && offset <= end,
    );
    if (!piece) return undefined;
    const passage = this.decisions
      .passagesIn(session, piece)
      .find(({ parts }) => parts.some(({ start, end }) => start <= offset && offset <= end));
    return passage && { session, passage };
  }

  private async draw(editor: vscode.TextEditor): Promise<void> {
    const { document } = editor;
    const session = this.sessions.get(document.uri);
    if (!session?.loaded || !setting('renderings.suggest', document.uri)) {
      editor.setDecorations(this.line, []);
      return;
    }
    const round = (this.rounds.get(editor) ?? 0) + 1;
    this.rounds.set(editor, round);
    const { version } = document;
    const visible = visibleRange(editor);
    const ranges: vscode.Range[] = [];
    for (const piece of piecesOf(session.text, visible.start, visible.end)) {
      const found = await this.corpus.turns.take(() => this.decisions.passagesIn(session, piece));
      // A later round, or another text, makes its own marks.
      if (document.version !== version || this.rounds.get(editor) !== round) return;
      ranges.push(...found.flatMap(({ parts }) => parts.map((part) => rangeIn(document, part))));
    }
    editor.setDecorations(this.line, ranges);
  }
}

function wordMatch({ kind, term }: RenderedElsewhere): string {
  return kind === 'exact' ? vscode.l10n.t('same words') : vscode.l10n.t('another form of “{0}”', term);
}

function whose({ annotation }: RenderedElsewhere): string {
  return annotation ? `${annotation.author}, ${wordState(annotation.state)}` : vscode.l10n.t('glossary');
}

function referenceOf(session: SourceSession, { parts }: RenderedElsewhere): PassageReference {
  return { uri: session.uri.toString(), parts };
}
