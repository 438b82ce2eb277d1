import { asMarkdown } from '../translation';
import type { Citation } from './citation';
import { dateInWords, placeInWords, quotationLine, quoted } from './citation-words';
import { addressAsMarkdown } from './web-address';

/**
 * A citation as Markdown: the quotation and its rendering as a block quotation, the source below. All that comes from the
 * source is escaped, so that nothing in it becomes a link, an image or a heading.
 */
export function citationAsMarkdown(citation: Citation): string {
  const { source, rendering, inTargetLanguage } = citation;
  const lines = [`> ${asMarkdown(quotationLine(citation))}`];
  if (rendering) {
    const doubt = rendering.state === 'doubtful' ? '; in doubt' : '';
    lines.push('>', `> ${asMarkdown(quoted(rendering.text))} (rendered by ${asMarkdown(rendering.by)}${doubt})`);
  } else if (!inTargetLanguage) {
    lines.push('>', '> \\[rendering not known\\]');
  }
  const where = [
    source.author === undefined ? '\\[author not known\\]' : asMarkdown(source.author),
    source.title === undefined ? '\\[title not known\\]' : asMarkdown(quoted(source.title)),
    source.publication === undefined ? '\\[publication not known\\]' : `*${asMarkdown(source.publication)}*`,
    source.date === undefined ? '\\[date not known\\]' : dateInWords(source.date),
    asMarkdown(placeInWords(citation)),
    source.url === undefined ? '\\[web address not known\\]' : addressAsMarkdown(source.url),
  ];
  return `${lines.join('\n')}\n\n${where.join(', ')}.\n`;
}
