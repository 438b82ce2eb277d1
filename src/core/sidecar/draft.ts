import { keyText } from '../yaml/write';
import { reindent, withLineBreaks } from '../yaml/splice';
import { DraftText } from './draft-text';
import { COMMENTS_ABOVE } from './entry-place';
import type { AuthorSegment, EntrySegment, SectionSegment, Segment, TopLevelSegment } from './segments';
import { SECTIONS, type SectionName } from './vocabulary';

/** Column of authors' names, and of ids, in what we write. */
const AUTHOR_INDENT = 2;
const ENTRY_INDENT = 4;

/** What an entry is before it has a place. */
export type LooseEntry = Omit<EntrySegment, 'kind' | 'section' | 'author' | 'length'>;

/** A sidecar in the course of being edited: where its sections, authors and entries go. */
export class SidecarDraft extends DraftText {
  private idIndex: Map<string, EntrySegment> | undefined;
  /** The end of the section that was last appended to: many additions come one after another. */
  private tail: { readonly head: AuthorSegment; readonly last: EntrySegment; readonly place: number } | undefined;

  /** The first entry with that id in the section. */
  findEntry(section: SectionName, id: string): EntrySegment | undefined {
    if (this.idIndex === undefined) {
      this.idIndex = new Map();
      for (const segment of this.segments) {
        if (segment.kind === 'entry') this.remember(segment);
      }
    }
    return this.idIndex.get(`${section} ${id}`);
  }

  private remember(entry: EntrySegment): void {
    const key = `${entry.section} ${entry.id}`;
    if (this.idIndex !== undefined && !this.idIndex.has(key)) this.idIndex.set(key, entry);
  }

  topLevel(key: string): TopLevelSegment | undefined {
    return this.segments.find(
      (segment): segment is TopLevelSegment => segment.kind === 'top-level' && segment.key === key,
    );
  }

  authorHead(section: SectionName, author: string): AuthorSegment | undefined {
    const { head } = this.tail ?? {};
    if (head?.section === section && head.author === author && this.segments.includes(head)) return head;
    return this.authorSegments().find((other) => other.section === section && other.author === author);
  }

  authorSegments(): readonly AuthorSegment[] {
    return this.segments.filter((segment) => segment.kind === 'author');
  }

  /** Puts a segment with a text of its own in the place of another. Line breaks become those of the file. */
  replace<T extends Segment>(old: T, text: string, change: Partial<T>): T {
    const own = withLineBreaks(text, this.lineBreak);
    const segment: T = { ...old, ...change, length: own.length };
    if (segment.kind === 'entry')
      Object.assign(segment, { valueEnd: withLineBreaks(text.slice(0, segment.valueEnd), this.lineBreak).length });
    this.put(segment, own);
    this.segments[this.segments.indexOf(old)] = segment;
    if (segment.kind === 'entry' && old.kind === 'entry' && this.idIndex?.get(`${old.section} ${old.id}`) === old) {
      this.idIndex.delete(`${old.section} ${old.id}`);
      this.remember(segment);
    }
    return segment;
  }

  /**
   * Appends an entry to its author's section, which is opened where there is none, or puts it behind the
   * segment that `placeIn` answers: the section's head or one of its entries. The text is indented by `entry.indent`.
   */
  appendEntry(
    section: SectionName,
    author: string,
    text: string,
    entry: LooseEntry,
    placeIn?: (head: AuthorSegment) => Segment,
  ): EntrySegment {
    const head = this.openAuthor(section, author);
    const known = placeIn === undefined && this.tail?.head === head ? this.tail : undefined;
    const tail = known !== undefined && this.segments[known.place] === known.last ? known : undefined;
    const last = tail?.last ?? placeIn?.(head) ?? this.lastOf(head);
    const place = tail?.place ?? this.segments.indexOf(last);
    const indent = tail?.last.indent ?? this.entryIndentBelow(head);
    const segment = this.newEntry(text, entry, { section, author, indent });
    const blank = last.kind === 'entry' ? this.blankAfter(last) : [];
    const added = [...this.breakAfter(last), ...blank, segment];
    this.segments.splice(place + 1, 0, ...added);
    const end = place + added.length;
    const next = this.segments[end + 1];
    if (next !== undefined && next.kind !== 'gap') this.segments.splice(end + 1, 0, this.newGap(this.lineBreak));
    this.tail = placeIn === undefined ? { head, last: segment, place: end } : undefined;
    this.remember(segment);
    return segment;
  }

