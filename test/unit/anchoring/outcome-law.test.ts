import assert from 'node:assert/strict';
import { anchorAll, describeAll, type Placement } from '../../../src/core/anchoring';
import { wholeGraphemes } from '../../../src/core/text/graphemes';
import type { Range } from '../../../src/core/text/range';
import { ADVERSARIAL } from '../../bench/anchoring/adversarial-texts';
import { MISLEADING, REVISIONS, type Revision } from '../../bench/anchoring/revisions';
import { randomFrom } from '../../bench/anchoring/texts';

const LENGTH = 16_000;
const TARGETS = 120;

const HISTORIES = { ...REVISIONS, ...MISLEADING };
/** Which of two equal lines next to each other went or came nobody can tell, and these texts consist of little else. */
const REPEATED_LINES = new Set(['songs', 'list', 'hearing']);
const UNTOLD = new Set(['10 % of paragraphs deleted', 'paragraphs duplicated']);
/** Where whole paragraphs change places, those that stand there more than once can't be told apart. */
const MIXED = new Set(['paragraphs shuffled', 'similar paragraphs swapped']);

/** Nothing happens to the words. */
const INTACT = new Set(['nothing', 'insert at top', 'CRLF', 'NFD', 'curly quotes straight']);
/** Without the base an edit can make of another place just what the words' own place was: one in a hundred at most. */
const MOST_MISLED = 1;

/** A few letters, or up to a line: in words, across them, across lines. */
function targetsIn(text: string, seed: number): Range[] {
  const random = randomFrom(seed);
  return Array.from({ length: TARGETS }, () => {
    const start = Math.floor(random() * (text.length - 100));
    return { start, end: start + 2 + Math.floor(random() ** 2 * 60) };
  });
}

/** Of two equal words next to each other nobody can tell which one was deleted. */
function hasTwinBeside(text: string, { start, end }: Range): boolean {
  const words = text.slice(start, end);
  return text.slice(Math.max(0, start - 40), start).includes(words) || text.slice(end, end + 40).includes(words);
}

/** True when nothing of the words is where they are said to be. */
function isElsewhere({ range }: Placement, target: Range, { origins }: Revision): boolean {
  if (!range) return false;
  return !origins.subarray(range.start, range.end).some((origin) => target.start <= origin && origin < target.end);
}

describe('on texts that are hard to find one’s way in, an annotation is on its words or says that it is not:', () => {
  for (const [kind, make] of Object.entries(ADVERSARIAL)) {
    const text = make(LENGTH, 5);
    const targets = targetsIn(text, 6)
      .map((target) => wholeGraphemes(text, target))
      .filter((target) => !hasTwinBeside(text, target));
    const selectors = describeAll(text, targets);
    for (const [history, revise] of Object.entries(HISTORIES)) {
      if (MIXED.has(history) || (REPEATED_LINES.has(kind) && UNTOLD.has(history))) continue;
      it(`${kind}, ${history}`, () => {
        const revision = revise(text, 7);
        const elsewhere = (placements: readonly Placement[]): string[] =>
          targets
            .filter((target, k) => isElsewhere(placements[k]!, target, revision))
            .map(({ start, end }) => text.slice(start, end));
        const known = anchorAll(revision.text, selectors, { baseText: text });
        assert.deepEqual(elsewhere(known), []);
        const unknown = elsewhere(anchorAll(revision.text, selectors));
        assert.ok(unknown.length <= MOST_MISLED, unknown.join(', '));
        if (INTACT.has(history))
          assert.ok(known.filter(({ state }) => state === 'anchored').length >= 0.95 * targets.length);
      });
    }
  }
});
