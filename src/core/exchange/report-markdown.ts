import { asMarkdown } from '../translation';
import { arrange, titleOf, type Arrangement, type RenderingReport, type ReportedNote } from './rendering-report';
import { addressAsMarkdown } from './web-address';
import { paragraphInWords, type ReportWords } from './report-words';

/** A report as Markdown, in pieces. All that comes from sources and notes is escaped: no link, image or HTML comes to life in it. */
export function* reportAsMarkdown(
  report: RenderingReport,
  by: Arrangement,
  words: ReportWords,
): Generator<string, void> {
  yield `# ${asMarkdown(words.title)}\n\n${asMarkdown(words.summary)}\n`;
  if (report.notes.length === 0) yield `\n${asMarkdown(words.nothing)}\n`;
  for (const { heading, notes, renderings } of arrange(report, by)) {
    yield `\n## ${asMarkdown(heading)}\n\n`;
    const count = by === 'term' ? renderings() : 1;
    if (count > 1) yield `*${asMarkdown(words.severalRenderings.replace('{0}', String(count)))}*\n\n`;
    for (const note of notes) yield `${noteLines(report, note, by, words).join('\n')}\n`;
  }
}

function noteLines({ sources }: RenderingReport, note: ReportedNote, by: Arrangement, words: ReportWords): string[] {
  const { details } = sources[note.source]!;
  const made = [note.by, note.at?.slice(0, 10)].filter((each) => each !== undefined).join(', ');
  const term = by === 'source' ? `${asMarkdown(note.words)}: ` : '';
  const rendering =
    note.rendering === undefined ? `*${asMarkdown(words.noRendering)}*` : `**${asMarkdown(note.rendering)}**`;
  const where = [
    titleOf(sources[note.source]!),
    details.publication,
    details.date ?? words.dateNotKnown,
    paragraphInWords(note, words),
  ];
  const fact = (label: string, value: string | undefined) =>
    value ? [`  - ${asMarkdown(label)}: ${asMarkdown(value)}`] : [];
  return [
    `- ${term}${rendering} (${asMarkdown(words.states[note.state])}; ${asMarkdown(made)})`,
    ...fact(words.literal, note.literal),
    ...note.alternatives.flatMap(({ text, why }) => fact(words.alternatives, why ? `${text} (${why})` : text)),
    ...fact(words.explanation, note.explanation),
    ...(note.authority ? [`  - ${asMarkdown(words.authority)}: ${addressAsMarkdown(note.authority)}`] : []),
    `  - …${asMarkdown(note.before)} **${asMarkdown(note.words)}** ${asMarkdown(note.after)}… (${asMarkdown(where.filter((each) => each !== undefined).join(', '))})`,
  ];
}
