import * as vscode from 'vscode';

type Answer = Thenable<string | undefined>;
type Choices = readonly (string | vscode.MessageOptions)[];

/**
 * Words for a notification, its progress or the prompt of an input, where VS Code makes links of `[words](command:id)` and runs
 * the command when they are clicked: what comes from a file must not lay a command of its own under its words. The mark put in
 * between (U+2060) is not seen.
 */
export function unlinked(message: string): string {
  return message.replaceAll('](', ']\u2060(');
}

/** `vscode.window.showInformationMessage` for words that may come from files; answers the button that was pressed. */
export function showInformation(message: string, ...choices: Choices): Answer {
  return vscode.window.showInformationMessage(unlinked(message), ...(choices as string[]));
}

/** The same as a warning. */
export function showWarning(message: string, ...choices: Choices): Answer {
  return vscode.window.showWarningMessage(unlinked(message), ...(choices as string[]));
}

/** The same as an error. */
export function showError(message: string, ...choices: Choices): Answer {
  return vscode.window.showErrorMessage(unlinked(message), ...(choices as string[]));
}
