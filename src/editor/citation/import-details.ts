import * as vscode from 'vscode';
import {
  decodeSourceTable,
  IMPORTED_FIELDS,
  planImport,
  readSourceTable,
  UnusableTable,
  type ImportPlan,
  type KnownSource,
  type PlannedImport,
  type SourceRecord,
} from '../../core/exchange';
import { Refusal, type Commands } from '../commands';
import { COMMANDS } from '../contributions';
import type { Corpus, CorpusSource } from '../corpus/corpus';
import type { VersionKeeper } from '../files/stored-file';
import { pickMany } from '../form/pick-many';
import { readBytes } from '../files/text-file';
import type { Log } from '../log';
import type { Sessions } from '../session/sessions';
import { wordField } from '../wording/source-wording';
import { DetailsWriter, type DetailsChange, type Written } from './details-writer';
import { wordUnusable, wordUnusableTable } from './wording';
import { showInformation } from '../messages';

type Source = KnownSource & { readonly of: CorpusSource };
type Planned = PlannedImport<Source>;
type Row = vscode.QuickPickItem & { readonly planned?: Planned; readonly replaces?: boolean };

/** `Import Source Details`: from a CSV table or CSL-JSON, previewed, and taken back source by source if wanted. */
export function registerImportDetails(
  commands: Commands,
  sessions: Sessions,
  corpus: Corpus,
  versions: VersionKeeper,
  log: Log,
): vscode.Disposable {
  const writer = new DetailsWriter(sessions, versions, log);
  return commands.register(COMMANDS.importSourceDetails, async (given?: unknown) => {
    const file = given instanceof vscode.Uri ? given : await pickFile();
    if (!file) return;
    const records = await readRecords(file);
    if (!(await corpus.readyWithProgress(vscode.l10n.t('Looking up the sources…')))) return;
    const plan = planImport(records, corpus.sources().map(asKnown));
    if (plan.planned.length === 0) throw new Refusal(whyNothing(plan));
    const chosen = await preview(plan);
    if (chosen.length > 0) await writeAll(writer, chosen.map(changeOf));
  });
}

async function pickFile(): Promise<vscode.Uri | undefined> {
  const files = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Import Source Details'),
    openLabel: vscode.l10n.t('Import'),
    filters: { [vscode.l10n.t('Tables and references')]: ['csv', 'tsv', 'txt', 'json'] },
  });
  return files?.[0];
}

async function readRecords(file: vscode.Uri): Promise<SourceRecord[]> {
  const bytes = await readBytes(file);
  if (bytes === undefined) throw new Refusal(vscode.l10n.t('There is no such file: {0}', file.path));
  try {
    return readSourceTable(decodeSourceTable(bytes));
  } catch (error) {
    if (!(error instanceof UnusableTable)) throw error;
    throw new Refusal(wordUnusableTable(error.reason));
  }
}

function asKnown(source: CorpusSource): Source {
  return { path: source.path, details: source.details, kept: source.set.source, of: source };
}

function whyNothing({ unmatched, upToDate }: ImportPlan<Source>): string {
  if (upToDate.length > 0) {
    return vscode.l10n.t(
      'Nothing to import: the sources have these details already ({0} rows), {1} rows name no source of this folder.',
      upToDate.length,
      unmatched.length,
    );
  }
  return vscode.l10n.t(
    'None of the {0} rows names a source of this folder, by its file name or its title.',
    unmatched.length,
  );
}

/** What would be written, one row a source; what replaces a known detail stands apart and is not ticked. */
async function preview(plan: ImportPlan<Source>): Promise<Planned[]> {
  const adding = plan.planned.filter(({ added }) => Object.keys(added).length > 0);
  const replacing = plan.planned.filter(({ replaced }) => Object.keys(replaced).length > 0);
  const rows: Row[] = [
    ...heading(vscode.l10n.t('New details'), adding.length),
    ...adding.map((planned): Row => row(planned, false)),
    ...heading(vscode.l10n.t('Replace what is known otherwise'), replacing.length),
    ...replacing.map((planned): Row => row(planned, true)),
  ];
  const title = vscode.l10n.t('Import details of {0} sources', plan.planned.length);
  const chosen = await pickMany(title, summary(plan), rows);
  return (chosen ?? []).flatMap(({ planned, replaces }) =>
    planned ? [replaces ? { ...planned, added: {} } : { ...planned, replaced: {} }] : [],
  );
}

