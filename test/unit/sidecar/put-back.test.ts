import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editParsed, entryPlace, parseSidecar } from '../../../src/core/sidecar';
import { inverse } from '../../../src/editor/session/history';
import { runs } from '../runs';
import { Pen } from './hand-written';
import { ancestor, branch } from './histories';

const options = { fileName: 'nrc.txt' };

/** The text after some entries were removed, in file order, and put back. */
function removedAndPutBack(text: string, isRemoved: (id: string) => boolean): string {
  const before = parseSidecar(text);
  const { annotations, replies, rejections } = before.set;
  const startOf = (id: string): number => before.rangeOf(id)!.start;
  const removals = [
    ...annotations.map(({ id }) => ({ kind: 'remove-annotation', id }) as const),
    ...replies.map(({ id }) => ({ kind: 'remove-reply', id }) as const),
    ...rejections.map(({ id }) => ({ kind: 'remove-rejection', id }) as const),
  ]
    .filter(({ id }) => isRemoved(id))
    .sort((a, b) => startOf(a.id) - startOf(b.id));
  const undo = inverse(removals, before.set, (id) => entryPlace(before, id));
  const removed = editParsed(before, removals, options);
  const back = editParsed(removed.parsed, undo, options);
  assert.deepEqual([...removed.problems, ...back.problems], []);
  for (const { id } of annotations) assert.deepEqual(back.parsed.rangeOf(id), parseSidecar(back.text).rangeOf(id));
  return back.text;
}

describe('an entry that was removed and is put back', () => {
  const lines = (text: string): readonly string[] => text.split(/\r?\n/).filter((line) => line.trim() !== '');

  const isNoComment = (line: string): boolean => !/^ *#/.test(line);

  it('stands where it stood, with its comments and unknown keys, whoever wrote the file', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed) => {
        const pen = new Pen(seed);
        const { text, story } = branch(pen, ancestor(pen));
        const back = removedAndPutBack(text, () => pen.chance(0.4));
        assert.deepEqual(lines(back).filter(isNoComment), lines(text).filter(isNoComment), story);
        assert.deepEqual([...lines(back)].sort(), [...lines(text)].sort(), story);
        assert.equal(back.includes('\r\n'), text.includes('\r\n'));
      }),
      { numRuns: runs(100) },
    );
  });

  const entry = (id: string): string =>
    `    ${id}: # seen\n      type: note\n      quote: "hangt"\n      my_key: [1, ${id}]\n`;
  const file =
    `glossator: 1\n\nannotations:\n  anna:\n${entry('g1111111')}\n    # above\n${entry('g2222222')}\n${entry('g3333333')}\n` +
    `  bram:\n    # the only one\n${entry('g4444444')}\nrejected:\n  anna:\n  bram:\n`;
  for (const ids of [['g1111111'], ['g2222222'], ['g3333333'], ['g4444444']])
    for (const text of [file, file.replaceAll('\n', '\r\n')])
      it(`leaves no trace: ${ids.join(', ')}${text === file ? '' : ' with CRLF'}`, () => {
        assert.equal(
          removedAndPutBack(text, (id) => ids.includes(id)),
          text,
        );
      });

  it('is written anew where its lines say something else by now', () => {
    const before = parseSidecar(file);
    const [annotation] = before.set.annotations;
    const removed = editParsed(before, [{ kind: 'remove-annotation', id: annotation!.id }], options);
    const place = entryPlace(before, annotation!.id)!;
    const back = editParsed(
      removed.parsed,
      [{ kind: 'add-annotation', annotation: { ...annotation!, rendering: 'hangs' }, place }],
      options,
    );
    assert.equal(back.parsed.set.annotations.find(({ id }) => id === annotation!.id)?.rendering, 'hangs');
  });
});
