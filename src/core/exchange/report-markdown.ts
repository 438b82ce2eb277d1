import { asMarkdown } from '../translation';
import { arrange, titleOf, type Arrangement, type RenderingReport, type ReportedNote } from './rendering-report';
import type { ReportWords } from './report-words';

/** A report as Markdown. All that comes from sources and notes is escaped: no link, image or HTML comes to life in it. */
export function reportAsMarkdown(report: RenderingReport, by: Arrangement, words: ReportWords): string {
  const lines = [`# ${asMarkdown(words.title)}`, '', asMarkdown(words.summary), ''];
  if (report.notes.length === 0) lines.push(asMarkdown(words.nothing), '');
  for (const { heading, notes, renderings } of arrange(report, by)) {
    lines.push(`## ${asMarkdown(heading)}`, '');
    if (by === 'term' && renderings > 1)
      lines.push(`*${asMarkdown(words.severalRenderings.replace('{0}', String(renderings)))}*`, '');
    for (const note of notes) lines.push(...noteLines(report, note, by, words));
    lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function noteLines({ sources }: RenderingReport, note: ReportedNote, by: Arrangement, words: ReportWords): string[] {
  const { details } = sources[note.source]!;
  const made = [note.by, note.at?.slice(0, 10)].filter((each) => each !== undefined).join(', ');
  const term = by === 'source' ? `${asMarkdown(note.words)}: ` : '';
  const rendering =
    note.rendering === undefined ? `*${asMarkdown(words.noRendering)}*` : `**${asMarkdown(note.rendering)}**`;
  const where = [titleOf(sources[note.source]!), details.publication, details.date ?? words.dateNotKnown];
  const fact = (label: string, value: string | undefined) =>
    value ? [`  - ${asMarkdown(label)}: ${asMarkdown(value)}`] : [];
  return [
    `- ${term}${rendering} (${asMarkdown(words.states[note.state])}; ${asMarkdown(made)})`,
    ...fact(words.literal, note.literal),
    ...note.alternatives.flatMap(({ text, why }) => fact(words.alternatives, why ? `${text} (${why})` : text)),
    ...fact(words.explanation, note.explanation),
    ...fact(words.authority, note.authority),
    `  - …${asMarkdown(note.before)} **${asMarkdown(note.words)}** ${asMarkdown(note.after)}… (${asMarkdown(where.filter((each) => each !== undefined).join(', '))})`,
  ];
}
