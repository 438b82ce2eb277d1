import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type FieldRules, mergeFields } from '../../../src/core/yaml/merge-fields';
import { canonical, isListValue, isMapValue, type YamlValue, type YamlValueMap } from '../../../src/core/yaml/node';
import { runs } from '../runs';

const RULES: FieldRules = {
  united: new Set(['alternatives']),
  together: ['quote', 'position'],
  whole: new Set(['position']),
  stamps: new Set(['modified', 'rendered']),
};
const DISPUTABLE = ['rendering', 'state', 'quote', 'position', 'charge.stage', 'charge.law'];

const word = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const map = (fields: Record<string, YamlValue | undefined>): YamlValueMap =>
  new Map(Object.entries(fields).filter((field): field is [string, YamlValue] => field[1] !== undefined));
const stamp = fc.tuple(word, word).map(([by, at]) => map({ by, at }));

/** An entry's fields; what is `undefined` it does not say. */
const plainFields = fc.record(
  {
    rendering: word,
    state: word,
    quote: word,
    position: word.map((text) => map({ text })),
    modified: stamp,
    rendered: stamp,
    alternatives: fc.uniqueArray(word, { maxLength: 3 }),
    charge: fc.record({ stage: word, law: word }, { requiredKeys: [] }).map(map),
  },
  { requiredKeys: [] },
);
const entries = plainFields.map(map);

/** The same with records of conflicts that an earlier merge has left. */
const disputedEntries = fc
  .tuple(plainFields, fc.array(fc.tuple(fc.constantFrom('rendering', 'state', 'charge.law'), word), { maxLength: 2 }))
  .map(([fields, open]) => {
    const values = map(fields);
    const records = open.map(([field, theirs]) => map({ field, ours: valueAt(values, field), theirs, base: null }));
    return records.length > 0 ? new Map([...values, ['conflicts', records]]) : values;
  });

function valueAt(values: YamlValueMap, path: string): YamlValue {
  let value: YamlValue | undefined = values;
  for (const key of path.split('.')) value = isMapValue(value) ? value.get(key) : undefined;
  return value ?? null;
}

function itemsOf(values: YamlValueMap, key: string): readonly YamlValue[] {
  const items = values.get(key);
  return isListValue(items) ? items : [];
}

function recordsOf(values: YamlValueMap): readonly YamlValueMap[] {
  return itemsOf(values, 'conflicts').filter(isMapValue);
}

/** All that an entry holds for a field: its value, and the others that are written down about it. */
function claims(values: YamlValueMap, field: string): string[] {
  const others = recordsOf(values)
    .filter((record) => record.get('field') === field)
    .flatMap((record) => [record.get('ours') ?? null, record.get('theirs') ?? null]);
  return [...new Set([valueAt(values, field), ...others].filter((value) => value !== null).map(canonical))].sort();
}

/** What an entry says, without which of the values in dispute is called ours. */
function effect(values: YamlValueMap): Record<string, unknown> {
  const disputed = new Set(recordsOf(values).map((record) => String(record.get('field'))));
  return {
    ...Object.fromEntries(DISPUTABLE.map((field) => [field, claims(values, field)])),
    disputed: [...disputed].filter((field) => field !== 'rendered').sort(),
    modified: canonical(values.get('modified') ?? null),
    // Items stand for themselves: their order says nothing.
    alternatives: itemsOf(values, 'alternatives').map(canonical).sort(),
    // Whose rendering it is stands beside each rendering; which of two stamps of one rendering is kept is no matter.
    rendered: disputed.has('rendering') ? undefined : canonical(values.get('rendered') ?? null),
  };
}

const merge = (base: YamlValueMap | undefined, ours: YamlValueMap, theirs: YamlValueMap): YamlValueMap =>
  mergeFields(base, ours, theirs, RULES).values;

describe('merging the fields of an entry that branches wrote anew', () => {
  it('says the same whichever side is ours, also where an earlier merge left records', () => {
    fc.assert(
      fc.property(fc.option(disputedEntries, { nil: undefined }), disputedEntries, disputedEntries, (base, a, b) => {
        assert.deepEqual(effect(merge(base, a, b)), effect(merge(base, b, a)));
      }),
      { numRuns: runs(3000) },
    );
  });

  it('says the same in whichever order three branches are merged', () => {
    fc.assert(
      fc.property(entries, entries, entries, entries, (base, a, b, c) => {
        const left = effect(merge(base, merge(base, a, b), c));
        assert.deepEqual(left, effect(merge(base, a, merge(base, b, c))));
        assert.deepEqual(left, effect(merge(base, merge(base, c, a), b)));
      }),
      { numRuns: runs(3000) },
    );
  });

  it('loses no value that a branch wrote', () => {
    fc.assert(
      fc.property(fc.option(disputedEntries, { nil: undefined }), disputedEntries, disputedEntries, (base, a, b) => {
        const merged = merge(base, a, b);
        for (const field of DISPUTABLE)
          for (const side of [a, b]) {
            const value = valueAt(side, field);
            const isNew = value !== null && (base === undefined || !claims(base, field).includes(canonical(value)));
            if (isNew) assert.ok(claims(merged, field).includes(canonical(value)), `${field} is lost`);
          }
      }),
      { numRuns: runs(3000) },
    );
  });

  it('keeps a conflict that two branches settled differently', () => {
    const base = map({ rendering: 'x', conflicts: [map({ field: 'rendering', ours: 'x', theirs: 'y', base: 'w' })] });
    const [kept, taken] = [map({ rendering: 'x' }), map({ rendering: 'y' })];
    assert.deepEqual(claims(merge(base, kept, taken), 'rendering'), ['"x"', '"y"']);
    assert.deepEqual(merge(base, taken, taken), taken);
    assert.deepEqual(merge(base, base, taken), taken);
    assert.deepEqual(merge(base, kept, base), kept);
  });
});
