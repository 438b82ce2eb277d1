import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import type { Placement } from '../../core/anchoring';
import { hull, type Range } from '../../core/text/range';
import { COMMANDS, VIEWS } from '../contributions';
import { likelyPlaces } from '../session/likely-places';
import { knownAuthor } from '../session/author';
import { words, wordsAt } from '../session/judgement';
import type { Sessions } from '../session/sessions';
import { fileName } from '../session/source-files';
import type { SourceSession } from '../session/source-session';
import { rowLabel, wordPlacement } from '../wording/source-wording';

type Row =
  | { readonly kind: 'source'; readonly uri: string }
  | { readonly kind: 'unwritable'; readonly uri: string }
  | { readonly kind: 'entry'; readonly uri: string; readonly id: string }
  | { readonly kind: 'candidate'; readonly uri: string; readonly id: string; readonly candidate: number };

/** Pause before the rows follow a change, in milliseconds. */
const DELAY = 200;
/** Possible places that are listed under an annotation, the likeliest first. */
const MOST_CANDIDATES = 5;
/** Characters of context before and after a possible place: in a narrow side bar the words themselves have to be seen. */
const BEFORE = 12;
const AFTER = 40;

/** Annotations of the open sources that have no certain place, or whose words have changed. */
export class AttentionView implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Row>;
  private readonly subscriptions: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly sessions: Sessions) {
    this.view = vscode.window.createTreeView(VIEWS.attention, { treeDataProvider: this, canSelectMany: false });
    this.subscriptions = vscode.Disposable.from(
      this.view,
      this.changed,
      sessions.onDidChange(({ change }) => {
        if (change !== 'suggestions') this.timer ??= setTimeout(() => this.refresh(), DELAY);
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.dispose();
  }

  getChildren(row?: Row): Row[] {
    if (!row) {
      const waiting = this.waiting();
      const unwritable = this.unwritable().map(({ uri }): Row => ({ kind: 'unwritable', uri: uri.toString() }));
      // The view's heading names the one source; beside another row that would be read as that row's.
      if (waiting.length === 1 && unwritable.length === 0) return entriesOf(waiting[0]!);
      return [...unwritable, ...waiting.map(({ uri }): Row => ({ kind: 'source', uri: uri.toString() }))];
    }
    const session = this.sessionOf(row);
    if (!session || row.kind === 'candidate' || row.kind === 'unwritable') return [];
    if (row.kind === 'source') return entriesOf(session);
    const placement = session.placementOf(row.id);
    const candidates = placement?.state === 'anchored' ? [] : placement ? likelyPlaces(placement) : [];
    return candidates.slice(0, MOST_CANDIDATES).map((_, candidate) => ({ ...row, kind: 'candidate', candidate }));
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const session = this.sessionOf(row);
    if (!session) return new vscode.TreeItem('');
    if (row.kind === 'source') return sourceItem(session);
    if (row.kind === 'unwritable') return unwritableItem(session);
    const annotation = session.annotation(row.id);
    const placement = session.placementOf(row.id);
    if (!annotation || !placement) return new vscode.TreeItem('');
    const item =
      row.kind === 'entry'
        ? entryItem(session, annotation, placement)
        : candidateItem(session, annotation, placement, row.candidate);
    item.command = { command: COMMANDS.revealAnnotation, title: vscode.l10n.t('Show in Text'), arguments: [row] };
    return item;
  }

  private refresh(): void {
    this.timer = undefined;
    const waiting = this.waiting();
    const annotations = waiting.reduce((sum, session) => sum + session.attention.length, 0);
    const count = annotations + this.unwritable().length;
    this.view.badge =
      count > 0
        ? {
            value: count,
            tooltip: annotations > 0 ? wordCount(annotations) : vscode.l10n.t('An annotation file can’t be read'),
          }
        : undefined;
    this.view.description = waiting.length === 1 ? fileName(waiting[0]!.uri) : undefined;
    this.changed.fire();
  }

  private waiting(): SourceSession[] {
    return this.sessions.all.filter((session) => session.loaded && session.attention.length > 0);
  }

  /** Sources whose annotation file has to be mended first: where it can't be read, nothing can be said of their annotations. */
  private unwritable(): SourceSession[] {
    return this.sessions.all.filter(({ loaded, sidecar }) => loaded && !sidecar.writable);
  }

  private sessionOf({ uri }: Row): SourceSession | undefined {
    return this.sessions.get(vscode.Uri.parse(uri, true));
  }
}

function wordCount(waiting: number): string {
  return waiting === 1
    ? vscode.l10n.t('1 annotation needs attention')
    : vscode.l10n.t('{0} annotations need attention', waiting);
}

/** In the order of the text, by where each stands or may stand; those without any such place come last. */
function entriesOf(session: SourceSession): Row[] {
  const uri = session.uri.toString();
  const startOf = ({ parts, candidates }: Placement) => {
    const place = parts ?? candidates[0]?.parts;
    return place ? hull(place).start : Infinity;
  };
  return session.attention
    .toSorted((a, b) => startOf(a.placement) - startOf(b.placement) || 0)
    .map(({ annotation }) => ({ kind: 'entry', uri, id: annotation.id }));
}

function unwritableItem(session: SourceSession): vscode.TreeItem {
  const item = new vscode.TreeItem(fileName(session.uri));
  item.id = `${session.uri.toString()}!`;
  item.description =
    session.set.annotations.length === 0
      ? vscode.l10n.t('its annotation file can’t be read')
      : vscode.l10n.t('nothing is written to its annotation file');
  item.tooltip = vscode.l10n.t('Nothing is written to the annotation file until it is mended. Click to open it.');
  item.iconPath = new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  item.accessibilityInformation = { label: `${fileName(session.uri)}, ${item.description}` };
  item.command = {
    command: COMMANDS.openAnnotationFile,
    title: vscode.l10n.t('Open Annotation File'),
    arguments: [{ uri: session.uri.toString() }],
  };
  return item;
}

function sourceItem(session: SourceSession): vscode.TreeItem {
  const item = new vscode.TreeItem(fileName(session.uri), vscode.TreeItemCollapsibleState.Expanded);
  item.id = session.uri.toString();
  item.description = String(session.attention.length);
  item.iconPath = new vscode.ThemeIcon('file');
  item.accessibilityInformation = {
    label: `${fileName(session.uri)}, ${wordCount(session.attention.length)}`,
  };
  return item;
}

function entryItem(session: SourceSession, annotation: Annotation, placement: Placement): vscode.TreeItem {
  const quote = words(annotation);
  const why = wordPlacement({ ...placement, candidates: likelyPlaces(placement) }) ?? '';
  const now = placement.parts && placement.changed ? wordsAt(session.text, placement.parts) : undefined;
  const item = new vscode.TreeItem(rowLabel(quote));
  if (placement.state !== 'anchored' && likelyPlaces(placement).length > 0) {
    item.collapsibleState = vscode.TreeItemCollapsibleState.Expanded;
  }
  item.id = `${session.uri.toString()}#${annotation.id}`;
  const told = now === undefined ? why : vscode.l10n.t('text changed, now “{0}”', rowLabel(now));
  // In a narrow side bar the end of a row is cut: the icon says that the text has changed, so the row says what to.
  const short = now === undefined ? why : vscode.l10n.t('now “{0}”', rowLabel(now));
  const by = annotation.author === knownAuthor() ? [] : [annotation.author];
  item.description = [short, ...by].join(' · ');
  item.tooltip = [quote, told, ...(annotation.rendering ? [`→ ${annotation.rendering}`] : []), annotation.author].join(
    '\n',
  );
  item.iconPath = new vscode.ThemeIcon(iconOf(placement));
  item.contextValue = placement.state === 'anchored' ? 'changed' : placement.state;
  item.accessibilityInformation = { label: [quote, told, ...by].join(', ') };
  return item;
}

function candidateItem(
  session: SourceSession,
  annotation: Annotation,
  placement: Placement,
  index: number,
): vscode.TreeItem {
  const candidate = placement.candidates[index];
  if (!candidate) return new vscode.TreeItem('');
  const shown = inContext(session.text, candidate.parts);
  const item = new vscode.TreeItem({ label: shown.text, highlights: [[shown.from, shown.to]] });
  item.id = `${session.uri.toString()}#${annotation.id}@${index}`;
  item.description = vscode.l10n.t('{0} % alike', Math.round(candidate.score * 100));
  item.contextValue = 'candidate';
  item.tooltip = shown.text;
  item.accessibilityInformation = { label: vscode.l10n.t('Possible place: {0}, {1}', shown.text, item.description) };
  return item;
}

function inContext(text: string, parts: readonly Range[]): { text: string; from: number; to: number } {
  const { start, end } = hull(parts);
  const oneLine = (words: string) => words.replace(/\s+/g, ' ');
  const before = oneLine(`${start > BEFORE ? '…' : ''}${text.slice(Math.max(0, start - BEFORE), start)}`);
  const target = oneLine(text.slice(start, end));
  const after = oneLine(`${text.slice(end, end + AFTER)}${end + AFTER < text.length ? '…' : ''}`);
  return { text: before + target + after, from: before.length, to: before.length + target.length };
}

function iconOf(placement: Placement): string {
  switch (placement.state) {
    case 'orphaned':
      return 'error';
    case 'ambiguous':
      return 'question';
    case 'anchored':
      return 'warning';
  }
}
