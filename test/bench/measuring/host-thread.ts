/**
 * The work of an extension host's own thread (`process.threadCpuUsage`), for suites that measure inside it: neither a busy
 * machine nor other threads of the host are counted.
 */
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

type CpuUsage = () => { readonly user: number; readonly system: number };

/** Milliseconds that this thread has worked. */
export function worked(): number {
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
