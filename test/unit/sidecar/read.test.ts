import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { editSidecar, migrate, parseSidecar, parseSidecarInSteps, type SidecarEdit } from '../../../src/core/sidecar';
import { meaningOf } from '../../../src/core/sidecar/set-edits';
import { additions } from './additions';
import { sets } from './arbitraries';
import { runs } from '../runs';

const SAMPLE = `# Annotations of nrc.txt, kept by Glossator. Edit freely: comments and unknown keys stay.
glossator: 1

source:
  language: nl
  date: 2019
  title: "Prominente activist opgepakt"
  publication: null
  my_own_key: { kept: true }

annotations:
  anna:
    p4k7w2qd:
      type: person
      quote: "Serikzjan Bilasj" # a person
      position: # by Glossator
        text: "cc2ba9211afb"
        parts: [[113, 129]]

    # A block scalar, as a person writes it.
    t7h2qdkw:
      type: note
      quote: ["hangt", "liever niet aan de grote klok"]
      explanation: |
        An idiom:
        # no comment
        to make widely known.
      alternatives:
        - { text: "prefers to keep quiet about", why: "closer" }
        - text: "rather not"
          why: shorter
      state: doubtful

  bram:
    r2v8n4cx: { reply_to: t7h2qdkw, text: "I would keep it.", created: "2026-11-22T09:00:00Z" }

rejected:
  anna:
    x5f3j9mp: { type: place, quote: "Bilasj", scope: source }

my_notes: [1, 2]
`;

