import * as vscode from 'vscode';
import { keyOfTerm, type GlossaryTerm } from '../../core/translation';
import { COMMANDS, VIEWS } from '../contributions';
import type { Glossaries } from '../corpus/glossaries';
import type { GlossaryFile } from '../files/glossary-file';
import { focusedRow } from '../form/focused-row';
import { fileName } from '../session/source-files';
import type { Occurrence, Occurrences } from './occurrences';
import type { EntryReference } from './open-glossary';

type TermRow = EntryReference & { readonly kind: 'term' };
/** The terms from a place in the alphabet on. */
type MoreTermsRow = { readonly kind: 'more-terms'; readonly glossary: string; readonly from: number };
type Row =
  | { readonly kind: 'folder'; readonly glossary: string }
  | TermRow
  | MoreTermsRow
  | { readonly kind: 'group'; readonly term: TermRow; readonly noted: boolean; readonly all: readonly Occurrence[] }
  | (EntryReference & { readonly kind: 'occurrence'; readonly term: TermRow; readonly at: Occurrence })
  | { readonly kind: 'more'; readonly id: string; readonly term: TermRow; readonly all: readonly Occurrence[] }
  | { readonly kind: 'none'; readonly term: TermRow };

/** Longer lists are shown a page at a time: each row costs the window something. */
const PAGE = 300;
/** Pause before the rows follow a change, in milliseconds. */
const DELAY = 200;
/** Characters before an occurrence that its row shows: in a narrow view its words and its source should be seen. */
const LEAD = 14;

