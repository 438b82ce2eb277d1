import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Catalogue } from '../../src/editor/views/catalogue';
import type { Sessions } from '../../src/editor/session/sessions';
import { closeAll, openArticle, selectWords, until, workspaceFolder } from './article';

const TEXT = 'In Zutphen is vrijdag een man aangehouden. De politie noemt zijn naam niet.\n';

/** No source is open: the catalogue has to go by the disk alone. */
const nothingOpen = {
  onDidChange: () => new vscode.Disposable(() => undefined),
  get: () => undefined,
} as unknown as Sessions;

class Memory implements vscode.Memento {
  private readonly values = new Map<string, unknown>();
  keys(): readonly string[] {
    return [...this.values.keys()];
  }
  get<T>(key: string, otherwise?: T): T {
    return (this.values.get(key) ?? otherwise) as T;
  }
  async update(key: string, value: unknown): Promise<void> {
    this.values.set(key, value);
  }
}

const quiet = { warn: () => undefined } as unknown as vscode.LogOutputChannel;

describe('the catalogue of sources', () => {
  const uri = (name: string) => vscode.Uri.joinPath(workspaceFolder(), 'catalogus', name);
  const write = (name: string, text: string) =>
    vscode.workspace.fs.writeFile(uri(name), new TextEncoder().encode(text));
  let catalogue: Catalogue;

  beforeEach(() => {
    catalogue = new Catalogue(nothingOpen, new Memory(), quiet);
  });
  afterEach(async () => {
    catalogue.dispose();
    await vscode.workspace.fs.delete(uri(''), { recursive: true }).then(undefined, () => undefined);
  });

  const head = (name: string) =>
    until(`the head of ${name}`, () => {
      const head = catalogue.describe(uri(name))?.head;
      return head;
    });

  it('tells title, date, language and annotations from the files', async () => {
    await write(
      'kop.txt',
      'date 2019-03-10\nHof spreekt ambtenaar vrij\n\nHet hof heeft hem vrijgesproken. De zaak is uit.\n',
    );
    await write('bekend.txt', 'Een eerste zin van dit bericht, die wordt geen titel.\n');
    await write(
      'bekend.txt.annotations.yaml',
      'glossator: 1\nsource:\n  title: "De klok"\n  date: "2020"\nannotations:\n  anna:\n    g1k7w2qd: { type: note, quote: "zin" }\n',
    );
    await catalogue.start();
    const kop = await head('kop.txt');
    assert.deepEqual(
      [kop.title, kop.date, kop.language, kop.annotations],
      ['Hof spreekt ambtenaar vrij', '2019-03-10', 'nl', undefined],
    );
    const bekend = await head('bekend.txt');
    assert.deepEqual([bekend.title, bekend.date, bekend.annotations], ['De klok', '2020', 1]);
  });

  it('leaves out a text that turns out to have no sentences', async () => {
    await write('getallen.txt', '1;2;3\n4;5;6\n');
    await catalogue.start();
    await head('getallen.txt');
    assert.ok(!catalogue.all.some(({ path }) => path.endsWith('getallen.txt')));
  });

  it('follows files that come, change and go', async () => {
    await write('eerst.txt', 'Eerste kop\n\nEen zin van vijf woorden hier.\n');
    await catalogue.start();
    assert.equal((await head('eerst.txt')).title, 'Eerste kop');
    await write('eerst.txt', 'Tweede kop\n\nEen zin van vijf woorden hier.\n');
    await until('the new title', () => catalogue.describe(uri('eerst.txt'))?.head?.title === 'Tweede kop');
    await write('erbij.txt', TEXT);
    await until('the new file', () => catalogue.describe(uri('erbij.txt')));
    await vscode.workspace.fs.delete(uri('erbij.txt'));
    await until('the file to be gone', () => !catalogue.describe(uri('erbij.txt')));
  });

  it('lists 10,000 files without reading them', async function () {
    this.timeout(90_000);
    await vscode.workspace.fs.createDirectory(uri('veel'));
    for (let k = 0; k < 10_000; k += 200) {
      await Promise.all(Array.from({ length: 200 }, (_, n) => write(`veel/bericht-${k + n}.txt`, TEXT)));
    }
    const started = Date.now();
    await catalogue.start();
    const found = catalogue.all.filter(({ path }) => path.includes('veel/'));
    assert.equal(found.length, 10_000);
    assert.ok(
      found.every((source) => source.head === undefined),
      'no head is read before it is asked for',
    );
    assert.ok(Date.now() - started < 10_000, `found in ${Date.now() - started} ms`);
    assert.deepEqual(
      found.slice(0, 3).map(({ path }) => path.split('/').at(-1)),
      ['bericht-0.txt', 'bericht-1.txt', 'bericht-2.txt'],
    );
  });
});

describe('showing a mark in the text', () => {
  afterEach(closeAll);

  it('opens the source and selects the words, whatever was in front', async () => {
    const article = await openArticle('getoond.txt', TEXT);
    selectWords(article, 'De politie');
    await vscode.commands.executeCommand('glossator.annotatePerson');
    const symbols = () =>
      vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        article.document.uri,
      );
    await until('the annotation', async () => (await symbols())?.some(({ children }) => children.length > 0));
    const { uri } = article.document;
    const yaml = await until('the sidecar', async () => {
      const bytes = await vscode.workspace.fs.readFile(uri.with({ path: `${uri.path}.annotations.yaml` })).then(
        (read) => read,
        () => undefined,
      );
      return bytes && new TextDecoder().decode(bytes);
    });
    const id = /^ {4}([g-z][0-9a-z]{7}):/m.exec(yaml)![1]!;
    await openArticle('ervoor.txt', TEXT);
    await vscode.commands.executeCommand('glossator.revealAnnotation', { uri: uri.toString(), id });
    const active = vscode.window.activeTextEditor!;
    assert.equal(active.document.uri.toString(), uri.toString());
    assert.equal(active.document.getText(active.selection), 'De politie');
  });

  it('goes back to where the researcher left off', async () => {
    const article = await openArticle('gelezen.txt', TEXT.repeat(30));
    const at = new vscode.Position(12, 5);
    article.selection = new vscode.Selection(at, at);
    // The place is remembered after a pause; the command is asked until it leads there.
    await until('the place that was left', async () => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.commands.executeCommand('glossator.continueReading');
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path.endsWith('gelezen.txt') && active.selection.active.isEqual(at);
    });
  });
});
