import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editSidecar, parseSidecar } from '../../../src/core/sidecar';
import { ChangedMeanwhile } from '../../../src/editor/files/changed-meanwhile';
import type { StoreChange as SidecarChange } from '../../../src/editor/files/store-port';
import { SidecarStore, type SidecarStoreOptions } from '../../../src/editor/files/sidecar-store';
import { numberedAnnotation } from './numbered-annotation';
import { runs } from '../runs';

const NEVER = 2 ** 28;
const BREAK = '<<<<<<< HEAD\n';

/** A disk with one file, an editor that may have it open, and the store in a window on it. */
class World {
  disk: string | undefined;
  /** What a write that was cut off left beside the file. */
  copy: string | undefined;
  editor: string | undefined;
  failing = false;
  /** Where a failing write stops in the file, after it has left a copy of all it wanted to say. */
  cutAt: number | 'deleted' | undefined;
  /** Done by somebody else between the store's reading and its writing. */
  sneak: (() => void) | undefined;
  readonly kept: string[] = [];
  readonly keptForGood: string[] = [];
  readonly told: SidecarChange[] = [];
  writes = 0;
  /** Writes that were tried, whether they failed or not. */
  attempts = 0;
  store = this.open();

  open(options: Partial<SidecarStoreOptions> = {}): SidecarStore {
    return new SidecarStore({
      sourceName: 'a.txt',
      port: {
        read: () => Promise.resolve(this.disk),
        interrupted: () => Promise.resolve(this.copy),
        write: (text, expected) => this.write(text, expected),
        unsavedEditor: () => {
          const text = this.editor;
          if (text === undefined) return undefined;
          return { text, replace: (wanted) => Promise.resolve(void (this.editor = wanted)) };
        },
      },
      keeper: {
        keep: (text) => Promise.resolve(void this.kept.push(text)),
        keepBeforeMigration: (text) => Promise.resolve(void this.keptForGood.push(text)),
      },
      tell: (change) => this.told.push(change),
      warn: () => undefined,
      delays: { write: NEVER, gone: 0, retry: NEVER, look: NEVER },
      ...options,
    });
  }

  /** Somebody else adds an annotation. */
  outside(number: number): void {
    const annotation = numberedAnnotation('h', number);
    this.disk = editSidecar(this.disk, [{ kind: 'add-annotation', annotation }], { fileName: 'a.txt' }).text;
  }

  annotate(number: number): void {
    this.store.change([{ kind: 'add-annotation', annotation: numberedAnnotation('g', number) }]);
  }

  private async write(text: string, expected: string | undefined): Promise<void> {
    const sneak = this.sneak;
    this.sneak = undefined;
    sneak?.();
    await Promise.resolve();
    this.attempts++;
    if (this.failing) throw new Error('disk full');
    if (this.disk !== expected) throw new ChangedMeanwhile();
    if (this.cutAt !== undefined) {
      this.copy = text;
      this.disk = this.cutAt === 'deleted' ? undefined : text.slice(0, this.cutAt);
      throw new Error('the connection is gone');
    }
    this.writes++;
    this.disk = text;
    this.copy = undefined;
  }
}

async function until(seen: () => boolean): Promise<void> {
  while (!seen()) await new Promise((resolve) => setTimeout(resolve, 1));
}

function idsIn(text: string | undefined): string[] {
  return parseSidecar(text ?? '')
    .set.annotations.map(({ id }) => id)
    .sort();
}

const ours = (...numbers: number[]) => numbers.map((number) => numberedAnnotation('g', number).id);
const theirs = (...numbers: number[]) => numbers.map((number) => numberedAnnotation('h', number).id);

