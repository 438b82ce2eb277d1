import * as vscode from 'vscode';
import { Refusal, type Commands } from '../commands';
import { COMMANDS } from '../contributions';
import type { Sessions } from '../session/sessions';
import { setting, updateSetting } from '../settings/settings';
import { isSetUp } from './protection';
import { provisionsFor, writeSettings, type Provision, type SettingChange } from './workspace-settings';
import { showInformation } from '../messages';

/** Folders whose set-up was offered, in the workspace's own storage: nothing is written into the folder for it. */
const OFFERED = 'glossator.folderSetupOffered';

/** `Set Up This Folder`, and the offer of it, once a folder. */
export function registerFolderSetup(commands: Commands, sessions: Sessions, memory: vscode.Memento): vscode.Disposable {
  return vscode.Disposable.from(
    commands.register(COMMANDS.setUpFolder, async () => {
      const folder = await chooseFolder();
      if (folder) await setUp(folder);
    }),
    sessions.onDidChange(({ session, change }) => {
      if (change === 'opened') void offer(session.uri, memory);
    }),
  );
}

async function offer(source: vscode.Uri, memory: vscode.Memento): Promise<void> {
  const folder = vscode.workspace.getWorkspaceFolder(source);
  if (!folder || !setting('offerFolderSetup', source) || isSetUp(folder)) return;
  const offered = memory.get<readonly string[]>(OFFERED, []);
  if (offered.includes(folder.uri.toString())) return;
  await memory.update(OFFERED, [...offered, folder.uri.toString()]);
  const [yes, never] = [vscode.l10n.t('Set Up…'), vscode.l10n.t('Never Ask')];
  const chosen = await showInformation(
    vscode.l10n.t(
      'Is “{0}” a folder of sources? Glossator can wrap their long lines and protect them from accidental typing. You see what it writes first.',
      folder.name,
    ),
    yes,
    vscode.l10n.t('Not Now'),
    never,
  );
  if (chosen === yes) await vscode.commands.executeCommand(COMMANDS.setUpFolder);
  if (chosen === never) await updateSetting('offerFolderSetup', false, vscode.ConfigurationTarget.Global);
}

async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    throw new Refusal(vscode.l10n.t('Open the folder with your sources first.'), [
      { label: vscode.l10n.t('Open Folder…'), run: () => vscode.commands.executeCommand('vscode.openFolder') },
    ]);
  }
  return folders.length === 1 ? folders[0] : vscode.window.showWorkspaceFolderPick();
}

async function setUp(folder: vscode.WorkspaceFolder): Promise<void> {
  const provisions = await provisionsFor(folder);
  const chosen = await chooseProvisions(folder, provisions);
  if (!chosen) return;
  const changes: SettingChange[] = chosen.flatMap(({ settings }) => settings);
  // Saying no to protection is an answer too: the folder counts as set up, and its sources as articles.
  if (!chosen.some(({ id }) => id === 'protect')) {
    changes.push({ section: 'glossator', key: 'sourcesReadOnly', value: false });
  }
  const takeBack = await writeSettings(folder, changes);
  const [undo, show] = [vscode.l10n.t('Undo'), vscode.l10n.t('Show Settings')];
  void showInformation(
    vscode.l10n.t('“{0}” is set up. The settings are in .vscode/settings.json of this folder.', folder.name),
    undo,
    show,
  ).then(async (answer) => {
    if (answer === undo) await takeBack();
    if (answer === show) await vscode.commands.executeCommand('workbench.action.openWorkspaceSettingsFile');
  });
}

/** The provisions to make, shown with the very settings that they write; `undefined` when the researcher left. */
async function chooseProvisions(
  folder: vscode.WorkspaceFolder,
  provisions: readonly Provision[],
): Promise<readonly Provision[] | undefined> {
  const items = provisions.map((provision) => ({
    label: provision.label,
    description: provision.why,
    detail: provision.settings.map(wordChange).join(', '),
    picked: true,
    provision,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    ignoreFocusOut: true,
    title: vscode.l10n.t('Set up “{0}”: what goes into its .vscode/settings.json', folder.name),
    placeHolder: vscode.l10n.t('Enter writes what is ticked; Escape leaves all as it is'),
  });
  return chosen?.map(({ provision }) => provision);
}

/** A setting as it will stand in the file, a map without its braces. */
function wordChange({ section, key, value }: SettingChange): string {
  const shown = typeof value === 'object' ? JSON.stringify(value).slice(1, -1) : JSON.stringify(value);
  return `${section}.${key}: ${shown}`;
}
