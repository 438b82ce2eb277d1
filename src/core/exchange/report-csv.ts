import { writeCsv } from './csv';
import { titleOf, type RenderingReport } from './rendering-report';
import type { ReportWords } from './report-words';

/** A report as a table, one note a row; safe to open in a spreadsheet. */
export function reportAsCsv(report: RenderingReport, words: ReportWords): string {
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
    words.file,
    'id',
  ];
  const rows = report.notes.map((note) => {
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
      source.path,
      note.id,
    ];
  });
  return writeCsv([header, ...rows]);
}
