import assert from 'node:assert/strict';
import type { Annotation, AnnotationSet } from '../../../src/core/annotation/annotation';
import { editSidecar, parseSidecar, type SidecarEdit } from '../../../src/core/sidecar';
import { inverse } from '../../../src/editor/session/history';

const annotation = (id: string, author: string, quote: string): Annotation => ({
  id,
  author,
  type: 'person',
  selector: { quote: [quote] },
});
const fileName = 'a.txt';

/** A sidecar of two authors, with a reply and a rejection. */
const START = editSidecar(
  undefined,
  [
    { kind: 'add-annotation', annotation: annotation('gggggggg', 'anna', 'Bilasj') },
    { kind: 'add-annotation', annotation: annotation('hhhhhhhh', 'bram', 'Almaty') },
    { kind: 'add-reply', reply: { id: 'jjjjjjjj', author: 'bram', replyTo: 'gggggggg', text: 'Sure?' } },
    {
      kind: 'add-rejection',
      rejection: { id: 'kkkkkkkk', author: 'anna', type: 'place', selector: { quote: ['Mei'] }, scope: 'here' },
    },
  ],
  { fileName },
).text;

const inOrder = (set: AnnotationSet) => ({
  ...set,
  annotations: [...set.annotations].sort((a, b) => a.id.localeCompare(b.id)),
});

const CASES: readonly { readonly what: string; readonly edits: readonly SidecarEdit[] }[] = [
  {
    what: 'an annotation that was added',
    edits: [{ kind: 'add-annotation', annotation: annotation('mmmmmmmm', 'anna', 'China') }],
  },
  {
    what: 'an annotation that was changed',
    edits: [{ kind: 'update-annotation', annotation: annotation('gggggggg', 'anna', 'Serikzjan Bilasj') }],
  },
  { what: 'an annotation that was deleted', edits: [{ kind: 'remove-annotation', id: 'gggggggg' }] },
  { what: 'a reply that was deleted', edits: [{ kind: 'remove-reply', id: 'jjjjjjjj' }] },
  { what: 'a rejection that was deleted', edits: [{ kind: 'remove-rejection', id: 'kkkkkkkk' }] },
  { what: 'a title that was set', edits: [{ kind: 'set-source', key: 'title', value: 'Opgepakt' }] },
  { what: 'an author who got a new name', edits: [{ kind: 'rename-author', from: 'anna', to: 'anne' }] },
  { what: 'an author who got the name of another', edits: [{ kind: 'rename-author', from: 'anna', to: 'bram' }] },
  {
    what: 'several changes as one step',
    edits: [
      { kind: 'remove-annotation', id: 'hhhhhhhh' },
      { kind: 'add-annotation', annotation: annotation('nnnnnnnn', 'anna', 'Astana') },
      { kind: 'remove-rejection', id: 'kkkkkkkk' },
    ],
  },
];

describe('taking back', () => {
  for (const { what, edits } of CASES) {
    it(`brings back ${what}`, () => {
      const before = parseSidecar(START).set;
      const changed = editSidecar(START, edits, { fileName });
      assert.deepEqual(changed.problems, []);
      assert.notDeepEqual(inOrder(changed.parsed.set), inOrder(before));
      const back = editSidecar(changed.text, inverse(edits, before), { fileName });
      assert.deepEqual(inOrder(back.parsed.set), inOrder(before));
    });
  }
});
