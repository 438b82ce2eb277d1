import { readFileSync } from 'node:fs';
import type { MarkedText } from '../../../model/documents';

/** How what was found in a set compares with what is marked there. */
export interface Score {
  /** Spans that are marked. */
  gold: number;
  found: number;
  /** Marked spans that were found with both their ends. */
  exact: number;
  /** Marked spans that something found overlaps, and the other way round. */
  overlapGold: number;
  overlapFound: number;
  /** Found charges whose mark has a stage, and of them those with that stage. */
  stages: number;
  stagesRight: number;
}

export const emptyScore = (): Score => ({
  ...{ gold: 0, found: 0, exact: 0, overlapGold: 0, overlapFound: 0, stages: 0, stagesRight: 0 },
});

export const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);

/** Precision, recall and F1 in percent, of whole spans and of overlapping ones. */
export function figuresOf(score: Score): Record<'exact' | 'overlap', readonly [number, number, number]> {
  const figures = (ofFound: number, ofGold: number) => {
    const [p, r] = [percent(ofFound, score.found), percent(ofGold, score.gold)];
    return [p, r, p + r === 0 ? 0 : (2 * p * r) / (p + r)] as const;
  };
  return { exact: figures(score.exact, score.exact), overlap: figures(score.overlapFound, score.overlapGold) };
}

/** The sentences of a file with one JSON object a line whose `charges` are marked by start and end. */
export function readChargesGold(language: 'nl' | 'en', path: string): MarkedText[] {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line, k) => {
    const { text, charges } = JSON.parse(line) as {
      readonly text: string;
      readonly charges: readonly (readonly [number, number, string])[];
    };
    return {
      name: `charges-gold/${k}`,
      language,
      text,
      spans: charges.map(([start, end]) => ({ start, end, type: 'charge' })),
    };
  });
}
