/**
 * Trains the recogniser and writes media/recognition.bin: `npx tsx model/train.ts [--out FILE] [--without NAME,...] [--share 0.5]`.
 * `--share` learns from that part of our corpus' texts, for the learning curve.
 * The same corpus, data and versions give the same bytes. Nothing below `shared/data/measure` is read.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LABEL_COUNT } from '../src/core/recognition/chain';
import { contextFeatures, DocumentContext, type Reading } from '../src/core/recognition/document-context';
import { MOST_FEATURES, tokenFeatures } from '../src/core/recognition/features';
import { Gazetteer, Known, PERSON_BITS } from '../src/core/recognition/gazetteer';
import { hashFolded, mix } from '../src/core/recognition/hashing';
import { readPassage, type Passage } from '../src/core/recognition/passage';
import { Chain } from '../src/core/recognition/chain';
import { findParagraphs } from '../src/core/text/paragraphs';
import { TokenKind } from '../src/core/text/tokens';
import { score, trainChains, type ChainWeights, type Example } from './conditional-random-field';
import { fitCalibration } from './calibration';
import { isHeldBack, type MarkedText } from './documents';
import { buildGazetteer } from './gazetteer-table';
import { gatherEntries } from './lexicons/entries';
import { packModel } from './pack';
import { readTrainingTexts } from './training-texts';

const FOLDS = 3;
const FIRST_PASS = { epochs: 12, rate: 0.2, l1: 0.3, l2: 0.05 };
/** The folds only have to make the mistakes that the full pass makes. */
const FOLD_EPOCHS = 8;
const SECOND_PASS = { epochs: 12, rate: 0.1, l1: 0.1, l2: 0.05 };
/** Features seen less often say nothing. */
const RAREST_FEATURE = 2;

/** A paragraph ready for training. */
interface Lesson {
  readonly text: MarkedText;
  readonly passage: Passage;
  readonly language: number;
  readonly weight: number;
  /** Labels of all run tokens, run after run. */
  readonly labels: Uint8Array;
  readonly features: readonly Int32Array[];
}

function readLessons(
  text: MarkedText,
  weight: number,
  gazetteer: Gazetteer,
  lost: { spans: number; all: number },
): Lesson[] {
  const scratch = new Int32Array(MOST_FEATURES);
  const language = text.language === 'nl' ? 0 : 1;
  return findParagraphs(text.text).map((paragraph) => {
    const passage = readPassage(text.text, paragraph.start, paragraph.end, gazetteer);
    forgetSomeNames(text.name, passage);
    forgetSomeWords(text.name, passage);
    const features: Int32Array[] = [];
    for (const run of passage.runs) {
      for (let i = run.start; i < run.end; i++) {
        features.push(scratch.slice(0, tokenFeatures(text.text, passage, i, run, language, scratch)));
      }
    }
    return { text, passage, language, weight, labels: labelsOf(text, passage, paragraph, lost), features };
  });
}

/**
 * Share of a text's listed person names that training doesn't find in the lists: real texts are full of names that no list has.
 * Places are left alone: the lists of places are nearly complete.
 */
const FORGOTTEN = 0.2;
const FORGETTABLE = PERSON_BITS | Known.properName;

function forgetSomeNames(text: string, passage: Passage): void {
  const seed = hashFolded(text, 0, text.length);
  for (let i = 0; i < passage.hash.length; i++) {
    if (mix(passage.hash[i]! ^ seed) >>> 0 >= FORGOTTEN * 2 ** 32) continue;
    if (passage.known[i]! > 0) passage.known[i]! &= ~FORGETTABLE;
  }
}

/**
 * Share of a text's capitalised words whose identity training doesn't see: the words of names are new in every text, and what knows
 * them by heart learns less of their look and their surroundings (feature bagging; Sutton et al. 2006). Cue words are always seen.
 */
const UNSEEN = 0.25;
const ALWAYS_SEEN = Known.title | Known.organisation | Known.placeCue | Known.calendar | Known.demonym | Known.saying;

function forgetSomeWords(text: string, passage: Passage): void {
  const seed = mix(hashFolded(text, 0, text.length) ^ 0x2545f491);
  const { tokens, hash, known } = passage;
  for (let i = 0; i < hash.length; i++) {
    if ((tokens.kind[i]! & TokenKind.capital) === 0 || (Math.max(0, known[i]!) & ALWAYS_SEEN) !== 0) continue;
    const chance = mix(hash[i]! ^ seed);
    if (chance >>> 0 < UNSEEN * 2 ** 32) hash[i] = mix(chance ^ 0x7f4a7c15);
  }
}