  /**
   * Puts an entry above another one of its section, or, where that is absent, behind the section's last, set off by a blank
   * line: below its own comment lines, if they are there still. Absent when the section is.
   */
  putBack(
    text: string,
    entry: LooseEntry,
    head: AuthorSegment,
    { before, comments }: { readonly before: EntrySegment | undefined; readonly comments: string },
  ): EntrySegment {
    const indent = this.entryIndentBelow(head);
    const segment = this.newEntry(text, entry, { section: head.section, author: head.author, indent });
    const last = this.lastOf(head);
    const end = before === undefined ? this.endOfGap(last) : this.segments.indexOf(before);
    const gap = this.segments[end - 1];
    const between = gap?.kind === 'gap' ? this.textOf(gap) : '';
    const own = comments === '' ? -1 : between.indexOf(comments);
    if (own < 0 && before === undefined) {
      this.forget(segment);
      return this.appendEntry(head.section, head.author, text, entry);
    }
    const cut = own >= 0 ? own + comments.length : between.search(COMMENTS_ABOVE);
    const [above, rest] = cut < 0 ? [between, ''] : [between.slice(0, cut), between.slice(cut)];
    const isSetOff = before === undefined || /^[ \t]*\r?\n/.test(rest);
    const gaps = [above, rest].map((lines) => (lines === '' ? [] : [this.newGap(lines)]));
    const start = gap?.kind === 'gap' ? end - 1 : end;
    const added = [...gaps[0]!, segment, ...(isSetOff ? [] : this.blankAfter(segment)), ...gaps[1]!];
    this.segments.splice(start, end - start, ...added);
    this.tail = undefined;
    this.remember(segment);
    return segment;
  }

  /** Place of the segment behind the blank lines and comments that follow a segment. */
  private endOfGap(segment: Segment): number {
    const next = this.segments.indexOf(segment) + 1;
    return this.segments[next]?.kind === 'gap' ? next + 1 : next;
  }

  private newEntry(
    text: string,
    entry: LooseEntry,
    { section, author, indent }: Pick<EntrySegment, 'section' | 'author' | 'indent'>,
  ): EntrySegment {
    const shift = indent - entry.indent;
    const placed = (lines: string): string => withLineBreaks(reindent(lines, shift), this.lineBreak);
    const own = placed(text);
    const segment: EntrySegment = {
      ...entry,
      kind: 'entry',
      section,
      author,
      indent,
      keyStart: entry.keyStart + shift,
      valueEnd: placed(text.slice(0, entry.valueEnd)).length,
      length: own.length,
    };
    this.put(segment, own);
    return segment;
  }

  /** Takes an entry out, with the one blank line that set it off. */
  remove(segment: EntrySegment): void {
    const place = this.segments.indexOf(segment);
    this.segments.splice(place, 1);
    const key = `${segment.section} ${segment.id}`;
    if (this.idIndex?.get(key) === segment) this.idIndex.delete(key);
    const before = this.segments[place - 1];
    const after = this.segments[place];
    if (before?.kind === 'gap' && /(?:^|\n)[ \t]*\r?\n$/.test(this.textOf(before))) {
      this.setGap(before, this.textOf(before).replace(/[ \t]*\r?\n$/, ''));
    } else if (after?.kind === 'gap' && this.segments[place + 1]?.kind === 'entry') {
      this.setGap(after, this.textOf(after).replace(/^[ \t]*\r?\n/, ''));
    }
  }

  /** Moves an entry behind the last one of another author in the same section. */
  move(segment: EntrySegment, author: string): EntrySegment {
    const text = this.textOf(segment);
    this.remove(segment);
    return this.appendEntry(segment.section, author, text.endsWith('\n') ? text : `${text}\n`, segment);
  }

  /** Takes an author's line out, which must have no entries. */
  removeAuthor(head: AuthorSegment): void {
    const place = this.segments.indexOf(head);
    const next = this.segments[place + 1];
    this.segments.splice(place, 1);
    if (next?.kind === 'gap') this.setGap(next, this.textOf(next).replace(/^[ \t]*\r?\n/, ''));
  }

  /** Entries of an author in a section, in order. */
  entriesOf(head: AuthorSegment): readonly EntrySegment[] {
    const entries: EntrySegment[] = [];
    for (let i = this.segments.indexOf(head) + 1; i < this.segments.length; i++) {
      const segment = this.segments[i]!;
      if (segment.kind === 'entry') entries.push(segment);
      else if (segment.kind !== 'gap') break;
    }
    return entries;
  }

