import { plainRendering } from './consistency-rules';

/** How a term was rendered, and where. */
interface Uses {
  /** Uses of each wording. */
  readonly wordings: Map<string, number>;
  /** Uses in each source. */
  readonly sources: Map<string, number>;
  /** The renderings, those with the most uses first; absent until it is asked for after a change. */
  ranked: readonly Rendering[] | undefined;
}

/** One use of a rendering: the term's key, and its wording. */
export interface RenderingUse {
  readonly term: string;
  readonly wording: string;
}

/** What a term is rendered as, however it is written. */
interface Rendering {
  /** As renderings are compared. */
  readonly plain: string;
  /** As most uses have it. */
  readonly wording: string;
  /** True when nearly all uses have it. */
  readonly isUsual: boolean;
}

/** A rendering with this share of a term's uses, of at least so many, is the usual one: only the others stand out. */
const USUAL_SHARE = 0.8;
const USUAL_USES = 4;

/** Counts which renderings the terms of many sources have. */
export class RenderingCensus {
  private readonly terms = new Map<string, Uses>();

  /**
   * The other renderings of a term, those with the most uses first, each in its commonest wording: what differs in more than
   * capitals or an article. None when the rendering is the usual one; when another is, that one alone.
   */
  others(term: string, rendering: string): string[] {
    const ranked = this.ranked(term);
    const own = plainRendering(rendering);
    const usual = ranked.find(({ isUsual }) => isUsual);
    if (usual) return usual.plain === own ? [] : [usual.wording];
    return ranked.flatMap(({ plain, wording }) => (plain === own ? [] : [wording]));
  }

  /** What `others` depends on, for any rendering of a term. */
  stateOf(term: string): string {
    return this.ranked(term)
      .map(({ wording, isUsual }) => `${wording}${isUsual ? '\0' : ''}`)
      .join('\0\0');
  }

  /** The sources that render a term. */
  sourcesOf(term: string): Iterable<string> {
    return this.terms.get(term)?.sources.keys() ?? [];
  }

  /** The renderings of a term, those with the most uses first; none when there is one alone. */
  private ranked(term: string): readonly Rendering[] {
    const uses = this.terms.get(term);
    return uses ? (uses.ranked ??= ranked(uses.wordings)) : [];
  }

  add(source: string, { term, wording }: RenderingUse): void {
    let uses = this.terms.get(term);
    if (!uses) this.terms.set(term, (uses = { wordings: new Map(), sources: new Map(), ranked: undefined }));
    uses.ranked = undefined;
    count(uses.sources, source, 1);
    count(uses.wordings, wording, 1);
  }

  remove(source: string, { term, wording }: RenderingUse): void {
    const uses = this.terms.get(term);
    if (!uses) return;
    uses.ranked = undefined;
    count(uses.sources, source, -1);
    count(uses.wordings, wording, -1);
    if (uses.wordings.size === 0) this.terms.delete(term);
  }
}

function ranked(wordings: ReadonlyMap<string, number>): Rendering[] {
  if (wordings.size < 2) return [];
  const byPlain = new Map<string, { wording: string; most: number; uses: number }>();
  let all = 0;
  for (const [wording, uses] of wordings) {
    all += uses;
    const plain = plainRendering(wording);
    const known = byPlain.get(plain);
    if (!known) byPlain.set(plain, { wording, most: uses, uses });
    else {
      known.uses += uses;
      if (uses > known.most || (uses === known.most && wording < known.wording)) {
        known.wording = wording;
        known.most = uses;
      }
    }
  }
  return [...byPlain]
    .sort(([a, { uses: usesOfA }], [b, { uses: usesOfB }]) => usesOfB - usesOfA || (a < b ? -1 : 1))
    .map(([plain, { wording, uses }]) => ({
      plain,
      wording,
      isUsual: uses >= USUAL_USES && uses >= USUAL_SHARE * all,
    }));
}

function count(counts: Map<string, number>, key: string, by: number): void {
  const now = (counts.get(key) ?? 0) + by;
  if (now > 0) counts.set(key, now);
  else counts.delete(key);
}
