import * as vscode from 'vscode';
import type { Commands } from '../commands';
import { COMMANDS, CONTEXT_KEYS, LANGUAGE_ID } from '../contributions';
import { sameUri } from '../files/text-file';
import type { Sessions } from '../session/sessions';
import type { SourceSession } from '../session/source-session';
import { activeSource } from '../session/target';
import { affects } from '../settings/settings';
import { isReadOnlyBySettings, isSetUp, wantsProtection } from './protection';

const LOCK = 'workbench.action.files.setActiveEditorReadonlyInSession';
const UNLOCK = 'workbench.action.files.setActiveEditorWriteableInSession';

/**
 * Sources as evidence: in a folder that asks for it they can't be typed into until `Correct Source Text`, and single keys
 * annotate while a banner says so. The keys themselves also ask the editor (`editorReadonly` in the manifest), so that
 * whatever makes a text writable, a letter typed into it stays a letter.
 */
export class ReadingMode implements vscode.Disposable {
  /** What the researcher chose for single sources in this session, over the setting. */
  private readonly chosen = new Map<string, 'protected' | 'open'>();
  private readonly locked = new Set<string>();
  private readonly spoken = new Set<string>();
  private singleKeys: boolean | undefined;
  private isReviewing = false;
  private readonly banner = vscode.window.createStatusBarItem(
    'glossator.reading',
    vscode.StatusBarAlignment.Left,
    9_000,
  );
  private readonly subscriptions: vscode.Disposable;

  constructor(
    commands: Commands,
    private readonly sessions: Sessions,
  ) {
    this.banner.name = vscode.l10n.t('Glossator Reading Mode');
    this.subscriptions = vscode.Disposable.from(
      this.banner,
      commands.register(COMMANDS.correctSourceText, () => this.open()),
      commands.register(COMMANDS.protectSourceText, () => this.protect()),
      vscode.window.onDidChangeActiveTextEditor(() => void this.update()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (affects(event, 'sourcesReadOnly') || event.affectsConfiguration('files.readonlyInclude')) {
          this.spoken.clear();
          void this.update();
        }
      }),
      sessions.onDidChangeReviewing((isReviewing) => {
        this.isReviewing = isReviewing;
        void this.update();
      }),
      sessions.onDidChange(({ change }) => {
        if (change === 'opened' || change === 'closed') void this.update();
      }),
    );
    void this.update();
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private async open(): Promise<void> {
    const { session } = activeSource(this.sessions);
    await vscode.commands.executeCommand(UNLOCK);
    this.chosen.set(session.uri.toString(), 'open');
    this.locked.delete(session.uri.toString());
    await this.update();
    vscode.window.setStatusBarMessage(
      vscode.l10n.t('The text can be corrected now. Annotations stay on their words.'),
      6_000,
    );
  }

  private async protect(): Promise<void> {
    const { session } = activeSource(this.sessions);
    // A text that is read-only can't be saved any more, so what was corrected is saved first.
    if (session.document.isDirty) await session.document.save();
    this.chosen.set(session.uri.toString(), 'protected');
    await this.update();
  }

  private async update(): Promise<void> {
    const session = this.sessions.active;
    const uri = session?.uri;
    if (session && this.isNewAndEmpty(session)) {
      this.chosen.set(session.uri.toString(), 'open');
      await vscode.commands.executeCommand(UNLOCK);
    }
    const isProtected = uri !== undefined && this.isProtected(uri);
    if (uri && isProtected) await this.lock(uri);
    if (uri && session) await this.speakOfArticles(session.document);
    await this.tell(uri !== undefined && isProtected);
    this.show(uri, isProtected);
  }

  /** A file that was just made has nothing to protect, and is there to be typed or pasted into. */
  private isNewAndEmpty({ uri, document, text }: SourceSession): boolean {
    return text === '' && document.version === 1 && wantsProtection(uri) && !this.chosen.has(uri.toString());
  }

  private isProtected(uri: vscode.Uri): boolean {
    const choice = this.chosen.get(uri.toString());
    return choice === undefined ? wantsProtection(uri) : choice === 'protected';
  }

  /** Locks what the settings don't lock already; the command knows only the active editor. */
  private async lock(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    if (this.locked.has(key) || (isReadOnlyBySettings(uri) && !this.chosen.has(key))) return;
    const active = vscode.window.activeTextEditor;
    if (!active || !sameUri(active.document.uri, uri)) return;
    this.locked.add(key);
    await vscode.commands.executeCommand(LOCK);
  }

  /** In a folder that was set up, sources get the language of articles: word wrap and the grammar come with it. */
  private async speakOfArticles(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    const folder = vscode.workspace.getWorkspaceFolder(document.uri);
    if (!folder || !isSetUp(folder) || document.languageId !== 'plaintext' || this.spoken.has(key)) return;
    this.spoken.add(key);
    await vscode.languages.setTextDocumentLanguage(document, LANGUAGE_ID);
  }

  private async tell(singleKeys: boolean): Promise<void> {
    if (this.singleKeys === singleKeys) return;
    this.singleKeys = singleKeys;
    await vscode.commands.executeCommand('setContext', CONTEXT_KEYS.singleKeys, singleKeys);
  }

  private show(uri: vscode.Uri | undefined, isProtected: boolean): void {
    if (this.isReviewing) {
      // The review has a banner of its own, and other keys.
      this.banner.hide();
    } else if (uri && isProtected) {
      this.banner.text = vscode.l10n.t(
        '$(lock) P person, L place, C charge, N note, T translate, A accept, R reject, V review',
      );
      this.banner.tooltip = vscode.l10n.t('This source is protected: keys annotate. Click to correct its text.');
      this.banner.command = COMMANDS.correctSourceText;
      this.banner.backgroundColor = new vscode.ThemeColor('statusBarItem.prominentBackground');
      this.banner.show();
    } else if (uri && this.chosen.get(uri.toString()) === 'open' && wantsProtection(uri)) {
      this.banner.text = vscode.l10n.t('$(unlock) Correcting the text');
      this.banner.tooltip = vscode.l10n.t('This source can be typed into. Click to protect it again.');
      this.banner.command = COMMANDS.protectSourceText;
      this.banner.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
      this.banner.show();
    } else {
      this.banner.hide();
    }
  }
}
