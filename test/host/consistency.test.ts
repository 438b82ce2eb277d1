import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { CONSISTENCY_CODES } from '../../src/core/translation';
import { closeAll, range, readSidecar, run, until } from './article';

const root = vscode.workspace.workspaceFolders![0]!.uri;
const at = (name: string) => vscode.Uri.joinPath(root, name);

interface Note {
  readonly words: string;
  readonly rendering?: string;
  readonly type?: string;
}

describe('consistency of translation notes', function () {
  this.timeout(60_000);
  const written = new Set<string>();
  const write = (name: string, text: string) => {
    written.add(name);
    writeFileSync(at(name).fsPath, text);
  };
  const source = (name: string, text: string, notes: readonly Note[]) => {
    write(name, text);
    const entries = notes.map(({ words, rendering, type = 'note' }, k) => {
      const rendered = rendering === undefined ? '' : `, rendering: "${rendering}"`;
      return `    k123456${k}: { type: ${type}, quote: "${words}"${rendered} }\n`;
    });
    write(`${name}.annotations.yaml`, `glossator: 1\nannotations:\n  anna:\n${entries.join('')}`);
  };
  const problems = (name: string) =>
    vscode.languages.getDiagnostics(at(name)).filter(({ code }) => CONSISTENCY_CODES.some((each) => each === code));
  const codes = (name: string) => problems(name).map(({ code }) => code);
  const coded = (name: string, ...expected: string[]) =>
    until(`${expected.join() || 'nothing'} in ${name}`, () => codes(name).join() === expected.join());
  const open = (name: string) => vscode.window.showTextDocument(at(name), { preview: false });
  const actions = (editor: vscode.TextEditor, words: string) =>
    vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      range(editor.document, words),
      vscode.CodeActionKind.QuickFix.value,
    );
  const take = async (editor: vscode.TextEditor, words: string, title: string): Promise<void> => {
    const action = await until(`“${title}” in the lightbulb`, async () =>
      (await actions(editor, words)).find((each) => each.title === title),
    );
    assert.ok(action.command);
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  };

  beforeEach(() => {
    source('een.txt', 'De verdachte zweeg bij de rechter, en zijn raadsman zei dat hij niet wist waarvan.\n', [
      { words: 'verdachte', rendering: 'suspect' },
    ]);
    source('twee.txt', 'Een tweede artikel. Ook hier was er een verdachte, die 12 jaar cel kreeg van de rechter.\n', [
      { words: 'verdachte', rendering: 'accused' },
      { words: '12 jaar cel', rendering: 'a long sentence' },
    ]);
  });
  afterEach(async () => {
    await closeAll();
    for (const name of written) rmSync(at(name).fsPath, { force: true });
    written.clear();
    await vscode.workspace
      .getConfiguration('glossator', root)
      .update('consistency', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
  });

  it('is told of in sources that no editor shows, on the words, once the workspace is checked', async () => {
    await run('checkConsistency');
    await coded('een.txt', 'two-renderings');
    await coded('twee.txt', 'two-renderings', 'number-missing');
    const [problem] = problems('een.txt');
    assert.equal(problem?.message, '“verdachte” is rendered as “suspect” here, and elsewhere as “accused”.');
    assert.deepEqual(problem.range, new vscode.Range(0, 3, 0, 12));
    assert.equal(problem.source, 'Glossator');
  });

  it('takes the other rendering from the lightbulb, and both problems are gone', async () => {
    await run('checkConsistency');
    const editor = await open('een.txt');
    await coded('een.txt', 'two-renderings');
    await take(editor, 'verdachte', 'Render as “accused”');
    await coded('een.txt');
    await coded('twee.txt', 'number-missing');
    await until('the rendering on disk', async () => (await readSidecar(at('een.txt')))?.includes('"accused"'));
    await run('undo');
    await coded('een.txt', 'two-renderings');
  });

  it('follows a glossary, and offers its rendering', async () => {
    await run('checkConsistency');
    write('glossary.yaml', 'glossator: 1\nterms:\n  verdachte:\n    rendering: suspect\n    avoid: [accused]\n');
    await coded('een.txt');
    await coded('twee.txt', 'rendering-to-avoid', 'differs-from-glossary', 'number-missing');
    const editor = await open('twee.txt');
    const titles = (await actions(editor, 'verdachte')).map(({ title }) => title);
    assert.ok(titles.includes('Render as “suspect”'), titles.join('\n'));
  });

  it('is left alone where a note says why, also after the source was closed', async () => {
    await run('checkConsistency');
    const editor = await open('een.txt');
    await coded('een.txt', 'two-renderings');
    const asked = take(editor, 'verdachte', 'Keep it so, with a reason…').then(() => true);
    await until('the question for a reason to be left', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return Promise.race([asked, new Promise<false>((resolve) => setTimeout(() => resolve(false), 100))]);
    });
    assert.deepEqual(codes('een.txt'), ['two-renderings'], 'no reason, nothing kept');
    const sidecar = await readSidecar(at('een.txt'));
    writeFileSync(
      at('een.txt.annotations.yaml').fsPath,
      sidecar!.replace(' }', ', accepted: [{ rule: two-renderings, why: "an older law" }] }'),
    );
    await coded('een.txt');
    await coded('twee.txt', 'number-missing');
    await closeAll();
    await open('een.txt');
    await run('checkConsistency');
    await coded('een.txt');
    await run('checkNoteAgain', { uri: at('een.txt').toString(), id: 'k1234560' });
    await coded('een.txt', 'two-renderings');
  });

  it('is not looked for where a rule is switched off in the folder', async () => {
    await run('checkConsistency');
    const editor = await open('twee.txt');
    await coded('twee.txt', 'two-renderings', 'number-missing');
    await take(editor, '12 jaar cel', 'Do not check for this in this folder');
    await coded('twee.txt', 'two-renderings');
    const { workspaceFolderValue } = vscode.workspace
      .getConfiguration('glossator', root)
      .inspect<Record<string, boolean>>('consistency')!;
    assert.deepEqual(workspaceFolderValue, { 'number-missing': false });
  });

  it('knows the form that a name has in a source in English, when that rule is chosen', async () => {
    await vscode.workspace
      .getConfiguration('glossator', root)
      .update('consistency', { 'transliteration-kept': true }, vscode.ConfigurationTarget.WorkspaceFolder);
    source('naam.txt', 'Het was de beurt aan Serikzjan Bilasj, die in de rechtszaal het woord nam en sprak.\n', [
      { words: 'Serikzjan Bilasj', rendering: 'Serikzjan Bilasj', type: 'person' },
    ]);
    await run('checkConsistency');
    await coded('naam.txt');
    source('name.txt', 'The court heard that Serikzhan Bilash was the one who had spoken to them about it.\n', [
      { words: 'Serikzhan Bilash', type: 'person' },
    ]);
    await coded('naam.txt', 'transliteration-kept');
    const editor = await open('naam.txt');
    await take(editor, 'Serikzjan Bilasj', 'Render as “Serikzhan Bilash”');
    await coded('naam.txt');
  });

  it('goes with the source', async () => {
    await run('checkConsistency');
    await coded('een.txt', 'two-renderings');
    rmSync(at('twee.txt').fsPath);
    await coded('een.txt');
    await coded('twee.txt');
  });
});
