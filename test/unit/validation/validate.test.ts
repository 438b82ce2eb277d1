import assert from 'node:assert/strict';
import { parseSidecar } from '../../../src/core/sidecar';
import { textId } from '../../../src/core/text/text-id';
import { validate } from '../../../src/core/validation';

const ARTICLE = 'In Almaty is 😀 Serikzjan Bilasj opgepakt.';
const id = textId(ARTICLE);
const file = (entry: string): string => `glossator: 1\nannotations:\n  anna:\n    g1: ${entry}\n`;

describe('validation', () => {
  const good: readonly string[] = [
    `{ type: person, quote: "Serikzjan Bilasj", position: { text: "${id}", parts: [[15, 31]] } }`,
    '{ type: note, quote: ["In", "is"], position: { parts: [[0, 2], [10, 12]] }, rendering: "x", state: settled }',
    `{ type: place, quote: "Astana", position: { text: "0123456789ab", parts: [[900, 906]] } }`,
  ];
  for (const entry of good) {
    it(`finds nothing in ${entry.slice(0, 60)}...`, () => {
      assert.deepEqual(
        validate(parseSidecar(file(entry)), { sourceText: ARTICLE, layers: ['person', 'place', 'note'] }),
        [],
      );
    });
  }

  const bad: readonly [string, string, string][] = [
    ['parts-count', '{ type: note, quote: ["a", "b"], position: { parts: [[0, 2]] } }', '[[0, 2]]'],
    ['parts-overlap', '{ type: note, quote: ["a", "b"], position: { parts: [[0, 2], [1, 3]] } }', '[[0, 2], [1, 3]]'],
    ['parts-beyond-text', `{ type: note, quote: "a", position: { text: "${id}", parts: [[0, 200]] } }`, '[[0, 200]]'],
    ['quote-differs', `{ type: note, quote: "Astana", position: { text: "${id}", parts: [[3, 9]] } }`, '"Astana"'],
    ['empty-quote', '{ type: note, quote: " " }', '" "'],
    ['unknown-type', '{ type: dragon, quote: "a" }', 'dragon'],
    ['settled-without-rendering', '{ type: note, quote: "a", rendering: "", state: settled }', 'settled'],
    ['no-parent', '{ reply_to: g9, text: "?" }', 'g9'],
    [
      'merge-conflict',
      '{ type: note, quote: "a", conflicts: [{ field: text, ours: 1, theirs: 2 }] }',
      '[{ field: text, ours: 1, theirs: 2 }]',
    ],
  ];
  for (const [code, entry, place] of bad) {
    it(`reports ${code} at its place`, () => {
      const text = file(entry);
      const problems = validate(parseSidecar(text), { sourceText: ARTICLE, layers: ['person', 'place', 'note'] });
      assert.deepEqual(
        problems.map((problem) => [problem.code, text.slice(problem.range!.start, problem.range!.end)]),
        [[code, place]],
      );
    });
  }
});
