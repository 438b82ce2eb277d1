import assert from 'node:assert/strict';
import { Heads } from '../../../src/editor/views/heads';
import type { SourceHead } from '../../../src/editor/views/source-head';

const head = (annotations: number): SourceHead => ({
  title: 'Vrijspraak in Sneek',
  date: undefined,
  language: 'nl',
  annotations,
  prose: true,
});

describe('what the list of sources knows of one', () => {
  /** Readings that have begun, to be ended by the test. */
  let begun: { readonly key: string; readonly end: (annotations: number) => Promise<void> }[];
  let told: number;
  let heads: Heads;
  beforeEach(() => {
    begun = [];
    told = 0;
    heads = new Heads(
      (key) =>
        new Promise((resolve) => {
          begun.push({
            key,
            end: async (annotations) => {
              resolve(head(annotations));
              await new Promise((done) => setTimeout(done));
            },
          });
        }),
      () => told++,
    );
  });

  it('is read once when it is asked for, and told', async () => {
    assert.equal(heads.get('zaak'), undefined);
    heads.want('zaak');
    heads.want('zaak');
    await begun[0]!.end(1);
    heads.want('zaak');
    assert.equal(heads.get('zaak')?.annotations, 1);
    assert.deepEqual([begun.length, told], [1, 1]);
  });

  it('is not what was read from a file that changed during the reading', async () => {
    heads.want('zaak');
    assert.ok(heads.forget('zaak'), 'the annotation was deleted while its file was being read');
    heads.want('zaak');
    assert.equal(begun.length, 2);
    await begun[1]!.end(0);
    await begun[0]!.end(1);
    assert.equal(heads.get('zaak')?.annotations, 0);
  });

  it('is read again when a reading for an earlier state ends first', async () => {
    heads.want('zaak');
    heads.forget('zaak');
    heads.want('zaak');
    await begun[0]!.end(1);
    assert.equal(heads.get('zaak'), undefined);
    await begun[1]!.end(0);
    assert.equal(heads.get('zaak')?.annotations, 0);
  });

  it('is not read side by side with all others at once', async () => {
    for (let k = 0; k < 20; k++) heads.want(`zaak ${k}`);
    assert.equal(begun.length, 6);
    await begun[0]!.end(1);
    assert.equal(begun.length, 7);
  });

  it('is nothing to tell of when nobody has asked', () => {
    assert.equal(heads.forget('zaak'), false);
  });
});
