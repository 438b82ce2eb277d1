import type { AnnotationId, FieldConflict } from '../annotation/annotation';
import type { Problem } from '../text/problem';
import { commentsOf } from '../yaml/comments';
import { changesBetween } from '../yaml/map-edit';
import { mergeFields, type ValueConflict } from '../yaml/merge-fields';
import { isListValue, isMapValue, sameValue, type YamlValue } from '../yaml/node';
import { keepsBlankLines, reindent } from '../yaml/splice';
import { toPlain } from './decode';
import { SidecarDraft } from './draft';
import { editLines, readEntryLines } from './entry-text';
import { type RenamedId, separateClashes } from './merge-clashes';
import { leftBehind, missingFrom } from './merge-comments';
import { mergeFileKeys } from './merge-file-keys';
import { ambiguousKeys, createdOf, entryKey, mapOf, type Side, type SideEntry, sideOf, valuesOf } from './merge-side';
import { standingName, type Renaming } from './merge-top-level';
import { regularText } from './regular-text';
import { readSidecar } from './read';
import type { SegmentedSidecar } from './segmented';
import type { AuthorSegment, EntrySegment, Segment } from './segments';
import { ENTRY_LAYOUT, FIELD_RULES } from './vocabulary';

/** A field that both sides changed, with the entry it is in; `id` is absent for `source:` and other top-level keys. */
export interface MergeConflict extends FieldConflict {
  readonly id: AnnotationId | undefined;
}

export interface MergeResult {
  /** The merged sidecar; absent when an input can't be read safely, and then nothing may be overwritten. */
  readonly text: string | undefined;
  /** What a person has to decide; each is also in the merged text, as `conflicts:` of its entry. */
  readonly conflicts: readonly MergeConflict[];
  readonly problems: readonly Problem[];
  readonly renamed: readonly RenamedId[];
}

/**
 * Merges two versions of a sidecar, three ways where `base` is known, by id and field: no id and no field is lost, an edit
 * beats a deletion, and what both sides changed stays as ours has it with a record in `conflicts:`. The text is that
 * of `ours` with the entries of `theirs` put in where they differ, so that our comments and order stay.
 */
export function mergeSidecars(base: string | undefined, ours: string, theirs: string): MergeResult {
  const problems: Problem[] = [];
  const ourSidecar = readForMerge(ours, 'ours', problems);
  const theirSidecar = readForMerge(theirs, 'theirs', problems);
  if (ourSidecar === undefined || theirSidecar === undefined) {
    return { text: undefined, conflicts: [], problems, renamed: [] };
  }
  const known = base === undefined || isBlank(base) ? undefined : readForMerge(base, 'base', problems);
  // Glossator leaves a header in a file that becomes empty: one that says nothing at all was cut off, not cleared.
  const [cut, whole] = isBlank(ours) ? (['ours', theirs] as const) : (['theirs', ours] as const);
  if (known !== undefined && ours !== theirs && (isBlank(ours) || isBlank(theirs))) {
    const message = `The version "${cut}" is empty; it was taken for a file that was cut off, and nothing was deleted.`;
    problems.push({ code: `empty-${cut}`, severity: 'warning', message });
    return { text: whole, conflicts: [], problems, renamed: [] };
  }
  if (ours === theirs || theirs === base) return { text: ours, conflicts: [], problems, renamed: [] };
  if (ours === base) return { text: theirs, conflicts: [], problems, renamed: [] };
  const ambiguous = ambiguousKeys([ourSidecar, theirSidecar, ...(known ? [known] : [])]);
  const [ourSide, theirSide] = [sideOf(ourSidecar, ambiguous), sideOf(theirSidecar, ambiguous)];
  const isReshaped =
    ourSidecar.text !== ours || theirSidecar.text !== theirs || (known && known.text !== base) === true;
  return new Merge(known && sideOf(known, ambiguous), ourSide, theirSide, ambiguous, isReshaped, problems).result();
}

function isBlank(text: string): boolean {
  return /^\ufeff?\s*$/.test(text);
}

function readForMerge(
  text: string,
  side: 'ours' | 'theirs' | 'base',
  problems: Problem[],
): SegmentedSidecar | undefined {
  let sidecar = readSidecar(text);
  if (sidecar.writable && !sidecar.facts.spliceable) sidecar = readSidecar(regularText(text));
  if (sidecar.facts.spliceable) return sidecar;
  const reason = sidecar.problems.find(({ severity }) => severity === 'error')?.message ?? '';
  const severity = side === 'base' ? 'warning' : 'error';
  problems.push({
    code: `unreadable-${side}`,
    severity,
    message: `The version "${side}" can't be read safely: ${reason}`,
  });
  return undefined;
}

