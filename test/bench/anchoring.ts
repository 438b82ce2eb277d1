/**
 * Measures the anchoring engine on texts of our own: `npx tsx test/bench/anchoring.ts [--quick] [--no-peer] [--seed=N] [--text=NAME]
 * [--only=SCENARIO]`. First the two large texts beside the peer, then smaller ones in other manners, annotated densely and
 * sparsely, with histories made to mislead.
 * With `--pairs=FOLDER [--show=N] [--name=PART]` it measures on revisions of your own instead: pairs NAME.old.txt, NAME.new.txt, in the
 * folder or in one folder for each genre (see anchoring/revision-pairs.ts).
 * A placement is exact when it covers just what is left of the words, wrong when it covers none of it, near otherwise.
 * Noise (OCR, NFD) counts as an edit of the line.
 */
import { anchorAll, describeAll, type Placement } from '../../src/core/anchoring';
import type { Selector } from '../../src/core/annotation/annotation';
import type { Range } from '../../src/core/text/range';
import { ADVERSARIAL } from './anchoring/adversarial-texts';
import { anchorAsHypothesis } from './anchoring/hypothesis';
import { MISLEADING, REVISIONS, type Revision } from './anchoring/revisions';
import { chat, inventory, judgements, regulation } from './anchoring/other-texts';
import { measurePairs } from './anchoring/revision-pairs';
import { FAMILIES } from './anchoring/successive-versions';
import { law, prose, randomFrom } from './anchoring/texts';

const quick = process.argv.includes('--quick');
const withPeer = !process.argv.includes('--no-peer');
const only = argument('only');
const onlyText = argument('text');
const seed = Number(argument('seed') ?? 1);
const OTHER_LENGTH = 200_000;
const DENSITIES = [
  ['dense', OTHER_LENGTH / 100],
  ['sparse', OTHER_LENGTH / 1000],
] as const;
const LENGTH = quick ? 200_000 : 1_000_000;
const ANCHORS = quick ? 2000 : 10_000;
const PEER_SAMPLE = quick ? 40 : 60;

function argument(name: string): string | undefined {
  return process.argv.find((given) => given.startsWith(`--${name}=`))?.slice(name.length + 3);
}

