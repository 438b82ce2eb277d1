import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  baseForm,
  editGlossary,
  GlossaryMatcher,
  keyOfTerm,
  mergeGlossaries,
  parseGlossary,
  settleTerm,
  withFreeKey,
  type GlossaryEdit,
  type GlossaryTerm,
} from '../../../src/core/translation';
import { anyText } from '../sidecar/arbitraries';

const SAMPLE = `# Our glossary
glossator: 1

terms:
  # settled with Bram on Monday
  aanzetten tot haat:
    rendering: "incitement to hatred" # as the court has it
    note_to_self: look this up

  klok: "bell"

  zaaien van haat:
    rendering: ["inciting hatred", "stirring up hatred"]
    literal: "sowing of hatred"
    explanation: |
      An idiom.
      Not a crime by itself.
    part_of_speech: verb phrase
    domain: criminal law
    avoid: ["sowing hatred"]
`;

const edited = (text: string | undefined, ...edits: GlossaryEdit[]): string => editGlossary(text, edits).parsed.text;
const term = (words: string, rendering: string, more: Partial<GlossaryTerm> = {}): GlossaryTerm => ({
  ...{ term: words, language: 'nl', renderings: [rendering], avoid: [], ...more },
});

describe('a glossary', () => {
  it('knows the same keys as its schema, by which other editors check it', () => {
    const schema = JSON.parse(readFileSync('media/glossary.schema.json', 'utf8')) as {
      definitions: { term: { properties: Record<string, unknown> } };
      properties: Record<string, unknown>;
    };
    const { problems } = parseGlossary('else: 1\nterms:\n  klok: { rendering: bell, else: 1 }\n');
    const named = (k: number) =>
      /: ([a-z_, ]+)\./
        .exec(problems[k]?.message ?? '')?.[1]
        ?.split(', ')
        .sort();
    assert.deepEqual(named(0), Object.keys(schema.properties).sort());
    const { conflicts, ...fields } = schema.definitions.term.properties;
    assert.ok(conflicts);
    assert.deepEqual(named(1), Object.keys(fields).sort());
  });

  it('says terms with their renderings, at length or for short', () => {
    const { terms, problems, writable } = parseGlossary(SAMPLE);
    assert.deepEqual(terms, [
      term('aanzetten tot haat', 'incitement to hatred'),
      term('klok', 'bell'),
      {
        term: 'zaaien van haat',
        language: 'nl',
        renderings: ['inciting hatred', 'stirring up hatred'],
        literal: 'sowing of hatred',
        explanation: 'An idiom.\nNot a crime by itself.\n',
        partOfSpeech: 'verb phrase',
        domain: 'criminal law',
        avoid: ['sowing hatred'],
      },
    ]);
    assert.deepEqual(
      problems.map(({ code, range }) => [code, SAMPLE.slice(range!.start, range!.end)]),
      [['unknown-key', 'note_to_self']],
    );
    assert.equal(writable, true);
  });

  it('may name the language of all its terms, or of one, and a term may have a name of its own', () => {
    const text = 'language: de\nterms:\n  Bank: bench\n  Bank (2): { term: Bank, rendering: bank, language: nl }\n';
    assert.deepEqual(
      parseGlossary(text).terms.map(({ term: words, language, key }) => [words, language, key]),
      [
        ['Bank', 'de', undefined],
        ['Bank', 'nl', 'Bank (2)'],
      ],
    );
  });

  const damaged: readonly (readonly [string, string, string, boolean])[] = [
    ['an unknown key', 'terms:\n  klok: { renderng: bell, rendering: bell }\n', 'unknown-key', true],
    ['an unknown key of the file', 'termen:\n  klok: bell\n', 'unknown-key', true],
    ['a term without a rendering', 'terms:\n  klok:\n', 'missing-rendering', true],
    ['a term that stands twice', 'terms:\n  klok: bell\n  klok: clock\n', 'duplicate-term', false],
    ['a term under two names', 'terms:\n  klok: bell\n  Klok: clock\n', 'duplicate-term', true],
    ['a map for a rendering', 'terms:\n  klok: { rendering: { a: b }, avoid: x }\n', 'bad-value', true],
    ['a list for terms', 'terms:\n  - klok\n', 'bad-value', false],
    ['conflict markers', '<<<<<<< a\nterms:\n=======\nterms: {}\n>>>>>>> b\n', 'conflict-markers', false],
    ['no YAML', 'terms:\n  klok: "bell\n', 'syntax', false],
    ['a newer format', 'glossator: 2\nterms:\n  klok: bell\n', 'newer-format', false],
    ['a control character', 'terms:\n  klok: bell\u0000\n', 'control-character', false],
    ['five megabytes', `terms:\n${'  klok: bell\n'.repeat(450_000)}`, 'too-large', false],
  ];
  for (const [what, text, code, writable] of damaged) {
    it(`reports ${what}`, () => {
      const { problems, writable: may } = parseGlossary(text);
      assert.ok(
        problems.some((problem) => problem.code === code),
        JSON.stringify(problems.slice(0, 3)),
      );
      assert.equal(may, writable);
      if (!writable) {
        const result = editGlossary(text, [{ kind: 'add-term', term: term('a', 'b') }]);
        assert.equal(result.parsed.text, text);
        assert.deepEqual(
          result.problems.map((problem) => problem.code),
          ['not-writable'],
        );
      }
    });
  }

  it('keeps what is good of a broken file', () => {
    const { terms } = parseGlossary('terms:\n  klok: bell\n  stoel: "chair\n  tafel: table\n');
    assert.ok(terms.some(({ term: words }) => words === 'klok'));
  });

  it('reads whatever there is, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ maxLength: 200 })), fc.nat(), (junk, at) => {
        const place = at % SAMPLE.length;
        const text = SAMPLE.slice(0, place) + junk + SAMPLE.slice(place);
        const { terms, problems } = parseGlossary(text);
        for (const { range } of problems) assert.ok(!range || (range.start >= 0 && range.end <= text.length));
        assert.ok(terms.every(({ renderings }) => renderings.every((each) => each !== '')));
      }),
    );
  });
});

