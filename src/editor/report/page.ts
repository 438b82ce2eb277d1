import * as vscode from 'vscode';
import { html, reportHeading, reportTableOf, type RenderingReport } from '../../core/exchange';
import { EXPORT_FORMATS } from './messages';
import { reportWords } from './words';

/** Folder of what the page loads; nothing else may be loaded. */
export function pageFolder(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'media', 'report');
}

/**
 * The page of a report, without its rows, for which it asks: thousands would hold up the host. It runs one script of ours, by
 * nonce, and loads one style sheet. `id` names this report in messages.
 */
export function page(webview: vscode.Webview, extensionUri: vscode.Uri, report: RenderingReport, id: string): string {
  const nonce = crypto.randomUUID();
  const resource = (name: string) =>
    html(webview.asWebviewUri(vscode.Uri.joinPath(pageFolder(extensionUri), name)).toString());
  const words = reportWords(report);
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${html(words.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(words.title)}</title>
<link rel="stylesheet" href="${resource('report.css')}">
</head>
<body data-report="${html(id)}">
<main>
${reportHeading(words)}
${controls()}
${reportTableOf(report, { by: 'term', words, interactive: true }).join('')}
</main>
<script nonce="${nonce}" src="${resource('report.js')}"></script>
</body>
</html>`;
}

function controls(): string {
  const states = [
    ['', vscode.l10n.t('All')],
    ['doubtful', vscode.l10n.t('Doubtful')],
    ['draft', vscode.l10n.t('Draft')],
    ['settled', vscode.l10n.t('Settled')],
  ] as const;
  const arrangements = [
    ['term', vscode.l10n.t('By term')],
    ['source', vscode.l10n.t('By source')],
  ] as const;
  const orders = [
    ['doubtful', vscode.l10n.t('Doubtful first')],
    ['words', vscode.l10n.t('Words')],
    ['rendering', vscode.l10n.t('Rendering')],
    ['date', vscode.l10n.t('Date of the source')],
    ['newest', vscode.l10n.t('Latest rendering first')],
  ] as const;
  const exports = EXPORT_FORMATS.map(
    (format) => `<button type="button" data-format="${format}">${html(wordFormat(format))}</button>`,
  );
  return `<form class="controls" role="search">
<label>${html(vscode.l10n.t('Find'))} <input type="search" id="find"></label>
<label>${html(vscode.l10n.t('State'))} ${select('state', states)}</label>
<label>${html(vscode.l10n.t('Arrange'))} ${select('arrange', arrangements)}</label>
<label>${html(vscode.l10n.t('Sort'))} ${select('sort', orders)}</label>
<fieldset class="export"><legend>${html(vscode.l10n.t('Export'))}</legend>${exports.join('')}</fieldset>
</form>
<p class="shown" id="shown" role="status" data-words="${html(vscode.l10n.t('{0} of {1} notes shown'))}"></p>`;
}

function select(id: string, options: readonly (readonly [string, string])[]): string {
  const rows = options.map(([value, label]) => `<option value="${value}">${html(label)}</option>`);
  return `<select id="${id}">${rows.join('')}</select>`;
}

/** What an export format is called. */
export function wordFormat(format: (typeof EXPORT_FORMATS)[number]): string {
  switch (format) {
    case 'html':
      return 'HTML';
    case 'markdown':
      return 'Markdown';
    case 'csv':
      return 'CSV';
  }
}
