import * as vscode from 'vscode';
import type { Sessions } from '../session/sessions';
import { sidecarUri } from '../session/sessions';
import { SIDECAR_GLOB, watchFiles } from '../session/source-files';
import { affects } from '../settings/settings';

/** Takes in what others write into sidecars: an editor, git, a colleague's synchronised folder. */
export function watchSidecars(sessions: Sessions): vscode.Disposable {
  const reload = (uri: vscode.Uri) => {
    for (const session of sessions.all) {
      if (session.sidecar.concerns(uri)) void session.sidecar.load();
    }
  };
  return vscode.Disposable.from(
    watchFiles(SIDECAR_GLOB, { created: reload, changed: reload, deleted: reload }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (affects(event, 'annotationFolder')) for (const { sidecar } of sessions.all) void sidecar.load();
    }),
    // Saving in an editor is told at once, and also in folders that nothing watches.
    vscode.workspace.onDidSaveTextDocument((document) => {
      reload(document.uri);
      reload(sidecarUri(document.uri));
    }),
  );
}