/** Targets of one to eight words, or now and then a sentence. */
function targetsIn(text: string, count: number, seed: number): Range[] {
  const random = randomFrom(seed);
  const words = [...text.matchAll(/[^\s“”]+/g)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  return Array.from({ length: count }, () => {
    const first = Math.floor(random() * (words.length - 30));
    const length = random() < 0.1 ? 12 + Math.floor(random() * 12) : 1 + Math.floor(random() * 8);
    return { start: words[first]!.start, end: words[first + length - 1]!.end };
  });
}

/** Where the surviving units of each target are now. */
function truthOf(targets: readonly Range[], { origins }: Revision, oldLength: number): (Range & { kept: number })[] {
  const places = new Int32Array(oldLength + 1).fill(-1);
  const last = new Int32Array(oldLength + 1).fill(-1);
  origins.forEach((origin, at) => {
    if (origin < 0) return;
    if (places[origin] === -1) places[origin] = at;
    last[origin] = at;
  });
  return targets.map(({ start, end }) => {
    let from = -1;
    let to = -1;
    let kept = 0;
    for (let k = start; k < end; k++) {
      if (places[k] === -1) continue;
      kept++;
      if (from === -1 || places[k]! < from) from = places[k]!;
      to = Math.max(to, last[k]! + 1);
    }
    return { start: from, end: to, kept };
  });
}

/** Text around a target that is looked at for what stayed together with it. */
const SURROUNDINGS = 1000;

/**
 * True when all that stayed together with intact words stands a second time in either version: then only the order of what
 * surrounds it can tell which copy is which, and where passages were moved nothing can.
 */
function isUndecidable(truth: Range, target: Range, origins: Int32Array, revised: string, old: string): boolean {
  let { start, end } = truth;
  const goesOn = (at: number): boolean => origins[at] === at - truth.start + target.start;
  while (truth.start - start < SURROUNDINGS && start > 0 && goesOn(start - 1)) start--;
  while (end - truth.end < SURROUNDINGS && end < revised.length && goesOn(end)) end++;
  const together = revised.slice(start, end).trim();
  return occursTwice(revised, together) || occursTwice(old, together);
}

function occursTwice(text: string, words: string): boolean {
  const first = text.indexOf(words);
  return first !== -1 && text.indexOf(words, first + 1) !== -1;
}

/** True when the line that a target stood in went with it whole. */
function lineIsWhole(truth: Range, target: Range, origins: Int32Array, old: string): boolean {
  const from = old.lastIndexOf('\n', target.start - 1) + 1;
  const end = old.indexOf('\n', target.end);
  const to = end === -1 ? old.length : end;
  for (let at = from; at < to; at++) if (origins[truth.start + at - target.start] !== at) return false;
  return true;
}

interface Tally {
  exact: number;
  near: number;
  /** Words whose line is as it was, and how many of them are placed wrongly; then the same of all others that are still there. */
  unchanged: number;
  wrongUnchanged: number;
  edited: number;
  wrongEdited: number;
  orphaned: number;
  ofIntact: number;
  intactOrphaned: number;
  /** Of those, the ones that nobody could have placed. */
  undecidable: number;
  gone: number;
  falselyAttached: number;
}

function tally(
  found: readonly (Range | undefined)[],
  targets: readonly Range[],
  truth: readonly (Range & { kept: number })[],
  { text: revised, origins }: Revision,
  old: string,
): Tally {
  const result: Tally = {
    exact: 0,
    near: 0,
    unchanged: 0,
    wrongUnchanged: 0,
    edited: 0,
    wrongEdited: 0,
    orphaned: 0,
    ofIntact: 0,
    intactOrphaned: 0,
    undecidable: 0,
    gone: 0,
    falselyAttached: 0,
  };
  found.forEach((range, k) => {
    const { start, end, kept } = truth[k]!;
    const target = targets[k]!;
    if (kept * 4 < target.end - target.start) {
      result.gone++;
      if (range && !(range.start < end && start < range.end && kept > 0)) result.falselyAttached++;
      return;
    }
    const intact = revised.slice(start, end) === old.slice(target.start, target.end);
    const isUnchanged = intact && lineIsWhole(truth[k]!, target, origins, old);
    result[isUnchanged ? 'unchanged' : 'edited']++;
    if (intact) result.ofIntact++;
    if (!range) {
      result.orphaned++;
      if (intact) {
        result.intactOrphaned++;
        if (isUndecidable(truth[k]!, target, origins, revised, old)) result.undecidable++;
      }
    } else if (range.start === start && range.end === end) result.exact++;
    else if (range.start < end && start < range.end) result.near++;
    else result[isUnchanged ? 'wrongUnchanged' : 'wrongEdited']++;
  });
  return result;
}

const percent = (part: number, whole: number): string =>
  (whole === 0 ? '-' : ((100 * part) / whole).toFixed(2)).padStart(7);

function report(name: string, ms: number, count: number, t: Tally, describeToo = ''): void {
  const living = count - t.gone;
  console.log(
    `  ${name.padEnd(22)}${percent(t.exact, living)}${percent(t.near, living)}${percent(t.wrongUnchanged, t.unchanged)}${percent(t.wrongEdited, t.edited)}${percent(t.orphaned, living)}` +
      `${percent(t.intactOrphaned - t.undecidable, t.ofIntact - t.undecidable)}${percent(t.undecidable, t.ofIntact)}${percent(t.falselyAttached, t.gone)} (${t.gone})`.padEnd(
        48,
      ) +
      `${(ms / count).toFixed(4)} ms${describeToo}`,
  );
}

/** Processor time rather than the clock's, so that what else the machine does counts for less. */
function timed<T>(run: () => T): [T, number] {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1000];
}

const rangesOf = (placements: readonly Placement[]): (Range | undefined)[] => placements.map(({ range }) => range);