function labelsOf(
  text: MarkedText,
  passage: Passage,
  paragraph: { start: number; end: number },
  lost: { spans: number; all: number },
): Uint8Array {
  const { tokens } = passage;
  const at = new Map<number, number>();
  let n = 0;
  for (const run of passage.runs) for (let i = run.start; i < run.end; i++) at.set(i, n++);
  const labels = new Uint8Array(n);
  for (const span of text.spans) {
    if (span.start < paragraph.start || span.end > paragraph.end || (span.type !== 'person' && span.type !== 'place'))
      continue;
    lost.all++;
    let first = 0;
    while (first < tokens.count && tokens.start[first]! < span.start) first++;
    let last = first;
    while (last < tokens.count && tokens.end[last]! < span.end) last++;
    const fits = tokens.start[first] === span.start && tokens.end[last] === span.end;
    let inRun = fits;
    for (let i = first; i <= last && inRun; i++) inRun = at.has(i) && labels[at.get(i)!] === 0;
    if (!inRun) {
      lost.spans++;
      if (process.env['SHOW_LOST'] && text.name.includes('.txt'))
        console.log(text.name, JSON.stringify(text.text.slice(span.start - 10, span.end + 10)));
      continue;
    }
    const base = span.type === 'person' ? 1 : 5;
    for (let i = first; i <= last; i++) {
      labels[at.get(i)!] = base + (first === last ? 3 : i === first ? 0 : i === last ? 2 : 1);
    }
  }
  return labels;
}

/** Features that occur often enough, numbered. */
function numberFeatures(lessons: readonly Lesson[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const lesson of lessons)
    for (const token of lesson.features)
      for (const feature of token) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const numbers = new Map<number, number>();
  for (const [feature, count] of counts) if (count >= RAREST_FEATURE) numbers.set(feature, numbers.size);
  return numbers;
}

function examplesOf(lesson: Lesson, numbers: ReadonlyMap<number, number>): Example[] {
  const examples: Example[] = [];
  let at = 0;
  for (const run of lesson.passage.runs) {
    const length = run.end - run.start;
    const offsets = new Int32Array(length + 1);
    const columns: number[] = [];
    for (let t = 0; t < length; t++) {
      for (const feature of lesson.features[at + t]!) {
        const column = numbers.get(feature);
        if (column !== undefined) columns.push(column);
      }
      offsets[t + 1] = columns.length;
    }
    examples.push({
      labels: lesson.labels.subarray(at, at + length),
      offsets,
      features: Int32Array.from(columns),
      weight: lesson.weight,
    });
    at += length;
  }
  return examples;
}

interface FirstPass extends ChainWeights {
  readonly numbers: ReadonlyMap<number, number>;
}

/** Orders of the examples that are averaged. */
const ORDERS = 10;

function learnFirstPass(lessons: readonly Lesson[], epochs = FIRST_PASS.epochs, orders = ORDERS): FirstPass {
  const numbers = numberFeatures(lessons);
  const examples = lessons.flatMap((lesson) => examplesOf(lesson, numbers));
  return { numbers, ...trainChains(examples, { ...FIRST_PASS, epochs, featureCount: numbers.size }, orders) };
}

/** What the first pass says of a lesson that it was not trained on. */
function readWith(pass: FirstPass, lesson: Lesson): Reading {
  const chain = new Chain(pass.transitions);
  const total = lesson.labels.length;
  const emissions = new Float32Array(total * LABEL_COUNT);
  const marginals = new Float64Array(total * LABEL_COUNT);
  let at = 0;
  for (const example of examplesOf(lesson, pass.numbers)) {
    const length = example.labels.length;
    const scores = new Float64Array(length * LABEL_COUNT);
    score(example, pass.weights, scores);
    emissions.set(scores, at * LABEL_COUNT);
    chain.run(scores, 0, length);
    chain.marginals(marginals.subarray(at * LABEL_COUNT, (at + length) * LABEL_COUNT));
    at += length;
  }
  return { emissions, marginals };
}

/** Whether a text is among the `share` of all, by a hash of its name: each share holds all smaller ones. */
const isWithin = (name: string, share: number): boolean =>
  mix(hashFolded(name, 0, name.length) ^ 0x5ca1ab1e) >>> 0 < share * 2 ** 32;

/** The fold of a text: all its paragraphs go together. */
const foldOf = (name: string): number =>
  [...name].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 1_000_003, 7) % FOLDS;

