import picomatch from 'picomatch/posix';
import * as vscode from 'vscode';
import { Refusal, type Commands } from '../commands';
import { COMMANDS, LANGUAGE_ID } from '../contributions';
import type { Sessions } from '../session/sessions';
import { fileName } from '../session/source-files';
import { affects, setting } from '../settings/settings';
import { isReadOnlyBySettings } from './protection';

/** What a command may be about: the Explorer hands a URI, a view its row. */
type About = vscode.Uri | { readonly uri: string } | undefined;

/** `Treat as a Source` and `Treat as No Source`, for a file or a folder; sessions follow the settings. */
export function registerSourceChoice(commands: Commands, sessions: Sessions): vscode.Disposable {
  return vscode.Disposable.from(
    commands.register(COMMANDS.treatAsSource, async (about: About) => {
      const uri = subject(about);
      const own = await patternFor(uri);
      const sources = setting('sources', uri);
      const exclude = setting('exclude', uri);
      await update(
        uri,
        'exclude',
        exclude.filter((glob) => glob !== own && glob !== plain(uri)),
      );
      const named = (await isFolder(uri)) ? `${own}/*.txt` : own;
      if (!sources.includes(named)) await update(uri, 'sources', [...sources, named]);
      const inTheWay = setting('exclude', uri).find((glob) => picomatch.isMatch(plain(uri), glob, { dot: true }));
      if (inTheWay) {
        throw new Refusal(vscode.l10n.t('The setting “Exclude” still leaves it out: {0}', inTheWay), [
          { label: vscode.l10n.t('Open Setting'), run: () => openSetting('glossator.exclude') },
        ]);
      }
      say(vscode.l10n.t('{0} is taken for a source now.', fileName(uri)));
    }),
    commands.register(COMMANDS.treatAsNoSource, async (about: About) => {
      const uri = subject(about);
      const own = await patternFor(uri);
      const sources = setting('sources', uri);
      const exclude = setting('exclude', uri);
      await forgetLanguage(uri);
      await update(
        uri,
        'sources',
        sources.filter((glob) => glob !== own && glob !== `${own}/*.txt`),
      );
      if (!exclude.includes(own)) await update(uri, 'exclude', [...exclude, own]);
      await letWrite(uri, own);
      say(vscode.l10n.t('{0} is not taken for a source any more. Its annotation file stays.', fileName(uri)));
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (affects(event, 'sources') || affects(event, 'exclude')) sessions.review();
    }),
  );
}

function subject(about: About): vscode.Uri {
  if (about instanceof vscode.Uri) return about;
  if (about) return vscode.Uri.parse(about.uri, true);
  const active = vscode.window.activeTextEditor?.document.uri;
  if (!active) throw new Refusal(vscode.l10n.t('Open the file first, or choose it in the Explorer.'));
  if (active.scheme === 'untitled') throw new Refusal(vscode.l10n.t('Save this text as a file first.'));
  return active;
}

function plain(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri, false);
}

/** What the settings call this file, or everything below this folder. */
async function patternFor(uri: vscode.Uri): Promise<string> {
  return (await isFolder(uri)) ? `${plain(uri)}/**` : plain(uri);
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    ({ type }) => (type & vscode.FileType.Directory) !== 0,
    () => false,
  );
}

/** Kept where the file lives: in the folder's settings, or in the user's for a file outside every folder. */
async function update(uri: vscode.Uri, key: 'sources' | 'exclude', value: readonly string[]): Promise<void> {
  const present = setting(key, uri);
  if (present.length === value.length && present.every((glob, k) => glob === value[k])) return;
  await vscode.workspace.getConfiguration('glossator', uri).update(key, value, targetFor(uri));
}

function targetFor(uri: vscode.Uri): vscode.ConfigurationTarget {
  if (!vscode.workspace.getWorkspaceFolder(uri)) return vscode.ConfigurationTarget.Global;
  return (vscode.workspace.workspaceFolders?.length ?? 0) > 1
    ? vscode.ConfigurationTarget.WorkspaceFolder
    : vscode.ConfigurationTarget.Workspace;
}

/** In a folder whose sources are protected, a file that is none can be typed into. */
async function letWrite(uri: vscode.Uri, glob: string): Promise<void> {
  if (!isReadOnlyBySettings(uri)) return;
  const files = vscode.workspace.getConfiguration('files', uri);
  const present = files.get<Record<string, boolean>>('readonlyExclude') ?? {};
  await files.update('readonlyExclude', { ...present, [glob]: true }, targetFor(uri));
}

function openSetting(id: string): Thenable<unknown> {
  return vscode.commands.executeCommand('workbench.action.openSettings', id);
}

/** The language of articles makes a text a source whatever the settings say, so it goes first. */
async function forgetLanguage(uri: vscode.Uri): Promise<void> {
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  if (document?.languageId === LANGUAGE_ID) await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
}

function say(message: string): void {
  vscode.window.setStatusBarMessage(message, 6_000);
}