describe('a sidecar between memory and disk', () => {
  let world: World;
  beforeEach(async () => {
    world = new World();
    await world.store.load();
  });
  afterEach(() => world.store.close());

  it('is not written by opening, and appears with the first annotation', async () => {
    await world.store.flush();
    assert.equal(world.disk, undefined);
    world.annotate(0);
    assert.deepEqual(idsIn(world.store.parsed.text), ours(0));
    await world.store.flush();
    assert.deepEqual(idsIn(world.disk), ours(0));
    assert.equal(world.store.unsaved, false);
  });

  it('stays with its header when its last annotation is deleted', async () => {
    world.annotate(0);
    await world.store.flush();
    const header = world.disk!.slice(0, world.disk!.indexOf('annotations:'));
    world.store.change([{ kind: 'remove-annotation', id: ours(0)[0]! }]);
    await world.store.flush();
    assert.deepEqual(idsIn(world.disk), []);
    assert.ok(header.includes('glossator: 1') && world.disk?.startsWith(header), world.disk);
    assert.ok(world.store.exists && world.store.writable);
  });

  it('writes by itself soon after a change', async () => {
    world.store = world.open({ delays: { write: 1, gone: 0, retry: NEVER, look: NEVER } });
    await world.store.load();
    world.annotate(0);
    for (let k = 0; k < 200 && world.disk === undefined; k++) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(idsIn(world.disk), ours(0));
  });

  it('does not lose a change that is made while a write runs', async () => {
    world.annotate(0);
    world.sneak = () => world.annotate(1);
    await world.store.flush();
    assert.deepEqual(idsIn(world.disk), ours(0));
    assert.equal(world.store.unsaved, true);
    await world.store.flush();
    assert.deepEqual(idsIn(world.disk), ours(0, 1));
  });

  it('merges with what somebody else wrote before, and at the very moment of, a write', async () => {
    world.annotate(0);
    world.outside(0);
    world.sneak = () => world.outside(1);
    await world.store.flush();
    assert.deepEqual(idsIn(world.disk), [...ours(0), ...theirs(0, 1)]);
    assert.deepEqual(idsIn(world.store.parsed.text), [...ours(0), ...theirs(0, 1)]);
  });

  it('never writes over a broken file, not even one that breaks just before the write, and merges once it is mended', async () => {
    world.annotate(0);
    await world.store.flush();
    const sound = world.disk!;
    world.annotate(1);
    world.sneak = () => (world.disk = BREAK + sound);
    await world.store.flush();
    assert.equal(world.disk, BREAK + sound);
    assert.equal(world.store.writable, false);
    assert.equal(world.store.unsaved, true);
    assert.throws(() => world.annotate(2));
    assert.ok(
      world.kept.some((text) => idsIn(text).length === 2),
      'what could not be written is kept',
    );
    world.disk = sound;
    await world.store.load();
    await world.store.flush();
    assert.deepEqual(idsIn(world.disk), ours(0, 1));
  });

  it('empties when the file is gone, keeps its text, and recreates nothing unasked', async () => {
    world.annotate(0);
    await world.store.flush();
    world.annotate(1);
    const memory = world.store.parsed.text;
    world.disk = undefined;
    await world.store.flush();
    assert.equal(world.disk, undefined);
    assert.equal(world.store.isGone, true);
    assert.deepEqual(world.store.parsed.set.annotations, []);
    assert.ok(world.kept.includes(memory));
    world.annotate(2);
    await world.store.flush();
    assert.deepEqual(idsIn(world.disk), ours(2));
  });

  it('sees by itself that the file was taken away at once after its own write, of which no watcher tells', async () => {
    world.store = world.open({ delays: { write: NEVER, gone: 0, retry: NEVER, look: 5 } });
    await world.store.load();
    world.annotate(0);
    await world.store.flush();
    world.disk = undefined;
    await until(() => world.store.isGone);
    assert.deepEqual(idsIn(world.store.parsed.text), []);
    assert.equal(world.disk, undefined, 'nothing is recreated');
    assert.deepEqual(world.kept.flatMap(idsIn), ours(0));
  });

  it('sees by itself that the file was replaced at once after its own write', async () => {
    world.store = world.open({ delays: { write: NEVER, gone: 0, retry: NEVER, look: 5 } });
    await world.store.load();
    world.annotate(0);
    await world.store.flush();
    world.outside(1);
    await until(() => idsIn(world.store.parsed.text).length === 2);
    assert.equal(world.store.unsaved, false);
  });

  it('takes in a file that comes back, as after a checkout and back', async () => {
    world.annotate(0);
    await world.store.flush();
    const text = world.disk;
    world.disk = undefined;
    await world.store.load();
    world.disk = text;
    await world.store.load();
    assert.deepEqual(idsIn(world.store.parsed.text), ours(0));
    assert.equal(world.store.unsaved, false);
  });

  it('keeps the change when a write fails, says so, and writes it on the next try', async () => {
    world.failing = true;
    world.annotate(0);
    await world.store.flush();
    assert.equal(world.store.failedBecause, 'disk full');
    assert.ok(world.told.includes('failed'));
    assert.deepEqual(idsIn(world.store.parsed.text), ours(0));
    assert.ok(world.kept.includes(world.store.parsed.text), 'a crash now would not lose it either');
    world.failing = false;
    await world.store.flush();
    assert.equal(world.store.failedBecause, undefined);
    assert.deepEqual(idsIn(world.disk), ours(0));
  });

  it('tries a write that failed again by itself, tells the failure once, and keeps one copy of each text', async () => {
    world.store = world.open({ delays: { write: 1, gone: 0, retry: 1, look: NEVER } });
    world.failing = true;
    world.annotate(0);
    await until(() => world.attempts > 3);
    assert.equal(world.told.filter((change) => change === 'failed').length, 1);
    assert.equal(world.kept.length, 1);
    world.failing = false;
    await until(() => world.disk !== undefined);
    assert.deepEqual(idsIn(world.disk), ours(0));
    assert.equal(world.store.failedBecause, undefined);
    world.failing = true;
    world.annotate(1);
    await until(() => world.store.failedBecause !== undefined);
    await world.store.close();
    const before = world.attempts;
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(world.attempts, before, 'a source that was closed is left alone');
  });

  it('puts a change into an editor with unsaved changes instead of under it', async () => {
    world.annotate(0);
    await world.store.flush();
    world.editor = `${world.disk!}# a remark being typed\n`;
    const before = world.disk;
    world.annotate(1);
    await world.store.flush();
    assert.equal(world.disk, before);
    assert.deepEqual(idsIn(world.editor), ours(0, 1));
    assert.match(world.editor, /# a remark being typed/);
    assert.equal(world.store.unsaved, true);

    world.store.editorSaves();
    world.disk = world.editor;
    world.editor = undefined;
    await world.store.load();
    await world.store.flush();
    assert.equal(world.store.unsaved, false);
    assert.match(world.disk!, /# a remark being typed/);
    assert.deepEqual(idsIn(world.disk), ours(0, 1));
  });

  it('joins what git brought under an editor with unsaved changes to that editor, instead of taking it for deleted there', async () => {
    world.annotate(0);
    await world.store.flush();
    world.editor = `# typed by hand\n${world.disk!}`;
    world.store.editorHolds(true);
    world.outside(1);
    await world.store.load();
    world.store.editorHolds(true);
    world.annotate(2);
    await world.store.flush();
    assert.deepEqual(idsIn(world.editor), [...ours(0, 2), ...theirs(1)].sort());
    assert.match(world.editor, /^# typed by hand\n/);
  });

  it('does not bring back an entry that was put into an editor and removed there before it was saved', async () => {
    world.annotate(0);
    await world.store.flush();
    const before = world.disk!;
    world.editor = `${before}# typed\n`;
    world.annotate(1);
    await world.store.flush();
    world.store.editorSaves();
    world.disk = `${before}# typed\n`;
    world.editor = undefined;
    await world.store.load();
    await world.store.flush();
    assert.deepEqual(idsIn(world.disk), ours(0));
  });

  it('writes the change itself when the editor it was put into is closed without saving', async () => {
    world.annotate(0);
    await world.store.flush();
    world.editor = `${world.disk!}# a remark\n`;
    world.annotate(1);
    await world.store.flush();
    world.editor = undefined;
    await world.store.load();
    await world.store.flush();
    assert.deepEqual(idsIn(world.disk), ours(0, 1));
    assert.doesNotMatch(world.disk!, /# a remark/);
  });

  it('waits while what is typed in an editor can’t be read', async () => {
    world.annotate(0);
    await world.store.flush();
    world.editor = `${world.disk!}  {half`;
    const typed = world.editor;
    world.annotate(1);
    await world.store.flush();
    assert.equal(world.editor, typed);
    assert.equal(world.store.unsaved, true);
    assert.notEqual(world.store.failedBecause, undefined);
  });

  it('finishes a write that a crash cut off, with the next change and not by opening', async () => {
    world.annotate(0);
    world.annotate(1);
    const wanted = world.store.parsed.text;
    for (const cut of [undefined, '', wanted.slice(0, 150)]) {
      world.disk = cut;
      world.copy = wanted;
      world.store = world.open();
      await world.store.load();
      assert.equal(world.disk, cut);
      assert.deepEqual(idsIn(world.store.parsed.text), ours(0, 1));
      world.annotate(2);
      await world.store.flush();
      assert.deepEqual(idsIn(world.disk), ours(0, 1, 2));
    }
  });

  it('takes no entry for deleted that a write of its own, cut off in the middle, has not written', async () => {
    world.annotate(0);
    world.annotate(1);
    await world.store.flush();
    const { length } = world.disk!;
    for (const cutAt of [
      'deleted',
      0,
      1,
      ...Array.from({ length: 40 }, (_, k) => Math.ceil((length * k) / 40)),
    ] as const) {
      world.cutAt = cutAt;
      world.annotate(2);
      await world.store.flush();
      assert.notEqual(world.store.failedBecause, undefined);
      await world.store.load();
      assert.deepEqual(idsIn(world.store.parsed.text), ours(0, 1, 2), `cut off at ${cutAt}`);
      world.annotate(3);
      await world.store.flush();
      world.cutAt = undefined;
      await world.store.flush();
      assert.deepEqual(idsIn(world.disk), ours(0, 1, 2, 3), `cut off at ${cutAt}`);
      assert.equal(world.store.unsaved, false);
      world.store.change([2, 3].map((number) => ({ kind: 'remove-annotation', id: ours(number)[0]! })));
      await world.store.flush();
    }
  });

  it('reads the end of a write of another window that it saw in the middle, and writes nothing more', async () => {
    world.annotate(0);
    await world.store.flush();
    const before = world.writes;
    world.outside(1);
    const theirText = world.disk!;
    for (const cutAt of [0, 60, 200, theirText.length - 20]) {
      world.copy = theirText;
      world.disk = theirText.slice(0, cutAt);
      await world.store.load();
      assert.deepEqual(idsIn(world.store.parsed.text), [...ours(0), ...theirs(1)].sort());
      world.disk = theirText;
      world.copy = undefined;
      await world.store.flush();
      assert.equal(world.disk, theirText);
      assert.equal(world.writes, before);
      assert.equal(world.store.unsaved, false);
    }
  });

  it('joins a write that was cut off before it began with what was written since', async () => {
    world.annotate(0);
    world.copy = world.store.parsed.text;
    world.disk = undefined;
    world.outside(0);
    world.store = world.open();
    await world.store.load();
    await world.store.flush();
    assert.deepEqual(idsIn(world.disk), [...ours(0), ...theirs(0)]);
  });

  it('keeps a file of an older format before its first change', async () => {
    world.outside(0);
    const old = world.disk!;
    const format = { version: 2, migrate: (text: string) => `${text}# brought up to date\n` };
    world.store = world.open({ format });
    await world.store.load();
    assert.deepEqual(world.keptForGood, []);
    world.annotate(0);
    await world.store.flush();
    assert.deepEqual(world.keptForGood, [old]);
    assert.match(world.disk!, /# brought up to date/);
    assert.deepEqual(idsIn(world.disk), [...ours(0), ...theirs(0)]);
  });

  it('replaces a broken file when asked to, after keeping its text, and merges what it had held back', async () => {
    world.annotate(0);
    await world.store.flush();
    const sound = world.disk!;
    world.annotate(1);
    world.disk = `${BREAK}${sound}`;
    await world.store.flush();
    await world.store.replace(sound);
    assert.ok(world.kept.includes(`${BREAK}${sound}`));
    await world.store.flush();
    assert.deepEqual(idsIn(world.disk), ours(0, 1));
  });

  it('keeps as a version what can’t be written when the source is closed', async () => {
    world.failing = true;
    world.annotate(0);
    const text = world.store.parsed.text;
    await world.store.close();
    assert.ok(world.kept.includes(text));
  });
});

/** What should be true, in plain sets. */
class Model {
  /** Entries on disk; absent without a file. */
  disk: Set<string> | undefined;
  broken = false;
  /** Ours that are not on disk. */
  pending = new Set<string>();
  /** The store has seen the file as it is now there or gone. */
  knew = false;
  /** The store has seen that the file is broken. */
  sawBroken = false;
}

type Step =
  | 'annotate'
  | 'outside'
  | 'sneak'
  | 'remove outside'
  | 'break'
  | 'mend'
  | 'delete'
  | 'load'
  | 'flush'
  | 'fail'
  | 'recover'
  | 'crash';

const STEPS: readonly Step[] = [
  ...(['annotate', 'annotate', 'annotate', 'outside', 'sneak', 'remove outside', 'break', 'mend', 'mend'] as const),
  ...(['delete', 'load', 'load', 'flush', 'flush', 'flush', 'fail', 'recover', 'recover', 'crash'] as const),
];

describe('a session of edits, outside changes, failures and crashes', () => {
  it('ends like a plain model of it: nothing lost, nothing broken written over, nothing recreated', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...STEPS), { minLength: 3, maxLength: 30 }), (steps) => play(steps)),
      { numRuns: runs(300) },
    );
  });
});

