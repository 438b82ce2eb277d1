import type { AnnotationId } from '../annotation/annotation';
import type { Problem } from '../text/problem';
import { changesBetween } from '../yaml/map-edit';
import { canonical, type YamlValue } from '../yaml/node';
import { keyText, pairText } from '../yaml/write';
import { keepsBlankLines } from '../yaml/splice';
import { SidecarDraft } from './draft';
import type { EditOptions, EditResult, EntryPlace, SidecarEdit } from './edits';
import { encodeEntry, encodeSource, type Entry } from './encode';
import { editLines, entryText, readEntryLines, readPairAlone } from './entry-text';
import { FORMAT_VERSION } from './format';
import type { ParsedSidecar } from './parsed';
import { keepsComments, keepsTheRest } from './kept';
import { readSidecar } from './read';
import { regularText } from './regular-text';
import { rewriteDocument } from './rewrite';
import { SegmentedSidecar } from './segmented';
import type { EntrySegment } from './segments';
import { applyToSet, renamedBy, sameEntry, sameSet } from './set-edits';
import { ENTRY_LAYOUT, type SectionName, SOURCE_KEYS, SOURCE_LAYOUT } from './vocabulary';
import { Decoder } from './decode';

/**
 * Applies edits to a sidecar's text, in order; `undefined` creates the file. Only the lines of what changes are touched. A
 * file that is not `writable` is answered unchanged, with a problem. What comes out has been read back and says what was
 * meant; where that can't be reached by replacing lines, the document is written anew by `yaml`.
 */
export function editSidecar(text: string | undefined, edits: readonly SidecarEdit[], options: EditOptions): EditResult {
  const given = options.parsed;
  if (given !== undefined && given.text === text) return editParsed(given, edits, options);
  return editParsed(readSidecar(text ?? ''), edits, options);
}

/** The same on a parsed sidecar, without reading the rest of the file again. */
export function editParsed(parsed: ParsedSidecar, edits: readonly SidecarEdit[], options: EditOptions): EditResult {
  const before = parsed instanceof SegmentedSidecar ? parsed : readSidecar(parsed.text);
  if (!before.writable) {
    const message = 'The annotation file has to be mended before it can be written.';
    return { text: before.text, problems: [{ code: 'not-writable', severity: 'error', message }], parsed: before };
  }
  if (edits.length === 0) return { text: before.text, problems: [], parsed: before };
  const start = withHeader(before, options.fileName);
  const problems: Problem[] = [];
  const applicable = edits.filter((edit) => !(edit.kind === 'rename-author' && edit.from === edit.to));
  const spliced = start.facts.spliceable ? splice(start, applicable, problems) : undefined;
  if (spliced !== undefined) {
    return spliced === start
      ? { text: before.text, problems, parsed: before }
      : { text: spliced.text, problems, parsed: spliced };
  }
  const rewritten = rewrite(start, applicable, options.fileName);
  if (rewritten !== undefined) return { text: rewritten.text, problems, parsed: rewritten };
  const message = 'The change could not be written so that it reads back as it was meant.';
  return { text: before.text, problems: [{ code: 'edit-failed', severity: 'error', message }], parsed: before };
}

/** A file without content gets its header, and both sections, so that two branches don't have to open them. */
function withHeader(sidecar: SegmentedSidecar, fileName: string): SegmentedSidecar {
  if (!sidecar.facts.spliceable || sidecar.segments.some(({ kind }) => kind !== 'gap')) return sidecar;
  const bare = sidecar.text.trim();
  const name = fileName.replace(/[\r\n]+/g, ' ');
  const comment =
    bare === '' ? `# Annotations of ${name}, kept by Glossator. Edit freely: comments and unknown keys stay.` : bare;
  return readSidecar(`${comment}\nglossator: ${FORMAT_VERSION}\n\nannotations:\n\nrejected:\n`);
}

/** Applies the edits to the segments; absent when the result does not say what was meant. */
function splice(
  start: SegmentedSidecar,
  edits: readonly SidecarEdit[],
  problems: Problem[],
): SegmentedSidecar | undefined {
  let editor = new SpliceEditor(start, problems);
  let sound = true;
  for (const edit of edits) {
    if (edit.kind === 'rename-author') {
      editor.renameSections(edit.from, edit.to);
      const renamed = readSidecar(editor.draft.render());
      if (!renamed.facts.spliceable) return undefined;
      editor = new SpliceEditor(renamed, problems, true);
      sound &&= editor.renameStamps(edit.from, edit.to);
    } else {
      sound &&= editor.apply(edit);
    }
    if (!sound) return undefined;
  }
  const edited = editor.finish();
  if (edited === undefined || !keepsBlankLines(edited.text)) return edited;
  // A blank line that an edit leaves or takes may belong to the words of the entry before it.
  const meant = edits.reduce(applyToSet, start.set);
  const isMeant = sameSet(readSidecar(edited.text).set, meant);
  return isMeant && keepsTheRest(start.text, start.set, edited.text, meant) ? edited : undefined;
}

