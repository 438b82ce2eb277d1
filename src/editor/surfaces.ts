import * as vscode from 'vscode';
import { registerAnnotating } from './annotate';
import { registerAttention } from './attention/register';
import { registerCitation } from './citation';
import type { Commands } from './commands';
import { registerComments } from './comments/comment-commands';
import type { Corpus } from './corpus/corpus';
import { Decisions } from './corpus/decisions';
import { registerConsistency } from './consistency';
import { ContextKeys } from './context/context-keys';
import type { Glossaries } from './corpus/glossaries';
import { Highlights } from './decorations/highlights';
import type { GitTexts } from './files/git-texts';
import type { StoredTexts } from './files/stored-texts';
import type { Versions } from './files/versions';
import { registerFolder } from './folder/folder';
import { PlacesPreview } from './form/places-preview';
import { registerGlossary } from './glossary';
import { MarkHover } from './hover/hover';
import { registerLifecycle } from './lifecycle';
import { MarkActions } from './lightbulb/actions';
import { MergeDriver } from './merge-driver/set-up-merging';
import { Outline } from './outline/outline';
import { registerParallel } from './parallel';
import { PitfallHints } from './pitfalls/pitfall-hints';
import { PitfallList } from './pitfalls/pitfall-list';
import { Problems } from './problems/problems';
import { registerReport } from './report';
import { registerApplyToAll } from './reuse/apply-to-all';
import { QuietMarks } from './reuse/quiet-marks';
import { ReviewLoop } from './review/review-loop';
import type { Sessions } from './session/sessions';
import { registerSidecars } from './sidecar/register';
import { registerSourceDetails } from './source-details/details-form';
import { registerSidecarMessages } from './status/sidecar-messages';
import { StatusBar } from './status/status-bar';
import { registerTranslation } from './translation/translation-commands';
import { registerViews } from './views/views';
import { registerWalkthrough } from './walkthrough/walkthrough';

/** What the surfaces stand on. */
export interface Foundations {
  readonly commands: Commands;
  readonly sessions: Sessions;
  readonly corpus: Corpus;
  readonly glossaries: Glossaries;
  readonly texts: StoredTexts;
  readonly versions: Versions;
  readonly git: GitTexts;
  readonly log: vscode.LogOutputChannel;
}

/** Every surface of the editor, once. They know the foundations and not one another. */
export function registerSurfaces(
  { commands, sessions, corpus, glossaries, texts, versions, git, log }: Foundations,
  { extension, extensionUri, globalStorageUri, workspaceState }: vscode.ExtensionContext,
): vscode.Disposable {
  const preview = new PlacesPreview();
  const decisions = new Decisions(sessions, corpus, glossaries);
  const quiet = new QuietMarks(sessions, corpus, decisions);
  const pitfalls = new PitfallHints(commands, sessions, corpus, new PitfallList(extensionUri, log));
  return vscode.Disposable.from(
    preview,
    decisions,
    new Highlights(sessions),
    new ContextKeys(sessions),
    new StatusBar(sessions),
    new Problems(sessions),
    new ReviewLoop(commands, sessions),
    new Outline(sessions),
    registerSidecarMessages(sessions),
    registerLifecycle(commands, sessions, glossaries, texts, versions, log),
    registerAnnotating(commands, sessions, preview),
    registerSidecars(commands, sessions, git, versions, workspaceState),
    new MergeDriver(commands, extensionUri, vscode.Uri.joinPath(globalStorageUri, 'git'), log),
    registerAttention(commands, sessions),
    registerViews(commands, sessions, workspaceState, log),
    registerFolder(commands, sessions, workspaceState),
    registerSourceDetails(commands, sessions),
    registerTranslation(commands, sessions, decisions),
    registerApplyToAll(commands, sessions, corpus, glossaries, preview),
    registerGlossary(commands, sessions, corpus, glossaries, git),
    registerConsistency(commands, sessions, corpus, glossaries),
    quiet,
    pitfalls,
    vscode.languages.registerCodeActionsProvider('*', pitfalls, PitfallHints.metadata),
    vscode.languages.registerHoverProvider('*', quiet),
    registerComments(commands, sessions),
    registerReport(commands, sessions, corpus, extensionUri, log),
    registerParallel(commands, sessions, corpus),
    registerCitation(commands, sessions, corpus, versions, log),
    registerWalkthrough(commands, sessions, extension),
    vscode.languages.registerHoverProvider('*', new MarkHover(sessions)),
    vscode.languages.registerCodeActionsProvider('*', new MarkActions(sessions, decisions), MarkActions.metadata),
  );
}
