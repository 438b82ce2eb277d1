import type * as vscode from 'vscode';

/** The narrow port for what a researcher may want to send us when something went wrong; never holds source text. */
export type Log = vscode.LogOutputChannel;

/** What an error says, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
