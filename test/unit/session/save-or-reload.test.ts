import assert from 'node:assert/strict';
import { SaveOrReload } from '../../../src/editor/session/save-or-reload';

const settled = () => new Promise((resolve) => setTimeout(resolve, 180));

describe('a document that has no unsaved changes', () => {
  for (const [what, events, reloads] of [
    ['was reloaded after a change that left it clean', ['changed', 'clean'], 1],
    ['is about to be typed into', ['changed', 'clean', 'dirty'], 0],
    ['was saved', ['changed', 'dirty', 'will save', 'clean', 'saved'], 0],
    ['is being saved, and its host is too busy to be told', ['changed', 'dirty', 'will save', 'clean'], 0],
    ['was saved, by a save that nobody announced', ['changed', 'dirty', 'clean', 'saved'], 0],
    ['was reverted', ['changed', 'dirty', 'changed', 'clean'], 1],
    ['was reverted after a save that failed', ['dirty', 'will save', 'changed', 'clean'], 1],
  ] as const) {
    it(what, async () => {
      let count = 0;
      const saving = new SaveOrReload(() => count++);
      for (const event of events) {
        if (event === 'changed') saving.changed();
        else if (event === 'will save') saving.willSave();
        else if (event === 'saved') saving.saved();
        else saving.became(event === 'dirty');
      }
      await settled();
      assert.equal(count, reloads);
      saving.dispose();
    });
  }
});
