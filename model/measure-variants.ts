/** Counts what the spelling key joins and confuses among Natural Earth's Dutch and English names: `npx tsx model/measure-variants.ts`. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nameKey } from '../src/core/entity/variants';
import { readDbf } from './lexicons/entries';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(process.env['GLOSSATOR_SHARED'] ?? join(root, '../shared'), 'data/lexicons/natural-earth');
if (!existsSync(folder)) console.log(`Not measured: Natural Earth is missing (${folder}).`);
else {
  const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const names = new Map<string, Set<string>>();
  const pairs: [string, string][] = [];
  for (const row of readDbf(join(folder, 'ne_50m_populated_places.zip'), 'ne_50m_populated_places.dbf')) {
    const [nl, en] = [row['NAME_NL'], row['NAME_EN']];
    if (!nl || !en) continue;
    if (plain(nl) !== plain(en)) pairs.push([nl, en]);
    const key = nameKey(en);
    names.set(key, (names.get(key) ?? new Set()).add(plain(en)));
  }
  const joined = pairs.filter(([nl, en]) => nameKey(nl) === nameKey(en));
  const confused = [...names.values()].filter((set) => set.size > 1);
  console.log(
    `${joined.length} of ${pairs.length} differing pairs joined; ${confused.length} collisions among ${names.size} names`,
  );
  console.log(`confused: ${confused.map((set) => [...set].join(' = ')).join('; ')}`);
  if (process.argv.includes('--apart')) {
    for (const [nl, en] of pairs)
      if (nameKey(nl) !== nameKey(en)) console.log(`${nl} | ${en} | ${nameKey(nl)} | ${nameKey(en)}`);
  }
}
