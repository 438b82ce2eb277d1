import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { hasConflictMarkers } from '../../../src/core/sidecar';
import { closeAll, run, until } from '../article';
import { Ledger } from './ledger';
import type { Random } from './random';
import { WorkTree } from './repository';
import { revised, someWords } from './revisions';
import { plain, standingsIn, tag, type Tagged } from './tagged-text';
import { ARTICLES } from './three-articles';
import { lookAt, settledLook, type Look } from './watched-editor';

export const NAMES = Object.keys(ARTICLES) as (keyof typeof ARTICLES)[];
/** How many annotations each article has at first. */
const ANNOTATIONS = 40;
/** How long the editor may take to come to rest on a busy machine, in milliseconds. */
const PATIENCE = 40_000;

/** A repository with three annotated articles that the editor has open, and a colleague’s clone of it elsewhere. */
export class World {
  readonly ledger = new Ledger();
  tree: WorkTree;
  readonly colleague: WorkTree;
  /** The ids that each annotation file has to hold: what git put there, and what was annotated since. */
  private readonly expected = new Map<string, Set<string>>();
  /** What was wrong in the middle of a gesture. */
  readonly told: string[] = [];
  /** How many annotations were looked at, and those that could have been in place but were only listed. */
  readonly record = { seen: 0, listedOnly: [] as string[] };
  private messages = 0;

  constructor(
    folder: string,
    elsewhere: string,
    readonly random: Random,
  ) {
    fs.mkdirSync(folder, { recursive: true });
    this.tree = new WorkTree(folder);
    this.colleague = new WorkTree(elsewhere);
    this.tree.git('init', '-q', '-b', 'main');
    for (const [key, value] of [
      ['core.autocrlf', 'false'],
      ['gc.auto', '0'],
      ['merge.conflictStyle', random.one(['merge', 'diff3'])],
    ] as const)
      this.tree.git('config', key, value);
    for (const name of NAMES) this.tree.write(name, tag(ARTICLES[name]));
    this.commit('the articles');
    for (const name of NAMES) {
      const tokens = this.tree.tagged(name)!;
      const edits = Array.from({ length: ANNOTATIONS }, (_, k) =>
        this.ledger.make(tokens, k % 3 === 0 ? 'bram' : 'anna', random),
      );
      this.tree.annotate(name, edits);
    }
    this.commit('annotated');
    this.tree.git('branch', 'colleague');
    // A branch on which some paragraphs are gone, with annotations of its own.
    this.tree.git('checkout', '-q', '-b', 'other');
    for (const name of NAMES) this.reviseOnDisk(this.tree, name, 6);
    this.commit('another version');
    this.tree.git('checkout', '-q', 'main');
    this.tree.git('worktree', 'add', '-q', elsewhere, 'colleague');
    this.takeIn();
  }

  message(): string {
    return `change ${++this.messages}`;
  }

  commit(message = this.message()): void {
    this.tree.commit(message);
  }

  /** A person changes an article outside of the editor, and annotates the new version. */
  reviseOnDisk(tree: WorkTree, name: string, times?: number, author = 'bram'): void {
    const before = tree.tagged(name);
    if (!before) return;
    const tokens = revised(before, this.random, times);
    tree.write(name, tokens);
    this.ledger.note(tokens);
    if (hasConflictMarkers(tree.readSidecar(name) ?? '')) return;
    const edits = [this.ledger.make(tokens, author, this.random), this.ledger.make(tokens, author, this.random)];
    const old = this.random.one(tree.parsed(name).set.annotations.filter(({ type }) => type !== 'none'));
    if (old && this.random.chance(0.5)) {
      const text = `Changed by ${author}, ${this.message()}.`;
      edits.push({ kind: 'update-annotation', annotation: { ...old, text } });
    }
    tree.annotate(name, edits, this.random.chance(0.5));
  }

  /** What git or another program has put on disk is what has to be there from now on. */
  takeIn(): void {
    for (const name of this.names) {
      this.expected.set(name, new Set(this.tree.parsed(name).set.annotations.map(({ id }) => id)));
      this.ledger.note(this.tree.tagged(name));
    }
  }

  expects(name: string, id: string): void {
    this.expected.get(name)!.add(id);
  }

  get names(): readonly string[] {
    return fs.readdirSync(this.tree.folder).filter((name) => name.endsWith('.txt'));
  }

  uri(name: string): vscode.Uri {
    return vscode.Uri.file(this.tree.file(name));
  }

  async show(name: string): Promise<vscode.TextEditor> {
    return vscode.window.showTextDocument(this.uri(name), { preview: false });
  }

