import assert from 'node:assert/strict';
import type { Annotation, ConflictSide, FieldConflict } from '../../../src/core/annotation/annotation';
import { mergeSidecars, parseSidecar, editSidecar, type SidecarEdit } from '../../../src/core/sidecar';
import { inverse } from '../../../src/editor/session/history';
import { canChoose, settled, settledSource } from '../../../src/editor/sidecar/settle-field';

const ANNOTATION: Annotation = {
  id: 'g1111111',
  author: 'anna',
  type: 'charge',
  selector: { quote: ['zaaien van haat'] },
  created: '2026-11-21T20:15:00Z',
  rendering: 'sowing hatred',
  charge: { stage: 'suspected' },
};
const file = (edits: readonly SidecarEdit[], text?: string): string =>
  editSidecar(text, edits, { fileName: 'a.txt' }).text;
const base = file([{ kind: 'add-annotation', annotation: ANNOTATION }]);
const changed = (fields: Partial<Annotation>): string =>
  file([{ kind: 'update-annotation', annotation: { ...ANNOTATION, ...fields } }], base);

/** The annotation as a merge leaves it when two sides changed it differently. */
function disputed(ours: Partial<Annotation>, theirs: Partial<Annotation>): Annotation {
  const merged = mergeSidecars(base, changed(ours), changed(theirs));
  return parseSidecar(merged.text!).set.annotations[0]!;
}

describe('settling a field that two sides changed', () => {
  const cases: readonly [
    string,
    Partial<Annotation>,
    Partial<Annotation>,
    ConflictSide,
    (annotation: Annotation) => unknown,
    unknown,
  ][] = [
    ['ours', { rendering: 'a' }, { rendering: 'b' }, 'ours', ({ rendering }) => rendering, 'a'],
    ['theirs', { rendering: 'a' }, { rendering: 'b' }, 'theirs', ({ rendering }) => rendering, 'b'],
    ['the earlier', { rendering: 'a' }, { rendering: 'b' }, 'base', ({ rendering }) => rendering, 'sowing hatred'],
    ['nothing, as before', { literal: 'a' }, { literal: 'b' }, 'base', (each) => 'literal' in each, false],
    [
      'a stage of the charge',
      { charge: { stage: 'accused' } },
      { charge: { stage: 'convicted' } },
      'theirs',
      ({ charge }) => charge?.stage,
      'convicted',
    ],
  ];
  for (const [title, ours, theirs, side, look, expected] of cases) {
    it(`takes ${title}`, () => {
      const annotation = disputed(ours, theirs);
      const conflict = annotation.conflicts?.[0] as FieldConflict;
      assert.ok(canChoose(conflict));
      const after = settled(annotation, conflict, side);
      assert.equal(look(after), expected);
      assert.equal(after.conflicts, undefined);
      const written = file(
        [{ kind: 'update-annotation', annotation: after }],
        mergeSidecars(base, changed(ours), changed(theirs)).text,
      );
      assert.equal(look(parseSidecar(written).set.annotations[0]!), expected);
      assert.doesNotMatch(written, /conflicts/);
    });
  }

  it('leaves other conflicts open', () => {
    const annotation = disputed({ rendering: 'a', literal: 'x' }, { rendering: 'b', literal: 'y' });
    const conflict = annotation.conflicts!.find(({ field }) => field === 'literal')!;
    const after = settled(annotation, conflict, 'theirs');
    assert.deepEqual(
      after.conflicts?.map(({ field }) => field),
      ['rendering'],
    );
  });

  it('does not choose between places: they have to fit the text', () => {
    for (const field of ['quote', 'position', 'position.parts', 'charge.law.position']) {
      assert.equal(canChoose({ field, ours: 1, theirs: 2, base: null }), false, field);
    }
  });

  describe('about the source itself', () => {
    const titled = (text: string | undefined, value: string, key: 'title' | 'citationKey' = 'title'): string =>
      file([{ kind: 'set-source', key, value }], text);
    const text = mergeSidecars(
      titled(titled(base, 'One'), 'Key1', 'citationKey'),
      titled(titled(base, 'Two'), 'Key2', 'citationKey'),
      titled(titled(base, 'Three'), 'Key3', 'citationKey'),
    ).text!;
    const { source } = parseSidecar(text).set;
    const conflictOf = (field: string): FieldConflict => source.conflicts!.find((each) => each.field === field)!;

    for (const [side, title] of [
      ['ours', 'Two'],
      ['theirs', 'Three'],
      ['base', 'One'],
    ] as const) {
      it(`takes ${side}, leaves the other conflict open, and is taken back by its inverse`, () => {
        const edit = settledSource(source, conflictOf('title'), side)!;
        const after = file([edit], text);
        const settledTo = parseSidecar(after).set.source;
        assert.equal(settledTo.title, title);
        assert.deepEqual(
          settledTo.conflicts?.map(({ field }) => field),
          ['citation_key'],
        );
        const back = file(inverse([edit], parseSidecar(text).set), after);
        assert.deepEqual(parseSidecar(back).set.source, source);
      });
    }

    it('takes the last record away with the last conflict', () => {
      const first = file([settledSource(source, conflictOf('title'), 'ours')!], text);
      const left = parseSidecar(first).set.source;
      const after = file([settledSource(left, left.conflicts![0]!, 'theirs')!], first);
      assert.equal(parseSidecar(after).set.source.citationKey, 'Key3');
      assert.doesNotMatch(after, /conflicts/);
    });

    it('leaves what it can’t write to the researcher', () => {
      assert.equal(settledSource(source, { field: 'my_key', ours: 'a', theirs: 'b', base: null }, 'ours'), undefined);
      assert.equal(
        settledSource(source, { field: 'title', ours: 1, theirs: { a: 2 }, base: null }, 'theirs'),
        undefined,
      );
    });
  });
});
