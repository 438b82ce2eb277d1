import { spellingKey } from '../../core/entity/variants';
import type { Range } from '../../core/text/range';

/** A word that names somebody or something, with the key that all its spellings have. */
export interface NameWord extends Range {
  readonly key: string;
  readonly word: string;
  /** True where a sentence begins, so that its capital says nothing. */
  readonly opensSentence: boolean;
}

const WORD = /[\p{L}\p{M}]+(?:[-’'][\p{L}\p{M}]+)*/gu;
/** Shorter words are initials, articles and particles, which many names share. */
const SHORTEST = 3;

/** The capitalised words of a text, by which names are found in any spelling; UTF-16. */
export function nameWords(text: string): NameWord[] {
  const found: NameWord[] = [];
  for (const match of text.matchAll(WORD)) {
    const written = match[0];
    if (written.length < SHORTEST || !/^\p{Lu}/u.test(written)) continue;
    // The genitive belongs to the sentence, not to the name.
    const word = written.replace(/[’']s$/u, '');
    const start = match.index;
    found.push({
      start,
      end: start + word.length,
      word,
      key: spellingKey(word),
      opensSentence: opensSentence(text, start),
    });
  }
  return found;
}

function opensSentence(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 6), start).replace(/[\s„“‘"'(«-]+$/u, '');
  return before === '' || /[.?!:…”’"]$/u.test(before) || /\n\s*$/.test(text.slice(Math.max(0, start - 3), start));
}

/**
 * Runs of name words whose keys are all wanted, with nothing but blanks, an initial or a particle between them: `Sardor
 * Rachimov` and a later `Rachimov` where both words are wanted.
 */
export function runsOf(text: string, words: readonly NameWord[], wanted: ReadonlySet<string>): Range[] {
  const runs: { start: number; end: number }[] = [];
  for (const word of words) {
    if (!wanted.has(word.key)) continue;
    const last = runs.at(-1);
    if (last && /^(?:\s+|\s+\p{Lu}\.\s*|\s+\p{Ll}{1,4}\s+){1,3}$/u.test(text.slice(last.end, word.start)))
      last.end = word.end;
    else runs.push({ start: word.start, end: word.end });
  }
  return runs;
}
