/**
 * Kills writers of annotation files with SIGKILL at random moments of their saves, and looks each time whether a reader
 * sees the old or the new file, whole, with all that had been reported as saved:
 *
 *     npx tsx test/bench/crash.ts [KILLS]        10,000 unless told otherwise
 *
 * One kill in ten is of two windows that save into one file. Exits 1 when anything was lost.
 */
import { killWriters, type KillingReport } from '../unit/files/kill-writers';

const kills = Number(process.argv[2] ?? 10_000);
const LANES = 2;

const main = async (): Promise<void> => {
  const started = Date.now();
  const alone = Math.ceil((kills * 0.9) / LANES);
  const lanes = Array.from({ length: LANES }, () => killWriters({ kills: alone, windows: 1, random: Math.random }));
  const reports: KillingReport[] = await Promise.all(lanes);
  const left = kills - alone * LANES;
  if (left > 0) reports.push(await killWriters({ kills: left, windows: 2, random: Math.random }));
  const sum = (count: (report: KillingReport) => number) => reports.reduce((total, each) => total + count(each), 0);
  const losses = reports.flatMap((report) => report.losses);
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.log(
    `${sum((each) => each.kills)} writers killed in ${seconds} s; ${sum((each) => each.saves)} saves reported, ` +
      `${sum((each) => each.readings)} readings: ${losses.length} lost or torn`,
  );
  for (const loss of losses.slice(0, 20)) console.log(`  ${loss}`);
  process.exitCode = losses.length > 0 ? 1 : 0;
};

void main();
