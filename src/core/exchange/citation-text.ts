import type { Citation } from './citation';
import { dateInWords, languageName, placeInWords, quotationLine, quoted } from './citation-words';

/**
 * A citation as a line for a footnote: the quotation, its rendering and who made it, then author, title, publication,
 * date, paragraph and web address. What is not known is named in square brackets.
 */
export function citationAsText(citation: Citation): string {
  const { source } = citation;
  const where = [
    source.author ?? '[author not known]',
    source.title === undefined ? '[title not known]' : quoted(source.title),
    source.publication ?? '[publication not known]',
    source.date === undefined ? '[date not known]' : dateInWords(source.date),
    placeInWords(citation),
    source.url ?? '[web address not known]',
  ];
  return `${quoted(quotationLine(citation))}${renderingInWords(citation)}. ${where.join(', ')}.`;
}

function renderingInWords({ language, rendering, inTargetLanguage }: Citation): string {
  const from = language && !inTargetLanguage ? ` (${languageName(language)})` : '';
  if (!rendering) return inTargetLanguage ? from : `${from} [rendering not known]`;
  const doubt = rendering.state === 'doubtful' ? ' [rendering in doubt]' : '';
  return `${from}, rendered by ${rendering.by} as ${quoted(rendering.text)}${doubt}`;
}
