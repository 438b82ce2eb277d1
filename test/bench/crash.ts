/**
 * Kills writers of annotation files with SIGKILL at random moments of their saves, and looks each time whether a reader
 * sees the old or the new file, whole, with all that had been reported as saved:
 *
 *     npx tsx test/bench/crash.ts [SAVES]        10,000 unless told otherwise
 *
 * SAVES counts the saves that are cut off: each writer is a process of its own that saves four sources at once, as a window
 * does, because starting it is what takes the time. One writer in ten has a second window that saves into the same
 * files. Says every few seconds how far it is; Ctrl+C ends it with what was found until then. Exits 1 when anything was lost.
 */
import { availableParallelism } from 'node:os';
import { killWriters, type Killing, type KillingReport } from '../unit/files/kill-writers';
import { runBench } from './measuring/verdict';

const wanted = Number(process.argv[2] ?? 10_000);
const SOURCES = 4;
/** One more than there are processors: a writer waits for the disk a good deal of its life. */
const LANES = availableParallelism() + 1;
/** Time between two lines about progress, in milliseconds. */
const PAUSE = 15_000;

runBench(async () => {
  const started = Date.now();
  let stopped = false;
  process.once('SIGINT', () => (stopped = true));
  const latest = new Map<object, KillingReport>();
  const kill = (kills: number, windows: number): Promise<KillingReport> => {
    const lane: Killing = {
      kills,
      windows,
      sources: SOURCES,
      random: Math.random,
      onRound: (sofar) => {
        latest.set(lane, { ...sofar });
        return !stopped;
      },
    };
    return killWriters(lane);
  };
  const tell = (reports: readonly KillingReport[]): number => {
    const sum = (count: (report: KillingReport) => number) => reports.reduce((total, each) => total + count(each), 0);
    const losses = reports.flatMap((report) => report.losses);
    const kills = sum((each) => each.kills);
    console.log(
      `${kills * SOURCES} saves cut off by ${kills} kills in ${((Date.now() - started) / 1000).toFixed(0)} s; ` +
        `${sum((each) => each.saves)} saves reported, ${sum((each) => each.readings)} readings: ` +
        `${losses.length} lost or torn`,
    );
    for (const loss of losses.slice(0, 20)) console.log(`  ${loss}`);
    return losses.length;
  };
  const progress = setInterval(() => tell([...latest.values()]), PAUSE);
  const kills = Math.ceil(wanted / SOURCES);
  const alone = Math.ceil((kills * 0.9) / LANES);
  const reports = await Promise.all(Array.from({ length: LANES }, () => kill(alone, 1)));
  const left = kills - alone * LANES;
  if (left > 0 && !stopped) reports.push(await kill(left, 2));
  clearInterval(progress);
  return tell(reports) === 0;
});
