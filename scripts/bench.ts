/** `npm run bench [-- NAME ...]`: runs test/bench/NAME.ts, or all of them one after another; each prints its own figures. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(__dirname, '../test/bench');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => path.basename(file, '.ts'))
  .sort();

const given = process.argv.slice(2);
const [first] = given;
// What follows a benchmark's name and is none itself is for that benchmark.
const isName = (argument: string): boolean => names.includes(argument);
if (first !== undefined && !isName(first)) {
  console.error(`No benchmark ${first}; there are ${names.join(', ')}.`);
  process.exit(1);
}
const chosen = first === undefined ? names : given.filter(isName);
const rest = given.filter((argument) => !isName(argument));

let failed = 0;
for (const name of chosen) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', path.join(folder, `${name}.ts`), ...rest], {
    stdio: 'inherit',
  });
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
