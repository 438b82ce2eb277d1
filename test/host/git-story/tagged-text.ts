/** A word or mark of a text, with a number that it keeps through every version; spaces and line ends have none. */
export interface Token {
  readonly text: string;
  readonly id?: number;
}

/** A text of which one knows, of every word, which word of the other versions it is. */
export type Tagged = readonly Token[];

const WORD_OR_MARK = /⟦\d+⟧|\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;
const TAG = /^⟦(\d+)⟧$/u;

let used = 0;

/** A text whose words all are new. */
export function tag(text: string): Tagged {
  return (text.match(WORD_OR_MARK) ?? []).map((each) =>
    /^\s/.test(each) ? { text: each } : { text: each, id: ++used },
  );
}

/** Reads what `written` wrote, also after git has merged it; what git added itself has no numbers. */
export function readTagged(written: string): Tagged {
  const tokens: Token[] = [];
  for (const each of written.match(WORD_OR_MARK) ?? []) {
    const id = TAG.exec(each)?.[1];
    const word = tokens.at(-1);
    if (id !== undefined && word) tokens[tokens.length - 1] = { text: word.text, id: Number(id) };
    else tokens.push({ text: each });
  }
  return tokens;
}

/** The text with its numbers, line by line as the plain one, so that git merges both alike. */
export function written(tokens: Tagged): string {
  return tokens.map(({ text, id }) => (id === undefined ? text : `${text}⟦${id}⟧`)).join('');
}

export function plain(tokens: Tagged): string {
  return tokens.map(({ text }) => text).join('');
}

/** The lines of a text, each with its line end. */
export function linesOf(tokens: Tagged): Token[][] {
  const lines: Token[][] = [[]];
  for (const token of tokens) {
    if (token.id !== undefined || !token.text.includes('\n')) {
      lines.at(-1)!.push(token);
      continue;
    }
    for (const piece of token.text.split(/(?<=\n)/)) {
      lines.at(-1)!.push({ text: piece });
      if (piece.endsWith('\n')) lines.push([]);
    }
  }
  if (lines.at(-1)!.length === 0) lines.pop();
  return lines;
}

/** Words that an annotation stands on: the numbers of each part's words, in order. */
export type Words = readonly (readonly number[])[];

/** A half-open range in the plain text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where words stand in a version: whole, at one place or (between conflict markers) at several; in pieces; or nowhere. */
export type Standing =
  | { readonly kind: 'whole'; readonly places: readonly (readonly Span[])[] }
  | { readonly kind: 'pieces'; readonly spans: readonly Span[] }
  | { readonly kind: 'gone' };

/** Answers where words stand in one version of a text. */
export function standingsIn(tokens: Tagged): (words: Words) => Standing {
  const at = new Map<number, { readonly index: number; readonly span: Span }[]>();
  const wordsOnly: number[] = [];
  const spans: Span[] = [];
  let offset = 0;
  for (const { text, id } of tokens) {
    const span = { start: offset, end: (offset += text.length) };
    if (id === undefined && /^\s/.test(text)) continue;
    if (id !== undefined) at.set(id, [...(at.get(id) ?? []), { index: wordsOnly.length, span }]);
    wordsOnly.push(id ?? -1);
    spans.push(span);
  }
  const runs = (part: readonly number[]): Span[] =>
    (at.get(part[0]!) ?? []).flatMap(({ index }) =>
      part.every((id, k) => wordsOnly[index + k] === id)
        ? [{ start: spans[index]!.start, end: spans[index + part.length - 1]!.end }]
        : [],
    );
  return (words) => {
    let places: readonly Span[][] = [[]];
    for (const part of words) {
      const found = runs(part);
      places = places.flatMap((before) =>
        found.filter(({ start }) => start >= (before.at(-1)?.end ?? 0)).map((span) => [...before, span]),
      );
    }
    if (places.length > 0) return { kind: 'whole', places };
    const left = words.flat().flatMap((id) => (at.get(id) ?? []).map(({ span }) => span));
    return left.length > 0 ? { kind: 'pieces', spans: left } : { kind: 'gone' };
  };
}
