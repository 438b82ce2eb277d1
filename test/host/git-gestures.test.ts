import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { closeAll, until, workspaceFolder } from './article';
import { Random } from './git-story/random';
import { revised } from './git-story/revisions';
import { linesOf, type Tagged } from './git-story/tagged-text';
import { NAMES, World } from './git-story/world';

/** Every gesture begins with three articles of forty annotations, all in place and saved. */
describe('annotations in a repository', function () {
  this.timeout(300_000);
  let world: World;
  let worlds = 0;
  const set = (section: string, key: string, value: unknown) =>
    vscode.workspace.getConfiguration(section).update(key, value, vscode.ConfigurationTarget.Global);
  const onTheirWords = async (when: string): Promise<void> => assert.deepEqual(await world.agree(), [], when);
  const begin = async (folder = path.join(workspaceFolder().fsPath, `bewaard-${++worlds}`)): Promise<void> => {
    world = new World(folder, World.elsewhere('archief'), new Random(100 + worlds));
    for (const name of NAMES) await world.show(name);
    await onTheirWords('at first');
  };
  const checkout = (branch: string): void => {
    world.tree.git('checkout', '-q', branch);
    world.takeIn();
  };

  before(async function () {
    if (workspaceFolder().scheme !== 'file') this.skip();
    await set('files', 'autoSave', 'off');
    await begin();
  });
  after(async () => {
    await set('files', 'autoSave', undefined);
    await world.end();
  });

  /** All that is open is on disk, and all that is on disk is committed. */
  beforeEach(async () => {
    for (const name of NAMES) await world.save(name);
    world.commit();
    world.takeIn();
  });

  it('stay when saving trims blanks at line ends and adds a last line end', async () => {
    const name = 'nieuws.txt';
    const ragged: Tagged = linesOf(world.shown(name)!).flatMap((line, k) =>
      k % 2 === 0 ? [...line.slice(0, -1), { text: '  \t' }, ...line.slice(-1)] : line,
    );
    await world.edit(name, ragged, true);
    await onTheirWords('with blanks');
    for (const key of ['trimTrailingWhitespace', 'insertFinalNewline', 'trimFinalNewlines'])
      await set('files', key, true);
    try {
      world.ledger.note(linesOf(ragged).flatMap((line) => line.filter(({ text }) => text !== '  \t')));
      await world.documentOf(name)!.save();
      await until('the blanks to be gone', () => !/[ \t]\n/.test(world.tree.read(name)!));
      await onTheirWords('trimmed');
    } finally {
      for (const key of ['trimTrailingWhitespace', 'insertFinalNewline', 'trimFinalNewlines'])
        await set('files', key, undefined);
    }
  });

  it('stay when a checkout comes while the editor saves by itself', async () => {
    await set('files', 'autoSaveDelay', 60);
    await set('files', 'autoSave', 'afterDelay');
    try {
      for (const branch of ['other', 'main', 'other', 'main']) {
        const name = world.random.one(NAMES);
        await world.show(name);
        const tokens = world.shown(name);
        if (tokens) await world.edit(name, revised(tokens, world.random, 1));
        await until('nothing unsaved', () => !world.documentOf(name)!.isDirty);
        await world.save(name);
        world.commit();
        checkout(branch);
        await onTheirWords(`on ${branch}`);
      }
    } finally {
      await set('files', 'autoSave', 'off');
      await set('files', 'autoSaveDelay', undefined);
    }
  });

  it('stay in an article that is open twice and compared with another', async () => {
    await vscode.window.showTextDocument(world.uri('wet.txt'), { viewColumn: vscode.ViewColumn.Beside });
    await vscode.commands.executeCommand('vscode.diff', world.uri('nieuws.txt'), world.uri('wet.txt'), 'compared');
    world.reviseOnDisk(world.colleague, 'wet.txt');
    world.colleague.commit('changed');
    assert.ok(world.tree.tries('merge', '-q', '--no-edit', 'colleague'));
    world.takeIn();
    await onTheirWords('pulled');
    await vscode.commands.executeCommand('workbench.action.editorLayoutSingle');
  });

  it('stay when a word is replaced in all files', async () => {
    const edit = new vscode.WorkspaceEdit();
    for (const name of NAMES) {
      const document = world.documentOf(name)!;
      const text = document.getText();
      // The word is the same one, spelled otherwise.
      const respelled = world
        .shown(name)!
        .map((token) => ({ ...token, text: token.text.replace(/^(de|the)$/, '$1n') }));
      world.ledger.note(respelled);
      for (const { index, 0: word } of text.matchAll(/(?<![\p{L}\p{N}\p{M}])(?:de|the)(?![\p{L}\p{N}\p{M}])/gu))
        edit.insert(document.uri, document.positionAt(index + word.length), 'n');
    }
    assert.ok(await vscode.workspace.applyEdit(edit));
    await onTheirWords('replaced');
    for (const name of NAMES) await world.save(name);
    await onTheirWords('replaced and saved');
    world.tree.git('checkout', '-q', '--', '.');
    world.takeIn();
    await onTheirWords('taken back by git');
  });

  it('that were never committed are neither shown nor made anew after git clean', async () => {
    world.tree.git('rm', '-q', '--cached', 'nieuws.txt.annotations.yaml');
    world.tree.git('commit', '-q', '-m', 'without the annotations of the news');
    world.tree.git('clean', '-fdxq');
    world.takeIn();
    await onTheirWords('cleaned');
    await world.annotate('wet.txt');
    await onTheirWords('another article goes on');
    assert.equal(world.tree.readSidecar('nieuws.txt'), undefined);
    await world.annotate('nieuws.txt');
    await onTheirWords('a new one alone');
    world.tree.git('checkout', '-q', 'HEAD~1', '--', 'nieuws.txt.annotations.yaml');
    world.takeIn();
    await onTheirWords('brought back');
  });

  it('stay in an article that becomes UTF-16 and UTF-8 again', async () => {
    const text = world.tree.read('gesprek.txt')!;
    fs.writeFileSync(world.tree.file('gesprek.txt'), Buffer.from(`\ufeff${text}`, 'utf16le'));
    const { tree, ledger } = world;
    await closeAll();
    const { document } = await world.show('gesprek.txt');
    await until('the text, decoded', () => document.getText() === text.replace(/^\ufeff/, ''));
    assert.ok(ledger.versionOf(text), 'the text is a known one');
    fs.writeFileSync(tree.file('gesprek.txt'), text);
    for (const name of NAMES) await world.show(name);
    await onTheirWords('in UTF-8 again');
  });

  it('are all in the file when another program writes it at the same moment', async () => {
    for (let k = 0; k < 6; k++) {
      const name = world.random.one(NAMES);
      const annotating = world.annotate(name);
      await new Promise((resolve) => setTimeout(resolve, world.random.below(300)));
      const tokens = world.tree.tagged(name);
      if (tokens) {
        const added = world.ledger.make(tokens, 'bram', world.random);
        world.tree.annotate(name, [added], world.random.chance(0.5));
        if (added.kind === 'add-annotation') world.expects(name, added.annotation.id);
      }
      await annotating;
    }
    await onTheirWords('all of both');
  });

  it('go with a folder that is renamed in the editor, and with one that is renamed on disk', async () => {
    await world.end();
    await begin(path.join(workspaceFolder().fsPath, 'oude-map'));
    const edit = new vscode.WorkspaceEdit();
    const [from, to] = ['oude-map', 'nieuwe-map'].map((name) => vscode.Uri.joinPath(workspaceFolder(), name));
    edit.renameFile(from!, to!);
    assert.ok(await vscode.workspace.applyEdit(edit));
    world.movedTo(to!.fsPath);
    for (const name of NAMES) await world.show(name);
    await onTheirWords('renamed in the editor');
    await closeAll();
    const elsewhere = path.join(workspaceFolder().fsPath, 'derde-map');
    fs.renameSync(to!.fsPath, elsewhere);
    world.movedTo(elsewhere);
    for (const name of NAMES) await world.show(name);
    await onTheirWords('renamed on disk');
  });
});
