import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { until } from '../article';
import type { Ledger, Shown } from './ledger';
import { withoutSigns, type WorkTree } from './repository';

/** What the editor shows in one article, in terms of the plain text. */
async function shownIn(document: vscode.TextDocument, text: string): Promise<Shown[]> {
  const symbols =
    (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    )) ?? [];
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const offset = ({ line, character }: vscode.Position) => (starts[line] ?? text.length) + character;
  return symbols
    .flatMap(({ children }) => children)
    .map(({ name, range }) => {
      const [words = '', label = ''] = name.split(' → ');
      return { label, words, start: offset(range.start), end: offset(range.end) };
    });
}

const problemsOf = (uri: vscode.Uri): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Glossator');

/** What a look at one article has found. */
export interface Look {
  /** What breaks the promise. */
  readonly wrong: readonly string[];
  /** Annotations whose words stand there whole and which are only listed: no breach, but a pity. */
  readonly listedOnly: readonly string[];
  readonly seen: number;
}

const NOTHING: Look = { wrong: [], listedOnly: [], seen: 0 };

/** Looks at an article in the editor and on disk, and says what is not as it has to be. */
export async function lookAt(
  tree: WorkTree,
  name: string,
  ledger: Ledger,
  expected: ReadonlySet<string>,
): Promise<Look> {
  const uri = vscode.Uri.file(tree.file(name));
  const parsed = tree.parsed(name);
  const saved = new Set(parsed.set.annotations.map(({ id }) => id));
  const marked = parsed.problems.some(({ code }) => code === 'conflict-markers');
  const wrong: string[] = [];
  if (!marked) {
    for (const id of expected) if (!saved.has(id)) wrong.push(`${name}: ${id} is not in the annotation file any more`);
    for (const id of saved) if (!expected.has(id)) wrong.push(`${name}: ${id} came into the annotation file by itself`);
  }
  const document = vscode.workspace.textDocuments.find((each) => each.uri.fsPath === uri.fsPath && !each.isClosed);
  if (!document) return { ...NOTHING, wrong };
  const text = withoutSigns(document.getText());
  if (!document.isDirty && fs.existsSync(uri.fsPath) && text !== withoutSigns(tree.read(name)!)) {
    return { ...NOTHING, wrong: [...wrong, `${name}: the editor does not show what is on disk`] };
  }
  if (marked) {
    const told = problemsOf(vscode.Uri.file(tree.sidecar(name))).some(({ code }) => code === 'conflict-markers');
    return { ...NOTHING, wrong: told ? wrong : [...wrong, `${name}: nothing tells of the conflict markers`] };
  }
  const rows = await shownIn(document, text);
  const problems = problemsOf(uri);
  const listed = new Map<string, number>();
  const changed = new Set<string>();
  for (const { code, message } of problems) {
    const quote = message.slice(message.indexOf('“') + 1, message.lastIndexOf('”'));
    // Where a Problem stands is told once; the editor moves it with the text.
    if (code === 'text-changed') changed.add(quote);
    else if (code === 'not-found' || code === 'several-places') listed.set(quote, (listed.get(quote) ?? 0) + 1);
  }
  const listedOnly: string[] = [];
  const labels = new Set<string>();
  for (const annotation of parsed.set.annotations) {
    const label = annotation.rendering ?? '';
    labels.add(label);
    const quote = annotation.selector.quote.join(' … ');
    const its = rows.filter((row) => row.label === label);
    if (its.length > 1) wrong.push(`${name}: ${label} is shown ${its.length} times`);
    const [row] = its;
    if (!row) {
      const left = listed.get(quote) ?? 0;
      listed.set(quote, left - 1);
      if (left <= 0) wrong.push(`${name}: ${label} “${quote}” is neither shown nor listed`);
      else if (ledger.standsWhole(annotation, text)) listedOnly.push(`${name}: ${label} “${quote}”`);
      continue;
    }
    const isChanged = changed.has(quote);
    const complaint = ledger.wrongAbout(annotation, row, text, isChanged);
    // What is not said of it, and what is: a Problem that came too late looks otherwise than a wrong place.
    const told = () => problems.map(({ message }) => message.slice(0, 80)).join(' | ');
    if (complaint) wrong.push(`${name}: ${label} ${complaint}; told: ${told()}`);
  }
  for (const { label, words } of rows) {
    if (!labels.has(label)) wrong.push(`${name}: ${label} is shown on “${words}” though it is not in the file`);
  }
  return { wrong, listedOnly, seen: parsed.set.annotations.length };
}

/** Looks until all is as it has to be, or `patience` is over; answers the last look. */
export async function settledLook(look: () => Promise<Look>, patience: number): Promise<Look> {
  let last = NOTHING;
  await until('all annotations on their words', async () => (last = await look()).wrong.length === 0, patience).catch(
    () => undefined,
  );
  return last;
}