class Merge {
  private readonly draft: SidecarDraft;
  private readonly conflicts: MergeConflict[] = [];
  private readonly renamed: RenamedId[] = [];
  /** What each entry has to say in the end. */
  private readonly expected = new Map<string, YamlValue>();
  /** Sections whose author the two sides gave different names. */
  private readonly renamedAuthors: Renaming[] = [];
  /** Entries of the merged text that the base does not have, with what orders them. */
  private readonly added = new Map<Segment, string>();

  constructor(
    private readonly base: Side | undefined,
    private readonly ours: Side,
    private readonly theirs: Side,
    private readonly ambiguous: ReadonlySet<string>,
    /** A version was not in the shape that can be merged line by line, and was brought into it. */
    private readonly isReshaped: boolean,
    private readonly problems: Problem[],
  ) {
    this.draft = new SidecarDraft(ours.sidecar);
  }

  result(): MergeResult {
    this.renamed.push(...separateClashes(this.base, this.ours, this.theirs));
    const segments = this.placeOurs();
    for (const entry of this.ours.entries.values()) this.mergeOurs(entry, segments.get(entry.key)!);
    for (const entry of this.theirs.entries.values()) if (!this.ours.entries.has(entry.key)) this.takeTheirs(entry);
    this.removeLeftNames();
    const sides = { base: this.base, ours: this.ours, theirs: this.theirs };
    for (const conflict of mergeFileKeys(this.draft, sides, this.renamedAuthors)) this.dispute(undefined, conflict);
    for (const side of [this.ours, this.theirs])
      for (const { above, comments } of leftBehind(this.draft, this.base?.sidecar, side.sidecar))
        this.draft.insertComments(comments, above);
    if (this.isReshaped) {
      const missing = missingFrom(this.draft.render(), this.ours.sidecar.text, this.theirs.sidecar.text);
      if (missing.length > 0) this.draft.insertComments(missing, undefined);
    }
    const { conflicts, problems, renamed } = this;
    const text = this.draft.render();
    if (!this.saysWhatWasMeant(text)) {
      const message = 'The merge could not be written so that it reads back as it was meant.';
      problems.push({ code: 'merge-failed', severity: 'error', message });
      return { text: undefined, conflicts, problems, renamed };
    }
    return { text, conflicts, problems, renamed };
  }

  /** The segments of our entries, with the new ids in them. */
  private placeOurs(): Map<string, EntrySegment> {
    const segments = new Map<string, EntrySegment>();
    for (const entry of this.ours.entries.values()) {
      const own = this.draft.textOf(entry.segment).replace(/\r\n/g, '\n');
      const changed = entry.lines !== own && entry.lines !== `${own}\n`;
      const segment = changed ? this.draft.replace(entry.segment, entry.lines, { id: entry.id }) : entry.segment;
      segments.set(entry.key, segment);
      if (!this.base?.entries.has(entry.key)) this.added.set(segment, orderOf(entry));
    }
    return segments;
  }

  private mergeOurs(ours: SideEntry, segment: EntrySegment): void {
    const base = this.base?.entries.get(ours.key);
    const theirs = this.theirs.entries.get(ours.key);
    if (theirs === undefined) {
      if (base !== undefined && isUntouched(ours, base)) {
        this.draft.remove(segment);
      } else {
        this.expected.set(ours.key, valuesOf(ours));
      }
      return;
    }
    this.mergeBoth(base, ours, theirs, segment);
  }

  private mergeBoth(base: SideEntry | undefined, ours: SideEntry, theirs: SideEntry, segment: EntrySegment): void {
    let lines = ours.lines;
    const theirLines = reindent(theirs.lines, ours.segment.indent - theirs.segment.indent);
    if (base !== undefined && base.lines === ours.lines) lines = theirLines;
    else if (base?.lines !== theirs.lines && ours.lines !== theirLines) lines = this.mergeLines(base, ours, theirs);
    if (lines !== ours.lines) segment = this.draft.replace(segment, lines, {});
    this.expected.set(ours.key, valuesOf({ ...ours, lines }));
    // A comment above an entry is theirs to change as long as ours left it alone.
    if (base !== undefined && base.comments === ours.comments && theirs.comments !== ours.comments)
      this.draft.recomment(
        segment,
        ours.comments,
        reindent(theirs.comments, ours.segment.indent - theirs.segment.indent),
      );
    if (ours.author === theirs.author || base?.author === theirs.author) return;
    if (base?.author === ours.author) this.draft.move(segment, theirs.author);
    else {
      this.renamedAuthors.push({ ours: ours.author, theirs: theirs.author, base: base?.author ?? null });
      if (standingName(ours.author, theirs.author) !== ours.author) this.draft.move(segment, theirs.author);
    }
  }

