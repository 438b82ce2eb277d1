import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { hasConflictMarkers } from '../../../src/core/sidecar';
import { closeAll, run, until } from '../article';
import { numberedName } from './repository';
import { normalised, revised, rewrapped } from './revisions';
import { NAMES, type World } from './world';

/** One thing that a person does. Answers false when it can't be done now. */
export interface Gesture {
  readonly name: string;
  readonly weight: number;
  /** What has to be so before: all texts saved, or all that is on disk committed too; absent: nothing. */
  readonly begins?: 'saved' | 'committed';
  perform(world: World): Promise<boolean> | boolean;
}

const someName = (world: World): string => world.random.one(world.names);

/** Git refuses much while a file has changes; most people commit them then. */
function clean(world: World): void {
  if (world.tree.git('status', '--porcelain').trim() !== '') world.commit();
}

/** Makes a gesture where what it begins with is so; answers false when it can't be made now. */
export async function perform(gesture: Gesture, world: World): Promise<boolean> {
  const isSaved = world.names.every((name) => !world.documentOf(name)?.isDirty);
  if (gesture.begins !== undefined && !isSaved) return false;
  if (gesture.begins === 'committed') clean(world);
  return gesture.perform(world);
}

/** Ends a merge, revert or rebase in which something conflicts. */
async function settle(world: World, proceed: readonly string[]): Promise<void> {
  const { tree, random } = world;
  world.takeIn();
  // What the sides had is in git; while the markers stand nothing may be shown on other words or be written.
  const problems = await world.agree();
  if (problems.length > 0) world.told.push(...problems.map((each) => `in the conflict: ${each}`));
  for (const name of world.names) {
    const unmerged = tree.git('ls-files', '-u', '--', name, numberedName(name)).trim() !== '';
    if (unmerged) {
      const side = random.one(['--ours', '--theirs']);
      tree.tries('checkout', side, '--', name);
      tree.tries('checkout', side, '--', numberedName(name));
      // Where git could merge one of the two files both are taken from one side.
      if (!tree.tagged(name)) {
        const stage = side === '--ours' ? 'HEAD' : proceedRef(world);
        tree.tries('checkout', stage, '--', name, numberedName(name));
      }
    }
    const sidecar = tree.readSidecar(name);
    if (sidecar === undefined || !hasConflictMarkers(sidecar)) continue;
    const ids = new Set([...sidecar.matchAll(/^ {4}([g-z][0-9a-z]{7}):/gm)].map(([, id]) => id!));
    await world.show(name);
    await until('the session', () => world.documentOf(name));
    await run('mergeConflictMarkers', vscode.Uri.file(tree.sidecar(name)).toString());
    await until('the annotation file without markers', () => !hasConflictMarkers(tree.readSidecar(name) ?? '<<<<<<< '));
    const now = new Set(tree.parsed(name).set.annotations.map(({ id }) => id));
    const lost = [...ids].filter((id) => !now.has(id));
    if (lost.length > 0) world.told.push(`${name}: ${lost.join()} were lost when the sides were merged`);
  }
  tree.git('add', '-A');
  if (!tree.tries(...proceed)) tree.tries('commit', '-q', '-m', world.message());
  world.takeIn();
}

function proceedRef(world: World): string {
  for (const ref of ['MERGE_HEAD', 'REBASE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD'])
    if (world.tree.tries('rev-parse', '-q', '--verify', ref)) return ref;
  return 'HEAD';
}

/** A command of git that may stop at a conflict. */
async function throughConflict(world: World, args: readonly string[], proceed: readonly string[]): Promise<void> {
  if (world.tree.tries(...args)) return world.takeIn();
  for (let stop = 0; stop < 4; stop++) {
    await settle(world, proceed);
    if (world.tree.git('ls-files', '-u').trim() === '' && proceedRef(world) === 'HEAD') return;
    if (world.tree.git('ls-files', '-u').trim() === '') break;
  }
  world.tree.tries('rebase', '--abort');
  world.tree.tries('merge', '--abort');
  world.tree.tries('cherry-pick', '--abort');
  world.tree.tries('revert', '--abort');
  world.takeIn();
}

