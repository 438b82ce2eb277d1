import { ChangedMeanwhile } from './changed-meanwhile';

/** The file that remembers which annotation files refer to which texts; several windows write it. */
export interface ReferencePort {
  /** Its text; `undefined` when there is none. Throws when it can't be read. */
  read(): Promise<string | undefined>;
  /** Writes whole and durably; throws `ChangedMeanwhile` when the file does not say `expected` any more. */
  write(text: string, expected: string | undefined): Promise<void>;
  /** Removes a file that can't be read. */
  discard(): Promise<void>;
}

/** What is known of who needs which texts. */
export interface KnownReferences {
  /** The ids of texts by the URI of the annotation file that refers to them. */
  readonly byFile: ReadonlyMap<string, readonly string[]>;
  /**
   * What was stored up to this moment, in milliseconds since 1970, may be needed by annotation files that nobody knows any more,
   * since an earlier record of them was lost.
   */
  readonly unknownBefore: number;
}

/** How often a write is tried again because another window wrote at the same moment. */
const MOST_ATTEMPTS = 20;

/** Which texts annotation files refer to: read anew each time and written by comparing, so that two windows lose nothing of each other. */
export class TextReferences {
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly port: ReferencePort,
    private readonly now: () => number = Date.now,
  ) {}

  /** What the file says now. Never throws: what can't be read is not known. */
  async known(): Promise<KnownReferences> {
    try {
      return this.understood(await this.port.read());
    } catch {
      return this.understood(undefined);
    }
  }

  /** Makes a change to what the file says at that moment, and writes it where that changes anything. Throws what writing throws. */
  change(edit: (byFile: Map<string, readonly string[]>) => void): Promise<void> {
    const next = this.queue.then(() => this.write(edit));
    this.queue = next.catch(() => undefined);
    return next;
  }

  private async write(edit: (byFile: Map<string, readonly string[]>) => void): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const text = await this.port.read().catch(async () => {
        await this.port.discard();
        return undefined;
      });
      const { byFile, unknownBefore } = this.understood(text);
      const changed = new Map(byFile);
      edit(changed);
      const wanted = JSON.stringify({ unknownBefore, references: [...changed] });
      if (text !== undefined && sameReferences(byFile, changed)) return;
      try {
        return await this.port.write(wanted, text);
      } catch (error) {
        if (!(error instanceof ChangedMeanwhile) || attempt === MOST_ATTEMPTS) throw error;
      }
    }
  }

  /** What a text says; of a damaged one what can be used, with the knowledge that others are missing. */
  private understood(text: string | undefined): KnownReferences {
    const damaged: KnownReferences = { byFile: new Map(), unknownBefore: this.now() };
    if (text === undefined) return damaged;
    let read: unknown;
    try {
      read = JSON.parse(text);
    } catch {
      return damaged;
    }
    // The first version of Glossator wrote the list alone.
    const { references, unknownBefore } = Array.isArray(read) ? { references: read, unknownBefore: 0 } : recordOf(read);
    if (!Array.isArray(references) || typeof unknownBefore !== 'number') return damaged;
    const good = references.filter(isReference);
    return { byFile: new Map(good), unknownBefore: good.length === references.length ? unknownBefore : this.now() };
  }
}

function recordOf(read: unknown): { readonly references?: unknown; readonly unknownBefore?: unknown } {
  return typeof read === 'object' && read !== null ? read : {};
}

function isReference(value: unknown): value is [string, readonly string[]] {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [file, ids] = value as readonly unknown[];
  return typeof file === 'string' && Array.isArray(ids) && ids.every((id) => typeof id === 'string');
}

function sameReferences(a: ReadonlyMap<string, readonly string[]>, b: ReadonlyMap<string, readonly string[]>): boolean {
  return a.size === b.size && [...a].every(([file, ids]) => sameIds(ids, b.get(file)));
}

function sameIds(a: readonly string[], b: readonly string[] | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((id) => b.includes(id));
}
