import * as vscode from 'vscode';

/**
 * Shows the rows of a form and answers the chosen one; `undefined` when the researcher is done. `active` is the row that
 * Enter takes. The list stays when the window loses its focus, so that words can be looked up in between.
 */
export function pickRow<Row extends vscode.QuickPickItem>(
  title: string,
  placeholder: string,
  rows: readonly Row[],
  active: Row | undefined,
): Promise<Row | undefined> {
  const list = vscode.window.createQuickPick<Row>();
  list.title = title;
  list.placeholder = placeholder;
  list.items = rows;
  list.ignoreFocusOut = true;
  if (active) list.activeItems = [active];
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      resolve(list.selectedItems[0]);
      list.dispose();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}
