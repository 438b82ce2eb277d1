import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import fc from 'fast-check';
import * as vscode from 'vscode';
import { editSidecar, parseSidecar } from '../../src/core/sidecar';
import { closeAll, hoverOn, openArticle, range, readSidecar, sidecarOf, until, workspaceFolder } from './article';
import { mountSecondWindows, SecondWindow, type Cut } from './second-window';

const AUTHOR = 'anna';
const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we zi bo cu da fe gi ho ju ka le mi no pu'.split(
  ' ',
);
/** Every word of the article is there once and is like no other, so that a plain model knows where each annotation has to be. */
const WORDS = Array.from({ length: 60 }, (_, k) =>
  [k, k * 7 + 3, k * 11 + 8, k * 13 + 5 + Math.floor(k / 30)].map((at) => SYLLABLES[at % SYLLABLES.length]).join(''),
);
const TEXT = Array.from(
  { length: 6 },
  (_, k) => `${WORDS.slice(k * 10, k * 10 + 10).join(' ')} staat hier in een zin.`,
).join('\n\n');

type Step =
  | { readonly kind: 'annotate' | 'delete-word' | 'they-annotate' | 'both-annotate'; readonly word: number }
  | { readonly kind: 'insert'; readonly word: number; readonly text: string }
  | { readonly kind: 'insert-outside' | 'remove-outside'; readonly word: number }
  | { readonly kind: 'delete' | 'delete-its-word' | 'they-delete' | 'they-note' | 'note-outside'; readonly nth: number }
  | { readonly kind: 'undo' | 'redo' | 'save' | 'reopen' | 'undo-annotation' | 'rename' }
  | { readonly kind: 'they-look' | 'they-save' | 'they-crash' }
  | { readonly kind: 'they-crash-saving'; readonly cut: Cut };

const word = fc.nat(WORDS.length - 1);
const nth = fc.nat(WORDS.length - 1);
const kinds = <K extends string>(...all: readonly K[]) => fc.constantFrom(...all);
const cut: fc.Arbitrary<Cut> = fc.record({
  call: fc.constantFrom(0, 1, 2),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: kinds('annotate'), word }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: kinds('insert'),
      word,
      text: fc.constantFrom('nieuw ', 'een twee\n\n', '„ja” ', '😀 '),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: kinds('delete-word'), word }) },
  { weight: 2, arbitrary: fc.record({ kind: kinds('insert-outside', 'remove-outside'), word }) },
  { weight: 3, arbitrary: fc.record({ kind: kinds('undo', 'redo', 'save', 'reopen', 'undo-annotation') }) },
  { weight: 2, arbitrary: fc.record({ kind: kinds('rename') }) },
  { weight: 2, arbitrary: fc.record({ kind: kinds('delete', 'note-outside'), nth }) },
  { weight: 2, arbitrary: fc.record({ kind: kinds('delete-its-word'), nth }) },
  { weight: 4, arbitrary: fc.record({ kind: kinds('they-annotate', 'both-annotate'), word }) },
  { weight: 3, arbitrary: fc.record({ kind: kinds('they-delete', 'they-note'), nth }) },
  { weight: 4, arbitrary: fc.record({ kind: kinds('they-look', 'they-save', 'they-save', 'they-crash') }) },
  { weight: 3, arbitrary: fc.record({ kind: kinds('they-crash-saving'), cut }) },
);

/** The annotated words, each with its note. */
type Notes = ReadonlyMap<number, string>;

const put = (notes: Notes, word: number, note: string | undefined): Notes => {
  const changed = new Map(notes);
  if (note === undefined) changed.delete(word);
  else changed.set(word, note);
  return changed;
};

/** What must be so after every step, whatever has become of the text. */
class Model {
  /** What the file says, and the window that the test runs in with it. */
  disk: Notes = new Map();
  /** What the second window has, and what the disk said when it looked last. */
  theirs: Notes = new Map();
  seen: Notes = new Map();
  /** Notes that lost against another one, which has to name them. */
  overruled: Notes = new Map();
  /** Words that were annotated at any time: none is annotated twice, so that a word names its annotation. */
  readonly used = new Set<number>();
  /** Changes of the open session, with what the file said of the word before and after. */
  history: { readonly word: number; readonly before: string | undefined; readonly after: string | undefined }[] = [];