class SpliceEditor {
  readonly draft: SidecarDraft;

  constructor(
    private readonly start: SegmentedSidecar,
    private readonly problems: Problem[],
    private outlineChanged = false,
  ) {
    this.draft = new SidecarDraft(start);
  }

  /** False when the edit can't be made by replacing lines. */
  apply(edit: Exclude<SidecarEdit, { kind: 'rename-author' }>): boolean {
    switch (edit.kind) {
      case 'add-annotation':
        return this.add('annotations', { kind: 'annotation', value: edit.annotation }, edit.place);
      case 'add-reply':
        return this.add('annotations', { kind: 'reply', value: edit.reply }, edit.place);
      case 'add-rejection':
        return this.add('rejected', { kind: 'rejection', value: edit.rejection }, edit.place);
      case 'update-annotation':
        return this.update({ kind: 'annotation', value: edit.annotation });
      case 'update-reply':
        return this.update({ kind: 'reply', value: edit.reply });
      case 'remove-annotation':
        return this.remove('annotations', edit.id, 'annotation');
      case 'remove-reply':
        return this.remove('annotations', edit.id, 'reply');
      case 'remove-rejection':
        return this.remove('rejected', edit.id, 'rejection');
      case 'set-source':
        return this.setSource(edit);
    }
  }

  private add(section: SectionName, entry: Entry, place?: EntryPlace): boolean {
    const { id, author } = entry.value;
    const present = this.draft.findEntry('annotations', id) ?? this.draft.findEntry('rejected', id);
    if (present !== undefined) {
      if (present.entry === undefined || !sameEntry(present.entry, entry)) {
        this.report('id-taken', `An entry with the id "${id}" is there already.`);
      }
      return true;
    }
    const written = this.written(section, entry, place?.lines) ?? this.written(section, entry, entryText(entry));
    if (written === undefined) return false;
    const { text, read } = written;
    const head = this.draft.authorHead(section, author);
    if (place === undefined || head === undefined) {
      this.outlineChanged ||= head === undefined;
      this.draft.appendEntry(section, author, text, read);
    } else {
      const below = place.before === undefined ? undefined : this.draft.findEntry(section, place.before);
      const before = below?.author === author ? below : undefined;
      this.draft.putBack(text, read, head, { before, comments: place.comments });
    }
    return true;
  }

  /** Lines that say what an entry says, with what was read of them; absent when they say anything else. */
  private written(section: SectionName, entry: Entry, lines: string | undefined) {
    if (lines === undefined) return undefined;
    const text = lines.endsWith('\n') ? lines : `${lines}\n`;
    const read = readEntryLines(section, entry.value.author, text);
    return read?.entry !== undefined && sameEntry(read.entry, entry) ? { text, read } : undefined;
  }

  private update(entry: Entry): boolean {
    const segment = this.find('annotations', entry.value.id, entry.kind);
    return segment === undefined || this.updateSegment(segment, entry);
  }

  private updateSegment(segment: EntrySegment, entry: Entry): boolean {
    const known = encodeEntry(segment.entry!);
    const changes = changesBetween(known, encodeEntry(entry));
    if (changes.size === 0) return true;
    const lines = editLines(this.draft.textOf(segment), changes, known, ENTRY_LAYOUT);
    const read = lines === undefined ? undefined : readEntryLines(segment.section, segment.author, lines);
    if (lines === undefined || read?.entry === undefined || !sameEntry(read.entry, entry)) return false;
    this.draft.replace(segment, lines, read);
    return true;
  }

  private remove(section: SectionName, id: AnnotationId, kind: Entry['kind']): boolean {
    const segment = this.find(section, id, kind);
    if (segment !== undefined) this.draft.remove(segment);
    return true;
  }

  private find(section: SectionName, id: AnnotationId, kind: Entry['kind']): EntrySegment | undefined {
    const segment = this.draft.findEntry(section, id);
    if (segment?.entry?.kind === kind) return segment;
    this.report('unknown-id', `There is no ${kind} with the id "${id}".`);
    return undefined;
  }

