import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Editor, waitFor } from './driver';
import { annotate, savedText } from './saved-annotations';

const TEXT = [
  'Advocaat Willem Terpstra uit Leeuwarden wordt verdacht van verduistering. Terpstra ontkent.',
  'Volgens artikel 321 ging het om acht ton. De rechtbank in Groningen besliste anders.',
  '',
].join('\n\n');

const sidecar = (editor: Editor): string => savedText(editor.workspace, 'zaak.txt');
const open = async (settings: Readonly<Record<string, unknown>>): Promise<Editor> => {
  const editor = await Editor.open({ settings });
  writeFileSync(path.join(editor.workspace, 'zaak.txt'), TEXT);
  await editor.openFile('zaak.txt');
  await editor.statusItem('to review');
  return editor;
};

describe('a folder that others work in too', () => {
  it('gives back the version that an annotation was made on from git, after the stored texts were forgotten', async () => {
    const editor = await open({ 'git.enabled': true });
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=Anna', '-c', 'user.email=anna@example.org', ...args], {
        cwd: editor.workspace,
        stdio: 'pipe',
      });
    await annotate(editor, 'zaak.txt', 'Willem Terpstra', 'Shift+p');
    await annotate(editor, 'zaak.txt', 'Groningen', 'Shift+l');
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-q', '-m', 'annotated');
    const base = /text: "([0-9a-f]{12})"/.exec(sidecar(editor))![1]!;
    const stored = () => {
      const folder = path.join(editor.extensionStorage, 'texts');
      return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith(base));
    };
    await waitFor('the stored text', stored);
    await editor.command('Glossator: Forget Stored Texts');
    await editor.pressButton('Forget Them');
    await waitFor('the stored text to be gone', () => !stored());
    await editor.command('View: Close All Editors');
    const later = `Een nieuwe eerste regel.\n\n${TEXT.replace('in Groningen besliste', 'te Groningen besloot')}`;
    writeFileSync(path.join(editor.workspace, 'zaak.txt'), later);
    git('commit', '-qam', 'changed');
    // The window finds the repository that was made while it was open when it starts anew.
    await editor.reload();
    await editor.openFile('zaak.txt');
    await waitFor('the version from git', stored);
    await editor.statusItem('2 annotations');
    assert.ok((await editor.highlights()).join(' ').includes('Groningen'));
    await editor.close();
  });
});
