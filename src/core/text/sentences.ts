import type { Range } from './range';
import { findParagraphs } from './paragraphs';
import { TokenKind, tokenize, type Tokens } from './tokens';

const OPENING = '„“‘"\'«‹([{—–-';
const CLOSING = '”’"\'»›)]}“';

/**
 * Marks with 1 each token that begins a sentence, for tokens of one paragraph: its first, and any capital, digit or opening quotation
 * mark after `.`, `?`, `!`, `…` with the closing marks that follow it. Dots of initials and abbreviations end nothing.
 */
export function sentenceStarts(text: string, tokens: Tokens): Uint8Array {
  const starts = new Uint8Array(tokens.count);
  let ended = true;
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.kind[i]!;
    const mark = kind & TokenKind.punctuation ? text[tokens.start[i]!]! : '';
    if (mark && '.?!…'.includes(mark)) {
      ended = i > 0;
      continue;
    }
    if (!ended) continue;
    if (mark && CLOSING.includes(mark) && (kind & TokenKind.joined || mark === ')') && !isOpening(text, tokens, i))
      continue;
    if (mark || kind & (TokenKind.capital | TokenKind.number) || i === 0) starts[i] = 1;
    ended = false;
  }
  return starts;
}

/** A mark that can open or close opens when white space stands before it. */
function isOpening(text: string, tokens: Tokens, i: number): boolean {
  return (tokens.kind[i]! & TokenKind.joined) === 0 && OPENING.includes(text[tokens.start[i]!]!);
}

/** The sentences of a text in order, without the white space between them; none crosses a paragraph's end. */
export function findSentences(text: string): Range[] {
  const sentences: Range[] = [];
  for (const paragraph of findParagraphs(text)) {
    const tokens = tokenize(text, paragraph.start, paragraph.end);
    const starts = sentenceStarts(text, tokens);
    for (let i = 0; i < tokens.count; i++) {
      const end = tokens.end[i]!;
      if (starts[i] || i === 0) sentences.push({ start: tokens.start[i]!, end });
      else sentences[sentences.length - 1] = { start: sentences[sentences.length - 1]!.start, end };
    }
  }
  return sentences;
}
