import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TargetFollower, carry, type ChangeEvent, type TextChange } from '../../../src/core/anchoring';
import { LineMirror, replaced } from '../../../src/core/text/line-mirror';

const text = 'De schipper Arend Vos kreeg een boete.\nZijn advocaat Mies Bol zweeg.\n';
const rangeOf = (words: string): { start: number; end: number } => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};
const follower = (...words: string[]): TargetFollower => {
  const made = new TargetFollower(text);
  for (const word of words) made.place(word, { parts: [rangeOf(word)], quote: [word] });
  return made;
};
const wordsAt = (made: TargetFollower, id: string): string | undefined => {
  const range = made.placement(id)?.range;
  return range && made.text().slice(range.start, range.end);
};
const change = (words: string, by: string): TextChange => ({ ...rangeOf(words), text: by });
const insertion = (at: number, inserted: string): TextChange => ({ start: at, end: at, text: inserted });

describe('following a target through an edit', () => {
  const vos = rangeOf('Arend Vos');
  const cases: readonly [string, readonly TextChange[], string | undefined, boolean][] = [
    ['typing before it shifts it', [insertion(0, 'Lang geleden. ')], 'Arend Vos', false],
    ['typing after it leaves it', [insertion(30, 'hoge ')], 'Arend Vos', false],
    ['typing at its start does not grow it', [insertion(vos.start, 'Jan ')], 'Arend Vos', false],
    ['typing at its end does not grow it', [insertion(vos.end, 'sen')], 'Arend Vos', false],
    ['typing inside it grows it', [insertion(vos.start + 6, 'de ')], 'Arend de Vos', true],
    ['deleting its head cuts it', [{ start: vos.start - 4, end: vos.start + 6, text: '' }], 'Vos', true],
    [
      'replacing its head with text before it cuts it',
      [{ start: vos.start - 4, end: vos.start + 6, text: 'XY' }],
      'Vos',
      true,
    ],
    ['replacing its first word keeps the new one', [change('Arend', 'Bert')], 'Bert Vos', true],
    ['replacing its last word keeps the new one', [change('Vos', 'de Wolf')], 'Arend de Wolf', true],
    ['deleting its tail cuts it', [{ start: vos.end - 4, end: vos.end + 6, text: '' }], 'Arend', true],
    ['deleting it whole orphans it', [change('Arend Vos', '')], undefined, false],
    [
      'deleting both its words orphans it, though the blank between them stays',
      [change('Arend', ''), change('Vos', '')],
      undefined,
      false,
    ],
    ['deleting its sentence orphans it', [change('De schipper Arend Vos kreeg een boete.', '')], undefined, false],
    [
      'replacing it by the same changes nothing',
      [change('schipper Arend Vos kreeg', 'schipper Arend Vos kreeg')],
      'Arend Vos',
      false,
    ],
    [
      'several changes at once, in any order',
      [insertion(50, 'x'), insertion(vos.start + 1, '-'), insertion(0, 'abc')],
      'A-rend Vos',
      true,
    ],
  ];
  for (const [name, changes, expected, changed] of cases)
    it(name, () => {
      const made = follower('Arend Vos');
      made.apply({ changes });
      assert.equal(wordsAt(made, 'Arend Vos'), expected);
      assert.equal(made.placement('Arend Vos')!.changed ?? false, changed);
    });

  it('tells only of targets that were touched', () => {
    const made = follower('Arend Vos', 'Mies Bol');
    const { placements } = made.apply({ changes: [change('Arend', 'Bert')] });
    assert.deepEqual([...placements.keys()], ['Arend Vos']);
  });

  it('keeps the parts of a target together', () => {
    const made = new TargetFollower(text);
    made.place('both', { parts: [rangeOf('kreeg'), rangeOf('zweeg')], quote: ['kreeg', 'zweeg'] });
    made.apply({ changes: [change('zweeg', '')] });
    assert.equal(made.placement('both')!.state, 'orphaned');
  });
});

describe('undo and redo', () => {
  it('bring back the identical state, of lost and of cut targets', () => {
    const made = follower('Arend Vos', 'Mies Bol');
    const before = [made.placement('Arend Vos'), made.placement('Mies Bol')];
    made.apply({ changes: [change('schipper Arend Vos kreeg een boete.\nZijn advocaat Mies', '')] });
    const after = [made.placement('Arend Vos'), made.placement('Mies Bol')];
    assert.equal(after[0]!.state, 'orphaned');
    const undo = { ...insertion(3, 'schipper Arend Vos kreeg een boete.\nZijn advocaat Mies') };
    made.apply({ changes: [undo], reason: 'undo' });
    assert.deepEqual([made.placement('Arend Vos'), made.placement('Mies Bol')], before);
    made.apply({ changes: [change('schipper Arend Vos kreeg een boete.\nZijn advocaat Mies', '')], reason: 'redo' });
    assert.deepEqual([made.placement('Arend Vos'), made.placement('Mies Bol')], after);
  });

  it('leave a target that a person placed since where the edits carry it', () => {
    const made = follower('Arend Vos');
    made.apply({ changes: [change('Arend Vos', '')] });
    made.place('Arend Vos', { parts: [{ start: 3, end: 11 }], quote: ['schipper'] });
    made.apply({ changes: [insertion(12, 'Arend Vos')], reason: 'undo' });
    assert.equal(wordsAt(made, 'Arend Vos'), 'schipper');
  });
});

