import * as vscode from 'vscode';
import { Refusal, type Commands } from '../commands';
import { COMMANDS, LANGUAGE_ID } from '../contributions';
import type { Sessions } from '../session/sessions';
import { WalkthroughProgress } from './progress';

const SAMPLE = 'glossator-sample.txt';

/** The walkthrough, and the sample article that it is done on. */
export function registerWalkthrough(
  commands: Commands,
  sessions: Sessions,
  extension: vscode.Extension<unknown>,
): vscode.Disposable {
  return vscode.Disposable.from(
    new WalkthroughProgress(commands, sessions),
    commands.register(COMMANDS.openWalkthrough, () =>
      vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#start`, false),
    ),
    commands.register(COMMANDS.openSample, () => openSample(extension.extensionUri)),
  );
}

/** Puts a copy of the sample where the researcher wants it, and opens it; an existing copy is opened as it is. */
async function openSample(extensionUri: vscode.Uri): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const suggested = folder && vscode.Uri.joinPath(folder, SAMPLE);
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Where shall the sample article be put?'),
    saveLabel: vscode.l10n.t('Put It Here'),
    filters: { Text: ['txt'] },
    ...(suggested && { defaultUri: suggested }),
  });
  if (!target) throw new Refusal(vscode.l10n.t('The sample article was not put anywhere.'));
  const sample = vscode.Uri.joinPath(extensionUri, 'media', 'walkthrough', 'sample.txt');
  if (!(await isThere(target))) await vscode.workspace.fs.copy(sample, target);
  const opened = await vscode.workspace.openTextDocument(target);
  // As an article its long lines wrap, also where no folder was set up.
  const article =
    opened.languageId === 'plaintext' ? await vscode.languages.setTextDocumentLanguage(opened, LANGUAGE_ID) : opened;
  await vscode.window.showTextDocument(article, { preview: false, viewColumn: besideWalkthrough() });
}

/** The walkthrough stays in sight beside the article that it is about; it is a tab of no kind that the API knows. */
function besideWalkthrough(): vscode.ViewColumn {
  const { activeTab } = vscode.window.tabGroups.activeTabGroup;
  return activeTab && activeTab.input === undefined ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
