import { LOOK_AGAIN, RETRY_DELAYS, SECOND_LOOK, WRITE_DELAY } from './pace';
import type { StoreDelays } from './store-port';

/** What a store does by itself, in its time. */
export interface TimedWork {
  write(): void;
  look(): void;
}

/** When a store writes what waits, tries again what failed, and looks at what it has written. */
export class StoreTimes {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private looks: ReturnType<typeof setTimeout>[] = [];
  /** Pause before the next try of a write that failed; absent while none has failed. */
  private pause: number | undefined;
  private stopped = false;

  constructor(
    private readonly work: TimedWork,
    private readonly delays: Partial<StoreDelays> = {},
  ) {}

  /** True while a write is to come by itself. */
  get willWrite(): boolean {
    return this.timer !== undefined;
  }

  /** Writes after the pause in which further changes join. */
  writeSoon(): void {
    this.writeAfter(this.delays.write ?? WRITE_DELAY);
  }

  /** Writes once more after a failure; the pauses become longer as long as it goes on failing. */
  tryAgain(): void {
    if (this.stopped) return;
    const pause = this.pause ?? this.delays.retry ?? RETRY_DELAYS.first;
    this.writeAfter(pause);
    this.pause = Math.min(pause * 2, Math.max(pause, RETRY_DELAYS.longest));
  }

  /** A write has succeeded: after the next failure the first pause is in force again. */
  succeeded(): void {
    this.pause = undefined;
  }

  /** What was to be written by itself is not, or is being written now. */
  cancelWrite(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Looks twice at what was written just now, since the watcher may miss what others do to it at once. */
  lookAgain(): void {
    this.looks.forEach(clearTimeout);
    if (this.stopped) return;
    const pause = this.delays.look ?? LOOK_AGAIN;
    this.looks = [pause, pause * SECOND_LOOK].map((each) => setTimeout(() => this.work.look(), each));
  }

  /** Neither looks nor tries again from now on. */
  stop(): void {
    this.stopped = true;
    this.looks.forEach(clearTimeout);
  }

  private writeAfter(pause: number): void {
    this.cancelWrite();
    this.timer = setTimeout(() => this.work.write(), pause);
  }
}
