import type { Random } from './random';
import { linesOf, plain, tag, type Tagged, type Token, type Words } from './tagged-text';

const SENTENCES = [
  'De griffier las het stuk voor aan de zaal.',
  'Nobody in the room could say where the letter had gone.',
  'In Workum werd die dag geen markt gehouden.',
  'A second witness, Aukje Kooistra, was heard on 12 March.',
  'Later bleek dat er 340 gulden te weinig in de kas zat.',
];
const INSERTED = ['wellicht ', 'volgens sommigen ', 'indeed ', 'niet ', 'op 3 maart ', '„zo heet het” '];

const isWord = ({ id, text }: Token): boolean => id !== undefined && /^[\p{L}\p{N}]{4,}$/u.test(text);

function wordAt(tokens: Tagged, random: Random): number {
  const words = tokens.flatMap((token, k) => (isWord(token) ? [k] : []));
  return words.length > 0 ? random.one(words) : 0;
}

/** Ways in which people change an article. A word that is only spelled otherwise stays the same word. */
const REVISIONS: readonly ((tokens: Tagged, random: Random) => Tagged)[] = [
  // A sentence put in as a paragraph of its own, often at the top.
  (tokens, random) => {
    const lines = linesOf(tokens);
    const at = random.chance(0.3) ? 0 : random.below(lines.length);
    return [...lines.slice(0, at).flat(), ...tag(`${random.one(SENTENCES)}\n`), ...lines.slice(at).flat()];
  },
  (tokens, random) => {
    const lines = linesOf(tokens);
    const at = random.below(lines.length);
    return lines.length < 8 ? tokens : lines.filter((_, k) => k !== at).flat();
  },
  // Words put before another.
  (tokens, random) => {
    const at = wordAt(tokens, random);
    return [...tokens.slice(0, at), ...tag(random.one(INSERTED)), ...tokens.slice(at)];
  },
  // A typing error, or its correction.
  (tokens, random) => {
    const at = wordAt(tokens, random);
    const { text, ...rest } = tokens[at]!;
    return tokens.map((token, k) => (k === at ? { ...rest, text: `${text.slice(0, -1)}e${text.slice(-1)}` } : token));
  },
  // A paragraph moved.
  (tokens, random) => {
    const lines = linesOf(tokens);
    const [moved] = lines.splice(random.below(lines.length), 1);
    lines.splice(random.below(lines.length), 0, moved!);
    return lines.flat();
  },
  // A few words taken out.
  (tokens, random) => {
    const at = wordAt(tokens, random);
    const end = at + 1 + 2 * random.below(3);
    return tokens.filter((token, k) => k < at || k > end || token.text.includes('\n'));
  },
];

export function revised(tokens: Tagged, random: Random, times = 1 + random.below(4)): Tagged {
  let next = tokens;
  for (let k = 0; k < times; k++) {
    const candidate = random.one(REVISIONS)(next, random);
    if (!hasDoubles(candidate)) next = candidate;
  }
  return next;
}

/** True when two lines that follow one another are the same: nobody could tell then which of them is which. */
function hasDoubles(tokens: Tagged): boolean {
  const lines = linesOf(tokens)
    .map((line) => plain(line).trim())
    .filter((line) => line !== '');
  return lines.some((line, k) => line === lines[k + 1]);
}

/** The same words on lines of at most so many characters; paragraphs and lines that end a sentence stay apart. */
export function rewrapped(tokens: Tagged, width: number): Tagged {
  let column = 0;
  return tokens.map((token) => {
    if (token.id !== undefined || !/^\s+$/.test(token.text)) {
      column += token.text.length;
      return token;
    }
    const keeps = token.text.includes('\n\n');
    const text = keeps ? token.text : column >= width ? '\n' : token.text;
    column = text.includes('\n') ? 0 : column + 1;
    return { text };
  });
}

/** The same words, in other letters: composed or decomposed. */
export const normalised = (tokens: Tagged, form: 'NFC' | 'NFD'): Tagged =>
  tokens.map((token) => ({ ...token, text: token.text.normalize(form) }));

/** Words to annotate: a name, a phrase, a whole line, or two phrases of one line. */
export function someWords(
  tokens: Tagged,
  random: Random,
): { readonly words: Words; readonly quote: readonly string[] } {
  const lines = linesOf(tokens).filter((line) => line.filter(({ id }) => id !== undefined).length > 6);
  for (;;) {
    const line = random.one(lines);
    const at = line.flatMap((token, k) => (isWord(token) ? [k] : []));
    const first = random.below(at.length);
    const run = (from: number, most: number): readonly [number, number] | undefined => {
      const to = Math.min(at.length - 1, from + random.below(most));
      return from < at.length ? [at[from]!, at[to]!] : undefined;
    };
    const kind = random.next();
    const wholeLine = [line.findIndex(({ id }) => id !== undefined), line.findLastIndex(({ id }) => id !== undefined)];
    const runs =
      kind < 0.1 ? [wholeLine as [number, number]] : kind < 0.8 ? [run(first, 5)] : [run(first, 2), run(first + 3, 3)];
    if (runs.some((each) => each === undefined)) continue;
    const parts = (runs as [number, number][]).map(([from, to]) => line.slice(from, to + 1));
    return {
      words: parts.map((part) => part.flatMap(({ id }) => id ?? [])),
      quote: parts.map((part) => plain(part)),
    };
  }
}
