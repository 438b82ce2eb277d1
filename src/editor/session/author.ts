import * as vscode from 'vscode';
import { userName } from '#host';
import { setting, updateSetting } from '../settings/settings';

/** The name that stands over a researcher's section, or `undefined` when none is known yet. Never asks. */
export function knownAuthor(): string | undefined {
  return cleanAuthor(setting('author')) ?? cleanAuthor(userName());
}

/** The author's name, asked for once where none can be had; `undefined` when the researcher gave none. */
export async function askAuthor(): Promise<string | undefined> {
  return knownAuthor() ?? (await inputAuthor(''));
}

/** Asks for the name and keeps it in the user's settings of this machine. */
export async function inputAuthor(present: string): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Your name in annotation files'),
    prompt: vscode.l10n.t('A short name. It stands over your annotations, so that colleagues know whose they are.'),
    value: present,
    validateInput: (value) => (cleanAuthor(value) ? undefined : vscode.l10n.t('Type a name, on one line.')),
  });
  const name = cleanAuthor(typed);
  if (name) await updateSetting('author', name, vscode.ConfigurationTarget.Global);
  return name;
}

/** A name without blanks at its ends and without line breaks; `undefined` when nothing is left. */
export function cleanAuthor(name: string | undefined): string | undefined {
  const cleaned = name
    ?.replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 80);
  return cleaned || undefined;
}
