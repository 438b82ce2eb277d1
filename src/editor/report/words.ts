import * as vscode from 'vscode';
import { countStates, type RenderingReport, type ReportWords } from '../../core/exchange';
import { wordField } from '../wording/source-wording';
import { wordState } from '../wording/wording';

/** The words of a report in the editor's language. */
export function reportWords(report: RenderingReport): ReportWords {
  const counts = countStates(report);
  const sources = new Set(report.notes.map(({ source }) => source)).size;
  return {
    language: vscode.env.language,
    title: vscode.l10n.t('Translation Notes'),
    summary: vscode.l10n.t(
      'Notes: {0}, in sources: {1}. Doubtful: {2}, draft: {3}, settled: {4}.',
      report.notes.length,
      sources,
      counts.doubtful,
      counts.draft,
      counts.settled,
    ),
    nothing: vscode.l10n.t('No passage has been translated yet. Select one in a source and choose “Add Translation”.'),
    columns: {
      words: vscode.l10n.t('Words'),
      rendering: vscode.l10n.t('Rendering'),
      state: vscode.l10n.t('State'),
      context: vscode.l10n.t('In the text'),
      source: vscode.l10n.t('Source'),
      date: wordField('date'),
      by: vscode.l10n.t('Rendered by'),
    },
    literal: vscode.l10n.t('Word for word'),
    alternatives: vscode.l10n.t('Also considered'),
    explanation: vscode.l10n.t('Explanation'),
    authority: vscode.l10n.t('Rests on'),
    at: vscode.l10n.t('Rendered at'),
    file: vscode.l10n.t('File'),
    paragraph: vscode.l10n.t('Paragraph'),
    paragraphNumber: vscode.l10n.t('paragraph {0}'),
    noPlace: vscode.l10n.t('no certain place in the text'),
    publication: wordField('publication'),
    noRendering: vscode.l10n.t('not rendered yet'),
    dateNotKnown: vscode.l10n.t('date not known'),
    states: { doubtful: wordState('doubtful'), draft: wordState('draft'), settled: wordState('settled') },
    severalRenderings: vscode.l10n.t('{0} different renderings'),
  };
}
