import type { AnnotationSet } from '../../core/annotation/annotation';
import type { Language, Mention } from '../../core/recognition';
import { foldQuote } from '../../core/text/fold';
import { overlaps, sameRange, type Range } from '../../core/text/range';

/** What decides which mentions are shown. */
export interface Judgements {
  readonly set: AnnotationSet;
  /** Where each annotation and each rejection stands now; missing when it has no certain place. */
  partsOf(id: string): readonly Range[] | undefined;
  /** Rejections of these authors hide suggestions. */
  readonly reader: string;
  readonly language: Language | undefined;
  readonly threshold: number;
}

/** Which mentions of one text nobody has judged: no annotation or rejection of their type covers them, and they are probable enough. */
export class Verdicts {
  private readonly confirmed: ReadonlyMap<string, readonly Range[]>;
  private readonly rejected: ReadonlyMap<string, readonly Range[]>;
  private readonly rejectedNames = new Set<string>();
  private readonly threshold: number;

  constructor(judgements: Judgements) {
    const { set, threshold, reader } = judgements;
    const own = set.rejections.filter(({ author }) => author === reader);
    this.threshold = threshold;
    this.confirmed = rangesByType(set.annotations, judgements);
    this.rejected = rangesByType(own, judgements);
    for (const { type, scope, selector } of own)
      if (scope === 'source') this.rejectedNames.add(nameKey(type, selector.quote.join(' ')));
  }

  /** True for a suggestion that is still to be judged; `text` is the one that the mention stands in. */
  isOpen(mention: Mention, text: string): boolean {
    if (mention.probability < this.threshold && mention.why.kind !== 'confirmed') return false;
    if (anyAt(this.confirmed.get(mention.type), mention, overlaps)) return false;
    if (anyAt(this.rejected.get(mention.type), mention, sameRange)) return false;
    return (
      this.rejectedNames.size === 0 ||
      !this.rejectedNames.has(nameKey(mention.type, text.slice(mention.start, mention.end)))
    );
  }
}

function nameKey(type: string, words: string): string {
  return `${type} ${foldQuote(words)}`;
}

function rangesByType(
  entries: readonly { readonly id: string; readonly type: string }[],
  { partsOf }: Judgements,
): Map<string, Range[]> {
  const ranges = new Map<string, Range[]>();
  for (const { id, type } of entries) {
    const parts = partsOf(id);
    if (!parts) continue;
    const others = ranges.get(type);
    if (others) others.push(...parts);
    else ranges.set(type, [...parts]);
  }
  for (const each of ranges.values()) each.sort((a, b) => a.start - b.start);
  return ranges;
}

/** `ranges` are in order of start; nested ones are rare enough for the look-back to be short. */
function anyAt(
  ranges: readonly Range[] | undefined,
  mention: Range,
  meets: (range: Range, mention: Range) => boolean,
): boolean {
  if (!ranges) return false;
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.start < mention.end) low = middle + 1;
    else high = middle;
  }
  for (let k = low - 1; k >= 0 && k >= low - 50; k--) if (meets(ranges[k]!, mention)) return true;
  return false;
}
