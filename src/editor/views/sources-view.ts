import * as vscode from 'vscode';
import { firstWords } from '../../core/text/article';
import { COMMANDS, VIEWS } from '../contributions';
import { fileName } from '../session/source-files';
import type { CataloguedSource, Catalogue } from './catalogue';
import type { Reading } from './reading-place';

/** Longer lists are shown a page at a time: each row costs the window something. */
const PAGE = 300;
/** Longer titles are cut, so that progress and date are seen beside them; the tooltip has them whole. */
const LABEL = 30;

type Node =
  | { readonly kind: 'continue'; readonly uri: string }
  | { readonly kind: 'folder'; readonly path: string; readonly sources: readonly vscode.Uri[] }
  | { readonly kind: 'source'; readonly uri: string }
  | { readonly kind: 'more'; readonly key: string; readonly sources: readonly vscode.Uri[] };

/** All sources of the workspace with readable titles and how far each has come. */
export class SourcesView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Node>;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly reading: Reading,
  ) {
    this.view = vscode.window.createTreeView(VIEWS.sources, { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = vscode.Disposable.from(
      this.view,
      this.changed,
      catalogue.onDidChange(() => this.refresh()),
      reading.onDidChange(() => this.refresh()),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node?.kind === 'folder') return page(node.path, node.sources);
    if (node?.kind === 'more') return page(node.key, node.sources);
    if (node) return [];
    await this.catalogue.start();
    const sources = this.catalogue.all;
    const groups = byFolder(sources);
    const last = this.reading.last;
    const lastOpen = last && sources.some(({ uri }) => uri.toString() === last.uri) && !this.reading.isThere;
    return [
      ...(lastOpen ? [{ kind: 'continue', uri: last.uri } as const] : []),
      ...(groups.size === 1
        ? page('', [...groups.values()][0]!)
        : [...groups].map(([path, uris]) => ({ kind: 'folder', path, sources: uris }) as const)),
    ];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'continue':
        return this.continueItem(node.uri);
      case 'folder':
        return folderItem(node.path, node.sources.length);
      case 'more':
        return moreItem(node.key, node.sources.length);
      case 'source': {
        const uri = vscode.Uri.parse(node.uri, true);
        return sourceItem(this.catalogue.describe(uri) ?? blank(uri));
      }
    }
  }

  private refresh(): void {
    this.view.message = this.catalogue.stopped
      ? vscode.l10n.t('The search for sources was stopped: the list is not complete.')
      : undefined;
    this.changed.fire();
  }

  private continueItem(uri: string): vscode.TreeItem {
    const source = this.catalogue.describe(vscode.Uri.parse(uri, true));
    const item = new vscode.TreeItem(vscode.l10n.t('Continue where you left off'));
    item.id = 'continue';
    item.description = source?.head?.title ?? source?.path;
    item.iconPath = new vscode.ThemeIcon('debug-continue');
    item.command = { command: COMMANDS.continueReading, title: vscode.l10n.t('Continue') };
    item.tooltip = item.description;
    return item;
  }
}

function byFolder(sources: readonly CataloguedSource[]): Map<string, vscode.Uri[]> {
  const groups = new Map<string, vscode.Uri[]>();
  for (const { uri, path } of sources) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const group = groups.get(folder);
    if (group) group.push(uri);
    else groups.set(folder, [uri]);
  }
  return groups;
}

function page(key: string, sources: readonly vscode.Uri[]): Node[] {
  const nodes: Node[] = sources.slice(0, PAGE).map((uri) => ({ kind: 'source', uri: uri.toString() }));
  if (sources.length > PAGE) nodes.push({ kind: 'more', key: `${key}+`, sources: sources.slice(PAGE) });
  return nodes;
}

function folderItem(path: string, count: number): vscode.TreeItem {
  const item = new vscode.TreeItem(path || vscode.l10n.t('(this folder)'), vscode.TreeItemCollapsibleState.Expanded);
  if (count > PAGE) item.collapsibleState = vscode.TreeItemCollapsibleState.Collapsed;
  item.id = `folder:${path}`;
  item.description = String(count);
  item.iconPath = vscode.ThemeIcon.Folder;
  item.accessibilityInformation = { label: vscode.l10n.t('Folder {0}, {1} sources', path, count) };
  return item;
}

function moreItem(key: string, count: number): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('{0} more', count), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `more:${key}`;
  return item;
}

function blank(uri: vscode.Uri): CataloguedSource {
  return { uri, path: vscode.workspace.asRelativePath(uri), head: undefined, toReview: undefined };
}

function sourceItem(source: CataloguedSource): vscode.TreeItem {
  const { uri, path, head } = source;
  const title = head?.title ?? fileName(uri);
  const item = new vscode.TreeItem(firstWords(title, LABEL));
  const facts = [wordProgress(source), head?.date, head?.language?.toUpperCase()].filter((fact) => fact !== undefined);
  item.id = `source:${uri.toString()}`;
  item.description = facts.join(' · ');
  item.tooltip = [title, ...facts, path].join('\n');
  item.iconPath = new vscode.ThemeIcon(progressIcon(source));
  item.contextValue = 'source';
  item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri] };
  item.accessibilityInformation = { label: [title, ...facts].join(', ') };
  return item;
}

/** `12 annotated, 3 to review`; `undefined` for a source that nobody has worked on. */
function wordProgress({ head, toReview }: CataloguedSource): string | undefined {
  const annotated = head?.annotations ?? 0;
  if (toReview === undefined) return annotated > 0 ? vscode.l10n.t('{0} annotated', annotated) : undefined;
  if (toReview === 0) return annotated > 0 ? vscode.l10n.t('{0} annotated, all reviewed', annotated) : undefined;
  return annotated > 0
    ? vscode.l10n.t('{0} annotated, {1} to review', annotated, toReview)
    : vscode.l10n.t('{0} to review', toReview);
}

function progressIcon({ head, toReview }: CataloguedSource): string {
  if ((head?.annotations ?? 0) === 0) return 'file';
  return toReview === 0 ? 'pass' : 'edit';
}
