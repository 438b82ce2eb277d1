/**
 * The work of an extension host's own thread (`process.threadCpuUsage`), for suites that measure inside it: neither a busy
 * machine nor other threads of the host are counted.
 */
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { constants, PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';

type CpuUsage = () => { readonly user: number; readonly system: number };

/** Nobody ever wakes who waits for it. */
const nobody = new Int32Array(new SharedArrayBuffer(4));

/**
 * Milliseconds that this thread has worked. Linux counts a thread's work when it is taken from its processor, else only at
 * every tick, 4 ms apart, which is too coarse for steps of a few milliseconds: so it is taken off for a moment first.
 */
export function worked(): number {
  Atomics.wait(nobody, 0, 0, 0.03);
  const { threadCpuUsage } = process as unknown as { readonly threadCpuUsage?: CpuUsage };
  if (threadCpuUsage === undefined)
    throw new Error('The extension host runs on a Node without process.threadCpuUsage.');
  const { user, system } = threadCpuUsage.call(process);
  return (user + system) / 1000;
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until the host has done next to nothing for so many seconds. */
export async function untilIdle(seconds: number): Promise<void> {
  for (let quiet = 0, before = worked(); quiet < 4 * seconds;) {
    await pause(250);
    const now = worked();
    quiet = now - before < 5 ? quiet + 1 : 0;
    before = now;
  }
}

/** Does some work, and keeps a CPU profile of it in the file that GLOSSATOR_BENCH_PROFILE names. */
export async function profiled<T>(work: () => Promise<T>): Promise<T> {
  const file = process.env.GLOSSATOR_BENCH_PROFILE;
  if (file === undefined) return work();
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  const result = await work();
  const { profile } = await session.post('Profiler.stop');
  writeFileSync(file, JSON.stringify(profile));
  return result;
}

/** What the host's thread did from one turn of its event loop to the next, in milliseconds. */
export interface Step {
  readonly work: number;
  /** How long V8 stopped the thread in it to collect garbage, waits for its own helpers included. */
  readonly collecting: number;
  /** Whether the whole heap was collected in it, and not its young part alone. */
  readonly major: boolean;
}

/** Follows the host's event loop until it is stopped. */
export class LoopWatch {
  /** The most that the heap held, in bytes, as far as it was looked at. */
  heap = 0;
  private readonly steps: { readonly from: number; readonly to: number; readonly work: number }[] = [];
  private readonly pauses: { readonly from: number; readonly to: number; readonly major: boolean }[] = [];
  private readonly collections = new PerformanceObserver((list) => this.note(list));
  private on = true;
  private at = performance.now();
  private last = worked();

  constructor() {
    this.collections.observe({ entryTypes: ['gc'] });
    this.turn();
  }

  /** Answers every step. */
  async stop(): Promise<readonly Step[]> {
    this.on = false;
    // Pauses are told a little later than they were.
    await pause(100);
    this.collections.disconnect();
    return this.steps.map(({ from, to, work }) => {
      const within = this.pauses.filter((each) => each.from < to && each.to > from);
      return {
        work,
        collecting: within.reduce((sum, each) => sum + Math.min(each.to, to) - Math.max(each.from, from), 0),
        major: within.some(({ major }) => major),
      };
    });
  }

  private note(list: { getEntries(): readonly PerformanceEntry[] }): void {
    for (const entry of list.getEntries()) {
      const { startTime, duration } = entry;
      const { kind } = (entry as PerformanceEntry & { readonly detail: { readonly kind: number } }).detail;
      this.pauses.push({
        from: startTime,
        to: startTime + duration,
        major: kind === constants.NODE_PERFORMANCE_GC_MAJOR,
      });
    }
  }

  private readonly turn = (): void => {
    const now = worked();
    const to = performance.now();
    // What was not counted in the step before is counted in this one, but no thread works longer than time goes by.
    this.steps.push({ from: this.at, to, work: Math.min(now - this.last, to - this.at) });
    this.last = now;
    this.at = to;
    if (this.steps.length % 16 === 0) this.heap = Math.max(this.heap, getHeapStatistics().used_heap_size);
    // A timer of 1 ms is due in every turn that matters, and rests in between, which a chain of turns would not.
    if (this.on) setTimeout(this.turn, 1);
  };
}
