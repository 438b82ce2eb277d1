import assert from 'node:assert/strict';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { anchorAll, describe as describeTarget } from '../../../src/core/anchoring';
import { TargetPlacements } from '../../../src/editor/session/target-placements';

const LONG =
  'De raad koos op 3 maart een wethouder uit Bolsward, na een lange vergadering. De raad ging daarna uiteen.\n';
const SHORT = 'De raad ging daarna uiteen.\n';
const WORDS = 'een wethouder uit Bolsward';

const annotation: Annotation = {
  id: 'g1111111',
  author: 'anna',
  type: 'note',
  selector: describeTarget(LONG, [{ start: LONG.indexOf(WORDS), end: LONG.indexOf(WORDS) + WORDS.length }]),
};
const entries = new Map([[annotation.id, annotation]]);

/** The change that turns a text into another, as a reload of the file tells it. */
const reload = (from: string, to: string) => ({ changes: [{ start: 0, end: from.length, text: to }] });

describe('annotations without a place in a text that somebody else writes', () => {
  it('are looked for again in the next text, once, and stay as they were until then', () => {
    const placements = new TargetPlacements(SHORT);
    assert.deepEqual(placements.compare(entries), [annotation]);
    placements.placeAll([annotation], anchorAll(SHORT, [annotation.selector]));
    assert.equal(placements.of(annotation.id)?.state, 'orphaned');
    assert.deepEqual(placements.compare(entries), []);

    placements.follow(reload(SHORT, LONG), () => LONG);
    assert.equal(placements.becameClean(() => LONG).missing, true);
    assert.equal(placements.of(annotation.id)?.state, 'orphaned');
    assert.deepEqual(placements.compare(entries), [annotation]);
    placements.placeAll([annotation], anchorAll(LONG, [annotation.selector]));
    assert.equal(placements.of(annotation.id)?.state, 'anchored');
    assert.deepEqual(placements.compare(entries), []);
    assert.equal(placements.becameClean(() => LONG).missing, false);
  });

  it('are not looked for while the researcher types', () => {
    const placements = new TargetPlacements(LONG);
    placements.compare(entries);
    placements.placeAll([annotation], anchorAll(LONG, [annotation.selector]));
    const start = LONG.indexOf(WORDS);
    const shorter = LONG.slice(0, start) + LONG.slice(start + WORDS.length);
    const followed = placements.follow({ changes: [{ start, end: start + WORDS.length, text: '' }] }, () => shorter);
    assert.notEqual(followed.missing, true);
    assert.equal(placements.of(annotation.id)?.state, 'orphaned');
    assert.deepEqual(placements.compare(entries), []);
  });

  it('are on all their words again where one version had cut them, and go nowhere else for that', () => {
    const place = (placements: TargetPlacements, text: string, base: string) => {
      const unplaced = placements.compare(entries);
      const baseTexts = new Map([[annotation.selector.textId!, base]]);
      placements.placeAll(
        unplaced,
        anchorAll(
          text,
          unplaced.map(({ selector }) => selector),
          { baseTexts },
        ),
      );
    };
    const now = (placements: TargetPlacements, text: string) => {
      const { start, end } = placements.of(annotation.id)!.range!;
      return text.slice(start, end);
    };
    const cut = LONG.replace(' uit Bolsward', '');
    const placements = new TargetPlacements(LONG);
    place(placements, LONG, LONG);
    placements.follow(reload(LONG, cut), () => cut);
    assert.equal(placements.becameClean(() => cut).missing, true);
    place(placements, cut, LONG);
    assert.equal(now(placements, cut), 'een wethouder');
    assert.equal(placements.of(annotation.id)?.changed, true);

    const elsewhere = `${cut}Later kwam er ${WORDS} bij.\n`;
    placements.follow(reload(cut, elsewhere), () => elsewhere);
    placements.becameClean(() => elsewhere);
    place(placements, elsewhere, LONG);
    assert.equal(now(placements, elsewhere), 'een wethouder');

    placements.follow(reload(elsewhere, LONG), () => LONG);
    placements.becameClean(() => LONG);
    place(placements, LONG, LONG);
    assert.equal(now(placements, LONG), WORDS);
    assert.equal(placements.of(annotation.id)?.changed, undefined);
  });
});