describe('an edit of a glossary', () => {
  it('makes a new file', () => {
    assert.equal(
      edited(undefined, { kind: 'add-term', term: term('klok', 'bell', { domain: 'music', avoid: ['clock'] }) }),
      `# The glossary of this folder, kept by Glossator. Edit freely: comments and unknown keys stay.
glossator: 1

terms:
  klok:
    rendering: "bell"
    domain: "music"
    avoid: ["clock"]
`,
    );
  });

  it('puts a term in its place in the alphabet, and touches nothing else', () => {
    const added = '  hoogverraad:\n    rendering: "high treason"\n\n';
    assert.equal(
      edited(SAMPLE, { kind: 'add-term', term: term('hoogverraad', 'high treason') }),
      SAMPLE.replace('  klok:', `${added}  klok:`),
    );
  });

  it('puts it last where the others are in no order', () => {
    const text = 'terms:\n  z: "1"\n  a: "2"\n';
    const after = edited(text, { kind: 'add-term', term: term('b', 'x') });
    assert.equal(after, `${text}  b:\n    rendering: "x"\n`);
  });

  it('changes the lines of the field that changes', () => {
    const [haat] = parseGlossary(SAMPLE).terms;
    assert.equal(
      edited(SAMPLE, {
        kind: 'update-term',
        key: 'aanzetten tot haat',
        term: { ...haat!, renderings: ['incitement to hatred', 'inciting hatred'], literal: 'urging to hatred' },
      }),
      SAMPLE.replace(
        '"incitement to hatred" # as the court has it\n',
        '["incitement to hatred", "inciting hatred"] # as the court has it\n    literal: "urging to hatred"\n',
      ),
    );
  });

  it('gives an entry in short form room for more, and keeps its comment', () => {
    const text = 'terms:\n  klok: bell # see Bram\n';
    const [klok] = parseGlossary(text).terms;
    assert.equal(
      edited(text, { kind: 'update-term', key: 'klok', term: { ...klok!, avoid: ['clock'] } }),
      'terms:\n  klok: # see Bram\n    rendering: "bell"\n    avoid: ["clock"]\n',
    );
  });

  it('taken back leaves the text as it was', () => {
    const added = edited(SAMPLE, { kind: 'add-term', term: term('hoogverraad', 'high treason') });
    assert.equal(edited(added, { kind: 'remove-term', key: 'hoogverraad' }), SAMPLE);
  });

  it('works on any shape of YAML', () => {
    for (const text of [
      'terms: { klok: bell }\n',
      'terms:\n',
      'terms: {}\n',
      '# mine\n',
      'terms: ~ # none\n',
      '{}',
      '',
    ]) {
      const after = parseGlossary(edited(text, { kind: 'add-term', term: term('haat', 'hatred') }));
      assert.ok(
        after.terms.some(({ term: words }) => words === 'haat'),
        text,
      );
      assert.equal(after.text.includes('# mine'), text.includes('# mine'));
      assert.equal(after.writable, true);
    }
  });

  it('keeps CRLF', () => {
    const text = SAMPLE.replaceAll('\n', '\r\n');
    const after = edited(text, { kind: 'add-term', term: term('hoogverraad', 'high treason') });
    assert.equal(after.replaceAll('\r\n', '').includes('\n'), false);
    assert.equal(parseGlossary(after).terms.length, 4);
  });

  it('refuses what is there already, or is not there', () => {
    const result = editGlossary(SAMPLE, [
      { kind: 'add-term', term: term('klok', 'clock') },
      { kind: 'remove-term', key: 'nergens' },
    ]);
    assert.deepEqual(
      result.problems.map(({ code }) => code),
      ['term-taken', 'unknown-term'],
    );
    assert.equal(result.parsed.text, SAMPLE);
  });

  it('says afterwards what was meant, whatever the words are', () => {
    fc.assert(
      fc.property(glossaries, fc.array(edits, { maxLength: 4 }), (terms, changes) => {
        let text = written(terms);
        let meant = new Map(terms.map((each) => [keyOfTerm(each), each]));
        for (const { kind, at, with: other } of changes) {
          const keys = [...meant.keys()];
          const key = keys[at % Math.max(1, keys.length)];
          const next = new Map(meant);
          if (kind === 'add-term') {
            if (!meant.has(other.term)) next.set(other.term, other);
            text = edited(text, { kind, term: other });
          } else if (key !== undefined && kind === 'remove-term') {
            next.delete(key);
            text = edited(text, { kind, key });
          } else if (key !== undefined && kind === 'update-term') {
            const renamed = other.term === key ? other : { ...other, key };
            next.set(key, renamed);
            text = edited(text, { kind, key, term: renamed });
          }
          meant = next;
        }
        assert.deepEqual(byKey(parseGlossary(text).terms), byKey([...meant.values()]));
      }),
    );
  });
});

