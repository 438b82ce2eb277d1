import * as vscode from 'vscode';
import { nodeProgram } from '#host';
import { Refusal, type Commands } from '../commands';
import { COMMANDS } from '../contributions';
import { gitInterface, MERGE_DRIVER, type GitRepository } from '../files/git-extension';
import { messageOf, type Log } from '../log';
import { showInformation } from '../messages';
import { missingAttributes } from './attributes';
import { driverCommand, driverScript, PROGRAM, SCRIPT } from './driver-script';

/**
 * `Set Up Merging in Git`: tells a repository to merge annotation files and glossaries entry by entry. The program that does it is
 * copied into the extension's storage, where a repository's configuration can name it for good, and kept up to date there.
 */
export class MergeDriver implements vscode.Disposable {
  private readonly registration: vscode.Disposable;

  /** @param folder in the extension's storage, of its own */
  constructor(
    commands: Commands,
    private readonly extensionUri: vscode.Uri,
    private readonly folder: vscode.Uri,
    log: Log,
  ) {
    this.registration = commands.register(COMMANDS.setUpMerging, () => this.setUp());
    this.update().catch((error: unknown) => log.warn(`The merge driver was not updated: ${messageOf(error)}`));
  }

  dispose(): void {
    this.registration.dispose();
  }

  private async setUp(): Promise<void> {
    const node = nodeProgram();
    if (node === undefined)
      throw new Refusal(
        vscode.l10n.t('Git can’t be set up from a browser. Do it on the computer that has the folder.'),
      );
    const repository = await chooseRepository();
    if (!repository) return;
    await this.install(node);
    await repository.setConfig('merge.glossator.name', 'annotation files and glossaries of Glossator, entry by entry');
    await repository.setConfig(MERGE_DRIVER, driverCommand(this.at(SCRIPT).fsPath));
    const attributes = await addAttributes(repository);
    const open = vscode.l10n.t('Open .gitattributes');
    void showInformation(
      vscode.l10n.t(
        'Git now merges the annotation files and glossaries of “{0}” entry by entry. Commit .gitattributes; whoever works with you runs this command once, too.',
        nameOf(repository),
      ),
      open,
    ).then((chosen) => (chosen === open ? vscode.window.showTextDocument(attributes) : undefined));
  }

  /** Copies the program of this version, and the script that knows this editor, over those of an earlier one. */
  private async update(): Promise<void> {
    const node = nodeProgram();
    if (node === undefined || (await read(this.at(SCRIPT))) === undefined) return;
    await this.install(node);
  }

  private async install(node: string): Promise<void> {
    const program = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extensionUri, 'dist', PROGRAM));
    await writeIfOther(this.at(PROGRAM), program);
    await writeIfOther(this.at(SCRIPT), new TextEncoder().encode(driverScript(node)));
  }

  private at(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, name);
  }
}

/** The repository of what is being looked at, else the only one, else the one that is picked; absent when none is picked. */
async function chooseRepository(): Promise<GitRepository | undefined> {
  const git = await gitInterface().catch(() => undefined);
  if (!git) throw new Refusal(vscode.l10n.t('Git is switched off or not installed here.'));
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = active && git.getRepository(active);
  if (own) return own;
  const { repositories } = git;
  if (repositories.length === 0)
    throw new Refusal(vscode.l10n.t('This folder is not in a git repository. Make one first.'), [
      { label: vscode.l10n.t('Initialize Repository'), run: () => vscode.commands.executeCommand('git.init') },
    ]);
  if (repositories.length === 1) return repositories[0];
  const picked = await vscode.window.showQuickPick(
    repositories.map((repository) => ({
      label: nameOf(repository),
      description: repository.rootUri.fsPath,
      repository,
    })),
    { title: vscode.l10n.t('Merge the annotation files of which repository?') },
  );
  return picked?.repository;
}

function nameOf({ rootUri }: GitRepository): string {
  return rootUri.path.split('/').at(-1) ?? '';
}

/** Adds what is missing to the repository's `.gitattributes`, through the editor, so that what is typed there meanwhile stays. */
async function addAttributes({ rootUri }: GitRepository): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(rootUri, '.gitattributes');
  if ((await read(uri)) === undefined) await vscode.workspace.fs.writeFile(uri, new Uint8Array());
  const document = await vscode.workspace.openTextDocument(uri);
  const missing = missingAttributes(document.getText());
  if (missing === '') return uri;
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, document.lineAt(document.lineCount - 1).range.end, missing);
  if (!(await vscode.workspace.applyEdit(edit)) || !(await document.save()))
    throw new Refusal(vscode.l10n.t('{0} can’t be written.', uri.fsPath));
  return uri;
}

async function read(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  return vscode.workspace.fs.readFile(uri).then(undefined, () => undefined);
}

async function writeIfOther(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const now = await read(uri);
  if (now?.length === bytes.length && now.every((byte, k) => byte === bytes[k])) return;
  await vscode.workspace.fs.writeFile(uri, bytes);
}