/** Places all targets after a revision, without and with the base, and reports both. */
function measure(
  { text, targets, selectors }: Annotated,
  scenario: string,
  revision: Revision,
  withoutPeer = !withPeer,
): void {
  const truth = truthOf(targets, revision, text.length);
  console.log(` ${scenario}`);
  let unknownMs = 0;
  for (const [name, options] of [
    ['base known', { baseText: text }],
    ['base unknown', {}],
  ] as const) {
    const [placements, ms] = timed(() => anchorAll(revision.text, selectors, options));
    report(name, ms, targets.length, tally(rangesOf(placements), targets, truth, revision, text));
    unknownMs = ms / targets.length;
  }
  if (withoutPeer) return;
  const step = Math.floor(targets.length / PEER_SAMPLE);
  const sample = targets.map((_, k) => k).filter((k) => k % step === 0);
  const [found, ms] = timed(() => sample.map((k) => peer(revision.text, selectors[k]!, targets[k]!) ?? undefined));
  report(
    'as Hypothesis',
    ms,
    sample.length,
    tally(
      found,
      sample.map((k) => targets[k]!),
      sample.map((k) => truth[k]!),
      revision,
      text,
    ),
    `, ${(ms / sample.length / unknownMs).toFixed(0)} x ours`,
  );
}

interface Annotated {
  readonly text: string;
  readonly targets: readonly Range[];
  readonly selectors: readonly Selector[];
}

function annotated(kind: string, text: string, count: number): Annotated {
  const targets = targetsIn(text, count, seed + 2);
  const [selectors, ms] = timed(() => describeAll(text, targets));
  console.log(`\n${kind}: ${text.length} units, ${count} anchors; described in ${(ms / count).toFixed(4)} ms each`);
  console.log(
    '  % of what is still there: exact, near, wrong though the line is unchanged, wrong of the others, not placed; not placed though intact and decidable; intact but undecidable; attached though gone (number); ms per anchor',
  );
  return { text, targets, selectors };
}

const isChosen = (name: string): boolean => !onlyText || name === onlyText;

function measureOwnTexts(): void {
  for (const [kind, make] of Object.entries({ prose, law })) {
    if (!isChosen(kind)) continue;
    const made = annotated(kind, make(LENGTH, seed + (kind === 'law' ? 1 : 0)), ANCHORS);
    for (const [scenario, revise] of Object.entries(REVISIONS))
      if (!only || scenario.includes(only)) measure(made, scenario, revise(made.text, seed + 3));
  }

  for (const [kind, make] of Object.entries({ law, prose, regulation, judgements, chat, inventory, ...ADVERSARIAL })) {
    if (!isChosen(`other ${kind}`) && !isChosen('others')) continue;
    const text = make(OTHER_LENGTH, seed + 20);
    for (const [density, count] of DENSITIES) {
      const made = annotated(`${kind}, ${density}`, text, count);
      for (const [scenario, revise] of Object.entries({ ...REVISIONS, ...MISLEADING }))
        if (!only || scenario.includes(only)) measure(made, scenario, revise(text, seed + 21), true);
    }
  }

  for (const [kind, { make, histories }] of Object.entries(FAMILIES)) {
    if (!isChosen(kind) && !isChosen('versions')) continue;
    const text = make(OTHER_LENGTH, seed + 30);
    for (const [density, count] of DENSITIES) {
      const made = annotated(`${kind}, ${density}`, text, count);
      for (const [history, revise] of Object.entries({ ...histories, ...(quick ? {} : MISLEADING) }))
        if (!only || history.includes(only)) measure(made, history, revise(text, seed + 31), true);
    }
  }
}

function peer(text: string, { quote, before, after }: Selector, { start }: Range): Range | null {
  return anchorAsHypothesis(text, quote[0]!, { prefix: before!.slice(-32), suffix: after!.slice(0, 32), hint: start });
}

function measureArticle(): void {
  const article = prose(30_000, 9);
  const hundred = describeAll(article, targetsIn(article, 100, 10));
  const outside = REVISIONS['1 % of words edited']!(article, 11).text;
  for (let warm = 0; warm < 5; warm++) anchorAll(outside, hundred, { baseText: article });
  for (const [name, options] of [
    ['known', { baseText: article }],
    ['unknown', {}],
  ] as const)
    console.log(
      `\n30 kB, 100 annotations, 1 % edited, base ${name}: ${timed(() => anchorAll(outside, hundred, options))[1].toFixed(1)} ms`,
    );
}

const pairs = argument('pairs');
if (pairs !== undefined)
  measurePairs(pairs, { seed, withPeer, show: Number(argument('show') ?? 0), only: argument('name') });
else {
  measureOwnTexts();
  measureArticle();
}