describe('reading a sidecar', () => {
  it('takes in what a person and the program wrote', () => {
    const { set, problems, writable, version, authors } = parseSidecar(SAMPLE);
    assert.deepEqual(problems, []);
    assert.deepEqual([writable, version, authors], [true, 1, ['anna', 'bram']]);
    assert.deepEqual(set.source, { language: 'nl', date: '2019', title: 'Prominente activist opgepakt' });
    assert.deepEqual(
      set.annotations.map(({ id, author, selector }) => [id, author, selector.quote.length]),
      [
        ['p4k7w2qd', 'anna', 1],
        ['t7h2qdkw', 'anna', 2],
      ],
    );
    assert.equal(set.annotations[1]!.explanation, 'An idiom:\n# no comment\nto make widely known.\n');
    assert.deepEqual(set.annotations[1]!.alternatives![1], { text: 'rather not', why: 'shorter' });
    assert.deepEqual([set.replies[0]!.replyTo, set.rejections[0]!.scope], ['t7h2qdkw', 'source']);
  });

  it('answers where entries and keys stand', () => {
    const parsed = parseSidecar(SAMPLE);
    const slice = (range: { start: number; end: number } | undefined): string => SAMPLE.slice(range!.start, range!.end);
    assert.equal(slice(parsed.rangeOfKey('p4k7w2qd', 'position.parts')), '[[113, 129]]');
    assert.equal(slice(parsed.rangeOfKey('r2v8n4cx', 'text')), '"I would keep it."');
    assert.equal(slice(parsed.rangeOfSourceKey('date')), '2019');
    assert.match(slice(parsed.rangeOf('x5f3j9mp')), /^x5f3j9mp: \{.*\}$/);
    assert.equal(parsed.rangeOf('nothere1'), undefined);
  });

  const problems: readonly [string, string, string, boolean][] = [
    ['an unknown state', SAMPLE.replace('doubtful', 'maybe'), 'bad-value', true],
    ['parts that are none', SAMPLE.replace('[[113, 129]]', '[[129, 113]]'), 'bad-value', true],
    ['an entry without type', SAMPLE.replace('type: person', 'typ: person'), 'missing-key', true],
    ['an entry without quote', SAMPLE.replace('quote: "Serikzjan Bilasj"', 'cite: x'), 'missing-key', true],
    ['an entry that is a word', SAMPLE.replace(/\{ reply_to.*\}/, 'hello'), 'bad-value', true],
    ['an id that stands twice', SAMPLE.replace('r2v8n4cx', 'p4k7w2qd'), 'duplicate-id', true],
    ['no version', SAMPLE.replace('glossator: 1\n', ''), 'no-version', true],
    [
      'a key that stands twice',
      SAMPLE.replace('state: doubtful', 'state: doubtful\n      type: note'),
      'duplicate-key',
      false,
    ],
    ['a tag', SAMPLE.replace('"Bilasj"', '!x "Bilasj"'), 'tag', false],
    ['a higher version', SAMPLE.replace('glossator: 1', 'glossator: 2'), 'newer-format', false],
    ['a version that is none', SAMPLE.replace('glossator: 1', 'glossator: one'), 'bad-version', false],
    ['an open quotation', SAMPLE.replace('"Bilasj"', '"Bilasj'), 'syntax', false],
    ['a stray line', SAMPLE.replace('  bram:', ' hello\n  bram:'), 'syntax', false],
    ['conflict markers', `${SAMPLE}<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> other\n`, 'conflict-markers', false],
    ['a control character', SAMPLE.replace('# a person', '# a \0'), 'control-character', false],
    [
      'brackets without end',
      SAMPLE.replace('person\n', `person\n      deep: ${'['.repeat(5000)}\n`),
      'too-deep',
      false,
    ],
    ['sections that are words', SAMPLE.replace(/rejected:[^]*/, 'rejected: none\n'), 'bad-value', false],
  ];
  for (const [what, text, code, writable] of problems) {
    it(`reports ${what} with a place, and the good entries still work`, () => {
      const parsed = parseSidecar(text);
      const found = parsed.problems.find((problem) => problem.code === code);
      assert.ok(found, JSON.stringify(parsed.problems));
      assert.ok(code === 'no-version' || found.range !== undefined);
      assert.equal(parsed.writable, writable);
      assert.ok(parsed.set.annotations.some(({ id }) => id === 't7h2qdkw'));
      const edit: SidecarEdit = { kind: 'set-source', key: 'title', value: 'new' };
      const result = editSidecar(text, [edit], { fileName: 'nrc.txt' });
      assert.equal(result.text === text, !writable);
      if (!writable) assert.equal(result.problems[0]!.code, 'not-writable');
    });
  }

  it('reads our side of a conflict, in its place', () => {
    const [before, after] = [SAMPLE.slice(0, SAMPLE.indexOf('    r2v8')), SAMPLE.slice(SAMPLE.indexOf('    r2v8'))];
    const entry = (id: string): string => `    ${id}: { type: note, quote: "x" }\n`;
    const text = `${before}<<<<<<< HEAD\n${entry('g1111111')}=======\n${entry('g2222222')}>>>>>>> b\n${after}`;
    const { set, rangeOf } = ((parsed) => ({ set: parsed.set, rangeOf: parsed.rangeOf.bind(parsed) }))(
      parseSidecar(text),
    );
    assert.deepEqual(set.annotations.map(({ id }) => id).slice(2), ['g1111111']);
    assert.equal(rangeOf('g1111111')!.start, text.indexOf('g1111111'));
  });

  it('is never thrown off, and never writable when `yaml` finds an error, whatever bytes are damaged', () => {
    const bytes = new TextEncoder().encode(SAMPLE);
    const damage = fc.array(
      fc.tuple(
        fc.nat(bytes.length - 1),
        fc.oneof(fc.nat(255), fc.constantFrom(...new TextEncoder().encode('\n :"{}[]#-&*!|>%@\t\r'))),
        fc.nat(3),
      ),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(damage, fc.nat(bytes.length), (changes, cut) => {
        let copy = [...bytes];
        for (const [at, byte, how] of changes) {
          if (how === 0) copy[at] = byte;
          else if (how === 1) copy.splice(at, 0, byte);
          else if (how === 2) copy.splice(at, byte);
        }
        if (changes.length === 1) copy = copy.slice(0, cut);
        const text = new TextDecoder().decode(Uint8Array.from(copy));
        const parsed = parseSidecar(text);
        assert.ok(parsed.set.annotations.length <= 4);
        if (!parsed.writable) {
          const result = editSidecar(text, [{ kind: 'set-source', key: 'title', value: 'new' }], { fileName: 'x' });
          assert.equal(result.text, text);
          return;
        }
        assert.deepEqual(parseDocument(text).errors, []);
      }),
      { numRuns: runs(500) },
    );
  });

  it('comes in steps that add up to the same', () => {
    const set = fc.sample(sets, { numRuns: 1, seed: 7 })[0]!;
    const { text } = editSidecar(undefined, additions(set), { fileName: 'x' });
    const steps = parseSidecarInSteps(text);
    let step = steps.next();
    while (!step.done) step = steps.next();
    assert.equal(meaningOf(step.value.set), meaningOf(parseSidecar(text).set));
  });

  it('leads an older version to the present one step by step', () => {
    const steps = [
      { from: 1, step: (text: string) => `${text}1` },
      { from: 2, step: (text: string) => `${text}2` },
    ];
    assert.equal(migrate('', 1, steps), '12');
    assert.equal(migrate('', 2, steps), '2');
    assert.equal(migrate('as it is', 1), 'as it is');
  });
});