  /** A change in the window that the test runs in, which is on disk soon. */
  change(word: number, after: string | undefined): void {
    this.history.push({ word, before: this.disk.get(word), after });
    this.disk = put(this.disk, word, after);
  }

  /** The second window looks: nobody's change is lost, an edit beats a deletion, and of two edits that of the one who looks stands. */
  theyLook(): void {
    let merged: Notes = this.disk;
    for (const word of new Set([...this.disk.keys(), ...this.theirs.keys()])) {
      const [base, mine, other] = [this.seen.get(word), this.theirs.get(word), this.disk.get(word)];
      if (mine === base || mine === other) continue;
      if (mine === undefined && other !== base) continue;
      if (mine !== undefined && other !== undefined && other !== base)
        this.overruled = put(this.overruled, word, other);
      merged = put(merged, word, mine);
    }
    this.theirs = merged;
    this.seen = this.disk;
  }

  theySave(): void {
    this.theyLook();
    this.disk = this.seen = this.theirs;
  }

  theyStart(): void {
    this.theirs = this.seen = this.disk;
  }
}

const nthOf = (notes: Notes, nth: number): number | undefined => [...notes.keys()][nth % Math.max(1, notes.size)];

class Real {
  private names = 0;

  constructor(
    public editor: vscode.TextEditor,
    public second: SecondWindow,
    readonly inBrowser: boolean,
  ) {}

  get document(): vscode.TextDocument {
    return this.editor.document;
  }

  get uri(): vscode.Uri {
    return this.document.uri;
  }

  has(k: number): boolean {
    return this.document.getText().includes(WORDS[k]!);
  }

  hover(k: number): Promise<string> {
    return hoverOn(this.document, WORDS[k]!);
  }

  notFound(): string[] {
    return vscode.languages
      .getDiagnostics(this.uri)
      .filter(({ code }) => code === 'not-found')
      .map(({ message }) => message);
  }

  async run(command: string, word: number, ...args: unknown[]): Promise<void> {
    const { start, end } = range(this.document, WORDS[word]!);
    this.editor.selection = new vscode.Selection(start, end);
    await vscode.commands.executeCommand(command, ...args);
  }

  async show(uri: vscode.Uri): Promise<void> {
    this.editor = await vscode.window.showTextDocument(uri, { preview: false });
  }

  /** The second window dies or has lost its file, and is opened anew. */
  async restartSecond(): Promise<void> {
    this.second = await SecondWindow.open(this.uri, this.inBrowser);
  }

  nextName(): vscode.Uri {
    return this.uri.with({ path: this.uri.path.replace(/(-\d+)?\.txt$/, `-${++this.names}.txt`) });
  }

  /** Another program changes the file on disk; the editor, which has nothing unsaved, takes it, or reloads it. */
  async writeOutside(change: (text: string) => string): Promise<void> {
    await this.document.save();
    const text = change(this.document.getText());
    if (text === this.document.getText()) return;
    await vscode.workspace.fs.writeFile(this.uri, new TextEncoder().encode(text));
    // The editor may miss a change that comes right after its own save; then a reader would reload it by hand.
    await until('the editor to take the outside change', async () => {
      if (this.document.getText() !== text) await vscode.commands.executeCommand('workbench.action.files.revert');
      return this.document.getText() === text;
    });
  }

  /** Another program, which merges nothing, sets a note in the annotation file. */
  async noteOutside(word: number, note: string): Promise<void> {
    const before = (await readSidecar(this.uri))!;
    const annotation = parseSidecar(before).set.annotations.find(({ selector }) =>
      selector.quote.includes(WORDS[word]!),
    )!;
    const edit = { kind: 'update-annotation', annotation: { ...annotation, text: note } } as const;
    const { text } = editSidecar(before, [edit], { fileName: this.uri.path.slice(this.uri.path.lastIndexOf('/') + 1) });
    fs.writeFileSync(sidecarOf(this.uri).fsPath, text);
  }
}

