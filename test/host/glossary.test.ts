import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, openArticle, range, selectWords, until } from './article';

const file = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'glossary.yaml');
const GOOD = '# ours\nterms:\n  grote klok:\n    rendering: "church bell" # see Bram\n';
const ARTICLE = 'Zij hangt de zaak aan de grote klok, en niemand weet wat er met de andere klokken gebeurt.\n';

const written = (): string => (existsSync(file.fsPath) ? readFileSync(file.fsPath, 'utf8') : '');
const problems = (): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(file).filter(({ source }) => source === 'Glossator');
const codes = (): unknown[] => problems().map(({ code }) => code);
const actionsOn = async (editor: vscode.TextEditor, words: string): Promise<string[]> => {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    range(editor.document, words),
  );
  return actions.map(({ title }) => title);
};
const offered = (editor: vscode.TextEditor, words: string, rendering: string) =>
  until(`“${rendering}”`, async () => (await actionsOn(editor, words))[0]?.includes(rendering));

/** Runs a command that asks with quick inputs, and answers each of them with Enter. */
async function runWithEnter(command: string): Promise<void> {
  let done = false;
  const running = vscode.commands.executeCommand(command).then(() => (done = true));
  await until('the end of the command', async () => {
    if (!done) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return done;
  });
  await running;
}

describe('the glossary of a folder', () => {
  beforeEach(() => rmSync(file.fsPath, { force: true }));
  afterEach(closeAll);
  after(() => rmSync(file.fsPath, { force: true }));

  it('is offered for the words that it has, whatever their form, before anything else', async () => {
    const editor = await openArticle('klok.txt', ARTICLE);
    writeFileSync(file.fsPath, GOOD);
    await offered(editor, 'grote klok', 'church bell');
    const [first] = await actionsOn(editor, 'grote klok');
    assert.equal(first, 'Translate “grote klok” as “church bell” (from the glossary)');
    assert.ok((await actionsOn(editor, 'grote klok')).includes('Go to “grote klok” in the glossary'));
  });

  it('takes in what is written by hand, and what is taken out', async () => {
    const editor = await openArticle('klok.txt', ARTICLE);
    writeFileSync(file.fsPath, GOOD);
    await offered(editor, 'grote klok', 'church bell');
    writeFileSync(file.fsPath, GOOD.replace('church bell', 'great bell'));
    await offered(editor, 'grote klok', 'great bell');
    rmSync(file.fsPath);
    await until('no offer', async () => !(await actionsOn(editor, 'grote klok'))[0]?.includes('bell'));
  });

  it('gets the rendering of a note, and leaves the rest of the file as it was', async () => {
    writeFileSync(file.fsPath, GOOD);
    const editor = await openArticle('klok.txt', ARTICLE);
    selectWords(editor, 'de zaak');
    await vscode.commands.executeCommand('glossator.translate', undefined, 'the case');
    await offered(editor, 'grote klok', 'church bell');
    selectWords(editor, 'de zaak');
    await runWithEnter('glossator.addToGlossary');
    await until('the term on disk', () => written().includes('zaak'));
    assert.equal(written(), `${GOOD}\n  zaak:\n    rendering: "the case"\n`);
  });

  it('opens at the entry of the words at the cursor', async () => {
    writeFileSync(file.fsPath, GOOD);
    const editor = await openArticle('klok.txt', ARTICLE);
    await offered(editor, 'grote klok', 'church bell');
    selectWords(editor, 'grote klok');
    await vscode.commands.executeCommand('glossator.goToGlossaryEntry');
    const opened = vscode.window.activeTextEditor!;
    assert.equal(opened.document.uri.toString(), file.toString());
    assert.equal(opened.selection.active.line, 2);
    const lenses = await until('a lens', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', file);
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(
      lenses.map(({ range: { start }, command }) => [start.line, command?.title]),
      [[2, 'Show occurrences']],
    );
  });

  const broken: readonly (readonly [string, string, string])[] = [
    ['has an error', 'terms:\n  klok: "bell\n', 'syntax'],
    ['has a term twice', 'terms:\n  grote klok: bell\n  grote klok: clock\n', 'duplicate-term'],
    ['has conflict markers', `<<<<<<< a\n${GOOD}=======\n${GOOD}>>>>>>> b\n`, 'conflict-markers'],
    ['is in a newer format', `glossator: 9\n${GOOD}`, 'newer-format'],
    ['has five megabytes', `terms:\n${'  klok van de toren: "bell"\n'.repeat(200_000)}`, 'too-large'],
  ];
  for (const [what, text, code] of broken) {
    it(`that ${what} is a Problem, and is not written over`, async () => {
      const editor = await openArticle('klok.txt', ARTICLE);
      writeFileSync(file.fsPath, text);
      await until(`the problem ${code}`, () => codes().includes(code));
      assert.ok(problems().every(({ range: { end } }) => end.line <= text.split('\n').length));
      selectWords(editor, 'andere klokken');
      await vscode.commands.executeCommand('glossator.addToGlossary');
      assert.equal(written(), text);
      writeFileSync(file.fsPath, GOOD);
      await until('no problem', () => problems().length === 0);
      await offered(editor, 'grote klok', 'church bell');
    });
  }

  it('with conflict markers is merged by a quick fix, and what both changed is chosen by another', async () => {
    await openArticle('klok.txt', ARTICLE);
    const [mine, hers] = ['church bell', 'big bell'].map(
      (rendering) => `  grote klok:\n    rendering: "${rendering}"\n`,
    );
    writeFileSync(file.fsPath, `terms:\n<<<<<<< a\n${mine}=======\n${hers}\n  zaak: "case"\n>>>>>>> b\n`);
    await until('the problem', () => codes().includes('conflict-markers'));
    await vscode.window.showTextDocument(file);
    const run = async (title: string) => {
      // Nothing is offered before the editor shows what is on disk.
      const { command } = await until(`the quick fix “${title}”`, async () => {
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          file,
          problems()[0]!.range,
        );
        return actions.find((action) => action.title.startsWith(title));
      });
      await vscode.commands.executeCommand(command!.command, ...(command!.arguments as unknown[]));
    };
    await run('Merge both sides');
    await until('the conflict', () => codes().includes('conflict'));
    assert.match(written(), /zaak: "case"/);
    assert.match(written(), /rendering: "church bell"/);
    await run('Take the other');
    await until('the choice on disk', () => written().includes('rendering: "big bell"'));
    assert.doesNotMatch(written(), /conflicts|church/);
    await until('no problem', () => problems().length === 0);
  });

  it('is not made by being opened', async () => {
    await openArticle('klok.txt', ARTICLE);
    await vscode.commands.executeCommand('glossator.openGlossary');
    assert.equal(existsSync(file.fsPath), false);
  });
});
