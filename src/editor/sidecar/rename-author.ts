import * as vscode from 'vscode';
import { Refusal, type Commands } from '../commands';
import { COMMANDS } from '../contributions';
import { cleanAuthor, knownAuthor } from '../session/author';
import { requireWritable } from '../session/judgement';
import type { Sessions } from '../session/sessions';
import { activeSource } from '../session/target';

/** `Rename Author in This Source`: another name over a section and in all stamps, as one undoable change. */
export function registerRenameAuthor(commands: Commands, sessions: Sessions): vscode.Disposable {
  return commands.register(COMMANDS.renameAuthor, async (given?: { readonly from: string; readonly to: string }) => {
    const { session } = activeSource(sessions);
    requireWritable(session);
    const { authors } = session.parsed;
    if (authors.length === 0) throw new Refusal(vscode.l10n.t('Nobody has annotated this source yet.'));
    const from = given?.from ?? (await chooseAuthor(authors));
    if (from === undefined) return;
    const to = cleanAuthor(given?.to ?? (await askName(from, authors)));
    if (to === undefined || to === from) return;
    session.change(vscode.l10n.t('Rename {0} to {1}', from, to), [{ kind: 'rename-author', from, to }]);
    vscode.window.setStatusBarMessage(vscode.l10n.t('{0} is now {1} in this source.', from, to), 4_000);
  });
}

async function chooseAuthor(authors: readonly string[]): Promise<string | undefined> {
  if (authors.length === 1) return authors[0];
  return vscode.window.showQuickPick([...authors], { title: vscode.l10n.t('Which author has another name?') });
}

async function askName(from: string, authors: readonly string[]): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('The name that {0} shall have in this source', from),
    // A name that is there already would make two authors one before anybody was warned.
    value: authors.includes(knownAuthor() ?? from) ? from : knownAuthor()!,
    validateInput: (value) => {
      const name = cleanAuthor(value);
      if (!name) return vscode.l10n.t('Type a name, on one line.');
      if (name === from || !authors.includes(name)) return undefined;
      const message = vscode.l10n.t('{0} has annotations here too: the two become one author, for good.', name);
      return { message, severity: vscode.InputBoxValidationSeverity.Warning };
    },
  });
}
