/** Work that waits for a pause, one piece a key: of what is asked for again meanwhile only the last is done. */
export class Pauses<Key> {
  private readonly timers = new Map<Key, ReturnType<typeof setTimeout>>();

  /** Does the work once `delay` milliseconds have gone by in which nothing was asked for the key again. */
  after(key: Key, delay: number, work: () => void): void {
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => {
        this.timers.delete(key);
        work();
      }, delay),
    );
  }

  /** True while work waits for the key. */
  has(key: Key): boolean {
    return this.timers.has(key);
  }

  /** Work that waits for the key is not done any more. */
  cancel(key: Key): void {
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }
}
