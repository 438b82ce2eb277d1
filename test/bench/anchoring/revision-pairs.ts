import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { anchorAll, describeAll } from '../../../src/core/anchoring';
import type { Selector } from '../../../src/core/annotation/annotation';
import type { Range } from '../../../src/core/text/range';
import { anchorAsHypothesis } from './hypothesis';
import { IndependentTruth, wordsIn, type Fate } from './independent-truth';
import { randomFrom } from './texts';

/** Annotations a text: few, as one reads; or many, as when all names are marked. */
const DENSITIES: Readonly<Record<string, (length: number) => number>> = {
  sparse: () => 50,
  dense: (length) => Math.ceil(length / 100),
};
/** Annotations a pair that the peer, which is slow, places too. */
const PEER_SAMPLE = 10;
const OLD = '.old.txt';
const NEW = '.new.txt';

const KINDS = ['unchanged', 'editedLine', 'editedQuote', 'gone', 'doubtful'] as const;
type Kind = (typeof KINDS)[number];

/** What came of the annotations of one kind. */
interface Outcome {
  count: number;
  near: number;
  wrong: number;
  orphaned: number;
  attached: number;
}

class Tally {
  readonly outcomes = Object.fromEntries(
    KINDS.map((kind) => [kind, { count: 0, near: 0, wrong: 0, orphaned: 0, attached: 0 }]),
  ) as Record<Kind, Outcome>;
  ms = 0;

  /** Answers what is amiss, if anything. */
  add(fate: Fate, found: Range | undefined): string | undefined {
    const outcome = this.outcomes[kindOf(fate)];
    outcome.count++;
    if (fate.kind === 'doubtful') return undefined;
    if (fate.kind === 'gone') {
      if (!found) return undefined;
      outcome.attached++;
      return 'deleted yet attached';
    }
    const { place } = fate;
    if (!found) {
      outcome.orphaned++;
      return fate.kind === 'intact' ? 'not placed though intact' : undefined;
    }
    if (!(found.start < place.end && place.start < found.end)) {
      outcome.wrong++;
      return `wrong, ${kindOf(fate)}`;
    }
    if (fate.kind === 'intact' && (found.start !== place.start || found.end !== place.end)) {
      outcome.near++;
      return 'not quite';
    }
    return undefined;
  }
}

function kindOf(fate: Fate): Kind {
  switch (fate.kind) {
    case 'intact':
      return fate.lineUnchanged ? 'unchanged' : 'editedLine';
    case 'edited':
      return 'editedQuote';
    case 'gone':
    case 'doubtful':
      return fate.kind;
  }
}

export interface PairOptions {
  readonly seed: number;
  readonly withPeer: boolean;
  /** Print so many of what is amiss of each sort, for each way of placing. */
  readonly show: number;
  /** Only pairs whose name has this. */
  readonly only?: string | undefined;
}

/**
 * Measures anchoring on revisions from elsewhere: all pairs NAME.old.txt, NAME.new.txt in a folder, each of its folders a
 * genre. Annotates the old text at random (names, phrases, sentences), places in the new one, and holds that against a truth
 * of its own making (`IndependentTruth`); what that can't tell is counted as not judged.
 */
export function measurePairs(folder: string, options: PairOptions): void {
  for (const [genre, names] of genresIn(folder)) {
    const chosen = names.filter((name) => name.includes(options.only ?? ''));
    if (chosen.length === 0) continue;
    for (const [density, countFor] of Object.entries(DENSITIES)) {
      console.log(`\n${genre}, ${density}: ${chosen.length} pairs`);
      console.log(HEADING);
      const tallies = new Map<string, Tally>();
      const tallyOf = (way: string): Tally => {
        if (!tallies.has(way)) tallies.set(way, new Tally());
        return tallies.get(way)!;
      };
      const shown = new Map<string, number>();
      for (const name of chosen) measurePair(name, countFor, density, tallyOf, shown, options);
      for (const [way, tally] of tallies) console.log(rowOf(way, tally));
    }
  }
}

function genresIn(folder: string): [string, string[]][] {
  const pairsIn = (within: string): string[] =>
    readdirSync(within)
      .filter((file) => file.endsWith(OLD))
      .map((file) => path.join(within, file.slice(0, -OLD.length)))
      .sort();
  const genres = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [
    [path.basename(folder), pairsIn(folder)] as [string, string[]],
    ...genres.map(({ name }): [string, string[]] => [name, pairsIn(path.join(folder, name))]),
  ].filter(([, names]) => names.length > 0);
}

