import * as vscode from 'vscode';
import { piecesOf } from '../../core/text/pieces';
import { hull, overlaps, type Range } from '../../core/text/range';
import type { Pitfall, PitfallPlace } from '../../core/translation';
import type { Commands } from '../commands';
import { COMMANDS } from '../contributions';
import type { Corpus } from '../corpus/corpus';
import { Pauses } from '../pauses';
import { languageAt } from '../session/passage-language';
import type { PassageReference } from '../session/mark-reference';
import type { Sessions } from '../session/sessions';
import type { SourceSession } from '../session/source-session';
import { rangeIn } from '../session/text-positions';
import { affects, setting, updateSetting } from '../settings/settings';
import type { PitfallList } from './pitfall-list';

/** Pause after the last change before a source is looked through, in milliseconds. */
const DELAY = 700;
/** At most this many in a source: more would be noise. */
const MOST = 200;
const CODE = 'pitfall';

/** A hint with what it is about, for its quick fixes. */
class PitfallHint extends vscode.Diagnostic {
  constructor(
    range: vscode.Range,
    readonly place: PitfallPlace,
  ) {
    super(range, wordPitfall(place.pitfall), vscode.DiagnosticSeverity.Hint);
    this.source = 'Glossator';
    this.code = CODE;
  }
}

/**
 * Points out, quietly, what readers of the target language miss or misread: three faint dots under the words, the reason in
 * their hover, and a quick fix that writes the note. Not in Problems, and not where a rendering stands.
 */
export class PitfallHints implements vscode.CodeActionProvider, vscode.Disposable {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  };

  private readonly collection = vscode.languages.createDiagnosticCollection('glossator-pitfalls');
  private readonly pauses = new Pauses<SourceSession>();
  private readonly subscriptions: vscode.Disposable;

  constructor(
    commands: Commands,
    private readonly sessions: Sessions,
    private readonly corpus: Corpus,
    private readonly list: PitfallList,
  ) {
    this.subscriptions = vscode.Disposable.from(
      this.collection,
      commands.register(COMMANDS.ignorePitfall, (term: string) => ignore(term)),
      sessions.onDidChange(({ session, change }) => {
        if (change === 'closed') this.forget(session);
        else if (change !== 'suggestions' && change !== 'sidecar') this.schedule(session);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        const session = sessions.get(document.uri);
        if (session) this.schedule(session);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        const keys = ['pitfalls.show', 'pitfalls.own', 'pitfalls.ignore', 'targetLanguage'] as const;
        if (keys.some((key) => affects(event, key))) sessions.all.forEach((session) => this.schedule(session));
      }),
    );
  }

  dispose(): void {
    this.pauses.dispose();
    this.subscriptions.dispose();
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    const session = this.sessions.get(document.uri);
    if (!session) return [];
    return (this.collection.get(document.uri) ?? []).flatMap((hint) => {
      if (!(hint instanceof PitfallHint) || !hint.range.intersection(range)) return [];
      const { pitfall, parts } = hint.place;
      const reference: PassageReference = { uri: session.uri.toString(), parts };
      return [
        fix(
          hint,
          vscode.l10n.t('Render as “{0}”', pitfall.rendering),
          COMMANDS.translate,
          reference,
          pitfall.rendering,
        ),
        fix(hint, vscode.l10n.t('Do not point out “{0}” any more', pitfall.term), COMMANDS.ignorePitfall, pitfall.term),
      ];
    });
  }

  private forget(session: SourceSession): void {
    this.pauses.cancel(session);
    this.collection.delete(session.uri);
  }

  private schedule(session: SourceSession): void {
    this.pauses.after(session, DELAY, () => void this.tell(session));
  }

  private async tell(session: SourceSession): Promise<void> {
    const { document, uri } = session;
    if (!session.loaded || !setting('pitfalls.show', uri)) {
      this.collection.delete(uri);
      return;
    }
    const { version } = document;
    const hints: PitfallHint[] = [];
    const target = setting('targetLanguage', uri);
    // A Dutch quotation may stand in any source; of other languages nothing is known.
    for (const language of new Set([session.language, 'nl'])) {
      if (language === target) continue;
      const finder = await this.list.finderFor(uri, language);
      const { text } = session;
      for (const piece of piecesOf(text, 0, text.length)) {
        if (hints.length >= MOST || document.version !== version) break;
        await this.corpus.turns.take(() => {
          if (document.version !== version) return;
          for (const { pitfall, parts } of finder.find(text.slice(piece.start, piece.end))) {
            const there = parts.map((part) => ({ start: part.start + piece.start, end: part.end + piece.start }));
            if (languageAt(session, there) !== language || isRendered(session, there)) continue;
            hints.push(new PitfallHint(rangeIn(document, hull(there)), { pitfall, parts: there }));
          }
        });
      }
    }
    if (document.version === version && this.sessions.get(uri) === session) {
      this.collection.set(uri, hints.slice(0, MOST));
    }
  }
}

function isRendered(session: SourceSession, parts: readonly Range[]): boolean {
  return session
    .marksIn(hull(parts))
    .some(
      (mark) =>
        mark.kind === 'annotation' &&
        mark.annotation.rendering !== undefined &&
        mark.parts.some((part) => parts.some((own) => overlaps(part, own))),
    );
}

function wordPitfall({ rendering, misreading, why }: Pitfall): string {
  const said = misreading
    ? vscode.l10n.t('Here probably “{0}”, not “{1}”.', rendering, misreading)
    : vscode.l10n.t('Here probably “{0}”.', rendering);
  return why ? `${said} ${why}` : said;
}

function fix(hint: vscode.Diagnostic, title: string, command: string, ...args: unknown[]): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [hint];
  action.command = { title, command, arguments: args };
  return action;
}

/** Kept in the workspace where there is one: what is plain in one corpus may be news in another. */
async function ignore(term: string): Promise<void> {
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  const ignored = setting('pitfalls.ignore');
  if (!ignored.includes(term)) await updateSetting('pitfalls.ignore', [...ignored, term], target);
}
