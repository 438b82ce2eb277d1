import { randomFrom, type Random } from './texts';

/** A revised text that knows where each of its units came from: the truth that placements are measured by. */
export interface Revision {
  readonly text: string;
  /** For each unit of the new text its offset in the old one, or -1 for what is new. */
  readonly origins: Int32Array;
}

export type Revise = (text: string, seed: number) => Revision;

/** Collects pieces of the old text and new ones. */
export class Writer {
  private readonly pieces: string[] = [];
  private readonly origins: number[] = [];

  constructor(private readonly old: string) {}

  keep(start: number, end: number): void {
    this.pieces.push(this.old.slice(start, end));
    for (let k = start; k < end; k++) this.origins.push(k);
  }

  /** New text that stands for old text: a unit for which nothing else does is taken to have come from `from`. */
  write(text: string, from = -1): void {
    this.pieces.push(text);
    for (let k = 0; k < text.length; k++) this.origins.push(from);
  }

  done(): Revision {
    return { text: this.pieces.join(''), origins: Int32Array.from(this.origins) };
  }
}

const WORDS = 'river lantern seldom harbour because yellow quietly machine another letter window winter'.split(' ');

/** A share of the words is deleted, replaced, misspelt, or gets a new word before it. */
const edited =
  (share: number): Revise =>
  (text, seed) => {
    const random = randomFrom(seed);
    const writer = new Writer(text);
    for (const { index, 0: word } of text.matchAll(/\S+|\s+/g)) {
      const end = index + word.length;
      if (word.trim() === '' || random() >= share) {
        writer.keep(index, end);
        continue;
      }
      const roll = random();
      if (roll < 0.25) continue;
      if (roll < 0.5) writer.write(WORDS[Math.floor(random() * WORDS.length)]!);
      else if (roll < 0.75) {
        const at = index + Math.floor(random() * word.length);
        writer.keep(index, at);
        writer.write('x');
        writer.keep(at + 1, end);
      } else {
        writer.write(`${WORDS[Math.floor(random() * WORDS.length)]!} `);
        writer.keep(index, end);
      }
    }
    return writer.done();
  };

/** The stretches that a pattern matches. */
export function pieces(text: string, pattern: RegExp): { start: number; end: number }[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
}

/** Paragraphs, with the line breaks that follow them. */
function paragraphsOf(text: string): { start: number; end: number }[] {
  return pieces(text, /[^\n]+\n*/g);
}

export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const result = [...list];
  for (let k = result.length - 1; k > 0; k--) {
    const other = Math.floor(random() * (k + 1));
    [result[k], result[other]] = [result[other]!, result[k]!];
  }
  return result;
}

const paragraphwise =
  (choose: (all: { start: number; end: number }[], random: Random) => { start: number; end: number }[]): Revise =>
  (text, seed) => {
    const writer = new Writer(text);
    for (const { start, end } of choose(paragraphsOf(text), randomFrom(seed))) {
      writer.keep(start, end);
      if (!text.slice(start, end).endsWith('\n')) writer.write('\n');
    }
    return writer.done();
  };

/** Every match is rewritten; the new units stand for the old match's first. */
const rewritten =
  (pattern: RegExp, by: (match: string, random: Random) => string): Revise =>
  (text, seed) => {
    const random = randomFrom(seed);
    const writer = new Writer(text);
    let from = 0;
    for (const { index, 0: match } of text.matchAll(pattern)) {
      writer.keep(from, index);
      writer.write(by(match, random), index);
      from = index + match.length;
    }
    writer.keep(from, text.length);
    return writer.done();
  };

const MISREAD: Readonly<Record<string, string>> = {
  e: 'c',
  l: '1',
  o: '0',
  n: 'ri',
  m: 'rn',
  h: 'b',
  i: 'l',
  s: '5',
  a: 'o',
  t: 'f',
};

