import * as vscode from 'vscode';
import type { Sessions } from '../session/sessions';
import { findSources, readSources, type WorkspaceSource } from './workspace-sources';

/** Reads every source of the workspace with progress; `undefined` when the researcher stopped it. */
export function readWorkspace(sessions: Sessions, title: string): Thenable<WorkspaceSource[] | undefined> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      const uris = await findSources(token);
      let told = 0;
      const sources = await readSources(sessions, uris, token, (read) => {
        const share = Math.floor((100 * read) / uris.length);
        if (share > told) progress.report({ increment: share - told, message: `${read}/${uris.length}` });
        told = share;
      });
      return token.isCancellationRequested ? undefined : sources;
    },
  );
}
