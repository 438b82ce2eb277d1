import type { Selector } from '../annotation/annotation';
import { asCodePoints } from '../text/code-points';
import type { Range } from '../text/range';
import { placeFromBase } from './base-placing';
import { assess, type Lookalike } from './candidates';
import { QUICK, THOROUGH, type Effort } from './diagonals';
import { findVerbatim } from './exact';
import { IndexedText } from './indexed-text';
import { Neighbourhood, vouchedFor, type Landmark } from './neighbours';
import { inOwnLine, onlyLinePlace } from './own-line';
import { patternOf, type Pattern } from './pattern';
import type { Placement } from './placement';
import { isPerfect, judge, POLICY } from './policy';
import { Recollection, type Witness } from './recollection';
import { rememberedText } from './remembered-text';
import { findPlaces, findScattered, partsOf, type Place } from './several-parts';
import { anyChanged, weightOf } from './significance';
import { keepsWordEdges } from './word-edges';

/** A placement by quote and context only, with what may still improve it. */
interface Found {
  placement: Placement;
  /** In folded offsets; only when anchored. */
  readonly place?: Lookalike;
  /** True when nothing else in the text can have been meant. */
  readonly isCertain?: boolean;
}

/** Score from which a placement may vouch for its neighbours. */
const SURE = 0.85;
/** Edits between a target and a landmark in the same paragraph may displace it by this much. */
const BESIDE_DRIFT = 12;

/** Step 4 of ANCHORING.md: places selectors whose base is not at hand by quote and context, and by one another. */
export class QuotePlacing {
  constructor(private readonly text: IndexedText) {}

  place(selectors: readonly Selector[]): Placement[] {
    const found = selectors.map((selector) => this.find(selector));
    this.doubtDoubles(selectors, found);
    this.letNeighboursHelp(selectors, found);
    const isSettled = (k: number): boolean =>
      found[k]!.placement.score === 1 && found[k]!.placement.state === 'anchored';
    for (const group of groupsByText(selectors)) if (!group.every(isSettled)) this.recollect(group, selectors, found);
    // Whom neighbours placed is a neighbour to others.
    this.letNeighboursHelp(selectors, found);
    return found.map(({ placement }) => placement);
  }

