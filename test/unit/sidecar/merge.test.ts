import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Annotation, AnnotationSet } from '../../../src/core/annotation/annotation';
import { asCodePoints } from '../../../src/core/text/code-points';
import { editSidecar, mergeSidecars, parseSidecar, type SidecarEdit } from '../../../src/core/sidecar';
import { meaningOf } from '../../../src/core/sidecar/set-edits';
import { additions } from './additions';
import { annotations, rejections, replies, sets } from './arbitraries';
import { runs } from '../runs';

const options = { fileName: 'nrc.txt' };
const CREATED = '2026-11-21T20:15:00Z';

function note(id: string, author: string, extra: Partial<Annotation> = {}): Annotation {
  const selector = {
    quote: ['hangt'],
    textId: 'cc2ba9211afb',
    parts: [{ start: asCodePoints(1), end: asCodePoints(6) }],
  };
  return { id, author, type: 'note', selector, created: CREATED, ...extra };
}

const add = (annotation: Annotation): SidecarEdit => ({ kind: 'add-annotation', annotation });
const update = (annotation: Annotation): SidecarEdit => ({ kind: 'update-annotation', annotation });
const edit = (text: string | undefined, ...edits: SidecarEdit[]): string => editSidecar(text, edits, options).text;

function merged(base: string | undefined, ours: string, theirs: string): string {
  const { text, problems } = mergeSidecars(base, ours, theirs);
  assert.deepEqual(problems, []);
  assert.ok(text !== undefined);
  assert.equal(parseSidecar(text).writable, true);
  return text;
}

/** A branch: what somebody did to a sidecar. */
type Branch = (base: string) => string;

const branch = (set: AnnotationSet): fc.Arbitrary<Branch> => {
  const of = <T, E>(list: readonly T[], make: (item: T) => fc.Arbitrary<E>): fc.Arbitrary<E>[] => list.map(make);
  const one: fc.Arbitrary<SidecarEdit> = fc.oneof(
    annotations.map(add),
    replies.map((reply): SidecarEdit => ({ kind: 'add-reply', reply })),
    rejections.map((rejection): SidecarEdit => ({ kind: 'add-rejection', rejection })),
    fc.constantFrom('a', 'b').map((value): SidecarEdit => ({ kind: 'set-source', key: 'title', value })),
    ...of(set.annotations, ({ author }) =>
      fc.constantFrom('Dirk', 'Els', 'Zoë').map((to): SidecarEdit => ({ kind: 'rename-author', from: author, to })),
    ),
    ...of(set.annotations, ({ id }) => annotations.map((annotation) => update({ ...annotation, id }))),
    ...of(set.annotations, (old) => fc.constantFrom('x', 'y').map((rendering) => update({ ...old, rendering }))),
    ...of(set.annotations, ({ id }) => fc.constant<SidecarEdit>({ kind: 'remove-annotation', id })),
  );
  return fc.array(one, { maxLength: 5 }).map((edits) => (base) => edits.reduce((text, next) => edit(text, next), base));
};

const histories = sets.chain((set) => {
  const some = branch(set);
  return fc.record({ base: fc.constant(edit(undefined, ...additions(set))), a: some, b: some, c: some });
});

/**
 * What a merge says, without what depends on which side is called ours: the values in dispute count as a set, and `rendered`
 * goes with its rendering.
 */
function effect(text: string): string {
  const { set } = parseSidecar(text);
  const neutral = (annotation: Annotation): Annotation => {
    const fields = new Map<string, Set<string>>();
    for (const { field, ours, theirs } of annotation.conflicts ?? []) {
      if (field === 'rendered') continue;
      const values = fields.get(field) ?? new Set<string>();
      for (const value of [ours, theirs]) if (value !== null) values.add(JSON.stringify(value));
      fields.set(field, values);
    }
    const conflicts = [...fields].map(([field, values]) => ({
      field,
      ours: [...values].sort(),
      theirs: null,
      base: null,
    }));
    let plain: Annotation = { ...annotation, conflicts: conflicts.sort((x, y) => (x.field < y.field ? -1 : 1)) };
    if (fields.has('rendering')) plain = { ...plain, rendered: undefined };
    for (const field of fields.keys()) {
      const [top, inner] = field.split('.') as [keyof Annotation, string?];
      if (field === 'quote') plain = { ...plain, selector: { ...plain.selector, quote: [''] } };
      else if (field === 'position') plain = { ...plain, selector: { quote: plain.selector.quote } };
      else if (inner === undefined) plain = { ...plain, [top]: undefined };
      else
        plain = { ...plain, charge: { ...plain.charge, [inner === 'reported_by' ? 'reportedBy' : inner]: undefined } };
    }
    return plain;
  };
  const { source } = set;
  const disputed = new Set((source.conflicts ?? []).map(({ field }) => field));
  const plainSource = { ...source, ...(disputed.has('title') && { title: undefined }), conflicts: undefined };
  return meaningOf({ ...set, source: plainSource, annotations: set.annotations.map(neutral) });
}

