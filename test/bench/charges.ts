/**
 * Prints precision, recall and F1 of charge recognition: on the charge sentences to measure by (aggregate figures only,
 * never a sentence), and on our own corpus with the accuracy of the stage.
 *
 *     npx tsx test/bench/charges.ts [--errors nl|en] [--part LETTERS]
 *
 * `--errors` lists what went wrong in the development part of our own corpus; `--part f` looks at its texts of part f alone. The last
 * table is what the probabilities of charges are taken from: the share of mentions of each that overlap a marked charge in the development part.
 */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isHeldBack, readCorpus, type MarkedText, type Span } from '../../model/documents';
import { findCharges } from '../../src/core/recognition/charges/find-charges';
import type { ChargeLanguage } from '../../src/core/recognition/charges/charge-mention';
import { emptyScore, figuresOf, percent, readChargesGold, type Score } from './accuracy/score';

const ROOT = join(import.meta.dirname, '../..');
const GOLD = join(process.env['GLOSSATOR_SHARED'] ?? join(ROOT, '../shared'), 'data/measure/charges-gold');
const LANGUAGES: readonly ChargeLanguage[] = ['nl', 'en'];

const corpus = readCorpus(join(ROOT, 'model/corpus'));
/** The parts of the corpus that are looked at, by the letter that their files begin with; all when none are named. */
const PARTS = process.argv.includes('--part') ? process.argv[process.argv.indexOf('--part') + 1] : undefined;
const isOfParts = (name: string): boolean => PARTS === undefined || PARTS.includes(basename(name)[0] ?? '');
const ofCorpus = (language: ChargeLanguage, heldBack: boolean): MarkedText[] =>
  corpus.filter((text) => text.language === language && isHeldBack(text.name) === heldBack && isOfParts(text.name));
const chargesOf = ({ spans }: MarkedText): Span[] => spans.filter(({ type }) => type === 'charge');

function measure(texts: readonly MarkedText[], language: ChargeLanguage, list: boolean): Score {
  const score = emptyScore();
  for (const marked of texts) {
    const { name, text } = marked;
    const charges = chargesOf(marked);
    const found = findCharges(text, language);
    score.gold += charges.length;
    score.found += found.length;
    for (const charge of charges) {
      const near = found.find((mention) => mention.start < charge.end && charge.start < mention.end);
      const same = near !== undefined && near.start === charge.start && near.end === charge.end;
      if (near) score.overlapGold++;
      if (same) score.exact++;
      if (near && charge.stage !== undefined) {
        score.stages++;
        if (near.stage === charge.stage) score.stagesRight++;
        else if (list) print('STAGE', name, text, charge, `${charge.stage} != ${near.stage ?? '-'}`);
      }
      if (list && !near) print('MISSED', name, text, charge);
      if (list && near && !same) print('BOUNDS', name, text, charge, text.slice(near.start, near.end));
    }
    for (const mention of found) {
      if (charges.some((charge) => charge.start < mention.end && mention.start < charge.end)) score.overlapFound++;
      else if (list) print('FALSE', name, text, mention, text.slice(mention.trigger.start, mention.trigger.end));
    }
  }
  return score;
}

function print(kind: string, name: string, text: string, range: { start: number; end: number }, note = ''): void {
  const before = text.slice(Math.max(0, range.start - 90), range.start);
  const after = text.slice(range.end, range.end + 60);
  console.log(
    `${kind} ${name}: ${before}[${text.slice(range.start, range.end)}]${after} ## ${note}`.replace(/\n/g, '⏎'),
  );
}

function row(set: string, language: string, score: Score): string {
  const { exact, overlap } = figuresOf(score);
  const show = (figures: readonly number[]): string => figures.map((x) => x.toFixed(1).padStart(5)).join(' ');
  const stage =
    score.stages === 0 ? '' : `  stage ${percent(score.stagesRight, score.stages).toFixed(1)} of ${score.stages}`;
  return `${set.padEnd(18)} ${language}  exact P/R/F1 ${show(exact)}  overlap ${show(overlap)}  gold ${score.gold} found ${score.found}${stage}`;
}

/** Of each probability that a charge is given: how many in the development part have it, and how many of those overlap a mark. */
function calibration(): string[] {
  const counts = new Map<number, { found: number; right: number }>();
  for (const language of LANGUAGES)
    for (const marked of ofCorpus(language, false))
      for (const mention of findCharges(marked.text, language)) {
        const count = counts.get(mention.probability) ?? { found: 0, right: 0 };
        counts.set(mention.probability, count);
        count.found++;
        if (chargesOf(marked).some((charge) => charge.start < mention.end && mention.start < charge.end)) count.right++;
      }
  return [...counts]
    .sort(([a], [b]) => b - a)
    .map(([probability, { found, right }]) => `${probability}: ${(right / found).toFixed(3)} of ${found}`);
}

function main(): void {
  const listed = process.argv[process.argv.indexOf('--errors') + 1];
  for (const language of LANGUAGES) {
    const gold = join(GOLD, `charges-${language}.jsonl`);
    if (existsSync(gold))
      console.log(row('charges-gold', language, measure(readChargesGold(language, gold), language, false)));
    else console.log(`charges-gold ${language}: not present, skipped`);
  }
  for (const heldBack of [false, true])
    for (const language of LANGUAGES) {
      const list = !heldBack && process.argv.includes('--errors') && listed === language;
      const name = heldBack ? 'corpus held back' : 'corpus develop';
      console.log(row(name, language, measure(ofCorpus(language, heldBack), language, list)));
    }
  console.log(`probability of a charge: share that overlaps a mark, corpus develop\n  ${calibration().join('\n  ')}`);
}

main();
