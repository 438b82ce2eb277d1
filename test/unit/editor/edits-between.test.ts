import assert from 'node:assert/strict';
import { type Annotation, EMPTY_SET, type AnnotationSet } from '../../../src/core/annotation/annotation';
import { editSidecar, parseSidecar } from '../../../src/core/sidecar';
import { editsBetween } from '../../../src/editor/sidecar/edits-between';
import { numberedAnnotation } from '../files/numbered-annotation';

const note = (number: number, fields: Partial<Annotation> = {}): Annotation => ({
  ...numberedAnnotation('g', number),
  ...fields,
});
const rejection = { ...note(9), scope: 'here' as const };
const reply = { id: 'h0000001', author: 'bram', replyTo: note(0).id, text: 'Literal.' };

describe('restoring a version by edits', () => {
  const versions: Readonly<Record<string, AnnotationSet>> = {
    empty: EMPTY_SET,
    'two annotations': { ...EMPTY_SET, annotations: [note(0), note(1)] },
    'one of them changed, one of another author': {
      ...EMPTY_SET,
      source: { title: 'A title', date: '2019' },
      annotations: [note(0, { rendering: 'a rendering' }), note(1, { author: 'carla' })],
    },
    'with a reply and a rejection': {
      ...EMPTY_SET,
      source: { title: 'Another' },
      annotations: [note(0), note(2)],
      replies: [reply],
      rejections: [rejection],
    },
  };
  for (const [from, before] of Object.entries(versions)) {
    for (const [to, after] of Object.entries(versions)) {
      it(`leads from ${from} to ${to}, and back`, () => {
        const text = editSidecar(undefined, editsBetween(EMPTY_SET, before), { fileName: 'a.txt' }).text;
        const there = editSidecar(text, editsBetween(parseSidecar(text).set, after), { fileName: 'a.txt' });
        assert.deepEqual(there.problems, []);
        assert.deepEqual(editsBetween(parseSidecar(there.text).set, after), []);
        const back = editSidecar(there.text, editsBetween(there.parsed.set, before), { fileName: 'a.txt' });
        assert.deepEqual(editsBetween(parseSidecar(back.text).set, before), []);
      });
    }
  }
});