  /**
   * Places the targets that were made on one text by what they remember of it together. Where that contradicts what a quote
   * alone seemed to say, nobody knows.
   */
  private recollect(group: readonly number[], selectors: readonly Selector[], found: Found[]): void {
    const { text, remembered } = rememberedText(
      group.map((k) => selectors[k]!),
      this.text.text.length,
    );
    const base = new IndexedText(text);
    const known = group.filter((_, i) => remembered[i]);
    const parts = new Map(
      known.map((k) => [k, selectors[k]!.parts!.map((part) => base.codePoints.rangeToUtf16(part))]),
    );
    const witnesses = known.flatMap((k) => witnessesOf(base, parts.get(k)!, found[k]!));
    if (witnesses.length < 2) return;
    const recollection = new Recollection(base, this.text, witnesses);
    for (const k of known) {
      const { placement, place } = found[k]!;
      const recollected = placeFromBase(recollection, base, this.text, parts.get(k)!);
      if (recollected.state === 'anchored') {
        if (!place) found[k] = { placement: recollected };
        else if (!sameRange(placement.range!, recollected.range!))
          found[k] = { placement: ambiguousBetween(placement, recollected) };
      } else if (place) {
        const [first] = parts.get(k)!;
        if (recollection.isOthers(place, base.folded.rangeToFolded(first!)))
          found[k] = { placement: ambiguousBetween(placement) };
      }
    }
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
          const place = assess(units, pattern, start, start + pattern.end - pattern.start, 1);
          return { ...this.anchored([pattern], place, []), isCertain: true };
        }
      }
    }
    const patterns = selector.quote.map((_, part) => patternOf(selector, part));
    const find = (effort: Effort): readonly Lookalike[] =>
      findPlaces(units, this.text.grams, selector, expected, effort).filter((place) =>
        partsOf(place).every((part, k) => keepsWordEdges(patterns[k]!, units, part)),
      );
    let places = find(QUICK);
    const onlyLine = onlyLinePlace(this.text, selector, patterns[0]!);
    const outdoes = (place: Lookalike): boolean =>
      place.score > onlyLine!.score + POLICY.margin && !overlaps(place, onlyLine!);
    if (onlyLine && !places.some(outdoes)) return { ...this.anchored(patterns, onlyLine, [onlyLine]), isCertain: true };
    let verdict = judge(places, selector);
    if (verdict === 'accepted' && (selector.rival ?? 0) > places[0]!.score - POLICY.lead && !isPerfect(places[0]!)) {
      // There was something nearly as much like it when it was made: look harder before that is taken for it.
      places = find(THOROUGH);
      verdict = judge(places, selector);
    }
    // The line went one way and its surroundings another.
    if (verdict === 'accepted' && onlyLine && !overlaps(onlyLine, places[0]!)) verdict = 'ambiguous';
    if (verdict === 'accepted' && hasDoubles(selector, places) && weighsOtherwise(patterns, units, places[0]!))
      verdict = 'ambiguous';
    if (verdict === 'accepted') {
      const place = inOwnLine(units, selector, patterns[0]!, places[0]!);
      const isCertain = places[0]!.score >= (selector.rival ?? 0) + POLICY.lead;
      if (place) return { ...this.anchored(patterns, place, places), isCertain };
      verdict = 'ambiguous';
    }
    if (places.length > 0 || patterns.length === 1) return { placement: this.undecided(verdict, places) };
    const scattered = findScattered(units, this.text.grams, patterns);
    return { placement: this.undecided(verdict, scattered ? [scattered] : []) };
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

  private undecided(state: 'ambiguous' | 'orphaned', places: readonly Place[]): Placement {
    return { state, score: places[0]?.score ?? 0, candidates: this.candidates(places) };
  }

  private candidates(places: readonly Place[]): Placement['candidates'] {
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
    const neighbourhoods = this.neighbourhoods(selectors, found);
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

  private neighbourhoods(selectors: readonly Selector[], found: readonly Found[]): Map<string, Neighbourhood> {
    const landmarks = new Map<string, Landmark[]>();
    selectors.forEach((selector, k) => {
      const landmark = this.landmarkOf(selector, found[k]!);
      if (!landmark) return;
      const known = landmarks.get(selector.textId!);
      if (known) known.push(landmark);
      else landmarks.set(selector.textId!, [landmark]);
    });
    return new Map([...landmarks].map(([id, known]) => [id, new Neighbourhood(known)]));
  }

  /** Where there was a near double from the start, a place that no neighbour went to may be the double's, whatever it scores. */
  private doubtDoubles(selectors: readonly Selector[], found: Found[]): void {
    const neighbourhoods = this.neighbourhoods(selectors, found);
    const doubted = selectors.map((selector, k) => {
      const hadDouble = selector.lineRepeats || (selector.rival ?? 0) >= POLICY.double;
      const landmark = hadDouble && !found[k]!.isCertain ? this.landmarkOf(selector, found[k]!) : undefined;
      return landmark !== undefined && !neighbourhoods.get(selector.textId!)!.goesWithOthers(landmark);
    });
    doubted.forEach((isDoubted, k) => {
      if (isDoubted) found[k] = { placement: ambiguousBetween(found[k]!.placement) };
    });
  }

  private vouched(pattern: Pattern, at: number, drift: number, least: number): Lookalike | undefined {
    const { folded, codePoints } = this.text;
    return vouchedFor(folded.units, pattern, folded.toFolded(codePoints.toUtf16(asCodePoints(at))), drift, least);
  }

  private landmarkOf(selector: Selector, { placement }: Found): Landmark | undefined {
    const first = selector.parts?.[0];
    const last = selector.parts?.at(-1);
    if (
      !placement.range ||
      placement.changed ||
      placement.score < SURE ||
      selector.textId === undefined ||
      !first ||
      !last
    )
      return undefined;
    const range = this.text.codePoints.rangeToCodePoints(placement.range);
    return { baseStart: first.start, baseEnd: last.end, start: range.start, end: range.end };
  }
}

/** The indices of selectors that were made on the same text; those that are alone or do not name it are left out. */
function groupsByText(selectors: readonly Selector[]): number[][] {
  const groups = new Map<string, number[]>();
  selectors.forEach(({ textId, parts }, k) => {
    if (textId === undefined || !parts) return;
    const group = groups.get(textId);
    if (group) group.push(k);
    else groups.set(textId, [k]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}

function witnessesOf(base: IndexedText, parts: readonly Range[], { place }: Found): Witness[] {
  if (!place || place.score < SURE) return [];
  return partsOf(place).map((there, k) => ({ base: base.folded.rangeToFolded(parts[k]!), place: there }));
}

function overlaps(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end;
}

function sameRange(one: Range, other: Range): boolean {
  return one.start === other.start && one.end === other.end;
}

/** What two ways of looking disagree on, as candidates. */
function ambiguousBetween(...placements: readonly Placement[]): Placement {
  const candidates = placements.map(({ parts, score }) => ({ parts: parts!, score }));
  return { state: 'ambiguous', score: Math.max(...candidates.map(({ score }) => score)), candidates };
}

/** True when something resembles the words nearly as much as their place does, or did when they were described. */
function hasDoubles({ rival, lineRepeats }: Selector, places: readonly Lookalike[]): boolean {
  return rival !== undefined || lineRepeats === true || (places[1]?.score ?? 0) >= POLICY.plausible;
}

/** True when a number or a negation of the words is not the same: what lookalikes differ by. */
function weighsOtherwise(patterns: readonly Pattern[], units: Uint16Array, place: Lookalike): boolean {
  const parts = partsOf(place);
  return patterns.some(
    (pattern, k) =>
      weightOf(pattern.units, pattern.start, pattern.end) !== weightOf(units, parts[k]!.start, parts[k]!.end),
  );
}
