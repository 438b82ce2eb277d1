import { changesBetween, editMap } from '../yaml/map-edit';
import { mergeFields, type ValueConflict } from '../yaml/merge-fields';
import { isMapValue, mapValueOf, sameValue, valueOf, type YamlValue, type YamlValueMap } from '../yaml/node';
import { readYaml } from '../yaml/read';
import { applySplices } from '../yaml/splice';
import { pairText } from '../yaml/write';
import type { SidecarDraft } from './draft';
import { editLines, readPairAlone } from './entry-text';
import type { Side } from './merge-side';
import { mergeTopLevelValues, RECORDS, type Renaming } from './merge-top-level';
import { FIELD_RULES, SOURCE_LAYOUT } from './vocabulary';

/** The versions that are merged. */
export interface Sides {
  readonly base: Side | undefined;
  readonly ours: Side;
  readonly theirs: Side;
}

/** Merges the keys of a file beside its sections into a draft of ours; answers what a person has to decide. */
export function mergeFileKeys(
  draft: SidecarDraft,
  sides: Sides,
  renamed: readonly Renaming[],
): readonly ValueConflict[] {
  const merge = new FileKeysMerge(draft, sides);
  merge.mergeSource();
  merge.mergeOwnKeys(renamed);
  return merge.conflicts;
}

class FileKeysMerge {
  readonly conflicts: ValueConflict[] = [];
  private readonly base: Side | undefined;
  private readonly ours: Side;
  private readonly theirs: Side;

  constructor(
    private readonly draft: SidecarDraft,
    { base, ours, theirs }: Sides,
  ) {
    this.base = base;
    this.ours = ours;
    this.theirs = theirs;
  }

  /** The researcher's own keys, and the records about authors' names. */
  mergeOwnKeys(renamed: readonly Renaming[]): void {
    const [ours, theirs] = [ownKeys(this.ours), ownKeys(this.theirs)];
    const merged = mergeTopLevelValues(this.base && ownKeys(this.base), ours, theirs, renamed);
    this.conflicts.push(...merged.conflicts);
    for (const key of ours.keys())
      if (!merged.values.has(key)) this.draft.replace(this.ours.topLevel.get(key)!.segment, '', {});
    for (const [key, value] of merged.values) {
      const present = this.ours.topLevel.get(key);
      const lines = sameValue(theirs.get(key), value) ? this.theirs.topLevel.get(key)?.lines : undefined;
      // The same value in other lines is theirs to write, comments and all, as long as ours left it alone.
      const isTheirs = lines !== undefined && this.base?.topLevel.get(key)?.lines === present?.lines;
      if (present && sameValue(ours.get(key), value) && (!isTheirs || lines === present.lines)) continue;
      const text = lines ?? withValue(present?.lines ?? '', key, value);
      if (present) this.draft.replace(present.segment, text, {});
      else {
        const about = key.startsWith(RECORDS) ? this.draft.topLevel(key.slice(RECORDS.length)) : undefined;
        this.draft.insertTopLevel(text, { key, problems: [] }, about);
      }
    }
  }

  /** What is said of the source: as for an entry, with the records of conflicts in it. */
  mergeSource(): void {
    const [ours, theirs, base] = [this.ours, this.theirs, this.base].map((side) => side?.topLevel.get('source'));
    const baseValue = base && topLevelValue(base.lines);
    if (theirs === undefined) {
      if (ours && base && sameValue(topLevelValue(ours.lines), baseValue)) this.draft.replace(ours.segment, '', {});
      return;
    }
    const theirValue = topLevelValue(theirs.lines);
    if (ours === undefined) {
      if (base !== undefined && sameValue(baseValue, theirValue)) return;
      const { source, problems } = theirs.segment;
      const segment = { key: 'source', problems, ...(source && { source }) };
      return this.draft.insertTopLevel(theirs.lines, segment, this.draft.topLevel('glossator'));
    }
    if (base?.lines === ours.lines) return void this.draft.replace(ours.segment, theirs.lines, {});
    const ourValue = topLevelValue(ours.lines);
    if (sameValue(ourValue, theirValue) || (base !== undefined && sameValue(baseValue, theirValue))) return;
    const lines = this.mergeSourceLines([baseValue, ourValue, theirValue], ours.lines, theirs.lines);
    this.draft.replace(ours.segment, lines, {});
  }

  private mergeSourceLines(
    [base, ours, theirs]: readonly [YamlValue | undefined, YamlValue, YamlValue],
    ourLines: string,
    theirLines: string,
  ): string {
    if (sameValue(base, ours) || !isMapValue(ours)) return isMapValue(theirs) ? theirLines : ourLines;
    if (!isMapValue(theirs)) return ourLines;
    const merged = mergeFields(isMapValue(base) ? base : undefined, ours, theirs, FIELD_RULES);
    for (const conflict of merged.conflicts) this.conflicts.push({ ...conflict, field: `source.${conflict.field}` });
    const changes = changesBetween(ours, merged.values);
    return editLines(ourLines, changes, ours, SOURCE_LAYOUT) ?? pairText('source', merged.values, 0, SOURCE_LAYOUT);
  }
}

/** What a side says under the keys that are not ours: neither the source nor a section. */
function ownKeys({ topLevel }: Side): YamlValueMap {
  const own = [...topLevel].filter(([key]) => key !== 'source');
  return new Map(own.map(([key, { lines }]) => [key, topLevelValue(lines)]));
}

/** The lines of a top-level key with another value; what stands behind it on its line stays. */
function withValue(lines: string, key: string, value: YamlValue): string {
  const { root, sound } = readYaml(lines, 0);
  if (!sound || root?.pairs.length !== 1) return pairText(key, value, 0, SOURCE_LAYOUT);
  return applySplices(lines, editMap(lines, root, new Map([[key, value]]), mapValueOf(root), SOURCE_LAYOUT));
}

function topLevelValue(lines: string): YamlValue {
  const pair = readPairAlone(lines);
  return pair === undefined ? null : valueOf(pair.value);
}