const idsOf = (text: string): string[] => {
  const { set } = parseSidecar(text);
  return [...set.annotations, ...set.replies, ...set.rejections].map(({ id }) => id);
};

describe('merging sidecars', () => {
  it('loses no id that a side added or kept with a change', () => {
    fc.assert(
      fc.property(histories, fc.boolean(), ({ base, a, b }, withBase) => {
        const [ours, theirs] = [a(base), b(base)];
        const result = mergeSidecars(withBase ? base : undefined, ours, theirs);
        assert.deepEqual(result.problems, []);
        const ids = new Set(idsOf(result.text!));
        const inBase = new Set(idsOf(base));
        for (const id of [...idsOf(ours), ...idsOf(theirs)]) {
          if (!inBase.has(id) || !withBase) assert.ok(ids.has(id), `${id} is lost`);
        }
      }),
      { numRuns: runs(40) },
    );
  });

  it('says the same whichever side is ours', () => {
    fc.assert(
      fc.property(histories, fc.boolean(), ({ base, a, b }, withBase) => {
        const known = withBase ? base : undefined;
        const [ours, theirs] = [a(base), b(base)];
        assert.equal(effect(merged(known, ours, theirs)), effect(merged(known, theirs, ours)));
      }),
      { numRuns: runs(40) },
    );
  });

  it('says the same in whichever order three branches are merged', () => {
    fc.assert(
      fc.property(histories, ({ base, a, b, c }) => {
        const [one, two, three] = [a(base), b(base), c(base)];
        const left = merged(base, merged(base, one, two), three);
        const right = merged(base, one, merged(base, two, three));
        assert.equal(effect(left), effect(right));
      }),
      { numRuns: runs(40) },
    );
  });

  it('changes nothing when a merge is merged again', () => {
    fc.assert(
      fc.property(histories, ({ base, a, b }) => {
        const [ours, theirs] = [a(base), b(base)];
        const once = merged(base, ours, theirs);
        assert.equal(merged(theirs, once, theirs), once);
        assert.equal(effect(merged(base, once, theirs)), effect(once));
      }),
      { numRuns: runs(30) },
    );
  });

  const before = edit(
    undefined,
    add(note('g1111111', 'anna', { rendering: 'hangs', state: 'draft' })),
    add(note('g2222222', 'bram')),
  );

  it('gives an author who was renamed differently one name on either side, and keeps the other name on record', () => {
    const renamed = (to: string) => edit(before, { kind: 'rename-author', from: 'anna', to });
    const [ours, theirs] = [renamed('Anna de Wit'), renamed('Anna Wit')];
    for (const known of [before, undefined]) {
      const [one, other] = [merged(known, ours, theirs), merged(known, theirs, ours)];
      for (const text of [one, other]) {
        assert.deepEqual(
          parseSidecar(text).authors.filter((name) => name.startsWith('A')),
          ['Anna Wit'],
        );
        assert.match(text, /conflicts_author:\n +- .*"?Anna Wit"?.*"?Anna de Wit"?/);
      }
    }
    assert.equal(mergeSidecars(before, ours, theirs).conflicts.length, 1, 'one question, however many entries');
  });

  /** What a file says at its top, beside what is ours: every value that is claimed for a key. */
  const claims = (text: string): readonly string[] => {
    const found = new Set<string>();
    const document = parse(text) as Record<string, unknown>;
    for (const [key, value] of Object.entries(document)) {
      if (key === 'annotations' || key === 'rejected') continue;
      if (!key.startsWith('conflicts_')) found.add(`${key}=${JSON.stringify(value)}`);
      else
        for (const record of value as { field: string; ours: unknown; theirs: unknown }[])
          for (const side of [record.ours, record.theirs]) found.add(`${record.field}=${JSON.stringify(side)}`);
    }
    return [...found].sort();
  };
  const keys = fc.record(
    {
      project: fc.constantFrom('"A"', '"B"', '"C"'),
      'a.b': fc.constantFrom('1', '2', '[x]'),
      tags: fc.constantFrom('[a]', '[b, c]'),
    },
    { requiredKeys: [] },
  );
  const withKeys = (said: Readonly<Record<string, string | undefined>>): string =>
    before +
    Object.entries(said)
      .map(([key, value]) => `\n${key}: ${value} # why\n`)
      .join('');

  it('loses no value of a key that it does not know, whichever side is ours and in whatever order three are merged', () => {
    fc.assert(
      fc.property(keys, keys, keys, keys, (base, a, b, c) => {
        const [known, one, two, three] = [base, a, b, c].map(withKeys) as [string, string, string, string];
        assert.deepEqual(claims(merged(known, one, two)), claims(merged(known, two, one)));
        const left = merged(known, merged(known, one, two), three);
        const right = merged(known, one, merged(known, two, three));
        assert.deepEqual(claims(left), claims(right));
        const without = claims(merged(undefined, one, two));
        for (const claim of [...claims(one), ...claims(two)]) assert.ok(without.includes(claim), claim);
      }),
      { numRuns: 120 },
    );
  });

  it('takes two changes to two fields of one entry', () => {
    const first = note('g1111111', 'anna', { rendering: 'hangs', state: 'draft' });
    const ours = edit(before, update({ ...first, rendering: 'is hanging' }));
    const theirs = edit(before, update({ ...first, state: 'settled' }));
    const [entry] = parseSidecar(merged(before, ours, theirs)).set.annotations.filter(({ id }) => id === 'g1111111');
    assert.equal(entry!.rendering, 'is hanging');
    assert.equal(entry!.state, 'settled');
    assert.equal(entry!.conflicts, undefined);
  });

  it('keeps ours where both changed one field, and writes down both', () => {
    const first = note('g1111111', 'anna', { state: 'draft' });
    const ours = edit(before, update({ ...first, rendering: 'A' }));
    const theirs = edit(before, update({ ...first, rendering: 'B' }));
    const result = mergeSidecars(before, ours, theirs);
    const record = { field: 'rendering', ours: 'A', theirs: 'B', base: 'hangs' };
    assert.deepEqual(result.conflicts, [{ id: 'g1111111', ...record }]);
    const entry = parseSidecar(result.text!).set.annotations.find(({ id }) => id === 'g1111111')!;
    assert.equal(entry.rendering, 'A');
    assert.deepEqual(entry.conflicts, [record]);
  });

  it('lets an edit beat a deletion, on either side', () => {
    const deleted = edit(before, { kind: 'remove-annotation', id: 'g1111111' });
    const changed = edit(before, update(note('g1111111', 'anna', { rendering: 'B', state: 'draft' })));
    for (const text of [merged(before, deleted, changed), merged(before, changed, deleted)]) {
      assert.equal(parseSidecar(text).set.annotations.find(({ id }) => id === 'g1111111')?.rendering, 'B');
    }
    assert.ok(!idsOf(merged(before, deleted, edit(before, add(note('g3333333', 'bram'))))).includes('g1111111'));
  });

  it('gives the later of two annotations with one id another id, and its replies follow', () => {
    const earlier = edit(before, add(note('g7777777', 'anna')));
    const later = edit(before, add(note('g7777777', 'bram', { created: '2026-11-22T00:00:00Z' })), {
      kind: 'add-reply',
      reply: { id: 'r1111111', author: 'anna', replyTo: 'g7777777', text: 'Yes.' },
    });
    const both = [mergeSidecars(before, earlier, later), mergeSidecars(before, later, earlier)];
    for (const { text, renamed } of both) {
      const { annotations: found, replies: answers } = parseSidecar(text!).set;
      assert.equal(renamed.length, 1);
      assert.equal(found.find(({ id }) => id === 'g7777777')?.author, 'anna');
      assert.equal(found.find(({ id }) => id === renamed[0]!.to)?.author, 'bram');
      assert.equal(answers[0]!.replyTo, renamed[0]!.to);
    }
    assert.deepEqual(both[0]!.renamed, both[1]!.renamed);
  });

  it('leaves a reply that both copies have with the annotation that keeps its id', () => {
    const answered = edit(before, add(note('g7777777', 'anna')), {
      kind: 'add-reply',
      reply: { id: 'r1111111', author: 'bram', replyTo: 'g7777777', text: 'Yes.' },
    });
    const confirmed = answered.replace(/(g7777777:[^]*?)parts: \[\[1, 6\]\]/, '$1parts: [[4, 9]]');
    for (const [ours, theirs] of [
      [answered, confirmed],
      [confirmed, answered],
    ] as const) {
      const { text, renamed, conflicts } = mergeSidecars(undefined, ours, theirs);
      const { replies: answers } = parseSidecar(text!).set;
      assert.deepEqual([renamed.length, conflicts.length], [1, 0]);
      assert.deepEqual(
        answers.map(({ id, replyTo }) => [id, replyTo]),
        [['r1111111', 'g7777777']],
      );
    }
  });

  it('puts a comment below a last line that had no line break', () => {
    const base = `${before}\nproject: "A"\n`;
    const text = merged(base, `${base}# checked\n`, base.trimEnd());
    assert.ok(text.endsWith('project: "A"\n# checked\n'), text);
  });

  it('carries a comment above an entry that only they wrote, changed or deleted', () => {
    const bare = edit(undefined, add(note('n1', 'ann')), add(note('n2', 'ann')));
    const commented = (comment: string): string => bare.replace(/^ *n2:/m, (line) => `${comment}${line}`);
    const ours = (text: string): string => edit(text, update(note('n1', 'ann', { rendering: 'hangs' })));
    const [none, old, changed] = ['', '    # to check\n', '    # checked\n    # twice\n'];
    for (const [from, to] of [
      [none, old],
      [old, changed],
      [old, none],
    ] as const)
      for (const lineBreak of ['\n', '\r\n']) {
        const base = commented(from).replaceAll('\n', lineBreak);
        const text = merged(base, ours(base), commented(to).replaceAll('\n', lineBreak));
        assert.equal(text, ours(commented(to)).replaceAll('\n', lineBreak));
      }
    // What both wrote stays as ours has it.
    assert.ok(merged(commented(old), commented('    # mine\n'), commented(changed)).includes('# mine'));
  });

  it('keeps our comments and unknown keys, and brings theirs along with their entries', () => {
    const commented = `${before.replace('      rendering:', '      # ours\n      rendering:')}# at the end\n`;
    const theirs = edit(before, add(note('g3333333', 'bram'))).replace(
      '    g3333333:',
      '    # about the third\n    g3333333:\n      my_key: { deep: [1, 2] } # theirs',
    );
    const text = merged(before, commented, theirs);
    for (const piece of [
      '# ours\n',
      '# at the end\n',
      '    # about the third\n    g3333333:',
      'my_key: { deep: [1, 2] } # theirs',
    ]) {
      assert.ok(text.includes(piece), piece);
    }
  });

  it('merges two copies without an ancestor and keeps the union', () => {
    const ours = edit(before, add(note('g3333333', 'anna')));
    const theirs = edit(before, add(note('g4444444', 'bram')), update(note('g2222222', 'bram', { literal: 'x' })));
    const result = mergeSidecars(undefined, ours, theirs);
    assert.deepEqual(result.conflicts, []);
    assert.deepEqual(new Set(idsOf(result.text!)), new Set(['g1111111', 'g2222222', 'g3333333', 'g4444444']));
    assert.equal(parseSidecar(result.text!).set.annotations.find(({ id }) => id === 'g2222222')?.literal, 'x');
  });

  it('puts what two branches renamed the author of under one name, whichever side is ours, and says so', () => {
    const renamed = (to: string): string => edit(before, { kind: 'rename-author', from: 'anna', to });
    for (const [ours, theirs] of [
      ['Anna B.', 'A. Bakker'],
      ['A. Bakker', 'Anna B.'],
    ] as const) {
      const { text, problems, conflicts } = mergeSidecars(before, renamed(ours), renamed(theirs));
      const record = { id: undefined, field: 'author', ours: 'A. Bakker', theirs: 'Anna B.', base: 'anna' };
      assert.deepEqual([problems, conflicts], [[], [record]]);
      const entry = parseSidecar(text!).set.annotations.find(({ id }) => id === 'g1111111');
      assert.equal(entry?.author, 'A. Bakker');
    }
  });

  it('tells entries apart that stand under one id with two authors', () => {
    const section = (author: string, rendering: string): string =>
      `  ${author}:\n    g1: { type: note, quote: "${author}", rendering: "${rendering}" }\n`;
    const base = `glossator: 1\n\nannotations:\n${section('anna', 'a')}${section('bram', 'b')}`;
    const ours = base.replace(section('anna', 'a'), '');
    const theirs = base.replace('"b"', '"c"');
    for (const text of [merged(base, ours, theirs), merged(base, theirs, ours)]) {
      const left = parseSidecar(text).set.annotations.map(({ author, rendering }) => [author, rendering]);
      assert.deepEqual(left, [['bram', 'c']]);
    }
  });

  it('keeps an entry that one side deleted and the other wrote a comment in, and all other comments', () => {
    const base = `# head\n${before}`;
    const ours = edit(base, { kind: 'remove-annotation', id: 'g1111111' }).replace('# head', '# our head');
    const theirs = base
      .replace('      state: draft', '      # why not “is hanging”?\n      state: draft')
      .replace('  bram:', '  # from the archive\n  bram: # b')
      .replace('# head', '# head\n# and theirs');
    for (const text of [merged(base, ours, theirs), merged(base, theirs, ours)])
      for (const comment of ['# our head', '# and theirs', '# from the archive', '# b\n', '# why not'])
        assert.ok(text.includes(comment), `${comment} in\n${text}`);
  });

  it('writes nothing when a side can not be read', () => {
    const result = mergeSidecars(before, before, `${before}<<<<<<< HEAD\n`);
    assert.equal(result.text, undefined);
    assert.equal(result.problems[0]!.code, 'unreadable-theirs');
  });
});
