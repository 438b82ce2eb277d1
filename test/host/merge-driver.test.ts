import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { closeAll, openArticle, readSidecar, run, savedEntries, selectWords, until, workspaceFolder } from './article';
import { openRepository, switchGitOff } from './editors-git';

const TEXT = 'Burgemeester Jildou Hoekstra uit Franeker wordt verdacht van omkoping in Harlingen.\n';

describe('merging that was set up in git', function () {
  this.timeout(90_000);
  afterEach(async () => {
    await closeAll();
    await switchGitOff();
  });

  it('puts together what one author wrote on two branches, which plain git can’t', async function () {
    if (workspaceFolder().scheme !== 'file') this.skip();
    const folder = path.join(workspaceFolder().fsPath, 'samen');
    fs.mkdirSync(folder);
    const git = (...args: string[]): string =>
      execFileSync('git', ['-c', 'user.name=Anna', '-c', 'user.email=anna@example.org', ...args], {
        cwd: folder,
        encoding: 'utf8',
        stdio: 'pipe',
      });
    const commit = (): void => {
      git('add', '.');
      git('commit', '-q', '-m', 'x');
    };
    git('init', '-q', '-b', 'main');
    const article = await openArticle('samen/zaak.txt', TEXT);
    const annotate = async (words: string): Promise<void> => {
      selectWords(article, words);
      await run('annotateAs', 'organisation');
      await until(`${words} on disk`, async () => (await readSidecar(article.document.uri))?.includes(`"${words}"`));
    };
    await annotate('Burgemeester');
    commit();

    await openRepository(folder);
    await run('setUpMerging');
    const attributes = path.join(folder, '.gitattributes');
    assert.match(git('config', 'merge.glossator.driver'), /merge-driver\.sh' %O %A %B %P/);
    assert.match(git('check-attr', 'merge', 'zaak.txt.annotations.yaml'), /merge: glossator/);
    commit();

    git('checkout', '-q', '-b', 'zijtak');
    await annotate('Franeker');
    commit();
    git('checkout', '-q', 'main');
    await until(
      'the annotation of the other branch to go',
      async () => (await savedEntries(article.document.uri)).length === 1,
    );
    await annotate('Harlingen');
    commit();
    git('merge', '-q', '--no-edit', 'zijtak');

    assert.equal(git('ls-files', '--unmerged'), '');
    const entries = await savedEntries(article.document.uri);
    assert.deepEqual(entries.map(({ quote }) => quote).sort(), ['Burgemeester', 'Franeker', 'Harlingen']);
    await run('setUpMerging');
    assert.equal(fs.readFileSync(attributes, 'utf8').match(/merge=glossator/g)?.length, 2);
  });
});
