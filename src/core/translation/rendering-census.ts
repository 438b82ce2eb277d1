import { plainRendering } from './consistency-rules';

/** How a term was rendered, and where. */
interface Uses {
  /** Uses of each wording. */
  readonly wordings: Map<string, number>;
  /** Uses in each source. */
  readonly sources: Map<string, number>;
}

/** One use of a rendering: the term's key, and its wording. */
export interface RenderingUse {
  readonly term: string;
  readonly wording: string;
}

/** Counts which renderings the terms of many sources have. */
export class RenderingCensus {
  private readonly terms = new Map<string, Uses>();

  /** The other renderings of a term, in the order of their characters: those that differ in more than capitals or an article. */
  others(term: string, rendering: string): string[] {
    const wordings = this.terms.get(term)?.wordings;
    if (!wordings || wordings.size < 2) return [];
    const own = plainRendering(rendering);
    return [...wordings.keys()].filter((wording) => plainRendering(wording) !== own).sort();
  }

  /** The sources that render a term. */
  sourcesOf(term: string): Iterable<string> {
    return this.terms.get(term)?.sources.keys() ?? [];
  }

  /** Counts one use; true when the term had no such wording before. */
  add(source: string, { term, wording }: RenderingUse): boolean {
    let uses = this.terms.get(term);
    if (!uses) this.terms.set(term, (uses = { wordings: new Map(), sources: new Map() }));
    count(uses.sources, source, 1);
    return count(uses.wordings, wording, 1) === 1;
  }

  /** Takes one use back; true when that was the last of its wording. */
  remove(source: string, { term, wording }: RenderingUse): boolean {
    const uses = this.terms.get(term);
    if (!uses) return false;
    count(uses.sources, source, -1);
    const left = count(uses.wordings, wording, -1);
    if (uses.wordings.size === 0) this.terms.delete(term);
    return left === 0;
  }
}

function count(counts: Map<string, number>, key: string, by: number): number {
  const now = (counts.get(key) ?? 0) + by;
  if (now > 0) counts.set(key, now);
  else counts.delete(key);
  return now;
}
