import assert from 'node:assert/strict';
import { mergeSidecars, parseSidecar, settleEntry } from '../../../src/core/sidecar';
import { validate } from '../../../src/core/validation';

const NOTE = '    g1111111:\n      type: note\n      quote: "hangt"\n';
const file = (reply: string, scope: string): string =>
  `glossator: 1\n\nannotations:\n  anna:\n${NOTE}\n  bram:\n    r1111111: { reply_to: g1111111, text: "${reply}" } # by hand\n\n` +
  `rejected:\n  anna:\n    x1111111: { type: place, quote: "Bilasj", scope: ${scope}, own: 1 }\n`;

/** What a merge left to decide in a reply and in a rejection. */
function disputed(): ReturnType<typeof parseSidecar> {
  const ours = file('Yes.', 'source').replace('own: 1', 'own: 3');
  const theirs = file('Never.', 'here').replace('own: 1', 'own: 2');
  const { text } = mergeSidecars(file('Maybe.', 'here').replace('scope: here, ', ''), ours, theirs);
  return parseSidecar(text!);
}

describe('what two sides changed in a reply or a rejection', () => {
  it('is read with the entry, and is a problem', () => {
    const parsed = disputed();
    const { replies, rejections } = parsed.set;
    assert.deepEqual(replies[0]!.conflicts, [{ field: 'text', ours: 'Yes.', theirs: 'Never.', base: 'Maybe.' }]);
    assert.deepEqual(rejections[0]!.conflicts?.map(({ field }) => field).sort(), ['own', 'scope']);
    const found = validate(parsed).filter(({ code }) => code === 'merge-conflict');
    assert.equal(found.length, 3);
    assert.ok(found.every(({ range }) => range !== undefined && parsed.text.slice(range.start).startsWith('[{ field')));
  });

  for (const [side, said] of [
    ['ours', 'Yes.'],
    ['theirs', 'Never.'],
    ['base', 'Maybe.'],
  ] as const) {
    it(`is settled for ${side}, and all else stays`, () => {
      const parsed = disputed();
      const text = settleEntry(parsed, 'r1111111', parsed.set.replies[0]!.conflicts![0]!, side)!;
      assert.ok(text.includes(`    r1111111: { reply_to: g1111111, text: "${said}" } # by hand\n`), text);
      assert.deepEqual(parseSidecar(text).set.rejections, parsed.set.rejections);
    });
  }

  it('is settled one by one', () => {
    let parsed = disputed();
    for (const field of ['own', 'scope']) {
      const conflict = parsed.set.rejections[0]!.conflicts!.find((each) => each.field === field)!;
      parsed = parseSidecar(settleEntry(parsed, 'x1111111', conflict, 'theirs')!);
    }
    assert.match(parsed.text, /x1111111: \{ type: place, quote: "Bilasj", scope: here, own: 2 \}/);
    assert.deepEqual(parsed.problems, []);
  });

  it('is left to a person where the entry would not be one any more', () => {
    const parsed = disputed();
    const [conflict] = parsed.set.replies[0]!.conflicts!;
    assert.equal(settleEntry(parsed, 'r1111111', { ...conflict!, theirs: null }, 'theirs'), undefined);
    assert.equal(settleEntry(parsed, 'nothere1', conflict!, 'ours'), undefined);
    assert.equal(settleEntry(parsed, 'r1111111', { ...conflict!, field: 'quote' }, 'ours'), undefined);
  });
});
