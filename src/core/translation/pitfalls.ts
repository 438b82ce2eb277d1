import type { Range } from '../text/range';
import { TermIndex } from './term-index';
import { textWords } from './text-words';

/** Words that readers of the target language miss or misread, with what they mean. */
export interface Pitfall {
  readonly term: string;
  readonly rendering: string;
  /** What they are taken for. */
  readonly misreading?: string;
  readonly why?: string;
}

/** A pitfall where it stands in a text. */
export interface PitfallPlace {
  readonly pitfall: Pitfall;
  readonly parts: readonly Range[];
}

/**
 * The Dutch conditional perfect, by which a reporter passes on what he does not vouch for: `zou hebben gestolen`, `zou
 * gestolen hebben`, `zou zijn vermoord`. It is a construction and no term: any participle may fill it.
 */
export const HEDGED_PERFECT: Pitfall = {
  term: 'zou hebben gedaan',
  rendering: 'allegedly',
  misreading: 'would have done',
  why: 'The writer passes on a claim without vouching for it.',
};

/** Most words between `zou` and its infinitive. */
const FARTHEST = 16;
const MODAL = new Set(['zou', 'zouden']);
const AUXILIARY = new Set(['hebben', 'zijn']);
/** A participle: with `ge` behind nothing or a particle, or with a prefix that has none. */
const PARTICIPLE = /^(?:\p{L}{0,6}?ge\p{L}{2,}(?:d|t|en)|(?:be|ver|ont|her|er)\p{L}{2,}(?:d|t))$/u;
/** A sentence with a condition says what would have been, and hedges nothing. */
const CONDITION = new Set(['als', 'indien', 'anders', 'mits', 'tenzij']);

/** The pitfalls of one source language, ready to be found. */
export class PitfallFinder {
  private readonly index: TermIndex<Pitfall>;
  private readonly knowsPerfect: boolean;

  constructor(pitfalls: readonly Pitfall[], language: string, ignored: readonly string[] = []) {
    this.index = new TermIndex(language);
    const left = new Set(ignored);
    for (const pitfall of pitfalls) if (!left.has(pitfall.term)) this.index.put(pitfall.term, pitfall.term, pitfall);
    this.knowsPerfect = language.startsWith('nl') && !left.has(HEDGED_PERFECT.term);
  }

  /** Where pitfalls stand in a text, in order; of those that overlap, the longest. Terms whose words stand apart are passed over. */
  find(text: string): PitfallPlace[] {
    const found: PitfallPlace[] = this.index
      .within(text)
      .filter(({ match }) => match.parts.length === 1)
      .flatMap(({ values, match: { parts } }) => [...values].map((pitfall) => ({ pitfall, parts })));
    if (this.knowsPerfect) {
      found.push(...hedgedPerfects(text).map((parts) => ({ pitfall: HEDGED_PERFECT, parts })));
    }
    const taken: Range[] = [];
    return found
      .sort((a, b) => length(b) - length(a))
      .filter(({ parts }) => {
        if (parts.some((part) => taken.some((other) => part.start < other.end && other.start < part.end))) return false;
        taken.push(...parts);
        return true;
      })
      .sort((a, b) => a.parts[0]!.start - b.parts[0]!.start);
  }
}

function hedgedPerfects(text: string): Range[][] {
  const words = textWords(text);
  const found: Range[][] = [];
  for (let i = 0; i < words.length; i++) {
    if (!MODAL.has(words[i]!.word)) continue;
    const verbs = perfectBehind(words, i);
    if (!verbs || isConditional(text, words[i]!.start)) continue;
    const group = { start: words[verbs[0]]!.start, end: words[verbs[1]]!.end };
    found.push(verbs[0] === i + 1 ? [{ start: words[i]!.start, end: group.end }] : [words[i]!, group]);
  }
  return found.map((parts) => parts.map(({ start, end }) => ({ start, end })));
}

/** The places of the infinitive and the participle behind `zou`, side by side and in their order, within its clause. */
function perfectBehind(words: ReturnType<typeof textWords>, from: number): readonly [number, number] | undefined {
  for (let j = from + 1; j < words.length && j <= from + FARTHEST; j++) {
    const { word } = words[j]!;
    if (word === '') return undefined;
    if (!AUXILIARY.has(word)) continue;
    if (PARTICIPLE.test(words[j - 1]!.word) && j - 1 > from) return [j - 1, j];
    // `zijn` before a word is `his` as well: its participle ends the clause or stands before a small word.
    const next = words[j + 1]?.word ?? '';
    if (PARTICIPLE.test(next) && (word === 'hebben' || endsClause(words[j + 2]?.word ?? ''))) return [j, j + 1];
  }
  return undefined;
}

const BEHIND_VERBS = new Set(
  'aan bij dat die door en in met na naar of om onder op over tegen tijdens toen tot uit van voor vanuit wegens te'.split(
    ' ',
  ),
);

function endsClause(word: string): boolean {
  return word === '' || BEHIND_VERBS.has(word);
}

function isConditional(text: string, at: number): boolean {
  const from = Math.max(text.lastIndexOf('. ', at), text.lastIndexOf('\n', at)) + 1;
  const stop = text.slice(at).search(/[.\n]/);
  const sentence = text.slice(from, stop < 0 ? text.length : at + stop);
  return textWords(sentence).some(({ word }) => CONDITION.has(word));
}

function length({ parts }: PitfallPlace): number {
  return parts.reduce((sum, { start, end }) => sum + end - start, 0);
}

/**
 * Reads a list of pitfalls: `{source, target, pitfalls: [{term, rendering, misreading?, why?}]}`. Entries without a term
 * or a rendering are passed over; a text that is no such list gives none.
 */
export function readPitfalls(json: unknown, source: string, target: string): Pitfall[] {
  if (typeof json !== 'object' || json === null) return [];
  const list = json as { readonly source?: unknown; readonly target?: unknown; readonly pitfalls?: unknown };
  if (list.source !== source || list.target !== target || !Array.isArray(list.pitfalls)) return [];
  return list.pitfalls.flatMap(asPitfall);
}

/** One entry of a list, or of a setting, as a pitfall; none when it lacks its words or their rendering. */
export function asPitfall(entry: unknown): Pitfall[] {
  if (typeof entry !== 'object' || entry === null) return [];
  const { term, rendering, misreading, why } = entry as Record<string, unknown>;
  if (typeof term !== 'string' || typeof rendering !== 'string' || !term.trim() || !rendering.trim()) return [];
  return [
    {
      term: term.trim(),
      rendering: rendering.trim(),
      ...(typeof misreading === 'string' && misreading && { misreading }),
      ...(typeof why === 'string' && why && { why }),
    },
  ];
}
