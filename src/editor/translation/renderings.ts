import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { COMMANDS } from '../contributions';
import { spanOf, referenceTo } from '../session/mark-reference';
import type { Sessions } from '../session/sessions';
import type { Mark } from '../session/marks';
import type { SourceSession } from '../session/source-session';
import { affects, setting, updateSetting } from '../settings/settings';
import { wordState } from '../wording/wording';

/** Pause after a change before the hints are asked for again, in milliseconds. */
const DELAY = 60;

type Rendered = Extract<Mark, { kind: 'annotation' }> & {
  readonly annotation: Annotation & { readonly rendering: string };
};

/**
 * Renderings behind their passages. Inlay hints and not `after` decorations: the editor counts a hint when it wraps a
 * line, so that the text of a long paragraph stays in view; and it asks for the visible part only.
 */
export class Renderings implements vscode.InlayHintsProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeInlayHints = this.changed.event;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: vscode.Disposable;

  constructor(private readonly sessions: Sessions) {
    this.subscriptions = vscode.Disposable.from(
      sessions.onDidChange(({ change }) => {
        if (change !== 'suggestions' && change !== 'sidecar') this.refresh();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (affects(event, 'renderings.show') || affects(event, 'renderings.maximumLength')) this.refresh();
      }),
      vscode.languages.registerInlayHintsProvider('*', this),
    );
  }

  provideInlayHints(document: vscode.TextDocument, range: vscode.Range): vscode.InlayHint[] {
    const session = this.sessions.get(document.uri);
    if (!session || !setting('renderings.show', document.uri)) return [];
    const longest = setting('renderings.maximumLength', document.uri);
    const asked = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    const seen = new Set<string>();
    const hints: vscode.InlayHint[] = [];
    for (const mark of session.marksIn(asked)) {
      if (!isRendered(mark)) continue;
      const { end } = spanOf(mark);
      const label = labelOf(mark.annotation, longest);
      // Two authors who render the same words alike are one rendering behind them.
      if (end < asked.start || end > asked.end || seen.has(`${end} ${label}`)) continue;
      seen.add(`${end} ${label}`);
      hints.push(hint(session, mark, document.positionAt(end), label));
    }
    return hints;
  }

  /** Switches renderings on or off, where the setting was set last. */
  async toggle(): Promise<void> {
    const scope = vscode.window.activeTextEditor?.document.uri;
    const present = vscode.workspace.getConfiguration('glossator', scope).inspect<boolean>('renderings.show');
    const target =
      present?.workspaceValue === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
    const show = !setting('renderings.show', scope);
    await updateSetting('renderings.show', show, target);
    vscode.window.setStatusBarMessage(
      show ? vscode.l10n.t('Renderings are shown behind their passages.') : vscode.l10n.t('Renderings are hidden.'),
      4_000,
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.dispose();
    this.changed.dispose();
  }

  private refresh(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changed.fire(), DELAY);
  }
}

function isRendered(mark: Mark): mark is Rendered {
  return mark.kind === 'annotation' && mark.annotation.rendering !== undefined;
}

/** The rendering, cut where the setting says; a doubtful one with a question mark, so that it is not told by colour. */
function labelOf({ rendering, state }: Rendered['annotation'], longest: number): string {
  const characters = [...rendering];
  const shown =
    characters.length > longest
      ? `${characters
          .slice(0, longest - 1)
          .join('')
          .trimEnd()}…`
      : rendering;
  return state === 'doubtful' ? `${shown} (?)` : shown;
}

function hint(session: SourceSession, mark: Rendered, at: vscode.Position, label: string): vscode.InlayHint {
  const part = new vscode.InlayHintLabelPart(label);
  part.tooltip = new vscode.MarkdownString().appendText(
    `${mark.annotation.rendering} (${wordState(mark.annotation.state)})`,
  );
  part.command = {
    title: vscode.l10n.t('Edit Translation'),
    command: COMMANDS.editTranslation,
    arguments: [referenceTo(session, mark)],
  };
  const made = new vscode.InlayHint(at, [part]);
  made.paddingLeft = true;
  return made;
}
