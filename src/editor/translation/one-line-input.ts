import * as vscode from 'vscode';

/** How an input ended: with Enter, or left (Esc) with what stood in it. */
export interface TypedLine {
  readonly accepted: boolean;
  readonly value: string;
}

export interface LineQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly value: string;
  readonly placeholder?: string;
  /** Another input follows: this one stays until that is shown, so that no key in between lands in the article. */
  readonly followed?: boolean;
}

/** A choice that the researcher can take instead of typing. */
export interface Offer {
  readonly value: string;
  readonly description: string;
  readonly detail?: string;
  /** About other words than these: it is put into the input, to be changed before it is taken. */
  readonly toEdit?: boolean;
}

/** Asks for one line; unlike `showInputBox` it also tells what was typed when the researcher left. */
export function askLine({ title, prompt, value, placeholder, followed }: LineQuestion): Promise<TypedLine> {
  const input = vscode.window.createInputBox();
  Object.assign(input, { title, prompt, value, placeholder, ignoreFocusOut: true });
  return new Promise((resolve) => {
    input.onDidAccept(() => {
      resolve({ accepted: true, value: input.value });
      if (!followed) input.hide();
    });
    input.onDidHide(() => {
      resolve({ accepted: false, value: input.value });
      input.dispose();
    });
    input.show();
  });
}

/** The same with offers below: with nothing typed Enter takes the first of them, else what was typed. */
export function askLineOrOffer(question: LineQuestion, offers: readonly Offer[]): Promise<TypedLine> {
  if (offers.length === 0) return askLine(question);
  const list = vscode.window.createQuickPick<
    vscode.QuickPickItem & { readonly answer: string; readonly toEdit?: boolean }
  >();
  Object.assign(list, {
    title: question.title,
    value: question.value,
    placeholder: question.placeholder ?? question.prompt,
    ignoreFocusOut: true,
  });
  const offered = offers.map(({ value, description, detail, toEdit = false }) => ({
    label: toEdit ? `$(edit) ${value}` : value,
    description,
    ...(detail ? { detail } : {}),
    alwaysShow: true,
    answer: value,
    toEdit,
  }));
  const show = (typed: string): void => {
    const own = { label: typed, description: vscode.l10n.t('as you typed it'), alwaysShow: true, answer: typed };
    list.items = typed.trim() === '' ? offered : [own, ...offered];
  };
  show(question.value);
  return new Promise((resolve) => {
    let taken: string | undefined;
    list.onDidChangeValue(show);
    list.onDidAccept(() => {
      const chosen = list.selectedItems[0];
      if (chosen?.toEdit && list.value !== chosen.answer) {
        list.value = chosen.answer;
        show(chosen.answer);
        return;
      }
      taken = chosen?.answer ?? list.value;
      list.hide();
    });
    list.onDidHide(() => {
      resolve({ accepted: taken !== undefined, value: taken ?? list.value });
      list.dispose();
    });
    list.show();
  });
}
