import { findParagraphs } from '../text/paragraphs';
import type { Range } from '../text/range';

/** A paragraph up to this long is read in one go: some two milliseconds of work. UTF-16. */
const LONGEST = 2400;
/** What is cut off a longer one is at least this long. */
const SHORTEST = 1200;

/** The end of a sentence with its closing marks, before white space and something that may begin another. */
const SENTENCE_END = /[\p{Ll}\d)][.?!…]["”’'»)]*\s+(?=[\p{Lu}\d„“‘"'«])/gu;

/**
 * The pieces that are recognised one at a time: paragraphs, and where one is longer than a host may be blocked for, runs of its
 * sentences (without any sentence end: of its words). A cut depends on the paragraph's own text before and just after it alone.
 */
export function findPortions(text: string): Range[] {
  const portions: Range[] = [];
  for (const paragraph of findParagraphs(text)) {
    let { start } = paragraph;
    while (paragraph.end - start > LONGEST) {
      const next = cutAfter(text, start);
      portions.push({ start, end: endOfWords(text, start, next) });
      start = next;
    }
    portions.push({ start, end: paragraph.end });
  }
  return portions;
}

/** Where the next portion begins, when the one from `start` on is too long. */
function cutAfter(text: string, start: number): number {
  const window = text.slice(start + SHORTEST, start + LONGEST);
  SENTENCE_END.lastIndex = 0;
  const sentence = SENTENCE_END.exec(window);
  if (sentence) return start + SHORTEST + sentence.index + sentence[0].length;
  const word = /\s+(?=\S)/.exec(window);
  if (word) return start + SHORTEST + word.index + word[0].length;
  const end = start + LONGEST;
  const unit = text.charCodeAt(end);
  return unit >= 0xdc00 && unit < 0xe000 ? end - 1 : end;
}

function endOfWords(text: string, start: number, next: number): number {
  let end = next;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return end;
}
