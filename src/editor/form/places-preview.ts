import * as vscode from 'vscode';
import { CONTEXT_KEYS, VIEWS } from '../contributions';
import { focusedRow } from './focused-row';

/** One place that something may be done with, as a row to be ticked. */
export interface PreviewPlace {
  /** The words in their context, on one line. */
  readonly context: string;
  /** Where the words themselves stand in `context`. */
  readonly highlights: readonly [number, number][];
  /** What there is to say about the place, in a few words. */
  readonly description: string;
  readonly range: vscode.Range;
  /** Ticked from the start or not; absent where nothing is left to be done, and the row is there to be seen. */
  readonly ticked?: boolean;
}

export interface PreviewSource<Place extends PreviewPlace> {
  readonly uri: vscode.Uri;
  readonly label: string;
  readonly places: readonly Place[];
}

export interface PreviewQuestion<Place extends PreviewPlace> {
  /** What is about to be done, shown above the rows. */
  readonly title: string;
  readonly sources: readonly PreviewSource<Place>[];
}

type Row =
  | { readonly kind: 'source'; readonly source: PreviewSource<PreviewPlace> }
  | { readonly kind: 'place'; readonly source: PreviewSource<PreviewPlace>; readonly place: PreviewPlace };

interface Asked {
  readonly rows: readonly Row[];
  readonly ticked: Set<PreviewPlace>;
  readonly title: string;
  readonly answer: (ticked: ReadonlySet<PreviewPlace> | undefined) => void;
}

/**
 * The places that a change would touch, as a tree of checkboxes by source: nothing is written before the researcher has
 * seen them. One question at a time; a new one puts the one before away.
 */
export class PlacesPreview implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Row | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Row>;
  private readonly subscriptions: vscode.Disposable;
  private asked: Asked | undefined;
  /** How many pieces of work that lead to a question are going on. */
  private expecting = 0;

  constructor() {
    this.view = vscode.window.createTreeView<Row>(VIEWS.places, {
      treeDataProvider: this,
      manageCheckboxStateManually: true,
      showCollapseAll: true,
    });
    this.subscriptions = vscode.Disposable.from(
      this.view,
      this.changed,
      this.view.onDidChangeCheckboxState(({ items }) => {
        for (const [row, state] of items) this.tick(row, state === vscode.TreeItemCheckboxState.Checked);
        // The clicked box had the focus and is drawn anew: without this the keys go nowhere.
        void vscode.commands.executeCommand(`${VIEWS.places}.focus`);
      }),
    );
  }

  dispose(): void {
    this.answer(undefined);
    this.subscriptions.dispose();
  }

  /** Shows the places and resolves to the ticked ones; `undefined` when the researcher cancelled. */
  async ask<Place extends PreviewPlace>(question: PreviewQuestion<Place>): Promise<readonly Place[] | undefined> {
    this.answer(undefined);
    const rows = question.sources.map((source): Row => ({ kind: 'source', source }));
    const places = question.sources.flatMap((source) => source.places);
    const answered = new Promise<ReadonlySet<PreviewPlace> | undefined>((resolve) => {
      this.asked = {
        rows,
        ticked: new Set(places.filter(({ ticked }) => ticked)),
        title: question.title,
        answer: resolve,
      };
    });
    await vscode.commands.executeCommand('setContext', CONTEXT_KEYS.previewing, true);
    this.tell();
    await vscode.commands.executeCommand(`${VIEWS.places}.focus`);
    const first = this.getChildren(rows[0])[0];
    // The question may have been answered before its rows were drawn: then there is nothing to show.
    if (first) this.view.reveal(first, { focus: true, select: true }).then(undefined, () => undefined);
    const ticked = await answered;
    return ticked && places.filter((place) => ticked.has(place));
  }

  /**
   * Does the work that leads to a question and follows its answer. As long as it lasts, Ctrl+Enter that is pressed in a source
   * is meant for the question: it adds no line there, and applies nothing that was not looked at.
   */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    this.expecting++;
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.expectingPlaces, true);
    try {
      return await work();
    } finally {
      this.expecting--;
      void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.expectingPlaces, this.expecting > 0);
    }
  }

  /** Puts the focus on the question that waits, if one does. */
  async focus(): Promise<void> {
    if (this.asked) await vscode.commands.executeCommand(`${VIEWS.places}.focus`);
  }

  /** True while a question waits for its answer. */
  get isAsking(): boolean {
    return this.asked !== undefined;
  }

  /** Ends the question with the ticked places. */
  apply(): void {
    this.answer(this.asked?.ticked);
  }

  cancel(): void {
    this.answer(undefined);
  }

  /** Ticks or unticks the row that has the focus, as a click on its box does. */
  async toggle(): Promise<void> {
    const row = await focusedRow(this.view);
    if (row) this.tick(row, !this.isTicked(row));
  }

  getChildren(row?: Row): Row[] {
    if (!row) return [...(this.asked?.rows ?? [])];
    if (row.kind === 'place') return [];
    return row.source.places.map((place) => this.rowOf(row.source, place));
  }

  getParent(row: Row): Row | undefined {
    return row.kind === 'place' ? this.asked?.rows.find(({ source }) => source === row.source) : undefined;
  }

  getTreeItem(row: Row): vscode.TreeItem {
    return row.kind === 'source' ? this.sourceItem(row) : this.placeItem(row);
  }

  private readonly placeRows = new WeakMap<PreviewPlace, Row>();

  /** The tree knows a row again by its identity. */
  private rowOf(source: PreviewSource<PreviewPlace>, place: PreviewPlace): Row {
    let row = this.placeRows.get(place);
    if (!row) this.placeRows.set(place, (row = { kind: 'place', source, place }));
    return row;
  }

  private answer(ticked: ReadonlySet<PreviewPlace> | undefined): void {
    const { asked } = this;
    if (!asked) return;
    this.asked = undefined;
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.previewing, false);
    this.tell();
    void vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    asked.answer(ticked);
  }

  private tick(row: Row, ticked: boolean): void {
    if (!this.asked) return;
    for (const place of this.openPlaces(row)) {
      if (ticked) this.asked.ticked.add(place);
      else this.asked.ticked.delete(place);
    }
    this.tell();
  }

  /** The places of a row that can be ticked. The tree may still hold a row of the question before: what it stands for is what counts. */
  private openPlaces(row: Row): readonly PreviewPlace[] {
    const uri = row.source.uri.toString();
    const places = this.asked?.rows.find(({ source }) => source.uri.toString() === uri)?.source.places ?? [];
    return places.filter(
      ({ ticked, range }) => ticked !== undefined && (row.kind === 'source' || range.isEqual(row.place.range)),
    );
  }

  private isTicked(row: Row): boolean {
    const places = this.openPlaces(row);
    return places.length > 0 && places.every((place) => this.asked?.ticked.has(place));
  }

  private tell(): void {
    const { asked, view } = this;
    view.message = asked && vscode.l10n.t('{0} · Space ticks, Ctrl+Enter applies, Esc cancels', asked.title);
    view.description = asked && vscode.l10n.t('{0} ticked', asked.ticked.size);
    this.changed.fire(undefined);
  }

  private sourceItem(row: Extract<Row, { kind: 'source' }>): vscode.TreeItem {
    const { uri, label, places } = row.source;
    const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
    item.id = uri.toString();
    item.description = String(places.length);
    item.tooltip = vscode.workspace.asRelativePath(uri);
    if (places.some(({ ticked }) => ticked !== undefined)) item.checkboxState = this.boxOf(row);
    item.accessibilityInformation = { label: vscode.l10n.t('{0}, {1} places', label, places.length) };
    return item;
  }

  private placeItem(row: Extract<Row, { kind: 'place' }>): vscode.TreeItem {
    const { place, source } = row;
    const item = new vscode.TreeItem({ label: place.context, highlights: [...place.highlights] });
    const { line, character } = place.range.start;
    item.id = `${source.uri.toString()}#${line}:${character}-${place.range.end.character}`;
    item.description = place.description;
    item.tooltip = `${place.context}\n${place.description}`;
    if (place.ticked !== undefined) item.checkboxState = this.boxOf(row);
    item.accessibilityInformation = { label: `${place.context}, ${place.description}` };
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Show in Text'),
      arguments: [source.uri, { selection: place.range, preserveFocus: true, preview: true }],
    };
    return item;
  }

  private boxOf(row: Row): vscode.TreeItemCheckboxState {
    return this.isTicked(row) ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked;
  }
}