  private mergeLines(base: SideEntry | undefined, ours: SideEntry, theirs: SideEntry): string {
    const [ourMap, theirMap] = [mapOf(ours), mapOf(theirs)];
    if (ourMap === undefined || theirMap === undefined) return ours.lines;
    const { values, conflicts } = mergeFields(base && mapOf(base), ourMap, theirMap, FIELD_RULES);
    for (const conflict of conflicts) this.dispute(ours.id, conflict);
    return editLines(ours.lines, changesBetween(ourMap, values), ourMap, ENTRY_LAYOUT) ?? ours.lines;
  }

  private dispute(id: AnnotationId | undefined, { field, ours, theirs, base }: ValueConflict): void {
    this.conflicts.push({ id, field, ours: toPlain(ours), theirs: toPlain(theirs), base: toPlain(base) });
  }

  /** An entry that only theirs has: added by them, or deleted by us. */
  private takeTheirs(theirs: SideEntry): void {
    const base = this.base?.entries.get(theirs.key);
    // We deleted it.
    if (base !== undefined && isUntouched(theirs, base)) return;
    const read = readEntryLines(theirs.section, theirs.author, theirs.lines);
    if (read === undefined) return;
    const order = orderOf(theirs);
    const text = theirs.comments + theirs.lines;
    const place = (head: AuthorSegment): Segment => this.placeByTime(head, order);
    const segment = this.draft.appendEntry(theirs.section, theirs.author, text, read, place);
    this.added.set(segment, order);
    this.expected.set(theirs.key, valuesOf(theirs));
  }

  /** Additions of both sides stand in the order in which they were made, whichever side is merged into which. */
  private placeByTime(head: AuthorSegment, order: string): Segment {
    const entries = this.draft.entriesOf(head);
    let place = entries.length;
    while (place > 0 && (this.added.get(entries[place - 1]!) ?? '') > order) place--;
    return entries[place - 1] ?? head;
  }

  /** A name that gave way to the other side's leaves no empty section behind. */
  private removeLeftNames(): void {
    const left = new Set(this.renamedAuthors.flatMap(({ ours, theirs }) => [ours, theirs]));
    for (const { ours, theirs } of this.renamedAuthors) left.delete(standingName(ours, theirs));
    for (const head of this.draft.authorSegments())
      if (left.has(head.author) && this.draft.entriesOf(head).length === 0) this.draft.removeAuthor(head);
  }

  private saysWhatWasMeant(text: string): boolean {
    const read = readSidecar(text);
    if (!read.writable || !read.facts.spliceable) return false;
    const { entries } = sideOf(read, this.ambiguous);
    if (entries.size !== this.expected.size) return false;
    const plainly = keepsBlankLines(text) ? withoutLastBreaks : (value: YamlValue): YamlValue => value;
    return [...this.expected].every(([key, value]) => {
      const entry = entries.get(key);
      return entry !== undefined && sameValue(plainly(valuesOf(entry)), plainly(value));
    });
  }
}

/** A value without the line breaks that its strings end with: `|+` takes the blank lines below it in, whatever they are for. */
function withoutLastBreaks(value: YamlValue): YamlValue {
  if (isListValue(value)) return value.map(withoutLastBreaks);
  if (isMapValue(value)) return new Map([...value].map(([key, inner]) => [key, withoutLastBreaks(inner)]));
  return typeof value === 'string' ? value.replace(/\n+$/, '') : value;
}

/** True when a side left an entry as it was: it says the same, in the same section, without a comment more. */
function isUntouched(entry: SideEntry, base: SideEntry): boolean {
  if (entry.lines === base.lines) return entry.author === base.author;
  if (entry.author !== base.author || !sameValue(valuesOf(entry), valuesOf(base))) return false;
  const known = commentsOf(base.lines);
  return commentsOf(entry.lines).every((comment) => known.includes(comment));
}

function orderOf(entry: SideEntry): string {
  return `${createdOf(entry)} ${entryKey(entry.section, entry.id)}`;
}
