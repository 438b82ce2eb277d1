import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { readGeneral } from '../../../src/core/yaml/general';
import { READING_LIMITS } from '../../../src/core/yaml/limits';
import { mapValueOf, valueOf, type YamlNode } from '../../../src/core/yaml/node';
import { readYaml } from '../../../src/core/yaml/read';
import { runs } from '../runs';

/** Lines from which texts are put together that are YAML, or nearly. */
const line = fc
  .tuple(
    fc.constantFrom('', '  ', '    ', '      ', '        ', '\t', ' '),
    fc.constantFrom(
      ...[
        'a:',
        'b:',
        'g0000001:',
        '"q":',
        "'s':",
        "'it''s':",
        '李:',
        '--- # c',
        'a b:',
        'é:',
        '- ',
        '- a:',
        '? a',
        ': b',
        '#c',
        '# c: d',
        '',
        '---',
        '...',
      ],
      ...[
        'a: {',
        '}',
        'x: [1,',
        ']',
        'k: |',
        'k: >-',
        'k: |+',
        'text',
        'key: &x',
        'r: *x',
        't: !!str',
        '%YAML 1.1',
        '<<:',
      ],
    ),
    fc.constantFrom(
      ...[
        '',
        ' ',
        ' 1',
        ' 12:30',
        '\t1',
        ' \t"q"',
        ' 007',
        ' 1e3',
        ' -1',
        ' .5',
        ' 0x1F',
        ' null',
        ' ~',
        ' no',
        ' true',
        ' word',
        ' two words',
      ],
      ...[
        ' "q"',
        ' "q\\n\\u00e9\\x41"',
        ' "open',
        " 's'",
        ' "a" b',
        ' "a"#c',
        ' # c',
        ' w # c',
        ' w#c',
        ' a: b',
        ' http://x.y/z',
      ],
      ...[
        ' {}',
        ' []',
        ' { a: 1, b: "x" }',
        ' [1, [2, 3]]',
        ' {a: 1}',
        ' {a}',
        ' [a: b]',
        ' { "a": 1 }',
        ' {"a":1}',
        ' [a,]',
      ],
      ...[
        ' [a b, c]',
        ' { a: x y }',
        ' { a: }',
        ' [ "x" ] # c',
        ' {a: [1, {b: 2}]}',
        ' `x',
        ' @x',
        ' %x',
        ' é',
        ' \u00a0x',
        ' x\u00a0',
        ' 李，明 x',
        ' \u3000x',
      ],
    ),
    fc.constantFrom('\n', '\n', '\n', '\r\n', '\n\n', '\r', ''),
  )
  .map((pieces) => pieces.join(''));
const nearlyYaml = fc.array(line, { maxLength: 8 }).map((lines) => lines.join(''));

function withoutPlaces(node: YamlNode): unknown {
  return valueOf(node);
}