/** Characters of context that a row shows before and behind the words: a side bar is narrow, and the words should be seen. */
const BEFORE = 10;
const BEHIND = 12;

/** The words at ranges of a text with what stands around them, on one line, and where they stand in it. */
export function inContext(
  text: string,
  parts: readonly { readonly start: number; readonly end: number }[],
): Pick<PreviewPlace, 'context' | 'highlights'> {
  const first = parts[0]!.start;
  const last = parts[parts.length - 1]!.end;
  const from = wordStart(text, Math.max(0, first - BEFORE), first);
  const to = wordEnd(text, Math.min(text.length, last + BEHIND), last);
  let context = from > 0 && text.charAt(from - 1) !== '\n' ? '…' : '';
  const highlights: [number, number][] = [];
  let at = from;
  for (const { start, end } of parts) {
    context += oneLine(text.slice(at, start));
    const words = oneLine(text.slice(start, end));
    highlights.push([context.length, context.length + words.length]);
    context += words;
    at = end;
  }
  context += oneLine(text.slice(at, to)).trimEnd();
  return { context: to < text.length && text.charAt(to) !== '\n' ? `${context}…` : context, highlights };
}

/** The start of the first whole word from an offset on, within the paragraph of `limit`. */
function wordStart(text: string, from: number, limit: number): number {
  const line = text.lastIndexOf('\n', limit - 1) + 1;
  if (from <= line) return Math.min(line, limit);
  const blank = text.indexOf(' ', from - 1);
  return blank >= 0 && blank < limit ? blank + 1 : from;
}

function wordEnd(text: string, to: number, limit: number): number {
  const line = text.indexOf('\n', limit);
  if (line >= 0 && line <= to) return line;
  const blank = text.lastIndexOf(' ', to);
  return to >= text.length ? text.length : Math.max(blank, limit);
}

function oneLine(text: string): string {
  return text.replace(/\s/g, ' ');
}
