import { findParagraphs } from '../../text/paragraphs';
import { sentenceStarts } from '../../text/sentences';
import { TokenKind, tokenize } from '../../text/tokens';
import type { Tokens } from '../../text/tokens';
import { Mark } from './grammar';
import type { Grammar } from './grammar';

/** A sentence as the grammar reads it: lower-case words with their marks, and where they stand in the text (UTF-16). */
export interface Sentence {
  readonly text: string;
  readonly count: number;
  readonly words: readonly string[];
  readonly marks: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Where the sentence before it in the paragraph begins; at its own start for the first. */
  readonly previousStart: number;
  /** Where the sentence after it in the paragraph ends; at its own end for the last. */
  readonly nextEnd: number;
}

const QUOTES = '"“”„‟«»‘’‚‛\'`´';
const BREAKS = '.;:!?…()[]{}–—-';

/** Yields the sentences that may hold a charge: those with a trigger word. */
export function* sentencesWithTriggers(text: string, grammar: Grammar): Generator<Sentence> {
  for (const paragraph of findParagraphs(text)) {
    const tokens = tokenize(text, paragraph.start, paragraph.end);
    const firsts = sentenceStarts(text, tokens);
    let previous = 0;
    let lawful: boolean | undefined;
    for (let from = 0; from < tokens.count;) {
      let to = from;
      let triggered = false;
      do {
        triggered ||= grammar.triggerWords.mayHave(text, tokens.start[to]!, tokens.end[to]!);
        to++;
      } while (to < tokens.count && firsts[to] !== 1);
      if (triggered && (lawful ??= hasLaw(text, tokens, grammar))) {
        let next = to;
        while (next < tokens.count && (next === to || firsts[next] !== 1)) next++;
        yield readSentence(
          text,
          tokens.start.subarray(from, to),
          tokens.end.subarray(from, to),
          tokens.kind.subarray(from, to),
          grammar,
          tokens.start[previous]!,
          tokens.end[next - 1]!,
        );
      }
      previous = from;
      from = to;
    }
  }
}

/** Whether a paragraph has a word because of which its common triggers count. */
function hasLaw(text: string, tokens: Tokens, { lawWords }: Grammar): boolean {
  if (lawWords === undefined) return true;
  for (let k = 0; k < tokens.count; k++) if (lawWords.mayHave(text, tokens.start[k]!, tokens.end[k]!)) return true;
  return false;
}

function readSentence(
  text: string,
  startColumn: Int32Array,
  endColumn: Int32Array,
  kinds: Uint8Array,
  grammar: Grammar,
  previousStart: number,
  nextEnd: number,
): Sentence {
  const starts = [...startColumn];
  const ends = [...endColumn];
  const words = starts.map((start, i) => text.slice(start, ends[i]).toLowerCase().replace(/’/g, "'"));
  const marks = words.map((word, i) => {
    const kind = kinds[i] ?? 0;
    if ((kind & TokenKind.punctuation) !== 0) return markOfPunctuation(text[starts[i] ?? 0] ?? '');
    let mark = grammar.marks.get(word) ?? 0;
    if ((kind & TokenKind.number) !== 0) mark |= Mark.Numeral;
    if ((kind & TokenKind.capital) !== 0) {
      // `in May`, `Will Flowers`: no auxiliaries.
      if (i > 0 && grammar.language === 'en' && (word === 'may' || word === 'will'))
        mark = word === 'may' ? Mark.TimeOrPlace : 0;
      mark |= Mark.Capital;
    }
    return mark;
  });
  // `drugs- en wapenhandel`: the hyphen belongs to the word before it.
  for (let i = 1; i < words.length; i++) {
    const joined = words[i] === '-' && starts[i] === ends[i - 1] && starts[i + 1] !== ends[i];
    // `T-shirt`: a hyphen inside a word.
    if (grammar.language === 'en' && words[i] === '-' && starts[i] === ends[i - 1] && starts[i + 1] === ends[i])
      marks[i] = Mark.Quote;
    if (joined && ((marks[i + 1] ?? 0) & Mark.Conjunction) !== 0) marks[i] = Mark.Quote;
    // `de Anti-corruptiewet`: a word cut at its hyphen.
    const cut = grammar.language === 'nl' && words[i] === '-' && starts[i] === ends[i - 1] && starts[i + 1] === ends[i];
    if (cut) marks[i] = Mark.Capital;
  }
  return { text, count: words.length, words, marks, starts, ends, previousStart, nextEnd };
}

function markOfPunctuation(character: string): number {
  if (character === ',') return Mark.Comma | Mark.Punctuation;
  if (QUOTES.includes(character)) return Mark.Quote | Mark.Punctuation;
  if (BREAKS.includes(character)) return Mark.Punctuation | Mark.Stop;
  return Mark.Punctuation;
}

/** Whether the token has any of the marks. */
export function is(sentence: Sentence, at: number, mark: number): boolean {
  return ((sentence.marks[at] ?? 0) & mark) !== 0;
}
