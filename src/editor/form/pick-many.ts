import * as vscode from 'vscode';

/** A list whose rows are ticked; what has `picked` is ticked from the start. `undefined` when the researcher left it. */
export function pickMany<Row extends vscode.QuickPickItem>(
  title: string,
  placeholder: string,
  rows: readonly Row[],
): Promise<readonly Row[] | undefined> {
  const list = vscode.window.createQuickPick<Row>();
  list.title = title;
  list.placeholder = placeholder;
  list.canSelectMany = true;
  list.ignoreFocusOut = true;
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.items = rows;
  list.selectedItems = rows.filter(({ picked }) => picked);
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      resolve(list.selectedItems);
      list.dispose();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}