  documentOf(name: string): vscode.TextDocument | undefined {
    const file = this.tree.file(name);
    return vscode.workspace.textDocuments.find((each) => each.uri.fsPath === file && !each.isClosed);
  }

  /** The version that an editor shows; `undefined` where it is none that is known. */
  shown(name: string): Tagged | undefined {
    const text = this.documentOf(name)?.getText().replaceAll('\r\n', '\n');
    return text === undefined ? undefined : this.ledger.versionOf(text);
  }

  /** Changes the text in its editor, by the smallest edit or by one that replaces everything. */
  async edit(name: string, tokens: Tagged, whole = false): Promise<void> {
    const { document } = await this.show(name);
    this.ledger.note(tokens);
    const eol = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
    const before = document.getText();
    const after = plain(tokens).replaceAll('\n', eol);
    let start = 0;
    let end = 0;
    if (!whole) {
      while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++;
      while (
        end < Math.min(before.length, after.length) - start &&
        before[before.length - 1 - end] === after[after.length - 1 - end]
      )
        end++;
    }
    const edit = new vscode.WorkspaceEdit();
    edit.replace(
      document.uri,
      new vscode.Range(document.positionAt(start), document.positionAt(before.length - end)),
      after.slice(start, after.length - end),
    );
    await vscode.workspace.applyEdit(edit);
  }

  /** Saves an article with the numbered words beside it. */
  async save(name: string): Promise<void> {
    const tokens = this.shown(name);
    await this.documentOf(name)?.save();
    if (tokens) {
      const crlf = this.tree.read(name)?.includes('\r\n') ?? false;
      const bom = this.tree.read(name)?.startsWith('\ufeff') ?? false;
      const text = this.tree.read(name);
      this.tree.write(name, tokens, { bom, crlf });
      if (text !== undefined) fs.writeFileSync(this.tree.file(name), text);
    }
  }

  /** Annotates some words in the editor, as a person does. */
  async annotate(name: string): Promise<void> {
    const editor = await this.show(name);
    const tokens = this.shown(name);
    if (!tokens || hasConflictMarkers(this.tree.readSidecar(name) ?? '')) return;
    const before = new Set(this.tree.parsed(name).set.annotations.map(({ id }) => id));
    const { words } = someWords(tokens, this.random);
    const standing = standingsIn(tokens)(words);
    if (standing.kind !== 'whole') return;
    const text = plain(tokens);
    const position = (offset: number): vscode.Position => {
      const lines = text.slice(0, offset).split('\n');
      return new vscode.Position(lines.length - 1, lines.at(-1)!.length);
    };
    editor.selections = standing.places[0]!.map(
      ({ start, end }) => new vscode.Selection(position(start), position(end)),
    );
    await run('annotateAs', 'organisation');
    const made = await until('the new annotation on disk', () =>
      // Others may annotate at the same moment; theirs have a rendering from the start.
      this.tree.parsed(name).set.annotations.find(({ id, rendering }) => !before.has(id) && rendering === undefined),
    );
    this.ledger.add(made.id, `r${made.id}`, words);
    this.expects(name, made.id);
    // Another program gives it a rendering at once: by that its place is told in what follows.
    this.tree.annotate(
      name,
      [{ kind: 'update-annotation', annotation: { ...made, rendering: `r${made.id}` } }],
      this.random.chance(0.5),
    );
  }

  /** Waits until all is as it has to be; answers what is not. */
  async agree(): Promise<readonly string[]> {
    const look = async (): Promise<Look> => {
      const looks: Look[] = [];
      for (const name of this.names) {
        looks.push(await lookAt(this.tree, name, this.ledger, this.expected.get(name) ?? new Set()));
      }
      return {
        wrong: looks.flatMap(({ wrong }) => wrong),
        listedOnly: looks.flatMap(({ listedOnly }) => listedOnly),
        seen: looks.reduce((sum, { seen }) => sum + seen, 0),
      };
    };
    const last = await settledLook(look, PATIENCE);
    this.record.seen += last.seen;
    this.record.listedOnly.push(...last.listedOnly);
    return last.wrong;
  }

  /** The same world, after its folder was moved. */
  movedTo(folder: string): this {
    this.tree = new WorkTree(folder);
    return this;
  }

  async end(): Promise<void> {
    for (const name of this.names) {
      if (!this.documentOf(name)) continue;
      await this.show(name);
      await closeAll();
    }
    await closeAll();
    fs.rmSync(this.colleague.folder, { recursive: true, force: true });
  }

  static elsewhere(folder: string): string {
    return path.join(fs.mkdtempSync(path.join(process.env.TMPDIR ?? '/tmp', 'glossator-colleague-')), folder);
  }
}
