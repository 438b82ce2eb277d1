/**
 * Plain `git merge-file` and the structural merge on sidecars written by us, in the five histories of SIDECAR.md:
 *   npx tsx test/bench/merge.ts [trials]
 * `git` counts merges with a conflict, `lost` ids that the structural merge lost.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Annotation, newId } from '../../src/core/annotation/annotation';
import { editSidecar, mergeSidecars, parseSidecar, type SidecarEdit } from '../../src/core/sidecar';
import { asCodePoints } from '../../src/core/text/code-points';
import { randomFrom } from './anchoring/texts';

const TRIALS = Number(process.argv[2] ?? 60);

function addition(random: () => number, author: string): SidecarEdit {
  const id = newId(random);
  const start = Math.floor(random() * 30_000);
  const quote = ['Almaty', 'Serikzjan Bilasj', 'de politie', 'zaaien van haat'][Math.floor(random() * 4)]!;
  const created = new Date(1_790_000_000_000 + Math.floor(random() * 1e9)).toISOString();
  const kind = random();
  if (kind < 0.15) {
    const selector = { quote: [quote] };
    return { kind: 'add-rejection', rejection: { id, author, type: 'place', selector, scope: 'here', created } };
  }
  const parts = [{ start: asCodePoints(start), end: asCodePoints(start + quote.length) }];
  const selector = { quote: [quote], textId: 'cc2ba9211afb', parts, before: 'words before ', after: ' words after' };
  const note: Partial<Annotation> = kind < 0.4 ? { rendering: 'a rendering', state: 'draft' } : {};
  const type = kind < 0.4 ? 'note' : kind < 0.7 ? 'person' : 'place';
  return { kind: 'add-annotation', annotation: { id, author, type, selector, created, ...note } };
}

function add(text: string | undefined, random: () => number, author: string, count: number): string {
  let result = text;
  for (let i = 0; i < count; i++)
    result = editSidecar(result, [addition(random, author)], { fileName: 'nrc.txt' }).text;
  return result ?? '';
}

type History = (random: () => number, count: number) => { base: string; ours: string; theirs: string };

const HISTORIES: readonly (readonly [string, History, readonly number[]])[] = [
  [
    'both sections in the ancestor',
    (random, count) => {
      const base = add(add(undefined, random, 'anna', 6), random, 'bram', 6);
      return { base, ours: add(base, random, 'anna', count), theirs: add(base, random, 'bram', count) };
    },
    [1, 5, 20],
  ],
  [
    'no sidecar before',
    (random, count) => ({
      base: '',
      ours: add(undefined, random, 'anna', count),
      theirs: add(undefined, random, 'bram', count),
    }),
    [1, 5, 20],
  ],
  [
    'a section new on a side',
    (random, count) => {
      const base = add(undefined, random, 'anna', 6);
      return { base, ours: add(base, random, 'anna', count), theirs: add(base, random, 'bram', count) };
    },
    [1, 5, 20],
  ],
  [
    'sections new on both sides',
    (random, count) => {
      const base = add(undefined, random, 'anna', 6);
      return { base, ours: add(base, random, 'carla', count), theirs: add(base, random, 'bram', count) };
    },
    [1, 5, 20],
  ],
  [
    'one author adds on two branches',
    (random, count) => {
      const base = add(undefined, random, 'anna', 6);
      return { base, ours: add(base, random, 'anna', count), theirs: add(base, random, 'anna', count) };
    },
    [1, 5, 20],
  ],
];

const idsOf = (text: string): readonly string[] => {
  const { annotations, replies, rejections } = parseSidecar(text).set;
  return [...annotations, ...replies, ...rejections].map(({ id }) => id);
};

const folder = mkdtempSync(join(tmpdir(), 'glossator-merge-'));
const rows: Record<string, string | number>[] = [];
for (const [name, history, counts] of HISTORIES) {
  for (const count of counts) {
    const random = randomFrom(count);
    let [git, structural, lost, unordered] = [0, 0, 0, 0];
    for (let trial = 0; trial < TRIALS; trial++) {
      const versions = history(random, count);
      for (const [side, text] of Object.entries(versions)) writeFileSync(join(folder, side), text);
      const paths = (['ours', 'base', 'theirs'] as const).map((side) => join(folder, side));
      const { status } = spawnSync('git', ['merge-file', '-p', '-q', ...paths]);
      if (status !== 0) git++;
      for (const base of [versions.base, undefined]) {
        const result = mergeSidecars(base, versions.ours, versions.theirs);
        const ids = new Set(idsOf(result.text ?? ''));
        if (result.text === undefined || result.conflicts.length > 0) structural++;
        lost += [...idsOf(versions.ours), ...idsOf(versions.theirs)].filter((id) => !ids.has(id)).length;
        const swapped = mergeSidecars(base, versions.theirs, versions.ours);
        if (idsOf(swapped.text ?? '').length !== ids.size) unordered++;
      }
    }
    const percent = (conflicts: number, of: number): string => `${Math.round((100 * conflicts) / of)} %`;
    rows.push({
      history: name,
      'adds a side': count,
      'git conflicts': percent(git, TRIALS),
      'structural conflicts': percent(structural, 2 * TRIALS),
      lost,
      'differs when swapped': unordered,
    });
  }
}
rmSync(folder, { recursive: true });
console.table(rows);
