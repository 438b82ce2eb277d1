import path from 'node:path';
import type * as vscode from 'vscode';
import { loadCompiled } from './compiled';
import type * as extensionModule from './extension';

/**
 * The Node host's entry. Most of what starting costs is V8 compiling the bundle, which gives the same in every window: from the
 * second window on it is taken from the extension's storage, as VS Code does with its own code.
 */

type Extension = typeof extensionModule;

/** Pause before what was compiled is kept, in milliseconds: by then it holds the functions that a first source needs. */
const KEEP_DELAY = 8_000;

let extension: Extension | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const folder = path.join(context.globalStorageUri.fsPath, 'compiled');
  const { exports, kept, keep } = loadCompiled<Extension>(path.join(__dirname, 'glossator.js'), folder);
  extension = exports;
  extension.activate(context);
  if (kept) return;
  const timer = setTimeout(keep, KEEP_DELAY);
  context.subscriptions.push({ dispose: () => clearTimeout(timer) });
}

export async function deactivate(): Promise<void> {
  await extension?.deactivate();
}