describe('the terms of a glossary', () => {
  const matcher = new GlossaryMatcher(parseGlossary(SAMPLE).terms, 'nl');

  for (const [passage, found] of [
    ['zaaien van haat', 'exact'],
    ['Het zaaien van haat', 'exact'],
    ['haat heeft gezaaid', 'inflected'],
    ['klokken', 'inflected'],
    ['het zaaien van haat op het internet', undefined],
    ['haat', undefined],
  ] as const) {
    it(`${found ? `are found as ${found}` : 'are not found'} for “${passage}”`, () => {
      assert.deepEqual(
        matcher.fitting(passage).map(({ kind }) => kind),
        found ? [found] : [],
      );
    });
  }

  it('are found around a place in a text', () => {
    const text = 'Zij zaaiden haat, en de klok sloeg.';
    const at = (word: string): string[] =>
      matcher.around(text, text.indexOf(word)).map(({ term: { term: name } }) => name);
    assert.deepEqual([at('zaaiden'), at('klok'), at('sloeg')], [['zaaien van haat'], ['klok'], []]);
  });

  it('of another language are not looked for', () => {
    const terms = parseGlossary('language: de\nterms:\n  Klage: complaint\n').terms;
    assert.deepEqual(new GlossaryMatcher(terms, 'nl').fitting('Klage'), []);
    assert.equal(new GlossaryMatcher(terms, 'de').fitting('Klage').length, 1);
  });

  for (const [passage, starts, base] of [
    ['Het zaaien van haat', true, 'zaaien van haat'],
    ['„zaaien\nvan haat”,', false, 'zaaien van haat'],
    ['Opruiing', true, 'opruiing'],
    ['Openbaar Ministerie', false, 'Openbaar Ministerie'],
    ['Het Openbaar Ministerie', true, 'Openbaar Ministerie'],
    ['het', false, 'het'],
  ] as const) {
    it(`are proposed in a dictionary's form: “${base}”`, () => assert.equal(baseForm(passage, 'nl', starts), base));
  }

  it('get an entry of their own beside one of the same name', () => {
    const bench = term('bank', 'bench');
    assert.equal(keyOfTerm(withFreeKey([bench], term('bank', 'bank', { domain: 'finance' }))), 'bank (finance)');
    assert.equal(keyOfTerm(withFreeKey([], bench)), 'bank');
  });

  it('take the side of a conflict that a person chose', () => {
    const conflict = { field: 'part_of_speech', ours: 'noun', theirs: null, base: 'verb' };
    const disputed = term('klok', 'bell', { partOfSpeech: 'noun', conflicts: [conflict] });
    assert.deepEqual(settleTerm(disputed, conflict, 'theirs'), term('klok', 'bell'));
    assert.deepEqual(settleTerm(disputed, conflict, 'base'), term('klok', 'bell', { partOfSpeech: 'verb' }));
  });
});

