import * as vscode from 'vscode';
import { hull } from '../../core/text/range';
import { Refusal } from '../commands';
import { sameUri } from '../files/text-file';
import type { Sessions } from '../session/sessions';
import type { SourceSession } from '../session/source-session';
import { activeSource, reveal } from '../session/target';
import { rangeIn } from '../session/text-positions';
import { counterpartsAt, type Counterparts, type PairedText } from './counterparts';
import { rememberedIn } from './open-parallel';

/** Pause after the cursor moved, in milliseconds. */
const DELAY = 120;

interface Answer extends Counterparts {
  readonly there: vscode.TextEditor;
}

/** Lights up, in a source that stands beside its parallel, what answers the mention or term at the cursor. */
export class CounterpartLights implements vscode.Disposable {
  private readonly light = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    outline: '1px solid',
    // The one border that every theme draws to be seen: a pale background alone would be overlooked.
    outlineColor: new vscode.ThemeColor('focusBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  });
  private readonly subscriptions: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private told: vscode.Disposable | undefined;
  /** Pairs that were opened in this window, for those that a file remembers only on the other side. */
  private readonly pairs = new Map<string, string>();

  constructor(private readonly sessions: Sessions) {
    this.subscriptions = vscode.Disposable.from(
      this.light,
      vscode.window.onDidChangeTextEditorSelection(() => this.schedule()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.schedule()),
      vscode.window.onDidChangeActiveTextEditor(() => this.schedule()),
      sessions.onDidChange(({ change }) => {
        if (change !== 'sidecar') this.schedule();
      }),
    );
  }

  pair(one: vscode.Uri, other: vscode.Uri): void {
    this.pairs.set(one.toString(), other.toString());
    this.pairs.set(other.toString(), one.toString());
    this.schedule();
  }

  /** `Go to Counterpart`: the first one; asked again, the one after that. */
  async goTo(): Promise<void> {
    const { editor } = activeSource(this.sessions);
    const answer = this.answerFor(editor);
    if (!answer) {
      throw new Refusal(
        vscode.l10n.t('Open the parallel source first, and put the cursor on a name, a charge or a term.'),
      );
    }
    const { there, targets, words } = answer;
    if (targets.length === 0) throw new Refusal(vscode.l10n.t('“{0}” has no counterpart in the other text.', words));
    const cursor = there.document.offsetAt(there.selection.active);
    const here = targets.findIndex((parts) => parts.some(({ start, end }) => start <= cursor && cursor <= end));
    const next = targets[(here + 1) % targets.length]!;
    const shown = await vscode.window.showTextDocument(there.document, {
      viewColumn: there.viewColumn ?? vscode.ViewColumn.Beside,
    });
    reveal(shown, hull(next));
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.told?.dispose();
    this.subscriptions.dispose();
  }

  private schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.update(), DELAY);
  }

  private update(): void {
    const editor = vscode.window.activeTextEditor;
    const answer = editor && this.answerFor(editor);
    for (const each of vscode.window.visibleTextEditors) {
      if (each !== answer?.there) each.setDecorations(this.light, []);
    }
    this.told?.dispose();
    this.told = undefined;
    if (!answer) return;
    const ranges = answer.targets.flat().map((part) => rangeIn(answer.there.document, part));
    answer.there.setDecorations(this.light, ranges);
    const [first] = ranges;
    if (first && !answer.there.visibleRanges.some((visible) => visible.contains(first))) {
      answer.there.revealRange(first, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
    this.told = vscode.window.setStatusBarMessage(
      ranges.length === 0
        ? vscode.l10n.t('No counterpart of “{0}” in the other text', answer.words)
        : vscode.l10n.t('“{0}”: {1} in the other text', answer.words, answer.targets.length),
    );
  }

  private answerFor(editor: vscode.TextEditor): Answer | undefined {
    const here = this.sessions.get(editor.document.uri);
    const there = here && this.editorBeside(editor, here);
    const other = there && this.sessions.get(there.document.uri);
    if (!here?.loaded || !there || !other?.loaded) return undefined;
    const offset = editor.document.offsetAt(editor.selection.active);
    const found = counterpartsAt(paired(here), offset, paired(other));
    return found && { ...found, there };
  }

  /** The other editor of a pair, when it is in sight. */
  private editorBeside(editor: vscode.TextEditor, here: SourceSession): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find((other) => {
      if (other === editor || sameUri(other.document.uri, here.uri)) return false;
      const there = this.sessions.get(other.document.uri);
      if (!there) return false;
      return (
        this.pairs.get(here.uri.toString()) === there.uri.toString() ||
        rememberedIn(here).some((uri) => sameUri(uri, there.uri)) ||
        rememberedIn(there).some((uri) => sameUri(uri, here.uri))
      );
    });
  }
}

function paired({ text, language, marks }: SourceSession): PairedText {
  return {
    text,
    language,
    marks: marks.map((mark) =>
      mark.kind === 'annotation'
        ? { type: mark.annotation.type, parts: mark.parts, annotation: mark.annotation }
        : {
            type: mark.mention.type,
            parts: mark.parts,
            ...(mark.mention.charge?.concept !== undefined && { concept: mark.mention.charge.concept }),
          },
    ),
  };
}