async function play(steps: readonly Step[]): Promise<void> {
  const world = new World();
  const model = new Model();
  await world.store.load();
  let next = 0;
  for (const step of [...steps, 'recover', 'mend', 'load', 'flush'] as const) {
    await take(step, world, model, next++);
    check(world, model, step);
  }
  assert.deepEqual(idsIn(world.disk), [...(model.disk ?? [])].sort());
  assert.equal(world.store.unsaved, false);
  await world.store.close();
}

async function take(step: Step, world: World, model: Model, number: number): Promise<void> {
  switch (step) {
    case 'annotate':
      if (model.sawBroken) return void assert.throws(() => world.annotate(number));
      world.annotate(number);
      model.pending.add(ours(number)[0]!);
      return;
    case 'outside':
      if (model.broken) return;
      world.outside(number);
      model.disk = new Set([...(model.disk ?? []), theirs(number)[0]!]);
      return;
    case 'sneak':
      world.sneak = () => {
        if (world.disk?.startsWith(BREAK)) return;
        world.outside(number);
        model.disk = new Set([...(model.disk ?? []), theirs(number)[0]!]);
      };
      return;
    case 'remove outside': {
      const [id] = model.disk ?? [];
      if (model.broken || id === undefined) return;
      world.disk = editSidecar(world.disk, [{ kind: 'remove-annotation', id }], { fileName: 'a.txt' }).text;
      model.disk?.delete(id);
      return;
    }
    case 'break':
      if (model.broken || world.disk === undefined) return;
      world.disk = BREAK + world.disk;
      model.broken = true;
      return;
    case 'mend':
      if (!model.broken || world.disk === undefined) return;
      world.disk = world.disk.slice(BREAK.length);
      model.broken = false;
      return;
    case 'delete':
      world.disk = undefined;
      model.disk = undefined;
      model.broken = false;
      return;
    case 'load':
      await world.store.load();
      noticed(model);
      return;
    case 'flush':
      return flush(world, model);
    case 'fail':
      world.failing = true;
      return;
    case 'recover':
      world.failing = false;
      return;
    case 'crash':
      world.store = world.open();
      await world.store.load();
      model.pending.clear();
      noticed(model);
      return;
  }
}

