import * as vscode from 'vscode';
import { isNoArticleName } from '../../core/text/article';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { fileName } from '../session/source-files';
import { setting } from '../settings/settings';

/** One thing that setting up a folder can do, with the settings that do it. */
export interface Provision {
  readonly id: 'protect' | 'nest';
  readonly label: string;
  readonly why: string;
  readonly settings: readonly SettingChange[];
}

/** A setting and what it becomes; maps are joined with what stands there. */
export interface SettingChange {
  readonly section: string;
  readonly key: string;
  readonly value: boolean | string | Readonly<Record<string, boolean | string>>;
}

/** Files with a source's ending that are plainly no article stay writable; more than this many are not looked for. */
const MOST_EXCEPTIONS = 50;

/** What setting up a folder writes, for the researcher to choose from. */
export async function provisionsFor(folder: vscode.WorkspaceFolder): Promise<Provision[]> {
  const globs = setting('sources', folder.uri);
  const exceptions = await noArticles(folder, globs);
  const nesting = Object.fromEntries(
    endingsOf(globs).map((ending) => [`*.${ending}`, `\${capture}.${ending}${SIDECAR_SUFFIX}`]),
  );
  return [
    {
      id: 'protect',
      label: vscode.l10n.t('Protect the sources'),
      why: vscode.l10n.t('single keys annotate; “Correct Source Text” lets you type'),
      settings: [
        { section: 'glossator', key: 'sourcesReadOnly', value: true },
        { section: 'files', key: 'readonlyInclude', value: switchedOn(globs) },
        ...(exceptions.length > 0 ? [{ section: 'files', key: 'readonlyExclude', value: switchedOn(exceptions) }] : []),
      ],
    },
    {
      id: 'nest',
      label: vscode.l10n.t('Tuck annotation files under their sources'),
      why: vscode.l10n.t('in the Explorer'),
      settings: [
        { section: 'explorer.fileNesting', key: 'enabled', value: true },
        { section: 'explorer.fileNesting', key: 'patterns', value: nesting },
      ],
    },
  ];
}

/** Writes the chosen settings into the folder's settings; answers how to take them back. */
export async function writeSettings(
  folder: vscode.WorkspaceFolder,
  changes: readonly SettingChange[],
): Promise<() => Promise<void>> {
  const target =
    (vscode.workspace.workspaceFolders?.length ?? 0) > 1
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : vscode.ConfigurationTarget.Workspace;
  const before: { section: string; key: string; value: unknown }[] = [];
  for (const { section, key, value } of changes) {
    const configuration = vscode.workspace.getConfiguration(section, folder.uri);
    const present = configuration.inspect<unknown>(key);
    const own =
      target === vscode.ConfigurationTarget.WorkspaceFolder ? present?.workspaceFolderValue : present?.workspaceValue;
    before.push({ section, key, value: own });
    await configuration.update(key, typeof value === 'object' ? { ...asMap(own), ...value } : value, target);
  }
  return async () => {
    for (const { section, key, value } of before.toReversed()) {
      await vscode.workspace.getConfiguration(section, folder.uri).update(key, value, target);
    }
  };
}

async function noArticles(folder: vscode.WorkspaceFolder, globs: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    globs.map((glob) => vscode.workspace.findFiles(new vscode.RelativePattern(folder, glob))),
  );
  return found
    .flat()
    .filter((uri) => isNoArticleName(fileName(uri)))
    .slice(0, MOST_EXCEPTIONS)
    .map((uri) => vscode.workspace.asRelativePath(uri, false));
}

/** The endings that globs of sources name, such as `txt`; `txt` when they name none. */
function endingsOf(globs: readonly string[]): string[] {
  const endings = globs.flatMap((glob) => /\.([A-Za-z0-9]+)$/.exec(glob)?.[1] ?? []);
  return endings.length > 0 ? [...new Set(endings)] : ['txt'];
}

function switchedOn(globs: readonly string[]): Record<string, boolean> {
  return Object.fromEntries(globs.map((glob) => [glob, true]));
}

function asMap(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
