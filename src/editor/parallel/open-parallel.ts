import * as vscode from 'vscode';
import { Refusal } from '../commands';
import type { Corpus, CorpusSource } from '../corpus/corpus';
import { sameUri } from '../files/text-file';
import { requireWritable } from '../session/judgement';
import type { Sessions } from '../session/sessions';
import { sourceDetails } from '../session/source-details';
import type { SourceSession } from '../session/source-session';
import { activeSource } from '../session/target';
import { rowLabel } from '../wording/source-wording';
import {
  frequencies,
  likeness,
  quickTraitsOf,
  traitsOf,
  type ComparedText,
  type Likeness,
  type Traits,
} from './likeness';

/** How many proposals are shown before the rest of the folder. */
const PROPOSALS = 12;
/** How many of the likeliest are compared by their charges too. */
const READ_CLOSELY = 3 * PROPOSALS;

type Row = vscode.QuickPickItem & { readonly uri?: vscode.Uri };

/**
 * Opens the same story in another language beside the active source: the one that its own file remembers, else the one
 * whose file names this source, else the one that the researcher chooses. Answers which; `undefined` when none was chosen.
 */
export async function openParallel(sessions: Sessions, corpus: Corpus): Promise<vscode.Uri | undefined> {
  const { editor, session } = activeSource(sessions);
  await sessions.require(session.uri);
  const remembered = await existing(rememberedIn(session));
  const shown = remembered.some((uri) => isShownBeside(editor, uri));
  // Asked again while the pair stands side by side: another one is wanted.
  const uri = remembered.length === 1 && !shown ? remembered[0] : await choose(corpus, session, remembered, !shown);
  if (!uri) return undefined;
  await showBeside(editor, uri);
  await sessions.require(uri);
  return uri;
}

/** The files that `parallel` names. */
export function rememberedIn(session: SourceSession): vscode.Uri[] {
  return (session.set.source.parallel ?? []).map((path) => resolve(session.uri, path));
}

function resolve(source: vscode.Uri, path: string): vscode.Uri {
  return vscode.Uri.joinPath(source, '..', ...path.split(/[\\/]/));
}

async function existing(uris: readonly vscode.Uri[]): Promise<vscode.Uri[]> {
  const found = await Promise.all(
    uris.map((uri) =>
      vscode.workspace.fs.stat(uri).then(
        () => uri,
        () => undefined,
      ),
    ),
  );
  return found.filter((uri) => uri !== undefined);
}

function isShownBeside(editor: vscode.TextEditor, uri: vscode.Uri): boolean {
  return vscode.window.visibleTextEditors.some(
    (other) => sameUri(other.document.uri, uri) && other.viewColumn !== editor.viewColumn,
  );
}

async function choose(
  corpus: Corpus,
  session: SourceSession,
  remembered: readonly vscode.Uri[],
  takeNamed: boolean,
): Promise<vscode.Uri | undefined> {
  if (!(await corpus.readyWithProgress(vscode.l10n.t('Looking for the same story in another language…')))) {
    return undefined;
  }
  const others = corpus.sources().filter(({ uri }) => !sameUri(uri, session.uri));
  const naming = others.filter((other) => namedBy(other).some((uri) => sameUri(uri, session.uri)));
  if (takeNamed && remembered.length === 0 && naming.length === 1) return naming[0]!.uri;
  const uri = await pick(corpus, session, others, [...remembered, ...naming.map((other) => other.uri)]);
  if (uri) remember(session, uri);
  return uri;
}

function namedBy({ uri, set }: CorpusSource): vscode.Uri[] {
  return (set.source.parallel ?? []).map((path) => resolve(uri, path));
}

