import type { KnownReferences } from './text-references';

/** A stored text, as it is weighed when space runs out. */
export interface StoredText {
  readonly id: string;
  /** In bytes, as stored. */
  readonly size: number;
  /** When it was stored or last asked for, in milliseconds since 1970. */
  readonly at: number;
}

export interface Eviction {
  /** The texts to throw away, the longest unused first. */
  readonly evicted: readonly StoredText[];
  /** Bytes that stay although they are over the budget, because annotation files refer to them. */
  readonly overBudget: number;
}

/** Which stored texts have to go so that all fit into `budget` bytes; those in `needed` stay, whatever the budget. */
export function evict(stored: readonly StoredText[], needed: ReadonlySet<string>, budget: number): Eviction {
  let total = stored.reduce((sum, { size }) => sum + size, 0);
  const evicted: StoredText[] = [];
  for (const text of [...stored].sort((a, b) => a.at - b.at)) {
    if (total <= budget) break;
    if (needed.has(text.id)) continue;
    evicted.push(text);
    total -= text.size;
  }
  return { evicted, overBudget: Math.max(0, total - budget) };
}

/** How long a text may be stored before an annotation file is known to refer to it, in milliseconds: the annotation is still being made. */
const FRESH = 60_000;

/** The ids of texts that must stay: those that an annotation file refers to or may refer to, and those stored just now. */
export function neededTexts(
  stored: readonly StoredText[],
  { byFile, unknownBefore }: KnownReferences,
  now: number,
): ReadonlySet<string> {
  const unsure = stored.filter(({ at }) => at <= unknownBefore || at > now - FRESH).map(({ id }) => id);
  return new Set([...unsure, ...[...byFile.values()].flat()]);
}