describe('an edit in a sidecar that a person works in too', () => {
  const options = { fileName: 'nrc.txt' };
  const lines = (text: string): string[] => text.split('\n');
  const variants: readonly [string, string][] = [
    ['LF', SAMPLE],
    ['CRLF', SAMPLE.replaceAll('\n', '\r\n')],
    ['a BOM', `\ufeff${SAMPLE}`],
    ['no line break at the end', SAMPLE.trimEnd()],
    ['tabs behind colons', SAMPLE.replace('  bram:', '  bram:\t').replace('glossator: 1', 'glossator:\t1')],
    [
      'an entry over several lines in brackets',
      SAMPLE.replace(/r2v8n4cx: \{(.*)\}/, (_, inner: string) => `r2v8n4cx: {\n     ${inner.trim()}, # all\n    }`),
    ],
  ];
  for (const [what, text] of variants) {
    it(`changes the lines of its entry only, with ${what}`, () => {
      const parsed = parseSidecar(text);
      const annotation = { ...parsed.set.annotations[0]!, rendering: 'new', state: 'settled' as const };
      const result = editSidecar(text, [{ kind: 'update-annotation', annotation }], options);
      assert.deepEqual(result.problems, []);
      const added = lines(result.text).filter((line) => !lines(text).includes(line));
      assert.deepEqual(
        added.map((line) => line.trim()),
        ['rendering: "new"', 'state: settled'],
      );
      const without = lines(result.text).filter((line) => !added.includes(line));
      assert.equal(without.join('\n'), text);
      assert.equal(result.text.includes('\r\n'), text.includes('\r\n'));
      const gone = editSidecar(
        result.text,
        [{ kind: 'update-annotation', annotation: parsed.set.annotations[0]! }],
        options,
      );
      assert.equal(gone.text, text);
    });

    it(`takes an added entry out again without a trace, with ${what}`, () => {
      const annotation = { ...parseSidecar(text).set.annotations[0]!, id: 'g9999999', author: 'bram' };
      const added = editSidecar(text, [{ kind: 'add-annotation', annotation }], options).text;
      assert.ok(parseSidecar(added).rangeOf('g9999999'));
      assert.equal(editSidecar(added, [{ kind: 'remove-annotation', id: 'g9999999' }], options).text, text);
    });
  }

  it('writes a file in another shape anew, with its comments and unknown keys', () => {
    const text = '# mine\n{ glossator: 1, annotations: { anna: { g1: { type: note, quote: "x", own: 1 } } } }\n';
    const annotation = { ...parseSidecar(text).set.annotations[0]!, rendering: 'y' };
    const result = editSidecar(text, [{ kind: 'update-annotation', annotation }], options);
    assert.deepEqual(result.problems, []);
    assert.equal(parseSidecar(result.text).set.annotations[0]!.rendering, 'y');
    assert.match(result.text, /# mine[^]*own: 1/);
  });

  const rewritten: readonly [string, string, RegExp][] = [
    ['a directive of YAML 1.2', '%YAML 1.2\n---\nglossator: 1\n', /^%YAML 1\.2\n---\nglossator: 1\n/],
    [
      'an entry that is an alias of another',
      'glossator: 1\nannotations:\n  anna:\n    g1: &a { type: note, quote: "x" }\n    g2: *a\n',
      /g1: &a \{ type: note, quote: "x" \}\n +g2: \*a\n/,
    ],
  ];
  for (const [what, text, stays] of rewritten)
    it(`leaves in place what it does not touch, with ${what}`, () => {
      const annotation: Annotation = { id: 'g9999999', author: 'anna', type: 'note', selector: { quote: ['y'] } };
      const result = editSidecar(text, [{ kind: 'add-annotation', annotation }], options);
      assert.deepEqual(result.problems, []);
      assert.match(result.text, stays);
      assert.ok(parseSidecar(result.text).rangeOf('g9999999'));
    });

  it('keeps a field that it could not read when another one changes', () => {
    const text = SAMPLE.replace('doubtful', 'maybe');
    const annotation = { ...parseSidecar(text).set.annotations[1]!, rendering: 'y' };
    const result = editSidecar(text, [{ kind: 'update-annotation', annotation }], options);
    assert.match(result.text, /state: maybe/);
  });

  it('says so when an id is unknown or taken', () => {
    const annotation = parseSidecar(SAMPLE).set.annotations[0]!;
    const result = editSidecar(
      SAMPLE,
      [
        { kind: 'remove-annotation', id: 'nothere1' },
        { kind: 'add-annotation', annotation: { ...annotation, type: 'place' } },
      ],
      options,
    );
    assert.deepEqual(
      result.problems.map(({ code }) => code),
      ['unknown-id', 'id-taken'],
    );
    assert.equal(result.text, SAMPLE);
  });
});
