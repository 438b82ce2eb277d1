import * as vscode from 'vscode';
import {
  reportAsCsv,
  reportAsHtml,
  reportAsMarkdown,
  type Arrangement,
  type RenderingReport,
} from '../../core/exchange';
import { readText } from '../files/text-file';
import { wordFormat, pageFolder } from './page';
import { EXPORT_FORMATS, type ExportFormat } from './messages';
import { reportWords } from './words';

const ENDINGS: Readonly<Record<ExportFormat, string>> = { html: 'html', markdown: 'md', csv: 'csv' };

/** Asks for a form; `undefined` when the researcher leaves the list. */
export async function pickFormat(): Promise<ExportFormat | undefined> {
  const chosen = await vscode.window.showQuickPick(
    EXPORT_FORMATS.map((format) => ({ label: wordFormat(format), format })),
    { title: vscode.l10n.t('Export the translation notes as') },
  );
  return chosen?.format;
}

/** Writes the report to a file that the researcher chooses, or to the `given` one. */
export async function exportReport(
  report: RenderingReport,
  format: ExportFormat,
  by: Arrangement,
  extensionUri: vscode.Uri,
  given?: vscode.Uri,
): Promise<void> {
  const target = given ?? (await askTarget(format));
  if (!target) return;
  const text = await write(report, format, by, extensionUri);
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const open = vscode.l10n.t('Open');
  void vscode.window
    .showInformationMessage(
      vscode.l10n.t(
        '{0} translation notes were exported to {1}.',
        report.notes.length,
        vscode.workspace.asRelativePath(target),
      ),
      open,
    )
    .then((answer) => {
      if (answer === open) void vscode.commands.executeCommand('vscode.open', target);
    });
}

function askTarget(format: ExportFormat): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `translation-notes.${ENDINGS[format]}`;
  return vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { [wordFormat(format)]: [ENDINGS[format]] },
    title: vscode.l10n.t('Export Translation Notes Report'),
  });
}

async function write(
  report: RenderingReport,
  format: ExportFormat,
  by: Arrangement,
  extensionUri: vscode.Uri,
): Promise<string> {
  const words = reportWords(report);
  switch (format) {
    case 'html':
      return reportAsHtml(
        report,
        by,
        words,
        (await readText(vscode.Uri.joinPath(pageFolder(extensionUri), 'report.css'))) ?? '',
      );
    case 'markdown':
      return reportAsMarkdown(report, by, words);
    case 'csv':
      return reportAsCsv(report, words);
  }
}