/** One letter in forty is misread, and lines are broken anew at some 80 characters. */
const misread: Revise = (text, seed) => {
  const random = randomFrom(seed);
  const writer = new Writer(text);
  let column = 0;
  for (let k = 0; k < text.length; k++) {
    const character = text[k]!;
    column++;
    if (character === '\n') column = 0;
    if (character === ' ' && column > 72) {
      writer.write('\n', k);
      column = 0;
    } else if (MISREAD[character] && random() < 0.025) writer.write(MISREAD[character], k);
    else writer.keep(k, k + 1);
  }
  return writer.done();
};

export const REVISIONS: Readonly<Record<string, Revise>> = {
  nothing: paragraphwise((all) => all),
  'insert at top': (text) => {
    const writer = new Writer(text);
    writer.write('A paragraph that was not there before.\n\n');
    writer.keep(0, text.length);
    return writer.done();
  },
  '1 % of words edited': edited(0.01),
  '3 % of words edited': edited(0.03),
  'paragraphs shuffled': paragraphwise(shuffled),
  '10 % of paragraphs deleted': paragraphwise((all, random) => all.filter(() => random() >= 0.1)),
  CRLF: rewritten(/\n/g, () => '\r\n'),
  'OCR noise, rewrapped': misread,
  NFD: rewritten(/[ae]/g, (letter, random) => (random() < 0.05 ? `${letter}\u0301` : letter)),
  'curly quotes straight': rewritten(/[“”]/g, () => '"'),
};

/**
 * A share of the paragraphs stands a second time: a paragraph or two further on, or anywhere. (Right behind itself nobody could
 * say which of the two is the copy.)
 */
const duplicated: Revise = (text, seed) => {
  const random = randomFrom(seed);
  const writer = new Writer(text);
  const all = paragraphsOf(text);
  all.forEach(({ start, end }, k) => {
    writer.keep(start, end);
    const roll = random();
    if (roll >= 0.04) return;
    const copy = all[roll < 0.02 ? k - 1 - Math.floor(random() * 2) : Math.floor(random() * all.length)];
    if (copy && copy.start !== start) writer.write(text.slice(copy.start, copy.end));
  });
  return writer.done();
};

/** Paragraphs that begin alike change places, one pair in ten. */
const swapped = paragraphwise((all, random) => {
  const result = [...all];
  for (let k = 0; k + 4 < result.length; k++) {
    if (random() >= 0.1) continue;
    const other = k + 1 + Math.floor(random() * 4);
    [result[k], result[other]] = [result[other]!, result[k]!];
  }
  return result;
});

/** Every word of four letters or more that begins with a capital is another one from here on, always the same. */
const renamed: Revise = (text, seed) => {
  const random = randomFrom(seed);
  const names = new Map<string, string>();
  const nameFor = (old: string): string => {
    const known = names.get(old) ?? `Q${WORDS[Math.floor(random() * WORDS.length)]!}${names.size}`;
    names.set(old, known);
    return known;
  };
  return rewritten(/\b[A-Z][a-z]{3,}/g, nameFor)(text, seed);
};

/** A stretch of one tenth of the text goes, and what follows moves up; another tenth moves to the end. */
const rearranged: Revise = (text) => {
  const writer = new Writer(text);
  const all = paragraphsOf(text);
  const at = (share: number): number => all[Math.floor(share * (all.length - 1))]!.start;
  writer.keep(0, at(0.2));
  writer.keep(at(0.3), at(0.6));
  writer.keep(at(0.7), text.length);
  writer.write('\n');
  writer.keep(at(0.6), at(0.7));
  return writer.done();
};

/** Histories made to mislead: after each of them there are lookalikes where the words were. */
export const MISLEADING: Readonly<Record<string, Revise>> = {
  'paragraphs duplicated': duplicated,
  'similar paragraphs swapped': swapped,
  'all names replaced': renamed,
  'a tenth cut, a tenth moved': rearranged,
};
