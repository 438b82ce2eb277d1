import * as vscode from 'vscode';
import { ARRANGEMENTS } from '../../core/exchange';
import type { Commands } from '../commands';
import { COMMANDS } from '../contributions';
import type { Log } from '../log';
import type { Corpus } from '../corpus/corpus';
import type { Sessions } from '../session/sessions';
import { exportReport, pickFormat } from './export-report';
import { Gathering } from './gathering';
import { EXPORT_FORMATS } from './messages';
import { ReportPanel } from './report-panel';

/** `Translation Notes Report` and its export; form, file and arrangement may come with the command. */
export function registerReport(
  commands: Commands,
  sessions: Sessions,
  corpus: Corpus,
  extensionUri: vscode.Uri,
  log: Log,
): vscode.Disposable {
  const panel = new ReportPanel(sessions, corpus, extensionUri, log);
  return vscode.Disposable.from(
    panel,
    commands.register(COMMANDS.report, () => panel.open()),
    commands.register(COMMANDS.exportReport, async (given?: unknown, file?: unknown, arrangement?: unknown) => {
      const format = EXPORT_FORMATS.find((each) => each === given) ?? (await pickFormat());
      if (!format) return;
      const gathered = await new Gathering(corpus).all();
      if (!gathered) return;
      const by = ARRANGEMENTS.find((each) => each === arrangement) ?? 'term';
      const target = file instanceof vscode.Uri ? file : undefined;
      await exportReport(gathered.report, format, by, { extensionUri, turns: corpus.turns }, target);
    }),
  );
}