/** The store has looked at the file. */
function noticed(model: Model): void {
  if (model.disk === undefined && model.knew) model.pending.clear();
  model.knew = model.disk !== undefined;
  model.sawBroken = model.broken;
}

async function flush(world: World, model: Model): Promise<void> {
  const looked = model.pending.size > 0 || world.store.unsaved;
  const before = world.disk;
  const wasThere = model.disk !== undefined;
  await world.store.flush();
  if (!looked) return;
  noticed(model);
  if (model.broken) return assert.equal(world.disk, before, 'a broken file is not written over');
  if (world.failing) {
    // A file that somebody made while the write failed has not been seen yet.
    model.knew = wasThere;
    const kept = idsIn(world.kept.at(-1));
    for (const id of model.pending) assert.ok(kept.includes(id), 'what could not be written is kept');
    return;
  }
  if (model.pending.size === 0) return;
  model.disk = new Set([...(model.disk ?? []), ...model.pending]);
  model.knew = true;
  model.pending.clear();
}

function check(world: World, model: Model, step: Step): void {
  assert.equal(world.disk === undefined, model.disk === undefined, `a file is there or not, after “${step}”`);
  const expected = [...(model.disk ?? [])].sort();
  const found = idsIn(model.broken ? world.disk?.slice(BREAK.length) : world.disk);
  assert.deepEqual(found, expected, `what the file says after “${step}”`);
}
