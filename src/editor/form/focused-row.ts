import * as vscode from 'vscode';

/**
 * The row of a tree that has the focus. Extensions are told of the selection alone, and arrow keys move only the focus: the row that
 * toggling the selection adds or takes out is the one. The selection is another afterwards; `undefined` where no row has the focus.
 */
export async function focusedRow<Row>(view: vscode.TreeView<Row>): Promise<Row | undefined> {
  // A row that the host has not yet been told is selected is taken out unseen, and comes back the second time.
  return (await toggled(view)) ?? (await toggled(view));
}

async function toggled<Row>(view: vscode.TreeView<Row>): Promise<Row | undefined> {
  const before = view.selection;
  await vscode.commands.executeCommand('list.toggleSelection');
  const after = view.selection;
  return after.find((each) => !before.includes(each)) ?? before.find((each) => !after.includes(each));
}