async function pick(
  corpus: Corpus,
  session: SourceSession,
  others: readonly CorpusSource[],
  known: readonly vscode.Uri[],
): Promise<vscode.Uri | undefined> {
  if (others.length === 0) throw new Refusal(vscode.l10n.t('There is no other source in this folder.'));
  const ranked = await rank(corpus, session, others);
  const isKnown = ({ uri }: CorpusSource) => known.some((each) => sameUri(each, uri));
  const proposed = ranked.filter(({ other, like }) => like.score > 0 && !isKnown(other)).slice(0, PROPOSALS);
  const shown = new Set([...others.filter(isKnown), ...proposed.map(({ other }) => other)]);
  const rows: Row[] = [
    ...group(
      vscode.l10n.t('Paired already'),
      others.filter(isKnown).map((other) => row(other)),
    ),
    ...group(
      vscode.l10n.t('Probably the same story'),
      proposed.map(({ other, like }) => row(other, like)),
    ),
    ...group(
      vscode.l10n.t('Other sources'),
      others.filter((other) => !shown.has(other)).map((other) => row(other)),
    ),
  ];
  const chosen = await vscode.window.showQuickPick(rows, {
    title: vscode.l10n.t('Which source tells the same story in another language?'),
    placeHolder: vscode.l10n.t('The choice is remembered in the annotation file of this source.'),
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return chosen?.uri;
}

function group(label: string, rows: readonly Row[]): Row[] {
  return rows.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows];
}

function row({ uri, path, details }: CorpusSource, like?: Likeness): Row {
  return {
    label: rowLabel(details.title ?? path),
    description: [details.language, details.date, details.title === undefined ? undefined : path]
      .filter((each) => each !== undefined)
      .join(' · '),
    ...(like && { detail: wordLikeness(like) }),
    uri,
  };
}

function wordLikeness({ names, charges, daysApart }: Likeness): string {
  const days = daysApart === undefined ? undefined : Math.round(daysApart);
  return [
    ...(names.length > 0 ? [vscode.l10n.t('names: {0}', names.slice(0, 5).join(', '))] : []),
    ...(charges.length > 0 ? [vscode.l10n.t('charges: {0}', charges.slice(0, 3).join(', ').replaceAll('-', ' '))] : []),
    ...(days === 0 ? [vscode.l10n.t('same date')] : []),
    ...(days !== undefined && days > 0 ? [vscode.l10n.t('{0} days apart', days)] : []),
  ].join(' · ');
}

interface Ranked {
  readonly other: CorpusSource;
  readonly like: Likeness;
}

/** The sources in another language, the likeliest first: by names and dates, then those at the top by their charges too. */
async function rank(corpus: Corpus, session: SourceSession, others: readonly CorpusSource[]): Promise<Ranked[]> {
  const { known } = sourceDetails(session);
  const own = traitsOf(compared(session.text, session.language, known.date, session.set.annotations));
  const traitsBy = async (
    { uri, details, set }: CorpusSource,
    read: (text: ComparedText) => Traits,
  ): Promise<Traits> => {
    const text = (await corpus.textOf(uri).catch(() => undefined)) ?? '';
    return corpus.turns.take(() => read(compared(text, details.language, details.date, set.annotations)));
  };
  const candidates = others.filter(({ details }) => details.language !== session.language);
  const traits = await oneByOne(candidates, (other) => traitsBy(other, quickTraitsOf));
  const among = frequencies([own, ...traits]);
  const by = (other: CorpusSource, their: Traits): Ranked => ({
    other,
    like: likeness(own, their, among, traits.length + 1),
  });
  const first = candidates.map((other, k) => by(other, traits[k]!)).sort(byScore);
  const top = await oneByOne(first.slice(0, READ_CLOSELY), async ({ other }) =>
    by(other, await traitsBy(other, traitsOf)),
  );
  return [...top.sort(byScore), ...first.slice(READ_CLOSELY)];
}

function byScore(a: Ranked, b: Ranked): number {
  return b.like.score - a.like.score;
}

async function oneByOne<Item, Result>(items: readonly Item[], map: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await map(item));
  return results;
}

function compared(
  text: string,
  language: string | undefined,
  date: string | undefined,
  annotations: SourceSession['set']['annotations'],
): ComparedText {
  const quotes = (...types: readonly string[]) =>
    annotations.filter(({ type }) => types.includes(type)).map(({ selector }) => selector.quote.join(' '));
  return { text, language, date, names: quotes('person', 'place'), charges: quotes('charge') };
}

function remember(session: SourceSession, uri: vscode.Uri): void {
  const path = relativePath(session.uri, uri);
  const present = session.set.source.parallel ?? [];
  if (present.includes(path)) return;
  requireWritable(session);
  // The latest choice stands first: it is the one that is opened.
  session.change(vscode.l10n.t('Pair with {0}', path), [
    { kind: 'set-source', key: 'parallel', value: [path, ...present] },
  ]);
}

/** A path from the folder of one file to another file, with `/`. */
function relativePath(from: vscode.Uri, to: vscode.Uri): string {
  const start = from.path.split('/').slice(0, -1);
  const end = to.path.split('/');
  let same = 0;
  while (same < start.length && same < end.length - 1 && start[same] === end[same]) same++;
  return [...start.slice(same).map(() => '..'), ...end.slice(same)].join('/');
}

async function showBeside(editor: vscode.TextEditor, uri: vscode.Uri): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find(({ document }) => sameUri(document.uri, uri));
  const beside = shown?.viewColumn !== undefined && shown.viewColumn !== editor.viewColumn;
  await vscode.window.showTextDocument(uri, {
    viewColumn: beside ? shown.viewColumn! : vscode.ViewColumn.Beside,
    preserveFocus: true,
    preview: false,
  });
}
