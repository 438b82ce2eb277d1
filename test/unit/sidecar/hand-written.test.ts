import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { editSidecar, mergeSidecars, parseSidecar, type SidecarEdit } from '../../../src/core/sidecar';
import { keepsComments, keepsTheRest } from '../../../src/core/sidecar/kept';
import { applyToSet, meaningOf } from '../../../src/core/sidecar/set-edits';
import { commentsOf } from '../../../src/core/yaml/comments';
import { runs } from '../runs';
import { changedBy, handWritten, Pen, wordsOf } from './hand-written';

const options = { fileName: 'nrc.txt' };
const seeds = fc.noShrink(fc.nat(1e9));

/** Plain data as `yaml` alone reads it, with all that we know nothing of. */
function asYamlReadsIt(text: string): unknown {
  const document = parseDocument(text.replace(/^\ufeff/, ''), { schema: 'core', uniqueKeys: false });
  assert.deepEqual(document.errors, []);
  return document.toJS({ mapAsMap: true });
}

describe('a sidecar that people and other programs wrote', () => {
  it('can be written, whatever its style', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const pen = new Pen(seed);
        const text = handWritten(pen);
        asYamlReadsIt(text);
        assert.equal(parseSidecar(text).writable, true);
      }),
      { numRuns: runs(60) },
    );
  });

  it('says after an edit what was meant, and still all else, comments included', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const pen = new Pen(seed);
        const text = handWritten(pen);
        const { set } = parseSidecar(text);
        const annotation = set.annotations[pen.below(set.annotations.length)];
        const author = pen.pick(['anna', '12', 'no', '__proto__', 'new']);
        const selector = { quote: [pen.word()] };
        const edits: SidecarEdit[] = [
          { kind: 'add-annotation', annotation: { id: pen.word('g'), author, type: 'note', selector } },
          { kind: 'add-rejection', rejection: { id: pen.word('g'), author, type: 'note', scope: 'here', selector } },
          { kind: 'set-source', key: 'title', value: pen.word() },
          { kind: 'rename-author', from: 'anna', to: author },
        ];
        if (annotation !== undefined) {
          const changed = { ...annotation, rendering: pen.word(), state: 'settled' as const };
          edits.push({ kind: 'update-annotation', annotation: changed });
          edits.push({ kind: 'remove-annotation', id: annotation.id });
        }
        const edit = pen.pick(edits);
        const result = editSidecar(text, [edit], options);
        if (result.problems.some(({ code }) => code === 'unknown-author')) return;
        assert.deepEqual(result.problems, []);
        asYamlReadsIt(result.text);
        const read = parseSidecar(result.text);
        const expected = applyToSet(set, edit);
        assert.equal(meaningOf(read.set), meaningOf(expected));
        assert.ok(keepsTheRest(text, set, result.text, expected));
        // The value that is written anew may have had a comment of its own in its lines.
        if (edit.kind === 'add-annotation' || edit.kind === 'add-rejection')
          assert.ok(keepsComments(text, result.text));
      }),
      { numRuns: runs(80), examples: [[558986710]] },
    );
  });

  it('is read without a throw after any damage of its bytes, and not written where `yaml` finds an error', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const pen = new Pen(seed);
        const whole = handWritten(pen);
        const bytes = [...new TextEncoder().encode(whole)];
        for (let count = 1 + pen.below(4); count > 0; count--) {
          const at = pen.below(bytes.length);
          const byte = pen.chance(0.5)
            ? pen.below(256)
            : pen.pick([...'\n\r\t\0 :"\'{}[]#-&*!|>%@<=~'].map((c) => c.charCodeAt(0)));
          bytes.splice(at, pen.pick([0, 1, 1, pen.below(200)]), ...(pen.chance(0.8) ? [byte] : []));
        }
        const text = new TextDecoder().decode(Uint8Array.from(bytes));
        const edit: SidecarEdit = { kind: 'set-source', key: 'title', value: 'new' };
        const result = editSidecar(text, [edit], options);
        if (parseSidecar(text).writable) {
          asYamlReadsIt(text);
          asYamlReadsIt(result.text);
          return;
        }
        assert.equal(result.text, text);
        assert.deepEqual([result.problems[0]!.code, result.problems[0]!.severity], ['not-writable', 'error']);
        for (const [ours, theirs] of [
          [text, whole],
          [whole, text],
        ] as const)
          assert.equal(mergeSidecars(undefined, ours, theirs).text, undefined);
      }),
      { numRuns: runs(150) },
    );
  });

  it('loses in a merge no word and no comment that a side wrote or both left', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const pen = new Pen(seed);
        const base = handWritten(pen);
        const side = (): string => [1, 2, 3].reduce((text) => changedBy(pen, text), base);
        const [ours, theirs] = [side(), side()];
        const known = pen.chance(0.75) ? base : undefined;
        const [before, inOurs, inTheirs] = [base, ours, theirs].map(wordsOf);
        for (const [one, other] of [
          [ours, theirs],
          [theirs, ours],
        ] as const) {
          const { text, problems } = mergeSidecars(known, one, other);
          assert.deepEqual(problems, []);
          assert.equal(parseSidecar(text!).writable, true);
          const merged = wordsOf(text!.replaceAll('\\n', ' '));
          for (const word of new Set([...inOurs!, ...inTheirs!])) {
            const stays = known === undefined || !before!.has(word) || (inOurs!.has(word) && inTheirs!.has(word));
            assert.ok(!stays || merged.has(word), `${word} is lost`);
          }
          assert.equal(mergeSidecars(known && other, text!, other).text, text);
        }
      }),
      // The first: a version in another shape, in which a comment stands at the top, beside one in which it does not.
      { numRuns: runs(60), examples: [[387672267]] },
    );
  });
});

describe('the comments of a YAML text', () => {
  it('are told from what only looks like one', () => {
    const text = '# a\nb: "# no" # c\nd: |\n  # no\n  e # no\nf: g#no\nh: i\n  # j\nk: \'# no\' # l\n';
    assert.deepEqual(commentsOf(text), ['# a', '# c', '# j', '# l']);
    assert.deepEqual(commentsOf(text.replaceAll('\n', '\r\n')), ['# a', '# c', '# j', '# l']);
  });
});
