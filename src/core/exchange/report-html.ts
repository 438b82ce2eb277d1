import {
  arrange,
  termKey,
  titleOf,
  type Arrangement,
  type RenderingReport,
  type ReportedNote,
} from './rendering-report';
import { paragraphInWords, type ReportWords } from './report-words';

export interface ReportTableOptions {
  readonly by: Arrangement;
  readonly words: ReportWords;
  /** True where a passage can be pressed to be shown in its text. */
  readonly interactive: boolean;
}

/** A whole page that loads nothing and runs nothing, in pieces; `style` is the style sheet's text. */
export function* reportAsHtml(
  report: RenderingReport,
  by: Arrangement,
  words: ReportWords,
  style: string,
): Generator<string, void> {
  yield `<!DOCTYPE html>
<html lang="${html(words.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(words.title)}</title>
<style>
${style.replace(/<\/style/gi, '<\\/style')}
</style>
</head>
<body>
<main>
${reportHeading(words)}
`;
  yield* reportTable(report, { by, words, interactive: false });
  yield `
</main>
</body>
</html>
`;
}

/** The heading of a report, with how many notes there are. */
export function reportHeading({ title, summary }: ReportWords): string {
  return `<h1>${html(title)}</h1>\n<p class="summary">${html(summary)}</p>`;
}

/** The notes as a table, one row a note below the heading of its term or source, in pieces. Everything in it is escaped. */
export function* reportTable(report: RenderingReport, options: ReportTableOptions): Generator<string, void> {
  const [start, end] = reportTableOf(report, options);
  yield start;
  const numbers = new Map(report.notes.map((note, number) => [note, number]));
  for (const { heading, notes, renderings } of arrange(report, options.by)) {
    const count = options.by === 'term' ? renderings() : 1;
    const several = count > 1 ? ` <span class="several">${html(severalWords(options.words, count))}</span>` : '';
    yield `<tbody>\n<tr class="group"><th scope="rowgroup" colspan="7">${html(heading)}${several}</th></tr>\n`;
    for (const note of notes) yield `${row(report, note, numbers.get(note)!, options)}\n`;
    yield '</tbody>\n';
  }
  yield end;
}

/** The rows of some notes in the report's order, from the first up to another, without headings. */
export function reportRows(report: RenderingReport, options: ReportTableOptions, from: number, to: number): string {
  const notes = report.notes.slice(from, to);
  return notes.map((note, k) => row(report, note, from + k, options)).join('');
}

/** What stands before the rows of the table and behind them; where there are no notes, words that say so and nothing. */
export function reportTableOf(
  { notes }: RenderingReport,
  options: ReportTableOptions,
): readonly [before: string, behind: string] {
  const { columns, nothing, title } = options.words;
  if (notes.length === 0) return [`<p class="nothing">${html(nothing)}</p>`, ''];
  const head = [
    columns.words,
    columns.rendering,
    columns.state,
    columns.context,
    columns.source,
    columns.date,
    columns.by,
  ];
  const start = `<table data-by="${options.by}" data-several="${html(options.words.severalRenderings)}">
<caption>${html(title)}</caption>
<thead><tr>${head.map((name) => `<th scope="col">${html(name)}</th>`).join('')}</tr></thead>
`;
  return [start, '</table>'];
}

function severalWords(words: ReportWords, renderings: number): string {
  return words.severalRenderings.replace('{0}', String(renderings));
}

function row(
  report: RenderingReport,
  note: ReportedNote,
  number: number,
  { words, interactive }: ReportTableOptions,
): string {
  const source = report.sources[note.source]!;
  const { date, publication } = source.details;
  const paragraph = paragraphInWords(note, words);
  const facts: Readonly<Record<string, string>> = {
    note: String(number),
    state: note.state,
    key: note.key,
    words: note.words,
    rendering: termKey(note.rendering ?? ''),
    source: String(note.source),
    title: titleOf(source),
    date: date ?? '',
    at: note.at ?? '',
  };
  const attributes = Object.entries(facts).map(([name, value]) => `data-${name}="${html(value)}"`);
  const context = `${html(note.before)}<mark>${html(note.words)}</mark>${html(note.after)}`;
  const language = html(source.details.language ?? '');
  const quoted = interactive
    ? `<button type="button" class="place" data-note="${number}">${context}</button>`
    : `<q>${context}</q>`;
  const { columns } = words;
  // A narrow page stacks the cells, and shows the label before each.
  const cell = (label: string, content: string, more = '') => `<td data-label="${html(label)}"${more}>${content}</td>`;
  const cells = [
    `<th scope="row" lang="${language}">${html(note.words)}</th>`,
    cell(columns.rendering, renderingCell(note, words)),
    cell(columns.state, `<span class="state ${note.state}">${html(words.states[note.state])}</span>`),
    cell(columns.context, quoted, ` lang="${language}"`),
    cell(
      columns.source,
      [
        html(titleOf(source)),
        ...(publication === undefined ? [] : [`<cite>${html(publication)}</cite>`]),
        html(paragraph),
      ].join(', '),
    ),
    cell(columns.date, date === undefined ? html(words.dateNotKnown) : `<time>${html(date)}</time>`),
    cell(columns.by, `${html(note.by)}${note.at === undefined ? '' : ` <time>${html(note.at.slice(0, 10))}</time>`}`),
  ];
  return `<tr ${attributes.join(' ')}>${cells.join('')}</tr>`;
}

function renderingCell(note: ReportedNote, words: ReportWords): string {
  const rendering =
    note.rendering === undefined
      ? `<em>${html(words.noRendering)}</em>`
      : `<span class="rendering">${html(note.rendering)}</span>`;
  const facts: (readonly [string, string | undefined])[] = [
    [words.literal, note.literal],
    ...note.alternatives.map(({ text, why }) => [words.alternatives, why ? `${text} (${why})` : text] as const),
    [words.explanation, note.explanation],
    [words.authority, note.authority],
  ];
  const list = facts.flatMap(([label, value]) => (value ? [`<dt>${html(label)}</dt><dd>${html(value)}</dd>`] : []));
  return list.length === 0 ? rendering : `${rendering}<dl>${list.join('')}</dl>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML that shows it letter by letter, in an element or in a quoted attribute. */
export function html(text: string): string {
  // A control character other than a blank would make the page invalid.
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!).replace(/(?![\t\n\r])\p{Cc}/gu, '\ufffd');
}
