import assert from 'node:assert/strict';
import type { ChargeLanguage } from '../../../../src/core/recognition/charges/charge-mention';
import { findCharges } from '../../../../src/core/recognition/charges/find-charges';
import { unmark } from './unmark';
import { ENGLISH_CHARGES, ENGLISH_NO_CHARGES } from './en/cases';
import { DUTCH_CHARGES, DUTCH_NO_CHARGES } from './nl/cases';
import { DUTCH_TOLD_DEEDS, DUTCH_TOLD_NOTHING } from './nl/told-deeds';

const lines = (block: string): string[] => block.split('\n').filter((line) => line.trim() !== '');

const LANGUAGES: readonly (readonly [ChargeLanguage, string, string])[] = [
  ['nl', DUTCH_CHARGES, DUTCH_NO_CHARGES],
  ...Object.values(DUTCH_TOLD_DEEDS).map((told) => ['nl', told, ''] as const),
  ['nl', '', DUTCH_TOLD_NOTHING],
  ['en', ENGLISH_CHARGES, ENGLISH_NO_CHARGES],
];

for (const [language, charges, noCharges] of LANGUAGES) {
  describe(`charges in ${language}`, () => {
    for (const line of lines(charges))
      it(`finds ${line}`, () => {
        const { text, charges: expected } = unmark(line);
        const found = findCharges(text, language).map(({ start, end, stage }) => ({
          text: text.slice(start, end),
          stage,
        }));
        assert.deepEqual(
          found,
          expected.map(({ start, end, stage }) => ({ text: text.slice(start, end), stage })),
        );
      });
    for (const line of lines(noCharges))
      it(`finds none in ${line}`, () => {
        assert.deepEqual(
          findCharges(line, language).map(({ start, end }) => line.slice(start, end)),
          [],
        );
      });
  });
}
