import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { closeAll, until, workspaceFolder } from './article';
import { Ledger } from './git-story/ledger';
import { Random } from './git-story/random';
import { WorkTree } from './git-story/repository';
import { revised } from './git-story/revisions';
import { tag, type Tagged } from './git-story/tagged-text';
import { ARTICLES } from './git-story/three-articles';
import { lookAt, settledLook } from './git-story/watched-editor';

/** The part of the built-in git extension that this suite drives. */
interface Git {
  readonly enabled: boolean;
  getAPI(version: 1): { openRepository(root: vscode.Uri): Promise<unknown> };
}

/** The article that is hardest without its earlier version: the same sentences come back in it. */
const NAME = 'wet.txt';

describe('the version that a colleague annotated, on a machine that never saw it', function () {
  this.timeout(90_000);
  const random = new Random(11);
  let clones = 0;
  let tree: WorkTree;
  let ledger: Ledger;
  let annotated: Tagged;
  const set = (key: string, value: unknown) =>
    vscode.workspace.getConfiguration().update(key, value, vscode.ConfigurationTarget.Global);

  before(async function () {
    if (workspaceFolder().scheme !== 'file') this.skip();
    await set('git.enabled', true);
    const extension = vscode.extensions.getExtension<Git>('vscode.git')!;
    const git = extension.isActive ? extension.exports : await extension.activate();
    await until('git to be on', () => git.enabled);
  });
  after(() => set('git.enabled', undefined));
  afterEach(closeAll);

  beforeEach(() => {
    const folder = path.join(workspaceFolder().fsPath, `kloon-${++clones}`);
    fs.mkdirSync(folder);
    tree = new WorkTree(folder);
    ledger = new Ledger();
    tree.git('init', '-q', '-b', 'main');
    tree.git('config', 'core.autocrlf', 'false');
    // No machine has this text stored: each clone has its own.
    annotated = tag(ARTICLES[NAME].replace('kustplaatsen', `kustplaatsen nummer ${clones} van ${Date.now()}`));
    tree.write(NAME, annotated);
    tree.commit('the article');
  });

  const annotate = (): void => {
    ledger.note(annotated);
    tree.annotate(
      NAME,
      Array.from({ length: 40 }, () => ledger.make(annotated, 'bram', random)),
    );
  };
  const change = (name = NAME): void => {
    const tokens = revised(tree.tagged(name)!, random, 9);
    tree.write(name, tokens);
  };

  /** Opens the article: all whose words still stand there are in their place, as the earlier version tells. */
  const inPlace = async (name = NAME): Promise<void> => {
    const git = vscode.extensions.getExtension<Git>('vscode.git')!.exports;
    await git.getAPI(1).openRepository(vscode.Uri.file(tree.folder));
    ledger.note(tree.tagged(name));
    await vscode.window.showTextDocument(vscode.Uri.file(tree.file(name)), { preview: false });
    const expected = new Set(tree.parsed(name).set.annotations.map(({ id }) => id));
    assert.equal(expected.size, 40);
    const look = await settledLook(() => lookAt(tree, name, ledger, expected), 15_000);
    assert.deepEqual(look.wrong, []);
    // One in a sentence that comes back and was moved may stay undecided; without the earlier version a dozen would.
    assert.ok(look.listedOnly.length <= 2, `have no place: ${look.listedOnly.join('; ')}`);
  };

  it('is found in the history of the article', async () => {
    annotate();
    tree.commit('annotated');
    for (let k = 0; k < 3; k++) {
      change();
      tree.commit(`changed ${k}`);
    }
    await inPlace();
  });

  it('is found under the name that the article had then', async () => {
    annotate();
    tree.commit('annotated');
    change();
    tree.commit('changed');
    for (const end of ['.txt', '.numbered', '.txt.annotations.yaml']) tree.git('mv', `wet${end}`, `kustwet${end}`);
    tree.commit('renamed');
    change('kustwet.txt');
    tree.commit('changed again');
    await inPlace('kustwet.txt');
  });

  it('is found under the name that it has until a staged renaming is committed', async () => {
    annotate();
    tree.commit('annotated');
    for (const end of ['.txt', '.numbered', '.txt.annotations.yaml']) tree.git('mv', `wet${end}`, `kustwet${end}`);
    change('kustwet.txt');
    await inPlace('kustwet.txt');
  });

  it('is found on a merged branch of which the merge took the annotations and not the text', async () => {
    tree.git('checkout', '-q', '-b', 'colleague');
    change();
    annotated = tree.tagged(NAME)!;
    annotate();
    tree.commit('changed and annotated');
    tree.git('checkout', '-q', 'main');
    change();
    tree.commit('changed here');
    tree.tries('merge', '-q', '--no-commit', 'colleague');
    tree.git('checkout', '-q', 'HEAD', '--', NAME, 'wet.numbered');
    tree.commit('merged, with the text of here');
    change();
    tree.commit('changed again');
    await inPlace();
  });
});
