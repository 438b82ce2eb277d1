import assert from 'node:assert/strict';
import { formsOf } from '../../../src/core/translation/find-term';
import { likeness } from '../../../src/core/translation/likeness';
import { LIKENESS_CASES } from './likeness.cases';

describe('passages that are like a term', () => {
  const found = LIKENESS_CASES.map((each) => ({
    ...each,
    found: likeness(each.passage, each.term, formsOf('nl')) !== undefined,
  }));
  const share = (of: readonly { readonly found: boolean; readonly alike: boolean }[]) =>
    of.filter((each) => each.found && each.alike).length / of.length;

  it('are found nine times in ten', () => {
    const missed = found.filter((each) => each.alike && !each.found);
    assert.ok(share(found.filter(({ alike }) => alike)) >= 0.9, JSON.stringify(missed, null, 1));
  });

  it('are told from others nineteen times in twenty', () => {
    const wrong = found.filter((each) => !each.alike && each.found);
    assert.ok(share(found.filter((each) => each.found)) >= 0.95, JSON.stringify(wrong, null, 1));
  });

  it('name the words that differ, on both sides', () => {
    const { here, there } = likeness('werden verdacht van smaad', 'verdacht van opruiing', formsOf('nl'))!;
    assert.deepEqual([here, there], [['smaad'], ['opruiing']]);
  });

  it('are never the opposite, and never the same words', () => {
    assert.equal(likeness('niet verdacht van diefstal', 'verdacht van diefstal', formsOf('nl')), undefined);
    assert.equal(likeness('verdacht van diefstal', 'verdacht van een diefstal', formsOf('nl')), undefined);
  });
});
