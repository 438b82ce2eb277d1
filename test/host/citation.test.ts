import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openArticle, readSidecar, run, selectWords, until, workspaceFolder } from './article';

const clipboard = () => vscode.env.clipboard.readText();

/** Puts a file and its annotations into the workspace. */
async function write(name: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), name);
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return uri;
}

describe('copying a citation', () => {
  beforeEach(() => vscode.env.clipboard.writeText(''));
  afterEach(closeAll);

  const openSample = async (): Promise<vscode.TextEditor> => {
    const uri = vscode.Uri.joinPath(workspaceFolder(), 'rechtbank-utrecht-eist-celstraf.txt');
    const editor = await vscode.window.showTextDocument(uri, { preview: false });
    selectWords(editor, 'stond terecht');
    return editor;
  };
  const copied = (format: string) =>
    until('the citation', async () => {
      await run('copyCitation', undefined, format);
      const text = await clipboard();
      return text.includes('stood trial') ? text : undefined;
    });

  it('quotes a Dutch passage with its rendering and names what is not known', async () => {
    await openSample();
    assert.equal(
      await copied('text'),
      '“stond terecht” (Dutch), rendered by anna as “stood trial”. [author not known], “Vier jaar cel geëist in adressenzaak”, [publication not known], September 2023, paragraph 2, [web address not known].',
    );
  });

  it('takes the note at the cursor', async () => {
    const editor = await openSample();
    const at = editor.selection.start.translate(0, 2);
    editor.selection = new vscode.Selection(at, at);
    assert.match(await copied('markdown'), /^> stond terecht\n>\n> “stood trial” \(rendered by anna\)/);
  });

  it('gives one item of CSL-JSON and one entry of BibTeX', async () => {
    await openSample();
    const [item] = JSON.parse(await copied('csl-json')) as { id: string; title: string }[];
    assert.deepEqual(
      [item!.id, item!.title],
      ['rechtbank-utrecht-eist-celstraf', 'Vier jaar cel geëist in adressenzaak'],
    );
    assert.match(await copied('bibtex'), /^@article\{rechtbank-utrecht-eist-celstraf,/);
  });

  it('cites a selection without a note, and copies nothing where there is nothing to cite', async () => {
    const editor = await openArticle('citaat.txt', 'De krant zweeg over de zaak, en de lezers ook.\n');
    selectWords(editor, 'zweeg over de zaak');
    await run('copyCitation', undefined, 'text');
    assert.match(await clipboard(), /^“zweeg over de zaak” \(Dutch\) \[rendering not known\]\. \[author not known\]/);

    await vscode.env.clipboard.writeText('');
    editor.selection = new vscode.Selection(0, 3, 0, 3);
    await run('copyCitation', undefined, 'text');
    assert.equal(await clipboard(), '');
  });
});

describe('importing the details of sources', () => {
  const accept = async (done: () => Promise<unknown>, what: string): Promise<void> => {
    // The preview is a quick pick that a test accepts as Enter does.
    await until(what, async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return done();
    });
  };
  afterEach(closeAll);

  it('writes what is new into closed and open sources, and leaves what is known', async () => {
    const closed = await write('import-dicht.txt', 'De eerste tekst is hier te lezen, zegt de krant.\n');
    const known = await write('import-bekend.txt', 'De tweede tekst is hier te lezen, zegt de krant.\n');
    await write(
      'import-bekend.txt.annotations.yaml',
      'glossator: 1\n\nsource:\n  author: "J. de Wit" # by hand\n\nannotations:\n\nrejected:\n',
    );
    const open = await openArticle('import-open.txt', 'De derde tekst is hier te lezen, zegt de krant.\n');
    const table = await write(
      'bronnen.csv',
      'file,author,publication,date\nimport-dicht.txt,Joke de Wit,De Zeearend,2023-09-18\nimport-bekend.txt,Joke de Wit,De Zeearend,\nimport-open.txt,Joke de Wit,,10-03-2019\nnergens.txt,X,,\n',
    );
    const running = run('importSourceDetails', table);
    await accept(async () => (await readSidecar(closed))?.includes('Joke de Wit'), 'the closed source’s details');
    await running;
    assert.match((await readSidecar(closed))!, /date: "2023-09-18"/);
    const kept = (await readSidecar(known))!;
    assert.match(kept, /author: "J. de Wit" # by hand/);
    assert.match(kept, /publication: "?De Zeearend/);
    const written = await until('the open source’s details', () => readSidecar(open.document.uri));
    assert.match(written, /Joke de Wit/);
    assert.ok(!/date:.*2019/.test(written), 'a date of two readings is not taken');

    await vscode.window.showTextDocument(open.document);
    await run('undo');
    await until('the import to be taken back', async () => !(await readSidecar(open.document.uri))?.includes('Joke'));
  });

  it('takes a table in UTF-16, and writes nothing from one whose encoding is not certain', async () => {
    // A source of the test before, which has been read: a file that was just made may not be known yet.
    const source = vscode.Uri.joinPath(workspaceFolder(), 'import-dicht.txt');
    const rows = 'file,title\nimport-dicht.txt,Zoë Müller\n';
    const refused = await write('bronnen-1252.csv', Buffer.from(rows, 'latin1'));
    await run('importSourceDetails', refused);
    assert.doesNotMatch((await readSidecar(source)) ?? '', /title/);

    const taken = await write('bronnen-utf16.csv', Buffer.from(`\uFEFF${rows}`, 'utf16le'));
    const running = run('importSourceDetails', taken);
    await accept(async () => (await readSidecar(source))?.includes('Zoë Müller'), 'the details from UTF-16');
    await running;
  });

  it('leaves every file alone when no row names a source', async () => {
    const table = await write('niets.csv', 'file,author\nnergens.txt,X\n');
    const before = (await vscode.workspace.fs.readDirectory(workspaceFolder())).length;
    await run('importSourceDetails', table);
    assert.equal((await vscode.workspace.fs.readDirectory(workspaceFolder())).length, before);
  });
});