const colleagueWorks = (world: World): void => {
  const { colleague, random } = world;
  for (const name of NAMES) if (random.chance(0.6)) world.reviseOnDisk(colleague, name);
  colleague.commit(world.message());
};

export const GESTURES: readonly Gesture[] = [
  {
    name: 'pull',
    weight: 5,
    begins: 'committed',
    async perform(world) {
      colleagueWorks(world);
      await throughConflict(world, ['merge', '-q', '--no-edit', 'colleague'], ['commit', '-q', '--no-edit']);
      return true;
    },
  },
  {
    name: 'pull, fast-forward',
    weight: 2,
    begins: 'committed',
    perform(world) {
      world.colleague.git('reset', '-q', '--hard', world.tree.git('rev-parse', 'HEAD').trim());
      colleagueWorks(world);
      world.tree.git('merge', '-q', '--ff-only', 'colleague');
      world.takeIn();
      return true;
    },
  },
  {
    name: 'pull with rebase',
    weight: 2,
    begins: 'committed',
    async perform(world) {
      colleagueWorks(world);
      await throughConflict(world, ['rebase', '-q', 'colleague'], ['rebase', '--continue']);
      return true;
    },
  },
  {
    name: 'checkout of another branch',
    weight: 4,
    begins: 'committed',
    perform(world) {
      const at = world.tree.git('rev-parse', '--abbrev-ref', 'HEAD').trim();
      world.tree.git('checkout', '-q', at === 'main' ? 'other' : 'main');
      world.takeIn();
      return true;
    },
  },
  {
    name: 'there and back within a second',
    weight: 2,
    begins: 'committed',
    async perform(world) {
      const at = world.tree.git('rev-parse', '--abbrev-ref', 'HEAD').trim();
      const there = at === 'main' ? 'other' : 'main';
      for (const branch of [there, at, there, at]) {
        world.tree.git('checkout', '-q', branch);
        for (const name of world.names) world.ledger.note(world.tree.tagged(name));
        await new Promise((resolve) => setTimeout(resolve, world.random.below(250)));
      }
      world.takeIn();
      return true;
    },
  },
  {
    name: 'stash and pop',
    weight: 3,
    begins: 'saved',
    async perform(world) {
      const name = someName(world);
      world.reviseOnDisk(world.tree, name, undefined, 'anna');
      if (world.random.chance(0.5)) await world.annotate(someName(world));
      if (!world.tree.tries('stash', '-q', '-u')) return false;
      world.takeIn();
      if (world.random.chance(0.7)) world.told.push(...(await world.agree()).map((each) => `stashed: ${each}`));
      world.tree.git('stash', 'pop', '-q');
      world.takeIn();
      return true;
    },
  },
  {
    name: 'revert',
    weight: 2,
    begins: 'committed',
    async perform(world) {
      const merge = world.tree.git('rev-list', '--parents', '-n', '1', 'HEAD').trim().split(' ').length > 2;
      await throughConflict(
        world,
        ['revert', '--no-edit', ...(merge ? ['-m', '1'] : []), 'HEAD'],
        ['revert', '--continue'],
      );
      return true;
    },
  },
  {
    name: 'reset --hard',
    weight: 2,
    begins: 'saved',
    perform(world) {
      const before = Number(world.tree.git('rev-list', '--count', 'HEAD').trim()) > 3 ? 'HEAD~1' : 'HEAD';
      world.tree.git('reset', '-q', '--hard', world.random.one([before, 'HEAD']));
      world.takeIn();
      return true;
    },
  },
  {
    name: 'cherry-pick',
    weight: 1,
    begins: 'committed',
    async perform(world) {
      colleagueWorks(world);
      await throughConflict(world, ['cherry-pick', '--allow-empty', 'colleague'], ['cherry-pick', '--continue']);
      return true;
    },
  },
  {
    name: 'another program changes the text and the annotations',
    weight: 3,
    begins: 'saved',
    perform(world) {
      world.reviseOnDisk(world.tree, someName(world));
      world.takeIn();
      return true;
    },
  },
  {
    name: 'rewrapped by another program',
    weight: 2,
    begins: 'saved',
    perform(world) {
      const name = someName(world);
      const tokens = world.tree.tagged(name);
      if (!tokens) return false;
      world.tree.write(name, rewrapped(tokens, world.random.one([60, 100])));
      world.takeIn();
      return true;
    },
  },
  {
    name: 'put into other bytes',
    weight: 2,
    begins: 'saved',
    perform(world) {
      const name = someName(world);
      const tokens = world.tree.tagged(name);
      if (!tokens) return false;
      const { random } = world;
      world.tree.write(name, normalised(tokens, random.one(['NFC', 'NFD'])), {
        bom: random.chance(0.4),
        crlf: random.chance(0.4),
      });
      world.takeIn();
      return true;
    },
  },
  {
    name: 'annotate',
    weight: 4,
    async perform(world) {
      await world.annotate(someName(world));
      return true;
    },
  },
  {
    name: 'type',
    weight: 3,
    async perform(world) {
      const name = someName(world);
      await world.show(name);
      const tokens = world.shown(name);
      if (!tokens) return false;
      await world.edit(name, revised(tokens, world.random, 1));
      return true;
    },
  },
  {
    name: 'format the whole text',
    weight: 2,
    async perform(world) {
      const name = someName(world);
      await world.show(name);
      const tokens = world.shown(name);
      if (!tokens) return false;
      await world.edit(name, rewrapped(tokens, 70), true);
      return true;
    },
  },
  {
    name: 'paste another version over the whole text',
    weight: 1,
    async perform(world) {
      const name = someName(world);
      await world.show(name);
      const tokens = world.shown(name);
      if (!tokens) return false;
      await world.edit(name, revised(tokens, world.random, 8), true);
      return true;
    },
  },
  {
    name: 'undo and redo',
    weight: 3,
    async perform(world) {
      await world.show(someName(world));
      for (let k = world.random.below(4); k >= 0; k--) await vscode.commands.executeCommand('undo');
      for (let k = world.random.below(3); k > 0; k--) await vscode.commands.executeCommand('redo');
      return true;
    },
  },
  {
    name: 'save all',
    weight: 4,
    async perform(world) {
      for (const name of world.names) await world.save(name);
      world.takeIn();
      return true;
    },
  },
  {
    name: 'throw away what is not saved',
    weight: 1,
    async perform(world) {
      for (const name of world.names) {
        if (!world.documentOf(name)?.isDirty) continue;
        await world.show(name);
        await vscode.commands.executeCommand('workbench.action.files.revert');
      }
      return true;
    },
  },
  {
    name: 'close and open',
    weight: 2,
    begins: 'saved',
    async perform(world) {
      await closeAll();
      if (world.random.chance(0.5)) {
        // Meanwhile the article is another one.
        world.reviseOnDisk(world.tree, someName(world));
        world.takeIn();
      }
      for (const name of world.names) await world.show(name);
      return true;
    },
  },
  {
    name: 'checkout under unsaved changes',
    weight: 2,
    begins: 'committed',
    async perform(world) {
      const name = someName(world);
      await world.show(name);
      const tokens = world.shown(name);
      if (!tokens) return false;
      await world.edit(name, revised(tokens, world.random, 1));
      const at = world.tree.git('rev-parse', '--abbrev-ref', 'HEAD').trim();
      world.tree.git('checkout', '-q', at === 'main' ? 'other' : 'main');
      world.takeIn();
      return true;
    },
  },
  {
    name: 'git mv there and back',
    weight: 1,
    begins: 'committed',
    perform(world) {
      const name = someName(world);
      for (const [from, to] of [
        [name, 'elders.txt'],
        ['elders.txt', name],
      ] as const) {
        world.tree.git('mv', from, to);
        if (fs.existsSync(world.tree.sidecar(from)))
          world.tree.git('mv', `${from}.annotations.yaml`, `${to}.annotations.yaml`);
      }
      world.takeIn();
      return true;
    },
  },
];
