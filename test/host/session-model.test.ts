import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as vscode from 'vscode';
import { closeAll, hoverOn, openArticle, range, readSidecar, until } from './article';

/** Every word of the article is there once, so that a plain model knows where each annotation has to be. */
const WORDS = Array.from({ length: 60 }, (_, k) => `woord${String(k + 100)}`);
const TEXT = Array.from(
  { length: 6 },
  (_, k) => `${WORDS.slice(k * 10, k * 10 + 10).join(' ')} staat hier in een zin.`,
).join('\n\n');

type Step =
  | { readonly kind: 'annotate' | 'delete-word'; readonly word: number }
  | { readonly kind: 'insert'; readonly word: number; readonly text: string }
  | { readonly kind: 'insert-outside' | 'remove-outside'; readonly word: number }
  | { readonly kind: 'undo' | 'redo' | 'save' | 'reopen' | 'undo-annotation' };

const word = fc.nat(WORDS.length - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('annotate' as const), word }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('insert' as const),
      word,
      text: fc.constantFrom('nieuw ', 'een twee\n\n', '„ja” ', '😀 '),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete-word' as const), word }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('insert-outside' as const, 'remove-outside' as const), word }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'undo' as const,
        'redo' as const,
        'save' as const,
        'reopen' as const,
        'undo-annotation' as const,
      ),
    }),
  },
);

/** What must be so after every step: the words that are annotated, whatever has become of the text. */
class Model {
  readonly annotated: number[] = [];
  /** How many of them were made since the article was opened last. */
  sinceOpening = 0;
}

class Real {
  constructor(public editor: vscode.TextEditor) {}

  get document(): vscode.TextDocument {
    return this.editor.document;
  }

  has(k: number): boolean {
    return this.document.getText().includes(WORDS[k]!);
  }

  hover(k: number): Promise<string> {
    return hoverOn(this.document, WORDS[k]!);
  }

  notFound(): string[] {
    return vscode.languages
      .getDiagnostics(this.document.uri)
      .filter(({ code }) => code === 'not-found')
      .map(({ message }) => message);
  }

  /** Another program changes the file on disk; the editor, which has nothing unsaved, takes it, or reloads it. */
  async writeOutside(change: (text: string) => string): Promise<void> {
    await this.document.save();
    const text = change(this.document.getText());
    if (text === this.document.getText()) return;
    await vscode.workspace.fs.writeFile(this.document.uri, new TextEncoder().encode(text));
    // The editor may miss a change that comes right after its own save; then a reader would reload it by hand.
    await until('the editor to take the outside change', async () => {
      if (this.document.getText() !== text) await vscode.commands.executeCommand('workbench.action.files.revert');
      return this.document.getText() === text;
    });
  }
}

async function perform(step: Step, model: Model, real: Real): Promise<void> {
  const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(command, ...args);
  switch (step.kind) {
    case 'annotate': {
      if (!real.has(step.word) || model.annotated.includes(step.word)) return;
      const { start, end } = range(real.document, WORDS[step.word]!);
      real.editor.selection = new vscode.Selection(start, end);
      await run('glossator.annotateAs', 'organisation');
      model.annotated.push(step.word);
      model.sinceOpening++;
      return;
    }
    case 'insert':
      if (real.has(step.word))
        await real.editor.edit((edit) => edit.insert(range(real.document, WORDS[step.word]!).start, step.text));
      return;
    case 'delete-word':
      if (real.has(step.word)) await real.editor.edit((edit) => edit.delete(range(real.document, WORDS[step.word]!)));
      return;
    case 'insert-outside':
      return real.writeOutside((text) => text.replace(WORDS[step.word]!, `van buiten ${WORDS[step.word]!}`));
    case 'remove-outside':
      return real.writeOutside((text) => text.replace(` ${WORDS[step.word]!}`, ''));
    case 'undo':
    case 'redo':
      await run(step.kind);
      return;
    case 'save':
      await real.document.save();
      return;
    case 'reopen':
      await real.document.save();
      await run('workbench.action.closeAllEditors');
      real.editor = await vscode.window.showTextDocument(real.document.uri, { preview: false });
      model.sinceOpening = 0;
      return;
    case 'undo-annotation':
      // What the session can take back is gone once its editor was closed: only a change of this session counts.
      if (model.sinceOpening === 0) return;
      await run('glossator.undo');
      model.annotated.pop();
      model.sinceOpening--;
      return;
  }
}

/** Every annotation is on its word, or told to be without one; nothing else is annotated; the file has them all. */
async function agree(model: Model, real: Real): Promise<void> {
  for (const k of model.annotated) {
    if (real.has(k)) {
      await until(`${WORDS[k]!} to be shown as annotated`, async () => (await real.hover(k)).includes('Organisation'));
    } else {
      await until(`${WORDS[k]!} to be told as not found`, () =>
        real.notFound().some((message) => message.includes(WORDS[k]!)),
      );
    }
  }
  const other = WORDS.findIndex((_, k) => !model.annotated.includes(k) && real.has(k));
  if (other >= 0) assert.doesNotMatch(await real.hover(other), /Organisation/);
  await until('the file to hold every annotation', async () => {
    const text = (await readSidecar(real.document.uri)) ?? '';
    return model.annotated.every((k) => text.includes(`"${WORDS[k]!}"`)) || undefined;
  });
}

describe('a whole session, against a plain model', function () {
  this.timeout(180_000);
  afterEach(closeAll);

  it('keeps every annotation on its word through edits, undo, saves, outside changes and reopening', async () => {
    let articles = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
        const model = new Model();
        const real = new Real(await openArticle(`model-${++articles}.txt`, TEXT));
        for (const each of steps) {
          await perform(each, model, real);
          await agree(model, real);
        }
        await real.document.save();
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      }),
      { seed: 20261121, numRuns: 14, endOnFailure: true, includeErrorInReport: true },
    );
  });
});
