import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { AnnotationSet } from '../../../src/core/annotation/annotation';
import { editParsed, editSidecar, parseSidecar, type SidecarEdit } from '../../../src/core/sidecar';
import { applyToSet, meaningOf } from '../../../src/core/sidecar/set-edits';
import { additions } from './additions';
import { annotations, authors, rejections, replies, sets, sources } from './arbitraries';
import { runs } from '../runs';

const options = { fileName: 'nrc.txt' };

function edited(text: string | undefined, edits: readonly SidecarEdit[]): string {
  const result = editSidecar(text, edits, options);
  assert.deepEqual(result.problems, []);
  return result.text;
}

describe('editing a sidecar', () => {
  it('writes any set so that it reads back the same', () => {
    fc.assert(
      fc.property(sets, (set) => {
        const text = edited(undefined, additions(set));
        const parsed = parseSidecar(text);
        assert.deepEqual(parsed.problems, []);
        assert.equal(parsed.writable, true);
        assert.equal(meaningOf(parsed.set), meaningOf(set));
      }),
      { numRuns: runs(120) },
    );
  });

  const anyEdit = (set: AnnotationSet): fc.Arbitrary<SidecarEdit> => {
    const some = <T>(list: readonly T[], edit: (item: T) => fc.Arbitrary<SidecarEdit>): fc.Arbitrary<SidecarEdit>[] =>
      list.map(edit);
    return fc.oneof(
      annotations.map((annotation): SidecarEdit => ({ kind: 'add-annotation', annotation })),
      replies.map((reply): SidecarEdit => ({ kind: 'add-reply', reply })),
      rejections.map((rejection): SidecarEdit => ({ kind: 'add-rejection', rejection })),
      sources.map((source): SidecarEdit => ({ kind: 'set-source', key: 'title', value: source.title })),
      fc.tuple(authors, authors).map(([from, to]): SidecarEdit => ({ kind: 'rename-author', from, to })),
      ...some(set.annotations, ({ id }) =>
        annotations.map((annotation) => ({ kind: 'update-annotation', annotation: { ...annotation, id } })),
      ),
      ...some(set.annotations, ({ id }) => fc.constant({ kind: 'remove-annotation', id })),
      ...some(set.replies, ({ id }) => replies.map((reply) => ({ kind: 'update-reply', reply: { ...reply, id } }))),
      ...some(set.replies, ({ id }) => fc.constant({ kind: 'remove-reply', id })),
      ...some(set.rejections, ({ id }) => fc.constant({ kind: 'remove-rejection', id })),
    );
  };

  it('does by splicing what the edits mean, and knows the result without reading it again', () => {
    const story = sets.chain((set) => fc.tuple(fc.constant(set), fc.array(anyEdit(set), { maxLength: 6 })));
    fc.assert(
      fc.property(story, ([set, edits]) => {
        const start = parseSidecar(edited(undefined, additions(set)));
        let expected = start.set;
        let parsed = start;
        for (const edit of edits) {
          expected = applyToSet(expected, edit);
          parsed = editParsed(parsed, [edit], options).parsed;
        }
        const atOnce = editSidecar(start.text, edits, options);
        const read = parseSidecar(parsed.text);
        assert.equal(meaningOf(read.set), meaningOf(expected));
        assert.equal(meaningOf(parsed.set), meaningOf(expected));
        assert.equal(meaningOf(parseSidecar(atOnce.text).set), meaningOf(expected));
        assert.deepEqual(read.problems, []);
        for (const { id } of [...read.set.annotations, ...read.set.replies, ...read.set.rejections]) {
          assert.deepEqual(parsed.rangeOf(id), read.rangeOf(id));
        }
      }),
      { numRuns: runs(120) },
    );
  });
});
