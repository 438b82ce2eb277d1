import { csvRow, writeCsv } from './csv';
import { titleOf, type RenderingReport, type ReportedNote } from './rendering-report';
import type { ReportWords } from './report-words';

/** A report as a table, one note a row, in pieces; safe to open in a spreadsheet. */
export function* reportAsCsv(report: RenderingReport, words: ReportWords): Generator<string, void> {
  const { columns } = words;
  const header = [
    columns.words,
    columns.rendering,
    columns.state,
    words.literal,
    words.alternatives,
    words.explanation,
    words.authority,
    columns.by,
    words.at,
    columns.context,
    columns.source,
    words.publication,
    columns.date,
    words.paragraph,
    words.file,
    'id',
  ];
  yield writeCsv([header]);
  for (const note of report.notes) yield csvRow(rowOf(report, note, words));
}

function rowOf(report: RenderingReport, note: ReportedNote, words: ReportWords): readonly string[] {
  const source = report.sources[note.source]!;
  return [
    note.words,
    note.rendering ?? '',
    words.states[note.state],
    note.literal ?? '',
    note.alternatives.map(({ text, why }) => (why ? `${text} (${why})` : text)).join('; '),
    note.explanation ?? '',
    note.authority ?? '',
    note.by,
    note.at ?? '',
    `${note.before}[${note.words}]${note.after}`,
    titleOf(source),
    source.details.publication ?? '',
    source.details.date ?? '',
    note.paragraph === undefined ? '' : String(note.paragraph),
    source.path,
    note.id,
  ];
}
