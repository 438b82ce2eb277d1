/** A replacement of `text.slice(start, end)`; an insertion where both are equal. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies replacements that don't overlap. Insertions at one offset keep their order. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const ordered = splices.map((splice, place) => ({ splice, place }));
  ordered.sort((a, b) => a.splice.start - b.splice.start || a.splice.end - b.splice.end || a.place - b.place);
  let result = '';
  let from = 0;
  for (const { splice } of ordered) {
    result += text.slice(from, splice.start) + splice.text;
    from = splice.end;
  }
  return result + text.slice(from);
}

/** The line break that the text's first line ends with; LF when there is none. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  const first = text.indexOf('\n');
  return first > 0 && text.charCodeAt(first - 1) === 0x0d ? '\r\n' : '\n';
}

/** The text with that line break throughout. */
export function withLineBreaks(text: string, lineBreak: '\n' | '\r\n'): string {
  return lineBreak === '\n' ? text : text.replace(/\r?\n/g, lineBreak);
}

/** Moves every line that is not blank by some columns; to the left no further than the line has blanks. */
export function reindent(text: string, by: number): string {
  if (by === 0) return text;
  if (by > 0) return text.replace(/^(?=[^\r\n])/gm, ' '.repeat(by));
  return text.replace(new RegExp(`^ {1,${-by}}`, 'gm'), '');
}

/** True when a block scalar of the text may take the blank lines below it as its own (`|+`). */
export function keepsBlankLines(text: string): boolean {
  return /[|>]\d?\+/.test(text);
}
