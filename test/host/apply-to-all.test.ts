import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { entriesIn, type SavedEntry } from '../workbench/annotationEntries';

const FOLDER = 'apply';
const SOURCES = {
  'een.txt': 'De man hangt de zaak niet aan de grote klok, zei de rechter. Hij zaait haat.\n',
  'twee.txt': 'Wie haat zaaide, werd vervolgd. Het zaaien van haat is strafbaar, aldus het hof.\n',
  'three.txt':
    'The court said that the man was free. The paper wrote: “Hij zou haat hebben gezaaid.” He did not zaait haat.\n',
};

describe('applying a rendering to all occurrences', () => {
  const root = vscode.workspace.workspaceFolders![0]!.uri;
  const uri = (name: string) => vscode.Uri.joinPath(root, FOLDER, name);
  const notes = (name: string): readonly SavedEntry[] => {
    const file = path.join(root.fsPath, FOLDER, `${name}.annotations.yaml`);
    return existsSync(file) ? entriesIn(readFileSync(file, 'utf8')) : [];
  };
  const until = async (what: string, condition: () => boolean): Promise<void> => {
    for (const start = Date.now(); !condition();) {
      if (Date.now() - start > 20_000) throw new Error(`waited for ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };

  before(async () => {
    await vscode.workspace.getConfiguration('glossator').update('author', 'anna', vscode.ConfigurationTarget.Global);
    await vscode.workspace.fs.createDirectory(uri('.'));
    for (const [name, text] of Object.entries(SOURCES)) writeFileSync(uri(name).fsPath, text);
    const editor = await vscode.window.showTextDocument(uri('een.txt'));
    const from = editor.document.getText().indexOf('zaait haat');
    editor.selection = new vscode.Selection(
      editor.document.positionAt(from),
      editor.document.positionAt(from + 'zaait haat'.length),
    );
    await vscode.commands.executeCommand('glossator.translate', undefined, 'incites hatred');
    await until('the note', () => notes('een.txt').length === 1);
  });

  const apply = async (reference?: unknown): Promise<void> => {
    const done = vscode.commands.executeCommand('glossator.applyToAll', reference);
    // The command ends with the answer: it is given again until a question was there to take it.
    let ended = false;
    void Promise.resolve(done).then(() => (ended = true));
    while (!ended) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await vscode.commands.executeCommand('glossator.places.apply');
    }
  };

  it('writes nothing when it is cancelled', async () => {
    const done = vscode.commands.executeCommand('glossator.applyToAll');
    let ended = false;
    void Promise.resolve(done).then(() => (ended = true));
    while (!ended) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await vscode.commands.executeCommand('glossator.places.cancel');
    }
    assert.deepEqual(
      Object.keys(SOURCES).map((name) => notes(name).length),
      [1, 0, 0],
    );
  });

  it('writes to sources that no editor shows, in their own files, in every form of the words', async () => {
    await apply();
    await until('the notes of the second source', () => notes('twee.txt').length === 2);
    assert.deepEqual(
      notes('twee.txt').map(({ quote, rendering }) => [quote, rendering]),
      [
        ['haat zaaide', 'incites hatred'],
        ['zaaien van haat', 'incites hatred'],
      ],
    );
    assert.ok(!vscode.workspace.textDocuments.some(({ uri: each }) => each.path.endsWith('twee.txt')), 'not opened');
  });

  it('takes a Dutch quotation in an English article for Dutch, and the English around it not', () => {
    assert.deepEqual(
      notes('three.txt').map(({ quote }) => quote),
      [['haat', 'gezaaid']],
    );
  });

  it('is taken back as one step, and done again', async () => {
    await vscode.commands.executeCommand('glossator.undo');
    assert.deepEqual([notes('twee.txt').length, notes('three.txt').length], [0, 0]);
    assert.equal(notes('een.txt').length, 1, 'the note that it began with is an earlier change');
    await vscode.commands.executeCommand('glossator.redo');
    assert.deepEqual([notes('twee.txt').length, notes('three.txt').length], [2, 1]);
  });

  it('leaves what somebody has changed since', async () => {
    const file = path.join(root.fsPath, FOLDER, 'twee.txt.annotations.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('incites hatred', 'stirs up hatred'));
    await vscode.commands.executeCommand('glossator.undo');
    assert.deepEqual(
      notes('twee.txt').map(({ rendering }) => rendering),
      ['stirs up hatred'],
    );
    assert.equal(notes('three.txt').length, 0);
  });

  it('gives the rendering of the glossary to the places of a term that have none', async () => {
    const glossary = vscode.Uri.joinPath(root, 'glossary.yaml');
    const before = existsSync(glossary.fsPath) ? readFileSync(glossary.fsPath, 'utf8') : undefined;
    writeFileSync(glossary.fsPath, 'glossator: 1\nterms:\n  vervolgen: { rendering: prosecute, literal: follow on }\n');
    const reference = { kind: 'term', glossary: glossary.toString(), key: 'vervolgen' };
    try {
      // The glossary is watched: until it is read again the term is not known, and the command says so and ends.
      for (const start = Date.now(); notes('twee.txt').length < 2 && Date.now() - start < 20_000;)
        await apply(reference);
      assert.deepEqual(
        notes('twee.txt').map(({ quote, rendering }) => [quote, rendering]),
        [
          ['haat zaaide', 'stirs up hatred'],
          ['vervolgd', 'prosecute'],
        ],
      );
    } finally {
      if (before === undefined) await vscode.workspace.fs.delete(glossary);
      else writeFileSync(glossary.fsPath, before);
    }
  });
});