  /** Inserts lines behind a top-level key, set off by a blank line. */
  insertTopLevel(text: string, segment: Omit<TopLevelSegment, 'kind' | 'length'>, after: Segment | undefined): void {
    const own = withLineBreaks(text, this.lineBreak);
    const added: TopLevelSegment = { ...segment, kind: 'top-level', length: own.length };
    this.put(added, own);
    this.insertTopLevelSegment(added, after);
  }

  private insertTopLevelSegment(added: Segment, after: Segment | undefined): void {
    const place = after === undefined ? this.segments.length : this.segments.indexOf(after) + 1;
    const previous = this.segments[place - 1];
    const blank = previous === undefined ? [] : this.blankAfter(previous);
    this.segments.splice(place, 0, ...(previous ? this.breakAfter(previous) : []), ...blank, added);
    const next = this.segments[place + blank.length + 1];
    if (next !== undefined && next.kind !== 'gap') {
      this.segments.splice(this.segments.indexOf(next), 0, this.newGap(this.lineBreak));
    }
  }

  /** The author's line in the section; a new one becomes the section's first, far from where others append. */
  private openAuthor(section: SectionName, author: string): AuthorSegment {
    const found = this.authorHead(section, author);
    if (found !== undefined) return this.withoutNothing(found);
    const sectionHead = this.withoutNothing(this.openSection(section));
    const indent = this.authorIndentBelow(sectionHead);
    const key = keyText(author);
    const text = `${' '.repeat(indent)}${key}:${this.lineBreak}`;
    const head: AuthorSegment = {
      kind: 'author',
      length: text.length,
      section,
      author,
      keyStart: indent,
      keyEnd: indent + key.length,
      indent,
    };
    this.put(head, text);
    const place = this.segments.indexOf(sectionHead);
    this.segments.splice(place + 1, 0, ...this.breakAfter(sectionHead), head);
    // An author who opens `annotations:` gets a place in `rejected:` too, so that two branches don't both open one there.
    if (section === 'annotations' && this.sectionHead('rejected') !== undefined) this.openAuthor('rejected', author);
    return head;
  }

  private sectionHead(section: SectionName): SectionSegment | undefined {
    return this.segments.find(
      (segment): segment is SectionSegment => segment.kind === 'section' && segment.section === section,
    );
  }

  private openSection(section: SectionName): SectionSegment {
    const found = this.sectionHead(section);
    if (found !== undefined) return found;
    const text = `${section}:${this.lineBreak}`;
    const head: SectionSegment = { kind: 'section', length: text.length, section };
    this.put(head, text);
    const other = SECTIONS.find((name) => name !== section)!;
    const after =
      section === 'rejected' ? this.lastInSection(other) : (this.topLevel('source') ?? this.topLevel('glossator'));
    this.insertTopLevelSegment(head, after ?? this.segments.findLast((segment) => segment.kind !== 'gap'));
    return head;
  }

  private lastInSection(section: SectionName): Segment | undefined {
    return this.segments.findLast(
      (segment) => segment.kind !== 'gap' && segment.kind !== 'top-level' && segment.section === section,
    );
  }

  /** Takes an explicit `{}` or `null` out of the line that is going to hold something. */
  private withoutNothing<T extends AuthorSegment | SectionSegment>(head: T): T {
    if (head.nothing === undefined) return head;
    const text = this.textOf(head);
    const bare = text.slice(0, head.nothing.start).trimEnd() + text.slice(head.nothing.end);
    const { nothing: _, ...rest } = head;
    const segment = { ...rest, length: bare.length } as T;
    this.put(segment, bare);
    this.segments[this.segments.indexOf(head)] = segment;
    return segment;
  }

  private lastOf(head: AuthorSegment): Segment {
    return this.entriesOf(head).at(-1) ?? head;
  }

  private entryIndentBelow(head: AuthorSegment): number {
    const entry = this.entriesOf(head)[0];
    return entry?.indent ?? head.indent + (ENTRY_INDENT - AUTHOR_INDENT);
  }

  private authorIndentBelow(head: SectionSegment): number {
    const place = this.segments.indexOf(head);
    const next = this.segments.slice(place + 1).find((segment) => segment.kind !== 'gap');
    return next?.kind === 'author' ? next.indent : AUTHOR_INDENT;
  }
}
