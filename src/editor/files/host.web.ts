import type { Disk } from './host';

/** The web worker's half of `host.ts`: there is no `node:fs`. */
export const disk: Disk | undefined = undefined;

export function nodeProgram(): string | undefined {
  return undefined;
}

export function userName(): string | undefined {
  return undefined;
}
