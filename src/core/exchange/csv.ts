/** Characters with which a spreadsheet takes a cell for a formula, also after blanks; the wide ones are East Asian forms. */
const FORMULA = /^['\s]*[=+\-@\t\r＝＋－＠]/u;
const GUARDED = /^'['\s]*[=+\-@\t\r＝＋－＠]/u;

/**
 * Rows as CSV (RFC 4180) with a byte order mark, by which spreadsheets know UTF-8. A cell that a spreadsheet would run as
 * a formula gets an apostrophe before it; `readCsv` takes it away again.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map(csvRow).join('')}`;
}

/** One more row of such a file. */
export function csvRow(row: readonly string[]): string {
  return `${row.map(cell).join(',')}\r\n`;
}

function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",;\r\n\t]|^\s|\s$|^$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * The rows of a CSV file: commas, semicolons or tabs between the cells, whichever the first line has most of; quoted cells
 * may hold line ends. Blank lines are left out. A quote that is never closed ends with the text.
 */
export function readCsv(text: string): string[][] {
  const marked = text.replace(/^\uFEFF/, '');
  // Excel writes and reads a line before the header that says which sign separates the cells.
  const declared = /^"?sep=([,;\t])"?\r?\n/i.exec(marked);
  const content = marked.slice(declared?.[0].length ?? 0);
  const separator = declared?.[1] ?? separatorOf(content);
  const rows: string[][] = [];
  let row: string[] = [];
  let value = '';
  let inQuotes = false;
  let wasQuoted = false;
  const endCell = (): void => {
    row.push(unguarded(wasQuoted ? value : value.trim()));
    value = '';
    wasQuoted = false;
  };
  const endRow = (): void => {
    const blank = row.length === 0 && value.trim() === '' && !wasQuoted;
    if (!blank) {
      endCell();
      rows.push(row);
    }
    row = [];
    value = '';
  };
  for (let at = 0; at < content.length; at++) {
    const sign = content[at]!;
    if (inQuotes) {
      if (sign !== '"') value += sign;
      else if (content[at + 1] === '"') value += content[++at]!;
      else inQuotes = false;
    } else if (sign === '"' && value.trim() === '' && !wasQuoted) {
      inQuotes = true;
      wasQuoted = true;
      value = '';
    } else if (sign === separator) {
      endCell();
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && content[at + 1] === '\n') at++;
      endRow();
    } else if (!wasQuoted || !/\s/.test(sign)) {
      value += sign;
    }
  }
  endRow();
  return rows;
}

function unguarded(value: string): string {
  return GUARDED.test(value) ? value.slice(1) : value;
}

function separatorOf(content: string): string {
  const firstLine = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(content)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: firstLine.split(sign).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).sign;
}
