import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../workbench/installation';
import { Editor } from './driver';

describe('the installed extension', () => {
  it('is installed from the VSIX and highlights an article', async () => {
    const editor = await Editor.open();
    const [article] = editor.articles();
    assert.ok(article !== undefined, 'the folder holds an article');
    await editor.openFile(article);
    assert.notEqual((await editor.visibleText()).trim(), '');
    assert.ok((await editor.highlights()).length > 0, 'something in the article is highlighted');
    const picture = path.join(repository, 'out/ui/smoke.png');
    await editor.screenshot(picture);
    assert.ok(existsSync(picture) && statSync(picture).size > 10_000);
    await editor.close();
  });
});
