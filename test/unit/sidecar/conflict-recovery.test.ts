import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { conflictSides, type ConflictSides, mergeSidecars, parseSidecar } from '../../../src/core/sidecar';
import { runs } from '../runs';
import { meaning } from './claims';
import { Pen } from './hand-written';
import { ancestor, branch, written } from './histories';

const STYLES = [[], ['--diff3'], ['--zdiff3'], ['--marker-size=12']] as const;

/** What the lightbulb of a file with conflict markers makes of it. */
function recovered(text: string, stages: ConflictSides | undefined): string | undefined {
  const results = conflictSides(text, stages).map(({ base, ours, theirs }) => mergeSidecars(base, ours, theirs));
  return results.find((result) => result.text !== undefined)?.text;
}

describe('a sidecar in which plain git left conflicts', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'conflicts-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function plainMerge({ base = '', ours, theirs }: ConflictSides, style: readonly string[]) {
    const files = Object.entries({ ours, base, theirs }).map(([name, text]) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    });
    const { status, stdout } = spawnSync('git', ['merge-file', '-p', ...style, ...files], { encoding: 'utf8' });
    return { conflicts: status ?? -1, text: stdout };
  }

  it('is merged as the driver merges it, in each style of markers, and never written before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.constantFrom(...STYLES), (seed, style) => {
        const pen = new Pen(seed);
        const file = ancestor(pen);
        const [base, one, two] = [written(file), branch(pen, file), branch(pen, file)];
        const stages = { base, ours: one.text, theirs: two.text };
        const { conflicts, text } = plainMerge(stages, style);
        if (conflicts === 0) return;
        const parsed = parseSidecar(text);
        assert.equal(parsed.writable, false);
        assert.ok(parsed.problems.some(({ code }) => code === 'conflict-markers'));
        const driver = mergeSidecars(base, stages.ours, stages.theirs).text;
        assert.deepEqual(meaning(recovered(text, stages)!), meaning(driver!), `${one.story} | ${two.story}`);
      }),
      { numRuns: runs(60) },
    );
  });

  const base =
    'glossator: 1\n\nannotations:\n  anna:\n    g1111111:\n      type: note\n      quote: "hangt"\n      rendering: "hangs"\n';
  const stages = { base, ours: base.replace('hangs', 'is hanging'), theirs: base.replace('hangs', 'dangles') };

  for (const style of STYLES)
    it(`keeps what a person has written in it since (${style.join() || 'merge'})`, () => {
      const { text } = plainMerge(stages, style);
      const entry = '    g2222222:\n      type: note\n      quote: "liever niet" # mine\n';
      for (const given of [stages, undefined]) {
        const merged = recovered(text + entry, given)!;
        const [first, second] = parseSidecar(merged).set.annotations;
        assert.equal(second?.selector.quote[0], 'liever niet');
        assert.ok(merged.includes('# mine'));
        assert.deepEqual(
          first?.conflicts?.map(({ ours, theirs }) => [ours, theirs]),
          [['is hanging', 'dangles']],
        );
      }
    });

  it('is merged from git’s versions where the sides between the markers can’t be read', () => {
    const text = `<<<<<<< HEAD\n${base}=======\n`;
    assert.equal(meaning(recovered(text, stages)!).length > 0, true);
    assert.equal(recovered(text, undefined), undefined);
  });
});
