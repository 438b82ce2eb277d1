import assert from 'node:assert/strict';
import { verbForms } from '../../../../src/core/recognition/charges/languages/en/verb-forms';

describe('forms of English verbs', () => {
  for (const [verb, forms] of [
    ['launder', 'launder launders laundering laundered'],
    ['forge', 'forge forges forging forged'],
    ['rob(b)', 'rob robs robbing robbed'],
    ['steal/stole/stolen', 'steal steals stealing stole stolen'],
    ['falsify', 'falsify falsifies falsifying falsified'],
    ['flee/fled', 'flee flees fleeing fled'],
    ['poach', 'poach poaches poaching poached'],
    ['obey', 'obey obeys obeying obeyed'],
  ] as const)
    it(`knows those of ${verb}`, () => assert.equal(verbForms(verb), forms));
});