describe('a merge of glossaries', () => {
  it('keeps what both added, and both changes of one entry', () => {
    const ours = SAMPLE.replace('klok: "bell"', 'klok: "bell"\n\n  stoel: "chair"');
    const theirs = SAMPLE.replace('    literal: "sowing of hatred"\n', '    literal: "the sowing of hatred"\n').replace(
      'klok: "bell"',
      'klok: { rendering: "bell", avoid: "clock" }\n\n  # theirs\n  tafel: "table"',
    );
    const { text, conflicts } = mergeGlossaries(SAMPLE, ours, theirs);
    assert.deepEqual(conflicts, []);
    assert.deepEqual(
      parseGlossary(text!).terms.map(({ term: words, avoid, literal }) => [words, avoid[0], literal]),
      [
        ['aanzetten tot haat', undefined, undefined],
        ['klok', 'clock', undefined],
        ['stoel', undefined, undefined],
        ['tafel', undefined, undefined],
        ['zaaien van haat', 'sowing hatred', 'the sowing of hatred'],
      ],
    );
    assert.ok(text!.includes('# theirs') && text!.includes('# settled with Bram on Monday'));
  });

  it('records what both changed', () => {
    const at = (rendering: string): string => SAMPLE.replace('"incitement to hatred"', `"${rendering}"`);
    const { text, conflicts } = mergeGlossaries(SAMPLE, at('ours'), at('theirs'));
    const expected = { field: 'rendering', ours: 'ours', theirs: 'theirs', base: 'incitement to hatred' };
    assert.deepEqual(conflicts, [{ key: 'aanzetten tot haat', ...expected }]);
    assert.deepEqual(parseGlossary(text!).terms[0]!.conflicts, [expected]);
  });

  it('lets an edit beat a deletion, and a deletion beat nothing said', () => {
    const gone = edited(SAMPLE, { kind: 'remove-term', key: 'klok' });
    assert.equal(mergeGlossaries(SAMPLE, gone, SAMPLE).text, gone);
    assert.equal(mergeGlossaries(SAMPLE, SAMPLE, gone).text, gone);
    const changed = SAMPLE.replace('"bell"', '"church bell"');
    for (const { text } of [mergeGlossaries(SAMPLE, gone, changed), mergeGlossaries(SAMPLE, changed, gone)]) {
      assert.ok(parseGlossary(text!).terms.some(({ renderings }) => renderings[0] === 'church bell'));
    }
  });

  it('writes nothing where a side is broken', () => {
    assert.equal(mergeGlossaries(SAMPLE, SAMPLE, 'terms: "').text, undefined);
  });

  it('loses no term and no value of either side', () => {
    fc.assert(
      fc.property(fc.option(glossaries, { nil: undefined }), glossaries, glossaries, (base, ours, theirs) => {
        const { text } = mergeGlossaries(base && written(base), written(ours), written(theirs));
        const merged = new Map(parseGlossary(text!).terms.map((each) => [keyOfTerm(each), each]));
        const known = new Map((base ?? []).map((each) => [keyOfTerm(each), JSON.stringify(each)]));
        for (const side of [ours, theirs]) {
          for (const own of side) {
            const key = keyOfTerm(own);
            if (known.get(key) === JSON.stringify(own)) continue;
            const found = merged.get(key);
            assert.ok(found, `${key} is lost`);
            const said = JSON.stringify(found);
            const values = [...own.renderings, own.literal, own.explanation, own.domain];
            const before = JSON.parse(known.get(key) ?? '{}') as Partial<GlossaryTerm>;
            const old = new Set([...(before.renderings ?? []), before.literal, before.explanation, before.domain]);
            for (const value of values) {
              if (value !== undefined && !old.has(value)) assert.ok(said.includes(JSON.stringify(value)), said);
            }
          }
        }
      }),
    );
  });
});

// eslint-disable-next-line no-control-regex -- what a damaged file has, a glossary may not say
const words = anyText.filter((text) => text !== '' && !/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text));
const names = fc.constantFrom('klok', 'zaaien van haat', 'no', '12:30', 'a: b', '__proto__', 'Ünruh', '李', '# x');
const terms: fc.Arbitrary<GlossaryTerm> = fc
  .record(
    {
      term: names,
      language: fc.constantFrom('nl', 'de'),
      renderings: fc.uniqueArray(words, { minLength: 1, maxLength: 3 }),
      avoid: fc.uniqueArray(words, { maxLength: 2 }),
      literal: words,
      explanation: words,
      domain: words,
    },
    { requiredKeys: ['term', 'language', 'renderings', 'avoid'] },
  )
  .map((each) => ({ ...each }));
const glossaries = fc.uniqueArray(terms, { maxLength: 5, selector: ({ term: name }) => name });
const edits = fc.record({
  kind: fc.constantFrom('add-term', 'update-term', 'remove-term'),
  at: fc.nat(20),
  with: terms,
});

function written(all: readonly GlossaryTerm[]): string {
  return edited(undefined, ...all.map((each): GlossaryEdit => ({ kind: 'add-term', term: each })));
}

function byKey(all: readonly GlossaryTerm[]): readonly (readonly [string, GlossaryTerm])[] {
  return all.map((each) => [keyOfTerm(each), each] as const).sort(([a], [b]) => (a < b ? -1 : 1));
}
