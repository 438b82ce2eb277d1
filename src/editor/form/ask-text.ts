import * as vscode from 'vscode';

export interface Question {
  readonly title: string;
  readonly prompt: string;
  readonly value: string;
  readonly placeholder?: string;
  /** Why the value can't be taken, or a remark on it; `undefined` when there is nothing to say. */
  readonly validate?: (value: string) => string | vscode.InputBoxValidationMessage | undefined;
}

/** What was typed, and whether it was confirmed: what is left unconfirmed is not lost to the caller. */
export interface Answer {
  readonly value: string;
  readonly confirmed: boolean;
  /** True when the researcher wants to go back to the form. */
  readonly back: boolean;
}

/** Asks for one line in an input box with a way back. A value with an error can't be confirmed. */
export function askText(question: Question): Promise<Answer> {
  const box = vscode.window.createInputBox();
  box.title = question.title;
  box.prompt = question.prompt;
  box.value = question.value;
  box.placeholder = question.placeholder;
  box.buttons = [vscode.QuickInputButtons.Back];
  box.ignoreFocusOut = true;
  const check = () => {
    const remark = question.validate?.(box.value.trim());
    box.validationMessage = remark;
    return typeof remark === 'string' || remark?.severity === vscode.InputBoxValidationSeverity.Error;
  };
  return new Promise((resolve) => {
    const end = (confirmed: boolean, back: boolean) => {
      resolve({ value: box.value.trim(), confirmed, back });
      box.dispose();
    };
    box.onDidChangeValue(check);
    box.onDidAccept(() => {
      if (!check()) end(true, true);
    });
    box.onDidTriggerButton(() => end(false, true));
    box.onDidHide(() => end(false, false));
    check();
    box.show();
  });
}