/** The terms of the glossaries, with every occurrence in the sources below each: those with a note and those without. */
export class GlossaryView implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Row | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Row>;
  private readonly alphabetical = new WeakMap<readonly GlossaryTerm[], readonly GlossaryTerm[]>();
  private readonly searches = new Map<string, vscode.CancellationTokenSource>();
  private readonly subscriptions: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly glossaries: Glossaries,
    private readonly occurrences: Occurrences,
  ) {
    this.view = vscode.window.createTreeView(VIEWS.glossary, { treeDataProvider: this, showCollapseAll: true });
    const refresh = (): void => void (this.timer ??= setTimeout(() => this.refresh(), DELAY));
    this.subscriptions = vscode.Disposable.from(
      this.view,
      this.changed,
      glossaries.onDidChange(refresh),
      occurrences.onDidChange(refresh),
      this.view.onDidCollapseElement(({ element }) => this.stop(element)),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const search of this.searches.values()) search.cancel();
    this.subscriptions.dispose();
  }

  /** Opens the view on a term, with its occurrences. */
  async reveal(glossary: GlossaryFile, key: string): Promise<void> {
    const row: Row = { kind: 'term', glossary: glossary.uri.toString(), key };
    await this.view.reveal(row, { expand: true, select: true, focus: true });
  }

  /** The term of the row that has the focus, also on one of its occurrences. */
  async focusedTerm(): Promise<EntryReference | undefined> {
    const row = await focusedRow(this.view);
    if (!row || row.kind === 'folder' || row.kind === 'more-terms') return undefined;
    return row.kind === 'term' ? row : row.term;
  }

  async getChildren(row?: Row): Promise<Row[]> {
    switch (row?.kind) {
      case undefined:
        return this.roots();
      case 'folder':
        return this.termRows(row.glossary, 0);
      case 'more-terms':
        return this.termRows(row.glossary, row.from);
      case 'term':
        return this.groups(row);
      case 'group':
        return page(row.term, `${row.noted}`, row.all);
      case 'more':
        return page(row.term, row.id, row.all);
      case 'occurrence':
      case 'none':
        return [];
    }
  }

  getParent(row: Row): Row | undefined {
    switch (row.kind) {
      case 'folder':
        return undefined;
      case 'term': {
        const at = this.sorted(row.glossary).findIndex((term) => keyOfTerm(term) === row.key);
        return this.pageBefore(row.glossary, at);
      }
      case 'more-terms':
        return this.pageBefore(row.glossary, row.from - 1);
      case 'group':
      case 'occurrence':
      case 'more':
      case 'none':
        return row.term;
    }
  }

  /** The row that a place in the alphabet is below. */
  private pageBefore(glossary: string, at: number): Row | undefined {
    if (at >= PAGE) return { kind: 'more-terms', glossary, from: Math.floor(at / PAGE) * PAGE };
    return this.filled().length > 1 ? { kind: 'folder', glossary } : undefined;
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const item = this.itemFor(row);
    item.id = idOf(row);
    return item;
  }

  private itemFor(row: Row): vscode.TreeItem {
    switch (row.kind) {
      case 'folder':
        return folderItem(this.glossaryOf(row));
      case 'term':
        return termItem(this.termOf(row));
      case 'group':
        return groupItem(row.noted, row.all.length);
      case 'occurrence':
        return occurrenceItem(row.at);
      case 'more':
        return moreItem(row.all.length);
      case 'more-terms':
        return moreItem(this.sorted(row.glossary).length - row.from);
      case 'none':
        return new vscode.TreeItem(vscode.l10n.t('In none of the sources'));
    }
  }

  private async roots(): Promise<Row[]> {
    await this.glossaries.ready();
    this.tellProblems();
    const filled = this.filled();
    if (filled.length === 1) return this.termRows(filled[0]!.uri.toString(), 0);
    return filled.map(({ uri }) => ({ kind: 'folder', glossary: uri.toString() }));
  }

  private termRows(glossary: string, from: number): Row[] {
    const sorted = this.sorted(glossary);
    const rows: Row[] = sorted
      .slice(from, from + PAGE)
      .map((term) => ({ kind: 'term', glossary, key: keyOfTerm(term) }));
    if (sorted.length > from + PAGE) rows.push({ kind: 'more-terms', glossary, from: from + PAGE });
    return rows;
  }

  private sorted(glossary: string): readonly GlossaryTerm[] {
    const terms = this.glossaryOf({ glossary })?.terms ?? [];
    let sorted = this.alphabetical.get(terms);
    if (!sorted) {
      const alphabet = new Intl.Collator(vscode.env.language, { sensitivity: 'base', numeric: true });
      sorted = terms.toSorted((a, b) => alphabet.compare(a.term, b.term));
      this.alphabetical.set(terms, sorted);
    }
    return sorted;
  }

  private async groups(row: TermRow): Promise<Row[]> {
    const term = this.termOf(row);
    const glossary = this.glossaryOf(row);
    if (!term || !glossary) return [];
    const id = idOf(row);
    this.searches.get(id)?.cancel();
    const search = new vscode.CancellationTokenSource();
    this.searches.set(id, search);
    const found = await this.occurrences.of(term, glossary.folder, search.token);
    if (this.searches.get(id) === search) this.searches.delete(id);
    search.dispose();
    if (!found) return [];
    if (found.length === 0) return [{ kind: 'none', term: row }];
    return [true, false].flatMap((noted): Row[] => {
      const all = found.filter(({ note }) => (note !== undefined) === noted);
      return all.length > 0 ? [{ kind: 'group', term: row, noted, all }] : [];
    });
  }

  /** Nobody waits for the occurrences of a term that was closed; they are looked for again when it is opened. */
  private stop(row: Row): void {
    if (row.kind !== 'term') return;
    const search = this.searches.get(idOf(row));
    if (!search) return;
    search.cancel();
    this.changed.fire(row);
  }

  private refresh(): void {
    this.timer = undefined;
    this.tellProblems();
    this.changed.fire(undefined);
  }

  private tellProblems(): void {
    const broken = this.glossaries.all.some(({ writable }) => !writable);
    this.view.message = broken
      ? vscode.l10n.t('The glossary has an error, so nothing is written to it: see Problems.')
      : undefined;
  }

  private filled(): GlossaryFile[] {
    return this.glossaries.all.filter(({ terms }) => terms.length > 0);
  }

  private glossaryOf({ glossary }: { readonly glossary: string }): GlossaryFile | undefined {
    return this.glossaries.at(vscode.Uri.parse(glossary, true));
  }

  private termOf(row: TermRow): GlossaryTerm | undefined {
    return this.glossaryOf(row)?.parsed.termNamed(row.key);
  }
}