function learnSecondPass(
  lessons: readonly Lesson[],
): ChainWeights & { numbers: Map<number, number>; calibration: [number, number] } {
  const readings = new Map<Lesson, Reading>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const pass = learnFirstPass(
      lessons.filter((lesson) => foldOf(lesson.text.name) !== fold),
      FOLD_EPOCHS,
      1,
    );
    for (const lesson of lessons) if (foldOf(lesson.text.name) === fold) readings.set(lesson, readWith(pass, lesson));
  }
  const contexts = new Map<MarkedText, DocumentContext>();
  for (const lesson of lessons) {
    let context = contexts.get(lesson.text);
    if (!context) contexts.set(lesson.text, (context = new DocumentContext()));
    context.add(lesson.passage, readings.get(lesson)!);
  }
  const scratch = new Int32Array(MOST_FEATURES);
  const numbers = new Map<number, number>();
  const examples = lessons.flatMap((lesson) => {
    const reading = readings.get(lesson)!;
    let at = 0;
    return lesson.passage.runs.map((run): Example => {
      const length = run.end - run.start;
      const offsets = new Int32Array(length + 1);
      const columns: number[] = [];
      for (let t = 0; t < length; t++) {
        const count = contextFeatures(lesson.passage, reading, at, run, t, contexts.get(lesson.text)!, scratch);
        for (const feature of scratch.subarray(0, count)) {
          if (!numbers.has(feature)) numbers.set(feature, numbers.size);
          columns.push(numbers.get(feature)!);
        }
        offsets[t + 1] = columns.length;
      }
      const example = {
        labels: lesson.labels.subarray(at, at + length),
        offsets,
        features: Int32Array.from(columns),
        given: reading.emissions.subarray(at * LABEL_COUNT, (at + length) * LABEL_COUNT),
        weight: lesson.weight,
      };
      at += length;
      return example;
    });
  });
  const learned = trainChains(examples, { ...SECOND_PASS, featureCount: numbers.size }, ORDERS);
  return { ...learned, numbers, calibration: fitCalibration(examples, learned) };
}

/** A feature whose weights are all below this is left out of the file. */
const SMALLEST_WEIGHT = 0.1;

function collect(into: Map<number, Float32Array>, numbers: ReadonlyMap<number, number>, weights: Float32Array): void {
  for (const [feature, column] of numbers) {
    const row = weights.slice(column * LABEL_COUNT, (column + 1) * LABEL_COUNT);
    if (row.some((w) => Math.abs(w) >= SMALLEST_WEIGHT)) into.set(feature, row);
  }
}

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

function main(): void {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  const shared = process.env['GLOSSATOR_SHARED'] ?? join(root, '../shared');
  if (!existsSync(join(shared, 'data/train'))) {
    console.log(`Nothing trained: the training data are missing (${join(shared, 'data/train')}).`);
    return;
  }
  const started = Date.now();
  const entries = gatherEntries(shared);
  const table = buildGazetteer(entries);
  const gazetteer = new Gazetteer(table.fingerprints, table.kinds, table.combinations, table.common);
  const texts = readTrainingTexts(root, shared, entries, (argument('without') ?? '').split(','));
  writeFileSync(
    join(root, 'model/corpus/held-back.json'),
    `${JSON.stringify(
      texts.map(({ text }) => text.name).filter((name) => name.endsWith('.txt') && isHeldBack(name)),
      null,
      2,
    )}\n`,
  );
  const lost = { spans: 0, all: 0 };
  const share = Number(argument('share') ?? 1);
  const lessons = texts
    .filter(({ text }) => !text.name.endsWith('.txt') || (!isHeldBack(text.name) && isWithin(text.name, share)))
    .flatMap(({ text, weight }) => readLessons(text, weight, gazetteer, lost));
  console.log(
    `${texts.length} texts, ${lessons.length} paragraphs; ${lost.spans} of ${lost.all} names don't fit the tokens (${seconds(started)})`,
  );

  const first = learnFirstPass(lessons);
  console.log(`first pass: ${first.numbers.size} features (${seconds(started)})`);
  const second = learnSecondPass(lessons);
  const features = new Map<number, Float32Array>();
  collect(features, first.numbers, first.weights);
  console.log(`kept ${features.size} features; second pass: ${second.numbers.size} (${seconds(started)})`);
  collect(features, second.numbers, second.weights);
  const bytes = packModel(table, {
    features,
    transitions: [first.transitions, second.transitions],
    calibration: second.calibration,
  });
  const out = argument('out') ?? join(root, 'media/recognition.bin');
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, bytes);
  console.log(
    `${out}: ${bytes.length} bytes, calibration ${second.calibration.map((x) => x.toFixed(3)).join(' ')} (${seconds(started)})`,
  );
}

const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

main();
