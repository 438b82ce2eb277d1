import * as vscode from 'vscode';
import { Refusal, type Commands } from '../commands';
import { COMMANDS } from '../contributions';
import { sourceOf, type MarkReference } from '../session/mark-reference';
import { inputAuthor, knownAuthor } from '../session/author';
import { sameUri } from '../files/text-file';
import type { Sessions } from '../session/sessions';
import { fileName } from '../session/source-files';
import { activeSource } from '../session/target';
import { rangeIn } from '../session/text-positions';
import { showInformation } from '../messages';

/** Commands about the annotation file itself. */
export function registerFileCommands(commands: Commands, sessions: Sessions): vscode.Disposable {
  return vscode.Disposable.from(
    commands.register(COMMANDS.openAnnotationFile, async (reference?: MarkReference) => {
      const { session } = await sourceOf(sessions, reference);
      await session.sidecar.flush();
      if (!session.sidecar.exists) {
        throw new Refusal(
          vscode.l10n.t('This source has no annotations yet, so there is no file. It appears with the first one.'),
        );
      }
      const editor = await vscode.window.showTextDocument(session.sidecar.uri, {
        viewColumn: columnShowing(session.sidecar.uri) ?? vscode.ViewColumn.Beside,
        preview: false,
      });
      const fault = session.parsed.problems.find(({ severity }) => severity === 'error');
      const range = reference && 'id' in reference ? session.parsed.rangeOf(reference.id) : fault?.range;
      if (range) {
        const at = rangeIn(editor.document, range);
        editor.selection = new vscode.Selection(at.start, at.start);
        editor.revealRange(at, vscode.TextEditorRevealType.InCenter);
      }
    }),
    commands.register(COMMANDS.retrySave, async () => {
      await sessions.flush();
      const failed = sessions.all.filter(({ sidecar }) => sidecar.failedBecause !== undefined);
      if (failed.length > 0)
        throw new Refusal(vscode.l10n.t('Still not saved: {0}', failed[0]!.sidecar.failedBecause ?? ''));
      vscode.window.setStatusBarMessage(vscode.l10n.t('All annotations are saved.'), 4_000);
    }),
    commands.register(COMMANDS.saveAnnotationsAs, async () => {
      const { session } = activeSource(sessions);
      const target = await vscode.window.showSaveDialog({
        title: vscode.l10n.t('Save a copy of the annotations'),
        filters: { YAML: ['yaml'] },
        defaultUri: session.sidecar.uri.with({ path: `${session.sidecar.uri.path.replace(/\.yaml$/, '')}.copy.yaml` }),
      });
      if (!target) return;
      await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(session.parsed.text));
      void showInformation(vscode.l10n.t('A copy of the annotations is in {0}.', fileName(target)));
    }),
    commands.register(COMMANDS.setAuthor, () => inputAuthor(knownAuthor() ?? '')),
  );
}

/** The column that has a file open already. */
function columnShowing(uri: vscode.Uri): vscode.ViewColumn | undefined {
  return vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && sameUri(input.uri, uri)),
  )?.viewColumn;
}
