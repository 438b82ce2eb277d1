import assert from 'node:assert/strict';
import { mergeSidecars, parseSidecar, settleTopLevel, topLevelConflicts } from '../../../src/core/sidecar';

const file = (author: string, rest: string): string =>
  `glossator: 1\n\nannotations:\n  ${author}:\n    g1111111:\n      type: note\n      quote: "hangt"\n      created: "2026-11-21T20:15:00Z"\n${rest}`;

/** What a merge of two branches left to decide, and the text with one of the sides taken. */
function settled(ours: string, theirs: string, side: 'ours' | 'theirs' | 'base', base: string): string {
  const { text } = mergeSidecars(base, ours, theirs);
  const parsed = parseSidecar(text!);
  const [conflict, ...others] = topLevelConflicts(parsed);
  assert.ok(conflict);
  assert.deepEqual(others, []);
  assert.equal(parsed.text.slice(conflict.range.start, conflict.range.end), conflict.key);
  const chosen = settleTopLevel(parsed, conflict, side);
  assert.ok(chosen !== undefined);
  assert.deepEqual(topLevelConflicts(parseSidecar(chosen)), [], 'settled');
  assert.doesNotMatch(chosen, /conflicts_/);
  assert.deepEqual(parseSidecar(chosen).problems, []);
  return chosen;
}

describe('what two sides changed at the top of a sidecar', () => {
  const project = (name: string): string => file('anna', `\nproject: "${name}" # ours\n`);

  for (const [side, name] of [
    ['ours', 'B'],
    ['theirs', 'C'],
    ['base', 'A'],
  ] as const) {
    it(`is settled for ${side}, and the comment beside it stays`, () => {
      const text = settled(project('B'), project('C'), side, project('A'));
      assert.ok(text.includes(`\nproject: "${name}" # ours\n`), text);
    });
  }

  it('is settled below a key, and what both sides said beside it stays', () => {
    const tags = (place: string, more: string): string => file('anna', `\narchive:\n  place: "${place}"\n${more}`);
    const text = settled(
      tags('Leeuwarden', '  box: "1"\n'),
      tags('Assen', '  shelf: "2"\n'),
      'theirs',
      tags('Sneek', ''),
    );
    for (const line of ['  place: "Assen"\n', '  box: "1"\n', '  shelf: "2"\n']) assert.ok(text.includes(line), text);
  });

  for (const [side, name] of [
    ['ours', 'Ada'],
    ['theirs', 'Bea'],
    ['base', 'anna'],
  ] as const) {
    it(`is settled for the name of an author: ${side}`, () => {
      const { authors } = parseSidecar(settled(file('Ada', ''), file('Bea', ''), side, file('anna', '')));
      assert.deepEqual(authors, [name]);
    });
  }

  it('is no conflict where nothing is on record, or where the file can’t be read', () => {
    assert.deepEqual(topLevelConflicts(parseSidecar(project('A'))), []);
    assert.deepEqual(topLevelConflicts(parseSidecar(`${project('A')}<<<<<<< a\n`)), []);
    assert.deepEqual(topLevelConflicts(parseSidecar(`${project('A')}\nconflicts_project: 7\n`)), []);
  });
});