async function perform(step: Step, number: number, model: Model, real: Real): Promise<void> {
  const { second } = real;
  const id = `h${String(number).padStart(7, '0')}`;
  switch (step.kind) {
    case 'annotate':
      if (!real.has(step.word) || model.used.has(step.word)) return;
      await real.run('glossator.annotateAs', step.word, 'organisation');
      model.used.add(step.word);
      return model.change(step.word, '');
    case 'they-annotate':
      if (model.used.has(step.word) || !(await second.annotate(WORDS[step.word]!, AUTHOR, id))) return;
      model.used.add(step.word);
      model.theirs = put(model.theirs, step.word, '');
      return;
    case 'both-annotate': {
      const other = (step.word + 1) % WORDS.length;
      if (!real.has(other) || model.used.has(step.word) || model.used.has(other)) return;
      if (!(await second.annotate(WORDS[step.word]!, AUTHOR, id))) return;
      model.theirs = put(model.theirs, step.word, '');
      await real.run('glossator.annotateAs', other, 'organisation');
      // Ours is written a moment later, theirs now: neither knows of the other.
      await second.save();
      for (const word of [step.word, other]) model.used.add(word);
      model.theySave();
      return model.change(other, '');
    }
    case 'insert':
      if (real.has(step.word))
        await real.editor.edit((edit) => edit.insert(range(real.document, WORDS[step.word]!).start, step.text));
      return;
    case 'delete-word':
      if (real.has(step.word)) await real.editor.edit((edit) => edit.delete(range(real.document, WORDS[step.word]!)));
      return;
    case 'delete-its-word': {
      const annotated = nthOf(model.disk, step.nth);
      if (annotated === undefined || !real.has(annotated)) return;
      await real.editor.edit((edit) => edit.delete(range(real.document, WORDS[annotated]!)));
      return;
    }
    case 'insert-outside':
      return real.writeOutside((text) => text.replace(WORDS[step.word]!, `van buiten ${WORDS[step.word]!}`));
    case 'remove-outside':
      return real.writeOutside((text) => text.replace(` ${WORDS[step.word]!}`, ''));
    case 'undo':
    case 'redo':
      await vscode.commands.executeCommand(step.kind);
      return;
    case 'save':
      await real.document.save();
      return;
    case 'reopen':
      await real.document.save();
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await real.show(real.uri);
      model.history = [];
      return;
    case 'delete': {
      const annotated = nthOf(model.disk, step.nth);
      if (annotated === undefined || !real.has(annotated)) return;
      await real.run('glossator.deleteAnnotation', annotated);
      return model.change(annotated, undefined);
    }
    case 'undo-annotation': {
      const last = model.history.at(-1);
      // What the session can take back is gone once its editor was closed, and is not its to take back once others changed it.
      if (!last || model.disk.get(last.word) !== last.after) return;
      await vscode.commands.executeCommand('glossator.undo');
      model.history.pop();
      model.disk = put(model.disk, last.word, last.before);
      return;
    }
    case 'rename': {
      const [from, to] = [real.uri, real.nextName()];
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(from, to);
      assert.ok(await vscode.workspace.applyEdit(edit), 'the article can be renamed');
      await real.show(to);
      model.history = [];
      await until('the annotation file to follow its source', async () => (await readSidecar(from)) === undefined);
      if (second.knowsFile) {
        // Its article has gone: it recreates nothing there, and keeps what it could not write.
        await second.save();
        await second.look();
        assert.equal(await readSidecar(from), undefined, 'no annotation file without its article');
        const kept = second.kept.map((text) => told(notesIn(text)));
        assert.ok(kept.includes(told(model.theirs)), 'what the second window had is kept');
      }
      await real.restartSecond();
      return model.theyStart();
    }
    case 'they-note': {
      const annotated = nthOf(model.theirs, step.nth);
      if (annotated === undefined) return;
      second.note(WORDS[annotated]!, `note ${number} of theirs`);
      model.theirs = put(model.theirs, annotated, `note ${number} of theirs`);
      return;
    }
    case 'they-delete': {
      const annotated = nthOf(model.theirs, step.nth);
      if (annotated === undefined) return;
      second.remove(WORDS[annotated]!);
      model.theirs = put(model.theirs, annotated, undefined);
      return;
    }
    case 'note-outside': {
      const annotated = nthOf(model.disk, step.nth);
      if (annotated === undefined) return;
      await real.noteOutside(annotated, `note ${number} from outside`);
      model.disk = put(model.disk, annotated, `note ${number} from outside`);
      return;
    }
    case 'they-look':
      await second.look();
      return model.theyLook();
    case 'they-save':
      if (!second.waits) return;
      await second.save();
      return model.theySave();
    case 'they-crash':
      await real.restartSecond();
      return model.theyStart();
    case 'they-crash-saving': {
      if (!real.inBrowser) return;
      const waiting = second.waits;
      await second.dieSaving(step.cut);
      // Once the recovery copy is whole, the next window finishes what was begun.
      if (step.cut.call > 0 && waiting) model.theySave();
      await real.restartSecond();
      await real.second.save();
      return model.theyStart();
    }
  }
}

