import assert from 'node:assert/strict';
import { anchorAll } from '../../../src/core/anchoring';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { textId } from '../../../src/core/text/text-id';
import { TargetPlacements } from '../../../src/editor/session/target-placements';
import { Ledger } from '../../host/git-story/ledger';
import { Random } from '../../host/git-story/random';
import { normalised, revised, rewrapped } from '../../host/git-story/revisions';
import { plain, tag, type Tagged } from '../../host/git-story/tagged-text';
import { ARTICLES } from '../../host/git-story/three-articles';
import { runs } from '../runs';

const STEPS = 10;

/** The change by which an editor takes in another text: all lines between the first and the last that differ. */
function reload(before: string, after: string): { start: number; end: number; text: string } {
  const [old, now] = [before.split(/(?<=\n)/), after.split(/(?<=\n)/)];
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const length = (lines: readonly string[]) => lines.join('').length;
  return {
    start: length(old.slice(0, head)),
    end: before.length - length(old.slice(old.length - tail)),
    text: now.slice(head, now.length - tail).join(''),
  };
}

describe('forty annotations while their article becomes one version after the other', () => {
  it('stand on their very words, or are told to be changed or without a place', () => {
    for (let seed = 1; seed <= runs(12); seed++) {
      const random = new Random(seed);
      const ledger = new Ledger();
      let tokens: Tagged = tag(ARTICLES[random.one(Object.keys(ARTICLES) as (keyof typeof ARTICLES)[])]);
      const baseTexts = new Map([[textId(plain(tokens)), plain(tokens)]]);
      const entries = new Map<string, Annotation>();
      for (let k = 0; k < 40; k++) {
        const edit = ledger.make(tokens, 'anna', random);
        if (edit.kind === 'add-annotation') entries.set(edit.annotation.id, edit.annotation);
      }
      const placements = new TargetPlacements(plain(tokens));
      const place = (text: string): void => {
        const unplaced = placements.compare(entries);
        const selectors = unplaced.map(({ selector }) => selector);
        placements.placeAll(unplaced, anchorAll(text, selectors, { baseTexts }));
      };
      place(plain(tokens));
      const versions = [tokens];
      const done: string[] = [];
      for (let step = 0; step < STEPS; step++) {
        const before = plain(tokens);
        const kind = random.one(['revised', 'revised', 'rewrapped', 'normalised', 'an earlier version']);
        if (kind === 'rewrapped') tokens = rewrapped(tokens, random.one([60, 100]));
        else if (kind === 'normalised') tokens = normalised(tokens, random.one(['NFC', 'NFD']));
        else if (kind === 'revised') tokens = revised(tokens, random);
        else tokens = random.one(versions);
        done.push(kind);
        versions.push(tokens);
        ledger.note(tokens);
        const text = plain(tokens);
        if (placements.follow({ changes: [reload(before, text)] }, () => text).missing) place(text);
        if (placements.becameClean(() => text).missing) place(text);
        for (const annotation of entries.values()) {
          const { range, changed } = placements.of(annotation.id)!;
          if (!range) continue;
          const wrong = ledger.wrongAbout(annotation, { ...range, label: '', words: '' }, text, changed === true);
          assert.equal(wrong, undefined, `seed ${seed}, ${done.join(', ')}: ${String(wrong)}`);
        }
      }
    }
  });
});
