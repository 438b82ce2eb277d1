import { findParagraphs } from '../text/paragraphs';
import type { Range } from '../text/range';

/** A paragraph up to this long is read in one go: some two milliseconds of work. UTF-16. */
const LONGEST = 2400;
/** What is cut off a longer one is at least this long. */
const SHORTEST = 1200;

/** The end of a sentence with its closing marks, before white space and something that may begin another. */
const SENTENCE_END = /[\p{Ll}\d)][.?!…]["”’'»)]*\s+(?=[\p{Lu}\d„“‘"'«])/gu;

/** A piece that is recognised in one go. */
export interface Portion extends Range {
  /** A paragraph begins here: what comes before and after can be cut apart from one another. */
  readonly opens: boolean;
}

/**
 * The pieces that are recognised one at a time: paragraphs, and where one is longer than a host may be blocked for, runs of its
 * sentences (without any sentence end: of its words). A cut depends on the paragraph's own text before and just after it alone.
 *
 * `from` and `to`, where given, must be the start of a paragraph and the end of one.
 */
export function findPortions(text: string, from = 0, to = text.length): Portion[] {
  const portions: Portion[] = [];
  const part = from === 0 && to === text.length ? text : text.slice(from, to);
  for (const paragraph of findParagraphs(part)) {
    let { start } = paragraph;
    let opens = true;
    while (paragraph.end - start > LONGEST) {
      const next = cutAfter(part, start);
      portions.push({ start: from + start, end: from + endOfWords(part, start, next), opens });
      start = next;
      opens = false;
    }
    portions.push({ start: from + start, end: from + paragraph.end, opens });
  }
  return portions;
}

/**
 * The portions of a text from the start of a paragraph on, as far as about `length` characters reach, and where the next call
 * goes on: `text.length` when this was all.
 */
export function findNextPortions(
  text: string,
  from: number,
  length: number,
): { readonly portions: readonly Portion[]; readonly next: number } {
  for (let reach = length; ; reach *= 2) {
    // Whole lines only: whether a paragraph goes on is judged by them.
    const line = from + reach < text.length ? text.indexOf('\n', from + reach) : -1;
    if (line < 0) return { portions: findPortions(text, from), next: text.length };
    const portions = findPortions(text, from, line);
    const last = portions.findLastIndex((portion) => portion.opens);
    // The last paragraph may go on after the cut.
    if (last > 0) return { portions: portions.slice(0, last), next: portions[last]!.start };
    if (last < 0) return { portions: [], next: line };
  }
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
