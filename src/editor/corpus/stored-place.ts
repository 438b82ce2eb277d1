import type * as vscode from 'vscode';
import type { Selector } from '../../core/annotation/annotation';
import { CodePointIndex } from '../../core/text/code-points';
import { hull, type Range } from '../../core/text/range';
import { positionsIn } from '../session/text-positions';

/** How much of the words before and after must be there too where a quote stands several times, in UTF-16 units. */
const CONTEXT = 24;

/** A range in lines and their characters, from 0. */
export interface LinesAndCharacters {
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
}

/**
 * Where annotations stand in a text that no editor shows: at their stored position while their words are there, else where
 * their words stand once. Cheap and without guesses: what this does not find is placed with care when the source is opened.
 */
export class StoredPlaces {
  private points: CodePointIndex | undefined;
  private position: ((offset: number) => vscode.Position) | undefined;

  constructor(private readonly text: string) {}

  /** From the first part to the last, in UTF-16 units; `undefined` when that is not certain. */
  find(selector: Selector): Range | undefined {
    return this.atPosition(selector) ?? this.byWords(selector);
  }

  /** The same as an editor counts. */
  positions({ start, end }: Range): LinesAndCharacters {
    this.position ??= positionsIn(this.text);
    const { line, character } = this.position(start);
    const { line: endLine, character: endCharacter } = this.position(end);
    return { line, character, endLine, endCharacter };
  }

  private atPosition({ parts, quote }: Selector): Range | undefined {
    if (parts?.length !== quote.length) return undefined;
    this.points ??= new CodePointIndex(this.text);
    const ranges = parts.map((part) => this.points!.rangeToUtf16(part));
    return ranges.every(({ start, end }, k) => this.text.slice(start, end) === quote[k]) ? hull(ranges) : undefined;
  }

  private byWords({ quote, before = '', after = '' }: Selector): Range | undefined {
    const [words] = quote;
    if (quote.length !== 1 || !words) return undefined;
    const head = before.slice(-CONTEXT);
    return (
      this.once(head + words + after.slice(0, CONTEXT), head.length, words.length) ?? this.once(words, 0, words.length)
    );
  }

  private once(words: string, from: number, length: number): Range | undefined {
    const at = this.text.indexOf(words);
    if (at < 0 || this.text.includes(words, at + 1)) return undefined;
    return { start: at + from, end: at + from + length };
  }
}
