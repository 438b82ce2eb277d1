import * as vscode from 'vscode';
import { registerAnnotating } from './editor/annotate';
import { registerAttention } from './editor/attention/register';
import { registerCitation } from './editor/citation';
import { Commands } from './editor/commands';
import { registerReport } from './editor/report';
import { registerParallel } from './editor/parallel';
import { registerComments } from './editor/comments/comment-commands';
import { ContextKeys } from './editor/context/context-keys';
import { COMMANDS } from './editor/contributions';
import { Highlights } from './editor/decorations/highlights';
import { GitTexts } from './editor/files/git-texts';
import { KnownPlacements } from './editor/files/known-placements';
import { registerLifecycle } from './editor/lifecycle';
import { StoredTexts } from './editor/files/stored-texts';
import { Versions } from './editor/files/versions';
import { registerFolder } from './editor/folder/folder';
import { MarkHover } from './editor/hover/hover';
import { MarkActions } from './editor/lightbulb/actions';
import { Outline } from './editor/outline/outline';
import { Problems } from './editor/problems/problems';
import { ReviewLoop } from './editor/review/review-loop';
import { RecognizerSource } from './editor/session/recognizer';
import { Sessions } from './editor/session/sessions';
import { registerSidecars } from './editor/sidecar/register';
import { registerSidecarMessages } from './editor/status/sidecar-messages';
import { registerSourceDetails } from './editor/source-details/details-form';
import { StatusBar } from './editor/status/status-bar';
import { registerWalkthrough } from './editor/walkthrough/walkthrough';
import { registerTranslation } from './editor/translation/translation-commands';
import { registerViews } from './editor/views/views';

let sessions: Sessions | undefined;

/** Constructs and registers, nothing else; the same in the Node and the web worker host. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Glossator', { log: true });
  const storage = (name: string) => vscode.Uri.joinPath(context.globalStorageUri, name);
  const versions = new Versions(storage('versions'), log);
  const git = new GitTexts(log);
  const texts = new StoredTexts(storage('texts'), git, new KnownPlacements(storage('placements'), log), log);
  const commands = new Commands(log);
  sessions = new Sessions(new RecognizerSource(context.extensionUri), texts, versions, log);
  context.subscriptions.push(
    log,
    sessions,
    new Highlights(sessions),
    new ContextKeys(sessions),
    new StatusBar(sessions),
    new Problems(sessions),
    new ReviewLoop(commands, sessions),
    registerSidecarMessages(sessions),
    registerLifecycle(commands, sessions, texts, versions, log),
    registerAnnotating(commands, sessions),
    registerSidecars(commands, sessions, git, versions),
    registerAttention(commands, sessions),
    registerViews(commands, sessions, context.workspaceState, log),
    registerFolder(commands, sessions, context.workspaceState),
    registerSourceDetails(commands, sessions),
    new Outline(sessions),
    registerTranslation(commands, sessions),
    registerReport(commands, sessions, context.extensionUri, log),
    registerParallel(commands, sessions),
    registerCitation(commands, sessions, versions, log),
    registerComments(commands, sessions),
    registerWalkthrough(commands, context.extension),
    commands.register(COMMANDS.showLog, () => log.show()),
    vscode.languages.registerHoverProvider('*', new MarkHover(sessions)),
    vscode.languages.registerCodeActionsProvider('*', new MarkActions(sessions), MarkActions.metadata),
  );
  sessions.start();
}

/** Nothing that was annotated is lost when the window closes within the pause before a write. */
export async function deactivate(): Promise<void> {
  await sessions?.flush();
}
