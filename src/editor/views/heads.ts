import type { SourceHead } from './source-head';

/** How many heads are read side by side. */
const READERS = 6;

/** Heads of sources by their key: read when they are asked for, and again after what they were read from has changed. */
export class Heads {
  private readonly known = new Map<string, SourceHead>();
  /** Who asked last: a head that was read for an earlier request was read from what has changed since. */
  private readonly requests = new Map<string, object>();
  private readonly wanted: string[] = [];
  private reading = 0;

  /** `read` must not reject; `onRead` is told after each reading. */
  constructor(
    private readonly read: (key: string) => Promise<SourceHead>,
    private readonly onRead: () => void,
  ) {}

  /** The head where it has been read; nothing is read for that. */
  get(key: string): SourceHead | undefined {
    return this.known.get(key);
  }

  /** Has the head read unless it was, or is being read. */
  want(key: string): void {
    if (this.requests.has(key)) return;
    this.requests.set(key, {});
    this.wanted.push(key);
    while (this.reading < READERS && this.wanted.length > 0) void this.readNext();
  }

  /** What the head was read from, or is being read from, has changed. False when nobody has asked for it. */
  forget(key: string): boolean {
    this.known.delete(key);
    return this.requests.delete(key);
  }

  private async readNext(): Promise<void> {
    this.reading++;
    for (let key = this.wanted.shift(); key !== undefined; key = this.wanted.shift()) {
      const request = this.requests.get(key);
      if (!request || this.known.has(key)) continue;
      const head = await this.read(key);
      if (this.requests.get(key) === request) this.known.set(key, head);
      this.onRead();
    }
    this.reading--;
  }
}
