import type { Selector } from '../annotation/annotation';
import { foldQuote } from '../text/fold';
import type { Range } from '../text/range';
import type { AnchorOptions } from './anchor';
import { placeFromBase } from './base-placing';
import { Comparison } from './comparison';
import { IndexedText } from './indexed-text';
import type { Placement } from './placement';
import { QuotePlacing } from './quote-placing';

/** Places selectors in one text, cheapest way first (ANCHORING.md, placing). */
export class Placing {
  private readonly comparisons = new Map<string, { base: IndexedText; comparison: Comparison } | undefined>();
  private readonly base: IndexedText | undefined;

  constructor(
    private readonly text: IndexedText,
    private readonly options: AnchorOptions,
  ) {
    this.base = options.baseText === undefined ? undefined : new IndexedText(options.baseText);
  }

  place(selectors: readonly Selector[]): Placement[] {
    const placements = new Array<Placement>(selectors.length);
    const baseless: number[] = [];
    selectors.forEach((selector, k) => {
      const certain = this.inSameText(selector) ?? this.fromBase(selector);
      if (certain) placements[k] = certain;
      else baseless.push(k);
    });
    if (baseless.length > 0) {
      const found = new QuotePlacing(this.text).place(baseless.map((k) => selectors[k]!));
      baseless.forEach((k, i) => (placements[k] = found[i]!));
    }
    return placements;
  }

  /** Step 2: the text is the one that the selector was made on, or still has the words where a hand wrote them. */
  private inSameText(selector: Selector): Placement | undefined {
    if (selector.textId !== undefined && selector.textId !== this.text.id) return undefined;
    const parts = verifiedParts(this.text, selector);
    if (!parts) return undefined;
    if (selector.textId === undefined && !contextAgrees(this.text, selector, parts)) return undefined;
    return certainly(parts);
  }

  /** Step 3: the version that the selector was made on is at hand. */
  private fromBase(selector: Selector): Placement | undefined {
    const known = this.comparisonFor(selector.textId);
    if (!known) return undefined;
    const { base, comparison } = known;
    const parts = verifiedParts(base, selector) ?? onlyPlaceIn(base, selector);
    return parts && placeFromBase(comparison, base, this.text, parts);
  }

  private comparisonFor(id: string | undefined): { base: IndexedText; comparison: Comparison } | undefined {
    const key = id ?? '';
    if (!this.comparisons.has(key)) {
      const base = this.baseFor(id);
      this.comparisons.set(key, base && { base, comparison: new Comparison(base, this.text) });
    }
    return this.comparisons.get(key);
  }

  private baseFor(id: string | undefined): IndexedText | undefined {
    if (id !== undefined) {
      const stored = this.options.baseTexts?.get(id);
      if (stored !== undefined) return new IndexedText(stored);
    }
    return this.base && (id === undefined || id === this.base.id) ? this.base : undefined;
  }
}

/** The parts in UTF-16 when the text has the selector's words there. */
function verifiedParts(text: IndexedText, selector: Selector): Range[] | undefined {
  const { parts, quote } = selector;
  if (!parts || parts.length === 0 || parts.length !== quote.length) return undefined;
  const ranges: Range[] = [];
  for (let k = 0; k < parts.length; k++) {
    const { start, end } = parts[k]!;
    if (!(start >= 0 && end >= start && (k === 0 || start >= parts[k - 1]!.end))) return undefined;
    const range = text.codePoints.rangeToUtf16(parts[k]!);
    if (
      text.codePoints.toCodePoints(range.end) !== end ||
      !sameWords(text.text.slice(range.start, range.end), quote[k]!)
    )
      return undefined;
    ranges.push(range);
  }
  return ranges;
}

/** Where a hand-written selector without usable position stands in a base: only when there is just one place. */
function onlyPlaceIn(base: IndexedText, selector: Selector): Range[] | undefined {
  const [placement] = new Placing(base, {}).place([{ ...selector, textId: undefined, parts: undefined } as Selector]);
  return placement?.state === 'anchored' && !placement.changed ? [...placement.parts!] : undefined;
}

function contextAgrees(text: IndexedText, { before, after }: Selector, parts: readonly Range[]): boolean {
  const { start } = parts[0]!;
  const { end } = parts.at(-1)!;
  return (
    (!before ||
      foldQuote(text.text.slice(Math.max(0, start - 2 * before.length), start)).endsWith(foldQuote(before))) &&
    (!after || foldQuote(text.text.slice(end, end + 2 * after.length)).startsWith(foldQuote(after)))
  );
}

function sameWords(there: string, quote: string): boolean {
  return there === quote || foldQuote(there) === foldQuote(quote);
}

function certainly(parts: readonly Range[]): Placement {
  return {
    state: 'anchored',
    range: { start: parts[0]!.start, end: parts.at(-1)!.end },
    parts,
    score: 1,
    candidates: [],
  };
}
