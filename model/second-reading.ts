/**
 * A second reader's marks of a sample of our corpus, beside those of the corpus: `npx tsx model/second-reading.ts` prints the agreement per
 * language and type and lists where the two differ; `--sample` prints the sample without marks, for whoever reads it afresh.
 *
 * The sample is settled by a hash of file name and sentence, so that it is the same for every reader, and grows only where texts
 * are added. The second reading stands in `corpus/second-reading.txt`: a key, then one line a mention (`P name`, `L name`, `C:stage offence`).
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashFolded, mix } from '../src/core/recognition/hashing';
import { findParagraphs } from '../src/core/text/paragraphs';
import { sentenceStarts } from '../src/core/text/sentences';
import { tokenize } from '../src/core/text/tokens';
import { readCorpus, type MarkedText, type Span } from './documents';

const CORPUS = join(dirname(fileURLToPath(import.meta.url)), 'corpus');
/** Sentences of each language. */
const SAMPLE = 100;
/** Shorter ones are headings and results. */
const FEWEST_WORDS = 10;

interface Sentence {
  readonly key: string;
  readonly language: 'nl' | 'en';
  readonly text: string;
  readonly mentions: readonly string[];
}

/** The parts that there were when the sample was drawn. */
const PARTS_READ = /\/[a-e]-/;

function sentencesOf(text: MarkedText): Sentence[] {
  const sentences: Sentence[] = [];
  for (const paragraph of findParagraphs(text.text)) {
    const tokens = tokenize(text.text, paragraph.start, paragraph.end);
    const firsts = sentenceStarts(text.text, tokens);
    for (let from = 0; from < tokens.count;) {
      let to = from + 1;
      while (to < tokens.count && firsts[to] !== 1) to++;
      const [start, end] = [tokens.start[from]!, tokens.end[to - 1]!];
      if (to - from >= FEWEST_WORDS)
        sentences.push({
          key: `${text.name.replace('.txt', '')}:${start}`,
          language: text.language,
          text: text.text.slice(start, end),
          mentions: text.spans
            .filter((span) => span.start >= start && span.end <= end)
            .map((span) => described(span, text.text)),
        });
      from = to;
    }
  }
  return sentences;
}

function described(span: Span, text: string): string {
  const kind =
    span.type === 'person'
      ? 'P'
      : span.type === 'place'
        ? 'L'
        : `C${span.stage ? `:${span.stage.replace(' ', '-')}` : ''}`;
  return `${kind} ${text.slice(span.start, span.end).replace(/\s+/g, ' ')}`;
}

function sample(): Sentence[] {
  const all = readCorpus(CORPUS)
    .filter(({ name }) => PARTS_READ.test(name))
    .flatMap(sentencesOf);
  const order = (sentence: Sentence): number => mix(hashFolded(sentence.key, 0, sentence.key.length)) >>> 0;
  return (['nl', 'en'] as const).flatMap((language) =>
    all
      .filter((sentence) => sentence.language === language)
      .sort((a, b) => order(a) - order(b))
      .slice(0, SAMPLE),
  );
}

function readSecond(): Map<string, string[]> {
  const read = new Map<string, string[]>();
  for (const block of readFileSync(join(CORPUS, 'second-reading.txt'), 'utf8').split(/\n(?=#)/)) {
    const [key = '', ...mentions] = block.split('\n').filter((line) => line !== '');
    read.set(key.replace(/^# /, ''), mentions);
  }
  return read;
}

/** How often each mention stands in a list, so that a name that occurs twice counts twice. */
function counted(mentions: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const mention of mentions) counts.set(mention, (counts.get(mention) ?? 0) + 1);
  return counts;
}

function compare(): void {
  const second = readSecond();
  for (const language of ['nl', 'en'] as const) {
    const read = sample().filter((sentence) => sentence.language === language && second.has(sentence.key));
    const lines: string[] = [];
    for (const type of ['P', 'L', 'C'] as const) {
      let [first, other, same, stages, sameStages] = [0, 0, 0, 0, 0];
      for (const sentence of read) {
        const ours = sentence.mentions.filter((mention) => mention.startsWith(type));
        const theirs = second.get(sentence.key)!.filter((mention) => mention.startsWith(type));
        const bare = (mention: string): string => mention.replace(/^C:[a-z-]+/, 'C');
        const left = counted(theirs.map(bare));
        first += ours.length;
        other += theirs.length;
        for (const mention of ours) {
          const count = left.get(bare(mention)) ?? 0;
          if (count === 0) lines.push(`  ${sentence.key}: only in the corpus: ${mention}`);
          else {
            left.set(bare(mention), count - 1);
            same++;
            if (type === 'C') {
              stages++;
              if (theirs.includes(mention)) sameStages++;
              else lines.push(`  ${sentence.key}: another stage: ${mention}`);
            }
          }
        }
        for (const [mention, count] of left)
          for (let k = 0; k < count; k++) lines.push(`  ${sentence.key}: only in the second reading: ${mention}`);
      }
      const agreement = first + other === 0 ? 100 : (200 * same) / (first + other);
      const stage = type === 'C' && stages > 0 ? `; stage ${sameStages} of ${stages}` : '';
      console.log(
        `${language} ${type}: ${agreement.toFixed(1)} % agreement (F1), ${first} in the corpus, ${other} in the second reading${stage}`,
      );
    }
    console.log(`${language}: ${read.length} sentences read\n${lines.join('\n')}`);
  }
}

if (process.argv.includes('--sample'))
  for (const { key, text } of sample()) console.log(`# ${key}\n${text.replace(/\s+/g, ' ')}`);
else compare();
