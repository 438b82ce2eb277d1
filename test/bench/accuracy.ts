/**
 * Accuracy of the recogniser per set, language and type, exact and relaxed, beside the library that people would take
 * (compromise), in one process: `npx tsx test/bench/accuracy.ts [--model FILE] [--errors] [--corpus-only] [--part h-1]`. `--part` adds the
 * texts of our corpus whose names begin so.
 *
 * Sets that are absent are named and skipped. Errors are listed on our own corpus only.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nlp from 'compromise';
import { CONLL, isHeldBack, readColumns, readCorpus, type MarkedText, type SpanType } from '../../model/documents';
import { createRecognizer } from '../../src/core/recognition';
import { emptyScore, figuresOf, percent, readChargesGold, type Score } from './accuracy/score';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const shared = process.env['GLOSSATOR_SHARED'] ?? join(root, '../shared');
const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const modelFile = argument('model') ?? join(root, 'media/recognition.bin');

interface Found {
  readonly start: number;
  readonly end: number;
  readonly type: SpanType;
  readonly stage?: string;
  readonly probability?: number;
}
type Finder = (text: MarkedText) => readonly Found[];

const recognizer = createRecognizer(readFileSync(modelFile));
const ours: Finder = (text) =>
  recognizer.recognize(text.text, { language: text.language }).map((mention) => ({
    ...mention,
    ...(mention.charge?.stage && { stage: mention.charge.stage }),
  }));

/** `people()` and `places()`, with the punctuation that compromise leaves on their ends taken off. */
const compromise: Finder = (text) => {
  const doc = nlp(text.text);
  const found: Found[] = [];
  for (const [type, view] of [
    ['person', doc.people()],
    ['place', doc.places()],
  ] as const) {
    for (const match of view.json({ offset: true }) as { text: string; offset: { start: number; length: number } }[]) {
      let { start } = match.offset;
      let end = start + match.offset.length;
      const outside = /[\s.,;:!?()„“”‘’"'«»–—-]/;
      while (start < end && outside.test(text.text[start]!)) start++;
      while (end > start && outside.test(text.text[end - 1]!)) end--;
      if (/['’]s$/.test(text.text.slice(start, end))) end -= 2;
      if (end > start) found.push({ start, end, type });
    }
  }
  return found;
};

function count(texts: readonly MarkedText[], type: SpanType, finder: Finder): Score {
  const total = emptyScore();
  for (const text of texts) {
    const organisations = text.spans.filter((span) => span.type === 'organisation');
    const gold = text.spans.filter((span) => span.type === type);
    const found = cached(finder, text).filter(
      (mention) =>
        mention.type === type &&
        !(type === 'place' && organisations.some((o) => o.start <= mention.start && mention.end <= o.end)),
    );
    const overlaps = (a: Found, b: Found) => a.start < b.end && b.start < a.end;
    total.gold += gold.length;
    total.found += found.length;
    for (const span of gold) {
      const same = found.find((mention) => mention.start === span.start && mention.end === span.end);
      if (same) total.exact++;
      if (found.some((mention) => overlaps(mention, span))) total.overlapGold++;
      if (same && span.stage) {
        total.stages++;
        if (same.stage === span.stage) total.stagesRight++;
      }
    }
    total.overlapFound += found.filter((mention) => gold.some((span) => overlaps(mention, span))).length;
  }
  return total;
}

const results = new Map<Finder, Map<MarkedText, readonly Found[]>>();
function cached(finder: Finder, text: MarkedText): readonly Found[] {
  const known = results.get(finder) ?? new Map<MarkedText, readonly Found[]>();
  results.set(finder, known);
  let found = known.get(text);
  if (!found) known.set(text, (found = finder(text)));
  return found;
}

const cell = (x: number): string => x.toFixed(1).padStart(6);

function row(set: string, language: string, type: SpanType, texts: readonly MarkedText[]): void {
  for (const [name, finder] of [
    ['ours', ours],
    ['compromise', compromise],
  ] as const) {
    if (name === 'compromise' && type === 'charge') continue;
    const c = count(texts, type, finder);
    const { exact, overlap } = figuresOf(c);
    const stage =
      c.stages > 0 && name === 'ours' ? `  stage ${percent(c.stagesRight, c.stages).toFixed(1)} % of ${c.stages}` : '';
    console.log(
      `${set.padEnd(18)} ${language}  ${type.padEnd(7)} ${name.padEnd(10)} ${exact.map(cell).join(' ')}  ` +
        `${overlap.map(cell).join(' ')}  ${String(c.gold).padStart(5)} ${String(c.found).padStart(5)}${stage}`,
    );
  }
}

function listErrors(texts: readonly MarkedText[]): void {
  for (const text of texts) {
    const found = cached(ours, text);
    for (const type of ['person', 'place'] as const) {
      const gold = text.spans.filter((span) => span.type === type);
      const mine = found.filter((mention) => mention.type === type);
      const same = (a: Found, b: Found) => a.start === b.start && a.end === b.end;
      const show = (kind: string, span: Found) =>
        console.log(
          `${kind} ${type} ${text.name}: ${text.text.slice(Math.max(0, span.start - 30), span.start).replace(/\n/g, '/')}[${text.text.slice(span.start, span.end)}]${text.text.slice(span.end, span.end + 20).replace(/\n/g, '/')}`,
        );
      for (const span of gold) if (!mine.some((mention) => same(mention, span))) show('missed', span);
      for (const span of mine) if (!gold.some((mention) => same(mention, span))) show('wrong ', span);
    }
  }
}

console.log(
  'set                lang type    by              exact: P      R     F1  relaxed: P   R     F1    gold found',
);
const corpus = readCorpus(join(root, 'model/corpus'));
const heldBack = corpus.filter((text) => isHeldBack(text.name));
for (const language of ['nl', 'en'] as const) {
  const texts = heldBack.filter((text) => text.language === language);
  for (const type of ['person', 'place', 'charge'] as const) row('corpus, held back', language, type, texts);
}
const part = argument('part');
if (part) {
  const texts = corpus.filter((text) => text.name.slice(3).startsWith(part));
  for (const language of ['nl', 'en'] as const) {
    const of = texts.filter((text) => text.language === language);
    for (const type of ['person', 'place'] as const) row(`corpus, part ${part}`, language, type, of);
  }
  if (process.argv.includes('--errors')) listErrors(texts);
} else if (process.argv.includes('--errors')) listErrors(heldBack);

for (const [set, language, file, types] of [
  ['CoNLL-2002 testa', 'nl', 'conll2002-nl/ned.testa', ['person', 'place']],
  ['CoNLL-2003 testa', 'en', 'conll2003-en/eng.testa', ['person', 'place']],
  ['charges-gold', 'nl', 'charges-gold/charges-nl.jsonl', ['charge']],
  ['charges-gold', 'en', 'charges-gold/charges-en.jsonl', ['charge']],
] as const) {
  const path = join(shared, 'data/measure', file);
  if (process.argv.includes('--corpus-only')) continue;
  if (!existsSync(path)) {
    console.log(`${set} (${language}): not measured, ${file} is absent`);
    continue;
  }
  const texts = file.endsWith('jsonl') ? readChargesGold(language, path) : readColumns(set, language, path, CONLL);
  for (const type of types) row(set, language, type, texts);
}

/** How often suggestions of each probability are right (exact span and type; charges: overlap), on the held-back tenth. */
function printCalibration(): void {
  console.log('\ncalibration on the held-back tenth: probability, suggestions, of them right');
  const edges = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0001];
  for (const types of [['person', 'place'], ['charge']] as const) {
    for (let k = 0; k + 1 < edges.length; k++) {
      const [low, high] = [edges[k]!, edges[k + 1]!];
      let [found, right, sum] = [0, 0, 0];
      for (const text of heldBack) {
        for (const mention of cached(ours, text)) {
          const { type, probability = 0, start, end } = mention;
          if (!(types as readonly string[]).includes(type) || probability < low || probability >= high) continue;
          found++;
          sum += probability;
          const same = (span: Found): boolean =>
            type === 'charge' ? span.start < end && start < span.end : span.start === start && span.end === end;
          if (text.spans.some((span) => span.type === type && same(span))) right++;
        }
      }
      if (found > 0)
        console.log(
          `  ${types.join(' + ').padEnd(14)} ${low.toFixed(2)}-${Math.min(1, high).toFixed(2)}  mean ${(sum / found).toFixed(3)}  ` +
            `${String(found).padStart(5)}  ${percent(right, found).toFixed(1).padStart(5)} %`,
        );
    }
  }
}
printCalibration();