function idOf(row: Row): string {
  switch (row.kind) {
    case 'folder':
      return row.glossary;
    case 'more-terms':
      return `${row.glossary}+${row.from}`;
    case 'term':
      return `${row.glossary}#${row.key}`;
    case 'group':
      return `${idOf(row.term)}#${row.noted}`;
    case 'occurrence': {
      const { uri, range } = row.at;
      return `${idOf(row.term)}#${uri.toString()}@${range.start.line}:${range.start.character}`;
    }
    case 'more':
      return `${idOf(row.term)}#${row.id}`;
    case 'none':
      return `${idOf(row.term)}#none`;
  }
}

function page(term: TermRow, id: string, all: readonly Occurrence[]): Row[] {
  const rows: Row[] = all.slice(0, PAGE).map((at) => ({ ...term, kind: 'occurrence', term, at }));
  if (all.length > PAGE) rows.push({ kind: 'more', id: `${id}+`, term, all: all.slice(PAGE) });
  return rows;
}

function moreItem(count: number): vscode.TreeItem {
  return new vscode.TreeItem(vscode.l10n.t('{0} more', count), vscode.TreeItemCollapsibleState.Collapsed);
}

function folderItem(glossary: GlossaryFile | undefined): vscode.TreeItem {
  const item = new vscode.TreeItem(glossary?.folder.name ?? '', vscode.TreeItemCollapsibleState.Expanded);
  item.iconPath = vscode.ThemeIcon.Folder;
  return item;
}

function termItem(term: GlossaryTerm | undefined): vscode.TreeItem {
  if (!term) return new vscode.TreeItem('');
  const item = new vscode.TreeItem(term.term, vscode.TreeItemCollapsibleState.Collapsed);
  const renderings = term.renderings.join('; ');
  const said = term.conflicts ? vscode.l10n.t('{0} (two versions to settle)', renderings) : renderings;
  item.description = said || vscode.l10n.t('no rendering');
  item.tooltip = tooltipOf(term);
  item.iconPath = new vscode.ThemeIcon(term.conflicts ? 'warning' : 'book');
  item.contextValue = 'term';
  item.accessibilityInformation = { label: `${term.term}, ${item.description}` };
  return item;
}

function tooltipOf(term: GlossaryTerm): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  markdown.appendMarkdown('**').appendText(term.term).appendMarkdown('**');
  const facts = [term.partOfSpeech, term.domain].filter((fact) => fact !== undefined);
  if (facts.length > 0) markdown.appendText(` (${facts.join(', ')})`);
  const line = (text: string) => markdown.appendMarkdown('\n\n').appendText(text);
  if (term.renderings.length > 0) line(term.renderings.join('; '));
  if (term.literal) line(vscode.l10n.t('Word for word: {0}', term.literal));
  if (term.avoid.length > 0) line(vscode.l10n.t('To avoid: {0}', term.avoid.join('; ')));
  if (term.explanation) line(term.explanation);
  return markdown;
}

function groupItem(noted: boolean, count: number): vscode.TreeItem {
  const label = noted ? vscode.l10n.t('With a note') : vscode.l10n.t('Without a note');
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.description = String(count);
  item.iconPath = new vscode.ThemeIcon(noted ? 'comment' : 'circle-outline');
  item.accessibilityInformation = { label: `${label}, ${count}` };
  return item;
}

function occurrenceItem({ uri, range, before, words, after, note }: Occurrence): vscode.TreeItem {
  const lead = before.length > LEAD ? `…${before.slice(-LEAD)}` : before;
  const item = new vscode.TreeItem({
    label: `${lead}${words}`,
    highlights: [[lead.length, lead.length + words.length]],
  });
  const place = `${fileName(uri)}:${range.start.line + 1}`;
  item.description = note?.rendering ? `${note.rendering} · ${place}` : place;
  item.tooltip = `…${before}${words}${after}…\n${item.description}`;
  item.contextValue = note ? 'noted' : 'bare';
  item.accessibilityInformation = { label: `${before}${words}${after}, ${item.description}` };
  item.command = {
    command: COMMANDS.openOccurrence,
    title: vscode.l10n.t('Show in Text'),
    arguments: [{ at: { uri, range } }],
  };
  return item;
}
