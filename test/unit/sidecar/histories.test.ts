import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { mergeSidecars, type MergeResult, parseSidecar } from '../../../src/core/sidecar';
import { commentsOf } from '../../../src/core/yaml/comments';
import { runs } from '../runs';
import { claimsOf, meaning } from './claims';
import { Pen } from './hand-written';
import { ancestor, type Branch, branch, written } from './histories';

interface History {
  readonly base: string;
  readonly branches: readonly [Branch, Branch, Branch];
  readonly story: string;
}

/** A program that reads the whole file and writes it in a style of its own. */
const FORMATTERS = { 'another program': (text: string): string => parseDocument(text).toString() };

function history(seed: number): History {
  const pen = new Pen(seed);
  const file = ancestor(pen);
  const [one, two, three] = [branch(pen, file, FORMATTERS), branch(pen, file, FORMATTERS), branch(pen, file)] as const;
  return {
    base: written(file),
    branches: [one, two, three],
    story: [one, two, three].map(({ story }) => story).join(' | '),
  };
}

const histories = fc.integer({ min: 1, max: 2 ** 31 - 1 }).map(history);

function merged(base: string | undefined, ours: string, theirs: string, story: string): MergeResult & { text: string } {
  const result = mergeSidecars(base, ours, theirs);
  assert.deepEqual(result.problems, [], story);
  assert.ok(result.text !== undefined);
  assert.equal(parseSidecar(result.text).writable, true, story);
  return { ...result, text: result.text };
}

/** Values that are not a side's word: the later stamp stands, and lists are united item by item. */
const UNITED = /\.(?:modified\.(?:by|at)|alternatives)$/;

/** What a side said anew, and the merge says nowhere: neither in its place nor in a record. */
function lostFrom(side: string, base: string | undefined, { text, renamed }: MergeResult & { text: string }): string[] {
  const [before, now, after] = [base ?? '{}', side, text].map(claimsOf);
  return [...now!.standing].flatMap(([path, value]) => {
    if (before!.standing.get(path) === value || UNITED.test(path)) return [];
    const paths = [path, ...renamed.map(({ from, to }) => path.replace(`/${from}.`, `/${to}.`))];
    const values = [value, ...renamed.filter(({ from }) => value === JSON.stringify(from)).map(({ to }) => `"${to}"`)];
    const isAuthor = path.endsWith('.@author');
    const kept = paths.some((each) => {
      const standing = after!.standing.get(each);
      if (isAuthor) return standing !== undefined;
      return values.some((one) => standing === one || after!.kept.get(each)?.has(one));
    });
    return kept ? [] : [`${path} = ${value}`];
  });
}

function commentsLost(base: string | undefined, sides: readonly [string, string], text: string): readonly string[] {
  const count = (of: string): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const comment of commentsOf(of)) counts.set(comment.trim(), (counts.get(comment.trim()) ?? 0) + 1);
    return counts;
  };
  const [before, ours, theirs, after] = [base ?? '', ...sides, text].map(count);
  const all = new Set([...ours!.keys(), ...theirs!.keys()]);
  all.delete('# by Glossator');
  return [...all].filter((comment) => {
    const [was, inOurs, inTheirs] = [before, ours, theirs].map((counts) => counts!.get(comment) ?? 0);
    const wanted = inOurs! > was! || inTheirs! > was! ? 1 : Math.min(inOurs!, inTheirs!);
    return (after!.get(comment) ?? 0) < wanted;
  });
}

describe('merging what people did to their sidecars by hand and with other programs', function () {
  this.timeout(60_000);

  it('loses no entry, no value and no comment that a side wrote, with an ancestor or without', () => {
    fc.assert(
      fc.property(histories, fc.boolean(), ({ base, branches: [ours, theirs], story }, hasBase) => {
        const known = hasBase ? base : undefined;
        const result = merged(known, ours.text, theirs.text, story);
        assert.deepEqual(lostFrom(ours.text, known, result), [], story);
        assert.deepEqual(lostFrom(theirs.text, known, result), [], story);
        assert.deepEqual(commentsLost(known, [ours.text, theirs.text], result.text), [], story);
      }),
      { numRuns: runs(80) },
    );
  });

  it('says the same whichever side is ours, and nothing new when a side is merged again', () => {
    fc.assert(
      fc.property(histories, fc.boolean(), ({ base, branches: [ours, theirs], story }, hasBase) => {
        const known = hasBase ? base : undefined;
        const { text } = merged(known, ours.text, theirs.text, story);
        const other = merged(known, theirs.text, ours.text, story).text;
        assert.deepEqual(meaning(text), meaning(other), story);
        for (const side of [ours.text, theirs.text]) {
          assert.equal(merged(side, text, side, story).text, text, story);
          assert.deepEqual(meaning(merged(known, text, side, story).text), meaning(text), story);
        }
        assert.deepEqual(meaning(merged(known, text, other, story).text), meaning(text), story);
      }),
      { numRuns: runs(60) },
    );
  });

  it('says the same in whichever order three branches come together', () => {
    fc.assert(
      fc.property(histories, ({ base, branches: [one, two, three], story }) => {
        const left = merged(base, merged(base, one.text, two.text, story).text, three.text, story).text;
        const right = merged(base, one.text, merged(base, two.text, three.text, story).text, story).text;
        assert.deepEqual(meaning(left), meaning(right), story);
      }),
      { numRuns: runs(60) },
    );
  });

  it('loses nothing where two branches had merged each other before (criss-cross), whatever git takes for the ancestor', () => {
    fc.assert(
      fc.property(histories, ({ base, branches: [one, two, three], story }) => {
        const ours = merged(base, merged(base, one.text, two.text, story).text, three.text, story);
        const theirs = merged(base, two.text, one.text, story);
        const virtual = merged(base, one.text, two.text, story);
        for (const ancestors of [one.text, two.text, virtual.text]) {
          const result = merged(ancestors, ours.text, theirs.text, story);
          const renamed = [...result.renamed, ...ours.renamed, ...theirs.renamed];
          assert.deepEqual(lostFrom(three.text, base, { ...result, renamed }), [], story);
        }
      }),
      { numRuns: runs(40) },
    );
  });
});