describe('a change that carries nothing', () => {
  it('by which other text replaces a whole target asks for anchoring with the old text as base', () => {
    const made = follower('Arend Vos', 'Mies Bol');
    const now = `Vooraf.\n${text.replace('kreeg', 'krijgt').replace('zweeg', 'zwijgt')}`.replace('De', 'Een');
    const { reanchor } = made.apply({ changes: [{ start: 0, end: text.length, text: now }] });
    assert.equal(reanchor!.baseText, text);
    assert.deepEqual(reanchor!.ids, ['Arend Vos', 'Mies Bol']);
    carry(reanchor!.baseText, now, reanchor!.parts).forEach((placement, k) =>
      made.reanchored(reanchor!.ids[k]!, placement.parts),
    );
    assert.equal(wordsAt(made, 'Arend Vos'), 'Arend Vos');
    made.apply({ changes: [{ start: 0, end: now.length, text }], reason: 'undo' });
    assert.deepEqual(made.placement('Arend Vos')!.range, rangeOf('Arend Vos'));
  });

  it('as it leaves the document clean asks for anchoring of what it touched, told at once or later', () => {
    const changes = [change('rend', 'rie')];
    const atOnce = follower('Arend Vos').apply({ changes, becameClean: true });
    const made = follower('Arend Vos');
    assert.equal(made.apply({ changes }).reanchor, undefined);
    const later = made.becameClean();
    assert.deepEqual(later.reanchor, { ids: ['Arend Vos'], baseText: text, parts: [[rangeOf('Arend Vos')]] });
    assert.deepEqual(atOnce.reanchor, later.reanchor);
  });

  it('is no undo, however clean it leaves the document', () => {
    const made = follower('Arend Vos');
    made.apply({ changes: [insertion(14, 'x')] });
    const result = made.apply({ changes: [{ start: 14, end: 15, text: '' }], reason: 'undo', becameClean: true });
    assert.equal(result.reanchor, undefined);
    assert.deepEqual(made.placement('Arend Vos')!.range, rangeOf('Arend Vos'));
  });
});

const piece = fc.constantFrom('', 'a', 'bc', '\n', '\r\n', 'een twee', '\n\nx', '😀');
const changesFor = fc
  .array(fc.tuple(fc.nat(200), fc.nat(12), piece), { minLength: 1, maxLength: 3 })
  .map((raw) => (length: number): TextChange[] => {
    let from = 0;
    return raw
      .flatMap(([gap, size, inserted]) => {
        const start = Math.min(length, from + gap);
        const end = Math.min(length, start + size);
        if (start < from) return [];
        from = end + 1;
        return end > start || inserted ? [{ start, end, text: inserted }] : [];
      })
      .filter(({ start }, k, all) => k === 0 || start > all[k - 1]!.end);
  });

describe('the mirror', () => {
  it('holds the text after any changes, and has the key of that text', () => {
    fc.assert(
      fc.property(fc.array(piece), fc.array(changesFor, { maxLength: 6 }), (pieces, steps) => {
        let whole = pieces.join('');
        const mirror = new LineMirror(whole);
        for (const step of steps) {
          const changes = step(whole.length);
          whole = replaced(whole, changes);
          mirror.apply(changes);
          assert.equal(mirror.text(), whole);
          assert.equal(mirror.length, whole.length);
          assert.equal(mirror.key, new LineMirror(whole).key);
          assert.equal(
            mirror.slice(whole.length >> 2, whole.length >> 1),
            whole.slice(whole.length >> 2, whole.length >> 1),
          );
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('any session of edits, undone and redone', () => {
  it('shows in every text what it showed when that text was there', () => {
    fc.assert(
      fc.property(fc.array(changesFor, { maxLength: 8 }), fc.array(fc.nat(60), { maxLength: 6 }), (steps, starts) => {
        let whole = text;
        const made = new TargetFollower(whole);
        starts.forEach((start, k) =>
          made.place(`t${k}`, { parts: [{ start, end: start + 7 }], quote: [whole.slice(start, start + 7)] }),
        );
        const seen: { whole: string; shown: unknown }[] = [];
        const shown = (): unknown => starts.map((_, k) => made.placement(`t${k}`));
        const go = (event: ChangeEvent): void => {
          const { placements } = made.apply(event);
          for (const [id, placement] of placements) assert.deepEqual(made.placement(id), placement);
        };
        for (const step of steps) {
          seen.push({ whole, shown: shown() });
          const changes = step(whole.length);
          go({ changes });
          whole = replaced(whole, changes);
          assert.equal(made.text(), whole);
        }
        seen.push({ whole, shown: shown() });
        const back = seen.slice(0, -1).reverse();
        for (const [states, reason] of [
          [back, 'undo'],
          [seen.slice(1), 'redo'],
          [back, 'undo'],
        ] as const)
          for (const state of states) {
            if (state.whole === whole) continue;
            go({ changes: [{ start: 0, end: whole.length, text: state.whole }], reason });
            whole = state.whole;
            assert.deepEqual(shown(), state.shown);
          }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps targets on the letters that they were made on', () => {
    fc.assert(
      fc.property(fc.array(changesFor, { maxLength: 6 }), fc.nat(60), (steps, start) => {
        const made = new TargetFollower(text);
        made.place('t', { parts: [{ start, end: start + 7 }], quote: [text.slice(start, start + 7)] });
        let origins: number[] = Array.from(text, (_, k) => k);
        for (const step of steps) {
          const changes = step(origins.length);
          made.apply({ changes });
          for (const { start: from, end, text: inserted } of [...changes].reverse())
            origins = origins.toSpliced(from, end - from, ...Array.from({ length: inserted.length }, () => -1));
        }
        const { range } = made.placement('t')!;
        if (!range) return;
        for (const origin of origins.slice(range.start, range.end))
          assert.ok(origin === -1 || (origin >= start && origin < start + 7));
        for (const [k, origin] of origins.entries())
          if (origin >= start && origin < start + 7) assert.ok(k >= range.start && k < range.end);
      }),
      { numRuns: 300 },
    );
  });
});
