import { GramIndex } from '../text/gram-index';
import type { Range } from '../text/range';
import { align } from './alignment';
import { assess, findLookalikes, type Lookalike } from './candidates';
import type { Block } from './character-diff';
import { withoutDisplaced } from './displaced-passages';
import type { IndexedText } from './indexed-text';
import { LooseLines } from './loose-lines';
import { movedPassages } from './moved-passages';
import { CONTEXT, GONE, OrderedComparison, type Carried } from './ordered-comparison';
import { judgeMoved, POLICY } from './policy';

/** A line of which this share is kept in place was edited there, though it stands elsewhere as it was. */
const KEPT_LINE = 0.75;
/** A passage goes on beside a line when it has so much of what stands there. */
const BESIDE = 80;
/** Nor does so much come together by chance. */
const LONG = 600;
/** Two lines changed places when each is this near to where the other was. */
const NEARBY = 200;

/** Two versions of a text, through which any number of ranges can be followed: in place, else to where their passage was moved. */
export class Comparison extends OrderedComparison {
  private inserted: GramIndex | undefined;
  private loose: LooseLines | undefined;
  private passages: readonly Passage[] | undefined;

  /** @param blocks what both have in common, when it is known already */
  constructor(
    base: IndexedText,
    text: IndexedText,
    blocks: readonly Block[] = withoutDisplaced(base.folded, text.folded, align(base.folded, text.folded)),
  ) {
    super(base, text, blocks);
  }

  override carry(range: Range): Carried {
    const moved = this.movedLines(range);
    if (moved?.place) return moved;
    return this.inPassage(range) ?? moved ?? super.carry(range);
  }

  /** Follows a range with the passage that it stood in, which was moved. */
  protected inPassage(range: Range): Carried | undefined {
    if (this.blocks.length === 1 || range.start === range.end) return undefined;
    this.passages ??= movedPassages(this.base.folded, this.text.folded, this.kept.steady()).map(
      (blocks) => new Passage(this.base, this.text, blocks),
    );
    let found: Carried | undefined;
    // A line that stands elsewhere too is told by what stands on both sides of it, or by much: one neighbour comes by chance.
    const line = this.loose?.follow(range);
    const held = line ? { start: line.lines.start - BESIDE, end: line.lines.end + BESIDE } : range;
    const isCopy = ({ start }: Range): boolean => !line || line.copies.some((copy) => copy.start === start);
    for (const passage of this.passages) {
      if (!passage.holds(passage.isLong ? range : held)) continue;
      const carried = passage.carry(range);
      if (!carried.place || !this.goesWithLines(carried.place, range)) continue;
      if (!passage.isLong && !isCopy(carried.place)) continue;
      if (found && found.place!.start !== carried.place.start) return undefined;
      found = carried;
    }
    return found;
  }

  /** False when one of the lines that a range touches surely went elsewhere. */
  private goesWithLines(place: Range, range: Range): boolean {
    const shifts = this.loose?.sureShifts(range) ?? [];
    return shifts.every((shift) => Math.abs(place.start - range.start - shift) <= NEARBY);
  }

  /** Follows a range whose lines went elsewhere word for word; undefined when none of them did. */
  protected movedLines(range: Range): Carried | undefined {
    if (this.blocks.length === 1) return undefined;
    this.loose ??= new LooseLines(this.base.folded, this.text.folded, this.steadyBlocks());
    const moved = this.loose.follow(range);
    if (!moved) return undefined;
    if (!this.believesMove(moved.lines, range)) return GONE;
    const inPlace = this.keptOf(moved.lines);
    if (inPlace && !this.loose.isMovedHere(inPlace.start)) return undefined;
    const pattern = this.patternOf(range.start, range.end);
    if (moved.place && (!inPlace || this.changedPlaces(this.loose, moved.lines, inPlace, moved.place)))
      return { place: { ...moved.place, exact: 1, score: 1 }, lookalikes: [], ambiguous: false };
    const copies = moved.place ? [moved.place] : moved.copies;
    const lookalikes = copies.map(({ start, end }) => assess(this.b, pattern, start, end, 1));
    return { lookalikes: lookalikes.sort((x, y) => y.score - x.score), ambiguous: true };
  }

  /** Whether lines of the base, in which a range stands, may be followed to where else they stand. */
  protected believesMove(_lines: Range, _range: Range): boolean {
    return true;
  }

  /** The blocks that the lines in them were surely kept by. */
  protected steadyBlocks(): readonly Block[] {
    return this.kept.steady();
  }

  /** Where lines still stand but for a few letters: they were edited in place, as when all numbers of a law move up. */
  private keptOf(lines: Range): Range | undefined {
    let kept = 0;
    let start = -1;
    let end = -1;
    for (let at = Math.max(0, this.kept.lastBefore(lines.start, true)); at < this.blocks.length; at++) {
      const block = this.blocks[at]!;
      if (block.a >= lines.end) break;
      const from = Math.max(lines.start, block.a);
      const to = Math.min(lines.end, block.a + block.length);
      if (to <= from || !this.kept.isSteady(at)) continue;
      kept += to - from;
      if (start < 0) start = from - block.a + block.b;
      end = to - block.a + block.b;
    }
    return kept >= KEPT_LINE * (lines.end - lines.start) ? { start, end } : undefined;
  }

  /** True when what stands in the place of lines now stood where the lines went: not edited, but exchanged. */
  private changedPlaces(loose: LooseLines, lines: Range, inPlace: Range, place: Range): boolean {
    const other = loose.originOf(inPlace.start);
    const there = other && this.keptOf(other);
    return there !== undefined && other!.start !== lines.start && Math.abs(there.start - place.start) <= NEARBY;
  }

  /** Searches text that the base does not have: the passage may have been moved. */
  protected override elsewhere(start: number, end: number): Carried {
    this.inserted ??= new GramIndex(this.b, this.kept.inserted());
    const pattern = this.patternOf(start, end);
    const found = findLookalikes(this.b, this.inserted, pattern).filter((place) => !this.kept.hasMostOf(place));
    const verdict = judgeMoved(found, () => this.rivalOf(pattern, start, end));
    const ambiguous = verdict === 'ambiguous';
    if (ambiguous) {
      // Near the ends of a moved paragraph long contexts are mostly strange text; short ones will do where nothing is alike.
      const close = this.patternOf(start, end, CONTEXT / 2);
      const again = findLookalikes(this.b, this.inserted, close).filter((place) => !this.kept.hasMostOf(place));
      const alone = (): number => (this.rivalOf(close, start, end) < POLICY.rival ? 0 : 1);
      if (judgeMoved(again, alone) === 'accepted' && this.isMutual(again[0]!, start, end))
        return { place: again[0]!, lookalikes: again, ambiguous: false };
    }
    return verdict === 'accepted' && this.isMutual(found[0]!, start, end)
      ? { place: found[0]!, lookalikes: found, ambiguous }
      : { lookalikes: found, ambiguous };
  }
}

/** A passage that was moved, compared with itself where it stands now. */
class Passage extends OrderedComparison {
  readonly isLong = this.blocks.reduce((sum, { length }) => sum + length, 0) >= LONG;

  /** True when a range of the base lies between the ends of what was kept of the passage. */
  holds({ start, end }: Range): boolean {
    const last = this.blocks.at(-1)!;
    return this.blocks[0]!.a <= start && end <= last.a + last.length;
  }

  protected override isEmbedded(at: number): boolean {
    return this.kept.isAmidLittle(at, true);
  }

  protected override beatsRival(place: Lookalike): boolean {
    return place.score >= POLICY.moved;
  }
}