function heading(label: string, rows: number): Row[] {
  return rows === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }];
}

function row(planned: Planned, replaces: boolean): Row {
  const { source, record, added, replaced, matchedBy } = planned;
  const values = replaces ? replaced : added;
  const detail = IMPORTED_FIELDS.flatMap((field) => {
    const value = values[field];
    if (value === undefined) return [];
    const known = source.kept[field];
    return [
      replaces && known !== undefined
        ? vscode.l10n.t('{0}: {1} (instead of {2})', wordField(field), value, known)
        : `${wordField(field)}: ${value}`,
    ];
  });
  const unusable = replaces ? [] : record.unusable.map((each) => vscode.l10n.t('not taken: {0}', wordUnusable(each)));
  return {
    label: source.path,
    ...(matchedBy === 'title' && { description: vscode.l10n.t('found by its title') }),
    detail: [...detail, ...unusable].join(' · '),
    picked: !replaces,
    planned,
    replaces,
  };
}

function summary({ planned, upToDate, unmatched }: ImportPlan<Source>): string {
  const refused = planned.reduce((sum, { record }) => sum + record.unusable.length, 0);
  return [
    ...(unmatched.length > 0 ? [vscode.l10n.t('{0} rows name no source', unmatched.length)] : []),
    ...(upToDate.length > 0 ? [vscode.l10n.t('{0} rows say nothing new', upToDate.length)] : []),
    ...(refused > 0 ? [vscode.l10n.t('{0} values can’t be used', refused)] : []),
    vscode.l10n.t('Enter writes what is ticked'),
  ].join(', ');
}

function changeOf({ source, added, replaced }: Planned): DetailsChange {
  const values = { ...added, ...replaced };
  return {
    uri: source.of.uri,
    path: source.path,
    fields: IMPORTED_FIELDS.flatMap((field) => {
      const value = values[field];
      return value === undefined ? [] : [{ field, from: source.kept[field], to: value }];
    }),
  };
}

async function writeAll(writer: DetailsWriter, changes: readonly DetailsChange[]): Promise<void> {
  const written = await writer.write(vscode.l10n.t('Import details'), joined(changes));
  const undo = vscode.l10n.t('Undo…');
  const message =
    written.failed.length === 0
      ? vscode.l10n.t('The details of {0} sources were imported.', written.done.length)
      : vscode.l10n.t(
          'The details of {0} sources were imported. Not written: {1}',
          written.done.length,
          written.failed.map(({ path, because }) => `${path} (${because})`).join(', '),
        );
  // Not awaited: the researcher reads on, and may take it back later.
  void showInformation(message, ...(written.done.length > 0 ? [undo] : [])).then(async (answer) => {
    if (answer === undo) await takeBack(writer, written);
  });
}

/** A source that is ticked in both lists is written once. */
function joined(changes: readonly DetailsChange[]): DetailsChange[] {
  const bySource = new Map<string, DetailsChange>();
  for (const change of changes) {
    const key = change.uri.toString();
    bySource.set(key, { ...change, fields: [...(bySource.get(key)?.fields ?? []), ...change.fields] });
  }
  return [...bySource.values()];
}

async function takeBack(writer: DetailsWriter, { done }: Written): Promise<void> {
  const rows = done.map((change) => ({
    label: change.path,
    detail: change.fields.map(({ field, to }) => `${wordField(field)}: ${to ?? ''}`).join(' · '),
    picked: true,
    change,
  }));
  const chosen = await pickMany(
    vscode.l10n.t('Take back the import'),
    vscode.l10n.t('Enter takes back what is ticked'),
    rows,
  );
  if (!chosen || chosen.length === 0) return;
  const reverse = chosen.map(({ change }) => ({
    ...change,
    fields: change.fields.map(({ field, from, to }) => ({ field, from: to, to: from })),
  }));
  const { done: undone } = await writer.write(vscode.l10n.t('Take back imported details'), reverse);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Taken back in {0} sources.', undone.length), 4_000);
}