const notesIn = (text: string): Notes =>
  new Map(
    parseSidecar(text).set.annotations.map(({ selector, text: note }) => [
      WORDS.indexOf(selector.quote[0]!),
      note ?? '',
    ]),
  );

const told = (notes: Notes): string =>
  [...notes]
    .map(([k, note]) => `${WORDS[k] ?? '?'}${note && ` (${note})`}`)
    .sort()
    .join(', ');

const same = (some: Notes, others: Notes): boolean => told(some) === told(others);

/** Every annotation is on its word, or told to be without one; nothing else is annotated; the one file has them all. */
async function agree(model: Model, real: Real): Promise<void> {
  let file = '';
  const inFile = async () => {
    file = (await readSidecar(real.uri)) ?? '';
    return same(notesIn(file), model.disk);
  };
  await until('the file', inFile).catch(() =>
    assert.equal(told(notesIn(file)), told(model.disk), 'what the file says'),
  );
  for (const [k, note] of model.overruled) {
    if (model.disk.has(k)) assert.ok(file.includes(note), `“${note}” is on record in the file`);
  }
  for (const k of model.disk.keys()) {
    if (real.has(k)) {
      await until(`${WORDS[k]!} to be shown as annotated`, async () => (await real.hover(k)).includes('Organisation'));
    } else {
      await until(`${WORDS[k]!} to be told as not found`, () =>
        real.notFound().some((message) => message.includes(WORDS[k]!)),
      );
    }
  }
  const others = WORDS.flatMap((_, k) => (!model.disk.has(k) && real.has(k) ? [k] : []));
  for (const k of others.filter((other) => model.used.has(other)).concat(others.slice(0, 1))) {
    await until(`${WORDS[k]!} to be without mark`, async () => !(await real.hover(k)).includes('Organisation'));
  }
}

describe('a whole session, against a plain model', function () {
  this.timeout(180_000);
  let mounted: vscode.Disposable;
  const setAuthor = (name: string | undefined) =>
    vscode.workspace.getConfiguration('glossator').update('author', name, vscode.ConfigurationTarget.Global);

  before(async () => {
    mounted = mountSecondWindows();
    await setAuthor(AUTHOR);
  });
  after(async () => {
    mounted.dispose();
    await setAuthor(undefined);
  });
  afterEach(closeAll);

  it('keeps every annotation on its word through edits, undo, saves, renames, outside changes, a second window and its crashes', async () => {
    let articles = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), fc.boolean(), async (steps, inBrowser) => {
        const name = `model${++articles}`;
        const editor = await openArticle(`${name}.txt`, TEXT);
        const model = new Model();
        const real = new Real(editor, await SecondWindow.open(editor.document.uri, inBrowser), inBrowser);
        for (const [number, each] of steps.entries()) {
          await perform(each, number, model, real);
          await agree(model, real);
        }
        await real.document.save();
        const sidecars = fs
          .readdirSync(workspaceFolder().fsPath)
          .filter((file) => file.startsWith(`${name}-`) || file.startsWith(`${name}.`));
        const own = real.uri.path.slice(real.uri.path.lastIndexOf('/') + 1);
        assert.deepEqual(
          sidecars.filter((file) => file.endsWith('.annotations.yaml')),
          model.disk.size > 0 || sidecars.includes(`${own}.annotations.yaml`) ? [`${own}.annotations.yaml`] : [],
          'there is one annotation file, beside the article',
        );
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      }),
      {
        seed: Number(process.env.GLOSSATOR_SEED ?? 20261121),
        numRuns: 14,
        endOnFailure: true,
        includeErrorInReport: true,
      },
    );
  });
});