describe('reading YAML', () => {
  it('reads every text that it takes apart as `yaml` reads the whole, value for value and range for range', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          nearlyYaml,
          nearlyYaml.map((text) => `a:\n  b:\n${text}`),
        ),
        (text) => {
          const reading = readYaml(text, 2);
          if (!reading.sound || !reading.separable) return;
          const whole = readGeneral({ text, start: 0, end: text.length, ancestors: [] }, READING_LIMITS);
          assert.deepEqual(whole.problems, [], 'the whole has problems');
          if (reading.root === undefined) {
            assert.equal(whole.node === undefined || valueOf(whole.node) === null, true);
            return;
          }
          assert.deepEqual(withoutPlaces(reading.root), withoutPlaces(whole.node!));
          assert.deepEqual(scalarRanges(reading.root), scalarRanges(whole.node!));
        },
      ),
      { numRuns: runs(2500) },
    );
  });

  it('never calls a text sound that `yaml` finds an error in', () => {
    fc.assert(
      fc.property(nearlyYaml, (text) => {
        if (!readYaml(text, 2).sound) return;
        assert.deepEqual(
          parseDocument(text).errors.map(({ message }) => message),
          [],
        );
      }),
      { numRuns: runs(2500) },
    );
  });

  const refused: readonly [string, string, string][] = [
    ['a tag', 'a: !!str 1\n', 'tag'],
    ['a tag on a collection', 'a: !x\n  b: 1\n', 'tag'],
    ['the non-specific tag', 'a: ! b\n', 'tag'],
    ['an alias to nothing', 'a: *b\n', 'alias'],
    ['an alias to what it is in', 'a: &a [*a]\n', 'alias'],
    ['a directive', '%YAML 1.1\n---\na: no\n', 'directive'],
    ['a double key', 'a: 1\nb: 2\na: 3\n', 'duplicate-key'],
    ['a double key deep inside', 'a:\n  b:\n    c:\n      d: { e: 1, e: 2 }\n', 'duplicate-key'],
    ['two documents', 'a: 1\n---\nb: 2\n', 'syntax'],
    ['a directive of another version behind one of tags', '%TAG ! tag:x:\n%YAML 1.1\n---\na: no\n', 'directive'],
    ['a list', '- a\n', 'not-a-map'],
    ['a word', 'hello\n', 'not-a-map'],
    ['a map as key', '{ a: 1 }: b\n', 'bad-key'],
    ['deep flow nesting', `a: ${'['.repeat(40)}${']'.repeat(40)}\n`, 'too-deep'],
    ['very deep flow nesting', `a: ${'['.repeat(100_000)}\n`, 'too-deep'],
    ['very deep compact nesting', `a:\n  ${'- '.repeat(100_000)}b\n`, 'too-deep'],
    ['deep block nesting', Array.from({ length: 60 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''), 'too-deep'],
  ];
  for (const [what, text, code] of refused) {
    it(`refuses ${what}`, () => {
      const reading = readYaml(text, 2);
      assert.equal(reading.sound, false);
      assert.ok(
        reading.problems.some((problem) => problem.code === code),
        JSON.stringify(reading.problems).slice(0, 300),
      );
    });
  }

  it('resolves aliases within bounds and refuses an alias bomb at once', () => {
    const small = readYaml('a: &x [1, 2]\nb: *x\n', 2);
    assert.deepEqual(mapValueOf(small.root!).get('b'), [1, 2]);
    assert.equal(small.separable, false);
    let bomb = 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n';
    for (let i = 1; i < 12; i++)
      bomb += `a${i}: &a${i} [${Array(10)
        .fill(`*a${i - 1}`)
        .join(', ')}]\n`;
    const reading = readYaml(bomb, 2);
    assert.equal(reading.sound, false);
    assert.ok(reading.problems.some(({ code }) => code === 'too-many-aliases'));
  });

  it('names what is wrong, at its line, and nothing else', () => {
    const texts: readonly [string, string, number][] = [
      [`a:\n  b:\n    one: 1\n    two: ${'['.repeat(300)}\n`, 'too-deep', 4],
      ['a:\n  ? { b: c }\n  : 1\nd: 2\n', 'bad-key', 2],
      ['a:\n  b:\n    one: *x\n', 'alias', 3],
    ];
    for (const [text, code, line] of texts) {
      const { problems } = readYaml(text, 2);
      const found = problems.map(({ code: each, range }) => [each, text.slice(0, range!.start).split('\n').length]);
      assert.deepEqual(found, [[code, line]]);
    }
  });

  it('keeps the good pairs when one is broken, and says where', () => {
    const text = 'a:\n  b:\n    one: { x: 1 }\n    two: { x: "open }\n    three: { x: 3 }\n';
    const reading = readYaml(text, 2);
    const inner = reading.root!.pairs[0]!.value;
    assert.ok(inner.kind === 'map');
    const map = inner.pairs[0]!.value;
    assert.ok(map.kind === 'map');
    assert.deepEqual(
      map.pairs.map(({ key, broken }) => [key, broken ?? false]),
      [
        ['one', false],
        ['two', true],
        ['three', false],
      ],
    );
    const range = reading.problems[0]!.range!;
    assert.ok(range.start >= text.indexOf('two') && range.start <= text.indexOf('three'));
  });

  it('reads no text beyond the limit, and no large text in an irregular shape', () => {
    const limits = { ...READING_LIMITS, text: 100, piece: 50 };
    assert.equal(readYaml(`a: "${'x'.repeat(120)}"\n`, 2, limits).problems[0]!.code, 'too-large');
    assert.equal(readYaml(`{a: "${'x'.repeat(60)}"}\n`, 2, limits).sound, false);
  });
});

/** Where each scalar stands, but for empty ones: there is nowhere that nothing stands. */
function scalarRanges(node: YamlNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.end > node.start ? [node.start, node.end, node.text] : null;
    case 'list':
      return node.items.map(scalarRanges);
    case 'map':
      return node.pairs.map((pair) => [
        pair.keyStart,
        pair.keyEnd,
        scalarRanges(pair.value),
        node.block ? pair.end : null,
      ]);
  }
}
