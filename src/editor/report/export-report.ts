import * as vscode from 'vscode';
import {
  reportAsCsv,
  reportAsHtml,
  reportAsMarkdown,
  type Arrangement,
  type RenderingReport,
} from '../../core/exchange';
import type { Turns } from '../corpus/turns';
import { readText } from '../files/text-file';
import { wordFormat, pageFolder } from './page';
import { EXPORT_FORMATS, type ExportFormat } from './messages';
import { reportWords } from './words';
import { showInformation } from '../messages';

const ENDINGS: Readonly<Record<ExportFormat, string>> = { html: 'html', markdown: 'md', csv: 'csv' };

/** Asks for a form; `undefined` when the researcher leaves the list. */
export async function pickFormat(): Promise<ExportFormat | undefined> {
  const chosen = await vscode.window.showQuickPick(
    EXPORT_FORMATS.map((format) => ({ label: wordFormat(format), format })),
    { title: vscode.l10n.t('Export the translation notes as') },
  );
  return chosen?.format;
}

/** What an export needs besides: the extension's files, and its turns of the host. */
export interface Means {
  readonly extensionUri: vscode.Uri;
  readonly turns: Turns;
}

/** Writes the report to a file that the researcher chooses, or to the `given` one. */
export async function exportReport(
  report: RenderingReport,
  format: ExportFormat,
  by: Arrangement,
  { extensionUri, turns }: Means,
  given?: vscode.Uri,
): Promise<void> {
  const target = given ?? (await askTarget(format));
  if (!target) return;
  const style = (await readText(vscode.Uri.joinPath(pageFolder(extensionUri), 'report.css'))) ?? '';
  const title = vscode.l10n.t('Exporting translation notes…');
  const content = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (_, token) => turns.takeStepsUnless(token, encoded(write(report, format, by, style))),
  );
  if (!content) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('Stopped: nothing was exported.'), 6_000);
    return;
  }
  await vscode.workspace.fs.writeFile(target, content);
  const open = vscode.l10n.t('Open');
  void showInformation(
    vscode.l10n.t(
      '{0} translation notes were exported to {1}.',
      report.notes.length,
      vscode.workspace.asRelativePath(target),
    ),
    open,
  ).then((answer) => {
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

/** So much text is encoded in one step, in UTF-16 units. */
const STEP = 32_768;

/** A text that comes in pieces, as one file of UTF-8. */
function* encoded(pieces: Iterable<string>): Generator<void, Uint8Array> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < STEP) continue;
    parts.push(encoder.encode(waiting));
    waiting = '';
    yield;
  }
  parts.push(encoder.encode(waiting));
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function write(report: RenderingReport, format: ExportFormat, by: Arrangement, style: string): Iterable<string> {
  const words = reportWords(report);
  switch (format) {
    case 'html':
      return reportAsHtml(report, by, words, style);
    case 'markdown':
      return reportAsMarkdown(report, by, words);
    case 'csv':
      return reportAsCsv(report, words);
  }
}