function measurePair(
  name: string,
  countFor: (length: number) => number,
  density: string,
  tallyOf: (way: string) => Tally,
  shown: Map<string, number>,
  { seed, withPeer, show }: PairOptions,
): void {
  const old = readFileSync(name + OLD, 'utf8');
  const now = readFileSync(name + NEW, 'utf8');
  const truth = new IndependentTruth(old, now);
  const targets = targetsIn(old, countFor(old.length), seed);
  const fates = targets.map((target) => truth.fateOf(target));
  const selectors = describeAll(old, targets);
  const add = (way: string, k: number, found: Range | undefined): void => {
    const amiss = tallyOf(way).add(fates[k]!, found);
    if (amiss === undefined) return;
    const sort = `${way}: ${amiss}`;
    shown.set(sort, (shown.get(sort) ?? 0) + 1);
    if (shown.get(sort)! <= show) print(sort, name, old, now, targets[k]!, fates[k]!, found);
  };
  for (const [way, anchorOptions] of [
    ['base known', { baseText: old }],
    ['base unknown', {}],
  ] as const) {
    const before = process.cpuUsage();
    const placements = anchorAll(now, selectors, anchorOptions);
    const { user, system } = process.cpuUsage(before);
    tallyOf(way).ms += (user + system) / 1000;
    placements.forEach(({ range }, k) => add(way, k, range));
  }
  if (!withPeer || density !== 'sparse') return;
  const before = process.cpuUsage();
  targets.slice(0, PEER_SAMPLE).forEach((target, k) => add('as Hypothesis', k, peer(now, selectors[k]!, target)));
  const { user, system } = process.cpuUsage(before);
  tallyOf('as Hypothesis').ms += (user + system) / 1000;
}

function peer(text: string, { quote, before, after }: Selector, { start }: Range): Range | undefined {
  const context = { prefix: before!.slice(-32), suffix: after!.slice(0, 32), hint: start };
  return anchorAsHypothesis(text, quote[0]!, context) ?? undefined;
}

/** Names (words with capitals), phrases, and sentences. */
function targetsIn(text: string, count: number, seed: number): Range[] {
  const random = randomFrom(seed);
  const { ranges } = wordsIn(text);
  const isWord = ({ start }: Range): boolean => /[\p{L}\p{N}]/u.test(text[start]!);
  const words = ranges.flatMap((range, k) => (isWord(range) ? [k] : []));
  const starts = new Set(ranges.map(({ start }) => start));
  const ends = new Set(ranges.map(({ end }) => end));
  const whole = (pattern: RegExp): Range[] =>
    [...text.matchAll(pattern)]
      .map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
      .filter(({ start, end }) => starts.has(start) && ends.has(end));
  const names = whole(/\p{Lu}[\p{L}\p{M}]+(?: \p{Lu}[\p{L}\p{M}]+){0,2}/gu);
  const sentences = whole(/\p{Lu}[^.!?]{25,300}[.!?]/gu);
  return Array.from({ length: count }, (): Range => {
    const chance = random();
    const pick = (all: readonly Range[]): Range | undefined => all[Math.floor(random() * all.length)];
    const found = chance < 0.35 ? pick(names) : chance > 0.9 ? pick(sentences) : undefined;
    if (found) return found;
    const first = Math.floor(random() * words.length);
    const last = Math.min(words.length - 1, first + Math.floor(random() * 8));
    return { start: ranges[words[first]!]!.start, end: ranges[words[last]!]!.end };
  });
}

const percent = (part: number, whole: number): string => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(2));

const COLUMNS = [
  ['wrong, line unchanged', 'bar .05'],
  ['wrong, line edited', 'bar .5'],
  ['deleted yet attached', 'bar 1 / 5'],
  ['not placed though intact', 'bar 1 / 8'],
  ['intact, not quite', ''],
  ['quote edited: wrong', ''],
  ['not placed', ''],
  ['not judged', ''],
] as const;
const WIDTH = 26;
const HEADING = [0, 1]
  .map((row) => `${(row === 0 ? '%' : '').padEnd(16)}${COLUMNS.map((column) => column[row]!.padStart(WIDTH)).join('')}`)
  .join('\n');

function rowOf(way: string, { outcomes, ms }: Tally): string {
  const { unchanged, editedLine, editedQuote, gone, doubtful } = outcomes;
  const intact = unchanged.count + editedLine.count;
  const all = intact + editedQuote.count + gone.count + doubtful.count;
  const cells: [number, number][] = [
    [unchanged.wrong, unchanged.count],
    [editedLine.wrong, editedLine.count],
    [gone.attached, gone.count],
    [unchanged.orphaned + editedLine.orphaned, intact],
    [unchanged.near + editedLine.near, intact],
    [editedQuote.wrong, editedQuote.count],
    [editedQuote.orphaned, editedQuote.count],
    [doubtful.count, all],
  ];
  const text = cells.map(([part, whole]) => `${percent(part, whole)} (${part}/${whole})`.padStart(WIDTH)).join('');
  return `${way.padEnd(16)}${text}  ${(ms / all).toFixed(3)} ms each`;
}

function print(
  sort: string,
  name: string,
  old: string,
  now: string,
  target: Range,
  fate: Fate,
  found: Range | undefined,
): void {
  const show = (text: string, { start, end }: Range): string =>
    `${text.slice(Math.max(0, start - 100), start)}[[${text.slice(start, end)}]]${text.slice(end, end + 100)}`.replace(
      /\n/g,
      '⏎',
    );
  console.log(`\n-- ${sort} (${path.basename(name)}, ${target.start})\n   was   ${show(old, target)}`);
  if (fate.kind === 'intact' || fate.kind === 'edited') console.log(`   truth ${show(now, fate.place)}`);
  if (found) console.log(`   found ${show(now, found)}`);
}
