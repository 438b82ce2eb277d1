import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { workspaceFolder } from './article';
import { hasGit } from './editors-git';
import { GESTURES, perform } from './git-story/gestures';
import { Random } from './git-story/random';
import { NAMES, World } from './git-story/world';

/** `GLOSSATOR_RUNS=20` tells twenty times as many stories, `GLOSSATOR_SEED` others. */
const STORIES = Math.ceil(2 * Number(process.env.GLOSSATOR_RUNS ?? 1));
const FIRST = Number(process.env.GLOSSATOR_SEED ?? 4);
const STEPS = 9;
/** A file to which each story adds what was done, seen and only listed. */
const record = process.env.GLOSSATOR_RECORD;

describe('three annotated articles in a git repository', function () {
  this.timeout(300_000);
  const autoSave = (value: string | undefined) =>
    vscode.workspace.getConfiguration('files').update('autoSave', value, vscode.ConfigurationTarget.Global);

  before(async function () {
    if (!hasGit() || workspaceFolder().scheme !== 'file') this.skip();
    await autoSave('off');
  });
  after(() => autoSave(undefined));

  for (let seed = FIRST; seed < FIRST + STORIES; seed++) {
    it(`keep every annotation on its very words, whatever is done to them (story ${seed})`, async () => {
      const random = new Random(seed);
      const world = new World(
        path.join(workspaceFolder().fsPath, `verhaal-${seed}`),
        World.elsewhere('archief'),
        random,
      );
      const total = GESTURES.reduce((sum, { weight }) => sum + weight, 0);
      const done: string[] = [];
      try {
        for (const name of NAMES) await world.show(name);
        assert.deepEqual(await world.agree(), [], 'at first');
        while (done.length < STEPS) {
          let at = random.below(total);
          const gesture = GESTURES.find(({ weight }) => (at -= weight) < 0)!;
          if (!(await perform(gesture, world))) continue;
          done.push(gesture.name);
          // Now and then the next thing comes before the editor has come to rest.
          if (random.chance(0.2)) {
            done.push('and at once');
            continue;
          }
          const wrong = await world.agree();
          assert.deepEqual([...world.told, ...wrong], [], `after: ${done.join(', ')}`);
        }
        assert.deepEqual(await world.agree(), [], `after: ${done.join(', ')}`);
        if (record) fs.appendFileSync(record, `${JSON.stringify({ seed, done, ...world.record })}\n`);
      } finally {
        await world.end();
      }
    });
  }
});