  private setSource({ key: property, value, conflicts }: Extract<SidecarEdit, { kind: 'set-source' }>): boolean {
    const key = SOURCE_KEYS.find(([, candidate]) => candidate === property)![0];
    const segment = this.draft.topLevel('source');
    this.outlineChanged = true;
    if (segment === undefined) {
      if (value !== undefined) {
        const text = pairText('source', new Map<string, YamlValue>([[key, value]]), 0, SOURCE_LAYOUT);
        const content = { key: 'source', source: { [property]: value }, problems: [] };
        this.draft.insertTopLevel(text, content, this.draft.topLevel('glossator'));
      }
      return true;
    }
    const known = encodeSource(segment.source ?? {});
    const lines = this.draft.textOf(segment);
    const changes = new Map<string, YamlValue | undefined>([[key, value]]);
    if (conflicts !== undefined) changes.set('conflicts', encodeSource({ conflicts }).get('conflicts'));
    let edited = editLines(lines, changes, known, SOURCE_LAYOUT);
    // Nothing below `source:` yet.
    if (edited === undefined && value !== undefined && isNothing(lines)) {
      edited = pairText('source', new Map<string, YamlValue>([[key, value]]), 0, SOURCE_LAYOUT);
    }
    const pair = edited === undefined ? undefined : readPairAlone(edited);
    if (edited === undefined || pair === undefined) return false;
    const decoder = new Decoder();
    this.draft.replace(segment, edited, { source: decoder.source(pair), problems: decoder.problems });
    return true;
  }

  /** Gives an author's sections another name; entries move where that name has a section already. */
  renameSections(from: string, to: string): void {
    const heads = this.draft.authorSegments().filter(({ author }) => author === from);
    if (heads.length === 0) this.report('unknown-author', `There is no section of "${from}".`);
    for (const head of heads) {
      const target = this.draft
        .authorSegments()
        .find(({ section, author }) => section === head.section && author === to);
      if (target === undefined) {
        const text = this.draft.textOf(head);
        this.draft.replace(head, text.slice(0, head.keyStart) + keyText(to) + text.slice(head.keyEnd), { author: to });
        continue;
      }
      for (const entry of this.draft.entriesOf(head)) this.draft.move(entry, to);
      this.draft.removeAuthor(head);
    }
  }

  /** Puts the new name into the stamps (`by:`) of all entries. */
  renameStamps(from: string, to: string): boolean {
    for (const segment of this.start.segments) {
      if (segment.kind !== 'entry' || segment.entry === undefined) continue;
      const { entry } = segment;
      const renamed = { kind: entry.kind, value: renamedBy(entry.value, from, to) } as Entry;
      if (canonical(encodeEntry(entry)) !== canonical(encodeEntry(renamed)) && !this.updateSegment(segment, renamed)) {
        return false;
      }
    }
    return true;
  }

  /** The sidecar after all edits; absent when a change of its outline does not read back as it was meant. */
  finish(): SegmentedSidecar | undefined {
    const { original, segments } = this.draft;
    const text = this.draft.render();
    if (text === original.text) return original;
    const edited = new SegmentedSidecar(text, segments, { ...original.facts });
    if (!this.outlineChanged) return edited;
    const read = readSidecar(text);
    return read.facts.spliceable && sameSet(read.set, edited.set) ? read : undefined;
  }

  private report(code: string, message: string): void {
    this.problems.push({ code, severity: 'error', message });
  }
}

function isNothing(lines: string): boolean {
  const value = readPairAlone(lines)?.value;
  return value?.kind === 'map' ? value.pairs.length === 0 : value?.kind === 'scalar' && value.value === null;
}

/** Writes a file anew whose lines can't be replaced: by `yaml`, or else in the shape that we write. */
function rewrite(
  start: SegmentedSidecar,
  edits: readonly SidecarEdit[],
  fileName: string,
): SegmentedSidecar | undefined {
  const before = start.set;
  const after = edits.reduce(applyToSet, before);
  const renamed = edits.filter((edit) => edit.kind === 'rename-author');
  const ways: readonly (() => string | undefined)[] = [
    () => rewriteDocument(start.text, { before, after, renamed }),
    () => splice(withHeader(readSidecar(regularText(start.text)), fileName), edits, [])?.text,
  ];
  const removes = edits.some(({ kind }) => kind.startsWith('remove'));
  for (const way of ways) {
    const text = attempt(way);
    const read = text === undefined ? undefined : readSidecar(text);
    if (read === undefined || !read.writable || !sameSet(read.set, after)) continue;
    if (keepsTheRest(start.text, before, read.text, after) && (removes || keepsComments(start.text, read.text)))
      return read;
  }
  return undefined;
}

function attempt(way: () => string | undefined): string | undefined {
  try {
    return way();
  } catch {
    return undefined;
  }
}
