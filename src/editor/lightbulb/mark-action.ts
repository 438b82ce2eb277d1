import * as vscode from 'vscode';

/** The kind of all our actions on marks and selections. */
export const MARK_ACTION = vscode.CodeActionKind.Empty.append('glossator');
