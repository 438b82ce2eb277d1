import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { parseDocument, visit } from 'yaml';
import { closeAll, readSidecar, run, selectWords, until, workspaceFolder } from './article';
import { hasGit } from './editors-git';

const TEXT = [
  'Burgemeester Jildou Hoekstra uit Franeker wordt verdacht van omkoping, schrijft de krant.',
  '',
  '„Ik heb niets gedaan”, zegt de burgemeester. Haar café in Harlingen bleef gesloten.',
  '',
  'De rechtbank in Groningen doet op 3 maart uitspraak. Hoekstra was er niet bij.',
  '',
].join('\n');
const WORDS = ['Jildou Hoekstra', 'Franeker', 'omkoping', 'café in Harlingen', 'Groningen'];

describe('annotations in a git repository', function () {
  this.timeout(90_000);
  let folder: string;
  let article: vscode.TextEditor;
  let articles = 0;

  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Anna', '-c', 'user.email=anna@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const file = () => article.document.uri.fsPath;
  const write = (text: string | Buffer) => fs.writeFileSync(file(), text);
  const commit = (message: string) => {
    git('add', '.');
    git('commit', '-q', '-m', message);
  };

  /** The words that are annotated, in the order of the text, as the editor goes from one to the next. */
  const annotated = async (): Promise<string[]> => {
    const found: string[] = [];
    article = await vscode.window.showTextDocument(article.document.uri, { preview: false });
    article.selection = new vscode.Selection(0, 0, 0, 0);
    let last = -1;
    for (let k = 0; k < 20; k++) {
      void run('nextAnnotation');
      await new Promise((resolve) => setTimeout(resolve, 30));
      const at = article.document.offsetAt(article.selection.start);
      if (article.selection.isEmpty || at <= last) break;
      last = at;
      found.push(article.document.getText(article.selection));
    }
    return found;
  };
  const plain = (words: readonly string[]) => words.map((each) => each.normalize('NFC').replace(/\s+/g, ' '));
  const inPlace = (expected: readonly string[], what: string) =>
    until(`${what}: ${expected.join(', ')}`, async () => {
      const now = plain(await annotated());
      return JSON.stringify(now) === JSON.stringify(expected);
    }).catch(async (error: unknown) => {
      assert.deepEqual(plain(await annotated()), expected, `${what}: ${String(error)}`);
    });
  const shows = (text: string) =>
    until('the text in the editor', () => article.document.getText().replaceAll('\r\n', '\n') === text);

  before(function () {
    if (!hasGit() || workspaceFolder().scheme !== 'file') this.skip();
  });

  beforeEach(async () => {
    folder = path.join(workspaceFolder().fsPath, `archief-${++articles}`);
    fs.mkdirSync(folder);
    git('init', '-q', '-b', 'main');
    git('config', 'core.autocrlf', 'false');
    fs.writeFileSync(path.join(folder, 'zaak.txt'), TEXT);
    commit('the article');
    const uri = vscode.Uri.file(path.join(folder, 'zaak.txt'));
    article = await vscode.window.showTextDocument(uri, { preview: false });
    for (const words of WORDS) {
      selectWords(article, words);
      await run('annotatePlace');
    }
    await until('all in the annotation file', async () => {
      const text = await readSidecar(uri);
      return WORDS.every((words) => text?.includes(words));
    });
    await inPlace(WORDS, 'at first');
  });
  afterEach(closeAll);

  it('stay on their words when a colleague’s changes are pulled', async () => {
    commit('annotations');
    git('checkout', '-q', '-b', 'colleague');
    const text = `Een nieuwe eerste regel over Leeuwarden.\n\n${TEXT.replace('schrijft de krant', 'meldt de krant')}`;
    write(text);
    commit('a line put before');
    git('checkout', '-q', 'main');
    await shows(TEXT);
    git('merge', '-q', '--no-edit', 'colleague');
    await shows(text);
    await inPlace(WORDS, 'after the pull');
  });

  it('go with a branch that does not have them, and come back with the one that has', async () => {
    git('checkout', '-q', '-b', 'annotated');
    commit('annotations');
    git('checkout', '-q', 'main');
    await inPlace([], 'on a branch without them');
    assert.equal(await readSidecar(article.document.uri), undefined);
    git('checkout', '-q', 'annotated');
    await inPlace(WORDS, 'back on the branch');
  });

  it('find their words again on the branch that has them, after one whose article lacks the paragraph', async () => {
    commit('annotations');
    git('checkout', '-q', '-b', 'shortened');
    const shorter = TEXT.split('\n\n')
      .filter((paragraph) => !paragraph.includes('café'))
      .join('\n\n');
    write(shorter);
    commit('without the second paragraph');
    await shows(shorter);
    await inPlace(
      WORDS.filter((words) => !words.includes('café')),
      'without the paragraph',
    );
    git('checkout', '-q', 'main');
    await shows(TEXT);
    await inPlace(WORDS, 'back');
    assert.equal(git('status', '--porcelain'), '', 'the annotation file is as it was committed');
  });

  it('are not recreated by a stash, and come back with it', async () => {
    git('add', '.');
    git('stash', '-q');
    await inPlace([], 'while stashed');
    await new Promise((resolve) => setTimeout(resolve, 800));
    assert.equal(await readSidecar(article.document.uri), undefined);
    git('stash', 'pop', '-q');
    await inPlace(WORDS, 'after the stash came back');
  });

  it('survive a revert of the article', async () => {
    commit('annotations');
    const text = TEXT.replace('De rechtbank in Groningen', 'Volgens de bode doet de rechtbank in Groningen').replace(
      ' doet op 3',
      ' op 3',
    );
    write(text);
    commit('a change');
    await shows(text);
    await inPlace(WORDS, 'after the change');
    git('revert', '--no-edit', 'HEAD');
    await shows(TEXT);
    await inPlace(WORDS, 'after the revert');
  });

  it('stay on their words when a formatter rewrites the article in the editor, and when git takes that back', async () => {
    commit('annotations');
    const formatted = TEXT.replace(/(.{30,44}) /g, '$1\n')
      .replaceAll('\n\n', '\n\n\n')
      .replaceAll(/[„”]/g, '"');
    const formatter = vscode.languages.registerDocumentFormattingEditProvider(
      { pattern: '**/zaak.txt' },
      {
        provideDocumentFormattingEdits: (document) => [
          vscode.TextEdit.replace(
            new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length)),
            formatted,
          ),
        ],
      },
    );
    try {
      await until('the formatted text', async () => {
        await vscode.commands.executeCommand('editor.action.formatDocument');
        return article.document.getText() === formatted;
      });
    } finally {
      formatter.dispose();
    }
    await inPlace(WORDS, 'formatted');
    await article.document.save();
    await inPlace(WORDS, 'formatted and saved');
    git('checkout', '-q', '--', 'zaak.txt');
    await shows(TEXT);
    await inPlace(WORDS, 'taken back');
    assert.equal(git('status', '--porcelain'), '', 'the annotation file is as it was committed');
  });

  it('go on where a formatter rewrote their annotation file', async () => {
    commit('annotations');
    const own = `${file()}.annotations.yaml`;
    const document = parseDocument(fs.readFileSync(own, 'utf8'));
    visit(document, { Collection: (_, node) => void (node.flow = false) });
    const formatted = document.toString({ indent: 4, lineWidth: 50, singleQuote: true });
    assert.notEqual(formatted, fs.readFileSync(own, 'utf8'));
    fs.writeFileSync(own, formatted);
    await inPlace(WORDS, 'formatted');
    selectWords(article, '3 maart');
    await run('annotatePlace');
    const after = await until('one more', async () => {
      const text = await readSidecar(article.document.uri);
      return text?.includes('3 maart') ? text : undefined;
    });
    const lines = new Set(after.split('\n'));
    assert.deepEqual(
      formatted.split('\n').filter((line) => !lines.has(line)),
      [],
      'what the formatter wrote stays as it is',
    );
    await inPlace([...WORDS, '3 maart'], 'with one more');
  });

  const rewrapped = TEXT.replace(/(.{20,34}) /g, '$1\n');
  for (const [title, bytes] of [
    ['wrapped anew', Buffer.from(rewrapped)],
    ['with a BOM', Buffer.from(`\ufeff${TEXT}`)],
    ['with CRLF', Buffer.from(TEXT.replaceAll('\n', '\r\n'))],
    ['in NFD', Buffer.from(TEXT.normalize('NFD'))],
  ] as const) {
    it(`stay on their words in a file ${title}`, async () => {
      write(bytes);
      const text = bytes
        .toString('utf8')
        .replace(/^\ufeff/, '')
        .replaceAll('\r\n', '\n');
      await shows(text);
      await inPlace(WORDS, title);
    });

    it(`stay on their words in a file ${title} while it was closed`, async () => {
      await closeAll();
      write(bytes);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      article = await vscode.window.showTextDocument(vscode.Uri.file(file()), { preview: false });
      await inPlace(WORDS, title);
    });
  }
});
