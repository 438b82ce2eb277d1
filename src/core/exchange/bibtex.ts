import { isSourceDate } from '../annotation/metadata';
import { citationId, type Citation } from './citation';
import { languageName } from './citation-words';
import { noteLines } from './csl-json';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/** What means something to TeX; braces as commands, because BibTeX counts braces even after a backslash. */
const SPECIAL: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  ['{', '\\textbraceleft{}'],
  ['}', '\\textbraceright{}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  ...[...'$&%#_'].map((sign) => [sign, `\\${sign}`] as const),
]);

/**
 * A citation as an entry for BibTeX, biblatex and Zotero. `date` is biblatex's, `year` and `month` are BibTeX's. Title and
 * author stand in double braces: their capitals and their order stay as the source has them.
 */
export function citationAsBibtex(citation: Citation): string {
  const { title, publication, author, date, url } = citation.source;
  const language = citation.source.language ?? citation.language;
  // A date in words is no date for biblatex; as a year every program takes it as it stands.
  const isDate = date !== undefined && isSourceDate(date);
  const [year, month] = isDate ? date.split('-') : [date];
  const monthName = month === undefined ? undefined : MONTHS[Number(month) - 1];
  const fields: (readonly [string, string] | undefined)[] = [
    author === undefined ? undefined : ['author', `{{${tex(author)}}}`],
    title === undefined ? undefined : ['title', `{{${tex(title)}}}`],
    publication === undefined ? undefined : ['journal', `{${tex(publication)}}`],
    isDate ? ['date', `{${tex(date)}}`] : undefined,
    year === undefined ? undefined : ['year', `{${tex(year)}}`],
    monthName === undefined ? undefined : ['month', monthName],
    url === undefined ? undefined : ['url', `{${verbatim(url)}}`],
    language === undefined ? undefined : ['langid', `{${tex(languageName(language).toLowerCase())}}`],
    ['note', `{${noteLines(citation).map(tex).join('. ')}}`],
  ];
  const lines = fields.flatMap((field) => (field ? [`  ${field[0]} = ${field[1]},`] : []));
  return `@article{${key(citation)},\n${lines.join('\n')}\n}\n`;
}

/** Letters, digits and marks that every BibTeX program takes in a key. */
function key(citation: Citation): string {
  const plain = citationId(citation).normalize('NFD').replace(/\p{M}/gu, '');
  return plain.replace(/[^A-Za-z0-9:._+/-]+/g, '-').replace(/^-+|-+$/g, '') || 'source';
}

function tex(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\{}~^$&%#_]/g, (sign) => SPECIAL.get(sign) ?? sign);
}

/** Web addresses are not read as TeX; only what would end the field is written in another way. */
function verbatim(url: string): string {
  return url.replace(/[{}\\\s]/g, (sign) => encodeURIComponent(sign));
}
