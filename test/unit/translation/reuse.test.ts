import assert from 'node:assert/strict';
import type { Annotation, NoteState } from '../../../src/core/annotation/annotation';
import { DecisionMemory, decisionsOf } from '../../../src/core/translation';

const note = (quote: string[], rendering: string | undefined, created: string, state?: NoteState): Annotation => ({
  id: `h${created}`,
  author: 'anna',
  type: 'note',
  selector: { quote },
  created,
  ...(rendering ? { rendering } : {}),
  ...(state ? { state } : {}),
});

const memory = new DecisionMemory('nl');
memory.put(
  'a.txt',
  decisionsOf('a.txt', [
    note(['zaait haat'], 'sows hatred', '2026-01-01'),
    note(['zaaien van haat'], 'inciting hatred', '2026-01-02', 'settled'),
    note(['haat'], 'hatred', '2026-01-03'),
    note(['hangt', 'aan de grote klok'], 'publicises', '2026-01-04'),
    note(['straf'], undefined, '2026-01-05'),
  ]),
);
const offered = (passage: string) =>
  memory.fitting(passage).map(({ kind, decision }) => `${kind} ${decision.annotation.rendering}`);

describe('earlier renderings', () => {
  it('of the same words come before those of another form, settled ones before drafts', () => {
    assert.deepEqual(offered('zaait haat'), ['exact sows hatred', 'inflected inciting hatred']);
    assert.deepEqual(offered('haat zou hebben gezaaid'), ['inflected inciting hatred', 'inflected sows hatred']);
  });

  it('are offered for the whole passage only, not for a word in it', () => {
    assert.deepEqual(offered('diepe haat'), []);
    assert.deepEqual(offered('„haat”'), ['exact hatred']);
  });

  it('of words that are alike come with what differs, and are none that fit', () => {
    const alike = memory.alike('zaait haat en tweedracht');
    assert.deepEqual(
      alike.map(({ decision, likeness: { here, there } }) => [decision.annotation.rendering, here, there]),
      [
        ['sows hatred', ['tweedracht'], []],
        ['inciting hatred', ['tweedracht'], []],
      ],
    );
    assert.deepEqual(memory.alike('zaaide haat'), []);
  });

  it('are found wherever their words stand in a text, the best rendering first', () => {
    const text = 'Hij zaaide haat. Zijn haat bleef.';
    assert.deepEqual(
      memory
        .occurrences(text)
        .map(({ parts, kind, decisions }) => [
          parts.map(({ start, end }) => text.slice(start, end)).join(' … '),
          kind,
          decisions[0]!.annotation.rendering,
        ]),
      [
        ['zaaide haat', 'inflected', 'sows hatred'],
        ['zaaide haat', 'inflected', 'inciting hatred'],
        ['haat', 'exact', 'hatred'],
        ['haat', 'exact', 'hatred'],
      ],
    );
  });

  it('of two parts fit words that stand apart', () => {
    assert.deepEqual(offered('hing de zaak aan de grote klok'), ['inflected publicises']);
  });

  it('name the shortest known term around the cursor', () => {
    const text = 'De man zaaide jarenlang haat.';
    const at = (offset: number) => memory.termAt(text, offset)?.map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(at(text.indexOf('zaaide') + 2), ['zaaide', 'haat']);
    assert.deepEqual(at(text.indexOf('haat') + 2), ['haat']);
    assert.equal(at(1), undefined);
  });

  it('are those that were taken in last, also when taking in others was not at its end', () => {
    const [one, two, three] = ['eis', 'straf', 'boete'].map((quote, k) => note([quote], quote, `2026-02-0${k}`));
    const fresh = new DecisionMemory('nl');
    const slow = fresh.putInSteps('b.txt', decisionsOf('b.txt', [one!, two!]));
    slow.next();
    fresh.put('b.txt', decisionsOf('b.txt', [two!, three!]));
    while (!slow.next().done);
    assert.deepEqual(
      ['eis', 'straf', 'boete'].map((passage) => fresh.fitting(passage).length),
      [0, 1, 1],
    );
  });
});
