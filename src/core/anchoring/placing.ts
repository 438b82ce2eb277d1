import type { Selector } from '../annotation/annotation';
import { asCodePoints } from '../text/code-points';
import { foldQuote } from '../text/fold';
import type { Range } from '../text/range';
import type { AnchorOptions } from './anchor';
import { placeFromBase } from './base-placing';
import { assess, THOROUGH, type Lookalike } from './candidates';
import { Comparison } from './carry';
import { findVerbatim } from './exact';
import { IndexedText } from './indexed-text';
import { Neighbourhood, vouchedFor, type Landmark } from './neighbours';
import { patternOf, type Pattern } from './pattern';
import type { Placement } from './placement';
import { isPerfect, judge, POLICY } from './policy';
import { findPlaces, partsOf } from './several-parts';
import { anyChanged } from './significance';

/** A placement by quote and context only, with what may still improve it. */
interface Found {
  placement: Placement;
  /** In folded offsets; only when anchored. */
  readonly place?: Lookalike;
}

/** Score from which a placement may vouch for its neighbours. */
const SURE = 0.85;
/** More rounds place hardly any more. */
const ROUNDS = 2;
/** Edits between a target and a landmark in the same paragraph may displace it by this much. */
const BESIDE_DRIFT = 12;

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
      const found = this.byQuote(baseless.map((k) => selectors[k]!));
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

  /** Step 4: quote and context, then the neighbours' displacement. */
  private byQuote(selectors: readonly Selector[]): Placement[] {
    const found = selectors.map((selector) => this.find(selector));
    // Whom neighbours placed is a neighbour to others.
    for (let round = 0; round < ROUNDS; round++) this.letNeighboursHelp(selectors, found);
    return found.map(({ placement }) => placement);
  }

  private find(selector: Selector): Found {
    if (selector.quote.every((words) => words === '')) return { placement: this.undecided('orphaned', []) };
    const { units } = this.text.folded;
    const expected = this.expectedStart(selector);
    if (selector.quote.length === 1) {
      const pattern = patternOf(selector);
      if (pattern.end > pattern.start && pattern.end - pattern.start < pattern.units.length) {
        const verbatim = findVerbatim(units, this.text.grams, pattern, 2);
        if (verbatim?.length === 1 && (selector.rival ?? 0) < 1) {
          const start = verbatim[0]!;
          return this.anchored([pattern], assess(units, pattern, start, start + pattern.end - pattern.start, 1), []);
        }
      }
    }
    let places = findPlaces(units, this.text.grams, selector, expected);
    let verdict = judge(places, selector.rival);
    if (verdict === 'accepted' && selector.rival !== undefined && !isPerfect(places[0]!)) {
      // There were doubles when it was made: look harder before one is taken for it.
      places = findPlaces(units, this.text.grams, selector, expected, THOROUGH);
      verdict = judge(places, selector.rival);
    }
    if (verdict !== 'accepted') return { placement: this.undecided(verdict, places) };
    return this.anchored(
      selector.quote.map((_, part) => patternOf(selector, part)),
      places[0]!,
      places,
    );
  }

  private anchored(patterns: readonly Pattern[], place: Lookalike, places: readonly Lookalike[]): Found {
    const parts = partsOf(place).map((part) => this.text.folded.rangeToRaw(part.start, part.end));
    const changed = anyChanged(patterns, this.text.folded.units, partsOf(place));
    return {
      place,
      placement: {
        state: 'anchored',
        range: { start: parts[0]!.start, end: parts.at(-1)!.end },
        parts,
        score: place.score,
        candidates: this.candidates(places),
        ...(changed ? { changed } : {}),
      },
    };
  }

  private undecided(state: 'ambiguous' | 'orphaned', places: readonly Lookalike[]): Placement {
    return { state, score: places[0]?.score ?? 0, candidates: this.candidates(places) };
  }

  private candidates(places: readonly Lookalike[]): Placement['candidates'] {
    return places.map((place) => ({
      parts: partsOf(place).map((part) => this.text.folded.rangeToRaw(part.start, part.end)),
      score: place.score,
    }));
  }

  /** Folded offset where the words would begin if nothing had changed. */
  private expectedStart(selector: Selector): number | undefined {
    const first = selector.parts?.[0];
    return first && this.text.folded.toFolded(this.text.codePoints.toUtf16(first.start));
  }

  /** Unsure targets between sure ones that agree on their displacement are placed by it. */
  private letNeighboursHelp(selectors: readonly Selector[], found: Found[]): void {
    const landmarks = new Map<string, Landmark[]>();
    selectors.forEach((selector, k) => {
      const landmark = this.landmarkOf(selector, found[k]!);
      if (!landmark) return;
      const known = landmarks.get(selector.textId!);
      if (known) known.push(landmark);
      else landmarks.set(selector.textId!, [landmark]);
    });
    const neighbourhoods = new Map([...landmarks].map(([id, known]) => [id, new Neighbourhood(known)]));
    selectors.forEach((selector, k) => {
      if (found[k]!.placement.state === 'anchored') return;
      const part = selector.quote.length === 1 ? selector.parts?.[0] : undefined;
      const neighbourhood = neighbourhoods.get(selector.textId ?? '');
      if (!part || !neighbourhood) return;
      const { start, end } = part;
      const beside = neighbourhood.besides(start, end, selector.before ?? '', selector.after ?? '');
      const predicted = neighbourhood.predict(start, end);
      const pattern = patternOf(selector);
      const place =
        (beside === undefined ? undefined : this.vouched(pattern, beside, BESIDE_DRIFT, 1)) ??
        (predicted && this.vouched(pattern, predicted.start, predicted.drift, POLICY.vouched));
      if (place) found[k] = this.anchored([pattern], place, [place]);
    });
  }

  private vouched(pattern: Pattern, at: number, drift: number, least: number): Lookalike | undefined {
    const { folded, codePoints } = this.text;
    return vouchedFor(folded.units, pattern, folded.toFolded(codePoints.toUtf16(asCodePoints(at))), drift, least);
  }

  private landmarkOf(selector: Selector, { placement, place }: Found): Landmark | undefined {
    const first = selector.parts?.[0];
    const last = selector.parts?.at(-1);
    if (!place || place.score < SURE || selector.textId === undefined || !first || !last) return undefined;
    const range = this.text.codePoints.rangeToCodePoints(placement.range!);
    return { baseStart: first.start, baseEnd: last.end, start: range.start, end: range.end };
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
