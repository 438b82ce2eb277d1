/** Which texts are trained on, with what weight, brought in line with the annotation guidelines. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Known, LONGEST_ENTRY } from '../src/core/recognition/gazetteer';
import { tokenize } from '../src/core/text/tokens';
import {
  ALPINO,
  CROSSNER,
  EUROPEANA,
  readColumns,
  isOnlyMeasured,
  readCorpus,
  UNER,
  WIKIGOLD,
  WNUT,
  type ColumnFormat,
  type MarkedText,
  type Span,
} from './documents';
import type { Entries } from './lexicons/entries';

interface Source {
  readonly name: string;
  readonly language: 'nl' | 'en';
  readonly file: string;
  readonly format: ColumnFormat;
  readonly weight: number;
}

const SOURCES: readonly Source[] = [
  { name: 'alpino', language: 'nl', file: 'ud-dutch-alpino-ner/alpino.bio', format: ALPINO, weight: 1.6 },
  { name: 'wikigold', language: 'en', file: 'wikigold-en/wikigold.conll.txt', format: WIKIGOLD, weight: 0.7 },
  { name: 'crossner', language: 'en', file: 'crossner-politics-en/train.txt', format: CROSSNER, weight: 0.5 },
  { name: 'crossner-dev', language: 'en', file: 'crossner-politics-en/dev.txt', format: CROSSNER, weight: 0.5 },
  { name: 'uner', language: 'en', file: 'uner-en-ewt/en_ewt-ud-dev.iob2', format: UNER, weight: 0.7 },
  { name: 'wnut', language: 'en', file: 'wnut17-en/wnut17train.conll', format: WNUT, weight: 0.3 },
  { name: 'europeana', language: 'nl', file: 'europeana-nl/enp_NL.kb.bio', format: EUROPEANA, weight: 0.2 },
];

/**
 * Sets that are not learned from unless `WITH` names them: `wnut` and `europeana` are noisy and were not measured with the present
 * features; `alpino` and `uner` are under CC BY-SA and add next to nothing (figures in model/README.md), so that leaving them out
 * settles the licence of the weights.
 */
const LEFT_OUT = ['wnut', 'europeana', 'alpino', 'uner'];

/** Dutch has our corpus alone, English the open sets besides: without a weight the English habits win. */
const DUTCH_WEIGHT = 1.6;

export interface TrainingText {
  readonly text: MarkedText;
  readonly weight: number;
}

/** Our corpus at full weight, then the open sets that are present. `without` names sets to leave out. */
export function readTrainingTexts(
  root: string,
  shared: string,
  entries: Entries,
  without: readonly string[],
): TrainingText[] {
  const texts: TrainingText[] = [];
  if (!without.includes('corpus')) {
    for (const text of readCorpus(join(root, 'model/corpus')).filter(({ name }) => !isOnlyMeasured(name)))
      texts.push({ text, weight: text.language === 'nl' ? DUTCH_WEIGHT : 1 });
  }
  const wanted = process.env['WITH']?.split(',') ?? [];
  for (const source of SOURCES) {
    const path = join(shared, 'data/train', source.file);
    if (
      without.includes(source.name) ||
      !existsSync(path) ||
      (LEFT_OUT.includes(source.name) && !wanted.includes(source.name))
    )
      continue;
    for (const text of readColumns(source.name, source.language, path, source.format)) {
      texts.push({ text: markPlacesInOrganisations(text, entries), weight: source.weight });
    }
  }
  return texts;
}

/** The guidelines mark the place inside an organisation's name; the open sets don't, but the gazetteer can tell. */
function markPlacesInOrganisations(text: MarkedText, entries: Entries): MarkedText {
  const added: Span[] = [];
  for (const span of text.spans) {
    if (span.type !== 'organisation') continue;
    const words = tokenize(text.text, span.start, span.end);
    for (let i = 0; i < words.count; i++) {
      for (let length = Math.min(LONGEST_ENTRY, words.count - i); length > 0; length--) {
        const [start, end] = [words.start[i]!, words.end[i + length - 1]!];
        const found = entries.phrases.get(text.text.slice(start, end).toLowerCase().replace(/\s+/g, ' ')) ?? 0;
        const sure =
          (found & (Known.country | Known.city)) !== 0 &&
          (found & (Known.firstName | Known.surname | Known.organisation | Known.placeCue)) === 0;
        if (!sure || end - start < 4 || !/^\p{Lu}\p{Ll}/u.test(text.text.slice(start))) continue;
        added.push({ start, end, type: 'place' });
        i += length - 1;
        break;
      }
    }
  }
  return added.length > 0 ? { ...text, spans: [...text.spans, ...added] } : text;
}
